"""By what surname a desk calls a case, and who is quoted under a title: invented notes."""

from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("said", "name"),
    [
        ("Accesso Bellini: il cliente vuole una copia dei suoi dati", "Bellini"),
        ("Nuova richiesta: cancellazione account Bellini. Vuole che sparisca tutto.", "Bellini"),
        ("Fall Ziegler: will Auskunft über seine Daten", "Ziegler"),
        ("Löschung von Ziegler: bitte alle Daten raus", "Ziegler"),
        ("Caso Arriaga: quiere borrar sus datos", "Arriaga"),
        ("Zaak Hofstra: meneer wil inzage in zijn gegevens", "Hofstra"),
        ("Suppression compte Perrault, il ne veut plus rien chez nous", "Perrault"),
        ("DSAR Whitlock - wants everything we hold, call recordings too", "Whitlock"),
        ("Acesso Figueiredo: pediu cópia dos dados", "Figueiredo"),
        # a fuller name counts more, and what a desk speaks of otherwise is nobody's name
        ("Fall Ziegler: Frau Sabine Ziegler verlangt die Löschung ihrer Daten.", "Sabine Ziegler"),
        ("Case Closed: she wants her data deleted again", None),
        ("Fall Datenschutz: Kunde will Auskunft über seine Daten", None),
        ("Access Denied on save. And please delete my data.", None),
        # nor how a case stands
        ("Fall Eilt: Kunde will Löschung", None),
        ("Access Granted. Customer now wants deletion", None),
        ("Deletion Pending: customer asks again", None),
        ("Dossier Spoedeisend: klant wil inzage", None),
        ("Suppression Totale: le client veut que tout parte", None),
        ("Acceso Denegado: la clienta pide sus datos", None),
        ("Accesso Vietato: il cliente chiede i dati", None),
        ("Eliminação Imediata: o cliente quer sair", None),
        ("Dostęp Zdalny: klient chce kopię danych", None),
    ],
)
def test_who_a_case_is_called_by_is_named(said: str, name: str | None) -> None:
    found = read(said).name
    assert (found and found.value) == name


@each(
    ("said", "name"),
    [
        ("cust Mr Dunmore says: delete my account", "Dunmore"),
        ("cust Mrs Dunmore says: my mail is wrong in your system, please fix it", "Dunmore"),
        ("Kunde Herr Vogt schreibt: bitte löscht meine Daten", "Vogt"),
        ('mevr. De Wit vraagt: "ik wil mijn gegevens inzien"', "De Wit"),
        ('HD-40981 // cust Mr Okonjo // chat\n"get rid of everything you have on me"', "Okonjo"),
        ("Tjitske Vos belt, zij wil haar gegevens inzien", "Tjitske Vos"),
        ("Mr Dunmore rang me, delete my data", None),
        ("#20455 Marlies Vogt, +49 151 2345678 - Kundin möchte keine Werbeanrufe mehr", "Marlies Vogt"),
    ],
)
def test_who_is_quoted_is_the_person(said: str, name: str | None) -> None:
    found = read(said).name
    assert (found and found.value) == name


@each(
    ("said", "name", "email"),
    [
        ("Gale LLP (gale@x.example) wrote for their client Tom Robb, who wants his data deleted.", "Tom Robb", None),
        ("Kanzlei Gahl (gahl@x.example) schrieb für ihren Mandanten Karl Moser: Daten löschen.", "Karl Moser", None),
        ("Le cabinet Gall (gall@x.example) écrit pour son client Ali Keita : effacez ses données.", "Ali Keita", None),
        ("El bufete Galán (galan@x.example) escribió para su cliente Rosa Peña: borrar sus datos.", "Rosa Peña", None),
        ("Kantoor Gaal (gaal@x.example) schreef voor hun cliënt Piet Bos: alle gegevens wissen.", "Piet Bos", None),
        (
            "Gale LLP (gale@x.example) wrote for their client Tom Robb (tom@robb.example): delete his data.",
            "Tom Robb",
            "tom@robb.example",
        ),
        (
            "Avv. Ada Leone (leone@x.example), per conto del sig. Ivo Conti: si chiede la cancellazione dei suoi dati.",
            "Ivo Conti",
            None,
        ),
    ],
)
def test_the_address_of_who_acts_is_not_the_clients(said: str, name: str, email: str | None) -> None:
    reading = read(said)
    assert reading.flagged(Flag.REPRESENTATIVE)
    assert reading.name is not None
    assert reading.name.value == name
    assert (reading.email and reading.email.value) == email

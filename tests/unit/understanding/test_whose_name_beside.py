"""Words that stand beside a name and are none of it, and words of a name that look like others: invented messages."""

from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("said", "name"),
    [
        # a relative in another case, an elided article, a verb with its pronoun
        ("Als Vater bitte ich um eine Kopie der Akte meines Sohnes Tjark Lahnstein, 7 Jahre.", "Tjark Lahnstein"),
        ("Ich bin die Betreuerin meines Bruders Eckbert Lahn (61). Bitte löschen Sie seine Daten.", "Eckbert Lahn"),
        ("Bonjour, je suis le papa d'Isaure Morin, 9 ans. Supprimez son compte.", "Isaure Morin"),
        ("Quero uma cópia dos meus dados. Chamo-me Telma Rebelo e sou cliente.", "Telma Rebelo"),
        ("Dzień dobry, piszę za żonę, Halinę Mróz. Proszę o usunięcie jej danych.", "Halina Mróz"),
        # a greeting on the same line
        ("Graag al mijn gegevens verwijderen. Groetjes Sjoerd Wolting", "Sjoerd Wolting"),
        ("Graag al mijn gegevens verwijderen. Groeten van Sjoerd Wolting", "Sjoerd Wolting"),
        ("Bitte löschen Sie meine Daten. Gruß Eckbert Lahn", "Eckbert Lahn"),
        ("Effacez mes données. Cordialement Ghislaine Morvan", "Ghislaine Morvan"),
        ("Borren mis datos. Saludos Fermina Lago", "Fermina Lago"),
        ("Cancellate i miei dati. Saluti Ruggero Dolci", "Ruggero Dolci"),
        ("Apaguem os meus dados. Cumprimentos Telmo Rebelo", "Telmo Rebelo"),
        ("Proszę usunąć moje dane. Pozdrawiam Zbigniew Kruk", "Zbigniew Kruk"),
        # who works for a firm
        ("Cancellate i miei dati. L'operatrice Rita mi ha dato il ticket 5-11.", None),
        (
            "Sou a cliente 30-11, apaguem os meus dados. O vosso gestor, Dr. Rui Falcão (21 000 48 00), sabe.\n\n"
            "Cumprimentos,\nTelma Rebelo",
            "Telma Rebelo",
        ),
        ("Exmo. Senhor Encarregado de Proteção de Dados,\n\npeço os meus dados.\n\nTelmo Rebelo", "Telmo Rebelo"),
        ("SHIFT HANDOVER: delete my account 4471-22, please", None),
        # the last words of a name, and what a sign-off has behind it
        ("Chamado 4471\nSolicitante: Osvaldo Prates Neto\nQuer apagar os dados.", "Osvaldo Prates Neto"),
        ("Solicitante: Osvaldo Prates Filho\nQuer apagar os dados.", "Osvaldo Prates Filho"),
        ("Please delete my account and all customer analysis of me. - Hamish", "Hamish"),
        ("Which of the two is it, delete my data please - Osric Tandy, Leeds", "Osric Tandy"),
        ("Caller: Orla Ní Bhriain\nWants her data erased.", "Orla Ní Bhriain"),
        # two children are not one name
        ("Hola, soy el padre de Lucas y Elena, 8 y 10 años. Borren sus fotos.", None),
        # a number behind or before a name tells whose it is
        ("Zaak P-62. Gesprek met Sjoerd Wolting uit Hasselt, abonnee 60.118: wil geen reclame meer.", "Sjoerd Wolting"),
        ("Apaguem os meus dados todos. Contrato 118/44, Telmo Rebelo. Obrigado", "Telmo Rebelo"),
        # whom a request is about, before who files it
        (
            "Osoba, której dane dotyczą: Jadwiga Kruk\nSkłada: wnuczka, Iga Mróz\nTreść: usunięcie danych",
            "Jadwiga Kruk",
        ),
        ("Persona interesada: Fermina Lago\nPresentado por: Pablo Mora\nPide borrar sus datos", "Fermina Lago"),
        ("Betroffene Person: Eckbert Lahn\nEingereicht von: Paul Maas\nBitte Daten löschen", "Eckbert Lahn"),
        ("Data subject: Osric Tandy\nSubmitted by: Paul Mason\nDelete the data", "Osric Tandy"),
    ],
)
def test_what_stands_beside_a_name_is_none_of_it(said: str, name: str | None) -> None:
    fact = read(said).name
    assert (fact.value if fact else None) == name


@each(
    ("sender", "signed", "name"),
    [
        ("Dolci Ruggero", "Ruggero Dolci", "Ruggero Dolci"),
        ("Ruggero Dolci", "Sig. Dolci Ruggero", "Ruggero Dolci"),
        ("Contabilità Fratelli Dolci", "Contabilità", None),
    ],
)
def test_a_sender_signs_in_the_right_order(sender: str, signed: str, name: str | None) -> None:
    mail = f"Da: {sender} <r.dolci@posta.example>\nOggetto: dati\n\nChiedo una copia dei miei dati.\n\nSaluti\n{signed}"
    fact = read(mail).name
    assert (fact.value if fact else None) == name


@each(
    "ends",
    [
        "Mit freundlichen Grüßen {name}",
        "Mit freundlichen Grüssen {name}",
        "MIT FREUNDLICHEN GRÜSSEN {name}",
        "Best Wishes {name}",
        "Z Poważaniem {name}",
        "Grüße aus Köln {name}",
        "Groeten uit Breda {name}",
        "Greetings from Leeds {name}",
    ],
)
def test_a_greeting_at_the_end_is_no_part_of_the_name(ends: str) -> None:
    head = "From: Ida Kern <ida@kern.example>\nDate: Mon, 2 Mar 2026 10:00\nTo: x@y.example\nSubject: my data\n\n"
    reading = read(f"{head}Please delete all my personal data.\n\n{ends.format(name='Ida Kern')}")
    assert reading.name is not None
    assert reading.name.value == "Ida Kern"


@each("name", ["Will Harper", "An De Smet", "Art Nolan", "Per Sjöberg", "Wil Zondervan"])
@each("above", ["\n", "\nKind regards,\n", "\nMet vriendelijke groet,\n\n"])
def test_a_name_that_begins_with_a_small_word_signs_at_the_end(above: str, name: str) -> None:
    fact = read(f"Please delete my account.{above}{name}\n+44 20 7946 0000").name
    assert fact is not None
    assert fact.value == name


def test_to_whom_a_letter_goes_signs_nothing() -> None:
    letter = "An Hausverwaltung Kessel\n\nBitte löschen Sie die Kopie von meinem Pass. Danke!\nAbdulrahman Saleh"
    fact = read(letter).name
    assert fact is not None
    assert fact.value == "Abdulrahman Saleh"


@each(
    "note",
    [
        "ZD-771902 / phone call 14:10 / Imelda Croft, +44 7700 900184 / wants a transcript of her calls",
        "ticket 4711 / Imelda Croft / wants a copy of her data",
    ],
)
def test_a_field_between_strokes_names_the_person(note: str) -> None:
    fact = read(note).name
    assert fact is not None
    assert fact.value == "Imelda Croft"


@each(
    ("words", "name"),
    [
        ("Verwijder mijn gegevens, ik kom niet terug. H. (Harmen) de Jager", "Harmen de Jager"),
        ("die Frau Brenneke (Ottilie) hat angerufen, die will gelöscht werden", "Ottilie Brenneke"),
        ("B. Quist (Berlin) verlangt Auskunft", "B. Quist"),
        ("La Agencia Tributaria le requiere los datos de su cliente.", None),
        ("Margot Sievers vom Pflegedienst fragt, welche Daten wir von ihr haben", "Margot Sievers"),
        ("la Nives Colautti del nido chiede una copia dei suoi dati", "Nives Colautti"),
        ("Dag Els, ik trek mijn toestemming voor de foto in. Groetjes Bas", "Bas"),
        ("Pregunta de Sam: la clienta quiere que borremos sus datos", None),
    ],
)
def test_a_given_name_in_brackets_and_what_only_leads_in(words: str, name: str | None) -> None:
    fact = read(words).name
    assert (fact.value if fact else None) == name

"""Numbers that are to go, and those of who acts for somebody or of an office: invented messages in eight languages."""

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM

PHONE = "0161 496 0911"


def _phone(text: str) -> str | None:
    fact = understand(read_text(text, zone=AMSTERDAM)).phone
    return fact.value if fact else None


@each(
    "said",
    [
        # called somebody's number, or one of a kind
        "Could you remove my old home number {phone} from my profile?",
        "Verwijder mijn oude vaste nummer {phone} uit mijn profiel.",
        "Löscht bitte meine alte private Nummer {phone} aus meinem Profil.",
        "Supprimez mon ancien numéro {phone} de mon profil.",
        "Borren mi número antiguo {phone} de mi ficha.",
        "Cancellate il mio vecchio numero {phone} dai vostri archivi.",
        "Apaguem o meu número antigo {phone} da minha ficha.",
        "Proszę usunąć mój stary numer {phone} z moich danych.",
        "La mia utenza è la {phone}, cancellate i miei dati.",
        "Löschung aller Daten. Rufnummer: {phone}",
        # not to be called or written to
        "No more text messages to {phone}, please, I never asked for your adverts.",
        "Stuur geen reclame-sms meer naar {phone}.",
        "Schickt keine Werbe-SMS mehr an {phone}.",
        "N'envoyez plus de SMS publicitaires au {phone}.",
        "No manden más SMS de publicidad al {phone}.",
        "Non mandate più SMS pubblicitari al {phone}.",
        "Tirem o {phone} da lista das promoções.",
        "Nie wysyłajcie więcej reklamowych SMS na {phone}.",
    ],
)
def test_a_number_that_is_to_go_is_theirs(said: str) -> None:
    assert _phone(said.format(phone=PHONE)) == PHONE


@each(
    "said",
    [
        "I have power of attorney for my father, Abel Stone. Please stop calling him on {phone} with your offers.",
        "Ik ben bewindvoerder van de heer Abel Steen. Hij wil geen telefoontjes meer op {phone}.",
        "Ich bin Betreuer von Herrn Abel Stein. Er wird unter {phone} wegen Werbung angerufen. Das hat aufzuhören.",
        "Je suis la tutrice de mon père, Abel Pierre. Cessez les appels publicitaires au {phone}.",
        "Soy tutor de mi padre, Abel Piedra. Le llaman al fijo {phone} para venderle cosas. Que no le llamen más.",
    ],
)
def test_where_they_are_called_for_whom_somebody_acts(said: str) -> None:
    assert _phone(said.format(phone=PHONE)) == PHONE


@each(
    "said",
    [
        "Delete my data.\n\nAnn Bell\nYour account handler: Mr Cole, direct line 0161 496 0911",
        "Supprimez mes données.\n\nAnne Petit\nVotre gestionnaire : M. Caron, ligne directe 01 44 55 66 77",
        "Löschen Sie meine Daten. Ihr Sachbearbeiter Herr Kolb, Telefon 030 4455 6677, weiß davon.",
        "My daughter Lily Stone is 9, take her off your list. I'm her mum, 0161 496 0911 if you need to talk",
        "Call from Mr Amos Stone for his daughter Lily Stone, 12. Delete her profile. His phone is 0161 496 0911.",
        "Mother reports her son Amos Stone (13) and wants his page deleted. Her cell 505-555-0144.",
        "Moeder belt voor haar zoon Amos Steen (13), verwijder zijn pagina. Haar mobiel 06 1234 5678.",
        "Delete my data. I'm writing from a friend's phone (0161 496 0911).",
        "Lösche meine Daten. Ich schreibe vom Handy einer Freundin (0171 2345 678).",
        "Delete my data. The bag tag was 0125 998 144.",
        "Löscht meine Daten. Gepäckanhänger 0220 118844",
        "Cancellate i miei dati. Il fax che avete chiesto l'ho mandato allo 02 5550 1144.",
        "Please send Ann Bell's data to her: the phone 0161 496 0911 belongs to Tom, the card to Ann Bell.",
    ],
)
def test_a_number_of_somebody_else(said: str) -> None:
    assert _phone(said) is None


def test_an_advertiser_is_nobody_who_asks() -> None:
    said = (
        "From: Shiny Sites <sales@shiny.example>\nTo: <privacy@northwind.example>\nSubject: Your cookie banner\n\n"
        "Your site has 7 problems with privacy. We mend it for 290 euros. Call 0161 496 0911."
    )
    assert _phone(said) is None


@each("many", ["stop calling him on 07700 900 144, ", "07700 900 144 – ", "her cell 07700 900 144 "])
def test_many_numbers_of_a_told_person_cost_little(many: str) -> None:
    who = "I have power of attorney for my father, Abel Stone. "
    assert in_proportion(lambda size: understand(read_text(who + many * (size // len(many)), zone=AMSTERDAM)), 1_000)


@each(
    "said",
    [
        "Wij treden op namens mevrouw Ada Kooistra. Zij wil inzage. U bereikt mevrouw Kooistra op {phone}.",
        "Joëlle Verstraeten à l'appareil, {phone}, je voudrais une copie de mes données",
        "klientka chce usunięcia danych, numer klientki +44 161 496 0911",
    ],
)
def test_the_number_of_a_client_and_of_who_speaks(said: str) -> None:
    assert (_phone(said.format(phone=PHONE)) or "").endswith("161 496 0911")

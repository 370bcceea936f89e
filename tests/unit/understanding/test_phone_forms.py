"""Which runs of digits are phone numbers, and which of several numbers is right now, in eight languages."""

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM


def _phone(text: str) -> str | None:
    fact = understand(read_text(text, zone=AMSTERDAM)).phone
    return fact.value if fact else None


@each(
    ("said", "phone"),
    [
        ("Cancellate i miei dati.\n\nLia Renzi\n347 0044 518", "347 0044 518"),
        ("Proszę usunąć moje dane.\n\nIga Rek\n511 40 22 68", "511 40 22 68"),
        ("Bitte meine Daten löschen.\n\nUrs Bieri\n079 555 41 18", "079 555 41 18"),
        ("Verwijder mijn gegevens.\n\nMien Dop\n038 – 555 02 47", "038 – 555 02 47"),
        ("Apaguem os meus dados, o meu telemóvel está em 11 98855 0017", "11 98855 0017"),
        ("Delete my data.\n\nDel Hart\nHart Ltd, Leeds - VAT 04411820033 - 0113 496 0277", "0113 496 0277"),
        ("Usuńcie moje dane, mój numer to 22 555 41 08 wew. 7", "22 555 41 08 wew. 7"),
        ("Delete my data, my number is 0113 496 0277 ext. 31", "0113 496 0277 ext. 31"),
        ("Lösche meine Daten, Handy-IMEI 356 901 110 442 118", None),
        ("Delete my data. On the phone it says 8944 1100 2233 4455", None),
        ("Delete my data, my phone is 0049 151 5550 1822", "0049 151 5550 1822"),
    ],
)
def test_forms(said: str, phone: str | None) -> None:
    assert _phone(said) == phone


OLD, NEW = "0161 496 0822", "0161 496 0911"


@each(
    "said",
    [
        "Please correct my number: instead of A put B.",
        "You have A, which was cut off. The right one is now B, please correct it.",
        "Corrigeer mijn nummer: in plaats van A nu B.",
        "Jullie hebben A, maar dat is opgezegd. Het moet B zijn, graag corrigeren.",
        "Bitte meine Nummer ändern: anstelle von A jetzt B.",
        "Meine Nummer ist nicht mehr die A, sondern B. Bitte berichtigen.",
        "Corrigez mon numéro : au lieu du A, mettez le B.",
        "Vous avez le A, il est résilié. Le bon numéro est maintenant le B. Merci de corriger.",
        "Corrijan mi número: en vez de A pongan B.",
        "Tienen el A, que di de baja. El bueno ahora es el B, corríjanlo.",
        "Correggete il mio numero: al posto del vecchio A mettete B.",
        "Il mio numero è cambiato, prima A adesso B. Correggete.",
        "Corrijam o meu número: em vez de A ponham B.",
        "O meu número já não é o A, agora é o B. Corrijam, por favor.",
        "My number changed, A is no longer mine, use B instead. Please update.",
        "He cambiado de móvil: quiten A y pongan B.",
        "Bitte Nummer ändern: die A habe ich noch, aber B ist meine.",
        "Proszę poprawić mój numer: zamiast A wpiszcie B.",
        "Mój numer to już nie A, teraz B. Proszę poprawić.",
    ],
)
def test_the_number_that_is_right_now(said: str) -> None:
    assert _phone(said.replace("A", OLD, 1).replace(" B", f" {NEW}", 1)) == NEW

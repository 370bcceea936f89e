"""Which number is what, where somebody lives, who acts for whom: invented messages in eight languages."""

import pytest

from bot.understanding.places import places
from bot.understanding.references import account_id, case_reference, ticket
from bot.understanding.roles import acts_for, age_of_child, grown_up

TICKETS: list[tuple[str, str | None]] = [
    ("Ticket #481200: she wants out", "481200"),
    ("ticket 99123 please", "99123"),
    ("see #77121 for the thread", "77121"),
    ("ZD-48811 asks for deletion", "ZD-48811"),
    ("INC0048123 wants a copy", "INC0048123"),
    ("SR-60551: erase", "SR-60551"),
    ("TKT-2091 erase", "TKT-2091"),
    ("support case 512344? no: case number 512344", "512344"),
    ("Escalation: 612300 to privacy please", "612300"),
    ("priority raised: 612301", "612301"),
    ("opschalen aub: 712302", "712302"),
    ("Eskalation 812303, bitte übernehmen", "812303"),
    ("Escalade : 912304 merci", "912304"),
    ("Escalado a privacidad: 912305", "912305"),
    ("Zgłoszenie 922306, klient chce usunąć konto", "922306"),
    ("melding 712399 van gisteren", "712399"),
    ("Vorgang 812355 bitte", "812355"),
    ("[612311] delete me", "612311"),
    ("612312 - can privacy take this", "612312"),
    ("invoice no. 612313 is wrong", None),
    ("my order nr 612314 never came", None),
    ("klantnummer: 712315", None),
    ("State Bar No. 612316", None),
    ("Rechnung Nr. 812317", None),
    ("facture n° 912318", None),
    ("call me on extension 612", None),
    ("DSR-2026-0142 is still open", None),
    ("in 2025 I had 10000 points", None),
]

CASES: list[tuple[str, str | None]] = [
    ("DSR-2026-0142 is still open", "DSR-2026-0142"),
    ("status of PRIV-2025-0044?", "PRIV-2025-0044"),
    ("AVG-2025-12 graag status", "AVG-2025-12"),
    ("INV-2025-0042 is wrong", None),
    ("factuur RE-2025-118", None),
]

ACCOUNTS: list[tuple[str, str | None]] = [
    ("my customer number is 88120", "88120"),
    ("account no. AB-90112", "AB-90112"),
    ("acct 0055-12-QX is mine", "0055-12-QX"),
    ("klantnummer 55120", "55120"),
    ("mijn account met nummer 55121", "55121"),
    ("das Konto DE-55122 löschen", "DE-55122"),
    ("Kundenkonto 55123", "55123"),
    ("Kundennummer: K-55124", "K-55124"),
    ("numéro de client 55125", "55125"),
    ("número de cliente 55126", "55126"),
    ("numero cliente 55127", "55127"),
    ("número de conta 55128", "55128"),
    ("numer klienta 55129", "55129"),
    ("my account was made in spring", None),
    ("delete the account please", None),
]

PLACES: list[tuple[str, tuple[str | None, str | None]]] = [
    ("I live in Tallinn, Estonia", ("EE", None)),
    ("I live in Reading and want out", ("GB", None)),
    ("Reading your policy I want out", (None, None)),
    ("Meinen Namen und alles andere löschen", (None, None)),
    ("moro em Curitiba (PR), Brasil", ("BR", "PR")),
    ("vivo a Treviso", ("IT", None)),
    ("Fresno, CA 93701", ("US", "CA")),
    ("ik woon in Zwolle", ("NL", None)),
    ("ich wohne in Kassel", ("DE", None)),
    ("j'habite à Nantes", ("FR", None)),
    ("mieszkam w Krakowie", ("PL", None)),
    ("the Leeds office told me so", (None, None)),
    ("you signed me up at the Hamburg fair", (None, None)),
    ("the Berlin authority will hear of it", (None, None)),
    ("Austin Cole wants out", (None, None)),
    ("a workshop in Lisbon", (None, None)),
]


@pytest.mark.parametrize(("text", "number"), TICKETS)
def test_tickets(text: str, number: str | None) -> None:
    found = ticket(text)
    assert (found and found.value) == number


@pytest.mark.parametrize(("text", "number"), CASES)
def test_cases(text: str, number: str | None) -> None:
    found = case_reference(text)
    assert (found and found.value) == number


@pytest.mark.parametrize(("text", "number"), ACCOUNTS)
def test_accounts(text: str, number: str | None) -> None:
    found = account_id(text)
    assert (found and found.value) == number


@pytest.mark.parametrize(("text", "where"), PLACES)
def test_places(text: str, where: tuple[str | None, str | None]) -> None:
    country, state = places(text, ((0, len(text)),))
    assert (country and country.value, state and state.value) == where


@pytest.mark.parametrize(
    ("text", "words", "acts"),
    [
        ("Stop using my file while my lawyer checks it.", "lawyer", False),
        ("Das nächste Schreiben kommt vom Anwalt. Löschen Sie meine Daten.", "Anwalt", False),
        ("As her lawyer I ask for my client's file.", "lawyer", True),
        ("B. Streit, Rechtsanwältin", "Rechtsanwältin", True),
        ("Since my mother died I read no mail. Delete my account.", "my mother", False),
        ("Please close my mother's account, she died; my number is below.", "my mother", True),
        ("Namens mijn moeder vraag ik u haar gegevens te wissen.", "mijn moeder", True),
        ("Mijn zus zegt dat ik mijn gegevens mag opvragen.", "Mijn zus", False),
        ("Mein Mann sagt, ich soll meine Daten löschen lassen.", "Mein Mann", False),
        ("Ma mère veut que vous effaciez son compte, voici mon numéro.", "Ma mère", True),
    ],
)
def test_who_acts(text: str, words: str, acts: bool) -> None:
    low = text.index(words)
    assert acts_for(text, low, low + len(words)) is acts


@pytest.mark.parametrize(
    ("text", "young"),
    [
        ("my daughter turned eleven last week", True),
        ("her lad (13!) signed up", True),
        ("mijn zoon is 12", True),
        ("meine Tochter, 10 Jahre alt", True),
        ("mon fils, 14 ans", True),
        ("mi hija tiene 9 anos, de 9 años", True),
        ("mia figlia ha 11 anni", True),
        ("o meu filho tem 12 anos", True),
        ("moja córka ma 13 lat", True),
        ("I am the mother of Tim, he is 12", True),
        ("ik ben de vader van Tess (9)", True),
        ("my son is 34", False),
        ("my mother is a customer, her invoice is 12 pages", False),
        ("a child of art. 17, he said", False),
        ("the user is 12 in our ranking", False),
    ],
)
def test_the_age_of_a_child(text: str, young: bool) -> None:
    assert (age_of_child(text) is not None) is young


def test_a_ward_may_be_grown_up() -> None:
    text = "The guardian of Mr Cole (81) asks for his file."
    low = text.index("guardian")
    assert grown_up(text, low, low + 8)
    assert not grown_up("The guardian of Tim (9) asks.", 4, 12)

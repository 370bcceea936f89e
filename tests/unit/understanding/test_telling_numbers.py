"""What a number is by all that stands around it, where no plain rule tells; and user names."""

from pathlib import Path

import pytest

from bot.understanding.numbers.codes import codes
from bot.understanding.numbers.handles import handles
from bot.understanding.numbers.meanings import Meanings, meanings
from bot.understanding.numbers.references import References, references
from bot.understanding.training.sources import signed_numbers
from tests.growth import in_proportion
from tests.lines import each

# a text, and the ticket, the case of ours and the account that it names
TOLD = [
    ("OSKAR-20417\nReported by the front desk: guest wants her stay erased", ("OSKAR-20417", None, None)),
    ("ticket tool has it as 3312-0091, over to you", ("3312-0091", None, None)),
    ("Passing this up: WEB-30118, customer wants everything gone", ("WEB-30118", None, None)),
    ("Any word on ERQ 20771? You said thirty days.", (None, "ERQ 20771", None)),
    ("erasure log ERA-2025-0409, is it done?", (None, "ERA-2025-0409", None)),
    ("privacyzaak PZ/25/0092 loopt nog?", (None, "PZ/25/0092", None)),
    ("Datenschutzfall DSFALL-00892: wann ist es so weit?", (None, "DSFALL-00892", None)),
    ("sprawa prywatności OD/318/25, kiedy odpowiedź?", (None, "OD/318/25", None)),
    ("Klanten-id is 7 3301 224. Ik wil weten wat u van mij heeft.", (None, None, "7 3301 224")),
    ("BahnTreu-Nr. 7083 1420 0055 8810, bitte Auskunft", (None, None, "7083 1420 0055 8810")),
    ("Carte Azur membre QZ 4410 228 71 : supprimez mes données.", (None, None, "QZ 4410 228 71")),
    ("Tarjeta socio 4471 0093 118, quiero una copia de mis datos.", (None, None, "4471 0093 118")),
    ("my customer tag reads 5518-20-K, please delete me", (None, None, "5518-20-K")),
    ("Mietvertrag 44-2023-0917, bitte alles löschen", (None, None, "44-2023-0917")),
    ("Stammkunden-Nr. 2003-118. Keine Werbung mehr.", (None, None, "2003-118")),
    ("Mijn webshopaccount is WH0044718, gooi het weg.", (None, None, "WH0044718")),
    ("Nr płatnika 41 0072 3381, proszę o kopię danych", (None, None, "41 0072 3381")),
    ("My investor number is 0087 3318 4C.", (None, None, "0087 3318 4C")),
    ("Das Abo läuft unter Abo-Nr. KX 4400 82-6.", (None, None, "KX 4400 82-6")),
    ("Kundnr AT 44-0822, bitte löschen", (None, None, "AT 44-0822")),
    ("Betreff: Re: [Ticket#2026041810007733] Ihre Frage", ("2026041810007733", None, None)),
    ("[SRV-30771] access\nplease look at SRV-30771 first", ("SRV-30771", None, None)),
    ("Cliente n.º 229-431-S, quero os meus dados", (None, None, "229-431-S")),
]
# What names nothing: the laws' own numbers, sums, years
NAMELESS = [
    "Ai sensi del RGPD 2016/679 chiedo la cancellazione dei miei dati.",
    "Under CCPA 1798.105 please delete my data.",
    "Zgodnie z RODO 2016/679 proszę o usunięcie danych.",
    "I'm a customer, with 12 000 points. Delete me.",
    "Ich bin Kunde und habe € 1 250 bezahlt. Löschen Sie alles.",
    "Klant sinds 2019, verwijder mijn gegevens.",
    "Member for 1250 days, 3 000 emails later: stop.",
]

NAMES = [
    ("My user ID is corvid_reader79, delete the lot.", ["corvid_reader79"]),
    ("I'm Fenella Crabbe, my login fcrabbe can go.", ["fcrabbe"]),
    ("Identifiant : tlemoigne. Merci, Thaïs Lemoigne-Duval", ["tlemoigne"]),
    ("Konto (login kszumlanska), Karolina Szumlańska", ["kszumlanska"]),
    ("My login details are wrong, Dave Wilson", []),
    ("The login page does not let the wilsons in. Dave Wilson", []),
    ("Account deletion: please remove my user accounts.", []),
    ("Change: User changed her name. Please correct to Ann Tolliver", []),
    ("De login pagina doet het niet. Groet, Gina de Vries", []),
    ("Wunsch: Nutzer wünscht Löschung. Inge Meier", []),
    ("username: forgotten. Sincerely, Otto Gotten.", []),
    ("login: quillon.marsh", ["quillon.marsh"]),
    ("mein Nutzername ist wolken_kind", ["wolken_kind"]),
    ("mi usuario es wcasta77", ["wcasta77"]),
    ("Pseudo du joueur : leo_mrct15", ["leo_mrct15"]),
    ("Login w grze: kapi_smok", ["kapi_smok"]),
    ("gebruikersnaam tinekevanl_55", ["tinekevanl_55"]),
    ("my handle is @fern.hollow", ["@fern.hollow"]),
    ("write to fern_hollow7@post.example", []),
    ("see https://shop.example/u_77 and the user guide.", []),
    ("I am a user. Please delete my data", []),
    ("user par. 8.4, version rc_4", ["rc_4"]),  # looks like one; the table has the word
    ("handle this, please", []),
]


@each(("text", "told"), TOLD)
def test_what_no_rule_tells_is_told_by_what_stands_around(
    text: str, told: tuple[str | None, str | None, str | None]
) -> None:
    assert _values(references(text)) == told


@each("text", NAMELESS)
def test_laws_and_sums_name_nothing(text: str) -> None:
    assert _values(references(text)) == (None, None, None)


@each(("text", "names"), NAMES)
def test_user_names(text: str, names: list[str]) -> None:
    assert [name.value for name in handles(text)] == names


@each(
    "word",
    [
        *("login", "LOGIN", "user", "uſer", "inlognaam", "gebruiker", "aanmeldnaam", "benutzer", "Nutzername"),
        *("Anmeldename", "identifiant", "utilisateur", "usuario", "utente", "utilizador", "uzytkownik", "Użytkownik"),
    ],
)
def test_a_name_behind_a_word_for_user_names_is_one(word: str) -> None:
    assert [name.value for name in handles(f"Fenella Crabbe here, my {word} fcrabbe")] == ["fcrabbe"]


@each(
    ("text", "numbers"),
    [
        ("see #ABCDEFG-ABCDEFG-ABCDEFG-ABCDEFG-ABCDEFG-123 please", ["ABCDEFG-ABCDEFG-ABCDEFG-ABCDEFG-ABCDEFG-123"]),
        ("art. 14, and 14 123 456", ["14 123 456"]),
        ("14 B, or 2 C", []),
    ],
)
def test_a_number_is_found_with_all_that_belongs_to_it(text: str, numbers: list[str]) -> None:
    assert [code.value for code in codes(text)] == numbers


@each(
    "text",
    [
        "Under § 6-1-1306 I opt out.",
        "His leave is from 22-26 June.",
        "I ordered 3 pairs of size 42 for 119.95 euro on 3 March 2026.",
        "Paid to IT60X0542811101000000123456 last week.",
    ],
)
def test_other_numbers_are_nobodys(text: str) -> None:
    assert _values(references(text)) == (None, None, None)


def test_a_user_name_is_what_the_person_is_known_by() -> None:
    assert references("Please close my profile, username moss_and_fern").account.value == "moss_and_fern"  # type: ignore[union-attr]


def test_the_table_belongs_to_its_lines_and_messages() -> None:
    assert meanings().comments == [*signed_numbers()], "lines, messages or lists have changed: run `make numbers`"


def test_a_table_of_other_columns_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "numbers.tsv"
    file.write_text("feature\tcase\tticket\taccount\nstart\t0\t0\t0\n")
    with pytest.raises(ValueError, match="columns are not the meanings"):
        Meanings(file)


def test_a_mail_of_numbers_is_read_in_time_that_grows_with_its_length_alone() -> None:
    assert in_proportion(lambda many: references("AB-12345 user_77 4471 0093 " * many), 100)


def _values(found: References) -> tuple[str | None, str | None, str | None]:
    ticket, case, account = (fact.value if fact else None for fact in (found.ticket, found.case, found.account))
    return ticket, case, account


@each(
    "text",
    [
        "Login: annbell / sun_shine33. Delete my account",
        "login annbell, pw sun_shine33",
        "my account: annbell, secret word blue_moon77",
        "mijn wachtwoord is zon_licht9",
    ],
)
def test_a_password_is_no_user_name(text: str) -> None:
    assert [name.value for name in handles(text)] == []


@each(
    "text",
    [
        "I complained to the ICO (case IC-447120-B2C3). Delete my data",
        "in case 120 people come",
        "My COVID-19 data must go",
    ],
)
def test_no_case_of_ours(text: str) -> None:
    assert references(text).case is None


@each(
    "text",
    [
        "I'm handing over a case: Ann Bell wants deletion, she paid 4999",
        "I'm handing over a case: Ann Bell wants deletion, she has paid 4 999 already",
        "ik draag een zaak over: Ann Bell wil verwijderd worden, ze betaalde 4999",
        "I'm handing over a case: Ann Bell wants deletion, sie hat 4999 bezahlt",
    ],
)
def test_a_sum_that_was_paid_is_no_case_of_ours(text: str) -> None:
    assert references(text) == References(None, None, None)


def test_who_paid_keeps_their_number() -> None:
    ticket = references("Ticket 4711 paid twice and wants her data deleted").ticket
    assert ticket is not None
    assert ticket.value == "4711"

"""Every letter under every law in every language: whole, with citations of that law and contacts of the policy."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cases.snapshot import Details, Person
from bot.cases.words import Capacity, Reason, Role, Verification
from bot.errors import BadSettings, Refused
from bot.law.book import Regime, law_book
from bot.law.rules import citation
from bot.letters import LANGUAGES, Letter, LetterKind, Own, WrongDay, compose, offered
from bot.letters.check import faults
from bot.letters.compose import phrases
from bot.letters.sample import RECEIVED, SAMPLE_DETAILS, sample, sample_case
from bot.policy import load_policy
from bot.rights import Right
from tests.cases import a_case, a_request
from tests.lines import each

BOOK = law_book()
LAWS = sorted(BOOK.regimes)
POLICY = load_policy(Path(__file__).parents[3] / "policies" / "model.toml")
PLAIN = load_policy(Path(__file__).parents[3] / "policies" / "example.toml")


def a_letter(
    kind: LetterKind, law: str = "eu_gdpr", right: Right = Right.ACCESS, language: str = "en", **own: object
) -> Letter:
    case = sample_case(law, right, language, BOOK)
    return compose(kind, case, SAMPLE_DETAILS, POLICY, BOOK, today=RECEIVED, own=Own(**own))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", LAWS)
def test_every_letter_is_whole(law: str, language: str) -> None:
    contact = POLICY.contact_for(law)
    for kind in LetterKind:
        try:
            letter = sample(kind, law, language, POLICY, BOOK)
        except ValueError:
            assert kind is LetterKind.EXTENSION
            continue
        assert letter.language == language and not letter.instead_of
        assert "DSR-2026-0042" in letter.subject and "\n" not in letter.subject
        assert contact.email in letter.body and contact.name in letter.body
        assert letter.body.endswith("Jitterbit")
        assert not re.search(r"[{}\[\]]|None|\(\)|  | ,|\.\.", letter.body), letter.body
        assert max(len(paragraph) for paragraph in letter.body.split("\n\n")) < 2_900
        others = {other.authority_page for other in BOOK.regimes.values()} - {BOOK.regime(law).authority_page, ""}
        assert not any(page in letter.body for page in others)


@each("regime", BOOK.regimes.values())
def test_a_letter_cites_where_the_law_grants_what_was_asked(regime: Regime) -> None:
    for right in regime.rights:
        if right is Right.COMPLAINT:
            continue
        cited = citation(BOOK, regime.id, right)
        letter = sample(LetterKind(right.value), regime.id, "en", POLICY, BOOK)
        assert phrases("en").cited(cited) in letter.body


def test_articles_are_named_as_the_language_names_them() -> None:
    found = {language: phrases(language).cited("GDPR art. 15") for language in LANGUAGES}
    assert found == {
        "en": "article 15 GDPR",
        "nl": "artikel 15 AVG",
        "de": "Art. 15 DSGVO",
        "fr": "article 15 du RGPD",
        "es": "artículo 15 del RGPD",
        "it": "articolo 15 del GDPR",
        "pt": "artigo 15 do RGPD",
        "pl": "art. 15 RODO",
    }
    assert phrases("nl").cited("GDPR art. 9 and 18") == "artikel 9 en 18 AVG"
    assert phrases("de").cited("ORS 646A.576") == "ORS 646A.576"


def test_a_language_without_letters_falls_back_to_english_and_says_so() -> None:
    letter = a_letter(LetterKind.RECEIPT, language="sv")
    assert (letter.language, letter.instead_of) == ("en", "sv")
    assert letter.body.startswith("Dear Ana Diaz,")


@each(
    ("language", "subject", "said"),
    [
        ("pt", "Recebemos o seu pedido", "Terá a nossa resposta o mais tardar em 7 de dezembro de 2026."),
        ("pl", "Otrzymaliśmy Pani/Pana prośbę", "Naszą odpowiedź otrzyma Pani/Pan najpóźniej 7 grudnia 2026."),
        ("it", "Abbiamo ricevuto la Sua richiesta", "Avrà la nostra risposta al più tardi in data 7 dicembre 2026."),
    ],
)
def test_who_writes_portuguese_polish_or_italian_is_answered_so(language: str, subject: str, said: str) -> None:
    letter = a_letter(LetterKind.RECEIPT, language=language)
    assert (letter.language, letter.instead_of) == (language, "")
    assert letter.subject.startswith(subject) and said in letter.body


@each(
    ("language", "said"),
    [
        ("es", "Transmitimos sin demora su solicitud a esa empresa."),
        ("it", "Trasmettiamo senza indugio la Sua richiesta a quell'impresa."),
        ("pt", "Transmitimos sem demora o seu pedido a essa empresa."),
    ],
)
def test_a_request_is_passed_on_to_the_firm_and_not_to_who_reads_the_letter(language: str, said: str) -> None:
    """A pronoun ("Le trasmettiamo", "transmitimos-lhe") would mean the reader, as it does in the rest of the letter."""
    assert said in a_letter(LetterKind.REDIRECT, language=language, customer_told=True).body


@each("language", LANGUAGES)
def test_what_the_company_tells_of_its_data_stands_in_the_language_of_the_letter(language: str) -> None:
    body = a_letter(LetterKind.KNOW_CATEGORIES, "us_ca", Right.KNOW_CATEGORIES, language).body
    told = POLICY.told
    names = (*(one.name for one in told.categories), *told.purposes, *told.sources, *told.recipients, told.keeping)
    assert all(said[language] in body for said in names)


def test_a_report_about_a_child_names_the_age_that_the_child_has_not_reached() -> None:
    body = a_letter(LetterKind.MINOR_REPORT, language="pl").body
    assert f"która nie ukończyła {POLICY.limits.age} lat" in body


def test_a_receipt_tells_the_date_of_the_answer_and_asks_for_nothing_that_is_not_needed() -> None:
    assert "You have our answer by 7 December 2026 at the latest." in a_letter(LetterKind.RECEIPT).body
    opt_out = a_letter(LetterKind.RECEIPT, "us_ca", Right.OPT_OUT_SALE).body
    assert "We need nothing further from you." in opt_out
    assert "We act on it without delay" in a_letter(LetterKind.RECEIPT, right=Right.OPT_OUT_MARKETING).body or (
        "You have our answer by" in a_letter(LetterKind.RECEIPT, right=Right.OPT_OUT_MARKETING).body
    )
    assert "45" not in a_letter(LetterKind.RECEIPT).body


def test_who_asks_is_proved_as_the_law_wants_it() -> None:
    assert "one-time link" in a_letter(LetterKind.VERIFICATION).body
    california = a_letter(LetterKind.VERIFICATION, "us_ca").body
    assert "three details" in california and "penalty of perjury" in california
    assert "no copy of an identity document" in california


@each(
    ("law", "capacity", "shown"),
    [
        ("eu_gdpr", Capacity.LAWYER, "schriftelijke machtiging"),
        ("uk_gdpr", Capacity.POWER_OF_ATTORNEY, "schriftelijke machtiging"),
        ("us_ca", Capacity.LAWYER, "ondertekende toestemming"),
        ("us_va", Capacity.REPRESENTATIVE, "ondertekende toestemming"),
        ("us_ca", Capacity.PARENT, "dat u de ouder of voogd bent"),
    ],
)
def test_who_writes_for_somebody_else_shows_what_the_law_lets_us_ask(law: str, capacity: Capacity, shown: str) -> None:
    case = replace(sample_case(law, Right.ACCESS, "nl", BOOK), capacity=capacity)
    details = replace(SAMPLE_DETAILS, representative=Person(name="mr. J. Bakker"))
    letter = compose(LetterKind.VERIFICATION, case, details, POLICY, BOOK, today=RECEIVED, own=Own())
    assert letter.body.startswith("Geachte mr. J. Bakker,")
    assert shown in letter.body
    assert sum(said in letter.body for said in ("machtiging van", "toestemming van", "ouder of voogd")) == 1
    assert "U schrijft namens Ana Diaz;" in letter.body


def test_an_extension_names_the_reason_and_the_longest_date() -> None:
    letter = a_letter(LetterKind.EXTENSION, extension="complexity")
    assert "by 5 February 2027 at the latest" in letter.body
    assert "several systems" in letter.body
    assert "go one by one" not in letter.body
    florida = a_letter(LetterKind.EXTENSION, "us_fl", extension="reasonably_necessary")
    assert "by 4 January 2027 at the latest" in florida.body  # 60 days in all, not 90


def test_an_extension_without_a_reason_or_a_date_is_not_written() -> None:
    with pytest.raises(Refused, match="An extension needs a reason"):
        a_letter(LetterKind.EXTENSION)
    with pytest.raises(Refused, match="choose the day"):
        a_letter(LetterKind.EXTENSION, "ca_qc", extension="complexity")
    swiss = a_letter(LetterKind.EXTENSION, "ch_fadp", extension="complexity", until=date(2027, 1, 15))
    assert "15 January 2027" in swiss.body


def test_a_refusal_says_why_and_what_is_left_to_the_person() -> None:
    with pytest.raises(Refused, match="needs a reason"):
        a_letter(LetterKind.REFUSAL)
    with pytest.raises(Refused, match="explain"):
        a_letter(LetterKind.REFUSAL, reason=Reason.OTHER)
    spain = a_letter(LetterKind.REFUSAL, reason=Reason.NO_MATCH).body
    assert "Agencia Española de Protección de Datos" in spain and "a court" in spain
    colorado = a_letter(LetterKind.REFUSAL, "us_co", reason=Reason.NO_MATCH).body
    assert "appeal against this decision" in colorado and "within 45 days" in colorado
    assert "Attorney General" in colorado
    britain = a_letter(LetterKind.REFUSAL, "uk_gdpr", reason=Reason.NO_MATCH).body
    assert "ICO" in britain


def test_california_offers_what_needs_no_proof() -> None:
    erasure = a_letter(LetterKind.REFUSAL, "us_ca", Right.ERASURE, reason=Reason.INSUF_VERIFICATION).body
    assert "not to sell or share your data" in erasure
    access = a_letter(LetterKind.REFUSAL, "us_ca", Right.ACCESS, reason=Reason.INSUF_VERIFICATION).body
    assert "the kinds of data that we collect" in access


def test_a_redirect_neither_confirms_nor_denies() -> None:
    letter = a_letter(LetterKind.REDIRECT)
    assert "or say whether we hold anything about you" in letter.body
    assert "We pass your request on" not in letter.body
    assert "We pass your request on to it without delay" in a_letter(LetterKind.REDIRECT, customer_told=True).body


def test_an_answer_about_categories_has_californias_letters_and_its_twelve_months() -> None:
    letter = a_letter(LetterKind.KNOW_CATEGORIES, "us_ca", Right.KNOW_CATEGORIES).body
    assert [letter.index(f"- {code} – ") for code in "ABCDFIJ"] == sorted(letter.index(f"- {c} – ") for c in "ABCDFIJ")
    assert not any(f"- {code} – " in letter for code in "EGHK")
    assert "from 5 November 2025 on" in letter
    assert "data vendors" in letter and "fairs and events" in letter
    assert "- A – " not in a_letter(LetterKind.ACCESS).body


def test_an_opt_out_says_how_far_it_reaches() -> None:
    letter = a_letter(LetterKind.OPT_OUT_SALE, "us_ca", Right.OPT_OUT_SALE).body
    assert "holds for the browser and the address" in letter
    assert "When you clear your cookies" in letter
    assert "may count as selling or sharing" in letter
    case = sample_case("us_ca", Right.OPT_OUT_SALE, "en", BOOK)
    account = replace(SAMPLE_DETAILS, subject=replace(SAMPLE_DETAILS.subject, account="C-1"))
    signed_in = compose(LetterKind.OPT_OUT_SALE, case, account, POLICY, BOOK, today=RECEIVED, own=Own()).body
    assert "holds for your account" in signed_in


def test_a_complaint_is_echoed_and_has_no_consequences() -> None:
    letter = a_letter(LetterKind.COMPLAINT_RECEIPT, right=Right.COMPLAINT).body
    assert "I wrote in June and never heard from you." in letter
    assert "You will have no disadvantage from complaining." in letter
    with pytest.raises(Refused, match="what was found"):
        a_letter(LetterKind.COMPLAINT, right=Right.COMPLAINT)


def test_without_a_name_or_a_country_a_letter_is_polite_all_the_same() -> None:
    case = sample_case("eu_gdpr", Right.ERASURE, "de", BOOK)
    nobody = Details(Person(), None, (), (), "", None, (), ())
    letter = compose(LetterKind.ERASURE, case, nobody, PLAIN, BOOK, today=RECEIVED, own=Own())
    assert letter.body.startswith("Sehr geehrte Damen und Herren,")
    assert "die Datenschutzbehörde des Landes, in dem Sie wohnen oder arbeiten" in letter.body


def test_the_organisation_s_own_template_stands_in_for_ours(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "receipt.txt").write_text("Subject: Hello ({{ reference }})\n\nWe got it on {{ received }}.\n")
    own = POLICY.model_copy(update={"letters": POLICY.letters.model_copy(update={"folder": tmp_path})})
    case = sample_case("eu_gdpr", Right.ACCESS, "en", BOOK)
    letter = compose(LetterKind.RECEIPT, case, SAMPLE_DETAILS, own, BOOK, today=RECEIVED, own=Own())
    assert (letter.subject, letter.body) == ("Hello (DSR-2026-0042)", "We got it on 5 November 2026.")
    other = compose(LetterKind.CLOSING, case, SAMPLE_DETAILS, own, BOOK, today=RECEIVED, own=Own())
    assert other.body.startswith("Dear Ana Diaz,")


def test_the_next_letter_is_offered_first() -> None:
    assert offered(a_case(), extendable=True)[:2] == (LetterKind.RECEIPT, LetterKind.VERIFICATION)
    asked = a_case(a_request(acknowledged_on=date(2026, 3, 6)), verification=Verification.ASKED)
    assert offered(asked, extendable=True)[0] is LetterKind.VERIFICATION_REMINDER
    assert offered(a_case(role=Role.PROCESSOR), extendable=True) == (
        LetterKind.REDIRECT,
        LetterKind.RECEIPT,
        LetterKind.WITHDRAWN,
    )
    assert offered(a_case(a_request(Right.COMPLAINT)), extendable=False)[0] is LetterKind.COMPLAINT_RECEIPT


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("Subject: Hello\n\n{{ refrence }}\n", "'refrence' is undefined"),
        ("Subject: Hello\n\n{% if due %}\n", "Unexpected end of template"),
        ("Subject: Hello\n\n{{ received + 1 }}\n", "can only concatenate str"),
        ("Subject: Hello\n\n{{ 1 / 0 }}\n", "division by zero"),
        ('{% extends "receipt.txt" %}\n', "recursion"),
        ("Hello {{ reference }}\n", "it does not begin with a line for the subject"),
    ],
)
def test_a_template_with_a_fault_stops_the_letter_and_says_what_is_wrong(
    tmp_path: Path, template: str, fault: str
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "receipt.txt").write_text(template)
    own = POLICY.model_copy(update={"letters": POLICY.letters.model_copy(update={"folder": tmp_path})})
    case = sample_case("eu_gdpr", Right.ACCESS, "en", BOOK)
    with pytest.raises(Refused, match=fault) as refused:
        compose(LetterKind.RECEIPT, case, SAMPLE_DETAILS, own, BOOK, today=RECEIVED, own=Own())
    assert str(refused.value).startswith("The template en/receipt.txt has a fault: ")


def test_a_template_with_a_fault_is_found_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "receipt.txt").write_text("Subject: Hello\n\n{{ refrence }}\n")
    own = POLICY.model_copy(update={"letters": POLICY.letters.model_copy(update={"folder": tmp_path})})
    assert faults(own, BOOK) == ["The template en/receipt.txt has a fault: 'refrence' is undefined."]


def test_our_own_templates_have_no_fault() -> None:
    assert faults(POLICY, BOOK) == faults(PLAIN, BOOK) == []


def test_a_folder_of_letters_lies_beside_the_policy_file(tmp_path: Path) -> None:
    example = (Path(__file__).parents[3] / "policies" / "example.toml").read_text()
    (tmp_path / "ours.toml").write_text(f'{example}\n[letters]\nfolder = "brieven"\n')
    with pytest.raises(BadSettings, match="there is no folder"):
        load_policy(tmp_path / "ours.toml")
    (tmp_path / "brieven").mkdir()
    assert load_policy(tmp_path / "ours.toml").letters.folder == tmp_path / "brieven"


def test_the_organisation_s_own_frame_may_begin_with_ours(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    frame = '{% extends "ours/letter.txt" %}{% block routes %}{{ super() }} Call us, too.{% endblock %}'
    (tmp_path / "en" / "letter.txt").write_text(frame)
    own = POLICY.model_copy(update={"letters": POLICY.letters.model_copy(update={"folder": tmp_path})})
    case = sample_case("eu_gdpr", Right.ACCESS, "en", BOOK)
    letter = compose(LetterKind.RECEIPT, case, SAMPLE_DETAILS, own, BOOK, today=RECEIVED, own=Own())
    assert "Call us, too." in letter.body and letter.body.startswith("Dear Ana Diaz,")


@pytest.mark.parametrize(
    ("found", "instead", "fault"),
    [
        ('T1 = "', 'T9 = "', "'T1' is missing"),
        ("article {} GDPR", "article {} {} GDPR", "exactly once"),
        ("[asks]", "[asks", "fault"),
    ],
)
def test_phrases_with_a_fault_are_named(tmp_path: Path, found: str, instead: str, fault: str) -> None:
    ours = (Path(__file__).parents[3] / "bot" / "letters" / "templates" / "en" / "phrases.toml").read_text()
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "phrases.toml").write_text(ours.replace(found, instead, 1))
    own = POLICY.model_copy(update={"letters": POLICY.letters.model_copy(update={"folder": tmp_path})})
    case = sample_case("eu_gdpr", Right.ACCESS, "en", BOOK)
    with pytest.raises(Refused, match=fault):
        compose(LetterKind.RECEIPT, case, SAMPLE_DETAILS, own, BOOK, today=RECEIVED, own=Own())


def test_several_requests_with_several_dates_are_told_apart() -> None:
    case = sample_case("us_ca", Right.ACCESS, "en", BOOK)
    opt_out = sample_case("us_ca", Right.OPT_OUT_SALE, "en", BOOK).requests
    marketing = sample_case("us_ca", Right.OPT_OUT_MARKETING, "en", BOOK).requests
    both = replace(case, requests=(*case.requests, *opt_out, *marketing))
    letter = compose(LetterKind.RECEIPT, both, SAMPLE_DETAILS, POLICY, BOOK, today=RECEIVED, own=Own()).body
    assert "20 December 2026 (to send you a copy of your personal data); 30 November 2026 (not to sell" in letter
    late = compose(LetterKind.RECEIPT, case, SAMPLE_DETAILS, POLICY, BOOK, today=date(2027, 3, 1), own=Own()).body
    assert "December" not in late.replace("5 November 2026", "")


def test_an_extension_ends_within_what_the_law_gives() -> None:
    for until, fault in (
        (date(2026, 12, 1), "ends after the date that holds now, 7 Dec 2026"),
        (date(2029, 1, 1), "longer than the law allows: 5 Feb 2027 is the last day"),
    ):
        with pytest.raises(WrongDay, match=fault):
            a_letter(LetterKind.EXTENSION, extension="complexity", until=until)
    shorter = a_letter(LetterKind.EXTENSION, extension="complexity", until=date(2027, 1, 15))
    assert "15 January 2027" in shorter.body

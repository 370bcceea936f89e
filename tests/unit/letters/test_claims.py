"""A letter claims what is on record and what the law says, and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.cases.words import Reason, Verification
from bot.errors import Refused
from bot.law.book import law_book
from bot.law.rules import extension_citation
from bot.letters import LANGUAGES, LetterKind, Own, compose
from bot.letters.compose import phrases
from bot.letters.sample import RECEIVED, SAMPLE_DETAILS, sample_case
from bot.policy import load_policy
from bot.rights import Right
from tests.lines import each

BOOK = law_book()
POLICY = load_policy(Path(__file__).parents[3] / "policies" / "model.toml")
LATE = date(2027, 8, 7)  # 275 days after the request came in


def written(
    kind: LetterKind,
    *rights: Right,
    law: str = "eu_gdpr",
    language: str = "en",
    today: date = RECEIVED,
    done: tuple[str, ...] = (),
    verification: Verification = Verification.ASKED,
    own: Own | None = None,
) -> str:
    case = sample_case(law, rights[0], language, BOOK)
    requests = [replace(sample_case(law, right, language, BOOK).requests[0], done=done) for right in rights]
    case = replace(case, requests=tuple(requests), verification=verification)
    return compose(kind, case, SAMPLE_DETAILS, POLICY, BOOK, today=today, own=own or Own()).body


# -- more time --------------------------------------------------------------------------------------------------------


@each(
    ("law", "right", "language", "cited"),
    [
        ("eu_gdpr", Right.ERASURE, "nl", "De wet (artikel 12(3) AVG) staat ons toe"),
        ("eu_gdpr", Right.ACCESS, "en", "The law (article 12(3) GDPR) lets us"),
        ("eu_gdpr", Right.RECTIFICATION, "de", "Das Gesetz (Art. 12(3) DSGVO) erlaubt uns"),
        ("uk_gdpr", Right.ACCESS, "en", "(article 12(3) and 12A UK GDPR)"),
        ("ch_fadp", Right.ACCESS, "de", "(Art. 18(2) DSV)"),
        ("ch_fadp", Right.ACCESS, "fr", "(article 18(2) OPDo)"),
        ("us_ca", Right.ERASURE, "en", "(Cal. Civ. Code 1798.130(a)(2)(A))"),
        ("us_ca", Right.AUTOMATED_DECISION, "en", "(11 CCR 7021(b))"),
        ("us_va", Right.ERASURE, "en", "(Va. Code 59.1-577)"),
        ("ca_pipeda", Right.ACCESS, "en", "(PIPEDA s. 8(4))"),
        ("za_popia", Right.ACCESS, "en", "(PAIA s. 57)"),
    ],
)
def test_an_extension_cites_where_the_law_allows_more_time(law: str, right: Right, language: str, cited: str) -> None:
    rule = BOOK.regime(law).rule(right, RECEIVED)
    assert rule is not None and rule.extension is not None
    until = date(2027, 1, 3) if rule.extension.total is None else None
    own = Own(extension=rule.extension.reasons[0], until=until)
    assert cited in written(LetterKind.EXTENSION, right, law=law, language=language, own=own)


def test_no_extension_is_cited_by_the_article_of_the_right_itself() -> None:
    for regime in BOOK.regimes.values():
        for right in regime.rights:
            rule = regime.rule(right, RECEIVED)
            if rule is not None and rule.extension is not None:
                cited = extension_citation(BOOK, regime.id, right, RECEIVED)
                assert cited == regime.statute or cited == regime.name or cited != regime.citations.get(right)
                assert all(phrases(language).cited(cited) for language in LANGUAGES)


# -- a refusal --------------------------------------------------------------------------------------------------------

UNPROVEN = Own(reason=Reason.INSUF_VERIFICATION)


@each("right", [Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE, Right.OPT_OUT_MARKETING])
@each("verification", [Verification.NOT_NEEDED, Verification.ASKED, Verification.FAILED])
def test_an_opt_out_is_never_refused_for_want_of_proof(right: Right, verification: Verification) -> None:
    with pytest.raises(Refused, match="Nobody needs to prove who they are"):
        written(LetterKind.REFUSAL, right, law="us_ca", verification=verification, own=UNPROVEN)


def test_of_several_requests_only_those_that_need_proof_are_refused_for_want_of_it() -> None:
    both = (Right.ERASURE, Right.OPT_OUT_SALE)
    chosen = replace(UNPROVEN, rights=both)
    with pytest.raises(Refused, match="“Stop selling or sharing”, so it cannot be refused for that"):
        written(LetterKind.REFUSAL, *both, law="us_ca", verification=Verification.FAILED, own=chosen)
    one = replace(UNPROVEN, rights=(Right.ERASURE,))
    refused = written(LetterKind.REFUSAL, *both, law="us_ca", verification=Verification.FAILED, own=one)
    assert "We could not confirm that the request comes from you." in refused and "to delete" in refused


@each(
    ("verification", "fault"),
    [(Verification.NEEDED, "Nobody has asked the person yet"), (Verification.VERIFIED, "The person is verified")],
)
def test_proof_that_nobody_asked_for_or_that_was_given_is_no_reason(verification: Verification, fault: str) -> None:
    with pytest.raises(Refused, match=fault):
        written(LetterKind.REFUSAL, Right.ERASURE, verification=verification, own=UNPROVEN)


# -- a receipt --------------------------------------------------------------------------------------------------------


@each(
    ("language", "sorry", "soon"),
    [
        ("en", "We apologise for the delay", "without delay"),
        ("nl", "Onze excuses voor de vertraging", "zonder uitstel"),
        ("de", "für die Verspätung um Entschuldigung", "unverzüglich"),
        ("fr", "Veuillez nous excuser de ce retard", "sans tarder"),
        ("es", "disculpas por el retraso", "sin demora"),
        ("it", "Ci scusiamo per il ritardo", "senza indugio"),
        ("pt", "desculpa pelo atraso", "sem demora"),
        ("pl", "Przepraszamy za opóźnienie", "niezwłocznie"),
    ],
)
def test_the_receipt_of_a_case_that_is_late_says_so(language: str, sorry: str, soon: str) -> None:
    late = written(LetterKind.RECEIPT, Right.ERASURE, language=language, today=LATE)
    assert sorry in late and soon not in late
    assert sorry not in written(LetterKind.RECEIPT, Right.ERASURE, language=language)


def test_what_is_simply_stopped_is_never_said_to_be_late_by_our_own_target() -> None:
    alone = written(LetterKind.RECEIPT, Right.OPT_OUT_MARKETING, today=LATE)
    assert "We act on it without delay" in alone and "apologise" not in alone
    beside = written(LetterKind.RECEIPT, Right.OBJECTION, Right.OPT_OUT_MARKETING, today=date(2026, 11, 12))
    assert "You have our answer" in beside and "apologise" not in beside


def test_where_only_a_part_is_late_the_rest_has_its_date() -> None:
    body = written(LetterKind.RECEIPT, Right.ACCESS, Right.OPT_OUT_SALE, law="us_ca", today=date(2026, 12, 10))
    assert "to part of your request has passed" in body
    assert "For the rest you have our answers by these days at the latest: 20 December 2026 (to send you a copy" in body
    assert "November 2026 (" not in body


# -- what was done ----------------------------------------------------------------------------------------------------

TOLD = {
    "en": "received the data from us|to whom the data went",
    "nl": "wie de gegevens",
    "de": "erhalten haben",
    "fr": "ceux qui ont reçu",
    "es": "quienes recibieron",
    "it": "chi ha ricevuto",
    "pt": "quem recebeu",
    "pl": "którym przekazaliśmy",
}


@each("language", LANGUAGES)
@each("right", [Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION, Right.OPT_OUT_SALE])
def test_that_recipients_were_told_is_claimed_once_that_step_is_done(right: Right, language: str) -> None:
    kind, claims = LetterKind(right.value), TOLD[language].split("|")
    silent = written(kind, right, law="us_ca" if right is Right.OPT_OUT_SALE else "eu_gdpr", language=language)
    assert not any(claim in silent for claim in claims)
    told = written(kind, right, language=language, done=("tell",))
    assert any(claim in told for claim in claims)


@each(
    ("language", "claim"),
    [
        ("en", "We do not sell"),
        ("nl", "Wij verkopen geen"),
        ("de", "Wir verkaufen keine"),
        ("fr", "Nous ne vendons pas"),
        ("es", "No vendemos"),
        ("it", "Non vendiamo"),
        ("pt", "Não vendemos"),
        ("pl", "Nie sprzedajemy"),
    ],
)
def test_an_opt_out_claims_nothing_about_our_business(language: str, claim: str) -> None:
    assert claim not in written(LetterKind.OPT_OUT_SALE, Right.OPT_OUT_SALE, law="us_ca", language=language)


@each(
    ("language", "said", "never"),
    [
        ("de", ("Unser Zeichen ist DSR-2026-0042.", "Datenschutzbeauftragte"), ("Ihr Zeichen", "Datenschutzstelle")),
        ("fr", ("délégué(e) à la protection des données",), ("délégation à la protection",)),
        ("es", ("delegado o nuestra delegada de protección de datos",), ("delegación de protección",)),
        ("it", ("Il Suo riferimento è DSR-2026-0042.", "responsabile della protezione dei dati"), ("Delegato",)),
        ("pt", ("A sua referência é DSR-2026-0042.", "encarregada da proteção de dados"), ("delegado",)),
        ("pl", ("Numer sprawy: DSR-2026-0042.", "ochrony danych"), ("delegat",)),
    ],
)
@each("kind", [LetterKind.RECEIPT, LetterKind.COMPLAINT_RECEIPT, LetterKind.COMPLAINT])
def test_the_officer_and_the_reference_have_their_proper_names(
    kind: LetterKind, language: str, said: tuple[str, ...], never: tuple[str, ...]
) -> None:
    body = written(kind, Right.COMPLAINT, language=language, own=Own(explanation="…"))
    assert all(words in body for words in said) and not any(words in body for words in never)

"""What the model organisation's privacy policy promises (docs/promises.md), as far as no other test shows it."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.cases import commands as c
from bot.cases.naming import capacity_name
from bot.cases.status import status_of
from bot.cases.words import Arrival, Capacity, Reason, Status, Verification
from bot.cases.worklist import steps
from bot.law.book import law_book
from bot.law.clock import ClockInput, compute
from bot.law.rules import citation
from bot.law.verification import tier
from bot.law.words import PauseReason
from bot.letters import Letter, LetterKind, Own, compose
from bot.letters.sample import RECEIVED, SAMPLE_DETAILS, sample_case
from bot.policy import load_policy
from bot.rights import Right
from tests.cases import a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import CALIFORNIA, AtTheCard
from tests.transcripts.talk import POLICY, Talk

HOUSE = Path(__file__).parents[2]
MODEL = load_policy(HOUSE / "policies" / "model.toml")
BOOK = law_book()
REFERENCE = "DSR-2026-0042"


def letter(kind: LetterKind, law: str = "eu_gdpr", language: str = "en", own: Own | None = None) -> Letter:
    right = Right(kind.value) if kind.value in set(Right) else Right.ACCESS
    case = sample_case(law, right, language, BOOK)
    given = own or Own(explanation="It stands there.")
    return compose(kind, case, SAMPLE_DETAILS, MODEL, BOOK, today=RECEIVED, own=given)


def test_the_page_of_promises_names_every_one_and_a_test_that_exists() -> None:
    page = (HOUSE / "docs" / "promises.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]\d\d) \| .+ \| .+ \| `(test_\w+)` \|$", page, flags=re.MULTILINE)
    assert len(rows) == len({promise for promise, _test in rows}) == 106
    code = "\n".join(path.read_text(encoding="utf-8") for path in (HOUSE / "tests").rglob("test_*.py"))
    tests = set(re.findall(r"def (test_\w+)\(", code))
    assert not {test for _promise, test in rows} - tests


# -- the policy file --------------------------------------------------------------------------------------------------


def test_the_model_policy_has_what_its_text_tells() -> None:
    assert {category.code for category in MODEL.told.categories} == set("ABCDFIJ")
    assert {"Web analytics and cookies", "Visitor register of the offices"} <= {one.name for one in MODEL.told.systems}
    assert any("takes over our business" in one["en"] for one in MODEL.told.recipients)
    assert any("data vendors" in one["en"] for one in MODEL.told.sources) and MODEL.told.purposes
    assert MODEL.contacts.support == "support@jitterbit.com"
    assert MODEL.links.preferences.startswith("https://") and MODEL.limits.age == 16
    utrecht = MODEL.office_for("eu_gdpr")
    assert utrecht is not None
    assert (utrecht.calendar, utrecht.zone) == ("NL", "Europe/Amsterdam")
    assert all(
        set(said) == {"en", "nl", "de", "fr", "es", "it", "pt", "pl"}
        for said in (*MODEL.told.purposes, *MODEL.told.sources)
    )


def test_letters_name_the_office_that_answers() -> None:
    europe, california = letter(LetterKind.ACCESS).body, letter(LetterKind.ACCESS, "us_ca").body
    assert all(said in europe for said in ("Nynke Wright", "+31 30 307 2900", "Leidseveer 2, 3511 SB Utrecht"))
    assert all(said in california for said in ("Will Au", "1-877-852-3500", "1101 Marina Village Parkway"))
    assert "Nynke Wright" in letter(LetterKind.ACCESS, "uk_gdpr", "nl").body


def test_what_the_policy_forgets_the_law_supplies() -> None:
    europe, britain = BOOK.regime("eu_gdpr"), BOOK.regime("uk_gdpr")
    for law in (europe, britain):
        assert {Right.PORTABILITY, Right.AUTOMATED_DECISION} <= set(law.rights)
        assert law.court
    assert "ICO" in (britain.authority_name or "")
    due = compute(ClockInput("eu_gdpr", Right.ACCESS, datetime(2026, 3, 5, 10, tzinfo=UTC)), BOOK).due
    assert due == date(2026, 4, 7)  # a month, moved over Easter


# -- handing over -----------------------------------------------------------------------------------------------------


def test_all_rights_can_be_chosen() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Correct …")
    assert talk.offered("rights") == [right.value for right in Right]


def test_a_case_from_any_channel_is_recorded_as_such() -> None:
    for arrival in (Arrival.PHONE, Arrival.FAX, Arrival.POST, Arrival.IN_PERSON, Arrival.SIGNAL):
        talk = AtTheCard(a_case())
        talk.presses("Correct …")
        talk.submits(arrival=[arrival.value], why="so it came")
        assert talk.commands == [c.CorrectCase(REFERENCE, "so it came", arrival=arrival, seen=3)]


def test_self_service_is_offered_and_never_a_condition() -> None:
    marketing = letter(LetterKind.OPT_OUT_MARKETING).body
    assert "We have done so." in marketing and MODEL.links.preferences in marketing
    sale = letter(LetterKind.OPT_OUT_SALE, "us_ca").body
    assert "We have recorded it" in sale and MODEL.links.do_not_sell in sale
    assert "if you like: " + MODEL.links.preferences in letter(LetterKind.RECTIFICATION).body


def test_tracking_for_advertising_is_an_opt_out_or_an_objection() -> None:
    talk = Talk()
    talk.says("Please stop tracking me for targeted advertising. Ana Diaz <ana@x.example>")
    assert "Stop selling or sharing" in talk.text or "Object to use" in talk.text
    assert citation(BOOK, "eu_gdpr", Right.OPT_OUT_SALE) == "GDPR art. 21(1)"


def test_changes_of_a_login_are_sent_to_support(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.transcripts.talk.POLICY", MODEL)
    talk = Talk()
    talk.logs(
        "Our new colleague cannot log in to the console, could you change the login e-mail of our admin seat?", "Jo"
    )
    talk.shows("support@jitterbit.com")


def test_a_correction_says_what_is_wrong_and_what_is_right() -> None:
    talk = Talk()
    talk.says(
        "From: Ana Diaz <ana@x.example>\nDate: Thu, 5 Mar 2026 10:15:00 +0100\nTo: support@northloop.example\n"
        "Subject: my name\n\nI live in Spain. My name is misspelled in your records: please correct Dias to Diaz."
    )
    talk.presses("Open case")
    assert ("To be corrected", "My name is misspelled in your records: please correct Dias to Diaz.") in [
        (question, " ".join(answer.split())) for question, answer in talk.opened.answers
    ]


def test_asking_what_they_want_to_see_stops_no_clock_by_itself() -> None:
    found = letter(LetterKind.CLARIFICATION).body
    assert "You need not narrow your request." in found and "The time for our answer runs on meanwhile" in found


# -- what is done -----------------------------------------------------------------------------------------------------


def test_consent_is_taken_back_without_proof_and_not_retroactively() -> None:
    for law in BOOK.regimes:
        assert tier(BOOK, law, Right.WITHDRAW_CONSENT, has_account=False).id == "T0"
    assert "What was done before you took it back remains lawful." in letter(LetterKind.WITHDRAW_CONSENT).body


def test_an_objection_may_end_a_service_and_the_letter_says_so() -> None:
    assert "warn" in [step.code for step in steps(Right.OBJECTION, MODEL)]
    assert "you may no longer be able to use that service" in letter(LetterKind.OBJECTION).body


def test_an_opt_out_of_marketing_also_deletes_what_was_kept_for_it() -> None:
    assert [step.code for step in steps(Right.OPT_OUT_MARKETING, MODEL)] == ["unsubscribe", "retention", "suppress"]


def test_what_people_can_do_themselves_is_shown_beside_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.transcripts.talk.POLICY", POLICY.model_copy(update={"told": MODEL.told}))
    talk = AtTheCard(a_case())
    talk.presses("More")
    talk.presses("Work to do …")
    assert talk.form is not None
    assert "the customer's own console" in "".join(str(block) for block in talk.form.intro)


def test_visitors_from_the_eu_are_shown_their_cookie_tool() -> None:
    tool = "https://www.jitterbit.com/cookies"
    own = MODEL.model_copy(update={"links": MODEL.links.model_copy(update={"cookie_choices": tool})})
    case = sample_case("eu_gdpr", Right.OPT_OUT_SALE, "en", BOOK)
    found = compose(LetterKind.OPT_OUT_SALE, case, SAMPLE_DETAILS, own, BOOK, today=RECEIVED, own=Own()).body
    assert tool in found


def test_tracking_runs_the_fifteen_business_days() -> None:
    for right in (Right.OPT_OUT_SALE, Right.LIMIT_SENSITIVE):
        found = compute(ClockInput("us_ca", right, datetime(2026, 3, 2, 18, tzinfo=UTC)), BOOK)
        assert found.due == date(2026, 3, 23)
        assert tier(BOOK, "us_ca", right, has_account=False).id == "T0"


def test_a_report_about_a_child_needs_no_proof_and_discloses_nothing() -> None:
    for law in BOOK.regimes:
        assert tier(BOOK, law, Right.MINOR_REPORT, has_account=False).id == "T0"
    found = letter(LetterKind.MINOR_REPORT).body
    assert "under 16" in found and "we do not disclose, to you or to anybody else" in found


def test_a_deletion_says_what_is_kept() -> None:
    found = letter(LetterKind.ERASURE).body
    assert "the record of this request" in found and "not taken up again from a list" in found
    assert [step.code for step in steps(Right.ERASURE, MODEL)][:2] == ["confirm", "keep"]


def test_a_restriction_is_lifted_only_after_a_word() -> None:
    assert "We tell you before the restriction is lifted" in letter(LetterKind.RESTRICTION).body
    assert "lift" in [step.code for step in steps(Right.RESTRICTION, MODEL)]


def test_disclosure_to_others_is_an_objection_in_europe_and_an_opt_out_in_california() -> None:
    assert citation(BOOK, "eu_gdpr", Right.OPT_OUT_SALE) == "GDPR art. 21(1)"
    assert citation(BOOK, "uk_gdpr", Right.OPT_OUT_SALE) == "UK GDPR art. 21(1)"
    assert "1798.120" in citation(BOOK, "us_ca", Right.OPT_OUT_SALE)


def test_deactivating_is_not_deleting() -> None:
    assert "which" in [step.code for step in steps(Right.DEACTIVATION, MODEL)]
    assert "Deactivating is not deleting" in letter(LetterKind.DEACTIVATION).body


def test_a_question_is_answered_with_our_pages() -> None:
    found = letter(LetterKind.QUESTION).body
    assert MODEL.links.privacy_policy in found and "security-annex-b" in found
    assert [step.text for step in steps(Right.QUESTION, MODEL)] == [
        "Answer from the privacy policy; give no legal advice"
    ]


# -- proof ------------------------------------------------------------------------------------------------------------


def test_the_disputed_detail_is_never_the_proof() -> None:
    assert "the detail that is disputed" in BOOK.tiers["T3"].never
    talk = AtTheCard(a_case(a_request(Right.RECTIFICATION, regimes=("us_ca",)), regimes=("us_ca",)))
    talk.presses("Ask for verification …")
    assert talk.form is not None
    assert "the detail that is disputed" in "".join(str(block) for block in talk.form.intro)


def test_waiting_for_proof_and_for_an_answer_are_two_things() -> None:
    def status(*waits: PauseReason, verification: Verification = Verification.NEEDED) -> Status:
        return status_of(outcome=None, waits_for=list(waits), needs_proof=True, verification=verification, owned=True)

    assert status(verification=Verification.ASKED) is Status.AWAITING_VERIFICATION
    assert status(PauseReason.CLARIFICATION, verification=Verification.VERIFIED) is Status.AWAITING_CLARIFICATION


def test_identity_and_authority_are_two_reasons() -> None:
    agent = letter(LetterKind.REFUSAL, own=Own(reason=Reason.UNVERIFIED_AUTHORITY)).body
    assert "the person for whom you write has asked you to" in agent
    person = letter(LetterKind.REFUSAL, "us_ca", own=Own(reason=Reason.INSUF_VERIFICATION)).body
    assert "the request comes from you" in person and "the kinds of data that we collect" in person
    assert capacity_name(Capacity.POWER_OF_ATTORNEY) == "for somebody who gave them a power of attorney"


# -- the answer -------------------------------------------------------------------------------------------------------


def test_a_receipt_says_that_nobody_is_treated_worse() -> None:
    found = letter(LetterKind.RECEIPT, "us_ca").body
    assert "nobody has a disadvantage from using their rights" in found and "It costs you nothing." in found
    assert not re.search(r"\bfee\b|€|\$|\[45\]", found)


def test_a_copy_goes_the_way_they_chose() -> None:
    assert "reaches you by post" in letter(LetterKind.ACCESS, own=Own(delivery="post")).body
    assert "through a secure link" in letter(LetterKind.ACCESS, own=Own(delivery="electronic")).body


def test_a_portable_file_goes_by_a_secure_link() -> None:
    assert "through a secure link, separately from this letter, as a file" in letter(LetterKind.PORTABILITY).body


def test_an_account_holder_is_answered_at_the_registered_address() -> None:
    talk = AtTheCard(a_case(CALIFORNIA, regimes=("us_ca",), language="en", verification=Verification.VERIFIED))
    talk.presses("Write to them …")
    assert talk.field("delivery").value == ("account",)
    assert talk.field("delivery").hint == "Never here in the chat, never to an address that was only typed in."
    talk.submits(letter=["access"])
    talk.shows("at the e-mail address that is registered with your account")


# -- whole conversations ----------------------------------------------------------------------------------------------


def _mail(sender: str, words: str) -> str:
    return (
        f"From: {sender}\nDate: Thu, 5 Mar 2026 10:15:00 +0100\nTo: privacy@northloop.example\n"
        f"Subject: my data\n\n{words}\n"
    )


def test_a_lawyer_who_writes_for_a_client_is_known_as_one() -> None:
    talk = Talk()
    talk.says(
        _mail(
            "mr. Joris Bakker <bakker@advocaten.example>",
            "Namens mijn cliënte, mevrouw Sanne de Wit uit Utrecht (sanne.dewit@mail.example), verzoek ik u op grond "
            "van artikel 15 AVG om inzage in al haar persoonsgegevens.\n\nmr. Joris Bakker, advocaat",
        )
    )
    talk.presses("Open case")
    assert talk.opened.capacity is Capacity.LAWYER
    assert talk.opened.representative is not None and talk.opened.representative.name == "mr. Joris Bakker"
    assert talk.opened.subject.email == "sanne.dewit@mail.example"


def test_a_californian_who_has_no_account_is_not_asked_for_one() -> None:
    talk = Talk()
    talk.says(
        _mail(
            "Cal Reyes <cal@mail.example>",
            "Do not sell or share my personal information. I live in Sacramento, California and "
            "have no account with you.",
        )
    )
    talk.shows("no: without an account it covers the browser and the address given")
    talk.presses("Open case")
    assert (talk.opened.rights, talk.opened.law_hint) == ((Right.OPT_OUT_SALE,), "ccpa")


@each(
    ("words", "label"),
    [
        ("I object to the use of my data for profiling.", "Objects to: I object to the use of my data for profiling."),
        ("I withdraw my consent to the use of my photo.", "Takes back: I withdraw my consent to the use of my photo."),
        ("Please restrict the processing of my data until it is settled.", "To be restricted: Please restrict"),
    ],
)
def test_what_exactly_is_meant_is_heard_and_never_asked_for(words: str, label: str) -> None:
    talk = Talk()
    talk.says(_mail("Ana Diaz <ana@x.example>", f"{words} I live in Spain. My account number is C-77123."))
    talk.shows("Open this case?", label)

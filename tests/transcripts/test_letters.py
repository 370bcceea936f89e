"""Writing to the person: a letter is chosen, shown to the colleague alone, sent by them, and recorded with its day."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bot.cases import commands as c
from bot.cases.actions import LetterSent
from bot.cases.words import Arrival, Reason, Role, Status, Verification
from bot.conversation.card import Card, Text
from bot.rights import Right
from tests.cases import DETAILS, TODAY, a_case, a_request
from tests.letters import drafted
from tests.lines import each
from tests.transcripts.at_the_card import CALIFORNIA, AtTheCard

REFERENCE = "DSR-2026-0042"
NOBODY = replace(DETAILS, subject=replace(DETAILS.subject, email=None))  # whose address nobody knows


def links(card: Card) -> list[str]:
    parts = [part for block in card.blocks if isinstance(block, Text) for part in block.parts]
    return [part.url for part in parts if not isinstance(part, str) and part.kind == "link"]


def test_a_receipt_is_written_in_the_requester_s_language_and_acknowledges_when_it_was_sent() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Write to them …")
    assert talk.field("letter").value == ("receipt",)
    assert talk.field("language").value == ("nl",)
    talk.submits()
    talk.shows("Geachte Ana Diaz,", "te verwijderen", "uiterlijk op 7 april 2026", "To: ana@x.example", REFERENCE)
    assert links(talk.said[-1])[0].startswith("mailto:ana@x.example?subject=Wij%20hebben%20uw%20verzoek")
    talk.presses("I have sent it …")
    talk.submits(on="2026-03-25")
    assert talk.errors == {"on": "That day has not come yet."}
    talk.submits(on="2026-03-23")
    sent = c.RecordLetter(REFERENCE, "receipt", "nl", date(2026, 3, 23), "turn-2", seen=3)
    assert talk.commands == [sent, c.Acknowledge(REFERENCE, date(2026, 3, 23))]


def test_a_refusal_is_not_written_without_its_reason() -> None:
    talk = AtTheCard(a_case(language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["refusal"])
    assert talk.errors == {"reason": "Refusing, even in part, needs a reason. Please choose one."}
    talk.submits(letter=["refusal"], reason=["other"])
    assert talk.errors == {"reason": "Please explain the reason: the letter has to say it."}
    talk.submits(letter=["refusal"], reason=["no_match"], own="We searched under both of your names.")
    talk.shows("We hold no data that match what you gave us.", "both of your names", "the supervisory authority")
    talk.presses("I have sent it …")
    talk.submits(on="2026-03-08")
    assert talk.commands[1] == c.CloseRequests(
        REFERENCE,
        (Right.ERASURE,),
        Status.DENIED,
        Reason.NO_MATCH,
        "Refused by letter: We hold nothing about this person",
        on=date(2026, 3, 8),
    )


def test_an_extension_letter_is_the_notice_that_the_law_asks_for() -> None:
    talk = AtTheCard(a_case(language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["extension"])
    assert talk.errors == {"extension": "An extension needs a reason."}
    talk.submits(letter=["extension"], extension=["complexity"])
    talk.shows("5 June 2026 at the latest", "there is no second extension")
    talk.presses("I have sent it …")
    talk.submits(on="2026-03-24")
    assert talk.commands[1] == c.Extend(REFERENCE, Right.ERASURE, "complexity", date(2026, 3, 24))


def test_a_letter_that_says_it_is_done_closes_its_own_request_only() -> None:
    case = a_case(a_request(), a_request(Right.ACCESS), verification=Verification.VERIFIED, language="de")
    talk = AtTheCard(case)
    talk.presses("Write to them …")
    talk.submits(letter=["erasure"], own="Auch das Archiv ist geleert.")
    talk.shows("Wir haben Ihre Daten gelöscht", "Auch das Archiv ist geleert.")
    talk.presses("I have sent it …")
    talk.submits()
    assert talk.commands[1] == c.CloseRequests(REFERENCE, (Right.ERASURE,), Status.FULFILLED, on=TODAY)


def test_asking_who_they_are_is_noted_with_its_day() -> None:
    talk = AtTheCard(a_case(CALIFORNIA, regimes=("us_ca",), language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["verification"])
    talk.shows("sign in to your account", "no copy of an identity document")
    talk.presses("I have sent it …")
    talk.submits(on="2026-03-24")
    assert talk.commands[1] == c.AskVerification(REFERENCE, date(2026, 3, 24))


def test_a_customer_s_user_is_redirected_in_words_that_say_nothing_of_data() -> None:
    talk = AtTheCard(a_case(role=Role.PROCESSOR, language="en"))
    talk.presses("Write to them …")
    assert talk.field("letter").value == ("redirect",)
    assert talk.form is not None and not {"reason", "delivery"} & {field.name for field in talk.form.fields}
    talk.submits()
    talk.shows("or say whether we hold anything about you")
    talk.presses("I have sent it …")
    talk.submits()
    assert talk.errors == {"forwarded": "Please choose yes or no."}
    talk.submits(forwarded=["yes"])
    passed_on = c.NoteWork(REFERENCE, Right.ERASURE, ("forward",))
    assert talk.commands[1:] == [passed_on, c.CloseRequests(REFERENCE, (Right.ERASURE,), Status.REDIRECTED, on=TODAY)]


def test_a_case_stays_open_until_the_customer_has_the_request() -> None:
    talk = AtTheCard(a_case(role=Role.PROCESSOR, language="en"))
    talk.presses("Write to them …")
    talk.submits()
    talk.presses("I have sent it …")
    talk.submits(forwarded=["not_yet"])
    assert [type(command) for command in talk.commands] == [c.RecordLetter]


def test_a_letter_that_asks_lets_the_clock_stand_still_and_says_so() -> None:
    talk = AtTheCard(a_case(language="nl"))
    talk.presses("Write to them …")
    talk.submits(letter=["verification"], pause=["yes"])
    talk.shows("De tijd voor ons antwoord staat stil tot wij het uwe hebben.")
    talk.presses("I have sent it …")
    talk.submits(on="2026-03-24")
    assert talk.commands[1] == c.AskVerification(REFERENCE, date(2026, 3, 24), waits=(Right.ERASURE,))


def test_california_has_no_letter_that_stops_the_clock() -> None:
    talk = AtTheCard(a_case(CALIFORNIA, regimes=("us_ca",), language="en"))
    talk.presses("Write to them …")
    assert talk.form is not None and "pause" not in [field.name for field in talk.form.fields]


def test_a_requester_who_writes_swedish_gets_english_and_the_team_is_told() -> None:
    talk = AtTheCard(a_case(language="sv"))
    talk.presses("Write to them …")
    assert talk.field("language").hint.startswith("The requester writes another language")
    talk.submits()
    talk.shows("Dear Ana Diaz,")


def test_a_letter_speaks_of_the_requests_that_were_chosen_and_closes_no_other() -> None:
    talk = AtTheCard(a_case(a_request(), a_request(Right.ACCESS), language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["refusal"], rights=["access"], reason=["no_match"])
    talk.shows("a copy of your personal data")
    talk.hides("to delete your personal data")
    talk.presses("I have sent it …")
    talk.submits()
    closing = talk.commands[1]
    assert isinstance(closing, c.CloseRequests) and closing.rights == (Right.ACCESS,)


def test_more_time_is_only_asked_for_where_the_law_gives_it() -> None:
    opt_out = a_request(Right.OPT_OUT_SALE, regimes=("us_ca",))
    talk = AtTheCard(a_case(CALIFORNIA, opt_out, regimes=("us_ca",), language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["extension"], rights=["access", "opt_out_sale"], extension=["reasonably_necessary"])
    talk.hides("not to sell or share")
    talk.presses("I have sent it …")
    talk.submits()
    assert talk.commands[1:] == [c.Extend(REFERENCE, Right.ACCESS, "reasonably_necessary", date(2026, 3, 24))]
    none = AtTheCard(a_case(opt_out, regimes=("us_ca",)))
    none.presses("Write to them …")
    assert "extension" not in none.offered("letter")


def test_more_time_is_told_within_the_first_period_of_each_law() -> None:
    early = datetime(2026, 2, 16, 9, 15, tzinfo=UTC)  # Europe's month ends on 16 March, California's 45 days on 2 April
    both = a_request(Right.ACCESS, regimes=("eu_gdpr", "us_ca"), received_at=early, receipt_date=early.date())
    talk = AtTheCard(a_case(both, regimes=both.regimes, language="en"))
    talk.presses("Write to them …")
    assert talk.offered("extension") == ["reasonably_necessary"]
    talk.submits(letter=["extension"], extension=["reasonably_necessary"])
    talk.shows("17 May 2026 at the latest")
    late = a_request(Right.ACCESS, received_at=early, receipt_date=early.date())
    none = AtTheCard(a_case(late))
    none.presses("Write to them …")
    assert "extension" not in none.offered("letter")


def test_what_is_done_is_not_written_before_we_know_who_asks() -> None:
    talk = AtTheCard(a_case(a_request(Right.ACCESS), language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["access"])
    assert talk.errors["letter"].startswith("Nobody has confirmed yet who asks")


def test_a_question_is_answered_in_our_own_words_or_not_at_all() -> None:
    talk = AtTheCard(a_case(a_request(Right.QUESTION), verification=Verification.NOT_NEEDED, language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["general_question"])
    assert talk.errors.keys() == {"own"}
    talk.submits(letter=["general_question"], own="We keep it for two years.")
    talk.shows("We keep it for two years.")


def test_thanks_for_a_report_about_a_child_close_nothing() -> None:
    talk = AtTheCard(a_case(a_request(Right.MINOR_REPORT), verification=Verification.NOT_NEEDED, language="en"))
    talk.presses("Write to them …")
    talk.submits(letter=["minor_report"])
    talk.presses("I have sent it …")
    talk.submits()
    assert [type(command) for command in talk.commands] == [c.RecordLetter]


def test_every_letter_fits_on_a_card() -> None:
    case = a_case(a_request(), CALIFORNIA, verification=Verification.VERIFIED, verification_asked_on=date(2026, 3, 9))
    offered = AtTheCard(case)
    offered.presses("Write to them …")
    for letter in offered.offered("letter"):
        talk = AtTheCard(case)
        talk.presses("Write to them …")
        talk.submits(letter=[letter], reason=["no_match"], extension=["complexity"], own="x" * 2000)
        talk.shows(REFERENCE, "x" * 2000)


def test_a_letter_that_blames_a_silence_is_not_written_to_who_was_asked_nothing() -> None:
    talk = AtTheCard(a_case())
    talk.presses("Write to them …")
    talk.submits(letter=["closing"])
    assert "Nothing on record asks the person anything" in talk.errors["letter"]
    asked = AtTheCard(a_case(asked_by_letter=True))
    asked.presses("Write to them …")
    asked.submits(letter=["closing"])
    asked.shows("Closed, as nobody answered")


def test_the_letter_that_is_shown_is_the_one_that_is_downloaded() -> None:
    talk = AtTheCard(a_case(a_request(), a_request(Right.ACCESS), language="de"))
    talk.presses("Write to them …")
    talk.submits(letter=["extension"], rights=["access"], extension=["complexity"], until="2026-05-04", own="Grüße")
    assert talk.file is not None and talk.file.name == "letter-DSR-2026-0042.eml"
    mail, body = drafted(talk.file.content.encode())
    assert (mail["To"], mail["X-Unsent"]) == ("ana@x.example", "1")
    assert mail["Subject"] in talk.text
    assert "4. Mai 2026" in body and "Grüße" in body and "zu löschen" not in body
    talk.shows(*body.split("\n\n"))
    assert links(talk.said[-1])[-1] == talk.file_link
    assert talk.commands == [], "what is downloaded is not yet sent"


@each("reached", [{"arrival": Arrival.POST}, {"details": NOBODY}])
def test_a_letter_that_goes_by_post_is_downloaded_as_a_page_to_print(reached: dict[str, Any]) -> None:
    details = reached.pop("details", DETAILS)
    talk = AtTheCard(a_case(language="fr", **reached), details=details)
    talk.presses("Write to them …")
    talk.submits(own="<b>écrit</b> à la main")
    talk.shows("Download it to print")
    assert talk.file is not None and talk.file.name == "letter-DSR-2026-0042.html"
    page = LexborHTMLParser(talk.file.content)
    talk.shows(*(paragraph.text() for paragraph in page.css("p")))
    assert "<b>écrit</b> à la main" in page.text()


def test_where_browsers_do_not_reach_the_desk_there_is_no_link_to_a_file() -> None:
    talk = AtTheCard(a_case(language="en"))
    talk.file_link = None
    talk.presses("Write to them …")
    talk.submits()
    talk.shows("Open in your mail program")
    talk.hides("Download", "15 minutes")
    assert len(links(talk.said[-1])) == 1


@each(
    ("own", "whole"),
    [("a\n\n" * 60, True), ("äöü\n" * 120, True), ("é" * 2000, True), ("a\n\n" * 600, False), ("äöü\n" * 500, False)],
)
def test_a_letter_of_any_shape_is_downloaded_whole_and_is_shown_so_or_says_that_it_is_not(
    own: str, whole: bool
) -> None:
    talk = AtTheCard(a_case(language="fr"))
    talk.presses("Write to them …")
    talk.submits(own=own)
    shown = "".join(talk.text.split())
    assert talk.file is not None
    _mail, body = drafted(talk.file.content.encode())
    assert "".join(own.split()) in "".join(body.split())
    assert ("".join(body.split()) in shown, "[It is too long to be shown whole here.]" in talk.text) == (
        whole,
        not whole,
    )


def test_a_letter_of_an_older_version_says_so() -> None:
    talk = AtTheCard(a_case())
    talk.reaches_for(LetterSent)
    assert talk.form is not None

"""What the privacy team writes of a case by its whole reference, or below its card, where a chat hands that reference
over with the words."""

from bot.rights import Right
from tests.cases import a_case, a_request
from tests.lines import each
from tests.people import PRIYA, SAM
from tests.transcripts.at_the_desk import REFERENCE, Colleagues, forwarded
from tests.transcripts.talk import OnRecord, Talk
from tests.transcripts.test_team_words import records

BELOW = "\n\nDSR-2026-0012"  # as Slack hands over what is said below its card
ASKED = "Is this about DSR-2026-0012? Then I note the words with it."


@each(
    "words",
    [
        "put this on hold until she proves who she is" + BELOW,
        "DSR-2026-0012 is paused until he proves who he is",
        "metti in pausa 12 finché non si identifica",
    ],
)
def test_an_order_to_wait_is_nobody_s_wish(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("DSR-2026-0012: Delete")
    talk.hides("Restrict use", "Is this about")
    assert not talk.chat.drafts


@each(
    "words",
    [
        *("he called again today and is angry", "letter came back undelivered"),
        *("page 3 is missing he says, can we reopen?", "wrong case, ignore that"),
    ],
)
def test_what_tells_something_is_noted_with_the_case_once_they_say_so(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words + BELOW)
    talk.shows("DSR-2026-0012: Delete", ASKED)
    assert not talk.chat.drafts and not talk.commands


def test_a_wish_of_the_person_is_asked_about_their_case() -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case(a_request(Right.ACCESS), reference="DSR-2026-0012")]))
    talk.says('she writes: "Please also delete my account once I have the copy."' + BELOW)
    talk.shows(ASKED, "New in it: Delete.", "[A new request]")
    assert not talk.chat.drafts


@each("words", ["do nothing yet, legal is looking at it", "he sent a form, I deleted it right away"])
def test_what_they_did_themselves_adds_no_request(words: str) -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case(a_request(Right.ACCESS), reference="DSR-2026-0012")]))
    talk.says(words + BELOW)
    talk.shows(ASKED)
    talk.hides("New in it")


def test_somebody_else_s_request_below_a_card_is_their_own() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("Max Frey, max@frey.example, wants a copy of his data" + BELOW)
    assert talk.chat.drafts


def test_a_colleague_who_handed_it_over_is_asked_as_well() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(a_request(), reporter=SAM.id)]))
    talk.says("DSR-2026-0042: he also wants a copy of his data")
    talk.shows("Is this about DSR-2026-0042? Then I pass the words on", "New in it: Send a copy.")


def test_thanks_below_a_card_are_only_thanks() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("thanks!" + BELOW)
    talk.shows("You're welcome.")
    talk.hides("DSR-2026-0012")


def test_of_a_duplicate_both_cards_come() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("hoort bij 13, voeg maar samen" + BELOW)
    assert [card.title for card in talk.said] == ["DSR-2026-0012: Delete", "DSR-2026-0013: Delete"]


def test_a_reference_that_does_not_exist_is_told() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("merge DSR-2026-0012 into DSR-2026-0099")
    talk.shows("I know no case DSR-2026-0099.", "DSR-2026-0012: Delete")


def test_a_question_is_answered_beside_the_card_but_for_personal_data() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("why is 12 due then?")
    talk.shows("Delete: Due 7 Apr 2026: 1 month from 5 Mar")
    talk.says("what exactly did she ask?" + BELOW)
    talk.shows("Who it is, their words and who handed them over: see “Details …”.")
    assert not talk.chat.drafts


def test_a_note_of_the_team_is_called_one(desk: Colleagues) -> None:
    desk.opens(forwarded("Ana Diaz <ana@x.example>", "Please delete all my data. I live in Spain.\n\nAna"))
    desk.priya.says(f"{REFERENCE}: she called about her two accounts")
    desk.priya.presses(f"Note it with {REFERENCE}")
    desk.priya.shows(f"Noted with {REFERENCE}: the words stand in its details.")
    desk.priya.reads("Priya has noted something. See the details.")

"""Who is told how a case goes, and the home page."""

from datetime import date

from bot.cases.words import Reason, Status
from tests.cases import a_case, a_request
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_card import NOW, PRIYA
from tests.transcripts.talk import OnRecord, Talk, colleague


def test_the_reporter_hears_the_state_and_nothing_more() -> None:
    denied = a_request(status=Status.DENIED, outcome=Status.DENIED, reason=Reason.NO_MATCH, closed_at=NOW)
    talk = Talk(colleague(), records=OnRecord([a_case(denied, closed_at=NOW)]))
    talk.asks("status", "DSR-2026-0042")
    talk.shows("DSR-2026-0042", "Delete: refused on 24 Mar 2026", "5 Mar 2026")
    talk.hides("nothing about this person")
    talk.asks("mine")
    talk.shows("DSR-2026-0042 | Delete | refused")


def test_a_request_was_answered_when_the_answer_went_out() -> None:
    on = date(2026, 3, 8)
    denied = a_request(status=Status.DENIED, outcome=Status.DENIED, closed_at=NOW, answered_on=on)
    talk = Talk(colleague(), records=OnRecord([a_case(denied, closed_at=NOW)]))
    talk.asks("status", "DSR-2026-0042")
    talk.shows("Delete: refused on 8 Mar 2026")


@each(
    "words",
    [
        *("any news on 4711?", "where does 4711 stand?", "where does #4711 stand?", "ticket #4711, is it done?"),
        *("4711?", "status 4711", "thanks for 4711 (of 3 March 2026), anything new?"),
    ],
)
def test_support_asks_by_the_number_of_the_ticket(words: str) -> None:
    ours = a_case(ticket="4711", reporter="workspace:local:sam")
    other = a_case(id=2, reference="DSR-2026-0002", ticket="4712", reporter="workspace:local:daan")
    talk = Talk(SAM, records=OnRecord([ours, other]))
    talk.says(words)
    talk.shows("DSR-2026-0042", "Delete: received")
    talk.says(words.replace("4711", "4712"))
    talk.hides("DSR-2026-0002")


def test_another_wish_beside_the_question_is_taken_up_and_the_state_is_told() -> None:
    ours = a_case(ticket="4711", reporter="workspace:local:sam")
    talk = Talk(SAM, records=OnRecord([ours]))
    talk.says("Any update on ticket 4711? Cheers. Oh, and please delete my old address in there.")
    talk.shows("DSR-2026-0042", "What is the person asking for?")
    stranger = Talk(colleague())
    stranger.says("Any update on ticket 4711? Cheers. Oh, and please delete my old address in there.")
    stranger.shows("What is the person asking for?")
    stranger.hides("You have handed nothing over yet")


@each(
    "words",
    [
        "Any news on my request? I sent the form weeks ago. How do I stop the newsletter?",
        "Any update on my access request of 3 March? Also: include my call recordings.",
    ],
)
def test_another_wish_beside_the_question_leaves_an_open_draft_as_it_is(words: str) -> None:
    talk = Talk(colleague(), records=OnRecord([a_case()]))
    talk.says("Ana Bell, ana@x.example, wants her data deleted.")
    talk.says(words)
    talk.shows("DSR-2026-0042", "Is this a new request, or more about the one we are talking about?")
    talk.hides("Changed.", "Reached us")


@each("words", ["thanks, back in 42 minutes", "see you at 42!", "lunch at 12:42?"])
def test_a_number_in_small_talk_is_no_case(words: str) -> None:
    for who in (SAM, PRIYA):
        talk = Talk(who, records=OnRecord([a_case(reporter="workspace:local:sam")]))
        talk.says(words)
        talk.hides("DSR-2026-0042")


def test_a_reference_is_found_whatever_numbers_stand_before_it() -> None:
    talk = Talk(colleague(), records=OnRecord([a_case()]))
    for words in ("on 3 March 2026 at 10 DSR-2026-0042", "ref-dsr-2026-0042", "1. 2. 3. DSR-2026-0042"):
        talk.asks("status", words)
        talk.shows("DSR-2026-0042", "Delete: received")


@each(
    "words",
    [
        *("Ticket 4711: can you take this over?", "Escalating 4711, second request of hers, ok?"),
        *("could you take over ticket #4711 please?", "4711 unsubscribe?", "4711: kann sie vergessen werden?"),
        "ticket 4711, privacyverzoek, pakken jullie dit op?",
    ],
)
def test_a_known_ticket_that_is_handed_over_again_is_taken_in(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="4711", reporter=SAM.id)]))
    talk.says(words)
    assert talk.chat.drafts or talk.commands


@each("words", ["news on [4711]?", "any news on *4711*?", "any news, ticket:4711?", "news of «4711»?"])
def test_a_ticket_is_seen_between_signs(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="4711", reporter=SAM.id)]))
    talk.asks("status", words)
    talk.shows("DSR-2026-0042", "Delete: received")


def test_a_ticket_about_two_people_shows_both_cases() -> None:
    both = [a_case(id=n, reference=f"DSR-2026-000{n}", ticket="SUP/7", reporter=SAM.id) for n in (1, 2)]
    talk = Talk(SAM, records=OnRecord(both))
    talk.says("any news on SUP/7?")
    talk.shows("DSR-2026-0001 | Delete | received", "DSR-2026-0002 | Delete | received")


def test_whose_ticket_is_not_on_record_sees_what_they_handed_over() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id)]))
    talk.says("any news about ticket 4799?")
    talk.shows(
        "I can't tell you anything about 4799", "This is what you handed over:", "DSR-2026-0042 | Delete | received"
    )


def test_a_stranger_hears_the_same_of_a_known_and_an_unknown_reference() -> None:
    talk = Talk(colleague("Olga Smit"), records=OnRecord([a_case()]))
    answers = []
    for words in ("DSR-2026-0042", "dsr-2026-0042 please", "DSR-2026-9999", "42", "how is my request DSR-2025-0001"):
        talk.asks("status", words)
        answers.append(talk.said)
    assert all(answer == answers[0] for answer in answers)
    talk.shows("I can't tell you anything about that reference", "dpo@northloop.example")
    talk.hides("DSR")


def test_the_team_sees_the_card_itself() -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case()]), now=NOW)
    talk.asks("status", "DSR-2026-0042")
    talk.shows("DSR-2026-0042: Delete", "in 12 days")
    assert "Take it" in talk.labels


def test_somebody_who_handed_nothing_over_is_told_how_to() -> None:
    talk = Talk(colleague("Olga Smit"), records=OnRecord([a_case()]))
    talk.asks("mine")
    talk.shows("You have handed nothing over yet")


def test_the_home_page_of_the_team() -> None:
    late = a_case(
        a_request(safe_due=date(2026, 3, 20), due=date(2026, 3, 20)),
        id=1,
        reference="DSR-2026-0001",
        owner="workspace:local:pieter",
        owner_name="Pieter Bos",
    )
    own = a_case(id=2, reference="DSR-2026-0002", owner=PRIYA.id, owner_name=PRIYA.name)
    talk = Talk(PRIYA, records=OnRecord([a_case(), own, late]), now=NOW)
    talk.asks("home")
    talk.shows("Open cases: 3", "Overdue: 1", "Nobody has taken: 1", "Yours: 1")
    talk.shows("DSR-2026-0001 | Delete | 4 days late: 20 Mar 2026 | Pieter Bos")
    assert talk.said[0].tone == "urgent"
    assert talk.text.count("DSR-2026-0002 |") == 1
    assert talk.labels == ["Take DSR-2026-0042"]


def test_the_home_page_of_everybody_else_shows_their_own_only() -> None:
    other = a_case(id=2, reference="DSR-2026-0002", reporter="workspace:local:sam")
    talk = Talk(colleague(), records=OnRecord([a_case(), other]))
    talk.asks("home")
    talk.shows("DSR-2026-0042 | Delete | received")
    talk.hides("DSR-2026-0002", "Open cases")
    assert not talk.labels

"""A desk's short notes: each ticket of them becomes a case at once, and what follows goes where it belongs."""

from bot.cases.commands import OpenCase
from bot.conversation.slot import Known
from bot.rights import Right
from flows.escalation import TICKET
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import NOW, OnRecord, Talk

ERASE, ACCESS = Right.ERASURE, Right.ACCESS
ASKED = "What is the person asking for?"


def of_sam(*tickets: str) -> OnRecord:
    return OnRecord(
        a_case(reference=f"DSR-2026-00{n}", ticket=ticket, reporter=SAM.id, opened_at=NOW)
        for n, ticket in enumerate(tickets, 42)
    )


def after(*messages: str) -> list[OpenCase]:
    """The cases that are open when support has said this."""
    talk = Talk(SAM)
    for words in messages:
        talk.says(words)
    return [command for command in talk.commands if isinstance(command, OpenCase)]


def test_links_to_tickets_are_read_as_their_numbers_and_kept() -> None:
    desk = "https://northloop.zendesk.example/agent/tickets/"
    opened = after(f"{desk}7501\n{desk}7502\nboth GDPR deletion pls")
    assert [(one.ticket, one.ticket_link) for one in opened] == [("7501", f"{desk}7501"), ("7502", f"{desk}7502")]


def test_a_note_with_a_person_a_place_and_a_day_needs_no_question() -> None:
    (case,) = after("7503 deletion, Max Horn, max@horn.example, Vienna, came Fri")
    assert (case.rights, case.subject.name, case.subject.country) == ((ERASE,), "Max Horn", "AT")
    assert case.received_at.date().isoformat() == "2026-03-06"


@each("words", ["7504 del, received 2/3", "7504 access req. ontvangen 2-3"])
def test_a_day_in_two_numbers_is_asked_about(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("When did it reach us?", "[Mon 2 Mar 2026] [Tue 3 Feb 2026]")


@each(
    ("words", "ticket"),
    [
        ("can someone look at 75301? The customer asks whether her photos train AI and doesn't want that", "75301"),
        ("75410 apagar conta; o mesmo cliente do 75409", "75410"),
        ("75411 wants del but has an open invoice, ok?", "75411"),
        ("INTERNAL NOTE 75412 // wants rec of call deleted", "75412"),
    ],
)
def test_the_ticket_of_a_note_is_found(words: str, ticket: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    known = [Known(draft.answers).get(TICKET) for draft in talk.chat.drafts]
    assert [*known, *(command.ticket for command in talk.commands if isinstance(command, OpenCase))] == [ticket]


@each(
    ("words", "wanted"),
    [
        ("3 new ones: 75360 Ada Lind access, 75361 Bo Falk erasure", [("75360", ACCESS), ("75361", ERASE)]),
        ("75370 sar - 75371 del", [("75370", ACCESS), ("75371", ERASE)]),
        ("pls take 75380 75381 - verwijderverzoeken", [("75380", ERASE), ("75381", ERASE)]),
    ],
)
def test_no_ticket_of_a_list_is_left_out(words: str, wanted: list[tuple[str, Right]]) -> None:
    assert [(one.ticket, *one.rights) for one in after(words)] == wanted


def test_a_row_of_tickets_is_nobody_s_phone() -> None:
    opened = after("80120 80121 same man, erasure, Tim Orr tim@orr.example")
    assert [(one.ticket, one.subject.phone) for one in opened] == [("80120", None), ("80121", None)]


def test_what_a_form_calls_the_kind_of_request_is_wanted() -> None:
    (case,) = after("Ticket: 7505\nCustomer: Olaf Lind\nRequest type: Erasure\nNotes: wants confirmation by mail")
    assert (case.ticket, case.rights) == ("7505", (ERASE,))


def test_a_ticket_that_was_asked_about_is_the_one_that_is_handed_over_next() -> None:
    (case,) = after("what's the ref for 7506?", "it was a deletion req")
    assert (case.ticket, case.rights) == ("7506", (ERASE,))


@each(
    "words",
    [
        "Ann Bell wants a copy of her data, ann@bell.example",
        "another customer wants her data deleted",
        "ok. I want a copy of my own data",
    ],
)
def test_somebody_new_is_not_of_the_ticket_that_was_asked_about(words: str) -> None:
    assert not after("what's the ref for 7506?", words)


def test_the_day_on_which_support_called_the_person_is_that_of_no_arrival() -> None:
    assert not after("7512 del, called him yesterday")


def test_a_customer_s_reply_is_of_the_case_that_was_opened_just_now() -> None:
    talk = Talk(SAM, records=of_sam("7507"))
    talk.says("she replied:\n\nHi,\nI was born in Leeds, my order number is 88210-44. Does that prove it?\nHelen Marsh")
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("she replied: I want a copy of my data, Rita Moll, rita@moll.example")
    talk.shows("About Rita Moll <rita@moll.example>")


def test_what_is_said_of_a_ticket_that_waits_is_kept_with_it() -> None:
    talk = Talk(SAM)
    talk.says("7508 + 7509 something for Mr Ritter")
    talk.says("7509 war doppelt")
    talk.shows("Noted for 7509, which comes after this.")
    talk.presses("Delete")
    talk.shows("Ticket: 7509")
    talk.presses("Delete")
    first, second = (command for command in talk.commands if isinstance(command, OpenCase))
    assert (first.ticket, second.ticket) == ("7508", "7509")
    assert ("Also said", "7509 war doppelt") in second.answers


def test_another_ticket_with_a_wish_of_its_own_opens_at_once() -> None:
    (case,) = after("75613 something about privacy", "noch eins: 75614 Auskunft")
    assert (case.ticket, case.rights) == ("75614", (ACCESS,))


def test_what_drops_a_wish_in_an_answer_grants_none() -> None:
    assert not after("esc 7510", 'customer writes: "forget it, I keep the account"')


def test_a_birthday_is_no_correction_where_a_note_names_the_wish() -> None:
    assert not after("7511 access and something weird", "DOB 3.4.71, is that needed?")


def test_what_support_asks_is_answered() -> None:
    talk = Talk(SAM)
    talk.says("and what do you need for a deletion request?")
    talk.shows("who it is about, what they ask for, and when it came in")
    talk.hides(ASKED)

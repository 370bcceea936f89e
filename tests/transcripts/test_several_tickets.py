"""Several tickets in one message: each gets a case of its own."""

from datetime import UTC, date, datetime

from bot.cases.commands import OpenCase
from bot.rights import Right
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.at_the_desk import Colleagues, Reporter
from tests.transcripts.talk import OnRecord, Talk


def tickets(talk: Talk) -> list[str | None]:
    return [command.ticket for command in talk.commands if isinstance(command, OpenCase)]


@each(
    ("words", "named"),
    [
        ("Tickets 7301 and 7302: both want their accounts deleted", ["7301", "7302"]),
        ("tickets #7301, #7302 and #7303: all three want their data deleted", ["7301", "7302", "7303"]),
        ("ticket 7301 en ticket 7302: beide klanten willen dat hun account wordt verwijderd", ["7301", "7302"]),
        ("Ticket 7301: she wants the account deleted that she has had since 2019", ["7301"]),
        ("Ticket 7301: ana@x.example wants her data deleted, order 7302", ["7301"]),
    ],
)
def test_each_ticket_of_a_list_becomes_a_case(words: str, named: list[str]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    while talk.chat.drafts:
        talk.presses("Delete")
    assert tickets(talk) == named
    assert all(command.rights == (Right.ERASURE,) for command in talk.commands if isinstance(command, OpenCase))


def test_one_of_them_that_led_to_a_case_is_asked_about() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="7302", reporter=SAM.id)]))
    talk.says("Tickets 7301 and 7302: both want their accounts deleted")
    assert tickets(talk) == ["7301"]
    talk.shows("This ticket led to a case before.")
    talk.presses("A new matter")
    assert tickets(talk) == ["7301", "7302"]


def test_both_are_on_record(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("Tickets 7301 and 7302: both want their accounts deleted")
    sam.shows("DSR-2026-0001 (7301)\nDSR-2026-0001 is open", "DSR-2026-0002 (7302)\nDSR-2026-0002 is open")
    sam.says("any news on ticket 7302?")
    sam.shows("DSR-2026-0002", "Delete: ")
    sam.says("status")
    sam.shows("Case | They ask | Status | Ticket", "DSR-2026-0001 | Delete | received | 7301")


def test_what_comes_in_a_ticket_is_said_to(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("ZD-7301: he wants his account deleted")
    desk.priya.opens("DSR-2026-0001")
    desk.priya.sees("in a support ticket", "Ticket: ZD-7301")
    desk.priya.presses("Close …")
    desk.priya.submits(outcome=["withdrawn"])
    sam.hears("DSR-2026-0001 (ZD-7301)\nDSR-2026-0001 is closed. You can tell the customer:")


@each("words", ["4413 wants her data deleted", "4413 wil dat we alles wissen"])
def test_the_wish_of_a_ticket_that_leads_a_sentence_is_not_the_open_one_s(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll rita@moll.example from Spain wants something about her data, came today, ticket 4412")
    talk.says(words)
    assert "4412" not in tickets(talk)


@each(
    ("words", "opened"),
    [
        (
            "7301 delete, 7302 copy, 7303 unsubscribe",
            [("7301", Right.ERASURE), ("7302", Right.ACCESS), ("7303", Right.OPT_OUT_MARKETING)],
        ),
        ("ticket 7301: deletion; ticket 7302: a copy", [("7301", Right.ERASURE), ("7302", Right.ACCESS)]),
        ("7301 löschen und 7302 Auskunft", [("7301", Right.ERASURE), ("7302", Right.ACCESS)]),
        (
            "7301 wants to be deleted and 7302 wants a copy of her data",
            [("7301", Right.ERASURE), ("7302", Right.ACCESS)],
        ),
    ],
)
def test_tickets_that_each_want_something_else_each_become_a_case(words: str, opened: list[tuple[str, Right]]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    commands = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert [(command.ticket, *command.rights) for command in commands] == opened
    assert all(command.ticket in command.text for command in commands if command.ticket)


def test_a_number_that_asks_for_nothing_is_no_ticket_of_its_own() -> None:
    talk = Talk(SAM)
    talk.says("ticket 7301 wants all his data gone, order 7302")
    assert tickets(talk) == ["7301"]


@each(
    ("begun", "wish"),
    [
        ("esc tickets 7301, 7302 and 7303", "all three want to be deleted"),
        ("escaleer 7301, 7302 en 7303", "alle drie verwijderen"),
        ("esc 7301, 7302, 7303", "delete all of them"),
    ],
)
def test_one_answer_for_all_tickets_that_wait_for_it_opens_them_all(begun: str, wish: str) -> None:
    talk = Talk(SAM)
    talk.says(begun)
    talk.says(wish)
    assert tickets(talk) == ["7301", "7302", "7303"]
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert all(command.rights == (Right.ERASURE,) for command in opened)


def test_one_answer_that_speaks_of_one_is_of_that_one() -> None:
    talk = Talk(SAM)
    talk.says("esc tickets 7301 and 7302")
    talk.says("deletion")
    assert tickets(talk) == ["7301"]
    talk.shows("Ticket: 7302", "What is the person asking for?")


def test_word_of_all_that_were_opened_goes_to_each(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("7301 wants to be deleted")
    sam.says("7302 wants to be deleted")
    sam.says("both want a copy as well")
    sam.presses("Pass it on for all 2")
    sam.shows("for DSR-2026-0001.", "for DSR-2026-0002.")


@each("words", ["is inc-7301 finished", "is inc-7301 done yet", "czy inc-7301 jest zakończone"])
def test_a_question_about_another_ticket_leaves_the_open_one_as_it_is(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="inc-7301", reporter=SAM.id)]))
    talk.says("esc inc-7302")
    talk.says(words)
    talk.shows("(inc-7301)")
    talk.presses("Delete")
    assert tickets(talk) == ["inc-7302"]


@each("words", ["proszę o eskalację 7301", "bitte 7301 eskalieren", "I'd like to escalate 7301"])
def test_a_ticket_is_handed_over_in_whole_sentences(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("Ticket: 7301", "What is the person asking for?")


@each("words", ["en 7302 ook", "7302 too", "and 7302 as well", "7302 auch"])
def test_another_ticket_with_the_same_wish_is_taken_up(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="7301", reporter=SAM.id)]))
    talk.says(words)
    talk.shows("Ticket: 7302", "What is the person asking for?")


@each("words", ["7301 suppression", "7301 Löschung", "7301 cancellazione"])
def test_a_number_before_a_wish_s_name_is_a_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    if talk.chat.drafts:
        talk.shows("Ticket: 7301")
        talk.presses("Delete")
    assert tickets(talk) == ["7301"]


@each("also", ["he also wants a copy", "en fait il veut aussi une copie", "hij wil ook een kopie"])
def test_what_is_wanted_besides_leaves_what_was_named_before(also: str) -> None:
    talk = Talk(SAM)
    talk.says("7301 complaint")
    talk.shows("What is the person asking for?")
    talk.says(also)
    assert set(talk.opened.rights) == {Right.COMPLAINT, Right.ACCESS}


def test_what_is_said_of_the_person_is_not_opened_as_a_correction() -> None:
    talk = Talk(SAM)
    talk.says("7301 complaint of customer Eli Ward about his data")
    talk.shows("What is the person asking for?")
    talk.says("oh and it's his son's account actually")
    assert not talk.commands


def test_what_a_ticket_is_about_is_taken_by_its_name_with_what_is_said_beside() -> None:
    talk = Talk(SAM)
    talk.says("esc 7301")
    talk.says("deletion, she's 15")
    assert talk.opened.rights == (Right.ERASURE,)
    assert "she's 15" in talk.opened.text


@each(("begun", "more"), [("esc 4411", "and 4412 too"), ("4411 ana@x.example", "5121 bo@y.example")])
def test_one_more_number_takes_no_ticket_s_place(begun: str, more: str) -> None:
    talk = Talk(SAM)
    talk.says(begun)
    talk.says(more)
    talk.hides("Changed. Ticket", "Added.")
    talk.shows("Is this a new request, or more" if "@" in more else "4412 comes after this.")


@each(
    ("begun", "more"),
    [
        ("4411 Ann Bell wants deletion or so", "and Bob Hill wants a copy"),
        ("esc 4411", "Ann Bell wants a copy of her data, Bob Hill wants his account deleted"),
    ],
)
def test_what_two_people_want_is_not_opened_as_the_wish_of_one(begun: str, more: str) -> None:
    talk = Talk(SAM)
    talk.says(begun)
    talk.says(more)
    assert not tickets(talk)
    assert talk.chat.drafts


@each("link", ["http://desk.example/browse/SUP-4411", f"http://desk.example/{'a' * 60}/SUP-4411"])
def test_a_link_ends_with_the_number(link: str) -> None:
    talk = Talk(SAM)
    talk.says("escalate")
    talk.says(link)
    talk.says("deletion")
    assert talk.opened.ticket == "SUP-4411"


def test_the_day_beside_one_answer_for_all_is_that_of_all() -> None:
    talk = Talk(SAM, now=datetime(2026, 3, 6, 10, 0, tzinfo=UTC))
    talk.says("tickets 7301 and 7302")
    talk.says("both want deletion, came in on Monday")
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert [(one.ticket, one.rights, one.received_at.date()) for one in opened] == [
        ("7301", (Right.ERASURE,), date(2026, 3, 2)),
        ("7302", (Right.ERASURE,), date(2026, 3, 2)),
    ]


@each("words", ["the first wants deletion, the second a copy", "de tweede wil inzage"])
def test_what_is_said_of_the_second_is_not_opened_for_the_first(words: str) -> None:
    talk = Talk(SAM)
    talk.says("tickets 7301 and 7302")
    talk.says(words)
    assert not tickets(talk)


@each(
    ("begun", "more"),
    [
        ("4411 deletion or so for ana@x.example", "sorry, also 4417 wants something"),
        ("4411 Ana Bell wants deletion or so", "her neighbour Bob Hill wants a copy of his data"),
        ("4411 deletion or so for ana@x.example", "Herr Braun ist wütend und will Auskunft"),
        ("4411 verwijdering, klant is boos", "4412 inzage, klant is ook boos"),
    ],
)
def test_what_somebody_else_wants_is_no_answer_for_a_ticket(begun: str, more: str) -> None:
    talk = Talk(SAM)
    talk.says(begun)
    talk.says(more)
    talk.shows("Is this a new request, or more")
    assert not tickets(talk)


def test_a_year_is_no_ticket() -> None:
    talk = Talk(SAM)
    talk.says("escalate")
    talk.says("the one from 2025")
    talk.shows("Which ticket is it?")


@each(
    ("words", "named"),
    [
        ("esc ZD-7301 ZD-7302 both deletion", ["ZD-7301", "ZD-7302"]),
        ("escalate 9300 9301, delete both", ["9300", "9301"]),
        ("esc 9300 9301 both access", ["9300", "9301"]),
        ("9300 8112: both want deletion", ["9300", "8112"]),
        ("esc 9300 8112 beide verwijderen", ["9300", "8112"]),
        ("esc INC-501 INC-502, both want to be deleted", ["INC-501", "INC-502"]),
    ],
)
def test_a_space_is_enough_between_tickets_that_are_alike(words: str, named: list[str]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    while talk.chat.drafts:
        talk.presses("Delete")
    assert tickets(talk) == named


def test_a_number_in_groups_is_one() -> None:
    talk = Talk(SAM)
    talk.says("4471 0023 wants to be deleted")
    talk.hides("I see 2 matters in this")


@each(
    "words",
    ["404 error when deleting my account", "300 customers want out of the newsletter", "500 euros! delete my account"],
)
def test_what_counts_something_or_is_a_code_is_no_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.hides("Ticket:")
    assert not talk.commands


@each(
    ("words", "right"),
    [
        *(("4411 deletion", Right.ERASURE), ("esc 4411 delete", Right.ERASURE), ("4411 copy pls", Right.ACCESS)),
        *(("4411 Löschung", Right.ERASURE), ("ticket 4411 borrado", Right.ERASURE), ("4411 inzage", Right.ACCESS)),
    ],
)
def test_a_ticket_with_nothing_but_a_right_s_name_is_opened_at_once(words: str, right: Right) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert (talk.opened.ticket, talk.opened.rights) == ("4411", (right,))


@each("words", ["4411 complaint", "4411 correction", "4411 deletion failed", "4411 deletion?"])
def test_what_may_be_another_thing_is_not(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert not talk.commands


@each(
    ("words", "named"),
    [
        ("esc 6130-6132", ["6130", "6131", "6132"]),
        ("tickets 6130 - 6132 want something", ["6130", "6131", "6132"]),
        ("tickets 61030 to 61033 want something", ["61030", "61031", "61032", "61033"]),
        ("escaleer 6130 t/m 6132", ["6130", "6131", "6132"]),
        ("eskaliere 6130 bis 6132", ["6130", "6131", "6132"]),
        ("les tickets 6130 à 6132 demandent quelque chose", ["6130", "6131", "6132"]),
        ("escalar 6130 hasta 6132", ["6130", "6131", "6132"]),
        ("escalare 6130 fino a 6132", ["6130", "6131", "6132"]),
        ("encaminho 6130 até 6132", ["6130", "6131", "6132"]),
        ("przekazuję 6130 do 6132", ["6130", "6131", "6132"]),
        ("esc ZD-7001–ZD-7003", ["ZD-7001", "ZD-7002", "ZD-7003"]),
        ("ticket 4471-0023 wants something", ["4471-0023"]),  # one number
        ("ticket 88-20417 wants something", ["88-20417"]),
        ("ticket 7301 wants the data of 2019 - 2023", ["7301"]),
    ],
)
def test_each_ticket_of_a_range_becomes_a_case(words: str, named: list[str]) -> None:
    talk = Talk(SAM)
    talk.says(words)
    for _one in named:
        talk.presses("Delete")
    assert tickets(talk) == named


def test_the_tickets_of_a_range_keep_the_words_as_they_were_written() -> None:
    talk = Talk(SAM)
    talk.says("61030-61032 erasure, 61040 copy")
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert [(one.ticket, one.text) for one in opened] == [
        ("61030", "61030-61032 erasure"),
        ("61031", "61030-61032 erasure"),
        ("61032", "61030-61032 erasure"),
        ("61040", "61040 copy"),
    ]


@each("words", ["esc {}: all deletion", "{}, all of them deletion please"])
def test_no_ticket_of_a_long_list_is_lost(words: str) -> None:
    named = [str(61001 + n) for n in range(14)]
    talk = Talk(SAM)
    talk.says(words.format(", ".join(named)))
    assert tickets(talk) == named


SUBJECTS = (
    "Please delete my account and all data",
    "I want a copy of all my data please",
    "Unsubscribe me from your newsletter",
)


@each("head", ["Ticket | Subject | Requester | Created\n", ""])
def test_each_row_that_a_help_desk_exports_becomes_a_case(head: str) -> None:
    rows = [f"{65700 + n} | {SUBJECTS[n % 3]} | person{n}@mail.example | 2026-03-0{1 + n % 7}" for n in range(12)]
    talk = Talk(SAM)
    talk.says(head + "\n".join(rows))
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    wanted = [Right.ERASURE, Right.ACCESS, Right.OPT_OUT_MARKETING]
    assert [(one.ticket, one.rights, one.text) for one in opened] == [
        (str(65700 + n), (wanted[n % 3],), row) for n, row in enumerate(rows)
    ]
    assert [one.received_at.day for one in opened] == [1 + n % 7 for n in range(12)]


def test_word_of_all_reaches_each_of_many(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("64200 (erase), 64201 (erase), 64202 (erase), 64203 (erase), 64204 (erase), 64205 (erase), 64206 (erase)")
    sam.says("all came in yesterday")
    sam.presses("Pass it on for all 7")
    sam.shows(*(f"for DSR-2026-000{n}." for n in range(1, 8)))


@each(
    "words",
    [
        "4411 and 4412 want their data deleted, ann@x.example and bo@x.example",
        "esc 4411 and 4412: Ann Lee ann@x.example wants her data deleted, Bo Berg bo@x.example too",
    ],
)
def test_tickets_and_as_many_people_go_in_pairs(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    while talk.chat.drafts:
        talk.presses("Delete")
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert [(command.ticket, command.subject.email) for command in opened] == [
        ("4411", "ann@x.example"),
        ("4412", "bo@x.example"),
    ]


@each(
    "words",
    [
        "ZD-5567 customer says we never answered her access request, mentions the ICO. Fiona Grant, fiona@x.example",
        "ZD-5567 https://help.example/agent/tickets/5567 Fiona Grant fiona@x.example wants a copy",
    ],
)
def test_another_ticket_of_another_address_is_a_matter_of_its_own(words: str) -> None:
    talk = Talk(SAM)
    talk.says("escalate 8841: ann@x.example, not sure what she wants")
    talk.says(words)
    talk.hides("Is this a new request")
    talk.hides("Not taken in")
    waiting = [draft.answers["ticket"].value for draft in talk.chat.drafts]
    assert [*tickets(talk), *waiting] == ["ZD-5567", "8841"]

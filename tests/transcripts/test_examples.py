"""Words that left the bot unsure become examples for the phrase book: masked, and only where the policy says so."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import Engine, inspect, text

from bot.clock import StoppedClock
from bot.examples import shelf
from bot.examples.book import Kind
from bot.examples.shelf import Example
from bot.examples.tables import State
from bot.policy import Policy
from bot.vault import Vault
from tests.people import SAM
from tests.transcripts.at_the_desk import EMMA, Reporter
from tests.unit.delivery.office import Office

ASKED = "Customer says: erase or lock my details, it is all one to me!"
BESIDES = "she was quite cross about her file"
UNSURE = f"{ASKED} {BESIDES}"
QUESTION = "What is the person asking for?"
FORWARD = """Can you look at this?

---------- Forwarded message ---------
From: Ana Diaz <ana.diaz@x.example>
Date: Thu, 5 Mar 2026 at 10:15
Subject: a question
To: <support@northloop.example>

Hello, it's Ana. Why do you still have my details, Mr Pieter Vale? My order A-4711 is still with you.
I live at Lindenweg 4, 10115 Berlin, and my number is +31 6 12345678.

Ana Diaz
"""
MAIL = b"""From: Ana Diaz <ana.diaz@x.example>
To: hello@northloop.example
Date: Thu, 5 Mar 2026 10:15:00 +0100
Subject: a question
Message-ID: <m1@x.example>
Content-Type: text/plain; charset=utf-8

Good morning, this is Ana. Why do you still have my details? My account number is 88123.

Ana Diaz
"""


@pytest.fixture
def keeping(policy: Policy) -> Policy:
    retention = policy.retention.model_copy(update={"keep_examples": True})
    return policy.model_copy(update={"retention": retention})


@pytest.fixture
def office(engine: Engine, vault: Vault, keeping: Policy, clock: StoppedClock) -> Office:
    """A desk that keeps examples, on SQLite and on PostgreSQL."""
    return Office(engine, vault, keeping, clock)


@pytest.fixture
def emma(office: Office) -> Reporter:
    return Reporter(office)


def kept(office: Office, *states: State) -> Sequence[Example]:
    with office.work() as work:
        return shelf.examples(work, *(states or State))


def the_one(office: Office) -> Example:
    (one,) = kept(office)
    return one


def readable(engine: Engine, vault: Vault) -> str:
    """The table as somebody with the key reads it."""
    with engine.connect() as connection:
        rows = [dict(row) for row in connection.execute(text("SELECT * FROM examples")).mappings()]
    for row in rows:
        row["words"] = vault.open(sealed) if (sealed := row.pop("words_sealed")) else ""
        del row["words_mark"]  # a keyed hash
    return str(rows)


# -- what is kept -------------------------------------------------------------------------------------------------


def test_words_in_doubt_are_kept_with_the_answer(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.shows(QUESTION)
    assert kept(office) == []
    emma.presses("Delete")
    emma.shows("Is this about you?")
    one = the_one(office)
    assert one.words == f"{ASKED}\n{BESIDES}"
    assert (one.kind, one.language, one.status) == (Kind.CHAT, "en", State.NEW)
    assert set(one.proposed.split("+")) >= {"restriction", "erasure"}
    assert one.answered == "erasure"
    assert one.kept_at == office.clock.now()  # it is ten o'clock sharp
    assert one.kept_at.utcoffset() == timedelta(0)


def test_where_the_policy_does_not_say_so_nothing_is_kept(
    engine: Engine, vault: Vault, policy: Policy, clock: StoppedClock
) -> None:
    office = Office(engine, vault, policy, clock)
    assert policy.retention.keep_examples is False  # as it is in the example policy, and without the setting
    for answer in ("Delete", "None of these"):
        emma = Reporter(office, speaker=EMMA.model_copy(update={"user": answer.casefold()}))
        emma.says(UNSURE)
        emma.presses(answer)
    assert kept(office) == []


def test_none_of_these_is_an_answer(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.presses("None of these")
    emma.shows("Dropped. Nothing was recorded.")
    assert the_one(office).answered == "none"


def test_a_cancel_is_no_answer(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.says("cancel")
    emma.shows("Dropped. Nothing was recorded.")
    assert kept(office) == []


def test_what_is_cancelled_later_was_answered_all_the_same(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.presses("Delete")
    emma.presses("Cancel")
    emma.shows("Dropped. Nothing was recorded.")
    assert the_one(office).answered == "erasure"


def test_an_answer_in_words_or_in_a_form_counts_like_a_button(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.says("delete")
    assert the_one(office).answered == "erasure"
    emma.says("undo")
    emma.presses("Something else …")
    emma.submits(rights=["know_categories", "automated_decision", "objection"])
    assert the_one(office).answered == "access+objection"  # the book's words for them


def test_a_changed_mind_changes_the_example(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.presses("Delete")
    emma.says("undo")
    emma.shows("Undone.", QUESTION)
    assert kept(office) == []
    emma.presses("Restrict use")
    assert the_one(office).answered == "restriction"
    emma.says("no wait, complaint")
    emma.shows("Changed.")
    assert the_one(office).answered == "complaint"


def test_the_same_words_from_somebody_else_are_one_example(emma: Reporter, office: Office) -> None:
    sam = Reporter(office, SAM.model_copy(update={"email": None}))
    for who, answer in ((emma, "Delete"), (sam, "Restrict use")):
        who.says(UNSURE)
        who.presses(answer)
    assert the_one(office).answered == "restriction"


def test_what_somebody_decided_stays_as_it_is(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.presses("Delete")
    with office.work() as work:
        shelf.approve(work, the_one(office).id)
    emma.says("undo")
    emma.presses("Restrict use")
    one = the_one(office)
    assert (one.answered, one.status) == ("erasure", State.APPROVED)


def test_what_was_plain_is_no_example(emma: Reporter, office: Office) -> None:
    emma.says("Please delete all personal data that you hold about me.")
    emma.shows("Is this about you?")
    emma.says("no wait, send me a copy")
    assert kept(office) == []


def test_a_message_that_was_taken_for_none_is_one_too(emma: Reporter, office: Office) -> None:
    invoice = "Hi, the March invoice has the wrong VAT number on it. The parcel came on Friday."
    emma.says(FORWARD.partition("Hello")[0].replace("a question", "invoice") + invoice)
    emma.shows("I see no privacy request in this")
    emma.presses("It is one")
    emma.shows(QUESTION)
    emma.presses("Send a copy")
    one = the_one(office)
    assert (one.kind, one.answered) == (Kind.FORWARD, "access")
    assert "the March invoice has the wrong VAT number" in one.words


def test_a_ticket_has_its_case_at_once_and_is_kept_beside(emma: Reporter, office: Office) -> None:
    emma.says("Ticket 4711: Ana Diaz is cross about her file, reach her at ana.diaz@x.example")
    emma.presses("Send a copy")
    emma.shows("DSR-2026-0001")
    one = the_one(office)
    assert one.words == "Ticket 0000: X is cross about her file, reach her at x@x.example"
    assert (one.kind, one.answered) == (Kind.TICKET, "access")


def test_a_mail_file_is_an_email(emma: Reporter, office: Office) -> None:
    emma.says("", ("mail.eml", MAIL))
    emma.presses("Send a copy")
    one = the_one(office)
    assert (one.kind, one.answered) == (Kind.EMAIL, "access")
    assert "Why do you still have my details?" in one.words


# -- nothing that leads to anybody --------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["forwarded", "as a file", "as a ticket", "in lower case"])
def test_nothing_kept_leads_to_a_person_or_a_case(
    emma: Reporter, office: Office, engine: Engine, vault: Vault, how: str
) -> None:
    office.clock.move(timedelta(minutes=23, seconds=45))
    match how:
        case "forwarded":
            emma.says(FORWARD)
        case "as a file":
            emma.says("", ("mail.eml", MAIL))
        case "as a ticket":
            emma.says("Ticket 4711, R-0099: Ana Diaz is cross about her file, reach her at ana.diaz@x.example. Emma")
        case _:
            emma.says("klant ana diaz belde, er moet iets met haar gegevens gebeuren, tel 06-12345678, groetjes emma")
    emma.shows(QUESTION)
    emma.presses("Correct" if how == "in lower case" else "Send a copy")
    everything = readable(engine, vault)
    traces = ("Ana", "ana", "Diaz", "diaz", "Pieter", "Vale", "Lindenweg", "Berlin", "4711", "0099", "88123", "12345")
    for trace in (*traces, "10115", "R-", "Emma", "emma", EMMA.id, "northloop", ":23"):
        assert trace not in everything, f"{trace!r} is in {everything}"


def test_the_table_has_no_column_for_a_person_or_a_case(engine: Engine) -> None:
    columns = {column["name"] for column in inspect(engine).get_columns("examples")}
    read = {"language", "kind", "proposed", "answered", "status", "kept_at"}
    assert columns == {"id", "words_sealed", "words_mark"} | read


def test_what_is_kept_is_sealed_too(emma: Reporter, engine: Engine) -> None:
    emma.says(UNSURE)
    emma.presses("Delete")
    with engine.connect() as connection:
        (row,) = connection.execute(text("SELECT * FROM examples")).all()
    assert "details" not in str(tuple(row))


# -- how long -----------------------------------------------------------------------------------------------------


def test_what_nobody_decides_on_goes_after_ninety_days(emma: Reporter, office: Office) -> None:
    for words, answer in ((UNSURE, "Delete"), (UNSURE.replace("quite", "very"), "None of these")):
        emma.says(words)
        emma.presses(answer)
        emma.says("cancel")
    with office.work() as work:
        shelf.approve(work, kept(office)[0].id)
    office.clock.move(timedelta(days=89))
    office.house().tidy()
    assert len(kept(office)) == 2
    office.clock.move(timedelta(days=1))
    office.house().tidy()
    assert the_one(office).status is State.APPROVED


def test_what_is_dropped_is_empty_at_once_and_gone_with_the_next_clean_up(
    emma: Reporter, office: Office, engine: Engine, vault: Vault
) -> None:
    emma.says(UNSURE)
    emma.presses("Delete")
    with office.work() as work:
        shelf.drop(work, the_one(office).id)
    assert (the_one(office).status, the_one(office).words) == (State.DROPPED, "")
    assert "details" not in readable(engine, vault)
    office.house().tidy()
    assert kept(office) == []


def test_a_number_that_was_read_never_becomes_another_example(emma: Reporter, office: Office) -> None:
    emma.says(UNSURE)
    emma.presses("Delete")
    first = the_one(office).id
    emma.says("undo")
    emma.presses("Delete")
    assert the_one(office).id > first

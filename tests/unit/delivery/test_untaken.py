"""Cases that nobody has taken: one word a day about each, many on one card, and none that asks for what is done."""

from dataclasses import replace

import pytest

from bot.cases.commands import CloseRequests, TakeCase
from bot.cases.snapshot import Person
from bot.cases.words import Status
from bot.rights import Right
from tests.people import NOOR, PRIYA
from tests.unit.cases.desk import USUAL
from tests.unit.delivery.office import Office, at


def opens(office: Office, who: str) -> str:
    person = Person(name=who, email=f"{who}@x.example", country="NL")
    return office.opens(replace(USUAL, subject=person, source_marks=(), ticket=None))


def reminders(office: Office) -> list[str]:
    """The reminders that stand in the channel, as they look now."""
    return [m.card.plain() for m in office.platform.messages if m.once.startswith("nudge:case:") and m.to.channel]


def test_many_cases_that_nobody_has_taken_share_one_card(office: Office) -> None:
    references = [opens(office, f"ana{number}") for number in range(12)]
    assert office.ticks("2026-03-06 15:00") == 1
    office.delivers()
    (words,) = reminders(office)
    assert words.startswith("12 cases that nobody had taken on 6 Mar 2026\n")
    assert all(reference in words for reference in references[:10]) and "and 2 more" in words
    assert "[Take DSR-2026-0001]" in words and "ana" not in words.casefold()
    assert office.ticks("2026-03-06 15:01") == 0


@pytest.mark.parametrize("count", [1, 2])
def test_a_few_have_a_card_each(office: Office, count: int) -> None:
    references = [opens(office, f"ana{number}") for number in range(count)]
    assert office.ticks("2026-03-06 15:00") == count
    office.delivers()
    assert sorted(words.split(":")[0] for words in reminders(office)) == references


def test_a_case_that_is_late_and_that_nobody_has_has_one_word_a_day(office: Office) -> None:
    office.desk.hello(NOOR)
    reference = opens(office, "ana")
    office.ticks("2026-04-08 09:00")
    office.ticks("2026-04-08 16:30")
    office.delivers()
    (words,) = reminders(office)
    assert words.startswith(f"{reference}: overdue") and "Owner: nobody yet" in words
    assert "no owner yet" not in words and "The DPO is told, too." in words
    (to_dpo,) = [words for words in office.platform.said_to("noor") if "overdue" in words]
    assert "3 days late" in to_dpo and "The DPO is told" not in to_dpo


def test_a_case_that_had_its_word_in_the_morning_has_none_in_the_afternoon(office: Office) -> None:
    office.clock.at = at("2026-04-02 08:30")
    opens(office, "ana")  # it came in on 5 March
    assert office.ticks("2026-04-02 09:00") == 1
    assert office.ticks("2026-04-02 16:59") == 0
    office.delivers()
    (words,) = reminders(office)
    assert "due in 3 days" in words and "Owner: nobody yet" in words
    assert office.ticks("2026-04-03 09:00") == 1


def test_a_reminder_does_not_ask_for_what_is_done(office: Office) -> None:
    reference = opens(office, "ana")
    office.ticks("2026-03-06 15:00")
    office.delivers()
    assert "[Take it]" in reminders(office)[0]
    office.ticks("2026-03-09 09:00")
    office.delivers()
    assert [words.split("\n")[0] for words in reminders(office)] == [f"{reference}: nobody has taken it"] * 2
    office.does(PRIYA, TakeCase(reference))
    office.delivers()
    for words in reminders(office):
        assert words.startswith(f"{reference} is taken\n") and "Owner: @Priya" in words
        assert "Take it" not in words and "nobody" not in words


def test_a_reminder_that_goes_out_after_somebody_took_the_case_asks_nobody(office: Office) -> None:
    reference = opens(office, "ana")
    office.delivers()
    office.ticks("2026-03-06 15:00")
    office.does(PRIYA, TakeCase(reference))
    office.delivers()
    (words,) = reminders(office)
    assert words.startswith(f"{reference} is taken\n")


def test_a_case_that_was_closed_needs_nobody(office: Office) -> None:
    reference = opens(office, "ana")
    office.ticks("2026-03-06 15:00")
    office.delivers()
    office.does(PRIYA, CloseRequests(reference, (Right.ERASURE,), Status.WITHDRAWN))
    office.delivers()
    (words,) = reminders(office)
    assert words.startswith(f"{reference} is closed\n") and "Take it" not in words


def test_a_reminder_of_a_case_that_has_an_owner_stays_as_it_is(office: Office) -> None:
    reference = opens(office, "ana")
    office.does(PRIYA, TakeCase(reference))
    office.ticks("2026-04-02 09:00")
    office.delivers()
    (before,) = reminders(office)
    office.ticks("2026-04-02 23:00")
    office.delivers()
    assert reminders(office) == [before] and "due in 3 days" in before

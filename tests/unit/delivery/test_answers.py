"""Where an answer goes: to the speaker alone, as near as possible to where they acted, and to nobody else."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.cases.actions import SnoozeReminders, Take
from bot.cases.commands import TakeCase
from bot.conversation.turn import HOME_PAGE, Act, Asked, Place, Pressed, Said, Speaker, Submitted, Turn
from bot.delivery import ledger
from bot.delivery.port import Address
from bot.errors import TryLater
from tests.people import PIETER, PRIYA, SAM
from tests.unit.delivery.office import Office
from tests.unit.delivery.platform import Message

HOOK = "https://hooks.chat.example/once/secret"
NEUTRAL = "Thanks. Let's go on in private: I have sent you a message."
PRIVATE = Place(channel="D-sam")
CHANNEL = Place(channel="general", private=False)
HOME = Place(channel=HOME_PAGE)


def turn(act: Act, place: Place, by: Speaker = SAM, id: str = "e1") -> Turn:
    return Turn(id=id, speaker=by, place=place, at=datetime(2026, 3, 6, 10, tzinfo=UTC), act=act)


def take(reference: str) -> Pressed:
    return Pressed(payload=Take(case=reference).encoded())


def plays(office: Office, *turns: Turn) -> list[Message]:
    """What is said because of them, beside the home cards of cases."""
    for one in turns:
        office.house().desk.store(one)
    asyncio.run(office.house().settle())
    return [m for m in office.platform.messages if m.to.channel != "privacy"]


def to_sam(**more: str) -> Address:
    return Address("workspace", "local", user="sam", **more)


# -- in private -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [Said(text="help"), Asked(name="help")])
def test_a_private_chat_is_answered_there(office: Office, act: Act) -> None:
    (answer,) = plays(office, turn(act, PRIVATE))
    assert answer.to == to_sam()


def test_a_thread_of_a_private_chat_is_answered_in_that_thread(office: Office) -> None:
    (answer,) = plays(office, turn(Said(text="help"), Place(channel="D-sam", thread="1741.5")))
    assert answer.to == to_sam(thread="1741.5")


def test_a_stranger_is_refused_where_they_asked(small_office: Office) -> None:
    guest = SAM.model_copy(update={"guest": True})
    (answer,) = plays(small_office, turn(Asked(name="status"), PRIVATE, guest))
    assert answer.to == to_sam() and "colleagues of" in answer.words


# -- in a channel -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("thread", [None, "1741.5"])
def test_words_in_a_channel_are_answered_in_private_and_with_one_neutral_line(
    office: Office, thread: str | None
) -> None:
    said = Said(text="Please delete my data. ana.diaz@x.example")
    *answers, line = plays(office, turn(said, Place(channel="general", thread=thread, private=False)))
    assert answers and {one.to for one in answers} == {to_sam()}
    assert line.to == Address("workspace", "local", channel="general", thread=thread or "")
    assert line.words == NEUTRAL


def test_the_neutral_line_is_for_the_speaker_alone_where_that_can_be(office: Office) -> None:
    said = Said(text="Please delete my data. ana.diaz@x.example")
    *answers, line = plays(office, turn(said, CHANNEL.model_copy(update={"hook": HOOK})))
    assert answers and {one.to for one in answers} == {to_sam()}
    assert line.to == to_sam(channel="general", hook=HOOK) and line.words == NEUTRAL


@pytest.mark.parametrize("act", [Asked(name="help"), Asked(name="status", words="DSR-2026-0001")])
def test_a_command_is_answered_on_the_spot_where_that_can_be(office: Office, act: Act) -> None:
    (answer,) = plays(office, turn(act, CHANNEL.model_copy(update={"hook": HOOK})))
    assert answer.to == to_sam(channel="general", hook=HOOK)


def test_a_command_in_a_channel_is_answered_in_private_where_it_cannot(office: Office) -> None:
    (answer,) = plays(office, turn(Asked(name="help"), CHANNEL))
    assert answer.to == to_sam()


@pytest.mark.parametrize("hook", [None, HOOK])
def test_a_button_on_the_card_of_a_case_is_answered_to_the_presser_alone(office: Office, hook: str | None) -> None:
    reference = office.opens()
    place = Place(channel="privacy", private=False, hook=hook)
    office.house().desk.store(turn(take(reference), place, PRIYA))
    asyncio.run(office.house().settle())
    (answer,) = [m for m in office.platform.messages if m.to.user == "priya"]
    assert (answer.to.channel, answer.to.hook) == (("privacy", HOOK) if hook else ("", ""))
    assert reference in answer.words
    office.does(PIETER, TakeCase(reference))
    late = turn(take(reference), place, PRIYA, id="e2")  # and so is the word that it is too late
    office.house().desk.store(late)
    asyncio.run(office.house().settle())
    refused = [m for m in office.platform.messages if m.to.user == "priya"][-1]
    assert refused.to == answer.to and "has taken" in refused.words


# -- the home page ----------------------------------------------------------------------------------------------


def home_pages(office: Office, of: str) -> list[str]:
    return [m.words for m in office.platform.messages if m.to == Address("workspace", "local", HOME_PAGE, of)]


def test_the_home_page_is_shown_to_who_opens_it(office: Office) -> None:
    office.opens()
    plays(office, turn(Asked(name="home"), HOME, PRIYA))
    (page,) = home_pages(office, "priya")
    assert "Nobody has taken: 1" in page


def test_what_was_done_from_the_home_page_shows_there(office: Office) -> None:
    reference = office.opens()
    plays(office, turn(take(reference), HOME, PRIYA))
    (page,) = home_pages(office, "priya")
    assert "Nobody has taken: 0" in page and "Yours: 1" in page
    (said,) = [m for m in office.platform.messages if m.to == Address("workspace", "local", user="priya")]
    assert reference in said.words


def test_what_could_not_be_done_from_the_home_page_shows_why_it_could_not(office: Office) -> None:
    reference = office.opens()
    office.does(PIETER, TakeCase(reference))
    plays(office, turn(take(reference), HOME, PRIYA))
    (page,) = home_pages(office, "priya")
    assert "Nobody has taken: 0" in page and "Pieter" in page


def test_a_form_sent_from_the_home_page_shows_there_too(office: Office) -> None:
    reference = office.opens()
    answer = office.house().desk.answer(turn(snooze(reference), HOME, PRIYA))
    assert answer.card is not None and not answer.errors
    office.delivers()
    assert len(home_pages(office, "priya")) == 1


def test_nothing_but_the_home_page_is_shown_again(office: Office) -> None:
    reference = office.opens()
    plays(office, turn(take(reference), PRIVATE, PRIYA))
    assert home_pages(office, "priya") == []


# -- the way of answering on the spot ---------------------------------------------------------------------------


def test_the_hook_is_sealed_at_rest_and_gone_when_the_answer_stands(office: Office) -> None:
    place = CHANNEL.model_copy(update={"hook": HOOK})
    office.house().desk.store(turn(Asked(name="help"), place))
    (came,) = office.inbox()
    assert came.body_sealed is not None and "secret" not in came.body_sealed
    asyncio.run(office.house().worker.settle())
    (waiting,) = office.outbox()
    assert waiting.hook_sealed is not None and "secret" not in waiting.hook_sealed
    assert office.vault.open(waiting.hook_sealed) == HOOK
    assert "secret" not in waiting.model_dump_json()
    office.delivers()
    (done,) = office.outbox()
    assert (done.state, done.hook_sealed, done.body_sealed) == ("done", None, None)


def test_a_dismissed_answer_keeps_no_hook(office: Office) -> None:
    office.platform.dead.add("sam")
    plays(office, turn(Asked(name="help"), CHANNEL.model_copy(update={"hook": HOOK})))
    with office.work() as work:
        assert ledger.dismiss(work.session, office.undelivered()[0].id, work.now)
    assert office.outbox()[0].hook_sealed is None


def test_the_hook_is_still_there_when_the_platform_was_busy(office: Office) -> None:
    office.platform.trouble["sam"] = [TryLater("rate_limited", 5)]
    assert plays(office, turn(Asked(name="help"), CHANNEL.model_copy(update={"hook": HOOK}))) == []
    office.delivers_later(minutes=1)
    (answer,) = office.platform.messages
    assert answer.to.hook == HOOK


# -- forms ------------------------------------------------------------------------------------------------------


def snooze(reference: str, until: str = "2026-03-20", why: str = "she is on holiday") -> Submitted:
    return Submitted(payload=SnoozeReminders(case=reference).encoded(), values={"on": until, "why": why})


@pytest.mark.parametrize("wrong", [{"until": ""}, {"why": ""}, {"reference": "DSR-2026-0404"}])
def test_a_form_that_came_back_with_errors_may_be_sent_again_and_is_done_once(
    office: Office, wrong: dict[str, str]
) -> None:
    reference, desk = office.opens(), office.house().desk
    for _time in range(2):
        assert desk.answer(turn(snooze(**{"reference": reference, **wrong}), PRIVATE, PRIYA)).errors
        assert office.inbox() == [] and office.desk.case(reference).snoozed_until is None
    done = desk.answer(turn(snooze(reference), PRIVATE, PRIYA))
    assert done.card is not None and not done.errors
    version = office.desk.case(reference).version
    again = desk.answer(turn(snooze(reference, until="2026-03-25"), PRIVATE, PRIYA))
    assert again.card is not None and again.card.plain() == "This was done already."
    assert office.desk.case(reference).version == version
    assert str(office.desk.case(reference).snoozed_until) == "2026-03-20"

"""What happens in channels: mails that arrive, mentions, files, and all the chatter that is not for the bot."""

from typing import Any

import pytest

from tests.contract.slack.office import IN_PRIVATE, Office
from tests.customers import Customer
from tests.slack_kit.desk import GENERAL, INTAKE, PRIVACY
from tests.slack_kit.reading import words
from tests.slack_kit.sending import Sent
from tests.slack_kit.state import Message

UNCLAIMED = "A mail waits for a colleague"

# What is said in a channel is answered behind both transports
pytestmark = pytest.mark.parametrize("office", ["socket mode"], indirect=True, scope="module")


def thread(office: Office, root: Sent, channel: str = GENERAL) -> list[Message]:
    """What the bot wrote below a message."""
    return [message for message in office.slack.channel(channel).thread(root.ts) if message.get("bot_id") == "B0BOT"]


def goes_on_in_private(office: Office, root: Sent, customer: Customer, channel: str = GENERAL) -> None:
    """There is one neutral line in the thread, and nobody's data."""
    office.quiet()
    lines = thread(office, root, channel)
    assert [words(line) for line in lines] == [IN_PRIVATE]
    assert customer.surname not in str(lines) and customer.address not in str(lines)


# Mails that were forwarded to a channel


def forwards(office: Office, sender: tuple[str, str], customer: Customer, **headers: str) -> Sent:
    told = {"date": f"{customer.wrote:%a, %d %b %Y %H:%M:%S %z}", **headers}
    return office.slack.mail_arrives(INTAKE, sender, "Fwd: my data", customer.forwarded, told)


def unclaimed(office: Office, mail: Sent) -> list[Message]:
    """What the privacy channel says about a mail that nobody has claimed."""
    link = f"/archives/{INTAKE}/p{mail.ts.replace('.', '')}"
    return [card for card in office.desk.cards if UNCLAIMED in words(card) and link in str(card)]


def test_a_strangers_mail_waits_for_a_colleague_who_logs_it(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    mail = forwards(office, (customer.name, customer.address), customer)
    card = office.slack.wait(lambda: unclaimed(office, mail))[0]
    assert "choose “Log as privacy request” in the menu of that message" in words(card)
    assert customer.surname not in str(card) and "citrine" not in str(card)

    robin.uses_shortcut("log_request", mail)
    assert f"{customer.name} <{customer.address}>" in words(office.told(robin, "Open this case?"))
    assert words(office.whispered(robin, IN_PRIVATE)) == IN_PRIVATE
    office.quiet()
    assert len(unclaimed(office, mail)) == 1 and not thread(office, mail, INTAKE)


def test_a_strangers_mail_that_slack_sends_again_waits_once(office: Office) -> None:
    customer = office.customer()
    mail = forwards(office, (customer.name, customer.address), customer)
    assert [answer.status for answer in office.slack.repeat(mail, times=3, retries=3)] == [200, 200, 200]
    office.slack.wait(lambda: unclaimed(office, mail))
    office.quiet()
    assert len(unclaimed(office, mail)) == 1


def test_a_mail_without_a_sender_waits_for_a_colleague(office: Office) -> None:
    mail = forwards(office, ("", ""), office.customer())
    office.slack.wait(lambda: unclaimed(office, mail))


def test_a_guests_mail_waits_for_a_colleague(office: Office) -> None:
    guest, customer = office.colleague("Gwen Guest", is_restricted=True), office.customer()
    mail = forwards(office, ("Gwen Guest", guest.user.email), customer)
    office.slack.wait(lambda: unclaimed(office, mail))
    office.quiet()
    assert not guest.inbox


def test_the_colleague_is_known_by_their_address_however_it_is_written(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    forwards(office, ("ROBIN", robin.user.email.upper()), customer)
    assert customer.address in words(office.told(robin, "Open this case?"))


def test_the_same_mail_forwarded_twice_is_one_case(office: Office) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    forwards(office, ("Robin", robin.user.email), customer)
    robin.presses(office.told(robin, "Open this case?"), "Open case")
    case = office.case(office.told(robin, " is open: "))
    office.quiet()
    cards = len(office.desk.cards)

    forwards(office, ("Sasha", sasha.user.email), customer)
    sasha.presses(office.told(sasha, "Open this case?"), "Open case")
    told = office.told(sasha, "You hear from me here when the case moves")
    assert case.reference in words(told) and " is open: " not in words(told)
    office.quiet()
    assert len(office.desk.cards) == cards
    office.priya.presses(case.card, "Take it")
    for reporter in (robin, sasha):
        office.told(reporter, f"working on {case.reference} now.")


def test_a_mail_of_a_dutch_colleague_is_reviewed_in_dutch(office: Office) -> None:
    daan, customer = office.colleague("Daan Vos", locale="nl-NL"), office.customer()
    forwards(office, ("Daan", daan.user.email), customer)
    assert customer.address in words(office.told(daan, "Deze zaak openen?"))


# Mentions


def test_a_mention_is_answered_in_private(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    said = robin.mentions(customer.forwarded, GENERAL)
    assert customer.address in words(office.told(robin, "Open this case?"))
    goes_on_in_private(office, said, customer)


def test_a_mention_in_a_private_channel_is_answered_in_private(office: Office) -> None:
    robin, customer = office.colleague(channels=(PRIVACY,)), office.customer()
    said = robin.mentions(customer.forwarded, PRIVACY)
    assert customer.address in words(office.told(robin, "Open this case?"))
    goes_on_in_private(office, said, customer, PRIVACY)


def test_a_mention_in_a_thread_takes_its_first_message_along(office: Office) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    first = sasha.says(customer.forwarded, GENERAL)
    sasha.says("Does anybody know what to do with this?", GENERAL, thread=first)
    robin.mentions("please log this", GENERAL, thread=first)
    assert f"{customer.name} <{customer.address}>" in words(office.told(robin, "Open this case?"))
    goes_on_in_private(office, first, customer)
    assert not sasha.inbox


def test_a_mention_below_a_strangers_mail_takes_the_mail_along(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    mail = forwards(office, (customer.name, customer.address), customer)
    office.slack.wait(lambda: unclaimed(office, mail))
    robin.mentions("this one please", INTAKE, thread=mail)
    assert f"{customer.name} <{customer.address}>" in words(office.told(robin, "Open this case?"))
    goes_on_in_private(office, mail, customer, INTAKE)


@pytest.mark.parametrize(("word", "answer"), [("help!", "What I can do"), ("cancel", "Nothing is open here.")])
def test_a_word_to_the_bot_in_a_thread_is_not_about_the_thread(office: Office, word: str, answer: str) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    first = sasha.says(customer.forwarded, GENERAL)
    robin.mentions(word, GENERAL, thread=first)
    assert answer in words(office.slack.wait(lambda: robin.inbox)[0])


def test_a_question_in_the_thread_of_a_case_is_about_that_case(office: Office) -> None:
    robin = office.colleague()
    case = office.opens(robin)
    office.quiet()
    before = len(office.priya.inbox)
    office.priya.mentions("what is the status?", PRIVACY, thread=case.card)
    assert words(office.slack.wait(lambda: office.priya.inbox[before:])[0]).startswith(case.reference)


def test_a_mention_below_a_deleted_message_is_answered_all_the_same(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    first = sasha.says("This one?", GENERAL)
    sasha.says("I am not sure", GENERAL, thread=first)
    sasha.deletes(first)
    robin.mentions("please log this", GENERAL, thread=first.ts)
    office.slack.wait(lambda: robin.inbox)


def test_a_mention_alone_is_a_greeting(office: Office) -> None:
    robin = office.colleague()
    robin.mentions("", GENERAL)
    office.slack.wait(lambda: robin.inbox)
    assert "Paste" in words(robin.inbox[0])


def test_colleagues_who_are_mentioned_are_read_by_their_names(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    robin.mentions(f"Please delete all data of <@{sasha.id}> <sasha@citrine.example>", GENERAL)
    read = office.told(robin, "Please delete all data of")
    assert "@Sasha Lim" in words(read) and sasha.id not in str(read["blocks"])


# Files


def test_a_mail_file_dropped_into_a_channel_is_reviewed_in_private(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    said = robin.drops("mail.eml", customer.mail, "what is this?", GENERAL)
    assert customer.address in words(office.told(robin, "Open this case?"))
    goes_on_in_private(office, said, customer)


def test_a_mail_file_that_is_dropped_with_a_mention_is_read_once(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    channel = office.slack.channel(GENERAL)
    file = robin.drops("mail.eml", customer.mail, channel=None).shown["files"][0]
    office.told(robin, "Open this case?")
    robin.says("cancel")
    office.told(robin, "Dropped.")
    kept = office.kept
    fields: dict[str, Any] = {"user": robin.id, "team": "T0NORTH", "subtype": "file_share", "files": [file]}
    said = office.slack.says_as(channel, {**fields, "text": "<@U0BOT> look"}, "", "app_mention")
    office.slack.wait(lambda: len([one for one in robin.inbox if "Open this case?" in words(one)]) == 2)
    goes_on_in_private(office, said, customer)
    assert office.kept == kept + 1


# What is not for the bot


ANYWHERE = {
    "another bot": {"text": "Please delete all my data", "subtype": "bot_message", "bot_id": "B0CRM"},
    "another app": {"text": "Please delete all my data", "bot_id": "B0CRM", "user": "U0CRM"},
    "a join": {"text": "has joined the channel", "subtype": "channel_join", "user": "U0EMMA"},
    "a topic": {"text": "set the topic: delete my data", "subtype": "channel_topic", "user": "U0EMMA"},
}
IN_CHANNELS = {
    "Slackbot": {"text": "Reminder: delete my data", "user": "USLACKBOT"},
    "a deleted file": {"text": "", "subtype": "file_share", "user": "U0EMMA", "files": [{"mode": "tombstone"}]},
}


@pytest.mark.parametrize("fields", [*ANYWHERE.values(), *IN_CHANNELS.values()], ids=[*ANYWHERE, *IN_CHANNELS])
def test_other_chatter_in_a_channel_starts_nothing(office: Office, fields: dict[str, Any]) -> None:
    kept = office.kept
    assert office.slack.says_as(office.slack.channel(GENERAL), fields).answer.status == 200
    assert office.kept == kept


@pytest.mark.parametrize("fields", ANYWHERE.values(), ids=ANYWHERE)
def test_other_chatter_in_private_starts_nothing(office: Office, fields: dict[str, Any]) -> None:
    kept = office.kept
    assert office.slack.says_as(office.colleague().im, fields).answer.status == 200
    assert office.kept == kept


def test_colleagues_who_talk_among_themselves_are_left_alone(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    kept = office.kept
    said = robin.says(customer.forwarded, GENERAL)
    robin.edits(said, f"{customer.forwarded} Please!")
    robin.says("and this", GENERAL, thread=said)
    robin.drops("plan.pdf", b"%PDF-1.7", "the plan", GENERAL)
    assert office.kept == kept


def test_an_invitation_to_a_channel_starts_nothing(office: Office) -> None:
    office.slack.add_channel("C0SALES", "sales", with_bot=False)
    assert all(answer.status == 200 for answer in office.slack.invites_bot("C0SALES"))

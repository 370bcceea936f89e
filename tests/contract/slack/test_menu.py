"""The menu of a message ("Log as privacy request") and the slash command: answered on the spot, seen by one person."""

import pytest

from tests.contract.slack.office import IN_PRIVATE, Office
from tests.slack_kit.desk import GENERAL
from tests.slack_kit.people import Person
from tests.slack_kit.reading import words
from tests.slack_kit.state import Message

LOG = "log_request"


def asks(office: Office, person: Person, text: str) -> Message:
    """What the command answers, at the spot."""
    office.quiet()
    before = len(person.ephemeral)
    person.runs("/privacy", text, GENERAL)
    found = office.slack.wait(lambda: person.ephemeral[before:])[0]
    assert found.channel == GENERAL and found["user"] == "U0BOT"
    return found


# The menu of a message


def test_a_colleagues_message_is_logged_with_its_link_and_author(office: Office) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    said = sasha.says(customer.forwarded, GENERAL)
    robin.uses_shortcut(LOG, said)
    review = office.told(robin, "Open this case?")
    assert f"{customer.name} <{customer.address}>" in words(review)
    line = office.whispered(robin, IN_PRIVATE)
    assert line.channel == GENERAL
    office.quiet()
    assert not sasha.inbox and office.slack.channel(GENERAL).thread(said.ts) == [said.shown]

    robin.presses(review, "Open case")
    case = office.case(office.told(robin, " is open: "))
    details = office.form(office.priya, case.card, "Details …")
    assert f"https://north.slack.com/archives/{GENERAL}/p{said.ts.replace('.', '')}" in str(details)
    office.priya.closes()


def test_a_reply_in_a_thread_can_be_logged(office: Office) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    first = sasha.says("Look what came in", GENERAL)
    robin.uses_shortcut(LOG, sasha.says(customer.forwarded, GENERAL, thread=first))
    assert customer.address in words(office.told(robin, "Open this case?"))
    office.whispered(robin, IN_PRIVATE)


def test_a_bots_message_is_logged_with_what_stands_in_its_blocks(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    fields = {
        "subtype": "bot_message",
        "bot_id": "B0CRM",
        "username": "CRM",
        "text": "",
        "blocks": [
            {"type": "header", "block_id": "a", "text": {"type": "plain_text", "text": "New form"}},
            {"type": "section", "block_id": "b", "text": {"type": "mrkdwn", "text": f"From: {customer.address}"}},
        ],
        "attachments": [{"text": "Please delete all my data &amp; my account.", "fallback": "not this"}],
    }
    office.slack.channel(GENERAL)
    said = office.slack.says_as(office.slack.channel(GENERAL), fields)
    robin.uses_shortcut(LOG, said)
    found = words(office.slack.wait(lambda: robin.inbox)[0])
    assert customer.address in found and "Please delete all my data & my account." in found
    assert "not this" not in found


def test_a_mail_that_arrived_in_a_channel_is_logged(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    office.slack.add_channel("C0SUPPORT", "support", robin.id, with_bot=False)
    mail = office.slack.mail_arrives("C0SUPPORT", (customer.name, customer.address), "my data", customer.words)
    robin.uses_shortcut(LOG, mail)  # the bot is not in that channel
    review = office.slack.wait(lambda: robin.inbox)[0]
    assert f"{customer.name} <{customer.address}>" in words(review)
    office.whispered(robin, IN_PRIVATE)


def test_a_dropped_mail_file_is_logged(office: Office) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    office.slack.add_channel("C0SHARED", "shared", robin.id, sasha.id, with_bot=False)
    said = sasha.drops("mail.eml", customer.mail, channel="C0SHARED")
    robin.uses_shortcut(LOG, said)
    assert customer.address in words(office.told(robin, "Open this case?"))


def test_a_message_without_words_is_said_to_be_empty(office: Office) -> None:
    robin = office.colleague()
    said = office.slack.says_as(office.slack.channel(GENERAL), {"text": "", "user": robin.id, "blocks": []})
    robin.uses_shortcut(LOG, said)
    office.told(robin, "That message is empty.")


def test_a_message_that_asks_for_nothing_can_be_logged_nevertheless(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    said = sasha.says(
        "The new logo of the spring campaign looks really good on the website, everybody loves it", GENERAL
    )
    robin.uses_shortcut(LOG, said)
    found = office.told(robin, "I see no privacy request in this.")
    robin.presses(found, "It is one")
    office.told(robin, "What is the person asking for?")


def test_a_short_message_that_is_logged_is_not_taken_for_small_talk(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    robin.uses_shortcut(LOG, sasha.says("Ana phoned about her account", GENERAL))
    assert "Hello Robin Ames" not in words(office.slack.wait(lambda: robin.inbox)[0])


@pytest.mark.parametrize("word", ["cancel", "help", "undo"])
def test_a_word_of_control_in_somebody_elses_message_controls_nothing(office: Office, word: str) -> None:
    robin, sasha, customer = office.colleague(), office.colleague("Sasha Lim"), office.customer()
    office.hears(robin, customer.forwarded)
    office.quiet()
    before = len(robin.inbox)
    robin.uses_shortcut(LOG, sasha.says(word, GENERAL))
    found = words(office.slack.wait(lambda: robin.inbox[before:])[0])
    assert "Dropped." not in found and "What I can do" not in found and "undo" not in found


def test_somebody_elses_message_answers_no_question_of_mine(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    office.hears(robin, "Please delete my data")
    office.quiet()
    before = len(robin.inbox)
    robin.uses_shortcut(LOG, sasha.says("no", GENERAL))
    assert "Whose data is it about?" not in words(office.slack.wait(lambda: robin.inbox[before:])[0])


# The slash command


@pytest.mark.parametrize("text", ["", "help", "  HELP  "])
def test_the_command_helps(office: Office, text: str) -> None:
    assert "What I can do" in words(asks(office, office.colleague(), text))


def test_the_command_shows_what_somebody_handed_over(office: Office) -> None:
    robin = office.colleague()
    assert "You have handed nothing over yet." in words(asks(office, robin, "mine"))
    case = office.opens(robin)
    assert f"{case.reference} · Delete · received" in words(asks(office, robin, "mine"))
    assert f"{case.reference} · Delete · received" in words(asks(office, robin, "status"))
    one = words(asks(office, robin, f"status {case.reference.lower()}"))
    assert one.startswith(case.reference) and "Delete: received" in one
    assert case.reference in words(asks(office, robin, "open"))


def test_the_command_lists_and_finds_cases_for_the_team_alone(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    case = office.opens(robin, customer)
    assert case.reference in words(asks(office, office.priya, "open"))
    assert case.reference in words(asks(office, office.priya, f"search {customer.address}"))
    assert case.reference in words(asks(office, office.priya, f"search {case.reference}"))
    found = words(asks(office, robin, f"search {customer.address}"))
    assert found == "Only the privacy team can search. “status” shows what you handed over."


def test_the_command_says_the_same_of_somebody_elses_case_and_of_none(office: Office) -> None:
    robin, sasha = office.colleague(), office.colleague("Sasha Lim")
    case = office.opens(robin)
    assert words(asks(office, sasha, f"status {case.reference}")) == words(asks(office, sasha, "status DSR-2020-9999"))


def test_a_request_behind_the_command_is_reviewed_at_the_spot(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    review = asks(office, robin, customer.forwarded)
    assert f"{customer.name} <{customer.address}>" in words(review)
    office.quiet()
    assert not robin.inbox
    robin.presses(review, "Open case")
    told = office.whispered(robin, " is open: Delete.")
    assert told.channel == GENERAL
    assert "Owner: nobody yet" in words(office.case(told).card)


def test_a_review_at_the_spot_is_changed_in_its_form(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    review = asks(office, robin, customer.forwarded)
    office.form(robin, review, "Change something …")
    assert not robin.submits(values={"residence": "uk_gdpr"}).errors and not robin.forms
    changed = office.told(robin, "Open this case?")  # a form brings no way back to the spot
    assert "Lives: in the United Kingdom" in words(changed)
    robin.presses(review, "Open case")  # the old one does the same
    office.whispered(robin, " is open: Delete.")


def test_the_command_is_answered_where_the_bot_is_not(office: Office) -> None:
    robin = office.colleague()
    office.slack.add_channel("C0FAR", "far", robin.id, with_bot=False)
    robin.runs("/privacy", "help", "C0FAR")
    assert office.whispered(robin, "What I can do").channel == "C0FAR"


def test_an_answer_that_is_too_late_for_its_place_comes_in_private(office: Office) -> None:
    robin = office.colleague()
    office.slack.add_channel("C0LATE", "late", robin.id, with_bot=False)
    held = office.slack.trouble("users.info", where={"user": robin.id}, hold=True)
    robin.runs("/privacy", "help", "C0LATE")
    office.slack.passes.expire_response_urls()
    held.release()
    office.told(robin, "What I can do")


def test_a_card_number_behind_the_command_is_taken_out(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    robin.runs("/privacy", f"{customer.forwarded}\nMy card is 4111 1111 1111 1111.", GENERAL)
    office.whispered(robin, "Open this case?")
    office.quiet()
    assert "4111" not in str(robin.ephemeral)


def test_a_card_number_behind_the_command_is_said_to_be_taken_out(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    robin.runs("/privacy", f"{customer.forwarded}\nMy card is 4111 1111 1111 1111.", GENERAL)
    office.whispered(robin, "Open this case?")
    office.quiet()
    assert any("I took this out and kept none of it: a card number." in words(one) for one in robin.ephemeral)

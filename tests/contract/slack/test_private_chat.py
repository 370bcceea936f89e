"""What somebody may say, drop and change their mind about in their private chat with the bot."""

import pytest

from tests.contract.slack.office import Office
from tests.customers import ERASURE
from tests.outlook import outlook
from tests.slack_kit.desk import INTAKE, PRIVACY
from tests.slack_kit.markup import marked_up
from tests.slack_kit.reading import buttons, words

OVER = 6 * 1024 * 1024 + 1  # bytes


# Words


def test_a_greeting_is_answered_with_what_to_do(office: Office) -> None:
    assert office.hears(office.colleague("Robin Ames"), "hi") == (
        "Hello Robin Ames. Paste or drop a customer's message here, and I open the privacy case.\n"
        "Say “help” for everything I understand."
    )


def test_help_status_cancel_and_undo_are_understood_at_any_time(office: Office) -> None:
    robin = office.colleague()
    assert "What I can do" in office.hears(robin, "help")
    assert "You have handed nothing over yet." in office.hears(robin, "status")
    assert "Nothing is open here." in office.hears(robin, "undo")
    assert "Nothing is open here." in office.hears(robin, "Cancel!")


def test_what_is_missing_is_asked_and_answered_in_several_messages(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    assert "Is this about you?" in office.hears(robin, f"A customer in Spain wrote yesterday: {ERASURE}")
    assert "Whose data is it about?" in office.hears(robin, "no")
    assert "When did it reach us?" in office.hears(robin, f"{customer.name} <{customer.address}>")
    review = office.hears(robin, "yesterday")
    assert "Open this case?" in review
    assert f"Person: {customer.name} <{customer.address}>" in review


def test_a_changed_mind_a_step_back_and_a_cancel(office: Office) -> None:
    robin, customer, other = office.colleague(), office.customer(), office.customer()
    office.hears(robin, customer.forwarded)
    changed = office.hears(robin, f"no wait, it's {other.address}")
    assert f"Changed. Person: {customer.name} <{other.address}>" in changed
    undone = office.hears(robin, "undo")
    assert "Undone." in undone and f"<{customer.address}>" in undone
    before = len(robin.inbox)
    assert "Dropped. Nothing was recorded." in office.hears(robin, "cancel")
    assert "Nothing is open here." in office.hears(robin, "cancel")
    office.quiet()
    assert len(robin.inbox) == before + 2


def test_formatted_words_and_links_are_read_as_they_were_seen(office: Office) -> None:
    robin, customer = office.colleague(), office.customer("Please delete my data & close account <4711>.")
    review = office.hears(robin, f"See https://crm.example/4?a=1&b=2 for this.\n\n{customer.forwarded}")
    assert "“Please delete my data & close account <4711>.”" in review
    assert "&amp;" not in review and "mailto:" not in review


def test_several_messages_at_once_are_answered_in_their_order(office: Office) -> None:
    robin = office.colleague()
    # Each is taken before the next is sent, and answered later: nobody promises the order of requests under way at once
    for said in ("hello", "help", "status", "cancel"):
        robin.says(said)
    office.slack.wait(lambda: len(robin.inbox) == 4)
    for answer, said in zip(robin.inbox, ("Hello", "What I can do", "You have handed", "Nothing is open"), strict=True):
        assert words(answer).startswith(said)


def test_what_is_quoted_calls_nobody(office: Office) -> None:
    robin = office.colleague()
    robin.says("Please delete my data <!channel> <!here> now")
    asked = office.told(robin, "Is this about you?")
    assert "<!channel>" in words(asked)  # as it was typed
    assert "<!" not in asked["text"] and "&lt;!channel&gt;" in asked["text"]


def test_a_message_that_is_forwarded_within_slack_is_read(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    shared = {
        "is_msg_unfurl": True,
        "is_share": True,
        "author_name": "Sasha Lim",
        "from_url": "https://north.slack.com/archives/C0FAR/p1",
        "text": marked_up(customer.forwarded),
        "fallback": "[November 25th] sasha: not this",
    }
    office.slack.says_as(robin.im, {"user": robin.id, "text": "", "attachments": [shared]})
    assert f"{customer.name} <{customer.address}>" in words(office.told(robin, "Open this case?"))


def test_a_mail_that_is_forwarded_within_slack_is_read(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    mail = office.slack.mail_arrives(INTAKE, (customer.name, customer.address), "my data", customer.words)
    shared = {"is_msg_unfurl": True, "is_share": True, "files": mail.shown["files"], "fallback": "[November 25th]"}
    office.slack.says_as(robin.im, {"user": robin.id, "text": "", "attachments": [shared]})
    assert f"{customer.name} <{customer.address}>" in words(office.slack.wait(lambda: robin.inbox)[0])


def test_a_thread_in_the_private_chat_is_a_conversation_of_its_own(office: Office) -> None:
    robin, customer, other = office.colleague(), office.customer(), office.customer()
    office.hears(robin, customer.forwarded)
    first = robin.says("And here is another matter:")
    office.slack.wait(lambda: len(robin.inbox) == 2)
    answer = office.answer(robin, lambda: robin.says(other.forwarded, thread=first))
    assert answer["thread_ts"] == first.ts
    assert other.address in words(answer) and customer.address not in words(answer)

    answer = office.answer(robin, lambda: robin.says("cancel", thread=first))
    assert answer["thread_ts"] == first.ts and "Dropped." in words(answer)
    still = office.answer(robin, lambda: robin.says("undo"))
    assert "thread_ts" not in still and customer.address in words(still)


def test_a_reply_below_what_the_bot_said_belongs_to_that_conversation(office: Office) -> None:
    robin, customer, other = office.colleague(), office.customer(), office.customer()
    review = office.answer(robin, lambda: robin.says(customer.forwarded))
    answer = office.answer(robin, lambda: robin.says(f"no wait, it's {other.address}", thread=review))
    assert "thread_ts" not in answer and "Changed." in words(answer) and other.address in words(answer)


def test_a_button_in_a_thread_is_answered_in_that_thread(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    first = robin.says("hello")
    office.told(robin, "Hello")
    review = office.answer(robin, lambda: robin.says(customer.forwarded, thread=first))
    opened = office.answer(robin, lambda: robin.presses(review, "Open case"))
    assert " is open: Delete." in words(opened) and opened["thread_ts"] == first.ts


def test_answers_are_changed_in_a_form_with_the_errors_beside_its_fields(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    robin.says(customer.forwarded)
    form = office.form(robin, office.told(robin, "Open this case?"), "Change something …")
    assert customer.address in words(form)
    assert robin.submits(values={"received": "2017-01-01"}).errors == {"received": "That date lies before 25 May 2018."}
    before = len(robin.inbox)
    assert not robin.submits(values={"residence": "uk_gdpr"}).errors and robin.modal is None
    office.slack.wait(lambda: robin.inbox[before:])
    assert "Lives: in the United Kingdom" in words(robin.inbox[-1])


def test_colleagues_are_answered_in_their_own_language(office: Office) -> None:
    daan = office.colleague("Daan Vos", locale="nl-NL")
    assert "Hallo Daan Vos" in office.hears(daan, "hoi")
    told = office.hears(daan, "Ticket 4711: klant anna.bakker@citrine.example wil dat al haar gegevens worden gewist")
    assert " is open: Verwijderen." in told and "Zeg tegen de klant: “We hebben uw verzoek ontvangen" in told


def test_a_number_that_was_taken_out_is_no_wish(office: Office) -> None:
    robin, customer = office.colleague(), office.customer("Please send me a copy of all personal data you hold.")
    robin.says(customer.forwarded + "\nMy card is 4111 1111 1111 1111.")
    assert "Delete" not in words(office.told(robin, "Open this case?"))


def test_a_card_number_is_taken_out_and_said_so(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    robin.says(customer.forwarded + "\nMy card is 4111 1111 1111 1111.")
    office.told(robin, "I took this out and kept none of it: a card number.")
    office.told(robin, "Open this case?")
    office.quiet()
    assert "4111" not in str(robin.inbox)


# Files


def test_a_dropped_mail_is_read(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    review = words(office.answer(robin, lambda: robin.drops("mail.eml", customer.mail)))
    assert "Open this case?" in review and f"{customer.name} <{customer.address}>" in review


def test_a_dropped_outlook_mail_is_read(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    mail = outlook("My data", customer.words, (customer.name, customer.address), customer.wrote).file()
    review = words(office.answer(robin, lambda: robin.drops("Aanvraag.MSG", mail)))
    assert "Open this case?" in review and f"{customer.name} <{customer.address}>" in review


def test_a_dropped_text_is_read(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    review = words(office.answer(robin, lambda: robin.drops("mail.txt", customer.forwarded.encode(), "please log")))
    assert "Open this case?" in review and customer.address in review


def test_a_mail_in_a_thread_of_the_chat_is_answered_there(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    first = robin.says("hello")
    office.told(robin, "Hello")
    review = office.answer(robin, lambda: robin.drops("mail.eml", customer.mail, thread=first))
    assert customer.address in words(review) and review["thread_ts"] == first.ts


@pytest.mark.parametrize(("name", "kind"), [("passport.png", "image/png"), ("letter.pdf", "application/pdf")])
def test_a_file_that_is_no_mail_is_kindly_left_alone(office: Office, name: str, kind: str) -> None:
    robin = office.colleague()
    said = office.answer(robin, lambda: robin.drops(name, b"\x89PNG\r\n" + bytes(range(256)), mimetype=kind))
    assert words(said) == (
        f"⚠️ I have not read “{name}”: it is no mail. Drop the mail as a file (.eml, .msg, .txt), or paste its text."
    )
    assert not office.slack.calls_of(f"files/{name}")


def test_a_picture_beside_words_does_not_keep_them_from_being_read(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    robin.drops("screen.png", b"\x89PNG", customer.forwarded, mimetype="image/png")
    office.told(robin, "I have not read “screen.png”")
    assert customer.address in words(office.told(robin, "Open this case?"))


def test_a_picture_that_is_named_like_a_mail_is_no_mail(office: Office) -> None:
    robin = office.colleague()
    said = words(office.answer(robin, lambda: robin.drops("scan.eml", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)))
    assert said == "This file is not a mail; drop an .eml or .msg file, or paste the mail's text."


def test_a_file_over_six_megabytes_is_too_large(office: Office) -> None:
    robin = office.colleague()
    said = office.answer(robin, lambda: robin.drops("mail.eml", b"x" * OVER))
    assert "I have not read “mail.eml”: it is too large." in words(said)


def test_a_file_that_is_gone_is_asked_for_once_more(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    office.slack.trouble("files", status=404)
    said = office.answer(robin, lambda: robin.drops("mail.eml", customer.mail))
    assert words(said) == (
        "⚠️ I have not read “mail.eml”: I could not fetch it. Please drop it once more, or paste its text."
    )
    assert customer.address in words(office.answer(robin, lambda: robin.drops("mail.eml", customer.mail)))


# What starts nothing


def test_edits_and_deletions_start_nothing(office: Office) -> None:
    robin, customer = office.colleague(), office.customer()
    said = robin.says("hello")
    office.told(robin, "Hello")
    kept = office.kept
    assert robin.edits(said, customer.forwarded).answer.status == 200
    assert robin.deletes(said).answer.status == 200
    assert office.kept == kept


def test_the_bots_own_messages_start_nothing(office: Office) -> None:
    robin = office.colleague()
    kept = office.kept
    case = office.opens(robin)
    assert office.kept == kept + 2  # what was said, and the button: nothing of what the bot wrote
    assert len(office.slack.channel(PRIVACY).messages) == len({card["ts"] for card in office.desk.cards})
    assert buttons(case.card)[0] == "Take it"

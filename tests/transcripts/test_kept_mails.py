"""A mail with numbers that must never be kept is still the mail that it was: only these go."""

from email.message import EmailMessage

from bot.cases.commands import ReportBreach
from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk


def _attached(ask: str, *, subject: str = "my data", attachment: str = "scan.pdf") -> bytes:
    """A colleague's mail to which the customer's is attached."""
    inner = EmailMessage()
    inner["From"], inner["Date"], inner["Subject"] = "Ana <ana@x.example>", "Thu, 5 Mar 2026 10:00:00 +0100", subject
    inner.set_content(ask)
    inner.add_attachment(b"-", "application", "pdf", filename=attachment)
    outer = EmailMessage()
    outer["From"], outer["To"] = "Emma Stone <emma@northloop.example>", "desk@northloop.example"
    outer["Date"], outer["Subject"] = "Mon, 9 Mar 2026 09:00:00 +0100", "customer"
    outer.set_content("see attached")
    outer.add_attachment(inner)
    return outer.as_bytes()


@each(
    ("words", "secret", "mark"),
    [
        ("My IBAN is NL91ABNA0417164300.", "NL91", "[bank account number: not kept]"),
        ("My card is 4111 1111 1111 1111 12/27.", "4111", "[card number: not kept]"),
        ("My password: hunter2", "hunter2", "[password: not kept]"),
        ("Mijn bsn is 111.222.333.", "111.222", "[citizen number: not kept]"),
    ],
)
def test_a_request_in_an_attached_mail_survives_what_is_taken_out_of_it(words: str, secret: str, mark: str) -> None:
    talk = Talk()
    talk.drops(("customer.eml", _attached(f"Please delete all my data. {words}\n\nAna\n")))
    talk.shows("Delete", "ana@x.example", "5 Mar 2026", "I took this out and kept none of it")
    talk.is_stored()
    talk.presses("Not said")
    talk.is_stored()
    talk.presses("Open case")
    assert talk.opened.rights == (Right.ERASURE,)
    assert talk.opened.subject.email == "ana@x.example"
    assert secret not in repr(talk.opened)
    assert mark in talk.opened.text


@each(
    ("words", "called"),
    [
        ("my card is 4111 1111 1111 1111", "a card number"),
        ("my IBAN is NL91ABNA0417164300", "a bank account number"),
        ("my BSN is 111222333", "a citizen number"),
        ("my SSN is 219-09-9999", "a social security number"),
        ("my PIN is 4821", "a PIN"),
        ("the cvv of the card is 123", "the security code of a card"),
        ("my password is hunter2", "a password"),
        ("https://x.example/reset?token=Zx81kQ22", "an access key"),
        ("my login code is 482193", "a login code"),
    ],
)
def test_who_hands_it_over_is_told_what_was_taken_out(words: str, called: str) -> None:
    talk = Talk()
    talk.says(f"Please delete my data. {words}")
    talk.shows(f"I took this out and kept none of it: {called}. Please delete your message")


def test_a_subject_and_the_names_of_attachments_are_kept_without_it_too() -> None:
    talk = Talk()
    talk.drops(
        (
            "customer.eml",
            _attached(
                "Please delete all my data.\n\nAna\n",
                subject="card 4111 1111 1111 1111",
                attachment="IBAN NL91ABNA0417164300.pdf",
            ),
        )
    )
    (draft,) = talk.chat.drafts
    assert draft.mail is not None
    assert draft.mail.subject == "card [card number: not kept]"
    assert "IBAN [bank account number: not kept].pdf" in draft.mail.attachments
    assert "4111" not in repr(talk.chat)
    assert "NL91" not in repr(talk.chat)
    talk.shows("Delete", "ana@x.example")


def _mail(words: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Ana <ana@x.example>", "desk@northloop.example"
    mail["Date"], mail["Subject"] = "Thu, 5 Mar 2026 10:00:00 +0100", "my data"
    mail.set_content(words)
    return mail.as_bytes()


def test_what_the_dpo_is_told_of_a_breach_holds_no_secret() -> None:
    talk = Talk()
    stolen = "Somebody stole my password Hunter2! and my card number 4111 1111 1111 1111 from your website"
    talk.drops(("customer.eml", _mail(f"{stolen} and my data is for sale online.\n\nAna\n")))
    (told,) = [command for command in talk.commands if isinstance(command, ReportBreach)]
    assert "4111" not in told.words
    assert "Hunter2" not in told.words
    assert "[card number: not kept]" in told.words


def test_what_is_quoted_of_a_request_that_is_taken_back_holds_no_secret() -> None:
    talk = Talk()
    talk.drops(("customer.eml", _mail("I withdraw my deletion request, my password Hunter2! stays as it is.\n\nAna\n")))
    assert "Hunter2" not in repr((*talk.chat.drafts, talk.chat.pending))
    assert "[password: not kept]" in repr((*talk.chat.drafts, talk.chat.pending))

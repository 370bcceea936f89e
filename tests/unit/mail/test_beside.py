"""Two customers' mails pasted one below the other are two mails; a mail within a mail is one."""

from bot.understanding.mail import new_words, read_pasted
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM

ALICE = """---------- Forwarded message ---------
From: Alice Byrne <alice@x.example>
Date: Mon, 23 Nov 2026 at 10:12
Subject: my data
To: <privacy@shop.example>


Hello, please delete my account and all my personal data.
Alice
"""
BOB = """---------- Forwarded message ---------
From: Bob Cruz <bob@y.example>
Date: Sun, 22 Nov 2026 at 11:12
Subject: copy
To: <privacy@shop.example>


Hi, send me a copy of my data. I live in Spain.
Bob
"""
ALICE_OUTLOOK = """From: Alice Byrne <alice@x.example>
Sent: Monday, 23 November 2026 10:12
To: Privacy
Subject: my data

Hello, please delete my account.
"""
BOB_OUTLOOK = """From: Bob Cruz <bob@y.example>
Sent: Tuesday, 24 November 2026 10:12
To: Privacy
Subject: copy

Hi, send me a copy of my data.
"""
# Handed on twice: by the desk to a colleague, by the colleague to us
NESTED = """fyi

From: Sam Desk <sam@shop.example>
Sent: Tuesday, 24 November 2026 10:12
To: Emma
Subject: FW: my data

One for you, I think.

From: Alice Byrne <alice@x.example>
Sent: Monday, 23 November 2026 10:12
To: Desk <desk@shop.example>
Subject: my data

Hello, please delete my account.
"""
# The customer's answer above our mail
ANSWERED = """From: Alice Byrne <alice@x.example>
Sent: Tuesday, 24 November 2026 10:12
To: Desk <desk@shop.example>
Subject: RE: your order

No thanks. Please delete my account instead.

From: Desk <desk@shop.example>
Sent: Monday, 23 November 2026 10:12
To: Alice Byrne <alice@x.example>
Subject: your order

Shall we send the table on Friday?
"""


@each(
    ("text", "senders"),
    [
        (f"Hi team, two of them.\n\n{ALICE}\n{BOB}", ["alice@x.example", "bob@y.example"]),
        (f"{ALICE}\n{BOB}\n{ALICE.replace('lice', 'lba')}", ["alice@x.example", "bob@y.example", "alba@x.example"]),
        (f"{ALICE_OUTLOOK}\n{BOB_OUTLOOK}", ["alice@x.example", "bob@y.example"]),
        (NESTED, ["alice@x.example"]),
        (ANSWERED, ["alice@x.example"]),
        (ALICE, ["alice@x.example"]),
        ("Please delete my account.", [None]),
        ("", [None]),
    ],
)
def test_each_mail_is_read_apart(text: str, senders: list[str | None]) -> None:
    mails = read_pasted(text, zone=AMSTERDAM)
    assert [mail.sender and mail.sender.value.email for mail in mails] == senders


def test_no_words_are_lost_between_the_mails() -> None:
    first, second = read_pasted(f"Hi team, two of them.\n\n{ALICE}\n{BOB}", zone=AMSTERDAM)
    assert "two of them" in first.text
    assert "delete my account" in new_words(first)
    assert "send me a copy" in new_words(second)
    assert "copy" not in new_words(first)

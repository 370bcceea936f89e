"""Two customers' mails in one paste are two drafts, each about its own person."""

from bot.cases.commands import OpenCase
from bot.rights import Right
from tests.transcripts.talk import Talk
from tests.unit.mail.test_beside import ALICE_OUTLOOK, BOB_OUTLOOK


def test_each_customer_gets_a_case_of_their_own() -> None:
    talk = Talk()
    talk.says(f"two for you\n\n{ALICE_OUTLOOK}\n{BOB_OUTLOOK}".replace("2026", "2025"))
    assert len(talk.chat.drafts) == 2
    for _ in range(2):
        while "Open case" not in talk.labels:
            talk.presses("Not said")
        talk.presses("Open case")
    opened = [command for command in talk.commands if isinstance(command, OpenCase)]
    assert {case.subject.email: case.rights for case in opened} == {
        "alice@x.example": (Right.ERASURE,),
        "bob@y.example": (Right.ACCESS,),
    }

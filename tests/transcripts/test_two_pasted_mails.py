"""Two customers' mails in one paste are two drafts, each about its own person."""

from string import ascii_lowercase

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


def test_a_list_of_very_many_people_is_one_matter() -> None:
    some, many = Talk(), Talk()
    some.says(_listed(12))
    many.says(_listed(120))
    assert (len(some.chat.drafts), len(many.chat.drafts)) == (12, 1)


def _listed(people: int) -> str:
    names = [f"{first}{second}.vos" for first in ascii_lowercase for second in "aeiou"][:people]
    return "please delete these people\n" + "\n".join(f"- {name}@x.example" for name in names)

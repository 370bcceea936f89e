"""A file that the platform did not give us is never passed over in silence."""

from typing import Literal

from bot.conversation.turn import File, Missing, Said
from flows import CONVERSATIONS
from tests.letters import letter
from tests.lines import each
from tests.transcripts.talk import Talk, colleague

Why = Literal["too_large", "no_mail", "gone"]

WHYS = [
    ("too_large", "it is too large. Save the mail without its attachments", "het is te groot."),
    ("no_mail", "it is no mail. Drop the mail as a file (.eml, .msg, .txt)", "het is geen mail."),
    ("gone", "I could not fetch it. Please drop it once more", "ik kon het niet ophalen."),
]


class Losing(Talk):
    """A chat whose platform keeps some files back."""

    def drops_what_is_lost(self, *lost: tuple[str, Why], text: str = "", mail: bytes = b"") -> None:
        files = (File.model_construct(name="mail.eml", content=mail),) if mail else ()
        missing = tuple(Missing(name=name, why=why) for name, why in lost)
        said = Said(text=text, files=files, missing=missing)
        self._play(lambda scene: CONVERSATIONS.hear(said, scene))


@each(("why", "english", "dutch"), WHYS)
def test_it_is_said_which_file_was_not_read_and_why(why: Why, english: str, dutch: str) -> None:
    talk = Losing()
    talk.drops_what_is_lost(("mail of Ana.eml", why))
    talk.shows(f"I have not read “mail of Ana.eml”: {english}", "paste its text")
    assert [card.tone for card in talk.said] == ["warning"]
    talk = Losing(colleague(language="nl"))
    talk.drops_what_is_lost(("mail van Ana.eml", why))
    talk.shows(f"Ik heb “mail van Ana.eml” niet gelezen: {dutch}")


def test_each_of_several_is_named() -> None:
    talk = Losing()
    talk.drops_what_is_lost(("one.eml", "gone"), ("two.msg", "too_large"))
    talk.shows("“one.eml”: I could not fetch it", "“two.msg”: it is too large")
    assert talk.chat.active is None


def test_a_name_of_any_length_is_shortened() -> None:
    talk = Losing()
    talk.drops_what_is_lost(("x" * 500 + ".eml", "gone"))
    talk.shows(f"“{'x' * 80}”")
    talk.hides("x" * 81)


def test_the_words_beside_it_are_read() -> None:
    talk = Losing()
    talk.drops_what_is_lost(("scan.pdf", "no_mail"), text="Please delete all my data. ana.diaz@x.example")
    talk.shows("I have not read “scan.pdf”", "ana.diaz@x.example")
    assert talk.said[0].tone == "warning" and talk.chat.active is not None


def test_the_mails_beside_it_are_read() -> None:
    talk = Losing()
    talk.drops_what_is_lost(("photo.png", "no_mail"), mail=letter())
    talk.shows("I have not read “photo.png”", "ana.diaz@citrine.example")
    assert talk.chat.active is not None


def test_an_open_draft_waits_for_its_answer_all_the_same() -> None:
    talk = Losing()
    talk.says("Please delete all my data. ana.diaz@x.example")
    before = talk.chat
    talk.drops_what_is_lost(("mail.eml", "gone"))
    talk.shows("I have not read “mail.eml”")
    assert talk.chat == before and before.active is not None

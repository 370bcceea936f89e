"""Several matters are open, and a few words drop one of them."""

from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import Talk

TWO = "escalate 88412 and 88413: Ann Lee ann.lee@x.example wants out of the mailing list, Raj Patel raj@x.example too"


@each(
    ("words", "stays"),
    [
        ("88412 was a mistake, ignore it", "88413"),
        ("88413 was a mistake, ignore it", "88412"),
        ("forget 88413, that was a test", "88412"),
        ("Raj was a mistake, ignore that one", "88412"),
        ("88412 laat maar zitten", "88413"),
        ("cancel 88413", "88412"),
    ],
)
def test_the_one_that_is_named_is_dropped(words: str, stays: str) -> None:
    talk = Talk(SAM)
    talk.says(TWO)
    talk.says(words)
    talk.shows("Dropped. Nothing was recorded.")
    talk.hides("Not taken in")
    assert [draft.answers["ticket"].value for draft in talk.chat.drafts] == [stays]


@each(
    ("words", "stays"),
    [
        ("forget it, only Raj Patel counts", ["88412", "88413"]),
        ("forget it, duplicate of 88413", ["88413"]),
        ("forget it, except Raj", ["88412", "88413"]),
        ("Raj has no phone number, never mind", ["88412", "88413"]),
        ("Raj lives in Leeds, never mind", ["88412", "88413"]),
        ("forget Raj", ["88412", "88413"]),
    ],
)
def test_whoever_is_named_for_another_reason_is_not_dropped(words: str, stays: list[str]) -> None:
    talk = Talk(SAM)
    talk.says(TWO)
    talk.says(words)
    assert [draft.answers["ticket"].value for draft in talk.chat.drafts] == stays


@each("words", ["88412 and 88413 were tests, ignore them", "88412 en 88413 laat maar zitten", "cancel 88412 and 88413"])
def test_several_that_are_named_are_dropped_together(words: str) -> None:
    talk = Talk(SAM)
    talk.says(TWO)
    talk.says(words)
    talk.shows("Dropped. Nothing was recorded.")
    assert not talk.chat.drafts


def test_another_s_number_drops_none_of_them() -> None:
    talk = Talk(SAM)
    talk.says(TWO)
    talk.says("88490 was a mistake, ignore it")
    assert len(talk.chat.drafts) == 2


def test_a_message_that_waits_is_not_dropped_with_another() -> None:
    talk = Talk(SAM)
    talk.says("escalate 88412 + 88413, both want out: ann.lee@x.example and Raj Patel raj@x.example")
    talk.says("they also wrote something about Fiona Grant, fiona.g@x.example: we never answered her request")
    kept = talk.chat.drafts + ((talk.chat.pending,) if talk.chat.pending else ())
    talk.says("88412 was a mistake, ignore it")
    left = talk.chat.drafts + ((talk.chat.pending,) if talk.chat.pending else ())
    assert len(left) == len(kept) - 1
    assert any("Fiona" in draft.text for draft in left)

"""What the few words that were handed over call by its name, beside what is answered to what they ask for."""

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.replies.answers import says_not, turn_of
from bot.understanding.replies.named_rights import parts_of
from bot.understanding.replies.ordered import noted
from flows.slots.reading import read_draft
from flows.slots.wishes import asked_together, spoken_of, wants

LONGEST_DOUBT = 300  # characters
_LONGEST = 80  # characters of words that may call a right by one word of theirs


def named_before(scene: Scene) -> tuple[Right, ...]:
    """What the few words that were handed over call by its name: "4411 deletion"."""
    draft = scene.chat.active
    if draft is None or draft.mail is not None or len(draft.text) > LONGEST_DOUBT:
        return ()
    words = " ".join(word for word in draft.text.split() if not any(map(str.isdecimal, word)))
    called = filter(None, map(noted, parts_of(words)))
    return tuple(right for right, wanted in called if wanted)


def spoken_before(scene: Scene) -> tuple[Right, ...]:
    """The same, or what a word of theirs is called: "4411 deletion for ana@x.example"."""
    draft = scene.chat.active
    if (called := named_before(scene)) or draft is None or draft.mail is not None or len(draft.text) > _LONGEST:
        return called
    return spoken_of(draft.text, scene)


def besides_named(text: str, taken: tuple[Right, ...], scene: Scene) -> bool:
    """Whether a sentence says that somebody wants something, while the few words that were handed over call something
    else by its name: "Ana wants a copy"."""
    before = spoken_before(scene)
    return bool(before) and {*before}.isdisjoint(taken) and wants(text) and turn_of(text) is None and not says_not(text)


def asked_at_once(scene: Scene) -> tuple[Right, ...]:
    """What the open draft's message asks for, where that is several things at once."""
    draft = scene.chat.active
    asked = asked_together(read_draft(draft, scene)) if draft is not None and draft.text else ()
    return asked if len(asked) > 1 else ()

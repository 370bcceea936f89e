"""How far a wish goes: everything, or a part. The writer's own words tell, or a colleague's."""

from collections.abc import Callable

from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.pieces import goes_on, pieces
from bot.understanding.replies.remarks import deletion_apart, has_none, names_part, narrows
from flows.slots.reading import LONGEST_SENTENCE, sentence
from flows.slots.remarks import SAID
from flows.slots.rights import RIGHTS
from flows.slots.wishes import says_a_wish

_OF_WHOLE = 0.7  # how sure it is that the words of which nothing surely is read limit what somebody wants
_FIRST_WORDS = 3
EVERYTHING = "*"  # the law's own default; narrowing is theirs to ask for


def heard_of(right: Right) -> Callable[[Reading, Scene], Fact[str] | None]:
    """The sentence that asks for a right, where it limits it: "delete only my photos", or "delete my phone number"."""

    def hears(reading: Reading, _scene: Scene) -> Fact[str] | None:
        fact = next((one for one in reading.rights if one.value is right and one.quote), None)
        if fact is not None:
            words = sentence(reading.text, fact.span)
            quoted = Fact(words, fact.quote, fact.span, fact.confidence, fact.reader)
        else:  # a colleague says which of those that may be meant
            words = " ".join(reading.text.split()) if len(reading.text) <= LONGEST_SENTENCE else ""
            quoted = Fact(words, words, (0, len(reading.text)), _OF_WHOLE, "words")
        limits = _limits_of(right)(words) if fact is not None else right is Right.ERASURE and names_part(words)
        return quoted if limits else None

    return hears


def assumed_of(right: Right) -> Callable[[Known, Scene], str | None]:
    """Everything; or the words in which a colleague told that they want that one thing, where these limit it."""

    def assumes(known: Known, _scene: Scene) -> str | None:
        if known.get(RIGHTS) != (right,):
            return EVERYTHING
        limits, answered = _limits_of(right), known.quote(RIGHTS)
        said = [line for line in (known.get(SAID) or "").split("\n") if _is_of_wish(line) and limits(line)]
        return answered if limits(answered) else "\n".join(said) or EVERYTHING

    return assumes


def _is_of_wish(line: str) -> bool:
    """Whether what a colleague said besides is of the wish: "only the photos". "I only heard now" is of something
    else."""
    return says_a_wish(line) or narrows(" ".join(line.split()[:_FIRST_WORDS]))


def _limits_of(right: Right) -> Callable[[str], bool]:
    def limits(words: str) -> bool:
        """Whether words limit a wish. "Just delete" only tells which of several, "only the newsletter" of what."""
        if any(map(has_none, pieces(words))):
            return False  # "no mail address, only her number 4711"
        if right is Right.ERASURE and names_part(deletion_apart(words)):
            return True
        return narrows(words) and (right is Right.OPT_OUT_MARKETING or named(words) != (right, True))

    return limits


def limited(old: str, text: str) -> str | None:
    """What is known of it, with a colleague's words that limit it."""
    if not narrows(text) and (old == EVERYTHING or not goes_on(text)):
        return None  # but "also her videos", where they wanted only the photos deleted
    return text.strip() if old == EVERYTHING else f"{old}; {text.strip()}"


def added(old: str, text: str) -> str | None:
    """A person's own words, and a colleague's below them that limit them."""
    return f"{old}\n{text.strip()}" if narrows(text) else None

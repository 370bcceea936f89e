"""The buttons of the question what the person asks for: the likeliest readings of their message, four at most."""

from collections.abc import Sequence

from bot.cases.naming import right_name, right_names
from bot.conversation.form import LONGEST_CHOICE, Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.rights import Right
from bot.understanding.reading import Reading
from bot.understanding.replies.named_rights import named
from bot.wording import cut
from flows.slots.called import NAMES, noted_in
from flows.slots.named_before import LONGEST_DOUBT
from flows.slots.tickets import only_hands_over
from flows.slots.wishes import asked_together

LIKELIEST = 4
# How likely one more right must be to be offered together with what is asked for likeliest. Of 2,834 requests that were
# asked about, by writers whom the readers had not met, one press so answers 94 in a hundred, where it answered 90
ALSO = 0.05
_USUAL = (Right.ACCESS, Right.ERASURE, Right.OPT_OUT_MARKETING, Right.COMPLAINT)
# Never asked nor shown: what the ticket before it likely asks for, of one that wants the same
LIKE: Slot[tuple[Right, ...]] = Slot("rights.like", tuple[Right, ...], "", "")


def rights_offered(known: Known, _scene: Scene, reading: Reading | None) -> tuple[Choice, ...]:
    """The likeliest readings of the message, four at most; in a form, all."""
    if reading is None:
        return tuple(choice_of(right) for right in Right)
    if like := known.get(LIKE):  # "4412 too" says nothing of what it is
        return (*((all_of(like),) if len(like) > 1 else ()), *map(choice_of, dict.fromkeys([*like, *_USUAL])))[
            :LIKELIEST
        ]
    # "esc 4412" asks for nothing: what may be guessed from it is chance
    perhaps = [] if only_hands_over(reading) else perhaps_asked(reading)
    likely = list(dict.fromkeys([*noted_in(reading), *perhaps, *_USUAL]))
    asked = asked_together(reading)
    if len(asked) < 2 and reading.mail.sender is None and len(reading.text) <= LONGEST_DOUBT:
        called = filter(None, map(named, reading.text.split()))  # "4411 Auskunft und Löschung"
        asked = tuple(dict.fromkeys(right for right, wanted in called if wanted and right in likely))
        asked = () if "://" in reading.text else asked  # "see" is none in "See https://..."
    first = asked if len(asked) > 1 else tuple(likely[:1])
    more = (Right(name) for name, sure in reading.candidates if perhaps and name in NAMES and sure >= ALSO)
    besides = next((right for right in more if right not in first), None)
    together = [first] if besides is None else [first, (*first, besides)]
    alone = [(right,) for right in likely]
    return tuple(map(_together, list(dict.fromkeys([*together, *alone]))[:LIKELIEST]))


def _together(rights: tuple[Right, ...]) -> Choice:
    return all_of(rights) if len(rights) > 1 else choice_of(rights[0])


def all_of(rights: Sequence[Right]) -> Choice:
    """All of these at once, by their names, as many as a button has room for."""
    labels = [right_names(rights, most=most) for most in range(LIKELIEST, 1, -1)]
    label = next((one for one in labels if len(one) <= LONGEST_CHOICE), cut(labels[-1], LONGEST_CHOICE))
    return Choice(value=",".join(rights), label=label)


def choice_of(right: Right) -> Choice:
    return Choice(value=right, label=right_name(right))


def perhaps_asked(reading: Reading) -> list[Right]:
    """What a message may ask for, likeliest first."""
    read_there = [fact.value for fact in reading.rights]
    guessed = [Right(name) for name, _sure in reading.candidates if name in NAMES]
    return list(dict.fromkeys([*read_there, *guessed]))[:LIKELIEST]

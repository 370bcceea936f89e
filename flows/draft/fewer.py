"""A wish less: "not the copy", or "just the deletion", said of a draft that asks for several things."""

from bot.conversation.draft import Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.replies.answers import LONGEST, longest, phrases, plain, says_not
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.pieces import pieces, without_asides
from bot.understanding.replies.remarks import narrows
from bot.understanding.wordlists import word_lists
from bot.wording import _
from flows.dialogue import DIALOGUE
from flows.slots.named_before import named_before
from flows.slots.reading import read_draft
from flows.slots.rights import RIGHTS
from flows.slots.wishes import asked_together

# "not the newsletter" may say that none is wanted
_NO_WISHES = frozenset((Right.OPT_OUT_MARKETING, Right.OPT_OUT_SALE))


def without_a_wish(text: str, active: Draft, scene: Scene) -> Outcome | None:
    """The open draft without what a few words say is not wanted; None where they say anything else, or would leave
    nothing."""
    known, text = Known(active.answers), without_asides(text)
    asked = active.asked == RIGHTS.name
    before = known.get(RIGHTS) or (_offered(active, scene) if asked and active.text else ())
    denied, only = _denied(text), _only(text)
    if denied and not only and not asked and denied.isdisjoint(before):
        return DIALOGUE.again(scene.chat, active, scene, _("That is what I have already."))  # "no copy"
    left = tuple(right for right in before if (right in only if only else right not in denied))
    if not (denied or only) or not left or left == before or not {*denied, *only} <= {*before}:
        return None
    if asked:
        return DIALOGUE.set(scene.chat, active, RIGHTS, left, scene, quote=text.strip())
    return DIALOGUE.told(scene.chat, active, RIGHTS, left, scene)


def named_instead_of(words: str, asked: tuple[Right, ...]) -> tuple[Right, ...]:
    """The rights that a few words name in the place of those that they deny: "only frozen, not deleted"; empty where
    they don't name both."""
    called = [found for part in parts_of(words) if (found := named(part)) is not None]
    denied = {right for right, wanted in called if not wanted}
    new = [right for right, wanted in called if wanted]
    return tuple(dict.fromkeys([*(one for one in asked if one not in denied), *new])) if denied and new else ()


def _offered(active: Draft, scene: Scene) -> tuple[Right, ...]:
    """What a draft whose wish is asked for may ask for together."""
    asked = asked_together(read_draft(active, scene))
    return asked if len(asked) > 1 else named_before(scene)


def _denied(text: str) -> frozenset[Right]:
    """The rights that each part of a few words names and denies."""
    parts = parts_of(text) if len(text) <= LONGEST else []
    dropped = [named(rest) for part in parts if (rest := _behind_drop(part))]  # "forget the copy"
    if parts and len(dropped) == len(parts) and all(dropped):
        return frozenset(found[0] for found in dropped if found is not None)
    called = [named(part) for part in parts]
    denied = frozenset(found[0] for found in called if found is not None and not found[1])
    return denied - _NO_WISHES if len(denied) == len(called) else frozenset()


def _behind_drop(part: str) -> str:
    """What a part drops: of "forget the copy" the copy."""
    words = [word for word in part.split() if plain(word) not in phrases("beside_only")]
    lengths = range(min(longest("drops_wish"), len(words) - 1), 0, -1)
    if len(words) > 2 and plain(words[0]) in phrases("drops_around") and plain(words[-1]) in phrases("dropped_so"):
        return " ".join(words[1:-1])  # "leave the copy out", "laat de kopie maar zitten"
    drops = next((n for n in lengths if plain(" ".join(words[:n])) in phrases("drops_wish")), 0)
    return " ".join(words[drops:]) if drops else ""


def _only(text: str) -> frozenset[Right]:
    """The rights to which few words narrow a wish, saying nothing else but what is not wanted: "just delete, she
    doesn't need the newsletter"."""
    parts = pieces(text) if len(text) <= LONGEST else []
    if not any(map(narrows, parts)):
        return frozenset()
    wanted = set[Right]()
    known = phrases("narrows") | phrases("beside_only") | phrases("fillers") | phrases("polite") | phrases("between")
    known = known | word_lists("people")["wants"]
    for part in parts:
        if says_not(part) and (narrows(part) or any(map(named, part.split()))):
            continue  # "the newsletter is not needed", "nothing else"
        words = " ".join(word for word in plain(part).split() if word not in known)
        called = [named(one) for one in parts_of(part)]
        rights = {found[0] for found in (*called, named(words)) if found is not None and found[1]}
        if not rights and words:
            return frozenset()
        wanted |= rights
    return frozenset(wanted)

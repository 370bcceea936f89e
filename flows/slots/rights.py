"""What the person asks for: read with its words, asked with the likeliest readings when unsure."""

from bot.cases.commands import Command
from bot.cases.naming import right_name
from bot.conversation.draft import Draft
from bot.conversation.form import Choice
from bot.conversation.scene import Scene
from bot.conversation.slot import Slot
from bot.rights import Right
from bot.understanding.mail import new_words
from bot.understanding.reading import Fact, Reading
from bot.understanding.replies.answers import (
    adds_more,
    confirms,
    knows_not,
    of_home,
    phrases,
    plain,
    says_not,
    speaks_of,
    speaks_of_another,
)
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.ordered import ordered
from bot.understanding.replies.pieces import goes_on, pieces, without_hedges
from bot.understanding.replies.remarks import drops_a_part, has_none, wants_none
from bot.wording import _, cut, later
from flows.slots.called import CALLED, called_besides, called_by_name, labelled, noted_in, told_part_by_part
from flows.slots.examples import example
from flows.slots.named_before import LONGEST_DOUBT, asked_at_once, besides_named, named_before, spoken_before
from flows.slots.names import named_in, says_who
from flows.slots.offered import LIKELIEST, all_of, choice_of, perhaps_asked, rights_offered
from flows.slots.plainly import told_plainly
from flows.slots.reading import read, read_draft, sentence
from flows.slots.wishes import Wishes, near, says_a_wish, spoken_of, wishes


def _rights(reading: Reading, scene: Scene) -> Fact[tuple[Right, ...]] | None:
    if (reading.unsure or not reading.rights) and (called := called_by_name(reading, scene)):
        return _in_words(called, reading)
    if reading.unsure and (told := told_part_by_part(reading, scene) or told_plainly(reading, scene)):
        return _in_words(told, reading)
    if reading.unsure or not reading.rights:
        return None
    first = min(reading.rights, key=lambda fact: fact.span)
    in_order = sorted(reading.rights, key=lambda fact: fact.span)
    quote = " … ".join(dict.fromkeys(sentence(reading.text, fact.span) for fact in in_order))
    sure = min(fact.confidence for fact in reading.rights)
    rights = tuple(dict.fromkeys([*(fact.value for fact in reading.rights), *called_besides(reading)]))
    if not (reading.mail.sender or reading.ticket or Right.COMPLAINT in rights):  # which may be about such a request
        rights = tuple(dict.fromkeys([*ordered(reading.text), *rights]))  # "log a deletion and a copy for Ann Bell"
    return Fact(rights, quote, first.span, sure, first.reader)


def _in_words(rights: tuple[Right, ...], reading: Reading) -> Fact[tuple[Right, ...]]:
    whole = (0, len(reading.text))
    return Fact(rights, sentence(reading.text, whole), whole, CALLED, "words")


def _in_doubt(reading: Reading) -> str:
    """The words that I am not sure about: of a long message, the sentences that may ask for something."""
    words = " ".join(new_words(reading.mail).split())
    if len(words) > LONGEST_DOUBT and reading.rights:
        in_order = sorted(reading.rights, key=lambda fact: fact.span)
        words = " … ".join(dict.fromkeys(sentence(reading.text, fact.span) for fact in in_order))
    return cut(words, LONGEST_DOUBT)


def _take_rights(text: str, scene: Scene) -> tuple[Right, ...] | None:
    if confirms(text):
        return labelled(text) or _only_one(scene) or None
    if plain(text) in phrases("both") and len(two := asked_at_once(scene)) == 2:
        return two
    in_doubt = any(map(knows_not, parts_of(text))) or drops_a_part(text)  # "forget it, I keep the account"
    asks = text.rstrip().endswith("?") or ("?" in text and not any(map(named, parts_of(text))))
    tells_none = any(map(wants_none, parts_of(text))) or has_none(text)  # "nope, no mail" may say what is not known
    if without_hedges(text) != text or in_doubt or asks or _half_confirms(text) or tells_none:
        return None  # "not sure, something about her data", "which? everything", "he doesn't want it"
    if len(scene.chat.drafts) > 1 and any(speaks_of(text, kind) for kind in ("second", "third")):
        return None  # "the first wants deletion, the second a copy"
    taken = labelled(text) or wishes(text, scene).plain
    if taken and not says_a_wish(text) and set(taken) < {*asked_at_once(scene)}:
        return None  # "the birthday should be 7 June" tells nothing of the copy that is asked for, too
    if taken and goes_on(text):  # "he also wants a copy": besides what the message itself asks for
        before = named_before(scene)
        if not before and not set(_in_the_message(scene)) <= set(taken):
            return None  # and that is in doubt
        taken = _both(before, taken)
    elif taken and (besides_named(text, taken, scene) or _reproaches_besides(text, taken, scene)):
        return None  # "4411 deletion for Ana", then "Ana wants a copy": instead of it, or besides?
    # "her name is", "she lives in" sound like a wish to have it corrected
    names_one = bool(named_in(text)) and not says_a_wish(text)  # "that's Ann's sister June Bell"
    says_other = names_one or _asks_other(scene) or of_home(text) or "@" in text
    told = says_other or any(says_who(part, scene) is not None for part in (text, *pieces(text)))
    told = told and taken == (Right.RECTIFICATION,)
    return taken if taken and not (told and not any(map(named, parts_of(text)))) else None


def _reproaches_besides(text: str, taken: tuple[Right, ...], scene: Scene) -> bool:
    """Whether an answer only sounds like a complaint, and the message names another wish, which it leaves as it is:
    "4411 deletion", then "he'll go to the authority"."""
    called = any(map(named, parts_of(text)))
    return taken == (Right.COMPLAINT,) and not called and bool({*spoken_before(scene)} - {Right.COMPLAINT})


def _asks_other(scene: Scene) -> bool:
    """Whether the message likely asks for something, and for no correction: a name or a birthday is of the person."""
    draft = scene.chat.active
    if draft is None or draft.mail is not None or not draft.text:
        return False
    likely = near(read_draft(draft, scene)) or noted_in(read_draft(draft, scene))
    return bool(likely) and Right.RECTIFICATION not in likely


def _half_confirms(text: str) -> bool:
    """Whether an answer says yes, and no to a part of it: "yes but not the marketing" is no wish for less of it."""
    first = plain(text).split(" ")[0]
    return first in phrases("yes") and says_not(text)


def _only_one(scene: Scene) -> tuple[Right, ...]:
    """The one right that the open draft's message may well ask for: "yes" means it."""
    draft = scene.chat.active
    if draft is None or not draft.text:
        return ()
    likely, words = near(read_draft(draft, scene)), draft.text
    others = set(wishes(words, scene).all) if draft.mail is None and len(words) <= LONGEST_DOUBT else set()
    return likely if len(likely) == 1 and others <= set(likely) else ()


def _in_the_message(scene: Scene) -> tuple[Right, ...]:
    """What the open draft's message asks for, likely enough, or else at the most."""
    draft = scene.chat.active
    if draft is None or not draft.text:
        return ()
    return likeliest(draft, scene)


def _told_rights(text: str, scene: Scene) -> tuple[Right, ...] | None:
    """What a sentence surely asks for beside, or in place of, what is known; with "also", what it likely asks for."""
    if says_who(text, scene) is not None:
        return None  # it sounds like a correction, and is one of what we are told
    meant = wishes(text, scene)
    if meant.plain == (Right.QUESTION,) and not any(map(named, parts_of(text))):
        return None  # it sounds like one, and is rather a colleague's own
    if _is_mood(meant, text, scene):
        return None
    sets_right = not (says_a_wish(text) or goes_on(text))  # "not Annet but Anneke" sets the draft right
    if meant.plain == (Right.RECTIFICATION,) and (sets_right or _sounds_like_correction(meant)):
        return None
    guessed = adds_more(text) and says_a_wish(text)  # "also my emails" may be any
    return meant.plain if meant.plain and (meant.said or guessed) else None


def also(text: str, scene: Scene) -> tuple[Right, ...] | None:
    """What the same person wants besides, in a part of an answer: "yesterday, but she also wants a copy", or one that
    calls it by its name: "yesterday, and she wants a copy first"."""
    if not speaks_of_another(text) or not (adds_more(text) or named(text)):
        return None
    reading, meant = read(text, scene), wishes(text, scene)
    if _is_mood(meant, text, scene):
        return None
    if reading.name or reading.email or _sounds_like_correction(meant) or _leaves_doubt(meant, scene) or has_none(text):
        return None  # "no mail for him" says that none is known
    return meant.plain or None


def _is_mood(meant: Wishes, text: str, scene: Scene) -> bool:
    """Whether words may be a complaint, and are rather how somebody feels: "she also rang and was quite upset"."""
    return meant.plain == (Right.COMPLAINT,) and not any(map(named, parts_of(text))) and read(text, scene).unsure


def _leaves_doubt(meant: Wishes, scene: Scene) -> bool:
    """Whether it is still asked what the message itself asks for, which is something else: "and she wants a copy" is
    beside it."""
    draft = scene.chat.active
    asked = draft is not None and draft.asked == "rights" and not named_before(scene)
    return asked and not set(_in_the_message(scene)) <= set(meant.plain)


def _sounds_like_correction(meant: Wishes) -> bool:
    """Whether words may ask for a correction and for nothing else, as "and her brother Tom as well" does."""
    return meant.plain == (Right.RECTIFICATION,) and not meant.said


def _may_mean(text: str, scene: Scene) -> tuple[Choice, ...]:
    """What an answer may mean: all of it together, then each alone."""
    said = without_hedges(text)
    meant = (wishes(said, scene).all or spoken_of(said, scene))[:LIKELIEST]
    if meant == (Right.RECTIFICATION,) and "@" in text and not any(map(named, parts_of(text))):
        return ()  # "her card says ana@x.example" tells who it is
    denied = {one[0] for part in parts_of(said) if (one := named(part)) is not None and not one[1]}
    if meant and (besides_named(text, meant, scene) or _reproaches_besides(text, meant, scene)):
        meant = tuple(dict.fromkeys([*spoken_before(scene), *meant]))[:LIKELIEST]
    elif (meant and goes_on(text)) or denied:  # "yes but not the marketing"
        meant = tuple(dict.fromkeys([*_in_the_message(scene), *meant]))[:LIKELIEST]
    meant = tuple(right for right in meant if right not in denied)
    sure = not meant or any(map(named, parts_of(said)))  # "only his orders" may be of what the message itself asks for
    others = () if sure else (right for right in _in_the_message(scene) if right not in (*meant, *denied))
    return (*((all_of(meant),) if len(meant) > 1 else ()), *map(choice_of, (*meant, *others)[:LIKELIEST]))


def _why_no_right(text: str, _scene: Scene) -> str | None:
    if not knows_not(text):
        return None
    return _(
        "Then take “Question about privacy”, behind “Something else …”: the privacy team reads what they wrote, and "
        "asks them."
    )


def likeliest(draft: Draft, scene: Scene) -> tuple[Right, ...]:
    """What a draft's message most likely asks for: of several that are near, all; else the one that comes first."""
    reading = read_draft(draft, scene)
    return near(reading) or tuple(fact.value for fact in reading.rights) or tuple(perhaps_asked(reading)[:1])


def _pick_rights(chosen: tuple[str, ...]) -> tuple[Right, ...] | None:
    return tuple(Right(value) for together in chosen for value in together.split(",")) or None


def _both(old: tuple[Right, ...], new: tuple[Right, ...]) -> tuple[Right, ...]:
    return tuple(dict.fromkeys([*old, *new]))


def _keep(answer: tuple[Right, ...] | None, draft: Draft, scene: Scene) -> tuple[Command, ...]:
    """What a message is an example of that left me unsure, where the policy keeps examples."""
    if not scene.policy.retention.keep_examples or not draft.text:
        return ()
    reading = read_draft(draft, scene)
    if _rights(reading, scene) is not None:
        return ()  # it was plain, and nobody was asked
    return example(reading, draft, scene, perhaps_asked(reading), answer)


RIGHTS: Slot[tuple[Right, ...]] = Slot(
    "rights",
    tuple[Right, ...],
    later("They ask"),
    later("What is the person asking for?"),
    drop=later("None of these"),
    hears=_rights,
    doubts=_in_doubt,
    takes=_take_rights,
    tells=_told_rights,
    ahead=also,
    guesses=_may_mean,
    puzzles=_why_no_right,
    shows=lambda rights: ", ".join(right_name(right) for right in rights),
    choices=rights_offered,
    picks=_pick_rights,
    adds=_both,
    quoted=True,
    keeps=_keep,
    declined=(),
    field="choices",
    fills=lambda rights: tuple(right.value for right in rights),
)

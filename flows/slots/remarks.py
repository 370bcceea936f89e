"""What a colleague says of a matter that answers nothing: kept in their words, and seen by the team with the case."""

from bot.conversation.draft import REVIEW, Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Slot
from bot.rights import Right
from bot.understanding.replies.answers import (
    chosen,
    confirms,
    denies,
    knows_not,
    of_arrival,
    phrases,
    plain,
    speaks_of_another,
)
from bot.understanding.replies.asides import asks_back
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.remarks import is_birthday, narrows, tells_of_them
from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold
from bot.wording import later
from flows.slots.verification import take_words

FEWEST_WORDS = 2
LONG_WORD = 3  # letters of one of them


def below(old: str, words: str) -> str:
    """What a colleague said, with these words below; none of its lines twice."""
    return "\n".join(dict.fromkeys([*filter(None, old.split("\n")), *words.split("\n")]))


def _birthday(text: str, scene: Scene) -> str | None:
    """A day of birth that few words tell, where none is to be corrected: it answers nothing, and no request came in
    then."""
    draft = scene.chat.active
    asked = Known(draft.answers).answers.get("rights") if draft is not None else None
    corrects = asked is not None and Right.RECTIFICATION.value in asked.value
    return text.strip() if is_birthday(text) and not corrects else None


SAID: Slot[str] = Slot(
    "said",
    str,
    later("Also said"),
    later("What else should the privacy team know?"),
    takes=take_words,
    ahead=_birthday,
    merges=below,
    adds=below,
    greed=2,
    field="long",
)


def is_remark(text: str, active: Draft) -> bool:
    """Whether it tells something, and is neither a question back nor an answer that says nothing: "she's a minor".

    While something is asked for it must speak of the customer, or of how far their wish goes: else it tries to answer.
    """
    words = plain(text).split()
    says_nothing = confirms(text) or denies(text) or knows_not(text) or chosen(text) is not None
    if len(words) < FEWEST_WORDS or max(map(len, words)) < LONG_WORD or says_nothing or asks_back(text):
        return False
    told_day = of_arrival(text) and names_a_day(text)  # one that may be either of two is read by nobody
    of_them = words[0] in word_lists("people")["pronouns"]  # "he said please send it by post"
    tells = any(word[:1].isupper() or word[:1].isdecimal() for word in text.split()[1:])
    denied = words[0] in phrases("no") and tells  # "no, 9 Mill Lane", but not "no idea"
    of_them = of_them or (is_relative(fold(words[0])) and len(words) > FEWEST_WORDS)  # "kid is called Alfie"
    of_them = of_them or not phrases("urgency").isdisjoint(words)
    told = of_them or denied or speaks_of_another(text) or tells_of_them(text) or narrows(text) or told_day
    return active.asked == REVIEW or told

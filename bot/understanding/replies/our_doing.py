"""What we did on a day that a few words name: "we answered on Tuesday", "called him yesterday"."""

from bot.understanding.replies.answers import of_arrival, phrases, plain
from bot.understanding.replies.days import is_day_word
from bot.understanding.wordlists import word_lists

_FEWEST_OF_US = 3  # words: a verb, whom, and the day
_NEAR = 3  # words between what somebody does and to whom


def tells_us(words: list[str]) -> bool:
    """Whether one of them speaks to us, as the customer does: "you", "jullie"."""
    return any(word in phrases("to_us") for word in words)


def is_ours(text: str) -> bool:
    """Whether they tell what the company did: "we answered on Tuesday", but not "we got it on Tuesday"."""
    words, done = plain(text).split(), phrases("calls") | phrases("replied")
    if _tells_them(words) or _speaker_tells_them(words):
        return True
    if phrases("speakers").isdisjoint(words) or of_arrival(text):
        return False
    return not done.isdisjoint(words) or _speaker_tells(words)


def _tells_them(words: list[str]) -> bool:
    """Whether they begin with what somebody told the person and go on with the day: "called him yesterday"."""
    if len(words) < _FEWEST_OF_US:
        return False
    verbs = phrases("calls") | phrases("tells_speaker")
    return words[0] in verbs and words[1] in word_lists("flags")["them"] and is_day_word(words[2])


def _speaker_tells_them(words: list[str]) -> bool:
    """Whether a short clause begins with the speaker, and they tell the person something: "I wrote to her yesterday",
    "ich habe ihr gestern geschrieben", but not "I think she wrote to them"."""
    them, tells = word_lists("flags")["them"], phrases("calls") | phrases("tells_speaker")
    subjects = word_lists("people")["pronouns"] - them
    told = not them.isdisjoint(words) and not tells.isdisjoint(words)
    return told and words[0] in phrases("speakers") and subjects.isdisjoint(words)


def _speaker_tells(words: list[str]) -> bool:
    """Whether it is the speaker who told somebody something: "I emailed her on Tuesday", but not "Tim emailed me"."""
    if not phrases("told_speaker").isdisjoint(words):
        return False
    tells = phrases("tells_speaker") - phrases("beside_answer")  # "I saw it yesterday, it was forwarded"
    said = [at for at, word in enumerate(words) if word in phrases("speakers")]
    return any(not tells.isdisjoint(words[at + 1 : at + 2 + _NEAR]) for at in said)


def may_be_ours(words: list[str], names: frozenset[str]) -> bool:
    """Whether few words may well tell whom we reached, rather than who reached us: "mailed the customer on Friday",
    "emailed Ann on Friday", "klant vrijdag gebeld", but not "klant heeft vrijdag gebeld"."""
    customers = phrases("customers") | word_lists("received")["callers"] | names
    beside = phrases("before_we_reached")
    words = [word for word in words if word not in beside]
    if words[:1] and words[0] in phrases("we_reached"):
        return bool(words[1:2]) and words[1] in customers
    they = bool(words) and words[0] in customers and phrases("has_done").isdisjoint(words)
    return they and any(word in phrases("we_reached_last") for word in words)

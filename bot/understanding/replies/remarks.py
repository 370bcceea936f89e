"""What few words say of a customer or of their wish that answers no question: "only the newsletter", "she's a minor".

The words stand in `data/answers.toml`.
"""

from bot.understanding.replies.answers import longest, phrases, plain, speaks_of

SHORT = 80  # characters of words that only say how somebody feels


def narrows(text: str) -> bool:
    """Whether a text says that something is meant of it only, or all but something: "only the newsletter"."""
    return speaks_of(text, "narrows")


def says_old_and_new(text: str) -> bool:
    """Whether an answer says what something is, and what it should be: "old: Calle 1, new: Calle 2"."""
    return speaks_of(text, "instead_of") or (speaks_of(text, "old") and speaks_of(text, "new_one"))


def tells_of_them(text: str) -> bool:
    """Whether a text begins as one that tells what somebody is or does: "es menor de edad"."""
    words = plain(text).split()
    return any(" ".join(words[:n]) in phrases("tells_of_them") for n in range(1, longest("tells_of_them") + 1))


def of_minor(text: str) -> bool:
    """Whether a few words about somebody say that they are not of age."""
    return speaks_of(text, "of_minor")


def of_mood(text: str) -> bool:
    """Whether a few words say how somebody feels, and nothing else: "he is very angry"."""
    words = plain(text).split() if len(text) <= SHORT else []
    beside = phrases("beside_mood") | phrases("fillers") | phrases("says_who") | phrases("beside_day")
    moods = [word for word in words if word in phrases("mood")]
    return bool(moods) and all(word in moods or word in beside for word in words)

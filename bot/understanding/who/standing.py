"""Where a name stands in a message: at its end, as a sign-off, or at the beginning of what is told."""

import re

from bot.understanding.who.callings import is_goodbye
from bot.understanding.who.names import AND, INITIAL, behind_ticket, is_closing, is_given, is_title, key_of
from bot.understanding.wordlists import word_lists

_FARTHEST, _LONGEST = 600, 250  # characters behind a sign-off, with and without addresses and numbers
_LINK_OR_NUMBER = r"https?://\S{1,200}|[\d+()/ .-]{6,25}"
_BESIDE = re.compile(rf"[\w.+'-]{{1,64}}@[\w.-]{{1,100}}|{_LINK_OR_NUMBER}")
_BESIDE_WITHOUT_AT = re.compile(_LINK_OR_NUMBER)  # the same in a text without "@", where no word is tried
_OPENING = re.compile(
    r"\W*|(?:\W*(?:support)?ticket\w*|[^\n]{0,40}\d)[^\n.!?]{0,30}[\d\w][\].:,;|·–—-]{1,2}\s+|\w{2,8}[,!]\s",
    re.IGNORECASE,
)
_PAIRED = re.compile(rf"(?<![^\W\d_])[^\W\d_a-zß-ÿ][^\W\d_]{{1,20}} {AND} $")  # "Joss and " of "Joss and Pam Bell"
_TWO = 2
_ADDRESS = 120  # characters behind a signature
_CLOSING = 40  # characters of a sign-off
_ENDS = re.compile(r"[,.!–—-]\s*$")
_SENTENCE_ENDS = re.compile(r"(?:[.!?…,;:)\"”–—/|]|^|--|\s-)\s{0,3}(?:\w{2,5}\.\s)?$")
_SENTENCE_BEGINS = re.compile(r"(?:[.!?)][\"”]?\s+|\n\s*)(?:\w{2,4}\. )?$")
_FIELD_ENDS = re.compile(r" [/|]|, ?[+\d(]")  # "/ Ann Bell, +44 20 7946 0000 /"
_GOES_ON = re.compile(r",? [^\W\d_A-Z]")
_ARTICLE = re.compile(r"\s*(?:la|il|o|a|die|der|el) ", re.IGNORECASE)  # "la Nives Colautti chiede"
_COLON = re.compile(r"[ \xa0]?:")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEADS_IN = re.compile(r"(?:^|[.!?]\s)[^\n.!?]{0,50}[:–—]\s$")
_SUBJECT = re.compile(
    r"\W*(?:subject|betreff|onderwerp|objet|asunto|oggetto|assunto|temat|betreft|re)\b", re.IGNORECASE
)


def signed(text: str, low: int, high: int, start: int, end: int) -> bool:
    """Whether the name ends the message: a line of its own, or the last words, with no more than a place behind."""
    if end - high > _FARTHEST:
        return False
    before = _untitled(text[text.rfind("\n", start, low) + 1 or start : low])
    if is_given(text[low:high].split()[0]):
        before = _PAIRED.sub("", before)
    alone = not before.strip(" –—-*/|,\t") or (len(before) < 30 and _ENDS.search(before) is not None)
    ended = _SENTENCE_ENDS.search(before) is not None or thanked(before)
    if not alone and not ended:
        return False
    tail = _without_beside(text[high:end])
    if len(tail) > _LONGEST:
        return False
    stop = text.find("\n", high, end)
    return (alone and _only_names(text[high : stop if stop != -1 else end])) or (ended and _only_names(tail))


def _without_beside(text: str) -> str:
    """The text without addresses, links and numbers."""
    return (_BESIDE if "@" in text else _BESIDE_WITHOUT_AT).sub(" ", text)


def _untitled(before: str) -> str:
    """Nothing, where a title is all that stands before a name on its line: "Eng.º "."""
    words = before.split()
    return "" if len(words) == 1 and is_title(words[0].replace("º", "")) else before


def begins(text: str, low: int, start: int) -> bool:
    """Whether the name is the first thing said, or the first behind a ticket's number or a hello."""
    before = text[max(start, low - 80) : low]
    line = before.rpartition("\n")[2]
    if _SUBJECT.match(line):
        return False
    if not before.strip() or _OPENING.fullmatch(line) or _LEADS_IN.search(line):
        return True
    if _ARTICLE.fullmatch(line):
        first, behind = (*text[low : low + _LONGEST].split(None, 2), "")[:2]
        # "La Agencia Tributaria", "die Aufsicht des Landes" are nobody
        told = line.strip()[0].islower() and not behind[:1].islower()
        return told or is_given(first) or INITIAL.fullmatch(first) is not None
    return line[-2:-1].isdigit() and behind_ticket(text, start, low)


def opens_sentence(text: str, low: int, high: int, start: int) -> bool:
    """Whether a sentence begins with the name and goes on, or the name fills a field of its own: "| Ann Bell |"."""
    before, after = text[max(start, low - 12) : low], text[high : high + 4]
    ahead = before.rstrip(" ")[-1:]
    if ahead == "|" and after.lstrip(" ").startswith("|"):
        return True
    if ahead == "/" and before.endswith(" / ") and _FIELD_ENDS.match(after):
        return True
    return _GOES_ON.match(after) is not None and _SENTENCE_BEGINS.search(before) is not None


def is_below_closing(text: str, low: int, high: int) -> bool:
    """Whether the words at text[low:high] are all that stands below "Kind regards," at the end of a text."""
    if text[high:].strip(" .\n\r\t"):
        return False
    above, line, indent = text[max(0, low - _CLOSING) : low].rpartition("\n")
    closing = above.rstrip(" ,\r").rpartition("\n")[2]
    return bool(line) and not indent.strip() and is_closing(closing) and not is_closing(text[low:high])


def begins_signature(text: str, low: int, high: int) -> bool:
    """Whether a small word with a capital begins the name at text[low:high] all the same: of the two words below "Mvg,"
    ("Ans Vos"), or a given name that ends a message with a surname on a line of their own ("Will Harper")."""
    words = text[low:high].split()
    two = sum(word[0].isupper() for word in words) == _TWO
    if two and is_below_closing(text, low, high) and only_opens(words[0]):
        return True
    if len(text) - high > _ADDRESS or key_of(words[0]) not in word_lists("names")["also_given"]:
        return False
    line = text.rfind("\n", 0, low)
    return line != -1 and not text[line:low].strip() and text[high : high + 1] in ("", "\n", "\r", ",")


def greets(text: str, low: int, high: int) -> bool:
    """Whether what looks like a name only leads in: a greeting that is also a given name, with another one ("Dag Els,"
    that begins a line), or whose words follow ("Pregunta de Sam: ...")."""
    first, *rest = text[low:high].split()
    if _COLON.match(text, high):
        return len(rest) == _TWO and not is_given(first) and is_given(rest[1])
    if not text.startswith(",", high) or text[text.rfind("\n", 0, low) + 1 : low].strip():
        return False
    greeting = len(rest) == 1 and key_of(first) in word_lists("people")["others"]
    return greeting and (is_given(rest[0]) or not is_given(first))  # "Lieve Peeters," is a name


def thanked(before: str) -> bool:
    """Whether the last word is a sign-off's: "Groetjes", "Groeten van"."""
    words = before.split()[-2:]
    words = words[:-1] if len(words) > 1 and words[-1] in ("van", "von", "from", "de", "da", "di", "od") else words
    return bool(words) and is_goodbye(words[-1])


def _only_names(tail: str) -> bool:
    words = _LETTERS.findall(_without_beside(tail))
    small = sum(word[:1].islower() for word in words)
    return len(words) <= 6 and (
        small <= 1 or (small <= 3 and len(tail) < 50 and tail.lstrip(" \"')").startswith((",", "(")))
    )


def only_opens(word: str) -> bool:
    """Whether it is a word with a capital only where a sentence begins, so that behind "Mvg," it is a name: "Ans"."""
    key, lists = key_of(word), word_lists("names")
    others = any(key in lists[kind] for kind in ("not_names", "heads", "titles"))
    return word[0].isupper() and key in lists["openers"] and not (others or is_goodbye(word) or is_closing(word))

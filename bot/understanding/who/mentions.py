"""Whether a word for a relative, a client or a helper only tells of one: "my client no.", "my kids' school", "I gave it
to my daughter", "she lives with her son", "I'm her son", "Legal representative (if any):".

Only the few words beside such a word in its sentence are looked at.
"""

import re
from itertools import pairwise

from bot.understanding.who.kin import is_in, is_relative
from bot.understanding.who.looked import WORD, looked_at
from bot.understanding.wordlists import word_lists
from bot.understanding.words import fold

_REACH = 120  # characters before a word that are looked at
_AFTER = 80  # and behind it
_NEAR = 6  # words before a relative among which a verb of giving tells
_BESIDE = 3  # words between a relative and what is theirs
_FIELD = re.compile(r"(?:^|\n)\W{0,4}(?:nr |numer )?([^\W\d_]{3,20})\.?\s?:")
_PLAIN = re.compile(r"[^\W\d_]+")
_LINE = 160  # characters of a line in a form
_LABEL = 30  # those between a word of a label and its colon: "representative (if any):"
_HEADING = 60
_CHOICE = 4  # words before "representative" among which "or" stands, or that a label has
_UNTICKED = re.compile(r"(?:☐|□|⬜|\[ ?\]|\( ?\))[^\w\n☒☑✓✔☐□\[(]{0,3}(?:[^\W\d_]+ ){0,2}$")
_TICKED = re.compile(r"(?:☒|☑|✓|✔|\[[xX]\]|\([xX]\))[^☐□\[(\n]{0,40}$")
_ENDS = re.compile(r"(?<=\w{4})[.!?]\s|[;:]\s|\n")


def aside(text: str, low: int, high: int) -> bool:
    """Whether the relative of whom text[low:high] speaks is no more than mentioned: "my kids' school", "my grandson
    says", "my wife and I", "our partner labs", "I gave it to my daughter"."""
    heard = [m for m in WORD.finditer(fold(text[low:high])) if is_relative(m[0])]
    if not heard:
        return False
    last = heard[-1]
    if _maiden(text, low, high):
        return True
    rest = fold(text[low + last.end() : low + last.end() + 40])
    following = [m[0] for m in WORD.finditer(rest)]
    if last[0].endswith("'s") or rest.startswith("'"):
        return bool(following) and rest[:2].strip() != "," and not any(is_in(word, "held") for word in following[:3])
    if len(following) > 1 and is_in(following[0], "both") and is_in(following[1], "i"):
        return True
    told = following and (is_in(following[0], "tells") or is_in(following[0], "firms"))
    return (bool(told) and rest.startswith(" ")) or _is_given(text, low, low + last.end()) or _is_lived_with(text, low)


def _maiden(text: str, low: int, high: int) -> bool:
    """Whether it is a mother's maiden name, by which sites ask who somebody is."""
    around = (*_before(text, low)[-_NEAR:], *_after(text, high)[:1])
    return any(is_in(word, "maiden") for word in around)


def _is_given(text: str, low: int, high: int) -> bool:
    """Whether something was only given to that relative, or told them: "I only gave it to my daughter"."""
    before, after = _before(text, low), _after(text, high)
    whose = WORD.match(fold(text[low:high]))
    if whose is None or (after and is_in(after[0], "held")):
        return False
    to = bool(before) and before[-1].rpartition("'")[2] in word_lists("flags")["to_whom"]
    dative = is_in(whose[0], "dative") and not (before and before[-1] in word_lists("flags")["for_whom"])
    given = (*before[-_NEAR:], *after[:2])
    return (to or dative) and any(is_in(word, "gives") for word in given)


def _is_lived_with(text: str, low: int) -> bool:
    """Whether somebody lives or stays with that relative: "she lives with her daughter", "ze eet nu bij haar zoon"."""
    before = _before(text, low)[-_NEAR:]
    lists = word_lists("flags")
    return bool(before) and before[-1] in lists["beside"] and any(word in lists["lives"] for word in before)


def numbered(text: str, high: int) -> bool:
    """Whether "my client", which ends at `high`, goes on to be a number or a thing of the writer's: "my client no."."""
    rest = fold(text[high : high + 20])
    word = WORD.search(rest)
    if word is None or rest[: word.start()].strip(" -"):
        return re.match(r"\W{0,4}\d", rest) is not None
    return is_in(word[0], "numbered")


def keeps(text: str, low: int, high: int) -> bool:
    """Whether a helper is one of the firm's own: "Opiekun klienta", "Betreuer bei uns"; or beside the field
    of a customer: "Opiekun: ...", "Klientka: ..."."""
    heard = WORD.findall(fold(text[low:high]))
    if not any(is_in(word, "keepers") for word in heard):
        return False
    if text.startswith(('":', "':"), high):
        return True  # the key of a system's data
    if text.startswith(":", high) and any(is_in(m[1], "served") for m in _FIELD.finditer(looked_at(text).folded)):
        return True
    return any(is_in(word, "kept") for word in _after(text, high)[:_BESIDE])


def is_offered(text: str, low: int, high: int) -> bool:
    """Whether text[low:high] stands in a form for those who have one: "APPLICANT OR LEGAL REPRESENTATIVE", or before an
    empty field, or behind a box that isn't ticked."""
    begin, end = text.rfind("\n", 0, low) + 1, text.find("\n", high)
    end = len(text) if end < 0 else end
    before, behind = text[begin:low], text[high:end]
    if max(len(before), len(behind)) > _LINE:
        return False
    if _UNTICKED.search(before):
        return True
    label, colon, field = behind.partition(":")
    if colon and len(label) > _LABEL:
        return False
    if _is_choice(before) and (colon or _is_heading(before, behind, text[end + 1 :])):
        return not _TICKED.search(before)
    ahead = WORD.findall(fold(before.rpartition("|")[2]))
    said = (*ahead, *WORD.findall(fold(text[low:high] + label)))
    if not colon or len(ahead) > _CHOICE or not word_lists("flags")["passive"].isdisjoint(said):
        return False  # "We act as agent for these people:"
    filled = WORD.findall(fold(field.partition("|")[0]).replace(".", "").replace("/", ""))
    if filled:
        return is_in(filled[0], "nobody") and len(filled) < _CHOICE
    following = text[end + 1 : end + _LINE].partition("\n")[0].strip()
    below = WORD.findall(fold(following))
    filled_below = bool(below) and ":" not in following and word_lists("flags")["passive"].isdisjoint(below)
    return not any(c.isalnum() for c in field) and not filled_below


def _is_choice(before: str) -> bool:
    """Whether the words before "representative" are "applicant or": "or" alone is an article elsewhere ("o perfil")."""
    words = _PLAIN.findall(fold(before).replace("/", " or "))
    for at in range(max(1, len(words) - _CHOICE), len(words)):
        who = words[max(0, at - 2) : at]
        if words[at] in word_lists("flags")["either"] and not word_lists("flags")["applicants"].isdisjoint(who):
            return True
    return False


def _is_heading(before: str, behind: str, below: str) -> bool:
    """Whether a line is in capitals, or short and no sentence, with more below it."""
    line = (before + behind).strip()
    return line.isupper() or (len(line) < _HEADING and line[-1:] not in (*".,;!?",) and bool(below.strip()))


def is_writer(text: str, low: int, high: int) -> bool:
    """Whether the child of whom text[low:high] speaks is grown up, as they act for somebody: "I'm her son", "the
    daughter calls for her father", "speak to me, her daughter"."""
    lists = word_lists("flags")
    *_, me, whose, kin = ("", "", "", *WORD.findall(fold(text[max(0, low - _REACH) : high])))
    if me in lists["myself"] and whose in lists["theirs"] and is_in(kin, "relatives"):
        return True
    before = [word for word in _before(text, low)[-3:] if word not in lists["articles"]]
    if any(word in lists["being"] for word in before[-1:]):
        return True
    after = _after(text, high)
    at = next((at for at, word in enumerate(after) if word.removesuffix("'s") in lists["elders"]), None)
    return at is not None and any(word in lists["for_kin"] for word in after[max(0, at - 4) : at])


def mentioned(text: str, low: int, high: int) -> bool:
    """Whether nothing of the relative's stands beside them: neither "my son's photo" nor "my son has an account"."""
    before, after = _before(text, low), _clause(text, high)
    mine = word_lists("flags")["mine"]
    beside = [*before[-_BESIDE:], "", *after[: _BESIDE + 1]]
    return not any(is_in(word, "held") and beside[at - 1] not in mine for at, word in enumerate(beside)) and not any(
        is_relative(word) and word.endswith("'s") for word in WORD.findall(fold(text[low:high]))
    )


def receives(text: str) -> bool:
    """Whether something comes to the writer themselves, and nothing is called somebody else's: "recebo um SMS"; not
    where they ask how they get it."""
    said = looked_at(text).words
    theirs = word_lists("flags")["theirs"]
    if any(a in theirs and is_in(b, "held") for a, b in pairwise(said)):
        return False
    words = ["", "", *said]
    for at, word in enumerate(words[2:], 2):
        if word == "sending" and words[at + 1 : at + 2] == ["me"]:
            return True  # "you keep sending me"
        english = word in ("get", "receive")
        if not ((english and words[at - 1] == "i") or is_in(word, "receives")):
            continue
        before = words[at - 2 if english else at - 1]
        if not any(is_in(before, kind) for kind in ("how", "articles", "ours")):
            return True  # neither "how do I get" nor "el recibo"
    return False


def _clause(text: str, high: int) -> list[str]:
    """The words behind text[:high] up to a comma, or beyond it where "whose" goes on; "my daughter's, it does not
    count" tells nothing more of her."""
    here, _, beyond = _ENDS.split(fold(text[high : high + _AFTER]))[0].partition(",")
    words = WORD.findall(here)
    return [*words, *WORD.findall(beyond)] if is_in((WORD.findall(beyond) or [""])[0], "whose") else words


def _before(text: str, low: int) -> list[str]:
    """The words before text[low:] in its sentence, folded, the nearest last."""
    return WORD.findall(_ENDS.split(fold(text[max(0, low - _REACH) : low]))[-1])


def _after(text: str, high: int) -> list[str]:
    """The words behind text[:high] in its sentence, folded."""
    return WORD.findall(_ENDS.split(fold(text[high : high + _AFTER]))[0])

"""A single given name, or a name in small letters, where no full name is told: "my name is jo bell", "thx, Jo", "mother
of Elif (9)".
"""

import re
from functools import lru_cache
from itertools import pairwise

from bot.understanding.reading import Fact
from bot.understanding.where.places import is_place
from bot.understanding.who.alike import Mailboxes
from bot.understanding.who.callings import cue_before, is_goodbye, is_told
from bot.understanding.who.cues import Cue
from bot.understanding.who.deputies import counsel_for, kin_of_named
from bot.understanding.who.names import is_closing, is_given, is_ordinary, is_organisation, key_of, words_from
from bot.understanding.who.standing import only_opens
from bot.understanding.who.titled import is_of_people, titled_at
from bot.understanding.wordlists import alternatives, word_lists
from bot.understanding.words import EMAIL, fold_text

AGE = re.compile(
    r"['’]?s?\s?[,(]?\s?(?:is|aged?|ist|est|tiene|ha|tem|ma|van|von|de|di|of)?\s?\d{1,2}\b(?!\s?%|[ ./-]?\d)"
)
_PLACE = re.compile(r"(?:,|\s(?:from|uit|aus|de|da|di|z|ze|à|en))\s([^\W\d_][\w' -]{2,30}?)[.!]?\s*$")
_GOES_ON = re.compile(r" (?:(?:and|en|und|et|y|e|i|&) )?[A-ZÀ-ÞŁŚŻŹĆČŠŽ]")  # a surname, or a second child
_INITIAL_ENDS = re.compile(r" [^\W\d_]\.$")
_CLAUSE_ENDS = re.compile(r"\s*(?:[,.;!)\n]|$)")
_ADDRESS_LINE = re.compile(rf"^[ \t]*(?P<email>{EMAIL})[ \t]*$", re.MULTILINE)


@lru_cache(maxsize=1)
def _introductions() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_lists('people')['named'])})\s+(?=[^\W\d_])")


@lru_cache(maxsize=1)
def _selves() -> re.Pattern[str]:
    """What leads to a name: "I am", and what is said on the phone ("this is")."""
    lists = word_lists("people")
    return re.compile(
        rf"(?<![\w'])(?:{alternatives(lists['selves'])}|(?P<phone>{alternatives(lists['on_phone'])}))\s+(?=[^\W\d_])"
    )


def said_lower(text: str, start: int, end: int) -> Fact[str] | None:
    """A name behind "my name is": a single one, or one in small letters that begins with a known given name. Behind "I
    am" it takes two words of which the first is a given name, or an address that shows both."""
    folded = fold_text(text[start:end])
    return _named_lower(text, start, end, folded) or _is_lower(text, start, end, folded)


def _is_lower(text: str, start: int, end: int, folded: str) -> Fact[str] | None:
    mailboxes = Mailboxes(re.findall(EMAIL, text[start:end])) if "@" in text[start:end] else Mailboxes(())
    for match in _selves().finditer(folded):
        at = start + match.end()
        words = words_from(text, at, min(end, at + 60), most=4)
        titled = bool(match["phone"]) and len(words) > 1 and is_of_people(words[0][0])
        words = words[titled:]
        many = 2 if len(words) > 1 and not is_ordinary(words[1][0]) and not _goes_on(words[1][0]) else 1
        named = words[:many]
        if (many == 1 and not titled) or any(is_ordinary(word[0]) for word in named):
            continue
        if any(text[one.end() : other.start()].strip() for one, other in pairwise(named)):
            continue
        ends = _CLAUSE_ENDS.match(text, named[-1].end()) or (len(words) > many and _goes_on(words[many][0]))
        if match["phone"] and is_told(text[named[-1].end() : end]):
            continue  # a colleague who tells of somebody: "this is jo bell from sales, a customer wants"
        if ends and (titled or is_given(words[0][0]) or all(mailboxes.show(word[0]) for word in named)):
            return _fact(text, named[0].start(), named[-1].end())
    return None


def _goes_on(word: str) -> bool:
    """Whether somebody who has said their name goes on with it, without a stop: "this is jo bell i want"."""
    return key_of(word).partition("'")[0] in word_lists("people")["goes_on"]


def _named_lower(text: str, start: int, end: int, folded: str) -> Fact[str] | None:
    for match in _introductions().finditer(folded):
        at = start + match.end()
        words: list[re.Match[str]] = []
        for word in words_from(text, at, min(end, at + 60), most=5):
            gap = text[words[-1].end() if words else at : word.start()]
            if gap.strip() or len([w for w in words if key_of(w[0]) not in word_lists("people")["links"]]) == 2:
                break
            if key_of(word[0]) not in word_lists("people")["links"] and (
                is_ordinary(word[0]) or key_of(word[0]) == "i"
            ):
                break
            words.append(word)
        while words and key_of(words[-1][0]) in word_lists("people")["links"]:
            words.pop()
        if words and (is_given(words[0][0]) or words[0][0][0].isupper()):
            if words[0][0][0].isupper():
                words = [words[0], *(w for w in words[1:] if w[0][0].isupper())]
            return _fact(text, words[0].start(), words[-1].end())
    return None


def lone_name(text: str, start: int, end: int) -> Fact[str] | None:
    """The given name, or the name in small letters, with which a message ends: "thx jo bell", "– Jo"."""
    whole = end
    end = _without_place(text, start, end)
    words = [w for w in words_from(text, start, end, most=40) if w.start() == 0 or text[w.start() - 1] not in "@._"]
    if not words or re.sub(r"[\s.,!*)~❤️🙏👍😊:;-]", "", text[words[-1].end() : end]):
        return None
    if is_closing(text[start:end].strip().rpartition("\n")[2]):
        return None
    for count in (3, 2, 1):
        last = words[-count:]
        if len(last) < count or (count == 1 and len(last[0][0]) == 1):
            continue
        before = text[start : last[0].start()]
        goodbye = bool(words[:-count]) and (
            is_goodbye(words[-count - 1][0]) or is_closing(before.rstrip(" ,\n").rpartition("\n")[2])
        )
        alone = not before.strip() or before.rstrip(" ").endswith(("\n", "–", "—", " -", "--", "/"))
        upper = all(w[0][0].isupper() for w in last)
        behind = (
            count == 1
            and upper
            and (is_given(last[0][0]) or end < whole)
            and before.rstrip(" ")[-1:] in (".", "!", "?", "…")
        )
        if end < whole and is_place(last[-1][0]) and not is_given(last[0][0]):
            continue  # "Dublin, Ohio"
        full = count == 2 and is_given(last[0][0]) and before.rstrip(" ")[-1:] in (".", "!", "?", "…")
        if not (goodbye or alone or behind or full) or any(is_organisation(w[0]) for w in last):
            continue
        if any(is_ordinary(w[0]) for w in last) and not (goodbye and count == 1 and only_opens(last[0][0])):
            continue
        if any(text[a.end() : b.start()].strip() for a, b in pairwise(last)):
            continue
        if is_given(last[0][0]) or (count == 1 and upper and (goodbye or end < whole)):
            return _fact(text, last[0].start(), last[-1].end())
    return None


def _without_place(text: str, start: int, end: int) -> int:
    """Where the words end before the place from which somebody writes: "Meera, Leicester"."""
    place = _PLACE.search(text, start, end)
    return place.start() if place is not None and is_place(place[1]) else end


def name_of_ward(text: str, start: int, end: int) -> Fact[str] | None:
    """The given name alone of somebody for whom a relative writes: "our daughter Freya (15)", "I'm Tom's mum"."""
    named = kin_of_named(text)
    if named and start <= named.start("who"):
        return _fact(text, *named.span("who"))
    acts = counsel_for(text)
    if acts and (surname := titled_at(text, acts.end(), end)):
        return _fact(text, *surname)
    for word in words_from(text, start, end, most=2_000):
        low, high = word.span()
        after = text[high : high + 30]
        if not word[0][0].isupper() or is_ordinary(word[0]) or _GOES_ON.match(after):
            continue
        if not (is_given(word[0]) or AGE.match(after)):
            continue
        cue = cue_before(text[max(start, low - 60) : low])
        if cue is Cue.RELATION or (cue is Cue.SUBJECT and is_given(word[0])):
            return _fact(text, low, high)
    return None


def name_above_address(text: str, start: int, end: int) -> Fact[str] | None:
    """A name in small letters on the line above the address that shows it, at the end of a message."""
    for match in _ADDRESS_LINE.finditer(text, max(start, end - 300), end):
        above = text[start : match.start()].rstrip()
        line = above.rfind("\n") + 1
        words = words_from(above, line, len(above), most=4)
        mailbox = Mailboxes([match["email"]])
        if (
            len(words) in (2, 3)
            and above[line:].split() == [word[0] for word in words]
            and not any(is_ordinary(word[0]) for word in words)
            and mailbox.show(words[0][0])
            and mailbox.show(words[-1][0])
        ):
            return _fact(text, start + words[0].start(), start + words[-1].end())
    return None


def _fact(text: str, low: int, high: int) -> Fact[str]:
    if text[high : high + 1] == "." and _INITIAL_ENDS.search(text[low : high + 1]):
        high += 1
    quote = re.sub(r"['’]s$", "", text[low:high])
    quote = quote if _INITIAL_ENDS.search(quote) else quote.rstrip(".'’")
    words = quote.split()
    value = " ".join(w if w[0].isupper() or w in word_lists("people")["links"] else w[0].upper() + w[1:] for w in words)
    return Fact(value, quote, (low, low + len(quote)), 0.7, "name")

"""Where the words of a mail end: sign-off and signature, lines of a phone, legal small print."""

import re
from functools import cache

from bot.understanding.language import LANGUAGES
from bot.understanding.mail import lexicon
from bot.understanding.mail.armour import armour_rows
from bot.understanding.mail.lines import content, depth, is_quoted
from bot.understanding.mail.small_print import (
    SmallPrint,
    asks,
    asks_beyond_caution,
    asks_for_somebody,
    banner_rows,
    closings,
    footer_rows,
    invite_rows,
    phrases_in,
    small_print,
    speaks_of_self,
)
from bot.understanding.reading import Zone
from bot.understanding.wordlists import alternatives

_AROUND = " ,.!*_-–،。、，！"  # of a sign-off
_PROSE = 7  # words of a line under a signature that read like a sentence
_DEVICE = 80  # characters within which the line of a phone stays
_GOES_ON = 3  # words behind a sign-off or the words of an app that may ask for something
_FIRST = 2  # letters by which a phrase is told to be none of a line's
_DESK_MARK = re.compile(r"\s*##-.{1,120}-##\s*")  # "##- Please type your reply above this line -##"
_FRAMED = 120  # the same where its verb stands last


def zones_of(lines: list[str], *, alone: bool = False) -> list[Zone]:
    """The zone of each line of somebody's own words: body, quoted, signature or disclaimer.

    Sentences under a signature count as body again, so that no postscript is lost. `alone`: a quote may be one line.
    """
    found: list[Zone] = []
    begun = signed = thanked = False
    folds = [lexicon.fold(line) for line in lines]
    added, armour = phrases_in(folds), armour_rows(lines)
    for paragraph in _paragraphs(lines):
        rows = folds[len(found) : len(found) + len(paragraph)]
        banner, printed = frozenset[int](), SmallPrint()
        if added:
            banner = banner_rows(added["banner"], rows, paragraph)
            banner |= footer_rows(added["footer"], added["desk"], rows, paragraph)
            banner |= invite_rows(added["invite"], rows, paragraph)
            printed = small_print(added["disclaimer"], added["secret"], rows, paragraph)
        for at, (line, folded) in enumerate(zip(paragraph, rows, strict=True)):
            if len(found) in armour or _is_desk_mark(line):
                found.append(Zone.DISCLAIMER)
            elif not folded:
                found.append(found[-1] if found else Zone.BODY)
            elif at in banner or (at in printed.rows and (printed.sure or signed)):
                found.append(Zone.DISCLAIMER)
            elif depth(line)[0] and ((alone and is_quoted(line)) or _quoted_more(found, lines, len(found))):
                found.append(Zone.QUOTED)
            elif line.rstrip() in ("--", "—") or _closes(folded, line, begun=begun):
                signed, thanked = True, lexicon.bare(folded).strip("!, ") in lexicon.phrases("closings", "weak")
                found.append(Zone.SIGNATURE)
            elif _is_of_device(folded):
                found.append(Zone.SIGNATURE)
            elif signed and (_is_prose(folded) or _asks(folded, line) or (thanked and _is_sentence(line))):
                signed = False
                found.append(Zone.BODY)
            else:
                found.append(Zone.SIGNATURE if signed else Zone.BODY)
            begun = begun or (bool(folded) and found[-1] is Zone.BODY)
    return found


def _is_desk_mark(line: str) -> bool:
    """Whether a help desk drew a line below which nobody is to write: nobody's own words, whatever is around them."""
    return _DESK_MARK.fullmatch(line) is not None and not speaks_of_self(line)


def _paragraphs(lines: list[str]) -> list[list[str]]:
    """Lines grouped so that each group ends with its blank lines."""
    groups: list[list[str]] = []
    for at, line in enumerate(lines):
        if at == 0 or (line.strip() and not lines[at - 1].strip()):
            groups.append([])
        groups[-1].append(line)
    return groups


def _quoted_more(found: list[Zone], lines: list[str], at: int) -> bool:
    """Whether a quote is more than one line: a single one may be a chat's own mark."""
    before = bool(found) and found[-1] is Zone.QUOTED
    return before or (at + 1 < len(lines) and bool(depth(lines[at + 1])[0]))


def _closes(folded: str, line: str, *, begun: bool) -> bool:
    """Whether a line is a sign-off, perhaps with a name behind it. `begun`: words stand above it; else it may be how
    somebody greets, in languages in which nothing tells whether the words below ask for something."""
    if not folded or len(folded) > 70 or "?" in folded:
        return False
    words = folded.strip(_AROUND)
    may_close = words[:_FIRST] in _beginnings("closing") and words.startswith(closings("closing"))
    for phrase in closings("closing") if may_close else ():
        if lexicon.starts_with(words, (phrase,)) and (begun or _is_of_ours(phrase)):
            rest = words[len(phrase) :].strip(_AROUND)
            if words[len(phrase) : len(phrase) + 1] in (".", "!") and len(rest.split()) >= _GOES_ON and asks(rest):
                return False  # "Regards. Delete my account"
            return not rest or (len(rest.split()) <= 4 and not rest.endswith(".") and _named(line, rest))
    weak = lexicon.phrases("closings", "weak")
    if words in weak:
        return True
    first, comma, rest = words.partition(",")
    return bool(comma) and first in weak and len(rest.split()) <= 3 and _named(line, rest.strip())


def _is_of_ours(phrase: str) -> bool:
    """Whether a sign-off is one in the languages of messages."""
    return not lexicon.phrases("closings", "closing")[phrase].isdisjoint(LANGUAGES)


def _named(line: str, rest: str) -> bool:
    """Whether the words behind a sign-off look like a name or like "from Ana", not like a sentence."""
    tail = line.rstrip(_AROUND)[-len(rest) :] if rest else ""
    if any(word[:1].isupper() for word in tail.split()):
        return True
    return lexicon.bare(rest) in lexicon.phrases("closings", "closing")


def _is_prose(folded: str) -> bool:
    words = content(folded).split()
    letters = sum(word.strip(".,;:!?'()").isalpha() for word in words)
    postscript = folded.startswith(("ps", "p.s", "nb:", "n.b"))
    asks = folded.rstrip().endswith("?") and len(words) >= 3
    return asks or (postscript and len(words) > 1) or (letters >= _PROSE and letters * 4 >= len(words) * 3)


def only_of_device(lines: list[str]) -> bool:
    """Whether nobody wrote these lines, but a phone or an app."""
    folds = [folded for line in lines if (folded := lexicon.fold(line))]
    return bool(folds) and all(map(_is_of_device, folds))


def _is_of_device(folded: str) -> bool:
    """Whether a phone or an app added a line: "Sent from my phone", "Von meinem Telefon gesendet"."""
    if folded[:_FIRST] not in _beginnings("device", "device_open"):  # as with most lines
        return False
    if len(folded) < _DEVICE and (phrase := _added(folded)) is not None:
        return not _asks_behind_device(folded[len(phrase) :])
    return (
        len(folded) < _FRAMED and folded.startswith(closings("device_open")) and _framed().fullmatch(folded) is not None
    )


def _added(folded: str) -> str | None:
    """The words with which a phone or an app begins a line."""
    alike = _by_beginning().get(folded[:_FIRST], ())
    return next((phrase for phrase in alike if lexicon.starts_with(folded, (phrase,))), None)


@cache
def _by_beginning() -> dict[str, list[str]]:
    """All such words by their first letters."""
    found: dict[str, list[str]] = {}
    for phrase in closings("device"):
        found.setdefault(phrase[:_FIRST], []).append(phrase)
    return found


def _asks_behind_device(rest: str) -> bool:
    """Whether somebody goes on behind words that an app adds, too: "Sent from the front desk: Ann Bell wants ...". What
    a device is called is short: "my Xiaomi Mi 9"."""
    words = rest.split()
    if words and asks(words[0]):  # "via my phone"
        words = words[1:]
    rest = " ".join(words)
    said = sum(word.strip(".,;:!").isalpha() for word in words)
    return said >= _GOES_ON and (asks_beyond_caution(rest) or asks_for_somebody(rest))


@cache
def _beginnings(*kinds: str) -> frozenset[str]:
    """The first letters of all phrases of these kinds, none of which is shorter."""
    return frozenset(phrase[:_FIRST] for kind in kinds for phrase in closings(kind))


@cache
def _framed() -> re.Pattern[str]:
    opens, gadget, closes = (alternatives(closings(kind)) for kind in ("device_open", "gadget", "device_close"))
    between = r"(?:[\s\w/*-]|\.(?=\w)){0,60}"  # no second sentence, and none within
    return re.compile(rf"(?:{opens}) {between}?(?<!\w)(?:{gadget})(?!\w){between} (?:{closes})[.! ]{{0,3}}")


def _asks(folded: str, line: str) -> bool:
    """Whether a short line below a sign-off asks for something, as no title, firm, address or name does."""
    words = content(line).split()
    low = sum(word[:1].islower() for word in words)
    loud = len(words) > 2 and line.isupper()
    return len(words) > 1 and (low > 0 or loud) and words[0][0] not in "[(" and asks(folded)


def _is_sentence(line: str) -> bool:
    """Whether a line below a mere "Thanks" goes on with the mail: "Please delete the photos, too."."""
    words = line.split()
    return line.rstrip().endswith((".", "!", "?")) and sum(word[:1].islower() for word in words[1:]) >= 2

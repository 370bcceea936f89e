"""From lines of text to zones: note, header, body, quoted text, signature, disclaimer."""

from bot.understanding.mail import lexicon
from bot.understanding.mail.apart import with_attributions_apart
from bot.understanding.mail.armour import unescaped
from bot.understanding.mail.bars import without_bars
from bot.understanding.mail.comments import each_comment
from bot.understanding.mail.cut_off import with_sender
from bot.understanding.mail.endings import only_of_device, zones_of
from bot.understanding.mail.headers import Header
from bot.understanding.mail.layers import Border, Layer, cut
from bot.understanding.mail.lines import content, is_quoted
from bot.understanding.mail.page import Page
from bot.understanding.mail.small_print import asks
from bot.understanding.mail.speakers import (
    answers,
    asks_for_themselves,
    hands_over,
    only_answers,
    passes_on,
    same_person,
    says_within,
    sender_of,
    settled,
    speaks_of_me,
)
from bot.understanding.mail.unmarked import unmarked
from bot.understanding.mail.unrun import unrun
from bot.understanding.reading import Zone

_DRAWN = (">>", "--")  # with which a line begins that is drawn
_DEEPEST = 12  # forwards within forwards that are followed


def read_zones(
    page: Page,
    lines: list[str],
    *,
    subject: str | None,
    answering: bool,
    pasted: bool,
    rich: bool = False,
    handed_on: int = 0,
) -> None:
    """Put a mail's own text on the page.

    `subject` and `answering` (it has an In-Reply-To) belong to the mail that holds the lines; `pasted` text has
    neither, and a header block in it is taken for a forwarded mail; `rich`: it was HTML. `handed_on`: of the mails that
    are quoted so many count, too.
    """
    alone = rich or not pasted  # else a single quoted line may be a chat's own mark
    lines = with_attributions_apart(unescaped(unrun(unmarked(without_bars(lines)))))
    if pasted:
        lines = with_sender(lines)
    below: list[list[str]] = []  # what colleagues wrote under a forwarded mail, outermost first
    note: list[str] = []  # what the forwarder wrote
    outer = page.header
    for level in range(_DEEPEST):
        layer = cut(lines, alone=alone)
        if layer is None:
            _own_words(page, lines, alone=alone)
            break
        words, quoted = "\n".join(layer.top), False
        if not (level > 0 and answers(words, page.header, layer.header, note, outer)):
            within = _answers_within(page, layer, subject)
            plain = pasted and level == 0
            handed = not within and _is_forward(layer, subject, answering=answering, pasted=plain, nested=level > 0)
            answer = rich and level == 0 and layer.border is Border.QUOTE and speaks_of_me(words)
            if not handed or answer or asks_for_themselves(words, page.header, layer.header):
                if handed_on == 0:
                    page.quotes = _is_open(page, layer)
                    between = within and bool(_said(layer.bottom))  # each answer below its quote
                    _reply(page, layer, alone=alone, within=within and not between)
                    break
                handed_on -= 1
                quoted = True
        page.forwarded = page.forwarded or bool(layer.header) or layer.border is Border.FORWARD
        page.add(Zone.SIGNATURE if only_of_device(layer.top) else Zone.NOTE, layer.top)
        start = page.add(Zone.HEADER, layer.head)
        if layer.header:
            page.believe(layer.head, layer.header, layer.header_row, start)
            subject = layer.header.text("subject")
        elif layer.border is Border.FORWARD or quoted:
            page.disbelieve()
        note = note or layer.top
        below.append(layer.bottom)
        lines, answering, alone = layer.inner, False, alone or layer.header is not None
    else:
        _own_words(page, lines, alone=alone)
    for under in reversed(below):
        page.add(Zone.NOTE, under)


def _is_open(page: Page, layer: Layer) -> bool:
    """Whether what a mail quotes may still be wanted, as far as its own words tell.

    "Thanks" above our answer leaves open what its writer asked for before that, and who hands over a ticket whose last
    word it is means what stands below.
    """
    words = " ".join(map(content, layer.top)).strip()
    if layer.border is Border.COMMENT:
        return True
    return not settled(words) and (not only_answers(words, layer.header) or _wrote_before(page, layer))


def _wrote_before(page: Page, layer: Layer) -> bool:
    """Whether a mail of the same writer stands among those below the one that they answer."""
    writer, below = sender_of(page.header), cut(layer.inner)
    for _ in range(_DEEPEST if writer else 0):
        other = sender_of(below.header) if below else None
        if writer and other and same_person(writer, other):
            return True
        below = cut(below.inner) if below else None
    return False


def _is_forward(layer: Layer, subject: str | None, *, answering: bool, pasted: bool, nested: bool) -> bool:
    """Whether the words below were handed on (then they count) or answered (then those above count)."""
    top = " ".join(content(line) for line in layer.top).strip()
    if layer.border is Border.FORWARD:
        return True
    if layer.border is Border.COMMENT:
        return not nested or hands_over(top)
    if layer.border is Border.QUOTE and not pasted and _prefix(subject, frozenset()) is True:
        return True
    if not top and layer.border is Border.QUOTE and nested:  # right below a head: what is quoted is that mail
        below = _said(layer.bottom)
        return not below or (hands_over(below) and not speaks_of_me(below))
    if not top:
        return not any(line.strip() for line in layer.bottom) or layer.border is Border.BLOCK
    if layer.border is Border.QUOTE:
        return pasted
    if layer.border is Border.ATTRIBUTION:
        drawn = "".join(layer.head).lstrip().startswith(_DRAWN)
        line = "".join(layer.head[layer.header_row :]).lstrip()  # without Proton's "--- Original Message ---" above it
        languages = layer.header.languages if layer.header else frozenset[str]()
        return (
            (hands_over(top) and not speaks_of_me(top))
            or (pasted and passes_on(layer.top, layer.header, drawn=line.startswith(_DRAWN)))
            or (drawn and _prefix(subject, languages) is True)
        )
    if pasted or hands_over(top):
        return True
    said = _prefix(subject, layer.header.languages if layer.header else frozenset())
    return not answering and not subject if said is None else said


def _prefix(subject: str | None, languages: frozenset[str]) -> bool | None:
    """Whether a subject says "forwarded" (True) or "answered" (False); None when it says neither.

    Some prefixes say one in one language and the other in another ("VS" in Danish and Finnish): `languages` decide.
    """
    prefix, colon, _ = (subject or "").partition(":")
    word = lexicon.fold(prefix.rpartition("]")[2]).strip(" .()0123456789")  # "[EXTERNAL] Re: x"
    if not colon:
        return None
    forwards, answers = (lexicon.phrases("markers", kind).get(word, frozenset()) for kind in ("fwd", "reply"))
    if forwards & languages and not answers & languages:
        return True
    if answers & languages and not forwards & languages:
        return False
    return True if forwards else False if answers else None


def _answers_within(page: Page, layer: Layer, subject: str | None) -> bool:
    """Whether somebody answers within the words of another, whose head is not quoted: as they say, or below them."""
    if page.header is None or _prefix(subject, layer.header.languages if layer.header else frozenset()) is True:
        return False
    top = " ".join(map(content, layer.top)).strip()
    if top or layer.border is not Border.BLOCK:
        return layer.border is not Border.FORWARD and says_within(top)
    first = next((line for line in layer.inner if line.strip()), "")
    own = _said(layer.inner) if is_quoted(first) else ""
    return speaks_of_me(own) or (asks(lexicon.fold(own)) and not hands_over(own))


def _said(lines: list[str]) -> str:
    """Somebody's own words among lines: no quotes, no signature."""
    zones = zones_of(lines, alone=True)
    return "\n".join(line for line, zone in zip(lines, zones, strict=True) if zone is Zone.BODY).strip()


def _reply(page: Page, layer: Layer, *, alone: bool, within: bool) -> None:
    """`within`: what is not quoted below the head of another's words is an answer to these."""
    alone = alone or any(map(is_quoted, layer.raw))  # so are its other questions, between the answers
    _own_words(page, layer.top, alone=alone)
    if within:
        page.add(Zone.QUOTED, layer.head)
        _own_words(page, layer.inner, alone=alone)
    elif layer.border is Border.COMMENT and layer.header is not None:
        page.add(Zone.QUOTED, layer.head)
        _older_comments(page, layer.inner, layer.header, alone=alone)
    else:
        page.add(Zone.QUOTED, layer.raw)
    _own_words(page, layer.bottom, alone=alone)


def _older_comments(page: Page, lines: list[str], newest: Header, *, alone: bool) -> None:
    """What stands below the newest comment of a ticket: whoever wrote that may ask for something there, too. Then the
    day is asked for."""
    writer = sender_of(page.header)
    for header, words in each_comment(newest, lines):
        other = sender_of(header)
        own = writer is not None and other is not None and same_person(writer, other)
        if own and asks(lexicon.fold("\n".join(words))):
            _own_words(page, words, alone=alone)
            page.sent = None
        else:
            page.add(Zone.QUOTED, words)


def _own_words(page: Page, lines: list[str], *, alone: bool) -> None:
    zones = zones_of(lines, alone=alone)
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or zones[at] is not zones[start]:
            gap = start > 0 and not lines[start - 1].strip()
            page.add(zones[start], lines[start:at], gap=gap or start == 0)
            start = at

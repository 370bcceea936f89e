"""Markup as text: whether a text is HTML, whether it is safe to parse, and its words when it is not."""

import re
from collections import Counter
from html import unescape

_MOST_STEPS = 100_000_000  # of a parser, which at every tag may look through all elements that are open: 0.2 seconds
_MOST_ATTRIBUTES = 200  # of one element; parsers look each up among the others
_SHORT = 1_000  # characters of a tag that need no counting
_LONGEST_LEAD = 100_000  # characters of comments that may stand before the first element
_END_WITHIN = re.compile(r"""=\s*+(?:"[^">]*+>|'[^'>]*+>)""")  # a ">" in quotation marks does not end a tag
_MARK = re.compile(r"""<[a-zA-Z]|=\s*+["']|["'>]""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})")
_COMMENT_END = re.compile(r"--!?>")
_NEVER_CLOSED = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "p", "li", "td", "th", "tr", "option", "wbr")
)  # fmt: skip
BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul")
)  # fmt: skip
"""Elements that stand on lines of their own."""
_BREAKS = BLOCKS | {"br"}

# What Windows puts before HTML that is copied: "Version:0.9", "StartHTML:0000000105", ...
_COPIED = re.compile(r"Version:\d\.\d\s+StartHTML:-?\d+\s+(?:\w{5,20}:[^\n<]{0,2000}\s+){0,8}")
_PAGE = re.compile(r"<(?:html|head|body|meta|!doctype html)(?=[\s>/])", re.IGNORECASE)
_PIECE = re.compile(
    r"<(?:style|title|div|p|table|tbody|tr|td|span|font|center|ul|ol|dl|blockquote|h[1-6]|section|article|b|strong|i|em|pre)"
    r"(?:\s[^<>]{0,2000})?>",
    re.IGNORECASE,
)
_SWALLOWING = ("title", "style", "script", "textarea", "template", "select", "xmp", "plaintext", "svg", "object")
_ENTRY = re.compile(
    r"^(SUMMARY|DESCRIPTION|COMMENT)(?:;[^\n:\"]{0,200}(?:\"[^\n\"]{0,500}\"[^\n:\"]{0,200}){0,4})?:([^\r\n]*)",
    re.MULTILINE,
)
_CLOSED = re.compile(r"</[a-z][a-z0-9]{0,15}>|<br ?/?>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style|head|title|template|svg)(?=[\s>])[^<>]{0,2000}>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[/!?]?(?:([a-zA-Z][\w:-]{0,30})(?=[\s/>])|\[)[^<>]{0,2000}>")


def is_html(text: str) -> bool:
    """Whether a text begins as a page or a piece of HTML does, whatever it is called."""
    if "<" not in text:
        return False
    start = _lead(text[:_LONGEST_LEAD])
    if not text.startswith("<", start):
        return False
    if _PAGE.match(text, start):
        return True
    return bool(_PIECE.match(text, start) and _CLOSED.search(text, start)) and not _swallows(text)


def keeps_lines(html: str) -> bool:
    """Whether a text with some tags has lines of its own: blank ones between its words, as no page has."""
    return not _PAGE.search(html, 0, _LONGEST_LEAD) and any(
        "\n\n" in run.strip() for run in _ANY_TAG.split(html) if run
    )


def _swallows(text: str) -> bool:
    """Whether an element is open in which a parser takes all that follows for something else than words."""
    low = text.lower()
    return low.count("<!--") > low.count("-->") or any(
        len(re.findall(rf"<{tag}[\s>]", low)) > low.count(f"</{tag}") for tag in _SWALLOWING
    )


def without_lead(html: str) -> str:
    """HTML without what is no part of it: a mark of its bytes, what Windows says of the piece that was copied."""
    html = html.lstrip("\ufeff")
    copied = _COPIED.match(html)
    return html[copied.end() :] if copied else html


def _lead(text: str) -> int:
    """Where the first element begins: behind white space, comments, an XML declaration, Windows' lines on a copy."""
    copied = _COPIED.match(text)
    at = copied.end() if copied else 0
    while True:
        while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
            at += 1
        if text.startswith("<!--", at) and (end := _COMMENT_END.search(text, at + 2)):
            at = end.end()
        elif text.startswith(("<?xml", "<![if", "<![endif"), at) and (close := text.find(">", at)) > 0:
            at = close + 1
        else:
            return at


def bare_words(html: str) -> list[str]:
    """The words of HTML that is not to be parsed, line by line: no tags, style sheets or scripts."""
    html = _without_unseen(_without_comments(html))
    broken = _ANY_TAG.sub(lambda tag: "\n" if (tag[1] or "").lower() in _BREAKS else "", html)
    return [" ".join(unescape(line).split()) for line in broken.split("\n")]


def _without_comments(html: str) -> str:
    """HTML without its comments, one without an end stays."""
    kept: list[str] = []
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := _COMMENT_END.search(html, start + 2)):
        kept.append(html[at:start])
        at = end.end()
    return "".join((*kept, html[at:]))


def _without_unseen(html: str) -> str:
    kept: list[str] = []
    at, low = 0, html.lower()
    while (start := _UNSEEN.search(html, at)) and (end := low.find(f"</{start[1].lower()}", start.end())) >= 0:
        kept.append(html[at : start.start()])
        at = end
    return "".join((*kept, html[at:]))


def entry_words(text: str) -> str:
    """The words of entries in a calendar (RFC 5545): what somebody wrote into them, or else their titles."""
    told = [entry for entry in _ENTRY.findall(re.sub(r"\r?\n[ \t]", "", text)) if entry[1].strip()]
    said = dict.fromkeys(words for name, words in told if name != "SUMMARY") or dict.fromkeys(
        words for _, words in told
    )
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], "\n\n".join(said))


def is_hostile(html: str) -> bool:
    """Whether a parser may slow down on HTML: elements within elements without end, tags with many attributes."""
    return _too_deep(html) or _crowded(html)


def _too_deep(html: str) -> bool:
    deep = steps = 0
    opened: Counter[str] = Counter()
    for match in _TAG.finditer(html):
        name = match[2].lower()
        steps += deep
        if steps > _MOST_STEPS:
            return True
        if name in _NEVER_CLOSED:
            continue
        if not match[1]:
            opened[name] += 1
            deep += 1
        elif opened[name]:
            opened[name] -= 1
            deep -= 1
    return False


def _crowded(html: str) -> bool:
    """Whether a tag may hold more attributes than any mail program writes, however its quotation marks are set.

    Every "<a" may open a tag, also one within a quotation. So what may be open is followed on all three ways at once:
    outside of quotation marks, within double ones, within single ones; each with the most attributes so far.
    """
    if max(map(len, html.split(">"))) < _SHORT and not _END_WITHIN.search(html):
        return False
    out = double = single = -1  # where no tag can be open
    at = 0
    for match in _MARK.finditer(html):
        if out >= 0:
            out += len(html[at : match.start()].replace("/", " ").split())
            if out > _MOST_ATTRIBUTES:
                return True
        at, mark = match.end(), match[0]
        if mark == ">":
            out = -1
        elif mark[0] == "<":
            out = max(out, 0)
        elif mark[-1] == '"':
            out, double = max(double, -1 if mark[0] == "=" else out), out if mark[0] == "=" else -1
        else:
            out, single = max(single, -1 if mark[0] == "=" else out), out if mark[0] == "=" else -1
    return False

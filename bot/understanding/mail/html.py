"""HTML mails as plain text, with quotes marked by ">" as in a plain mail."""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

_LIMIT = 2_000_000  # characters of HTML that are looked at
_DEEPEST_QUOTE = 20
_DEEPEST = 400  # elements within elements; no mail program writes more, and parsers slow down on them
_MOST_ATTRIBUTES = 200  # of one element; parsers look each up among the others
_SHORT = 1_000  # characters of a tag that need no counting
_END_WITHIN = re.compile(r"""=\s*+(?:"[^">]*+>|'[^'>]*+>)""")  # a ">" in quotation marks does not end a tag
_MARK = re.compile(r"""<[a-zA-Z]|=\s*+["']|["'>]""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})")
_NEVER_CLOSED = frozenset(
    ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "p", "li", "td", "th", "tr", "option", "wbr",
     "o:p")
)  # fmt: skip
_SKIPPED = frozenset(
    ("script", "style", "head", "title", "template", "svg", "object", "select", "-comment", "_comment", "!--")
)
_BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul")
)  # fmt: skip


class _Writer:
    """Collects words into lines; each line knows how deep it is quoted."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.quotes = 0
        self.open = False  # whether the line holds anything, so that a block must break it

    def say(self, text: str) -> None:
        words = " ".join(text.replace("\xa0", " ").split())
        if words:
            lead = " " if text[0].isspace() or text[0] == "\xa0" else ""
            tail = " " if text[-1].isspace() or text[-1] == "\xa0" else ""
            self.words.append(lead + words + tail)
            self.open = True
        elif text:
            self.words.append(" ")

    def end_line(self) -> None:
        line = " ".join("".join(self.words).split())
        marks = "> " * min(self.quotes, _DEEPEST_QUOTE)
        self.lines.append((marks + line).rstrip())
        self.words, self.open = [], False

    def end_block(self) -> None:
        if self.open:
            self.end_line()
        else:
            self.words = []


def is_html(text: str) -> bool:
    """Whether a text begins as a page of HTML does, whatever it is called."""
    return text[:200].lstrip().lower().startswith(("<html", "<!doctype html"))


def html_to_text(html: str) -> str:
    """The words of an HTML mail, line by line; a blockquote's lines begin with "> ". Hidden parts are left out."""
    html = html[:_LIMIT]
    if _too_deep(html) or _crowded(html):
        return _squeezed([" ".join(line.split()) for line in re.sub(r"<[^<>]{0,2000}>", "\n", html).split("\n")])
    root = LexborHTMLParser(html).root
    if root is None:
        return ""
    writer = _Writer()
    node: LexborNode | None = root
    stack: list[LexborNode] = []
    while node is not None or stack:
        if node is None:
            done = stack.pop()
            _leave(writer, done)
            node = done.next
            continue
        if _enter(writer, node):
            stack.append(node)
            node = node.child
        else:
            node = node.next
    writer.end_block()
    return _squeezed(writer.lines)


def _too_deep(html: str) -> bool:
    deep = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _NEVER_CLOSED:
            deep = max(0, deep - 1) if match[1] else deep + 1
            if deep > _DEEPEST:
                return True
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


def _enter(writer: _Writer, node: LexborNode) -> bool:
    """Write what stands before a node's children; False when they are to be passed over."""
    tag = node.tag or ""
    if tag == "-text":
        text = node.text_content or ""
        if "\n" in text and node.parent is not None and node.parent.tag == "pre":
            for line in text.split("\n")[:-1]:
                writer.say(line)
                writer.end_line()
            text = text.rsplit("\n", 1)[1]
        writer.say(text)
        return False
    if tag in _SKIPPED or _hidden(node):
        return False
    if tag == "br":
        writer.end_line()
        return False
    if tag in _BLOCKS:
        writer.end_block()
        writer.quotes += tag == "blockquote"
        if tag == "hr":
            writer.say("________________")
        elif tag == "li":
            writer.say("- ")
        elif tag == "p" and writer.lines and writer.lines[-1].strip("> "):
            writer.end_line()
    elif "@" in tag:
        writer.say(f"<{tag}> ")  # an address that somebody's mail program did not escape
    elif tag in ("td", "th"):
        writer.say(" ")
    return True


def _leave(writer: _Writer, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag == "a":
        _name_address(writer, node)
    if tag in _BLOCKS:
        writer.end_block()
        writer.quotes -= tag == "blockquote"
        if tag == "p":
            writer.end_line()


def _name_address(writer: _Writer, node: LexborNode) -> None:
    """A link to an address whose words do not show it: the address is written behind."""
    target = (node.attributes or {}).get("href") or ""
    if not target.lower().startswith("mailto:"):
        return
    address = unquote(target[7:].split("?")[0]).strip()
    said = "".join(writer.words[-4:])
    if "@" in address and address.lower() not in said.lower():
        writer.say(f" <{address}> ")


def _hidden(node: LexborNode) -> bool:
    style = (node.attributes or {}).get("style")
    return bool(style) and "display:none" in style.replace(" ", "").lower() if style else False


def _squeezed(lines: list[str]) -> str:
    """Lines with at most one blank line between them."""
    kept: list[str] = []
    for line in lines:
        if line.strip("> ") or (kept and kept[-1].strip("> ")):
            kept.append(line)
    return "\n".join(kept).strip("\n")

"""HTML mails as plain text, with quotes marked by ">" as in a plain mail."""

import re
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.understanding.mail.formats.markup import BLOCKS, bare_words, is_hostile, keeps_lines, without_lead
from bot.understanding.mail.formats.records import columns_of, heads_of, labels_of

_LIMIT = 2_000_000  # characters of HTML that are looked at
_DEEPEST_QUOTE = 20
_SKIPPED = frozenset(
    ("script", "style", "head", "title", "template", "svg", "object", "select", "-comment", "_comment",
     "!--")
)  # fmt: skip
_TINY = ("1px", "1pt")  # letters that nobody can read, of a line that only a list of mails shows
_CELLS = ("td", "th")
_KEPT = ("pre", "textarea", "xmp", "listing", "plaintext")
_STYLE_COMMENT = re.compile(r"/\*[^*]{0,200}\*/")


class _Opened(NamedTuple):
    """A node whose children are being written, and what it added to the writer's state."""

    node: LexborNode
    breaks: bool
    quotes: int
    kept: int


class _Writer:
    """Collects words into lines; each line knows how deep it is quoted."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.words: list[str] = []
        self.quotes = 0
        self.open = False  # whether the line holds anything, so that a block must break it
        self.kept = 0  # elements around that keep their line breaks
        self.inline: set[int] = set()  # blocks that are all that their cell of a table holds
        self.heads: dict[int, str] = {}  # of cells, in tables of one record
        self.columns: set[int] = set()  # cells that are told apart from the one before them
        self.told: set[int] = set()  # rows of heads, and labels, that are told beside their values

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


def html_to_text(html: str) -> str:
    """The words of an HTML mail, line by line; a blockquote's lines begin with "> ". Hidden parts are left out."""
    html = without_lead(html)[:_LIMIT]
    if is_hostile(html):
        return _squeezed(bare_words(html))
    root = LexborHTMLParser(html).root
    if root is None:
        return ""
    writer = _Writer()
    writer.kept += keeps_lines(html)
    node: LexborNode | None = root
    stack: list[_Opened] = []
    while node is not None or stack:
        if node is None:
            done = stack.pop()
            _leave(writer, done)
            node = done.node.next
        elif opened := _enter(writer, node):
            stack.append(opened)
            node = node.child
        else:
            node = node.next
    writer.end_block()
    return _squeezed(writer.lines)


def _enter(writer: _Writer, node: LexborNode) -> _Opened | None:
    """Write what stands before a node's children; None when they are to be passed over."""
    tag = node.tag or ""
    if tag == "-text":
        _say_text(writer, node.text_content or "")
        return None
    style = _style(node)
    if tag in _SKIPPED or _hidden(node, style) or node.mem_id in writer.told:
        return None
    if tag == "br":
        writer.end_line()
        return None
    breaks = tag in BLOCKS and node.mem_id not in writer.inline
    opened = _Opened(node, breaks, int(breaks and _quotes(node, style)), int(_keeps_breaks(tag, style)))
    writer.kept += opened.kept
    if breaks:
        writer.end_block()
        writer.quotes += opened.quotes
        if tag == "hr":
            writer.say("________________")
        elif tag == "li":
            writer.say("- ")
        elif tag == "p" and writer.lines and writer.lines[-1].strip("> "):
            writer.end_line()
        elif tag == "table":
            _mark_heads(writer, node)
    elif "@" in tag:
        writer.say(f"<{tag}> ")  # an address that somebody's mail program did not escape
    elif tag in _CELLS:
        if head := writer.heads.get(node.mem_id):
            writer.end_block()
            writer.say(f"{head}: ")
        else:
            writer.say(" | " if node.mem_id in writer.columns else " ")
        _mark_only_block(writer, node)
    return opened


def _leave(writer: _Writer, opened: _Opened) -> None:
    tag = opened.node.tag
    if tag == "a":
        _name_address(writer, opened.node)
    if opened.breaks:
        writer.end_block()
        writer.quotes -= opened.quotes
        if tag == "p":
            writer.end_line()
    writer.kept -= opened.kept


def _say_text(writer: _Writer, text: str) -> None:
    if writer.kept and "\n" in text:
        *lines, text = text.split("\n")
        for line in lines:
            writer.say(line)
            writer.end_line()
    writer.say(text)


def _mark_heads(writer: _Writer, table: LexborNode) -> None:
    if found := heads_of(table, _shown):
        row, heads = found
        writer.told.add(row.mem_id)
        writer.heads |= heads
    elif labels := labels_of(table, _shown):
        writer.told |= labels[0]
        writer.heads |= labels[1]
    else:
        writer.columns |= columns_of(table, _shown)


def _mark_only_block(writer: _Writer, cell: LexborNode) -> None:
    """A cell that holds one block only stays on its row's line: "From:" and a name, each in a paragraph."""
    node: LexborNode | None = cell
    while node is not None:
        shown = (child for child in node.iter(include_text=True) if child.tag != "-text" or not _is_blank(child))
        inside = list(islice(shown, 2))
        node = inside[0] if len(inside) == 1 and inside[0].tag in ("p", "div") else None
        if node is not None:
            writer.inline.add(node.mem_id)


def _is_blank(text: LexborNode) -> bool:
    return not (text.text_content or "").strip()


def _name_address(writer: _Writer, node: LexborNode) -> None:
    """A link to an address whose words do not show it: the address is written behind."""
    target = (node.attributes or {}).get("href") or ""
    if not target.lower().startswith("mailto:"):
        return
    address = unquote(target[7:].split("?")[0]).strip()
    said = "".join(writer.words[-4:])
    if "@" in address and address.lower() not in said.lower():
        writer.say(f" <{address}> ")


def _style(node: LexborNode) -> dict[str, str]:
    """A node's own style, made plain; of two values of one property the last one counts."""
    style = (node.attributes or {}).get("style")
    if not style:
        return {}
    pairs = (part.partition(":") for part in _STYLE_COMMENT.sub("", style).replace(" ", "").lower().split(";"))
    return {name: value.removesuffix("!important") for name, _, value in pairs}


def _hidden(node: LexborNode, style: dict[str, str]) -> bool:
    """Whether a node is not shown: nobody read its words, so they are nobody's."""
    if "hidden" in (node.attributes or {}) or style.get("display") == "none" or style.get("visibility") == "hidden":
        return True
    if style.get("opacity") in ("0", "0.0") or (_is_zero(style, "max-height") and style.get("overflow") == "hidden"):
        return True
    # A container of a layout may have no size while what it contains has one.
    tiny = _is_zero(style, "max-height") and style.get("font-size") in _TINY
    return (tiny or _is_zero(style, "font-size")) and all(child.tag == "br" for child in node.iter())


def _shown(node: LexborNode) -> bool:
    return node.tag not in _SKIPPED and not _hidden(node, _style(node))


def _is_zero(style: dict[str, str], name: str) -> bool:
    return style.get(name, "1").rstrip("pxtem%") in ("0", "0.0")


def _keeps_breaks(tag: str, style: dict[str, str]) -> bool:
    return tag in _KEPT or style.get("white-space", "").startswith(("pre", "break-spaces"))


def _quotes(node: LexborNode, style: dict[str, str]) -> bool:
    """Whether a blockquote quotes; mail programs also indent with it what somebody writes themselves."""
    if node.tag != "blockquote":
        return False
    bare = all(value[:4] in ("none", "0", "0px", "") for name, value in style.items() if name.startswith("border"))
    indents = bare and "40px" in style.get("margin", "") + style.get("margin-left", "")
    return not indents or (node.attributes or {}).get("type") == "cite" or "cite" in (node.attributes or {})


def _squeezed(lines: list[str]) -> str:
    """Lines with at most one blank line between them."""
    kept: list[str] = []
    for line in lines:
        if line.strip("> ") or (kept and kept[-1].strip("> ")):
            kept.append(line)
    return "\n".join(kept).strip("\n")

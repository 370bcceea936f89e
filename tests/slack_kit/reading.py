"""A message or form as somebody reads it: its words, its buttons, and what can be filled in."""

from collections.abc import Iterator, Mapping
from typing import Any

Shown = Mapping[str, Any]


def words(shown: Shown) -> str:
    """All that is written on it, one line a block; a button's label stands in [..]."""
    lines = [_text(shown["title"])] if shown.get("title") else []
    lines += [line for block in _blocks(shown) if (line := _block(block))]
    if not _blocks(shown) and shown.get("text"):
        lines.append(str(shown["text"]))
    lines += [f"[{_text(shown[key])}]" for key in ("submit", "close") if shown.get(key)]
    return "\n".join(lines)


def buttons(shown: Shown) -> list[str]:
    """The labels of its buttons, from top to bottom."""
    return [_text(element["text"]) for _, element in elements(shown) if element["type"] == "button"]


def elements(shown: Shown) -> Iterator[tuple[str, Shown]]:
    """Everything that can be pressed, chosen or filled in, with the id of its block."""
    for block in _blocks(shown):
        parts = [*block.get("elements", [])] if block["type"] == "actions" else []
        parts += [block[key] for key in ("accessory", "element") if key in block]
        yield from ((block.get("block_id", ""), part) for part in parts if "action_id" in part)


def label_of(element: Shown, block: Shown) -> str:
    """What names it for a reader: its own label, its block's, or its placeholder."""
    return _text(element.get("text") or block.get("label") or element.get("placeholder") or {})


def block_named(shown: Shown, block_id: str) -> Shown:
    return next((block for block in _blocks(shown) if block.get("block_id") == block_id), {})


def input_blocks(view: Shown) -> list[Shown]:
    return [block for block in _blocks(view) if block["type"] == "input"]


def _blocks(shown: Shown) -> list[Shown]:
    attached = [block for part in shown.get("attachments") or [] for block in part.get("blocks", [])]
    return [*(shown.get("blocks") or []), *attached]


def _text(value: Any) -> str:
    return str(value.get("text", "")) if isinstance(value, Mapping) else str(value)


def _block(block: Shown) -> str:
    parts: list[str] = []
    if block["type"] in ("section", "header", "markdown") and "text" in block:
        parts.append(_text(block["text"]))
    parts += [_text(field) for field in block.get("fields", [])]
    if block["type"] == "input":
        parts += [_text(block["label"]), *([_text(block["hint"])] if "hint" in block else [])]
    if block["type"] == "image":
        parts += [_text(block.get("title", "")), block.get("alt_text", "")]
    if block["type"] == "rich_text":
        return "\n".join(_rich(element) for element in block["elements"])
    if block["type"] == "context":
        parts += [_text(element) if "text" in element else element.get("alt_text", "") for element in block["elements"]]
    if block["type"] == "table":
        parts += [_cell(cell) for row in block["rows"] for cell in row]
    if block["type"] == "actions":
        parts += [_element(element) for element in block["elements"]]
    parts += [_element(block[key]) for key in ("accessory", "element") if key in block]
    return " ".join(part for part in parts if part)


def _cell(cell: Shown) -> str:
    return "\n".join(_rich(part) for part in cell["elements"]) if cell["type"] == "rich_text" else _text(cell)


def _element(element: Shown) -> str:
    if element["type"] == "button":
        return f"[{_text(element['text'])}]"
    if element["type"] == "image":
        return str(element.get("alt_text", ""))
    said = [_text(element[key]) for key in ("placeholder", "initial_value", "initial_date") if element.get(key)]
    said += [_text(option["text"]) for option in all_options(element)]
    return " / ".join(said)


def all_options(element: Shown) -> list[Shown]:
    grouped = [option for group in element.get("option_groups") or [] for option in group["options"]]
    return [*(element.get("options") or []), *grouped]


def _rich(element: Shown) -> str:
    kind = element["type"]
    if kind == "rich_text_list":
        return "\n".join(f"• {_rich(item)}" for item in element["elements"])
    if "elements" in element:
        return "".join(_rich(part) for part in element["elements"])
    if kind == "link":
        return str(element.get("text") or element["url"])
    if kind in ("user", "channel", "usergroup"):
        return "@" + str(element.get("user_id") or element.get("channel_id") or element.get("usergroup_id"))
    if kind == "emoji":
        return f":{element['name']}:"
    return str(element.get("text") or element.get("fallback") or "")

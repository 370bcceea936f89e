"""Blocks within the limits of a message or a view: lines joined, users' texts cut, ids given."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from adapters.slack.render.limits import BLOCK_WEIGHT, CONTEXT, ELEMENT_WEIGHT, TEXT
from bot.conversation.fitting import fullest

SlackBlock = dict[str, Any]


def rich(lines: list[dict[str, Any]]) -> SlackBlock:
    """Lines and quotes as one block."""
    return {"type": "rich_text", "elements": lines}


def fitting(draw: Callable[[int, int], list[SlackBlock]], parts: int, *, most: int, weight: int) -> list[SlackBlock]:
    """Blocks that fit.

    They are drawn whole where that fits, with neighbours joined if need be. Otherwise all users' texts are cut to the
    greatest length with which everything fits, so that short ones stay whole; where they are too many, the last parts
    are left out.

    Args:
        draw: draws the blocks with users' texts cut to a number of characters, and a number of parts kept.
        parts: how many there are.
        most: how many blocks there may be.
        weight: what they may weigh.
    """

    def tried(cap: int, kept: int) -> list[SlackBlock] | None:
        drawn = draw(cap, kept)
        for blocks in (drawn, joined(drawn)):
            if len(blocks) <= most and sum(map(_weight, blocks)) <= weight:
                return blocks
        return None

    best = fullest(tried, parts, weight)
    if best is None:
        raise ValueError(f"this does not fit into {most} blocks with {weight} characters, however much is left out")
    return best


def joined(blocks: Iterable[SlackBlock]) -> list[SlackBlock]:
    """The blocks with neighbours of one kind in one, as far as a block holds them."""
    done = list[SlackBlock]()
    for block in blocks:
        if done and _fits(done[-1], block):
            done[-1] = {**done[-1], "elements": [*done[-1]["elements"], *block["elements"]]}
        else:
            done.append(block)
    return done


def numbered(blocks: Iterable[SlackBlock], taken: Iterable[str]) -> list[SlackBlock]:
    """The blocks with ids of their own, and their buttons counted through: "press.0", "form.1", ..."""
    others = set(taken)
    ids = (name for name in (f"b{number}" for number in count()) if name not in others)
    buttons = count()
    return [{**block, "block_id": name, **_counted(block, buttons)} for block, name in zip(blocks, ids, strict=False)]


def _counted(block: SlackBlock, buttons: Iterator[int]) -> SlackBlock:
    if block["type"] != "actions":
        return {}
    return {"elements": [{**one, "action_id": f"{one['action_id']}.{next(buttons)}"} for one in block["elements"]]}


def _fits(one: SlackBlock, other: SlackBlock) -> bool:
    if one["type"] != other["type"]:
        return False
    if one["type"] == "context":
        return len(one["elements"]) + len(other["elements"]) <= CONTEXT
    return one["type"] == "rich_text" and _size(one) + _size(other) <= TEXT


def _size(block: SlackBlock) -> int:
    return sum(len(part.get("text", "")) for line in block["elements"] for part in line["elements"])


def _weight(value: Any) -> int:
    """What a block counts towards the limit of a message."""
    if not isinstance(value, dict):
        return 0
    texts = sum(len(value[name]) for name in ("text", "url", "fallback") if isinstance(value.get(name), str))
    parts = value.get("elements", [])
    inner = sum(ELEMENT_WEIGHT + _weight(part) for part in parts) + _weight(value.get("text"))
    is_block = value["type"] in ("header", "context", "actions", "rich_text")
    return texts + inner + (BLOCK_WEIGHT if is_block else 0)

"""A strict reading of Block Kit: what Slack would refuse in a message or a view, with the place of each fault.

`slack_sdk.models` accepts too much for that: 51 blocks, empty texts, formatted buttons, ids that are there twice.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.slack_kit.elements import BLOCK_OF_MESSAGE, BLOCK_OF_VIEW, ID, plain
from tests.slack_kit.shapes import Check, flag, many, shape, text, typed

MOST_IN_MESSAGE = 50
MOST_IN_VIEW = 100
LONGEST_RICH_TEXT = 3000  # not documented; what Slack holds other texts to
LONGEST_MESSAGE = 13_200  # not documented: characters with which messages were seen refused (msg_blocks_too_long) ...
BLOCK_COUNTS = 125  # ... when each block counts so much more than its text
LONGEST_FALLBACK = 40_000

_MODAL = shape(
    {"title": plain(24), "blocks": many(BLOCK_OF_VIEW, MOST_IN_VIEW)},
    {
        "submit": plain(24),
        "close": plain(24),
        "callback_id": ID,
        "private_metadata": text(3000, 0),
        "external_id": ID,
        "clear_on_close": flag,
        "notify_on_close": flag,
    },
)
_HOME = shape(
    {"blocks": many(BLOCK_OF_VIEW, MOST_IN_VIEW)},
    {"callback_id": ID, "private_metadata": text(3000, 0), "external_id": ID},
)
_VIEW = typed(modal=_MODAL, home=_HOME)
_BLOCKS = many(BLOCK_OF_MESSAGE, MOST_IN_MESSAGE)


def faults_of_message(payload: dict[str, Any]) -> list[str]:
    """What Slack would refuse in the text and the blocks of a message. It may have either alone."""
    return list(_message(payload))


def faults_of_view(view: dict[str, Any]) -> list[str]:
    """What Slack would refuse in a modal or a home page."""
    return list(_view(view))


def _message(payload: dict[str, Any]) -> Iterator[str]:
    if "text" in payload or "blocks" not in payload:
        yield from _named("text", text(LONGEST_FALLBACK), payload)
    if "blocks" in payload:
        yield from _named("blocks", _BLOCKS, payload)
        yield from _shared(payload["blocks"])
        blocks = _objects(payload["blocks"])
        total = sum(BLOCK_COUNTS + sum(map(len, _texts(block))) for block in blocks)
        if total > LONGEST_MESSAGE:
            yield f"/blocks: count as {total} characters, more than {LONGEST_MESSAGE}"


def _view(view: dict[str, Any]) -> Iterator[str]:
    yield from _VIEW(view, "")
    yield from _shared(view.get("blocks"))
    inputs = any(block.get("type") == "input" for block in _objects(view.get("blocks")))
    if view.get("type") == "modal" and inputs and "submit" not in view:
        yield "/submit: is missing, and there are inputs"


def _named(name: str, check: Check, payload: dict[str, Any]) -> Iterator[str]:
    yield from check(payload.get(name), f"/{name}")


def _shared(blocks: Any) -> Iterator[str]:
    """What holds for the blocks together: ids that are there once, and texts of a readable length."""
    found = _objects(blocks)
    for name, times in Counter(str(block["block_id"]) for block in found if "block_id" in block).items():
        if times > 1:
            yield f"/blocks: {times} of them have the block_id {name!r}"
    for number, block in enumerate(found):
        actions = [one["action_id"] for one in _objects(block.get("elements")) if "action_id" in one]
        if len(set(actions)) < len(actions):
            yield f"/blocks/{number}/elements: an action_id is there twice"
        if block.get("type") == "rich_text" and (size := sum(map(len, _texts(block)))) > LONGEST_RICH_TEXT:
            yield f"/blocks/{number}: has {size} characters, more than {LONGEST_RICH_TEXT}"


def _texts(value: Any) -> Iterator[str]:
    """All that is shown of a block, wherever in it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "text" and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []

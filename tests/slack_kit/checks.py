"""Slack's refusals of messages and views that its Block Kit doesn't allow."""

from typing import Any

from tests.slack_kit.block_kit import faults_of_message, faults_of_view
from tests.slack_kit.passes import Refusal

LONGEST = 40_000
LONGEST_EDIT = 4_000


def check_message(args: dict[str, Any], longest: int = LONGEST) -> None:
    text = args.get("text") or ""
    if not text and not args.get("blocks") and not args.get("attachments"):
        raise Refusal("no_text")
    if len(text) > longest:
        raise Refusal("msg_too_long")
    shown = {key: args[key] for key in ("text", "blocks", "attachments") if args.get(key)}
    if faults := faults_of_message(shown):
        messages = [f"[ERROR] {fault}" for fault in faults]
        raise Refusal("invalid_blocks", errors=faults, response_metadata={"messages": messages})


def check_view(view: dict[str, Any]) -> None:
    if faults := faults_of_view(view):
        raise Refusal("invalid_arguments", response_metadata={"messages": [f"[ERROR] {fault}" for fault in faults]})

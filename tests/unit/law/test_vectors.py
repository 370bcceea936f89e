"""Worked examples of the laws: every date and the status hold exactly."""

from typing import Any

from bot.law.jsonl import dates_of_line
from tests.lines import each
from tests.unit.law.asking import vectors

FIELDS = (
    "receipt_date",
    "expected_ack_due",
    "expected_due",
    "safe_due",
    "extension_notice_by",
    "refusal_notice_by",
    "due_end_utc",
    "status",
)
VECTORS = vectors()


@each("vector", VECTORS)
def test_a_worked_example(vector: dict[str, Any]) -> None:
    line = dates_of_line(vector)
    assert {field: line.get(field) for field in FIELDS} == {field: vector[field] for field in FIELDS}, vector["why"]


@each("vector", VECTORS)
def test_a_common_mistake_is_not_made(vector: dict[str, Any]) -> None:
    wrong = [day for name, day in vector["alt"].items() if name.startswith("WRONG")]
    assert dates_of_line(vector)["expected_due"] not in wrong

"""One JSON object in, one out."""

from typing import Any

from bot.law.jsonl import dates_of_line
from tests.lines import each

LINE = {"id": "x", "regime": "eu_gdpr", "right": "access", "received": "2026-03-05T10:15:00+01:00"}


def test_what_is_not_given_is_the_laws_own() -> None:
    line = dates_of_line(LINE)
    assert line["expected_due"] == "2026-04-07"
    assert line["due_end_utc"] == "2026-04-07T21:59:59Z"
    assert line["explained"][0] == "Received on Thu 5 Mar 2026 (day in Europe/Amsterdam)"


@each(
    ("broken", "sentence"),
    [
        ({"regime": "us_zz"}, "There is no law with the code “us_zz” here"),
        ({"regime": None}, "“regime” is missing"),
        ({"right": "flying"}, "“right” is not one of access"),
        ({"role": "owner"}, "“role” is not one of controller"),
        ({"received": "last week"}, "“received” must be an ISO date"),
        ({"received": "2026-03-05T10:15:00"}, "needs a zone"),
        ({"received": "9999-12-30T10:15:00+01:00"}, "too far away"),
        ({"pauses": [{"reason": "identity", "from": "2026-03-06", "to": "9999-12-31"}]}, "too far away"),
        ({"zone": "Mars/Base"}, "no time zone"),
        ({"zone": "../../etc"}, "no time zone"),
        ({"calendar": "GB"}, "no holiday calendar"),
        ({"extended": "yes"}, "“extended” must be true or false"),
        ({"extension_notice_sent": "soon"}, "“extension_notice_sent” must be a date"),
        ({"extension_notice_sent": 5}, "“extension_notice_sent” must be a date"),
        ({"pauses": "none"}, "“pauses” must be a list"),
        ({"pauses": [{"reason": "holiday", "from": "2026-03-06"}]}, "reason of a pause"),
        ({"pauses": [{"reason": "identity", "from": None}]}, "A pause needs “from”"),
        ({"pauses": [{"reason": "identity", "from": "2026-03-06", "to": "2026-03-05"}]}, "cannot end before"),
    ],
)
def test_a_broken_line_says_what_is_wrong(broken: dict[str, Any], sentence: str) -> None:
    line = dates_of_line({**LINE, **broken})
    assert set(line) == {"id", "error"}
    assert line["id"] == "x"
    assert sentence in line["error"]

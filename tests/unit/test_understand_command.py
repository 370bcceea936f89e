"""`understand --jsonl`: a line that cannot be read gets one clear sentence, and the others are read all the same."""

import json

from click.testing import CliRunner

from adapters.console.commands import understand
from tests.lines import each

GOOD = json.dumps({"id": "good", "text": "Please delete my account."})
BAD = [
    ("[" * 100_000, None, "Line 1 is not a JSON object."),
    ("no json", None, "Line 1 is not a JSON object."),
    ('["a"]', None, "Line 1 is not a JSON object."),
    ('{"id": "a", "text": null}', "a", 'Line 1 has no words under "text".'),
    ('{"id": "a", "text": 7}', "a", 'Line 1 has no words under "text".'),
    ('{"id": "a"}', "a", 'Line 1 has no words under "text".'),
]


@each(("line", "id", "sentence"), BAD)
def test_a_bad_line_is_told_and_the_next_one_is_read(line: str, id: str | None, sentence: str) -> None:
    result = CliRunner().invoke(understand, ["--jsonl"], input=f"{line}\n{GOOD}\n")
    assert result.exit_code == 0, result.output
    bad, good = (json.loads(said) for said in result.output.splitlines())
    assert bad == {"id": id, "error": sentence}
    assert (good["id"], good["rights"]) == ("good", ["erasure"])


def test_half_of_a_character_stops_nothing() -> None:
    odd = '{"id": "\\ud800", "text": "Please delete my account. \\udfff"}'
    result = CliRunner().invoke(understand, ["--jsonl"], input=f"{odd}\n{GOOD}\n")
    assert result.exit_code == 0, result.output
    first, second = (json.loads(said) for said in result.output.splitlines())
    assert (first["id"], first["rights"], second["id"]) == ("\ud800", ["erasure"], "good")


@each("zone", ["Foo/Bar", "Europe", "/etc", "../x", ""])
def test_a_zone_that_does_not_exist_is_told_in_a_sentence(zone: str) -> None:
    result = CliRunner().invoke(understand, ["--jsonl", "--zone", zone], input=GOOD)
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert "There is no such time zone; write one like Europe/Amsterdam." in result.output


def test_rights_stand_with_the_likeliest_first_as_they_are_offered() -> None:
    both = json.dumps({"id": "both", "text": "Take me off every list, no newsletters any more. And delete my account."})
    result = CliRunner().invoke(understand, ["--jsonl"], input=both)
    said = json.loads(result.output)
    assert said["rights"] == ["opt_out_marketing", "erasure"] == said["top"][:2]

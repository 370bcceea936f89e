"""``make bench``: how fast the desk is, as ratios against a named baseline measured in the same run."""

from tests.benchmarks import intake, reading, slack, teams

for part in (reading, intake, slack, teams):
    for line in part.lines():
        print(line, flush=True)  # noqa: T201 - this is what a benchmark is for

"""The local workspace beside Slack, in one process: a place to try things out, in which nothing counts."""

from pathlib import Path

from tests.contract.page import Page
from tests.faults.slack.inside import opens, rows
from tests.letters import letter
from tests.slack_kit.desk import FORWARD, SlackDesk, free_port
from tests.slack_kit.reading import words


def test_what_is_done_in_one_is_not_seen_in_the_other(tmp_path: Path) -> None:
    port = free_port()
    with SlackDesk(tmp_path, WORKSPACE="1", WORKSPACE_PORT=str(port)) as desk:
        desk.start()
        opens(desk, desk.emma, FORWARD)
        desk.quiet()
        emma = Page(port, "emma")
        assert not emma.messages()
        emma.says("What should I do with this?", ("mail.eml", letter()))
        emma.until_told("Open this case?")
        emma.presses("Open case")
        emma.until_told("-0001 is open")
        assert rows(desk, "SELECT count(*) FROM cases") == [(1,)]
        desk.sam.runs("/privacy", "mine")
        desk.priya.runs("/privacy", "open")
        (said,) = desk.slack.wait(lambda: desk.priya.ephemeral)
        assert words(said).count("DSR-") == 1
        desk.quiet()
        assert len(desk.cards) == 1
        assert (tmp_path / "workspace-desk.db").exists()
        desk.product.stop()
        assert "ERROR" not in desk.product.log()

"""Waiting for something to be so, and what is shown when it never is."""

import time
from collections.abc import Callable
from typing import TypeVar

from tests.slack_kit.reading import words
from tests.slack_kit.trouble import Troubles
from tests.slack_kit.workspace import Workspace

T = TypeVar("T")
LOOK_AGAIN = 0.03  # for what happens elsewhere, in the app's database for instance


def wait(workspace: Workspace, troubles: Troubles, predicate: Callable[[], T | None], seconds: float) -> T:
    """Look whenever anything changes in the workspace."""
    state = workspace.state
    end = time.monotonic() + seconds
    while True:
        seen = state.version
        if found := predicate():
            return found
        left = end - time.monotonic()
        if left <= 0:
            raise AssertionError(f"nothing came in {seconds} seconds.\n{dump(workspace, troubles)}")
        with state.lock:
            if state.version == seen:
                state.lock.wait(min(left, LOOK_AGAIN))


def dump(workspace: Workspace, troubles: Troubles) -> str:
    """What is in the channels, and the last calls."""
    state = workspace.state
    lines = []
    with state.lock:
        for channel in state.channels.values():
            lines.append(f"{channel.id} #{channel.name} {channel.im_user}")
            lines += [f"  {m.get('user')} {m['ts']}: {words(m)!r}" for m in channel.everything[-8:]]
        lines += [f"only for {m.reader}: {words(m)!r}" for m in state.ephemeral[-8:]]
        for user, stack in workspace.views.stacks.items():
            lines += [f"form of {user}: {words(view)!r}" for view in stack]
        lines += [f"{call.method} {call.status} {call.error} {str(call.args)[:160]}" for call in troubles.calls[-12:]]
    return "\n".join(lines)

"""A flow: what it asks, what it shows before it acts, what it does, and what it says at the end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.cases.commands import Command, Done
from bot.conversation.card import Card
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known, Path, Slot


@dataclass(frozen=True)
class Flow:
    """A conversation towards a command.

    Args:
        name: kept with each draft.
        path: the questions, in order; walked from the top on every turn, must not act.
        title: of the review, and of the form that changes it; marked with `later`.
        about: whom or what a draft is about, in a few words; "" while that is not known.
        confirm: the label of the button that acts; "" = act as soon as the path is walked, without a review.
        finish: the commands of a finished draft. Only answers on the path may be used.
        closing: what is said when they are done.
        ahead: what may be told at any time, before it is asked for.
        said: where words are kept that nobody can read, while it is asked what the message asks for.
    """

    name: str
    path: Path
    title: str
    about: Callable[[Known], str]
    confirm: str
    finish: Callable[[Draft, tuple[Slot[Any], ...], Scene], tuple[Command, ...]]
    closing: Callable[[Draft, Scene, tuple[Done, ...]], Card]
    ahead: tuple[Slot[Any], ...] = ()
    said: Slot[str] | None = None

"""The commands on examples for the phrase book: a person looks, decides, and takes the good ones out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from adapters.console.commands import working

if TYPE_CHECKING:
    from bot.cases.work import Work

NUMBER = click.IntRange(1, 2**31 - 1)  # what fits into the column


@click.group()
def examples() -> None:
    """Words that left the bot unsure, masked: list, approve, drop, relabel, export. Kept where the policy says so."""


@examples.command("list")
def list_examples() -> None:
    """All that wait or are approved: number, status, hour, kind, language, labels guessed -> answered, words."""
    from bot.examples import shelf
    from bot.examples.book import one_line
    from bot.examples.tables import State

    with working() as work:
        for one in shelf.examples(work, State.NEW, State.APPROVED):
            read = f"{one.kind} {one.language}  {one.proposed} -> {one.answered}"
            click.echo(f"{one.id}  {one.status}  {one.kept_at:%Y-%m-%d %H}h  {read}  {one_line(one.words)}")


@examples.command()
@click.argument("number", metavar="ID", type=NUMBER)
def approve(number: int) -> None:
    """The words hold nothing personal, and the labels are right: they are for the phrase book."""
    from bot.examples import shelf

    with _deciding() as work:
        shelf.approve(work, number)
    click.echo(f"Example {number} is approved.")


@examples.command()
@click.argument("number", metavar="ID", type=NUMBER)
def drop(number: int) -> None:
    """Forget the words, at once."""
    from bot.examples import shelf

    with _deciding() as work:
        shelf.drop(work, number)
    click.echo(f"Example {number} is dropped.")


@examples.command()
@click.argument("number", metavar="ID", type=NUMBER)
@click.argument("labels")
def relabel(number: int, labels: str) -> None:
    """Set right what the words ask for: LABELS joined by +, as in access+erasure; or none, status, escalation."""
    from bot.examples import shelf
    from bot.examples.book import joined, read_labels

    with _deciding() as work:
        right = read_labels(labels)
        shelf.relabel(work, number, right)
    click.echo(f"Example {number} is labelled {joined(right)}.")


@examples.command()
def export() -> None:
    """The approved ones as lines of the phrase book: LABELS | KIND | words."""
    from bot.examples import shelf
    from bot.examples.book import line
    from bot.examples.tables import State

    with working() as work:
        for one in shelf.examples(work, State.APPROVED):
            click.echo(line(one.answered, one.kind, one.words))


@contextmanager
def _deciding() -> "Iterator[Work]":
    """A transaction's work; what is refused is said in its one sentence."""
    from bot.errors import Refused

    try:
        with working() as work:
            yield work
    except Refused as no:
        raise click.ClickException(str(no)) from None

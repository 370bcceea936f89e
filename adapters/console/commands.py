"""The commands on texts and on the record. What a command needs is imported in it, so that each starts fast."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.cases.snapshot import CaseView
    from bot.cases.work import Work
    from bot.doctor import Look
    from bot.policy import Policy
    from bot.settings import Settings
    from bot.vault import Vault


def parts() -> "tuple[Settings, Policy, Vault, Engine]":
    """What every command on the record needs: settings, policy, key, and a database brought up to date."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.cases.colleagues import check_key
    from bot.db import connect, transaction, unusable
    from bot.migrations import migrate
    from bot.policy import load_policy
    from bot.settings import from_environment
    from bot.vault import Vault

    settings = from_environment(os.environ)
    policy, vault, engine = load_policy(settings.policy), Vault(settings.key), connect(settings.database_url)
    try:
        migrate(engine)
        with transaction(engine) as session:
            check_key(session, vault)
    except SQLAlchemyError as trouble:
        raise unusable(trouble) from None
    return settings, policy, vault, engine


def _zone(_context: click.Context, _option: click.Parameter, name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones is none, either
        raise click.BadParameter("There is no such time zone; write one like Europe/Amsterdam.") from None


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--jsonl", is_flag=True, help='Read lines with "id" and "text"; write a line of findings for each.')
@click.option(
    "--zone", default="Europe/Amsterdam", show_default=True, callback=_zone, help="The time zone of the reader."
)
def understand(file: IO[bytes], jsonl: bool, zone: ZoneInfo) -> None:
    """Show what the bot reads in a mail, with the words it was read from. FILE is - for standard input."""
    from bot.understanding.jsonl import line_of
    from bot.understanding.mail import read_mails
    from bot.understanding.read import prepare
    from bot.understanding.read import understand as read
    from bot.understanding.show import lines

    if not jsonl:
        for mail in read_mails(file.read(), zone=zone):
            click.echo("\n".join(lines(read(mail))))
        return
    prepare()  # so that the time of the first line is no other than that of the next
    for number, given in _lines(file):
        if "error" in given:
            _print(given)
        elif isinstance(text := given.get("text"), str):
            _print(line_of(str(given.get("id", "")), text, zone=zone))
        else:
            _print({"id": given.get("id"), "error": f'Line {number} has no words under "text".'})


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--jsonl", is_flag=True, default=True, help="Lines in, lines out (the only form there is).")
def dates(file: IO[bytes], jsonl: bool) -> None:  # noqa: ARG001 - the option names the format
    """Compute the dates of requests: lines of JSON in, lines of JSON out."""
    from bot.law.jsonl import dates_of_line

    for _number, given in _lines(file):
        _print(dates_of_line(given) if "error" not in given else given)


@click.group()
def cases() -> None:
    """The record: list, show, export."""


@cases.command("list")
@click.option("--all", "every", is_flag=True, help="Closed cases, too.")
def list_cases(every: bool) -> None:
    """The cases with what they count down to, without personal data."""
    from bot.cases import load

    with working() as work:
        for case in _every(work) if every else load.open_cases(work):
            kinds = ", ".join(f"{request.right} ({request.status})" for request in case.requests)
            click.echo(f"{case.reference}  {case.counts_to or '-':%Y-%m-%d}  {case.owner_name or '-'}  {kinds}")


@cases.command()
@click.argument("reference")
def show(reference: str) -> None:
    """One case with its dates and where each comes from, without personal data."""
    from bot.cases import load
    from bot.cases.views import case_card

    with working() as work:
        case = load.case_view(work, reference)
        if case is None:
            raise click.ClickException(f"There is no case {reference}.")
        click.echo(case_card(case, work.policy, today=work.now.date()).plain())
        for request in case.requests:
            click.echo(f"\n{request.right}:")
            click.echo("\n".join(f"  {line}" for line in request.explained))


@cases.command("export")
@click.option("--personal", is_flag=True, help="With personal data. Each case's look is audited.")
def export_cases(personal: bool) -> None:
    """All cases as lines of JSON, in the Data Rights Protocol's words."""
    from bot.cases.export import exported

    with working() as work:
        for case in _every(work):
            _print(exported(work, case, personal=personal))


@click.command()
@click.option("--year", type=click.IntRange(2018, 9999), required=True, help="In which the requests were received.")
@click.option("--law", default="", help="Only requests under this law, such as us_ca.")
def report(year: int, law: str) -> None:
    """The yearly figures of requests, by kind: how many, how they ended, how long it took. Numbers only."""
    from bot.cases.naming import law_name, reason_name, right_name
    from bot.cases.report import yearly
    from bot.cases.words import Status

    with working() as work:
        if year > work.today.year:
            raise click.ClickException(f"The year {year} has not come yet.")
        found = yearly(work, year, law)
        so_far = " so far" if year == work.today.year else ""
    click.echo(f"Requests received in {year}{so_far}, {f'under {law_name(law)}' if law else 'under all laws'}")
    click.echo(
        f"{'':32}{'received':>9}{'whole':>7}{'part':>6}{'denied':>8}{'other':>7}{'open':>6}{'median':>8}{'mean':>7}"
    )
    for right, one in found.items():
        whole, part, denied = (one.ended[s] for s in (Status.FULFILLED, Status.PARTIALLY_FULFILLED, Status.DENIED))
        days = f"{_days(one.median_days):>8}{_days(one.mean_days):>7}"
        counts = f"{one.received:>9}{whole:>7}{part:>6}{denied:>8}{one.others:>7}{one.ended[None]:>6}"
        click.echo(f"{right_name(right):32}{counts}{days}")
        for reason, count in one.denied_for.most_common():
            click.echo(f"  denied, {reason_name(reason)}: {count}")


def _days(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def doctor_of(looks: "Iterable[Look]") -> click.Command:
    """The command that examines the desk; `looks` are those at its chat platforms."""

    @click.command()
    def doctor() -> None:
        """Check settings, policy, database and channels, and say what to do about what is wrong."""
        from bot.doctor import examine

        findings = examine(os.environ, looks)
        for finding in findings:
            click.echo(f"{'ok ' if finding.well else 'BAD'}  {finding.said}")
        if not all(finding.well for finding in findings):
            sys.exit(1)

    return doctor


@click.command()
def key() -> None:
    """Make a fresh desk key for DESK_KEY. Whoever has it can read the record; without it nobody can."""
    from bot.vault import Vault

    click.echo(Vault.new_key())


@click.command()
@click.argument("number", type=int)
def retry(number: int) -> None:
    """Work a turn off that was set aside, as soon as the desk runs; `doctor` lists their numbers."""
    from bot.delivery import aside

    with working() as work:
        if not aside.retry(work.session, number, work.now):
            raise click.ClickException(f"No turn of number {number} was set aside.")
    click.echo(f"Turn {number} is tried again.")


@click.group()
def dismiss() -> None:
    """Let go of what can't be worked off or delivered, with its words, for good; `doctor` lists the numbers."""


@dismiss.command("turn")
@click.argument("number", type=int)
@click.confirmation_option(prompt="It may hold a privacy request. Was it dealt with by hand?")
def dismiss_turn(number: int) -> None:
    """A turn that was set aside."""
    from bot.delivery import aside

    with working() as work:
        if not aside.dismiss(work.session, number):
            raise click.ClickException(f"No turn of number {number} was set aside.")
    click.echo(f"Turn {number} is gone.")


@dismiss.command("message")
@click.argument("number", type=int)
def dismiss_message(number: int) -> None:
    """A message that could not be delivered."""
    from bot.delivery import ledger

    with working() as work:
        if not ledger.dismiss(work.session, number, work.now):
            raise click.ClickException(f"No message of number {number} waits undelivered.")
    click.echo(f"Message {number} is gone.")


@contextmanager
def working() -> "Iterator[Work]":
    """One transaction's work as the desk itself."""
    from bot.cases.work import DESK, Work
    from bot.db import transaction
    from bot.law.book import law_book

    _settings, policy, vault, engine = parts()
    try:
        with transaction(engine) as session:
            yield Work(session, vault, policy, law_book(), datetime.now(UTC), DESK)
    finally:
        engine.dispose()


def _every(work: "Work") -> "Iterator[CaseView]":
    from bot.cases import load

    last = 0
    while page := load.every_case(work, after=last):
        yield from page
        last = page[-1].id


def _lines(file: IO[bytes]) -> Iterable[tuple[int, dict[str, Any]]]:
    """Lines of JSON with their numbers; one that is none becomes an object with an error, for each gets its answer."""
    for number, raw in enumerate(file, 1):
        if not raw.strip():
            continue
        try:
            given = json.loads(raw)
        except (ValueError, RecursionError):
            given = None
        no_object = {"id": None, "error": f"Line {number} is not a JSON object."}
        yield number, given if isinstance(given, dict) else no_object


def _print(line: dict[str, Any]) -> None:
    said = json.dumps(line, ensure_ascii=False)
    if any("\ud800" <= letter <= "\udfff" for letter in said):
        said = json.dumps(line)  # half of a character can't be printed, but it can be named
    click.echo(said)


COMMANDS = (understand, dates, cases, report, key, retry, dismiss)

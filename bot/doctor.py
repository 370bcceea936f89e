"""A look at the whole desk: settings, policy, key, database, channels, and what could not be delivered.

Every finding is one sentence; one that is not well says what to do.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.cases.colleagues import check_key
from bot.db import connect, transaction, unusable
from bot.delivery import aside, ledger
from bot.errors import BadSettings
from bot.law.book import law_book
from bot.letters.check import faults
from bot.migrations import migrate
from bot.policy import Policy, load_policy
from bot.settings import Settings, from_environment
from bot.vault import Vault


@dataclass(frozen=True)
class Finding:
    well: bool
    said: str


Look = Callable[[Settings, Policy, Engine, Vault], Iterable[Finding]]  # at the chat platforms


def examine(environment: Mapping[str, str], looks: Iterable[Look] = ()) -> list[Finding]:
    """Look at everything, in the order in which it is needed; what can't be looked at any more is left out."""
    try:
        settings = from_environment(environment)
        vault = Vault(settings.key)
    except BadSettings as trouble:
        return [Finding(False, str(trouble))]
    findings = [Finding(True, "The settings and the desk's key can be used.")]
    try:
        policy = load_policy(settings.policy)
    except BadSettings as trouble:
        return [*findings, *(Finding(False, line) for line in str(trouble).splitlines())]
    findings.append(Finding(True, f"The policy of {policy.organisation.name} is in order (version {policy.version})."))
    broken = faults(policy, law_book())
    findings.extend(Finding(False, sentence) for sentence in broken)
    findings.extend([] if broken else [Finding(True, "Every letter can be written.")])
    try:
        engine = connect(settings.database_url)
        findings.extend(_database(engine, vault))
        findings.extend(_channel(settings, policy))
        for look in looks:
            findings.extend(look(settings, policy, engine, vault))
        findings.extend(_delivery(engine))
        engine.dispose()
    except BadSettings as trouble:
        findings.append(Finding(False, str(trouble)))
    except SQLAlchemyError as trouble:
        findings.append(Finding(False, str(unusable(trouble))))
    return findings


def homeless(policy: Policy, chats: Iterable[str]) -> str:
    """What to do when the home channel is on none of the chat platforms that are set up."""
    served = " and ".join(name.capitalize() for name in chats)
    return (
        f"{served} is configured, but the policy has its privacy channel in {policy.home.platform}. Write into [home] "
        'where it is: platform = "slack", tenant = "T..." and channel = "C..."; or platform = "teams", tenant = the id '
        'of your organisation and channel = "19:...".'
    )


def _database(engine: Engine, vault: Vault) -> Iterator[Finding]:
    migrate(engine)
    with transaction(engine) as session:
        check_key(session, vault)
    yield Finding(True, f"The database ({engine.dialect.name}) can be written and is up to date.")


def _channel(settings: Settings, policy: Policy) -> Iterator[Finding]:
    home = policy.home
    if home.platform == "workspace" and settings.workspace_port is None:
        yield Finding(
            False, "The home channel is in the local workspace, which is off. Set WORKSPACE=1, or name another."
        )
    elif home.platform == "slack" and settings.slack is None:
        yield Finding(
            False, "The home channel is in Slack, which is not set up. Set SLACK_BOT_TOKEN; see docs/install-slack.md."
        )
    elif home.platform == "teams" and settings.teams is None:
        yield Finding(
            False, "The home channel is in Teams, which is not set up. Set TEAMS_APP_ID; see docs/install-teams.md."
        )
    elif home.platform == "workspace":
        yield Finding(True, f"The home channel is #{home.channel} in the local workspace.")


def _delivery(engine: Engine) -> Iterator[Finding]:
    with transaction(engine) as session:
        lost, stuck = ledger.undelivered(session), aside.stuck(session)
        late = aside.late(session, datetime.now(UTC))
    for message in lost:
        what = f"Message {message.id} ({message.kind}) to {message.platform or 'a role'}"
        yield Finding(
            False,
            f"{what} could not be delivered ({message.error}); it is tried on. When it "
            f"is of no use any more: `app.py dismiss message {message.id}`.",
        )
    for turn in stuck:
        yield Finding(
            False,
            f"Turn {turn.id} from {turn.platform} was set aside after {turn.attempts} tries ({turn.error}). When its "
            f"cause is mended: `app.py retry {turn.id}`; when it was dealt with by hand: "
            f"`app.py dismiss turn {turn.id}`.",
        )
    for turn in late:
        yield Finding(False, f"Turn {turn.id} waits since {turn.stored_at:%d %b %H:%M} UTC: {turn.platform} is away.")
    if not lost and not stuck and not late:
        yield Finding(True, "Every message was delivered, and every turn was worked off.")

"""When somebody speaks, the moments that their days are, and which none of them can be."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.conversation.scene import Scene
from bot.understanding.mail.dates import in_zone
from bot.wording import _

FIRST_DAY = datetime(2018, 5, 25, tzinfo=UTC)  # the GDPR applies since then; nothing older runs a clock


def noon(day: date, scene: Scene) -> datetime:
    """A bare date as a moment: noon in the speaker's zone, so that no other zone sees another day nearby."""
    noon, now = in_zone(day, time(12), scene.speaker.tz), just_now(scene)
    return min(noon, now) if noon.date() == now.date() else noon


def moment(day: date, clock: time | None, scene: Scene) -> datetime:
    """A day at a time of it, as far as one is told."""
    return noon(day, scene) if clock is None else in_zone(day, clock, scene.speaker.tz)


def just_now(scene: Scene) -> datetime:
    """The moment in which they speak, in their own zone: as such it is shown, and its day is theirs."""
    return scene.said_at.astimezone(scene.speaker.tz)


def spoken(scene: Scene) -> tuple[datetime, ZoneInfo, frozenset[str]]:
    """When they speak, where, and in which language: what their "yesterday" hangs on."""
    return scene.said_at, scene.speaker.tz, frozenset({scene.speaker.language})


def no_such_day(received: datetime, scene: Scene) -> str | None:
    """Why nothing can have reached us in that moment, or None."""
    if received > scene.now + timedelta(minutes=10):  # a sender's clock may run a little fast
        return _("That date lies in the future.")
    if received < FIRST_DAY:
        return _("That date lies before 25 May 2018.")
    return None


def no_day() -> str:
    """What to say to who knows no day."""
    return _(
        "I need a day to count from: the earliest on which it can have reached anybody here. If you don't know better, "
        "take the day on which you saw it first."
    )

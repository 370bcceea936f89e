"""When somebody speaks, and the moments that their days are."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.conversation.scene import Scene
from bot.understanding.mail.dates import in_zone


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

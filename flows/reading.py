"""How flows read a text: with the organisation's own domains and the speaker's zone."""

from zoneinfo import ZoneInfo

from bot.conversation.scene import Scene
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import MailReading, Reading


def read(text: str, scene: Scene) -> Reading:
    """Read a text as the speaker handed it over."""
    return read_mail(read_text(text, zone=ZoneInfo(scene.speaker.zone)), scene)


def read_mail(mail: MailReading, scene: Scene) -> Reading:
    """Read a mail whose parts are known already."""
    today = scene.now.astimezone(ZoneInfo(scene.speaker.zone)).date()
    return understand(mail, own_domains=frozenset(scene.policy.organisation.domains), today=today)

"""How flows read a text: with the organisation's own domains and the speaker's zone."""

import re

from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import MailReading, Reading


def read(text: str, scene: Scene) -> Reading:
    """Read a text as the speaker handed it over. In one turn each is read once."""
    if text not in scene.readings:
        scene.readings[text] = read_mail(read_text(text, zone=scene.speaker.tz), scene)
    return scene.readings[text]


def read_draft(draft: Draft, scene: Scene) -> Reading:
    """Read the message that a draft began with."""
    return read_mail(draft.mail, scene) if draft.mail is not None else read(draft.text, scene)


def read_mail(mail: MailReading, scene: Scene) -> Reading:
    """Read a mail whose parts are known already. In one turn each is read once."""
    if mail not in scene.readings:
        today = scene.said_at.astimezone(scene.speaker.tz).date()
        scene.readings[mail] = understand(mail, own_domains=own_domains(scene), today=today)
    return scene.readings[mail]


def own_domains(scene: Scene) -> frozenset[str]:
    """The mail domains of the house: whoever writes from one is a colleague."""
    return frozenset(scene.policy.organisation.domains)


_BEFORE = re.compile(r".*(?:[.!?;:]\s|\n\s*\n|\n\s*[-*•]\s)", re.DOTALL)
_AFTER = re.compile(r"[.!?](?=\s|$)|;\s|\n\s*\n|\n\s*[-*•]\s")
LONGEST_SENTENCE = 200


def sentence(text: str, span: tuple[int, int]) -> str:
    """The sentence that a finding stands in, on one line: evidence that a person can judge at a glance."""
    start, end = span
    before = _BEFORE.match(text[max(0, start - LONGEST_SENTENCE) : start])
    begin = max(0, start - LONGEST_SENTENCE) + (before.end() if before else 0)
    after = _AFTER.search(text, end, end + LONGEST_SENTENCE)
    finish = (after.start() + (1 if text[after.start()] in ".!?" else 0)) if after else end
    words = " ".join(text[begin:finish].split())
    return words if len(words) <= LONGEST_SENTENCE else " ".join(text[start:end].split())

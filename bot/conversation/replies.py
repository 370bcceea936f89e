"""Where the answer to a turn goes: always to the speaker alone, as near as possible to where they acted."""

from bot.conversation.turn import HOME_PAGE, Asked, Said, Turn
from bot.delivery.port import Address


def address(turn: Turn) -> Address:
    """The home page for who opens it, the spot for a command or button that can be answered there, else the chat."""
    speaker, place = turn.speaker, turn.place
    if isinstance(turn.act, Asked) and turn.act.name == "home":
        return Address(speaker.platform, speaker.tenant, channel=HOME_PAGE, user=speaker.user)
    if place.hook and not isinstance(turn.act, Said):
        return Address(speaker.platform, speaker.tenant, channel=place.channel, user=speaker.user, hook=place.hook)
    thread = place.thread if place.private else None
    return Address(speaker.platform, speaker.tenant, user=speaker.user, thread=thread or "")


def aside(turn: Turn) -> Address | None:
    """Where it is said that the conversation goes on in private; None when it was private all along."""
    speaker, place = turn.speaker, turn.place
    if not isinstance(turn.act, Said):
        return None
    if place.hook:
        return Address(speaker.platform, speaker.tenant, channel=place.channel, user=speaker.user, hook=place.hook)
    if not place.private:
        return Address(speaker.platform, speaker.tenant, channel=place.channel, thread=place.thread or "")
    return None

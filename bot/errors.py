"""Every way in which Privacy Desk says no, as a tree that can be read as documentation.

The text of a `Refused` is one clear sentence for the person who can act on it. It never holds personal data.
"""


class DeskError(Exception):
    """The root of all errors of Privacy Desk."""


class Refused(DeskError):
    """Somebody asked for something that cannot be done; the text tells them why and what to do."""


class NotAllowed(Refused):
    """The speaker's role does not permit this."""


class IllegalMove(Refused):
    """The case is in a state in which this makes no sense."""


class Stale(Refused):
    """The case (or the button) has changed since the speaker saw it."""


class Unreadable(Refused):
    """A file or text that cannot be read as what it should be."""


class BadSettings(DeskError):
    """A setting or the policy file is wrong; the text names the place and what would be right."""


class PlatformTrouble(DeskError):
    """A chat platform did not take a message."""


class TryLater(PlatformTrouble):
    """The platform asks us to wait, or was out of reach.

    Args:
        seconds: how long the platform asked us to wait; None when it did not say.
    """

    def __init__(self, code: str, seconds: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.seconds = seconds


class Undeliverable(PlatformTrouble):
    """The platform will never take this message there (no such channel, not a member, blocked)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

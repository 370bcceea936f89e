"""A turn: something somebody did in a chat, in words that no platform owns."""

from typing import Annotated, Literal, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AwareDatetime, Base64Bytes, BaseModel, ConfigDict, Field

from bot.conversation.card import Card
from bot.conversation.form import Form
from bot.conversation.payload import sound

Sound = Annotated[str, AfterValidator(sound)]  # what a page or an app filled in: it may be cut within a character


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Speaker(Part):
    """Who acts, as the platform's directory knows them."""

    platform: str  # "slack" "teams" "workspace"
    tenant: str
    user: str
    name: str
    email: str | None = None  # of the directory, lower case; decides roles
    language: str = "en"
    zone: str = "UTC"  # IANA name
    guest: bool = False

    @property
    def tz(self) -> ZoneInfo:
        """Their zone; UTC when the directory names one that does not exist."""
        try:
            return ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return ZoneInfo("UTC")

    @property
    def id(self) -> str:
        """One text for the account: "platform:tenant:user"."""
        return f"{self.platform}:{self.tenant}:{self.user}"


HOME_PAGE = "@home"  # the channel of everybody's home page, where a platform has one


class Place(Part):
    """Where it happened. A private place is seen by the speaker alone (direct message, modal, home page).

    `hook` is the platform's one-time way to answer right there, seen by the speaker alone: for a command or a button
    in a channel. It is as good as a password while it lasts.
    """

    channel: str
    thread: str | None = None
    private: bool = True
    hook: str | None = None


class File(Part):
    name: str
    content: Base64Bytes


class Missing(Part):
    """A file that was not fetched, and why: too large, of a kind that holds no mail, not there, one too many;
    or the message with which a thread began.
    """

    name: str
    why: Literal["too_large", "no_mail", "gone", "too_many", "thread"]


class Author(Part):
    """Who wrote a message that somebody else hands over, as the directory knows them."""

    name: str
    email: str | None = None


class Said(Part):
    """Words and files.

    `link` leads to the message it came from, if any; `author` wrote it there, if not the speaker; `masked` are the
    kinds of sensitive numbers that were taken out before it was stored; `missing` are files that the platform did not
    give us. `logged`: a message that stood there already and is handed over as it is, so that no word in it is meant
    for the bot.
    """

    kind: Literal["said"] = "said"
    text: str
    files: tuple[File, ...] = ()
    link: str | None = None
    author: Author | None = None
    masked: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    logged: bool = False


class Pressed(Part):
    """A button. `message` is the platform's id of the message it stood in."""

    kind: Literal["pressed"] = "pressed"
    payload: Sound
    message: Sound | None = None


class Submitted(Part):
    """A form, with the value of each field: text, ISO date, or a list of chosen values."""

    kind: Literal["submitted"] = "submitted"
    payload: Sound
    values: dict[Sound, Sound | list[Sound]]


class Asked(Part):
    """A command in words of the platform: a slash command, a menu entry, the home page being opened."""

    kind: Literal["asked"] = "asked"
    name: str  # "help" "status" "mine" "open" "search" "home" "new" "hello"
    words: str = ""
    masked: tuple[str, ...] = ()  # as of what is said


Act = Annotated[Said | Pressed | Submitted | Asked, Field(discriminator="kind")]


class ConversationKey(NamedTuple):
    """One conversation: a person on a platform, in one thread."""

    platform: str
    tenant: str
    user: str
    thread: str

    def __str__(self) -> str:
        return ":".join(self)


class Incoming(Part):
    """An act as a platform brought it, before that platform was asked who acted and for what belongs to it.

    It is kept like this, at once; its adapter makes a `Turn` of it when it is worked off (`bot/delivery/port`). `wants`
    are the adapter's own notes of what it must still fetch. `by_nobody`: no account did it, so nobody can be answered
    before it is known whose it is.
    """

    id: str  # as of a turn
    platform: str
    tenant: str
    user: str
    place: Place
    at: AwareDatetime | None = None  # when they acted; None: at the moment at which it is kept
    act: Act
    wants: dict[str, str] = Field(default_factory=dict)
    by_nobody: bool = False

    @property
    def conversation(self) -> ConversationKey:
        return _conversation(self.platform, self.tenant, self.user, self.place)


class Turn(Part):
    """One act of one person. `id` is the platform's own id of the event: the same event twice is one turn."""

    id: str
    speaker: Speaker
    place: Place
    at: AwareDatetime
    act: Act

    @property
    def platform(self) -> str:
        return self.speaker.platform

    @property
    def tenant(self) -> str:
        return self.speaker.tenant

    @property
    def user(self) -> str:
        return self.speaker.user

    @property
    def conversation(self) -> ConversationKey:
        return _conversation(self.platform, self.tenant, self.user, self.place)


def _conversation(platform: str, tenant: str, user: str, place: Place) -> ConversationKey:
    # What is said in a channel goes on in the private chat, so its thread there does not count.
    return ConversationKey(platform, tenant, user, (place.thread if place.private else None) or "")


class Answer(Part):
    """What the platform gets at once for a turn that it waits for: a form, errors beside fields, or a card."""

    form: Form | None = None
    errors: dict[str, str] = Field(default_factory=dict)
    card: Card | None = None  # shown to the speaker alone

"""A conversation with a whole desk and its database: turns are kept, worked off and answered as with a real platform.

emma = Reporter(office)
emma.says("what about my details then?")
emma.presses("Delete")
emma.shows("Is this about you?")

priya = Teammate(office, PRIYA)
priya.opens("DSR-2026-0001")
priya.presses("Write to them …")
priya.submits(letter=["receipt"])
priya.thread("A letter went out")
"""

import asyncio
from dataclasses import dataclass, field

from bot.conversation.action import decoded
from bot.conversation.card import Button, Card
from bot.conversation.form import ChoiceField, Form
from bot.conversation.turn import Act, File, Place, Pressed, Said, Speaker, Submitted, Turn
from tests.people import EVA, PRIYA
from tests.transcripts.talk import prefilled
from tests.unit.delivery.office import Office, at
from tests.unit.delivery.platform import Message

REFERENCE = "DSR-2026-0001"  # of the first case
EMMA = EVA.model_copy(update={"name": "Emma", "language": "en"})


@dataclass
class Reporter:
    """Somebody in the bot's private chat."""

    office: Office
    speaker: Speaker = EMMA
    form: Form | None = None
    errors: dict[str, str] = field(default_factory=dict)  # beside the fields of the form that was sent last
    answers: list[Message] = field(default_factory=list)  # to the last act
    note: str = ""  # the passing word with which the last form was answered
    _acts: int = 0

    def says(self, text: str, *files: tuple[str, bytes]) -> None:
        kept = tuple(File.model_construct(name=name, content=content) for name, content in files)
        self._does(Said(text=text, files=kept))

    def presses(self, label: str) -> None:
        button = self.button(label)
        if decoded(button.payload).opens_form:
            answer = self.office.house().desk.answer(self._turn(Pressed(payload=button.payload)))
            assert answer.form is not None, answer.card
            self.form, self.errors = answer.form, {}
            return
        self._does(Pressed(payload=button.payload))

    def submits(self, **values: str | list[str]) -> None:
        """Send the open form as it is, but for these values. With `errors` it stays open."""
        assert self.form is not None, "no form is open"
        before = len(self.office.platform.messages)
        filled = {**prefilled(self.form), **values}
        answer = self.office.house().desk.answer(self._turn(Submitted(payload=self.form.payload, values=filled)))
        self.errors = dict(answer.errors)
        if self.errors:
            return
        self.form, self.note = None, answer.card.plain() if answer.card else ""
        self.office.delivers()
        self.answers = self._mine(before)

    def hears(self, *texts: str) -> None:
        """In the private chat, whenever it was."""
        said = "\n".join(self.office.platform.said_to(self.speaker.user))
        for text in texts:
            assert text in said, f"{text!r} is not in the chat:\n{said}"

    def button(self, label: str) -> Button:
        buttons = [button for card in self._cards() for button in card.buttons()]
        found = next((button for button in buttons if button.label == label), None)
        assert found is not None, f"no button {label!r}; there are {[b.label for b in buttons]}"
        return found

    @property
    def text(self) -> str:
        return "\n".join([*(message.words for message in self.answers), self.note])

    def shows(self, *texts: str) -> None:
        for text in texts:
            assert text in self.text, f"{text!r} is not in what the bot said:\n{self.text}"

    def hides(self, *texts: str) -> None:
        for text in texts:
            assert text not in self.text, f"{text!r} is in what the bot said:\n{self.text}"

    def _cards(self) -> list[Card]:
        return [message.card for message in self.answers]

    def _does(self, act: Act) -> None:
        before, self.note = len(self.office.platform.messages), ""
        assert self.office.house().desk.store(self._turn(act))
        asyncio.run(self.office.house().settle())
        self.answers = self._mine(before)

    def _mine(self, before: int) -> list[Message]:
        return [m for m in self.office.platform.messages[before:] if m.to.user == self.speaker.user]

    def _turn(self, act: Act) -> Turn:
        self._acts += 1
        place, now = Place(channel=f"D-{self.speaker.user}"), self.office.clock.now()
        return Turn(id=f"{self.speaker.user}-{self._acts}", speaker=self.speaker, place=place, at=now, act=act)


@dataclass
class Teammate(Reporter):
    """Somebody of the privacy team: besides the private chat they have the card of a case before them."""

    speaker: Speaker = PRIYA
    reference: str = ""

    def opens(self, reference: str) -> None:
        self.reference, self.answers = reference, []

    def sees(self, *texts: str) -> None:
        """On the card."""
        for text in texts:
            assert text in self.card, f"{text!r} is not on the card:\n{self.card}"

    def reads(self, *texts: str) -> None:
        """In the thread below the card."""
        said = "\n".join(self.office.platform.said_below(self.office.card_of(self.reference)))
        for text in texts:
            assert text in said, f"{text!r} is not in the thread:\n{said}"

    def looks(self, label: str) -> str:
        """Open a form that shows something, close it again, and return what it showed."""
        self.presses(label)
        assert self.form is not None
        shown = Card(blocks=self.form.intro).plain()
        self.form = None
        return shown

    def chosen(self, name: str) -> str:
        """What is chosen already in a field of the open form."""
        return " ".join(self._field(name).value)

    def offered(self, name: str) -> list[str]:
        return [choice.value for choice in self._field(name).choices]

    def labels(self, name: str) -> list[str]:
        return [choice.label for choice in self._field(name).choices]

    @property
    def card(self) -> str:
        """The card as it stands in the channel now."""
        return self.office.card_of(self.reference).words

    def does_more(self, label: str) -> None:
        """Press one of the rarer buttons."""
        self.presses("More")
        self.presses(label)

    def writes(self, letter: str, **values: str | list[str]) -> None:
        """Have a letter written; its text is in `shows`."""
        self.presses("Write to them …")
        self.submits(letter=[letter], **values)

    def sends(self, **values: str | list[str]) -> None:
        """Note that the letter that was written went out today, or as the values say."""
        self.presses("I have sent it …")
        self.submits(**values)
        assert not self.errors, self.errors

    def _field(self, name: str) -> ChoiceField:
        assert self.form is not None, "no form is open"
        found = self.form.field(name)
        assert isinstance(found, ChoiceField), f"no choice {name!r}"
        return found

    def _cards(self) -> list[Card]:
        return [*super()._cards(), self.office.card_of(self.reference).card]


@dataclass
class Colleagues:
    """The colleagues of a story: Emma hands over, Priya is of the privacy team."""

    office: Office

    def __post_init__(self) -> None:
        self.emma, self.priya = Reporter(self.office), Teammate(self.office)

    def opens(self, mail: str, *shown: str, reference: str = REFERENCE) -> None:
        """Emma hands a mail over and Priya takes the case that comes of it."""
        self.emma.says(mail)
        self.emma.shows("Open this case?", *shown)
        self.emma.presses("Open case")
        self.emma.shows(f"{reference} is open", f"“We have received your request ({reference}).")
        self.priya.opens(reference)
        self.priya.presses("Take it")
        self.emma.hears(f"Somebody of the privacy team is working on {reference} now.")

    def on(self, day: str) -> None:
        """It is ten o'clock of that day, in Amsterdam."""
        self.office.clock.at = at(f"{day} 10:00")
        self.office.delivers()


def forwarded(sender: str, words: str, *, sent: str = "Thu, 5 Mar 2026 at 10:15") -> str:
    """A customer's mail as a colleague's mail program forwards it."""
    return (
        f"FYI, from a customer.\n\n---------- Forwarded message ---------\nFrom: {sender}\nDate: {sent}\n"
        f"Subject: my data\nTo: <support@northloop.example>\n\n{words}\n"
    )

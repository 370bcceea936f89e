"""A conversation with a whole desk and its database: turns are kept, worked off and answered as with a real platform.

emma = Reporter(office)
emma.says("what about my details then?")
emma.presses("Delete")
emma.shows("Is this about you?")
"""

import asyncio
from dataclasses import dataclass, field

from bot.conversation.action import decoded
from bot.conversation.card import Button
from bot.conversation.form import Form
from bot.conversation.turn import Act, File, Place, Pressed, Said, Speaker, Submitted, Turn
from tests.people import EVA
from tests.unit.delivery.office import Office
from tests.unit.delivery.platform import Message

EMMA = EVA.model_copy(update={"name": "Emma", "language": "en"})


@dataclass
class Reporter:
    """Somebody in the bot's private chat."""

    office: Office
    speaker: Speaker = EMMA
    form: Form | None = None
    answers: list[Message] = field(default_factory=list)  # to the last act
    _acts: int = 0

    def says(self, text: str, *files: tuple[str, bytes]) -> None:
        kept = tuple(File.model_construct(name=name, content=content) for name, content in files)
        self._does(Said(text=text, files=kept))

    def presses(self, label: str) -> None:
        button = self.button(label)
        if decoded(button.payload).opens_form:
            self.form = self.office.house().desk.answer(self._turn(Pressed(payload=button.payload))).form
            return
        self._does(Pressed(payload=button.payload))

    def submits(self, **values: str | list[str]) -> None:
        assert self.form is not None, "no form is open"
        before = len(self.office.platform.messages)
        turn = self._turn(Submitted(payload=self.form.payload, values=values))
        assert not self.office.house().desk.answer(turn).errors
        self.office.delivers()
        self.answers = self.office.platform.messages[before:]

    def button(self, label: str) -> Button:
        buttons = [button for message in self.answers for button in message.card.buttons()]
        found = next((button for button in buttons if button.label == label), None)
        assert found is not None, f"no button {label!r}; there are {[button.label for button in buttons]}"
        return found

    def shows(self, *texts: str) -> None:
        said = "\n".join(message.words for message in self.answers)
        for text in texts:
            assert text in said, f"{text!r} is not in what the bot said:\n{said}"

    def _does(self, act: Act) -> None:
        before = len(self.office.platform.messages)
        assert self.office.house().desk.store(self._turn(act))
        asyncio.run(self.office.house().settle())
        self.answers = [m for m in self.office.platform.messages[before:] if m.to.user == self.speaker.user]

    def _turn(self, act: Act) -> Turn:
        self._acts += 1
        place, now = Place(channel=f"D-{self.speaker.user}"), self.office.clock.now()
        return Turn(id=f"{self.speaker.user}-{self._acts}", speaker=self.speaker, place=place, at=now, act=act)

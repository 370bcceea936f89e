"""A conversation played without a chat platform and without a database: flows are pure.

talk = Talk()
talk.says("Please delete everything about me. Ana")
talk.shows("Delete")
talk.presses("Open case")
assert talk.commands == [OpenCase(...)]
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.cases.commands import Command, Done, OpenCase
from bot.cases.matter import as_ticket
from bot.cases.snapshot import CaseView
from bot.conversation.action import decoded
from bot.conversation.card import Button, Card
from bot.conversation.draft import CHAT, Chat
from bot.conversation.form import Form
from bot.conversation.scene import Outcome, Scene, Values
from bot.conversation.turn import Asked, Author, File, Place, Said, Speaker
from bot.errors import Refused
from bot.law.book import law_book
from bot.letters.file import LetterFile
from bot.policy import load_policy
from bot.understanding.sensitive.masks import mask
from bot.wording import speaking
from flows import CONVERSATIONS

POLICY = load_policy(Path(__file__).parents[2] / "policies" / "example.toml")
NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def colleague(name: str = "Emma Stone", *, language: str = "en", **more: object) -> Speaker:
    """Somebody of the company, as the workspace's directory knows them."""
    first = name.split()[0].casefold()
    known = {"email": f"{first}@northloop.example", "zone": "Europe/Amsterdam", "language": language, **more}
    return Speaker.model_validate({"platform": "workspace", "tenant": "local", "user": first, "name": name, **known})


def prefilled(form: Form) -> dict[str, str | list[str]]:
    """What a form sends back that nobody touched: of choices, those that it offers."""
    values: dict[str, str | list[str]] = {}
    for field in form.fields:
        if field.kind == "choice":
            values[field.name] = [choice.value for choice in field.choices if choice.value in field.value]
        elif field.kind == "date":
            values[field.name] = field.value.isoformat() if field.value else ""
        else:
            values[field.name] = field.value
    return values


class OnRecord:
    """The record, as far as a conversation looks at it."""

    def __init__(self, cases: Iterable[CaseView] = ()) -> None:
        self.cases = {case.reference: case for case in cases}

    def case(self, reference: str) -> CaseView | None:
        return self.cases.get(reference)

    def handed_over_by(self, speaker: str) -> tuple[CaseView, ...]:
        return tuple(case for case in self.cases.values() if case.reporter == speaker)

    def open_cases(self) -> tuple[CaseView, ...]:
        return tuple(case for case in self.cases.values() if case.open)

    def latest_cases(self) -> tuple[CaseView, ...]:
        return tuple(sorted(self.open_cases(), key=lambda case: case.opened_at, reverse=True))

    def owned_by(self, speaker: str) -> tuple[CaseView, ...]:
        return tuple(case for case in self.open_cases() if case.owner == speaker)

    def found_by(self, words: str) -> tuple[CaseView, ...]:
        return tuple(case for case in self.cases.values() if words in (case.reference, case.ticket))

    def cases_of_tickets(self, tickets: Sequence[str]) -> tuple[CaseView, ...]:
        return tuple(case for case in self.cases.values() if case.ticket in [as_ticket(t) for t in tickets])


class Talk:
    """One colleague's private chat with the bot."""

    def __init__(self, speaker: Speaker | None = None, *, now: datetime = NOW, records: OnRecord | None = None) -> None:
        self.speaker = speaker or colleague()
        self.now, self.records = now, records or OnRecord()
        self.chat = Chat()
        self.commands: list[Command] = []
        self.said: list[Card] = []  # the bot's answer to the last act
        self.form: Form | None = None
        self.errors: dict[str, str] = {}
        self.file: LetterFile | None = None  # what the last answer's link leads to
        self.file_link: str | None = "/letters/0"
        self._turns = 0

    # -- what the person does -----------------------------------------------------------------------------------

    def says(self, text: str) -> None:
        masked, kinds = mask(text)
        self._play(lambda scene: CONVERSATIONS.hear(Said(text=masked, masked=kinds), scene))

    def logs(self, text: str, author: str) -> None:
        """Hand over somebody else's message, from its menu."""
        self._play(lambda scene: CONVERSATIONS.hear(Said(text=text, author=Author(name=author)), scene))

    def drops(self, *files: tuple[str, bytes], text: str = "") -> None:
        kept = tuple(File.model_construct(name=name, content=content) for name, content in files)
        self._play(lambda scene: CONVERSATIONS.hear(Said(text=text, files=kept), scene))

    def asks(self, name: str, words: str = "") -> None:
        self._play(lambda scene: CONVERSATIONS.asked(Asked(name=name, words=words), scene))

    def presses(self, label: str) -> None:
        action = decoded(self.button(label).payload)
        self._play(lambda scene: CONVERSATIONS.handlers.pressed[type(action)](action, scene))

    def presses_again(self, button: Button) -> None:
        """Press a button of an earlier message."""
        action = decoded(button.payload)
        self._play(lambda scene: CONVERSATIONS.handlers.pressed[type(action)](action, scene))

    def submits(self, **values: str | list[str]) -> None:
        """Submit the open form; field names with a dot are written with two underscores."""
        form = self.form
        assert form is not None, "no form is open"
        filled = {name.replace("__", "."): value for name, value in values.items()}
        known = {field.name for field in form.fields}
        assert filled.keys() <= known, f"the form has the fields {sorted(known)}"
        action = decoded(form.payload)
        self._play(
            lambda scene: CONVERSATIONS.handlers.submitted[type(action)](
                action, Values({**prefilled(form), **filled}), scene
            )
        )

    def is_stored(self) -> None:
        """The conversation is put away and taken up again, as between any two turns."""
        self.chat = CHAT.validate_json(CHAT.dump_json(self.chat))

    # -- what the person sees -----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        return "\n".join(card.plain() for card in self.said)

    def shows(self, *texts: str) -> None:
        for text in texts:
            assert text in self.text, f"{text!r} is not in what the bot said:\n{self.text}"

    def hides(self, *texts: str) -> None:
        for text in texts:
            assert text not in self.text, f"{text!r} is in what the bot said:\n{self.text}"

    def button(self, label: str) -> Button:
        buttons = [button for card in reversed(self.said) for button in card.buttons()]
        found = next((b for b in buttons if b.label == label), None)
        assert found is not None, f"no button {label!r}; there are {[b.label for b in buttons]}"
        return found

    @property
    def labels(self) -> list[str]:
        return [button.label for card in self.said for button in card.buttons()]

    @property
    def opened(self) -> OpenCase:
        """The one case that was opened in this conversation."""
        cases = [command for command in self.commands if isinstance(command, OpenCase)]
        assert len(cases) == 1, f"{len(cases)} cases were opened"
        return cases[0]

    # -- within -------------------------------------------------------------------------------------------------

    def _play(self, act: Callable[[Scene], Outcome]) -> None:
        self._turns += 1
        scene = Scene(
            speaker=self.speaker,
            place=Place(channel="private"),
            now=self.now,
            policy=POLICY,
            book=law_book(),
            turn=f"turn-{self._turns}",
            records=self.records,
            chat=self.chat,
            file_link=self.file_link,
        )
        with speaking(self.speaker.language):
            try:
                outcome = act(scene)
            except Refused as no:
                outcome = Outcome(says=(Card.of(str(no)),))
            if outcome.errors:
                self.errors = dict(outcome.errors)
                return
            self.errors, self.form, self.file = {}, outcome.form, outcome.file
            self.commands += outcome.commands
            self.chat = outcome.chat if outcome.chat is not None else self.chat
            references = [f"DSR-2026-{42 + number:04}" for number, _command in enumerate(outcome.commands)]
            done = tuple(Done(name, f"{name} is on record.", opened=True) for name in references)
            self.said = [*outcome.results(done), *outcome.says]

"""Forms: the only place with input fields. Drawn as a modal (Slack), a task module (Teams), a dialog (workspace)."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field

from bot.conversation.action import Action
from bot.conversation.card import Block, Shown

LONGEST_CHOICE = 75  # characters of its label


class TextField(Shown):
    kind: Literal["text"] = "text"
    name: str
    label: str = Field(max_length=150)
    required: bool = True
    value: str = ""
    hint: str = Field(default="", max_length=150)
    long: bool = False
    max_length: int = Field(default=1000, le=3000)


class Choice(Shown):
    value: str = Field(max_length=150)
    label: str = Field(min_length=1, max_length=LONGEST_CHOICE)


class ChoiceField(Shown):
    """One or several of a few choices."""

    kind: Literal["choice"] = "choice"
    name: str
    label: str = Field(max_length=150)
    choices: tuple[Choice, ...] = Field(min_length=1, max_length=100)
    required: bool = True
    several: bool = False
    value: tuple[str, ...] = ()
    hint: str = Field(default="", max_length=150)


class DateField(Shown):
    """A plain calendar date, without a zone."""

    kind: Literal["date"] = "date"
    name: str
    label: str = Field(max_length=150)
    required: bool = True
    value: date | None = None
    hint: str = Field(default="", max_length=150)


FormField = Annotated[TextField | ChoiceField | DateField, Field(discriminator="kind")]


class Form(Shown):
    """A form; ``payload`` is the action that comes back together with the values when it is submitted."""

    title: str = Field(min_length=1, max_length=24)
    fields: tuple[FormField, ...] = Field(max_length=40)
    payload: str = Field(max_length=2800)
    submit: str = Field(min_length=1, max_length=24)
    intro: tuple[Block, ...] = ()

    @classmethod
    def of(cls, title: str, action: Action, *fields: FormField, submit: str, intro: tuple[Block, ...] = ()) -> Self:
        return cls(title=title, fields=fields, payload=action.encoded(), submit=submit, intro=intro)

    def field(self, name: str) -> FormField:
        """The field of that name; KeyError when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

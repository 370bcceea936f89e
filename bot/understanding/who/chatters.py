"""Who of those who write in a copied chat is the person: whoever wishes for something there."""

from collections.abc import Sequence

from bot.understanding.entries import Line, chat_lines, lines_of_wishes
from bot.understanding.mail.speakers import speaks_of_me
from bot.understanding.reading import Fact
from bot.understanding.who.callings import is_told
from bot.understanding.who.kin import held
from bot.understanding.who.looked import looked_at
from bot.understanding.who.names import is_given, is_organisation


class Chat:
    """A text that may be a copied chat, and its line in which something is wished for: one that begins with a given
    name, if any does, for a shop may ask back what is wished for. `wishes`: where the words for it stand."""

    def __init__(self, text: str, wishes: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._lines = chat_lines(text)
        asked = lines_of_wishes(self._lines, wishes)
        self._asked = next(
            (line for line in asked if is_given((self._name(line).split() or [""])[0])), (*asked, None)[0]
        )

    def is_anothers(self, span: tuple[int, int]) -> bool:
        """Whether a name only says who wrote another line, a shop that answers, or greets who asked: "Oi Rafa!"."""
        asked = self._asked
        line = next((line for line in self._lines if line.start <= span[0] < line.end), None) if asked else None
        if asked is None or line is None or self._name(line) == self._name(asked):
            return False
        named, asker = self._text[slice(*span)].split(), self._name(asked)
        return span[0] < line.who[1] or (named[-1] == asker and not is_given(named[0]))

    def is_in_anothers_line(self, span: tuple[int, int]) -> bool:
        """Whether a shop tells it in a line of its own: "Vets: ring us on 0161 496 0400"."""
        if self._asked is None:
            return False
        line = next((line for line in self._lines if line.start <= span[0] < line.end), None)
        return line is not None and self._name(line) != self._name(self._asked)

    def asker(self) -> Fact[str] | None:
        """The given name with which the line begins in which a wish stands, unless colleagues tell of somebody."""
        asked = self._asked
        if asked is None or any(is_told(self._text[line.who[1] : line.end]) for line in self._lines):
            return None
        said = self._text[asked.who[1] : asked.end]
        if not (speaks_of_me(said) or held(looked_at(said))[0]):
            return None  # "Kim: delete Bob's data pls"
        words = self._name(asked).split()
        if not words or not is_given(words[0]) or any(map(is_organisation, words)):
            return None
        name = " ".join(word[0].upper() + word[1:] for word in words)
        return Fact(name, self._text[slice(*asked.who)], asked.who, 0.7, "name")

    def _name(self, line: Line) -> str:
        return self._text[slice(*line.who)].strip()

"""The words beside which stands the day on which something came in, put together from the lists of `received.toml`."""

import re
from functools import cached_property

from bot.understanding.wordlists import alternatives, word_lists


class _Cues:
    """Patterns over folded text; each is made where it is first looked for."""

    # At the head of a line or a sentence, or set apart by a sign
    _head = r"(?:^|[|;:(\]•·]|[.!?]\s)[^\w\n]{0,4}"

    @cached_property
    def _how(self) -> str:
        return rf"(?: (?:{_any_of('by')}) (?:{_any_of('medium')})|,? (?:{_any_of('how')}))?"

    @cached_property
    def _on(self) -> str:
        return rf"(?: (?:{_any_of('on')}))?"

    @cached_property
    def _leads(self) -> str:
        return rf"{_any_of('leads_to')}|dienst\w*|schicht\w*"

    @cached_property
    def came_in(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_any_of('came_in')})(?!\w){self._how}{self._on}")

    @cached_property
    def field(self) -> re.Pattern[str]:
        origin = rf"(?:^|[|;(]|\.\s)[^\w\n]{{0,4}}(?:{_any_of('origin')})\s?[:=][^\n\d:]{{0,40}}"
        alone = rf"(?:{_any_of('field')})(?!\w){self._how}{self._on}"
        label = rf"(?:{_any_of('label')}|{_any_of('came')})\s?[:=]"
        return re.compile(rf"{self._head}(?:{alone}|{label})|{origin}", re.MULTILINE)

    @cached_property
    def of_form(self) -> re.Pattern[str]:
        joined = r"(?!bestel)\w{2,20}(?:formular|formulier)"  # no order's
        return re.compile(rf"[^\n]{{0,60}}(?<!\w)(?:{_any_of('of_form')}|{joined})(?!\w)")

    @cached_property
    def sent_by_form(self) -> re.Pattern[str]:
        return re.compile(rf"{self._head}(?:{_any_of('sent_by_form')})(?!\w){self._on}\s?[:=]", re.MULTILINE)

    @cached_property
    def call(self) -> re.Pattern[str]:
        called = rf"(?:{self._head}|, )(?:{_any_of('call')}|{_any_of('came')})"
        return re.compile(rf"(?:{called}|\s/{{1,2}}\s(?:{_any_of('opened')}))(?!\w){self._how}{self._on}", re.MULTILINE)

    @cached_property
    def arrived(self) -> re.Pattern[str]:
        """What a note opens with: "Arrivata", "A mail came in on", "Mail ist am", "Chegou um e-mail a"."""
        mail = rf"(?:(?:an?|een|eine?|une?|una|uma?) )?(?:{_any_of('medium')})"
        came = rf"(?:{_any_of('came')}|{_any_of('came_in')})(?: {mail})?"
        opens = rf"(?:{mail} )?(?:(?:est|is|was) )?{came}(?!\w){self._how}{self._on}|{mail} (?:ist|kam){self._on}"
        return re.compile(rf"\W{{0,4}}(?:{opens})(?!\w)")

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """What stands behind the day of such a note; no "2026, broken"."""
        return re.compile(rf"{self._how}\s{{0,2}}(?:[.;:|\n]|(?<=[^\W\d]),|$)|{self.whose.pattern}")

    @cached_property
    def whose(self) -> re.Pattern[str]:
        """The same where it says from whom: "3 March 2026 from Ann Bell", "am 3. März 2026 eingegangen von"."""
        return re.compile(rf"(?: (?:{_any_of('came_in')}|an|ein))? (?:{_any_of('sender')}) (?=\w)")

    @cached_property
    def caller(self) -> re.Pattern[str]:
        caller = rf"{self._head}(?:{_any_of('caller')})(?!\w):?(?P<who> [^\n\d;:,!?]{{1,50}}(?<=\w))?"
        return re.compile(rf"{caller} (?:{_any_of('rang')}){self._on}(?!\w)", re.MULTILINE)

    @cached_property
    def on_line(self) -> re.Pattern[str]:
        who = r"(?:^|[:;,!|] )\W{0,4}(?P<who>[^\n\d;:,!?]{2,50}(?<=[\w.]))"
        return re.compile(rf"{who},? (?:{_any_of('on_line')}),?{self._on}(?!\w)")

    @cached_property
    def note(self) -> re.Pattern[str]:
        return re.compile(rf"\W{{0,4}}(?:{_any_of('note')})(?!\w)")

    @cached_property
    def letter(self) -> re.Pattern[str]:
        return re.compile(rf"\W{{0,4}}(?:{_any_of('letter')})(?!\w)")

    @cached_property
    def of_other_things(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_any_of('other_things')})(?: [^\s,;:|]{{1,20}}){{0,3}} ?$")

    @cached_property
    def set_apart(self) -> re.Pattern[str]:
        led = rf"(?:^|[|,;:/(·•–—-]|(?<!\w)(?:{self._leads})\.?){self._on}"
        return re.compile(rf"(?:{led}|\d (?:{_any_of('of')}))\s*$")

    @cached_property
    def of_others(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_any_of('of_others')})(?!\w)[^\n]{{0,20}}$")

    @cached_property
    def of_held(self) -> re.Pattern[str]:
        held = rf"(?<!\w)(?:{_any_of('held')})(?: [^\W\d]{{1,12}}){{0,2}}"
        return re.compile(rf"{held} (?:{self._leads}){self._on}\s*$")


def _any_of(kind: str) -> str:
    """A pattern of any word or phrase of that list."""
    return alternatives(word_lists("received")[kind], ending=r"\w{0,12}")


CUES = _Cues()

"""What a message asks for: the readers of rights in their order, and what has to be looked at besides.

Each step may set right what those before it made of the message. What nobody wrote is a blank to all of them: what
stands behind empty boxes, the marks of what is not kept, the label of a day, "don't forget".
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from bot.understanding.exercises import is_exercise
from bot.understanding.flags import flags_of, may_be_kept
from bot.understanding.forms.filled import is_filled_in
from bot.understanding.forms.signs import Box
from bot.understanding.forms.ticked import by_boxes
from bot.understanding.numbers.references import References
from bot.understanding.reading import Fact, Flag, MailReading, Meta
from bot.understanding.received import without_label
from bot.understanding.rights.affairs import without_affair
from bot.understanding.rights.attached import attached
from bot.understanding.rights.combine import Chances, combine
from bot.understanding.rights.decide import decide
from bot.understanding.rights.formal import with_named
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.reminded import without_reminder
from bot.understanding.rights.second_look import on_second_look
from bot.understanding.rights.unread import is_unread
from bot.understanding.rights.verdict import Verdict
from bot.understanding.rulings import retells_ruling
from bot.understanding.sensitive.masks import without_marks
from bot.understanding.strong import STRONG


class Wanted(NamedTuple):
    """What is wanted, and how it was heard."""

    message: Message
    chances: Chances
    verdict: Verdict
    flags: tuple[Fact[Flag], ...]
    of_earlier: bool  # at the first look it only asked how an earlier request goes

    def flagged(self, flag: Flag) -> bool:
        """Whether something is to be looked at."""
        return any(fact.value is flag for fact in self.flags)


def wanted_in(
    mail: MailReading,
    written: MailReading,
    form: Sequence[Box],
    *,
    numbers: References,
    received: Fact[date] | None,
    own_domains: frozenset[str],
) -> Wanted:
    """What a mail asks for, which is the `written` one with blanks behind the empty boxes of its `form`."""
    text = written.text
    unmarked = without_marks(mail)
    labelled = without_label(unmarked, received)
    heard = without_reminder(labelled)
    message = listen(heard, ticket=numbers.ticket is not None, reference=numbers.case is not None)
    chances = combine(message)
    first = decide(chances, text)
    verdict = without_affair(chances, first)
    nothing_more = verdict is not first and not verdict.unsure  # the rest of such a message was read already
    if heard is not labelled and verdict.meta is Meta.STATUS_QUERY:
        verdict = replace(verdict, unsure=True)  # who reminds us of something may want it for the first time
    if form:
        verdict = _by_form(form, written, mail, message, verdict, own_domains)
    taken_out = unmarked is not mail
    flags = flags_of(chances, verdict.rights, unsure=verdict.unsure, taken_out=taken_out)
    of_earlier = False
    if not nothing_more and (wish := _overlooked(mail, chances, verdict, flags)) is not None:
        of_earlier = verdict.meta is Meta.STATUS_QUERY
        verdict = wish
        flags = flags_of(chances, verdict.rights, unsure=True, taken_out=taken_out)
    verdict = with_named(message, verdict)
    retold = bool(verdict.rights) and (retells_ruling(text) or is_exercise(text))  # asked for in a lawsuit, by learners
    unsure = verdict.unsure or retold or may_be_kept(flags, verdict.rights) or is_unread(mail)
    flags = tuple(replace(f, quote=text[slice(*f.span)]) if f.quote else f for f in flags)  # with the marks
    return Wanted(message, chances, replace(verdict, unsure=unsure), flags, of_earlier)


def _overlooked(mail: MailReading, chances: Chances, verdict: Verdict, flags: Sequence[Fact[Flag]]) -> Verdict | None:
    """The question about a wish that the first look missed; none of an authority's, while a lawyer's words may wish."""
    of_law = [fact.reader for fact in flags if fact.value is Flag.LEGAL_DEMAND]
    if of_law not in ([], [STRONG]):
        return None
    breach = any(fact.value is Flag.POSSIBLE_BREACH for fact in flags)
    return on_second_look(chances, verdict, of_law=bool(of_law), breach=breach) or attached(mail, verdict)


def _by_form(
    form: Sequence[Box],
    written: MailReading,
    mail: MailReading,
    message: Message,
    verdict: Verdict,
    own_domains: frozenset[str],
) -> Verdict:
    """The verdict with what the boxes of a form say. `written`: the mail with what stands behind empty ones."""

    def filled() -> bool:
        return is_filled_in(mail, message.language, own_domains)

    def whole() -> Verdict:
        return decide(combine(listen(without_marks(written), ticket=False, reference=False)), written.text)

    return by_boxes(form, written.text, verdict, denies="negation" in message.gates, filled=filled, whole=whole)

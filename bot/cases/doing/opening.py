"""A case is opened, or what came in is linked to the one that is there. Nothing is doubled and nothing dropped.

What came in is sorted in this order:

1. It carries the reference of a case that we have: it joins that case, if the case's person wrote it. From anybody
   else, or from somebody whom nothing identifies, a wish that is new there stays apart: it is noted there, moves no
   clock, and goes on to 2.
2. The same mail was handed over before, about the same person: it is noted in that case.
3. The same person has an open request of the same right: it is noted there.
4. Whatever right is left gets a case of its own, linked to the person's other case, with its own clock.

Rights that are new in 1 and 2 become requests of that case while it is open; what was closed before is asked again (4),
unless it is the very same mail.
"""

from dataclasses import dataclass, field, replace

from sqlalchemy import or_, tuple_
from sqlmodel import col, select

from bot.cases import audit
from bot.cases.commands import Done, OpenCase
from bot.cases.doing import alarming, repeating, telling
from bot.cases.doing.arriving import arrive, earlier, sound_moment
from bot.cases.doing.making import add_request, new_case
from bot.cases.doing.numbering import lock_counter
from bot.cases.load import SUBJECT_KINDS
from bot.cases.matter import Matter, as_reference, as_ticket, fetch
from bot.cases.naming import right_names
from bot.cases.snapshot import Person
from bot.cases.tables import CaseRow, LinkRow, RequestRow, SourceRow
from bot.cases.words import AuditCode, Hand, Link, Verification
from bot.cases.work import Work
from bot.conversation.card import Quote
from bot.errors import Refused
from bot.rights import Right
from bot.understanding.reading import Flag
from bot.wording import _


def subject_mark(work: Work, person: Person) -> str | None:
    """The keyed hash by which a person is known again; None when nothing tells them apart from others."""
    for kind in SUBJECT_KINDS:
        text = getattr(person, kind)
        if text and text.strip():
            return work.vault.mark(f"subject {kind}", text)
    return None


def open_case(work: Work, command: OpenCase) -> Done:
    """See the module. The reference that is returned is the new case's, else that of the case it was linked to."""
    received = sound_moment(work, command.received_at)
    lock_counter(work)
    sorting = _Sorting(work, command, subject_mark(work, command.subject), list(dict.fromkeys(command.rights)))
    sorting.by_reference()
    sorting.by_mail()
    sorting.by_person()
    if not sorting.left and not sorting.said:
        raise Refused(_("Please say what the person asks for."))
    if not sorting.left:
        if Flag.POSSIBLE_BREACH in command.flags:
            alarming.tell_of_case(work, sorting.kept_in)
        return Done(sorting.kept_in.reference, " ".join(sorting.said), opened=False)
    matter = new_case(work, command, tuple(sorting.left), received, sorting.mark, *_ticket(command))
    again = sorting.found[0].row if sorting.found else _latest_of(work, sorting.mark, matter.id)
    if again is not None and again.id is not None:
        _link(work, matter, again.id)
    if sorting.named is not None:
        _set_apart(work, matter, sorting.named)
    repeating.look(work, matter)
    _tell(work, matter, command)
    said = _("{reference} is open: {rights}.", reference=matter.reference, rights=right_names(sorting.left))
    return Done(matter.reference, " ".join([*sorting.said, said]), opened=True)


@dataclass
class _Sorting:
    """What came in, as it finds its place: `left` are the rights that have none yet."""

    work: Work
    command: OpenCase
    mark: str | None
    left: list[Right]
    said: list[str] = field(default_factory=list)
    found: list[Matter] = field(default_factory=list)
    named: Matter | None = None  # the case that somebody else's mail names

    @property
    def kept_in(self) -> Matter:
        """Where it is on record, when nothing of it needs a case of its own."""
        return self.found[0] if self.found or self.named is None else self.named

    def by_reference(self) -> None:
        matter = fetch(self.work, self.command.joins) if self.command.joins else None
        if matter is None:
            return
        if not self._same_person(matter) and self._asks_more(matter):
            self.named = matter
            arrive(self.work, matter, replace(self.command, source_marks=(), ticket=None), Hand.REFERENCE)
            matter.row.version += 1
            telling.changed(self.work, matter.id)
            self.said.append(
                _(
                    "This names {reference}, but may come from somebody else. I have noted it there.",
                    reference=matter.reference,
                )
            )
            return
        self._into(matter, Hand.SAME_PERSON if self._same_person(matter) else Hand.REFERENCE, new_ones=True)
        self.said.append(_("Thanks. I have added this to {reference}.", reference=matter.reference))

    def by_mail(self) -> None:
        if self.found:
            return
        for matter, very_mail in self._same_mails():
            if self.found and not any(matter.has(right) for right in self.left):
                continue
            # Whoever was verified before is not known to have asked for more.
            sure = self._same_person(matter) or matter.row.verification is not Verification.VERIFIED
            self._into(matter, Hand.SAME_MAIL, new_ones=sure)
            received = min(self.command.received_at, self.work.now)
            asked = [r.right for r in matter.requests if very_mail or r.received_at == received]
            self.left = [right for right in self.left if right not in asked]
            self.said.append(_("This mail is on record already, as {reference}.", reference=matter.reference))

    def by_person(self) -> None:
        """Open requests of the same person and right, in whatever case."""
        if self.mark is None or not self.left:
            return
        wanted = (
            select(CaseRow.reference)
            .join(RequestRow)
            .where(
                CaseRow.subject_mark == self.mark,
                col(RequestRow.outcome).is_(None),
                col(RequestRow.right).in_(self.left),
                col(CaseRow.id).not_in([matter.id for matter in (*self.found, self.named) if matter is not None]),
            )
            .group_by(col(CaseRow.reference), col(CaseRow.id))
            .order_by(col(CaseRow.id))
        )
        for reference in self.work.session.exec(wanted).all():
            matter = fetch(self.work, reference)
            if matter is None or not any(request.right in self.left for request in matter.open_requests):
                continue
            self._into(matter, Hand.SAME_PERSON, new_ones=False)
            self.said.append(
                _("This person has asked already: I have added the words to {reference}.", reference=reference)
            )

    def _into(self, matter: Matter, hand: Hand, *, new_ones: bool) -> None:
        """Note it in a case: open requests cover their rights; rights that are new there may become requests."""
        arrive(self.work, matter, self.command, hand)
        self.found.append(matter)
        received = min(self.command.received_at, self.work.now)
        if hand in (Hand.SAME_PERSON, Hand.SAME_MAIL):
            asked_again = [request for request in matter.open_requests if request.right in self.left]
            earlier(self.work, matter, asked_again, received)
        for right in list(self.left):
            request = matter.has(right)
            if request is not None and request.outcome is None:
                self.left.remove(right)
            elif request is None and new_ones and matter.row.closed_at is None:
                add_request(self.work, matter, right, received)
                self.left.remove(right)
                self.said.append(_("New in it: {right}.", right=right_names([right])))
        matter.row.version += 1
        telling.changed(self.work, matter.id)

    def _same_person(self, matter: Matter) -> bool:
        if self.mark is not None and matter.row.subject_mark is not None:
            return self.mark == matter.row.subject_mark
        # Where nothing tells, a colleague's word does, but for somebody who was verified: they may not have asked.
        vouched = self.command.same_matter and matter.reference == as_reference(self.command.joins or "")
        return vouched and matter.row.verification is not Verification.VERIFIED

    def _asks_more(self, matter: Matter) -> bool:
        """Whether this is more than a reply; a person who is known to be another always asks for themselves."""
        if self.mark is not None and matter.row.subject_mark is not None:
            return bool(self.left)
        return not set(self.left) <= {request.right for request in matter.open_requests}

    def _same_mails(self) -> list[tuple[Matter, bool]]:
        """The cases that hold it, open ones first; and whether it is the very mail, not only the same words."""
        marks = [(kind, self.work.vault.mark(kind, text)) for kind, text in self.command.source_marks]
        if not marks:
            return []
        wanted = (
            select(CaseRow.reference, SourceRow.kind)
            .join(SourceRow, col(SourceRow.case_id) == col(CaseRow.id))
            .where(tuple_(col(SourceRow.kind), col(SourceRow.mark)).in_(marks))
            .order_by(col(CaseRow.closed_at).is_not(None), col(CaseRow.id))
        )
        if self.mark is not None:  # one mail may be about several people
            wanted = wanted.where(or_(col(CaseRow.subject_mark).is_(None), col(CaseRow.subject_mark) == self.mark))
        kinds: dict[str, set[str]] = {}
        for reference, kind in self.work.session.exec(wanted).all():
            kinds.setdefault(reference, set()).add(kind)
        named = self.named.reference if self.named else None
        held = [(fetch(self.work, reference), "message_id" in by) for reference, by in kinds.items()]
        return [(matter, very) for matter, very in held if matter is not None and matter.reference != named]


def _link(work: Work, matter: Matter, other_id: int) -> None:
    """Each of two cases leads to the other."""
    work.session.add(LinkRow(case_id=matter.id, kind=Link.AGAIN, other_id=other_id))
    audit.note(work, AuditCode.LINKED, other_id)
    telling.changed(work, other_id)


def _set_apart(work: Work, matter: Matter, named: Matter) -> None:
    """Somebody else's wish stands in a case of its own; both threads say so."""
    new, old = matter.reference, named.reference
    if not work.session.exec(select(LinkRow).where(LinkRow.case_id == matter.id, LinkRow.other_id == named.id)).first():
        _link(work, matter, named.id)
    telling.thread(
        work,
        named.id,
        lambda: _("It may come from somebody else, so what it asks for is {reference} now.", reference=new),
    )
    telling.thread(
        work,
        matter.id,
        lambda: _("It names {reference}, but may come from somebody else. Please check who wrote it.", reference=old),
    )


def _ticket(command: OpenCase) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The ticket's number, if it is one; any other words stay with the sealed answers."""
    typed = (command.ticket or "").strip()
    if not typed:
        return None, command.answers
    if number := as_ticket(typed):
        return number, command.answers
    return None, (*command.answers, (_("Ticket"), typed))


def _latest_of(work: Work, mark: str | None, but: int) -> CaseRow | None:
    """The person's latest other case, open or closed: repeats are counted from it."""
    if mark is None:
        return None
    wanted = select(CaseRow).where(CaseRow.subject_mark == mark, CaseRow.id != but).order_by(col(CaseRow.id).desc())
    return work.session.exec(wanted).first()


def _tell(work: Work, matter: Matter, command: OpenCase) -> None:
    """A breach, a complaint and whatever concerns a child go to the DPO at once, a legal demand to the legal team."""
    reference = matter.reference
    if Flag.POSSIBLE_BREACH in command.flags:
        alarming.tell_of_case(work, matter)
    if Flag.MINOR in command.flags or Right.MINOR_REPORT in command.rights:
        age = work.policy.limits.age
        telling.role(
            work,
            "dpo",
            lambda: reference,
            lambda: _(
                "{reference} may be about somebody under {age}. Ask the child for nothing, and see to it that nothing "
                "of theirs is sold or shared from now on.",
                reference=reference,
                age=age,
            ),
            tone="warning",
        )
    if Right.COMPLAINT in command.rights:
        telling.role(
            work,
            "dpo",
            lambda: reference,
            lambda: _("A complaint came in: {reference}. Its card is in the privacy channel.", reference=reference),
            *(Quote(text=words) for fact, words in command.words if fact == Right.COMPLAINT.value),
            tone="warning",
        )
    if Flag.LEGAL_DEMAND in command.flags:
        telling.role(
            work,
            "legal",
            lambda: reference,
            lambda: _("{reference} may hold a legal demand. Please look at it with the team.", reference=reference),
            tone="warning",
        )

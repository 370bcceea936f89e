"""The one way in which a draft moves: what it hears, what it asks next, when it acts.

Pure: given the conversation and what was said, it returns the conversation from now on and what to say and do.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.ahead import Listening, told_besides
from bot.conversation.asking import changed_above, changed_to, facts, meant, question, review, which_card
from bot.conversation.card import Block, Card, Text
from bot.conversation.draft import REVIEW, WHICH, WORD, Chat, Draft
from bot.conversation.flow import Flow
from bot.conversation.scene import Outcome, Scene, beside
from bot.conversation.slot import Known, Slot, Walked, walk
from bot.conversation.told import detailed_in, told_in
from bot.understanding.reading import Reading
from bot.wording import _

LONGEST_ANSWER = 200  # characters; more is a message of its own


class Dialogue:
    """Moves the drafts of some flows. Their buttons and forms stand in `bot/conversation/pressing`."""

    def __init__(
        self,
        flows: Mapping[str, Flow],
        read: Callable[[str, Scene], Reading],
        read_draft: Callable[[Draft, Scene], Reading],
    ) -> None:
        self._flows = flows
        self._read, self._read_draft = read, read_draft

    def begin(self, chat: Chat, drafts: tuple[Draft, ...], scene: Scene, notes: tuple[str, ...] = ()) -> Outcome:
        """Take up new drafts; the first is talked about now, the others after it."""
        (first, *others), before = drafts, chat.active
        chat = chat.having(first).queueing(*others)
        lead: tuple[Block, ...] = tuple(Text.of(note, small=True) for note in notes)
        if before is not None:
            lead = (*lead, Text.of(_("A second matter. We come back to the first one after this."), small=True))
        elif others:
            people = all(self.about(draft) for draft in drafts)
            of_people = _("I see {count} people in this. One after the other:", count=len(drafts))
            of_matters = _("I see {count} matters in this. One after the other:", count=len(drafts))
            lead = (*lead, Text.of(of_people if people else of_matters, small=True))
        return self.advance(chat, first, scene, lead, show_read=True)

    def answered(self, chat: Chat, draft: Draft, text: str, scene: Scene) -> Outcome | None:
        """A direct answer to the question that was asked last; None when it can't be read as one."""
        slot = self.walked(draft).slot(draft.asked or "")
        if slot is None or (slot.field != "long" and len(text) > LONGEST_ANSWER):
            return None  # a whole message is no answer
        if slot.takes and (value := slot.takes(text, scene)) is not None:
            return self.set(chat, draft, slot, value, scene, quote=text.strip() if slot.quoted else "")
        if meant(flow := self.flow(draft), draft, slot, scene, text) is not None:
            told, lead = told_besides(draft, slot, flow.ahead, lambda one: self.so_far(one, draft, scene), text, scene)
            card = meant(flow, told, slot, scene, text, lead) or Card.of(*lead)
            return self.kept(draft, Known(told.answers), scene).then(Outcome(says=(card,), chat=chat.having(told)))
        why = slot.puzzles(text, scene) if slot.puzzles else None
        return self.again(chat, draft, scene, why) if why else None

    def corrected(self, chat: Chat, draft: Draft, text: str, scene: Scene, *, plainly: bool) -> Outcome | None:
        """A changed mind: another value for something that is known. `plainly`: the speaker said so ("no wait")."""
        known, walked = Known(draft.answers), self.walked(draft)
        told = told_in(text, self._read(text, scene), walked, known, scene, plainly=plainly)
        changed = [(slot, value) for slot, value in told if value != known[slot]]
        if not changed:
            return self._unchanged(chat, draft, [slot for slot, _value in told], text, scene)
        for slot, value in changed:
            if slot.refuses and (no := slot.refuses(value, scene)):
                return Outcome(says=(Card.of(no),))
            known = known.having(slot, value)
        said = tuple(Text.of(changed_to(slot, value)) for slot, value in changed)
        return self.kept(draft, known, scene).then(self.advance(chat, draft.learn(known.answers), scene, said))

    def told(self, chat: Chat, draft: Draft, slot: Slot[Any], value: Any, scene: Scene, lead: str = "") -> Outcome:
        """Something is said outright of one answer, whichever is asked for now: it is kept with what is known of it."""
        known, old = Known(draft.answers), self.so_far(slot, draft, scene)
        value = slot.merges(old, value) if slot.merges and old is not None else value
        if value == old and slot in known:
            return self.again(chat, draft.sure_of(slot.name), scene, _("That is what I have already."))
        said = Text.of(lead or changed_to(slot, value, before=old))
        return self.advance(chat, draft.learn(known.having(slot, value).answers), scene, (said,))

    def detailed(self, chat: Chat, draft: Draft, text: str, scene: Scene) -> Outcome | None:
        """A few words that say more of one answer, whichever is asked for now; None where they do of none."""
        told = detailed_in(text, self.walked(draft), Known(draft.answers))
        return self.told(chat, draft, *told, scene) if told is not None else None

    def ahead(self, chat: Chat, draft: Draft, text: str, scene: Scene, *, loosely: bool = False) -> Outcome | None:
        """Several answers at once, or one that is not asked for yet; None where words are left that can't be read, or,
        `loosely`, where none can."""
        if (listening := self.listening(draft, scene)) is None:
            return None
        slot, ahead = listening.asked, listening.hears(text, loosely=loosely)
        others = any(slot is None or one.name != slot.name for one, _value in ahead.told)
        only_asked = loosely and slot is not None and slot.greed == 0 and bool(ahead.told and ahead.unread)
        if not (others or only_asked) or (ahead.unread and not loosely):
            return None
        for one, value in ahead.told:
            if one.refuses and (no := one.refuses(value, scene)):
                return self.again(chat, draft, scene, no)
        known, lead = listening.learns(ahead, Known(draft.answers))
        said = self.flow(draft).said if slot is not None and slot.field == "choices" else None
        if ahead.unread and said is not None and said.adds is not None:  # no part of what it is asked what that means
            known = known.having(said, said.adds(known.get(said) or "", "\n".join(ahead.unread)))
        elif ahead.unread:  # whatever they mean, the team reads them with the case
            draft = replace(draft, text=f"{draft.text}\n\n{text}".strip())
        return self.kept(draft, known, scene).then(self.advance(chat, draft.learn(known.answers), scene, lead))

    def listening(self, draft: Draft, scene: Scene) -> Listening | None:
        """What can be told now; None where whatever is typed is the answer."""
        slot = self.walked(draft).slot(draft.asked or "")
        if slot is not None and slot.field == "long":
            return None
        return Listening(slot, self.flow(draft).ahead, lambda one: self.so_far(one, draft, scene), scene)

    def so_far(self, slot: Slot[Any], draft: Draft, scene: Scene) -> Any:
        """What a draft knows of a slot, or its message tells of it."""
        old, reading = Known(draft.answers).get(slot), self.reading(draft, scene)
        if old is not None or slot.hears is None or reading is None:
            return old
        fact = slot.hears(reading, scene)
        return fact.value if fact is not None else None

    def undone(self, chat: Chat, draft: Draft, scene: Scene) -> Outcome:
        """One step back."""
        before = draft.undone()
        if before is None:
            return self.advance(chat, draft, scene, (Text.of(_("There is nothing to undo yet.")),))
        kept = self.kept(draft, Known(before.answers), scene)
        return kept.then(self.advance(chat, before, scene, (Text.of(_("Undone.")),), hear=False))

    def unasked(self, chat: Chat, scene: Scene) -> Outcome | None:
        """Let go of the message that waits for a word on what it is; None when none was asked for."""
        if chat.pending is None or chat.pending.asked not in (WHICH, WORD):
            return None
        without, lead = chat.without(chat.pending.id), _("That message is left aside.")
        if without.active is None:
            return Outcome(says=(Card.of(lead),), chat=without)
        return self.again(without, without.active, scene, lead)

    def dropped(self, chat: Chat, draft: Draft, scene: Scene) -> Outcome:
        """Forget a draft, and go on with the next one that waits."""
        rest = chat.without(draft.id)
        dpo = scene.policy.contacts.dpo.email
        gone = Card.of(_("Dropped. Nothing was recorded. If you are not sure, ask {dpo}.", dpo=dpo))
        return self._next(rest, scene, Outcome(says=(gone,), chat=rest))

    def which(self, chat: Chat, new: Draft) -> Outcome:
        """Something came in that may be new, or more about the draft that is open: ask."""
        return Outcome(says=(self.which_card(chat, new),), chat=chat.asking_of(replace(new, asked=WHICH)))

    def which_card(self, chat: Chat, new: Draft) -> Card:
        """The question whether a message is new, or more about the draft that is open."""
        return which_card(new, self.about(chat.active) if chat.active else "")

    def joined(self, chat: Chat, active: Draft, more: Draft, scene: Scene) -> Outcome:
        """Take the pending message as more about an open draft."""
        reading = self._read_draft(more, scene)
        known, said = Known({**more.answers, **active.answers}), [_("Added.")]  # the day that it tells is known so
        for slot in self.walked(active).answered:
            fact = slot.hears(reading, scene) if slot.hears and slot.adds else None
            new = slot.adds(known[slot], fact.value) if fact is not None and slot.adds is not None else None
            if fact is not None and new not in (None, known[slot]):
                known, said = known.having(slot, new, "heard", fact.quote), [*said, changed_to(slot, new)]
        text, marks = f"{active.text}\n\n{more.text}".strip(), (*active.marks, *more.marks)
        joined = replace(active.learn(known.answers), text=text, mail=None, marks=marks)
        return self.advance(chat.without(more.id), joined, scene, tuple(map(Text.of, said)))

    def after(self, chat: Chat, draft: Draft, scene: Scene, card: Card) -> Outcome:
        """Say something else first, then ask the open question once more."""
        again = self.again(chat, draft, scene)
        return replace(again, says=(card, *again.says))

    def again(self, chat: Chat, draft: Draft, scene: Scene, *lead: str) -> Outcome:
        """Say something and ask the open question once more; the front desk asks it about a message that waits."""
        if chat.waits is not None:
            return Outcome(says=(Card.of(*lead),) if lead else (), chat=chat)
        return self.advance(chat, draft, scene, tuple(Text.of(text) for text in lead), hear=False)

    def advance(
        self,
        chat: Chat,
        draft: Draft,
        scene: Scene,
        lead: tuple[Block, ...] = (),
        *,
        show_read: bool = False,
        hear: bool = True,
    ) -> Outcome:
        """Fill what the message says, then ask the next question, show the review, or act."""
        flow, reading = self.flow(draft), self.reading(draft, scene)
        known = self._fill(flow, Known(draft.answers), reading, scene) if hear else Known(draft.answers)
        draft = replace(draft, answers=known.answers)  # what follows by itself is no step of its own for "undo"
        walked = walk(flow.path, known)
        more = len(chat.without(draft.id).drafts)
        if draft.doubted is not None and (doubted := walked.slot(draft.doubted[0])) is not None:
            again = self.asked_anew(chat, draft, doubted, draft.doubted[1], scene, *lead)  # once more, and no more
            return replace(again, chat=chat.having(replace(draft, asked=doubted.name, doubted=None)))
        if walked.missing is not None:
            if show_read and walked.answered:
                lead = (*lead, Text.of(_("This is what I read:")), facts(known, walked.answered))
            draft = replace(draft, asked=walked.missing.name)
            card = question(flow, draft, walked.missing, scene, lead, reading)
            return Outcome(says=(card,), chat=chat.having(draft))
        if flow.confirm:
            draft = replace(draft, asked=REVIEW)
            return Outcome(says=(review(flow, draft, walked.answered, lead, more=more),), chat=chat.having(draft))
        return self.finish(chat, draft, walked, scene)

    def _unchanged(self, chat: Chat, draft: Draft, told: list[Slot[Any]], text: str, scene: Scene) -> Outcome | None:
        """A sentence that speaks of an answer and changes none: it says the same, or can't be read, so it is asked."""
        spoken_of = [slot for slot in self.walked(draft).answered if slot.speaks and slot.speaks(text)]
        if len(spoken_of) != 1:
            return None
        if spoken_of[0] in told:
            return self.again(chat, draft, scene, _("That is what I have already."))
        return self.asked_anew(chat, draft, spoken_of[0], text, scene)

    def asked_anew(self, chat: Chat, draft: Draft, slot: Slot[Any], text: str, scene: Scene, *lead: Block) -> Outcome:
        """Ask once more for something that is known, with what words that can't be read may mean."""
        draft = replace(draft, asked=slot.name, doubted=(slot.name, text))
        flow, reading = self.flow(draft), self.reading(draft, scene)
        card = meant(flow, draft, slot, scene, text, lead) or question(flow, draft, slot, scene, lead, reading)
        return Outcome(says=(card,), chat=chat.having(draft))

    def set(self, chat: Chat, draft: Draft, slot: Slot[Any], value: Any, scene: Scene, *, quote: str) -> Outcome:
        """Answer a slot, and go on; a refused value is asked for again."""
        if slot.refuses and (no := slot.refuses(value, scene)):
            return self.again(chat, draft, scene, no)
        draft = draft.sure_of(slot.name)
        known, lead = Known(draft.answers).having(slot, value, "answered", quote), changed_above(draft, slot, value)
        return self.kept(draft, known, scene).then(self.advance(chat, draft.learn(known.answers), scene, lead))

    def kept(self, draft: Draft, known: Known, scene: Scene) -> Outcome:
        """What is to be done beside because a draft's answers become what is known now. Nothing is said of it."""
        before, walked = Known(draft.answers), walk(self._flows[draft.flow].path, known)
        slots = [*walked.answered, *((walked.missing,) if walked.missing else ())]
        changed = [slot for slot in slots if slot.keeps and before.get(slot) != known.get(slot)]
        return beside(tuple(c for slot in changed if slot.keeps for c in slot.keeps(known.get(slot), draft, scene)))

    def declined(self, chat: Chat, draft: Draft, name: str, scene: Scene) -> Outcome:
        """Forget a draft because none of a question's answers is right."""
        slot = self.walked(draft).slot(name)
        answer = slot.keeps(slot.declined, draft, scene) if slot is not None and slot.keeps else ()
        return beside(answer).then(self.dropped(chat, draft, scene))

    def _fill(self, flow: Flow, known: Known, reading: Reading | None, scene: Scene) -> Known:
        """Fill every slot on the path that the message or an assumption can fill, until one must be asked."""
        while (slot := walk(flow.path, known).missing) is not None:
            if slot.hears and reading is not None:
                fact = slot.hears(reading, scene)
                if fact is not None and not (slot.refuses and slot.refuses(fact.value, scene)):
                    known = known.having(slot, fact.value, "heard", fact.quote, fact.confidence)
                    continue
            value = slot.assumes(known, scene) if slot.assumes else None
            if value is None:
                break
            known = known.having(slot, value, "assumed")
        return known

    def finish(self, chat: Chat, draft: Draft, walked: Walked, scene: Scene) -> Outcome:
        """Do what the draft is for, and go on with the next one that waits."""
        flow = self._flows[draft.flow]
        rest = chat.without(draft.id)
        done = Outcome(
            commands=flow.finish(draft, walked.answered, scene),
            closing=lambda results: (flow.closing(draft, scene, results),),
            chat=rest,
        )
        return self._next(rest, scene, done)

    def _next(self, chat: Chat, scene: Scene, so_far: Outcome) -> Outcome:
        if chat.active is None and chat.pending is not None and chat.pending.asked == WHICH:
            chat = chat.having(replace(chat.pending, asked=None))
        if chat.active is None:
            return so_far
        about = self.about(chat.active)
        lead = _("Now back to {person}.", person=about) if about else _("Now the next one.")
        on = self.advance(chat, chat.active, scene, (Text.of(lead),), show_read=chat.active.asked is None)
        return so_far.then(on)  # the next one may be done at once, too

    def flow(self, draft: Draft) -> Flow:
        """The flow that moves a draft."""
        return self._flows[draft.flow]

    def reading(self, draft: Draft, scene: Scene) -> Reading | None:
        """What the message says that a draft began with; None when it began with none."""
        return self._read_draft(draft, scene) if draft.text else None

    def walked(self, draft: Draft) -> Walked:
        """The draft's path, as far as it can be walked."""
        return walk(self._flows[draft.flow].path, Known(draft.answers))

    def about(self, draft: Draft) -> str:
        """Whom a draft is about; "" while that is not known."""
        return self._flows[draft.flow].about(Known(draft.answers))

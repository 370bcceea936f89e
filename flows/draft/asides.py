"""Thanks, "hold on", "who are you?", "why do you need her country?": said in passing, and answered in a sentence."""

from bot.conversation.card import Card
from bot.conversation.scene import Outcome, Scene
from bot.understanding.replies.answers import LONGEST, confirms, knows_not, of_arrival, of_home, phrases, plain
from bot.understanding.replies.asides import Aside, aside, takes_note
from bot.understanding.where.answered import is_only_a_place
from bot.wording import _
from flows.closing import answers_due, to_tell
from flows.dialogue import DIALOGUE
from flows.draft.due_ahead import answer_ahead
from flows.particulars import OWN_WORDS
from flows.record.find import open_cases
from flows.record.spoken_of import shown_before
from flows.record.team_cases import shown
from flows.record.which_case import MOST_CASES, just_opened, opened_just_now
from flows.slots.arrival import RECEIVED
from flows.slots.moments import no_day
from flows.slots.people import PERSON
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.writers import WRITER

_NO_YES = frozenset((RECEIVED.name, PERSON.name, RESIDENCE.name))  # questions that "ok" answers nothing of


def in_passing(text: str, scene: Scene) -> Outcome | None:
    """The answer to a message in passing, above the question that is open; None for any other message."""
    active = scene.chat.active
    if active is not None and active.asked in OWN_WORDS and aside(text) not in (Aside.THANKS, Aside.WAIT):
        return None  # whatever else is typed is the answer
    if active is not None and active.asked == RECEIVED.name and knows_not(text) and scene.chat.waits is None:
        return DIALOGUE.again(scene.chat, active, scene, no_day())
    kind = aside(text)
    says_little = confirms(text) or (takes_note(text) and not is_only_a_place(text))  # "OH" is Ohio, too
    noted = kind is None and scene.chat.waits is None and says_little
    no_answer = active is not None and active.asked in _NO_YES and scene.chat.waits is None
    # "right" and "ok thanks" only take note of what they want is asked
    of_wish = active is not None and active.asked == RIGHTS.name and scene.chat.waits is None
    no_answer = no_answer or (of_wish and takes_note(text))
    if active is not None and no_answer and noted:
        return DIALOGUE.again(scene.chat, active, scene)  # "ok, go on", "hm"
    nameless = len(text) <= LONGEST and plain(text) in phrases("nameless")
    if nameless and active is not None and active.asked not in (PERSON.name, WRITER.name):
        return DIALOGUE.again(scene.chat, active, scene, _(PERSON.hint))  # "I don't know his name"
    if noted and active is None and scene.chat.pending is None:
        return Outcome(says=(Card.of(_("All right. Nothing is open here.")),))
    if kind is None or (kind in (Aside.WHY, Aside.ASK_THEM, Aside.WRONG) and active is None):
        return None
    if kind is Aside.PUZZLED and (active is None or active.asked != RIGHTS.name or scene.chat.waits is not None):
        return None
    if kind is Aside.THANKS and active is not None and not no_answer and confirms(text):
        return None  # "great" may be the answer
    if kind is Aside.WAIT:  # the question stands above, and waits
        stays = _("Take your time. What you told me stays here.")
        return Outcome(says=(Card.of(stays, _how_to_go_on(scene)),)) if active else None
    of_opened = kind in (Aside.HOW_LONG, Aside.WHAT_NEXT, Aside.WHAT_TO_TELL) and active is None
    opened = [one for reference in opened_just_now(scene) if (one := scene.records.case(reference)) is not None]
    if kind is Aside.HOW_LONG and active is None and len(opened) > 1:
        return Outcome(says=(answers_due(opened[::-1][-MOST_CASES:]),))
    if of_opened and (case := just_opened(scene)) is not None:
        undated = kind is Aside.HOW_LONG and not any(request.due for request in case.requests)
        soon = _("No day is set for this: the team does it without delay, and you hear from me here when it is closed.")
        return Outcome(says=(*((Card.of(soon),) if undated else ()), to_tell(case, scene)))
    if kind is Aside.HOW_LONG and scene.by_team and active is None:
        before = shown_before(scene)  # else all, with the day on which each is due
        return shown([before], text, scene) if before is not None else Outcome(says=(open_cases(scene),))
    dated = answer_ahead(active, scene) if kind is Aside.HOW_LONG and active is not None else None
    said = (dated,) if dated else (_why(scene, text),) if kind is Aside.WHY else lines(kind, scene)
    return DIALOGUE.again(scene.chat, active, scene, *said) if active else Outcome(says=(Card.of(*said),))


def lines(kind: Aside, scene: Scene) -> tuple[str, ...]:
    """What is said to a message in passing of this kind."""
    policy = scene.policy
    match kind:
        case Aside.THANKS:
            return (_("You're welcome."),)
        case Aside.WHO:
            return (
                _(
                    "I am a bot that takes privacy requests in for {company}: hand me what a customer wrote, and I "
                    "open the case for the privacy team.",
                    company=policy.organisation.name,
                ),
            )
        case Aside.KEPT:
            return (
                _("What you hand me is kept encrypted, and only the privacy team can read it, in the case's details."),
                _(
                    "Nothing is recorded before a case is open; what is dropped is gone. Questions: {dpo}.",
                    dpo=policy.contacts.dpo.email,
                ),
            )
        case Aside.WRONG:
            return (_("Is it the wrong message? Say “cancel”, and I forget it. Else say what is right."),)
        case Aside.HOW_LONG:
            return (
                _(
                    "Most laws give about a month from the day it came in. Once a case is open I tell you its date, "
                    "and you hear from me when it moves. Say “status” to see where it stands."
                ),
            )
        case Aside.NEEDS:
            return (
                _(
                    "As far as you know it: who it is about, what they ask for, and when it came in. Paste what they "
                    "wrote, or name its ticket; the privacy team asks the person for the rest."
                ),
            )
        case Aside.WHAT_NEXT:
            return (
                _(
                    "Once a case is open the privacy team has it, and writes to the person. You hear from me here when "
                    "it moves and when it is closed; there is nothing else for you to do."
                ),
            )
        case Aside.WHAT_TO_TELL:
            return (_("That it was received. Once a case is open I give you the words, and the day of its answer."),)
        case Aside.MAY_I:
            return (
                _(
                    "No, the privacy team does that. Please don't ask for an ID or a form, and neither send nor delete "
                    "any data yourself."
                ),
                *((_("Hand me what they wrote, and I open the case."),) if scene.chat.active is None else ()),
            )
        case Aside.COUNTS:
            return (_("If in doubt, yes: hand it over, and the privacy team decides."),)
        case Aside.ASK_THEM:
            return (
                _(
                    "I can't write to customers, and you need not ask them either: say “not said”, and the privacy "
                    "team asks if it matters."
                ),
                *((no_day(),) if _asked(scene) == RECEIVED.name else ()),
            )
        case _:
            return (_why(scene), _how_to_go_on(scene))  # puzzled


def _how_to_go_on(scene: Scene) -> str:
    """What to write when somebody comes back."""
    match _asked(scene):
        case "review":
            return _("Press “Open case” when it is right, or say what is different.")
        case RECEIVED.name:
            return _("Write the day when you know it. {no_day}", no_day=no_day())
        case RIGHTS.name:
            return _(
                "Write what they ask for when you know it. If nobody can tell, write “Question about privacy”: the "
                "privacy team asks them."
            )
        case _:
            return _("Write it when you know it. If nobody can tell, write “not said”, and we go on without it.")


def _asked(scene: Scene) -> str | None:
    return scene.chat.active.asked if scene.chat.active is not None else None


def _why(scene: Scene, text: str = "") -> str:
    """Why something is asked, in a sentence: what the question names, else what is asked for now."""
    named = (RESIDENCE.name, of_home(text)), (RECEIVED.name, of_arrival(text))
    match next((slot for slot, is_named in named if is_named), _asked(scene)):
        case RECEIVED.name:
            return _("The legal deadline counts from the day on which it reached the company.")
        case RESIDENCE.name:
            return _("Where somebody lives decides which law applies, and so how long we have. Unknown is fine, too.")
        case PERSON.name:
            return _("The privacy team needs to know whose data to look for. A name or an address is enough.")
        case RIGHTS.name:
            return _("What they ask for decides what is to be done, and by when.")
        case _:
            return _("It saves the privacy team a question to the customer. If you don't know it, say so.")

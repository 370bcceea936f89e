"""The front desk: what somebody says, and who takes it from there.

The order matters: a cancel, a call for help or a changed mind is read before any slot, and a message that may be a
request is never dropped.
"""

from dataclasses import replace

from bot.cases.commands import PassToLegal, ReportBreach
from bot.conversation.card import Card
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import WORD
from bot.conversation.scene import Outcome, Scene
from bot.conversation.turn import Asked, Said
from bot.conversation.typed import Typing
from bot.errors import Unreadable
from bot.understanding.reading import Fact, Flag
from bot.understanding.replies.answers import confirms, denies, phrases, plain
from bot.understanding.replies.asides import asks_back, greets
from bot.understanding.replies.corrections import Control, control_word
from bot.understanding.where.answered import is_only_a_place
from bot.wording import _
from flows.commands import spoken
from flows.dialogue import DIALOGUE
from flows.draft.accounted import accounted
from flows.draft.another import (
    SMALL_TALK,
    asks_besides,
    asks_something,
    calls_a_wish,
    tells_who_or_when,
)
from flows.draft.answering import said_meanwhile
from flows.draft.asides import in_passing
from flows.draft.changes import another_instead, changed_mind, drops, takes_up_what_is_gone
from flows.draft.drafts import HANDLERS, asked_still, going_on
from flows.draft.dropped_one import dropped_one
from flows.draft.late import named_waiting
from flows.draft.like_before import like_the_last
from flows.draft.meanwhile import beside_status
from flows.draft.prepared import as_meant
from flows.draft.sides import beside, left_at_that
from flows.handover.each_ticket import all_on_record
from flows.handover.handed import Handed, handed_file, handed_text, handed_texts
from flows.handover.notes import breach_in, notes_on, strong_in
from flows.help import help_card
from flows.home import greeting, home
from flows.record.find import open_cases, own_cases, search
from flows.record.progress import asks_for_status, question_apart, status_asked, status_beside
from flows.record.spoken_of import forgetting, remembering, speaking_of, with_spoken_of
from flows.record.taken_back import asked_besides
from flows.record.which_case import nothing_open
from flows.record.word import about_opened, answered, goes_on, word_of
from flows.slots.arrival import reached
from flows.slots.called import called_by_name
from flows.slots.names import gives_address
from flows.slots.tickets import lone_number
from flows.slots.wishes import names_a_wish, wants
from flows.status import by_ticket, no_case_of, state_of, status, ticket_in
from flows.stray import buttons as stray_buttons
from flows.stray import demanded, nothing_seen
from flows.triage.numbers import said_of_number
from flows.triage.words import ordered_beside, shown_to_team
from flows.unread import taken_out, why_unread


def hear(said: Said, scene: Scene) -> Outcome:
    """Answer what somebody said in their private chat."""
    in_files: tuple[str, ...] = ()
    said = with_spoken_of(as_meant(said, scene), scene)
    if said.files:
        outcome, in_files = _files(said, scene)
    elif said.missing and not said.text.strip():
        outcome = Outcome()
    else:
        outcome = _words(said, scene)
    outcome = forgetting(asked_still(accounted(outcome, said, scene), scene), said, scene)
    warnings = [why_unread(file) for file in said.missing]
    if kinds := tuple(dict.fromkeys((*said.masked, *in_files))):
        warnings.append(taken_out(kinds))
    return replace(outcome, says=(*(Card.of(line, tone="warning") for line in warnings), *outcome.says))


def asked(command: Asked, scene: Scene) -> Outcome:
    """Answer a command in the platform's own words."""
    match command.name:
        case "home":
            return Outcome(says=(home(scene),))
        case "mine":
            return Outcome(says=(own_cases(scene),))
        case "status":
            return Outcome(says=(status(command.words, scene),))
        case "open":
            return Outcome(says=(open_cases(scene, command.words),))
        case "search":
            return Outcome(says=(search(command.words, scene),))
        case "hello":
            return Outcome(says=(greeting("", scene),))
        case "new" if command.words.strip():
            return hear(Said(text=command.words, masked=command.masked), scene)
        case _:
            return Outcome(says=(help_card(scene),))


def _words(said: Said, scene: Scene) -> Outcome:
    chat, active = scene.chat, scene.chat.active
    text = said.text.strip()
    if not text:
        return _say(_("That message is empty. Paste the customer's words, or drop the mail here."))
    if said.logged:
        return _messages(handed_texts(said, scene), scene)
    if (done := left_at_that(text, scene) or _TYPING.does(text, scene) or dropped_one(text, scene)) is not None:
        return done
    slip = None if is_only_a_place(text) else control_word(text)  # "Hull" is no slip of "hulp"
    control = slip or (Control.CANCEL if drops(text, scene) else None)
    match control:
        case "help":
            card = help_card(scene)
            return DIALOGUE.after(chat, active, scene, card) if active else Outcome(says=(card,))
        case "cancel" | "back" | "undo" if (aside := DIALOGUE.unasked(chat, scene)) is not None:
            return aside
        case "cancel" if active is not None:
            return DIALOGUE.dropped(chat, active, scene)
        case "back" | "undo" if active is not None:
            return DIALOGUE.undone(chat, active, scene)
        case "cancel" | "back" | "undo":
            return _say(nothing_open(scene))
        case "status":
            card = own_cases(scene)
            return DIALOGUE.after(chat, active, scene, card) if active else Outcome(says=(card,))
    if active is not None and (rest := another_instead(text, scene)) is not None:
        dropped = DIALOGUE.dropped(chat, active, scene)
        scene = replace(scene, chat=dropped.chat or chat)
        return dropped.then(_messages(handed_texts(Said(text=rest), scene), scene))
    if (command := spoken(text, scene.today, busy=active is not None, by_team=scene.by_team)) is not None:
        outcome = asked(command, scene)
        return DIALOGUE.after(chat, active, scene, outcome.says[0]) if active else outcome
    if (aside := in_passing(text, scene)) is not None:
        return aside
    if (word := answered(text, scene)) is not None:
        return going_on(word, scene)
    if chat.waits is not None and (denies(text) or confirms(text)):
        of_case = chat.waits.asked == WORD
        new_or_more = _("Press one of these, or write it: “new”, “more” or “neither”.")
        other = _("Is it about another case, write its reference; else “new” or “neither”.")
        return _say(other if of_case else new_or_more)
    if (apart := question_apart(text)) is not None and not said.author:
        question, others = (said.model_copy(update={"text": part}) for part in apart)
        return Outcome(says=(status_asked(handed_text(question, scene), scene),)).then(_words(others, scene))
    each = handed_texts(said, scene)
    handed = each[0]  # of several, all are whole mails
    of_waiting = active is not None and handed.typed and named_waiting(text, active, scene) is not None
    if not of_waiting and (changed := changed_mind(text, handed, scene)) is not None:
        return changed
    if takes_up_what_is_gone(text, handed, scene):
        gone = _("Nothing is open here any more, and what was dropped is not kept: please hand it over again.")
        return _say(gone).then(_message(handed, scene))
    return _messages(each, scene)


def _files(said: Said, scene: Scene) -> tuple[Outcome, tuple[str, ...]]:
    """Mails that were dropped here, one after the other, and the words that came with them; and the kinds of sensitive
    numbers that are not kept of them.

    Words beside mails are a colleague's note, unless they ask for something themselves or no file can be read.
    """
    so_far, read_one, kinds = Outcome(), False, list[str]()
    for number, file in enumerate(said.files):
        try:
            mails = handed_file(file, scene, said.link, number)
            if not any(handed.says_something for handed in mails):
                raise Unreadable(_("“{name}” holds no words. Paste the message here instead.", name=file.name[:80]))
        except Unreadable as trouble:
            so_far = so_far.then(_say(str(trouble)))
            continue
        read_one = True
        kinds += [kind for handed in mails for kind in handed.taken_out]
        so_far = so_far.then(_messages(mails, replace(scene, chat=so_far.chat or scene.chat)))
    if said.text.strip() and (not read_one or asks_besides(handed_text(said, scene))):
        so_far = so_far.then(_words(said, replace(scene, chat=so_far.chat or scene.chat)))
    return so_far, tuple(kinds)


def _messages(each: tuple[Handed, ...], scene: Scene) -> Outcome:
    so_far = Outcome()
    for handed in each:
        so_far = so_far.then(_message(handed, replace(scene, chat=so_far.chat or scene.chat)))
    return so_far


def _message(handed: Handed, scene: Scene) -> Outcome:
    reading = handed.reading
    demand, breach = reading.flagged(Flag.LEGAL_DEMAND), breach_in(handed)
    if (shown := shown_to_team(handed, scene) or said_of_number(handed, scene)) is not None:
        return remembering(shown, scene)
    if all_on_record(handed.each_ticket, scene):
        handed = replace(handed, each_ticket=())  # words for these cases
    several = bool(handed.each_ticket or handed.each_person)
    word = None if several else word_of(handed, scene)
    if (word is None or "?" in handed.mail.text) and (said := beside(handed, scene)) is not None:
        return said
    if demand is not None and not reading.rights:
        outcome = _demanded(handed, demand, scene)
    elif several:
        outcome = DIALOGUE.begin(scene.chat, handed.drafts(), scene, notes_on(handed))
    elif word is None:
        outcome = said_meanwhile(handed, scene) if scene.chat.active else _from_scratch(handed, scene)
        outcome = Outcome(says=ordered_beside(handed, scene)).then(outcome)
    elif (besides := asked_besides(handed, scene)) is not None:
        outcome = word.then(DIALOGUE.begin(word.chat or scene.chat, (besides,), scene))
    else:
        outcome = beside_status(word, handed, scene)
    if scene.chat.active is not None or word is not None:
        outcome = _warned(handed).then(outcome)
    if breach is None:
        return outcome
    # The DPO's own 72 hours may run: told at once, whatever becomes of the draft
    return Outcome((ReportBreach(scene.said_at, breach.quote, sent_at=reached(reading, scene)),)).then(outcome)


def _demanded(handed: Handed, demand: Fact[Flag], scene: Scene) -> Outcome:
    """The letter of a court or an authority goes to the legal team; it can be taken up as a request all the same."""
    passed = Outcome(commands=(PassToLegal(scene.said_at, demand.quote),))
    if scene.chat.active is None:
        return passed.then(demanded(handed, scene))
    return passed.then(DIALOGUE.which(scene.chat, handed.drafts()[0]))


def _warned(handed: Handed) -> Outcome:
    """What of a message cannot wait for the question that is open."""
    lines = strong_in(handed)
    return Outcome(says=(Card.of(*lines, tone="warning"),)) if lines else Outcome()


def _from_scratch(handed: Handed, scene: Scene) -> Outcome:
    who_or_when = tells_who_or_when(handed)
    of_status = asks_for_status(handed)
    anew = of_status and _asks_anew(handed, scene)
    if of_status and not (who_or_when or anew):
        spoken_of = speaking_of(handed.mail.text, scene) if by_ticket(handed.mail.text, scene) is None else None
        return Outcome(says=(status_asked(handed, scene),), chat=spoken_of)
    if not asks_something(handed) and (more := goes_on(handed, scene)) is not None:
        return more
    short = handed.typed and len(handed.mail.text) <= SMALL_TALK
    # "4711?": what such a number is no reader can tell, the record can
    state = state_of(handed.mail.text, scene) if short and not handed.reading.rights else None
    if asks_something(handed):
        begun = DIALOGUE.begin(scene.chat, like_the_last(handed, scene), scene, notes_on(handed))
        told = Outcome(says=(state,)) if state is not None else status_beside(handed, scene)
        return told.then(begun)
    # whatever the words behind an agent's number mean, a ticket comes with them: "4411 Zugriff auf Daten"
    asked_back = asks_back(handed.mail.text) and not wants(handed.mail.text)  # "4411 wants del but has an invoice, ok?"
    ticketed = handed.by_support and bool(handed.tickets) and not asked_back
    who_or_when = (
        who_or_when or anew or (short and (calls_a_wish(handed) or ticketed or gives_address(handed.mail.text, scene)))
    )
    # "a man came to the counter and asked for deletion, ray@x.example": what it names may be what he wants
    few = handed.typed and len(handed.mail.text) <= LONGEST_ANSWER
    of_somebody = few and names_a_wish(handed.mail.text) and gives_address(handed.mail.text, scene)
    who_or_when = who_or_when or of_somebody
    if (short or of_status or of_somebody) and state is None and who_or_when and not strong_in(handed):
        asked = tells_who_or_when(handed) and not called_by_name(handed.reading, scene)
        named = (_("This says who it is about. What do they ask for?"),) if asked else ()
        return DIALOGUE.begin(scene.chat, handed.drafts(), scene, named)
    if short and not strong_in(handed):
        if state is None and scene.chat.waits is not None:
            return _say(_("I can't read that as an answer."))
        ticket = handed.reading.ticket.value if handed.reading.ticket else lone_number(handed.mail.text)
        if ticket is None and handed.by_support and asks_back(handed.mail.text):
            ticket = ticket_in(handed.mail.text)  # "what's the ref for 4711?"
        tells = state is None and ticket is None and not greets(handed.mail.text)
        if tells and (more := about_opened(handed, scene)) is not None:
            return more  # what is unread just after a case was opened may be of that one, and is not lost
        if (known := state or (no_case_of(ticket, scene) if ticket else None)) is None:
            return Outcome(says=(greeting(handed.mail.text, scene),))
        return Outcome(says=(known,), chat=speaking_of(ticket, scene) if ticket and state is None else None)
    return nothing_seen(handed, scene)


def _asks_anew(handed: Handed, scene: Scene) -> bool:
    """Whether what sounds like a question about a case names a wish, and nothing of that is on record: "he replied on
    65500, he wants deletion after all"."""
    if not handed.by_support or not calls_a_wish(handed) or by_ticket(handed.mail.text, scene) is not None:
        return False
    return wants(handed.mail.text) or phrases("progress", "asides").isdisjoint(plain(handed.mail.text).split())


_TYPING = Typing(DIALOGUE, HANDLERS, stray_buttons)


def _say(text: str) -> Outcome:
    return Outcome(says=(Card.of(text),))

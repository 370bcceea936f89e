"""Word about a case that is on record: its request is taken back, something is to be added, something was wrong.

The words are kept with the case's details and its thread tells the team (`AddToCase`). Whether a case is on record is
told to those who may hear of it; everybody else gets one answer.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.cases.commands import AddToCase
from bot.cases.matter import as_ticket
from bot.cases.words import Arrival
from bot.conversation.card import Card
from bot.conversation.draft import WORD, Draft
from bot.conversation.scene import Outcome, Scene
from bot.conversation.slot import Known
from bot.errors import Stale
from bot.rights import Right
from bot.understanding.mail import new_words
from bot.understanding.reading import Meta
from bot.understanding.replies.answers import (
    adds_more,
    confirms,
    denies,
    in_own_words,
    joins,
    of_home,
    passes_on,
    phrases,
    plain,
    speaks_of,
    speaks_of_another,
    takes_back,
)
from bot.understanding.replies.asides import LONGEST, asks_back, orders, takes_note, thanks
from bot.understanding.replies.remarks import begins_reply, begins_with_theirs
from bot.understanding.replies.team_orders import moves
from bot.understanding.where.answered import is_only_a_place
from bot.understanding.wordlists import word_lists
from bot.wording import _
from flows.escalation import TICKET
from flows.handover.each_ticket import names_one_more
from flows.handover.handed import Handed
from flows.particulars import OWN_WORDS
from flows.record.asks_more import asks_more, reached_before
from flows.record.progress import asks_of_number, tells_beside_question
from flows.record.set_right import sets_opened_right
from flows.record.taken_back import (
    asks_besides_taking_back,
    earlier_request,
    is_no_longer_wanted,
    is_told_by_number,
    says_taken_back,
)
from flows.record.told_ticket import ticket_told
from flows.record.which_case import (
    OF_CASE,
    PassOn,
    about,
    is_of_known,
    just_opened,
    kept_about,
    of_ticket,
    opened_together,
    own_open,
    question,
    told_of_words,
)
from flows.slots.names import only_tells_contact, says_who
from flows.slots.reading import read_draft
from flows.slots.residence import RESIDENCE
from flows.slots.wishes import names_a_wish, says_a_wish, wants
from flows.slots.writers import CAPACITY
from flows.status import LOOKED_AT, numbers_in, our_reference, reference_in, state_of

WORDS_OF_THEM = 4  # in which "she" stands, where they are about somebody who is known
FEWEST_WORDS = 6  # of a message that says something, beside asking how a case goes


def word_of(handed: Handed, scene: Scene) -> Outcome | None:
    """What is done with a message that takes a request back, or says something about a case; None for any other."""
    reading, reference = handed.reading, our_reference(handed.reading)
    tickets = of_ticket(reading, scene) if reference is None else ()
    back = takes_back(new_words(handed.mail)) or is_no_longer_wanted(handed, scene) or is_told_by_number(handed)
    if back and not asks_besides_taking_back(handed) and not _is_asked_for(handed, scene):
        if (named := reference or (tickets[0] if len(tickets) == 1 else None)) is None:
            return _asking(earlier_request(handed), scene)  # nothing tells which
        # A bare number may count something else; the team sees the card, and closes the case itself
        surely = (reference is not None or reading.ticket is not None) and not scene.by_team
        return passed_on(handed.drafts()[0], named, scene) if surely else _asking(handed.drafts()[0], scene)
    if reference is None:
        tells = _tells_of_ticket(handed, scene) if tickets else _tells_of_own(handed, scene)
        return _asking(handed.drafts()[0], scene) if tells else None
    known, asks_anew = is_of_known(handed, reference, scene), _asks_anew(handed)
    says = _says_something(handed) or asks_anew or (known and scene.by_team and bool(_beside(handed)))
    if (asks_anew and not (back or known)) or not says:
        return None
    return _asking(handed.drafts()[0], scene)


def _is_asked_for(handed: Handed, scene: Scene) -> bool:
    """Whether the open question asks for somebody's own words: whatever is typed then is the answer."""
    return not handed.whole and scene.chat.active is not None and scene.chat.active.asked in OWN_WORDS


def _tells_of_ticket(handed: Handed, scene: Scene) -> bool:
    """Whether words about a ticket that led to a case ask for nothing, and tell the team something. The ticket of the
    draft that is open is that one's matter."""
    reading, active = handed.reading, scene.chat.active
    if asks_of_number(handed):
        return False
    corrects = handed.typed and not _asks_anew(handed) and not wants(handed.mail.text)  # "wrong address, ..."
    if (reading.surely_asks and not corrects) or reading.meta is Meta.ESCALATION:
        return False
    named = [reading.ticket.value] if reading.ticket is not None else list(numbers_in(reading.text))
    known = as_ticket(Known(active.answers).get(TICKET) or "") if active is not None else ""
    if known and known in map(as_ticket, named):
        return False
    if orders(handed.mail.text):
        return True
    before, _number, after = handed.mail.text.partition(named[0])
    if only_tells_contact(after.lstrip(": "), scene):  # "4412: bo@y.example"
        return True
    words = [*_words(before)[:-1], *_words(after)]  # the one before the number is what it is called
    return _says_something(handed) and len([word for word in words if word not in phrases("polite")]) > 1


def _tells_of_own(handed: Handed, scene: Scene) -> bool:
    """Whether a few words that name no case are about one that the speaker handed over: what is to become of it
    ("close it"), or more of the person of the one that was opened just now ("also, she wants ...")."""
    text, free = handed.mail.text, scene.chat.active is None and not handed.tickets
    asks = says_a_wish(text) or handed.reading.surely_asks
    if free and handed.typed and opened_together(text, scene):
        return True
    if free and begins_reply(text) and just_opened(scene) and not (handed.reading.email and asks):
        return True  # whose address is told besides a wish may well be somebody else
    own = just_opened(scene) is not None and not names_one_more(handed.tickets, text)
    if scene.chat.active is None and own and sets_opened_right(handed, scene):
        return True
    if not handed.typed or scene.chat.active is not None or handed.reading.ticket:
        return False
    if own and only_tells_contact(text, scene):
        return True
    acts = CAPACITY.tells is not None and CAPACITY.tells(text, scene) is not None  # "his dad is writing for him"
    if handed.reading.email:  # "found it: she's Vera Bos, vera@bos.example"
        of_them = _speaks_of_them(text) or begins_with_theirs(text)
        return own and (acts or of_them) and not asks
    home = of_home(text) or is_only_a_place(text)  # "Leeds", said of whom was spoken of last
    lives = RESIDENCE.ahead is not None and home and RESIDENCE.ahead(text, scene) is not None
    of_them = _speaks_of_them(text) and not handed.reading.name
    again = speaks_of_another(text) or speaks_of(text, "again")
    besides = adds_more(text) and again  # "Ann called again, wants ... too"
    more = of_them or lives or besides or acts or says_who(text, scene) is not None
    if more and own:
        return True
    return orders(text) and not handed.reading.surely_asks and bool(own_open(scene))


def _speaks_of_them(text: str) -> bool:
    """Whether a few words speak of "her", say how somebody feels, or go on with "and", so that they may be of whom was
    spoken of last."""
    words = plain(text).split() if len(text) <= LONGEST else []
    first = [word.partition("'")[0] for word in words[:WORDS_OF_THEM]]  # "she's"
    if any(word in phrases("mood") for word in words):
        return True
    if asks_back(text):
        return False
    if any(map(joins, text.split()[:1])):  # "and delete it afterwards", but not "and 4412 too"
        return not any(map(str.isdecimal, text))
    pronouns, of_new = word_lists("people")["pronouns"], phrases("of_customer")
    return any(word in pronouns for word in first) and not any(word in of_new for word in first)


def _words(text: str) -> list[str]:
    return plain(text[:LOOKED_AT]).split()


def _asks_anew(handed: Handed) -> bool:
    """Whether a message that names a case surely asks for something else. What a typed one sets right are rather the
    details of that case."""
    rights = {fact.value for fact in handed.reading.rights}
    return not handed.reading.unsure and bool(rights - (set() if handed.whole else {Right.RECTIFICATION}))


def _says_something(handed: Handed) -> bool:
    """Whether there are words for the team, and not only a question how it goes."""
    text = handed.mail.text
    if not handed.whole and "?" in text:
        perhaps = handed.reading.unsure and (names_a_wish(text) or in_own_words(text))
        return not (handed.reading.surely_asks or perhaps) and tells_beside_question(text)
    words = _beside(handed)
    fewest = FEWEST_WORDS if handed.reading.meta is Meta.STATUS_QUERY else 2
    return handed.whole or len(words) >= fewest or orders(text)


def _beside(handed: Handed) -> list[str]:
    """The words beside a reference."""
    return [word for word in handed.mail.text.split() if any(map(str.isalpha, word)) and not reference_in(word)]


def goes_on(handed: Handed, scene: Scene) -> Outcome | None:
    """More of the words about which it was asked just now whether they are about a case: they are kept together."""
    pending, text = scene.chat.waits, handed.mail.text
    if pending is None or pending.asked != WORD or pending.mail is not None or not handed.typed or asks_back(text):
        return None
    says = len([word for word in text.split() if any(map(str.isalpha, word))]) > 1
    if not says or thanks(text) or takes_note(text) or handed.tickets or our_reference(handed.reading) is not None:
        return None
    draft = replace(pending, text=f"{pending.text}\n\n{text}")
    return Outcome(says=(Card.of(_("Added.")), question(draft, scene)), chat=scene.chat.asking_of(draft))


def about_opened(handed: Handed, scene: Scene) -> Outcome | None:
    """Ask whether a changed mind is about the case that was opened just now; None where none was."""
    case = just_opened(scene)
    return _asking(handed.drafts()[0], scene) if case is not None else None


def answered(text: str, scene: Scene) -> Outcome | None:
    """What is typed when it was asked which case a message is about: its reference, or that it be passed on."""
    pending = scene.chat.waits
    if pending is None or pending.asked != WORD:
        return None
    meant = about(pending, scene)
    one = meant.cases[0] if len(meant.cases) == 1 and not meant.unknown else None
    if passes_on(text) and (one is not None or meant.every):
        return pass_on(PassOn(draft=pending.id, case=",".join(meant.cases)), scene)
    if passes_on(text):
        return None
    said, comma, more = text.partition(",")
    named = reference_in(text)
    if scene.by_team and named is not None and moves(text.replace(named, " ")):
        return None  # "take DSR-2026-0042": they want to do it themselves
    if one is not None and comma and confirms(said) and more.strip() and named is None:  # "yes, and tell them ..."
        return passed_on(replace(pending, text=f"{pending.text}\n\n{more.strip()}"), one, scene)
    if comma and denies(said) and named is not None and len(more) <= len(named) + FEWEST_WORDS:
        return passed_on(pending, named, scene)  # "no, DSR-2026-0043"
    if named is None or len(text) > len(named) + FEWEST_WORDS:
        return None
    # Another one than was asked about is no answer: who types it may want to see that case.
    return passed_on(pending, named, scene) if meant.unknown or named in meant.cases else None


def passed_on(draft: Draft, reference: str, scene: Scene) -> Outcome:
    """Hand the words of a message to the team, with the case that they are about."""
    case = scene.records.case(reference := reference.upper())
    reading = read_draft(draft, scene)
    back = takes_back(new_words(reading.mail)) or says_taken_back(draft.text)
    asks, perhaps = asks_more(draft, case, scene) if not back else ((), ())
    said = told_of_words(reference, scene, back=back)
    sent = reading.mail.sent
    word = AddToCase(
        reference,
        text=draft.text,
        received_at=min(sent.value, scene.said_at) if sent else scene.said_at,
        arrival=Arrival(draft.arrival),
        source_marks=draft.marks,
        withdraws=back,
        asks=asks,
        perhaps=perhaps,
        reached=reached_before(draft, case, scene) if not back else None,
        ticket=ticket_told(draft.text, case, scene),
    )
    return Outcome(
        commands=(word,) if case is not None else (),
        says=(Card.of(said),),
        chat=scene.chat.without(draft.id),
        closing=lambda _done: (),
    )


def asking_of_case(handed: Handed, references: Sequence[str], scene: Scene) -> Outcome:
    """Ask whether words are about these cases, however they name them."""
    draft = handed.drafts()[0]
    return _asking(draft.learn(Known(draft.answers).having(OF_CASE, ",".join(references), "heard").answers), scene)


def pass_on(press: PassOn, scene: Scene) -> Outcome:
    draft = scene.chat.draft(press.draft)
    if draft is None:
        raise Stale(_("This is no longer open: it was passed on or dropped."))
    first, *others = press.case.split(",")
    passed = passed_on(draft, first, scene)
    for reference in others:
        passed = passed.then(passed_on(draft, reference, scene))
    return passed


def _asking(draft: Draft, scene: Scene) -> Outcome:
    draft, before, gone = kept_about(replace(draft, asked=WORD), scene), scene.chat.pending, Outcome()
    if before is not None and before.asked == WORD and before.mail is None and draft.mail is None:
        meant, named = about(draft, scene), our_reference(read_draft(before, scene))
        if not meant.unknown and meant == about(before, scene):  # more for the same case: the words go on together
            draft = replace(before, text=f"{before.text}\n\n{draft.text}", answers={**draft.answers, **before.answers})
        elif named is not None and before.id != draft.id:  # they go to the case that they name, and are never lost
            gone = passed_on(before, named, scene)
    # The privacy team may rather want to do it themselves, with the buttons of the card
    state = state_of(draft.text, scene) if scene.by_team and draft.mail is None else None
    asked = (*((state,) if state is not None else ()), question(draft, scene))
    return gone.then(Outcome(says=asked, chat=(gone.chat or scene.chat).asking_of(draft)))

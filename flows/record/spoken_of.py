"""Tickets that support asks about before it hands them over: "any news on 4711?", "not yet? then: she wants a copy"."""

from dataclasses import replace

from bot.cases.snapshot import CaseView
from bot.conversation.draft import Chat, SpokenOf
from bot.conversation.scene import Outcome, Scene
from bot.conversation.turn import Said
from bot.understanding.mail import read_text
from bot.understanding.replies.answers import confirms, denies, in_own_words, phrases, plain
from bot.understanding.replies.asides import aside, asks_back, greets
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.team_orders import asks_of_dates, asks_of_details, asks_of_its_dates, moves
from bot.understanding.wordlists import word_lists
from flows.record.which_case import JUST_OPENED
from flows.slots.reading import read
from flows.slots.wishes import names_or_says_a_wish
from flows.status import reference_in, ticket_in, tickets_named

_FIRST_WORDS = 4
_MOST = 10  # tickets
_LONGEST = 300  # characters of words that hand them over


def with_spoken_of(said: Said, scene: Scene) -> Said:
    """What was said with the tickets before it that the message before asked about, where it says what is wanted and
    names none itself."""
    spoken, text = scene.chat.spoken_of, said.text.strip()
    if spoken is None or scene.now - spoken.at > JUST_OPENED or scene.chat.active is not None or said.files:
        return said
    if scene.by_team:
        return said  # whose are the cases that were shown
    if not text or len(text) > _LONGEST or said.author or said.logged or ticket_in(text) is not None:
        return said
    mail = read_text(text, zone=scene.speaker.tz)
    if mail.sender or mail.forwarded or not names_or_says_a_wish(text) or _may_be_of_another(text):
        return said
    reading = read(text, scene)
    told_who = bool(reading.name or reading.email or reading.persons)
    if told_who and phrases("refers_back", "asides").isdisjoint(plain(text).split()):
        return said  # it may well be of somebody else
    return said.model_copy(update={"text": f"{', '.join(spoken.tickets)}: {text}"})


def _may_be_of_another(text: str) -> bool:
    """Whether words ask something, or are of the speaker's own matter or of somebody new: "another customer wants ...",
    "a guy just asked for ..."."""
    words = plain(text).split()
    first = [word.partition("'")[0] for word in words[:_FIRST_WORDS]]
    if not phrases("of_somebody_new", "asides").isdisjoint(first) or asks_back(text):
        return True
    begins = first[:1] and first[0] in phrases("indefinite", "asides") and named(" ".join(words[1:2])) is None
    theirs = not word_lists("people")["pronouns"].isdisjoint(first)
    return bool(begins) or (in_own_words(text) and not theirs)  # "she says: I want it deleted"


def forgetting(outcome: Outcome, said: Said, scene: Scene) -> Outcome:
    """The same without tickets that were spoken of before what was said now, unless that was said in passing."""
    chat = outcome.chat or scene.chat
    old = chat.spoken_of is not None and chat.spoken_of is scene.chat.spoken_of
    if not old or aside(said.text) is not None or greets(said.text) or confirms(said.text) or denies(said.text):
        return outcome
    return replace(outcome, chat=replace(chat, spoken_of=None))


def remembering(outcome: Outcome, scene: Scene) -> Outcome:
    """The same with the one case whose card is shown to the team: "I'll take it" may be said of it next."""
    named = {reference for card in outcome.says if (reference := reference_in(card.title)) is not None}
    if len(named) != 1 or scene.chat.active is not None:
        return outcome
    return replace(outcome, chat=replace(outcome.chat or scene.chat, spoken_of=SpokenOf(tuple(named), scene.now)))


def noted_with(reference: str, outcome: Outcome, scene: Scene) -> Outcome:
    """The same with the case with which the team noted something: "what's the new date?" may be said of it next."""
    if not scene.by_team or scene.records.case(reference) is None:
        return outcome
    return replace(outcome, chat=replace(outcome.chat or scene.chat, spoken_of=SpokenOf((reference,), scene.now)))


def shown_before(scene: Scene) -> CaseView | None:
    """The one case whose card was shown in the message before."""
    spoken = scene.chat.spoken_of
    fresh = spoken is not None and scene.by_team and scene.now - spoken.at <= JUST_OPENED
    return scene.records.case(spoken.tickets[0]) if spoken is not None and fresh else None


def of_shown(text: str, scene: Scene) -> bool:
    """Whether a few words ask something of that case, or say what is to be done with it: "when is it due?"."""
    back = not phrases("refers_back", "asides").isdisjoint(plain(text).split())
    asks = back and (moves(text) or asks_of_dates(text) or asks_of_details(text))
    return (asks or asks_of_its_dates(text)) and shown_before(scene) is not None


def speaking_of(text: str, scene: Scene) -> Chat | None:
    """The conversation in which support asked about tickets of which no case is known; None for anything else."""
    tickets = tickets_named(text)[:_MOST]
    if not tickets or not scene.policy.is_support(scene.speaker.email):
        return None
    return replace(scene.chat, spoken_of=SpokenOf(tickets, scene.now))

"""What a few words about a case on record ask for that the case does not have yet: "and she wants a copy, too"."""

import re
from datetime import datetime

from bot.cases.snapshot import CaseView
from bot.cases.status import becomes_request
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.rights import Right
from bot.understanding.mail import new_words
from bot.understanding.replies.answers import LONGEST, of_home, takes_back
from bot.understanding.replies.right_number import number_instead
from bot.understanding.replies.withdrawing import wants_no_more
from bot.understanding.wordlists import whole_words
from bot.understanding.words import fold
from flows.slots.arrival import RECEIVED, names_the_day
from flows.slots.names import says_who
from flows.slots.reading import read_draft
from flows.slots.wishes import asked_in, says_a_wish, wants
from flows.status import heard_of

_QUOTED = re.compile('["“”„«»]')
# Never added unasked: "her address is wrong" may be of the case's own details, and of a complaint the team decides.
_ONLY_PERHAPS = frozenset((Right.RECTIFICATION, Right.COMPLAINT))


def asks_more(draft: Draft, case: CaseView | None, scene: Scene) -> tuple[tuple[Right, ...], tuple[Right, ...]]:
    """What they surely ask for besides, and what they may ask for. A whole mail is handed over for itself, and the
    words of somebody who may not hear of the case only may ask."""
    reading = read_draft(draft, scene)
    sets_number_right = number_instead(draft.text) is not None  # which only sounds like a correction
    back = takes_back(new_words(reading.mail)) or wants_no_more(draft.text)
    if case is None or draft.mail is not None or back or sets_number_right:
        return (), ()
    known = {request.right for request in case.open_requests} | {Right.QUESTION}
    if of_home(draft.text) or says_who(draft.text, scene) is not None:
        known.add(Right.RECTIFICATION)  # "she lives in Leeds" only sounds like one
    heard = {fact.value: None for fact in reading.rights if fact.value not in known}
    # What the team notes of a case sounds like a wish all too soon: "I deleted it", "she called me back"
    noted = scene.by_team and not (wants(draft.text) or _QUOTED.search(draft.text))
    sure = reading.surely_asks and bool(heard_of([case], scene)) and not noted
    surely = tuple(right for right in heard if right not in _ONLY_PERHAPS) if sure else ()
    near = sorted(asked_in(reading) - known - {*surely})
    perhaps = reading.surely_asks or not noted or says_a_wish(draft.text)
    return surely, tuple(near) if perhaps else ()


def is_added(draft: Draft, case: CaseView, scene: Scene) -> tuple[Right, ...]:
    """What becomes a request of the case once the words are passed on."""
    surely, _perhaps = asks_more(draft, case, scene)
    had = {request.right for request in case.requests}
    return becomes_request(surely, had, is_open=case.open, verification=case.verification)


def _says_it_came(text: str) -> bool:
    folded = fold(text[:LONGEST])
    return any(whole_words("received", kind).search(folded) for kind in ("came_in", "came"))


def reached_before(draft: Draft, case: CaseView | None, scene: Scene) -> datetime | None:
    """The moment before the known one at which the case's message came in, where few words of who may hear of it say
    so, the privacy team's in plain words: "it came in on Monday", or nothing else than a day: "no, in our inbox since
    Monday"."""
    told = Known(draft.answers).get(RECEIVED)
    if case is None or draft.mail is not None or not heard_of([case], scene):
        return None
    if scene.by_team and not (_says_it_came(draft.text) or names_the_day(draft.text, scene)):
        return None  # "letter sent on Friday" is what they did themselves
    if told is None and names_the_day(draft.text, scene):
        told = RECEIVED.takes(draft.text, scene) if RECEIVED.takes is not None else None
    if told is None:
        return None
    known = case.received_at.astimezone(scene.speaker.tz).date()
    return told if case.open and told.astimezone(scene.speaker.tz).date() < known else None

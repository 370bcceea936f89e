"""The rights that a colleague's few words call by their names."""

import re
from itertools import pairwise, takewhile

from bot.cases.naming import right_name
from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.reading import Reading
from bot.understanding.replies.answers import (
    adds_more,
    in_own_words,
    phrases,
    plain,
    says_not,
    speaks_of_another,
    turn_of,
)
from bot.understanding.replies.arrived import only_when
from bot.understanding.replies.days import names, names_a_day
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.ordered import noted, ordered, what_is_ordered
from bot.understanding.replies.remarks import behind_all, says_instead
from bot.understanding.replies.slips import Names
from bot.understanding.replies.stamps import came_before
from bot.understanding.replies.whole_days import with_whole_days
from bot.understanding.where.answered import is_only_a_place
from bot.understanding.who.names import is_ordinary
from bot.understanding.words import ADDRESS
from bot.wording import LANGUAGES, speaking
from flows.slots.named_before import LONGEST_DOUBT
from flows.slots.reading import read
from flows.slots.tickets import NUMBER, before_tickets, is_compared, tickets_in
from flows.slots.wishes import asked_in, asked_together, names_a_wish, wants, wants_once, wishes

LONGEST_FORM = 2_000  # characters
CALLED = 0.7  # how sure a right is that is called by its name, where the message as a whole leaves a doubt
_PIECE = re.compile(r"[.,;:!?()\n]+(?=\s|$)|(?<=\s)\(")
_APART = re.compile(r"\s[-–—|]+\s|\t")
# What a desk calls so may be another thing: a complaint about a parcel, a correction of an invoice.
_DOUBTFUL = frozenset((Right.COMPLAINT, Right.RECTIFICATION, Right.QUESTION, Right.RESTRICTION))
_FEW_WORDS = 4
NAMES = frozenset(right.value for right in Right)


def called_by_name(reading: Reading, scene: Scene) -> tuple[Right, ...]:
    """The rights that a colleague's few words about somebody call by their names, where these are the likeliest ones:
    "Rita Moll, rita@moll.example, wants a copy"."""
    whole = reading.mail.sender is not None or reading.mail.forwarded or len(reading.text) > LONGEST_DOUBT
    own = " ".join(word for word in plain(reading.text).split() if word not in phrases("polite"))
    if (of_ticket := _named_in_field(reading) or _named_behind_ticket(reading, scene)) is not None:
        return of_ticket
    if whole or reading.ticket:  # a ticket's case is opened at once, and shown to nobody
        return ()
    if orders := ordered(reading.text):
        besides = [named(what_is_ordered(part)) for part in parts_of(reading.text)]
        # "log a deletion and a copy for Ann Bell"
        orders = tuple(dict.fromkeys([*orders, *(found[0] for found in besides if found is not None and found[1])]))
        if asked_in(reading) <= {*orders}:
            return orders
    if in_own_words(own):
        return ()
    told = [fact.value for fact in (reading.name, reading.email) if fact is not None]
    told += ADDRESS.findall(reading.text)
    told += [part for who in reading.persons for part in (who.name, who.email) if part]
    rest = reading.text
    for words in told:
        rest = rest.replace(words, " ")
    called = [found for part in parts_of(rest) if (found := named(part)) is not None]
    rights = tuple(dict.fromkeys(right for right, wanted in called if wanted))
    # "she wants to know what we hold, and no ads": one has no name. (In doubt a person's name sounds like a correction)
    if not rights or len(rights) != len(called) or not asked_in(read(rest, scene)) <= {*rights}:
        return ()
    if wants(rest) and speaks_of_another(rest) and not any(map(str.isdecimal, rest)):
        return rights  # "Kunde will Auskunft"
    first = [name for name, _sure in reading.candidates if name in NAMES][: len(rights)]
    return rights if told and (reading.unsure or not reading.rights) and {*rights} == {*first} else ()


def called_besides(reading: Reading) -> tuple[Right, ...]:
    """The rights that a part of a colleague's few words calls by their names beside what the whole plainly asks for:
    "her birth date is wrong and she also wants a copy"."""
    few = len(reading.text) <= LONGEST_DOUBT and reading.mail.sender is None and not reading.mail.forwarded
    parts = parts_of(reading.text) if few else []
    also = [part for part in parts if adds_more(part) and wants(part)]
    also += [two for one, two in pairwise(parts) if wants(one) and len(one.split()) < _FEW_WORDS]  # "wil | een kopie"
    found = [named(part) for part in also]
    return tuple(one[0] for one in found if one is not None and one[1] and one[0] not in _DOUBTFUL)


def _named_in_field(reading: Reading) -> tuple[Right, ...] | None:
    """What a form that somebody filled in names as the kind of the request, and nothing else asks for anything else:
    "Request type: Erasure"."""
    if reading.mail.sender is not None or len(reading.text) > LONGEST_FORM:
        return None
    fields = [line.strip("*-•| ").partition(":") for line in reading.text.splitlines()]
    kinds = [value for label, _colon, value in fields if plain(label) in phrases("kind_of_request")]
    found = [noted(part) for value in kinds for part in parts_of(value)]
    rights = tuple(dict.fromkeys(one[0] for one in found if one is not None and one[1]))
    return rights if rights and len(found) == len(rights) and asked_in(reading) <= {*rights} else None


def _named_behind_ticket(reading: Reading, scene: Scene) -> tuple[Right, ...] | None:
    """What a support agent's few words say beside the number of a ticket, or of several at once, where that is nothing
    but the name of a right, or a plain wish: "4411 deletion", "4411, 4412 both access". None where it is more, or may
    be another thing.
    """
    few = len(reading.text) <= LONGEST_DOUBT and scene.policy.is_support(scene.speaker.email)
    few = few and not reading.text.rstrip().endswith("?")
    tickets = tickets_in(reading, leads=True) if few else ()
    before, _number, behind = reading.text.partition(tickets[0]) if tickets else ("", "", "")
    if all(any(map(noted, parts_of(half))) for half in (before, behind)):
        return None  # "copy, and 4412 deletion"
    rest = _APART.sub(", ", reading.text)
    for fact in (reading.name, reading.email, reading.phone):
        rest = rest.replace(fact.quote, ", ") if fact is not None else rest
    if (account := reading.account_id) is not None:
        rest = re.sub(rf"(?i:\b(?:no|nr|n)\W{{0,2}})?{re.escape(account.quote)}", ", ", rest)  # "cust no 55-8812"
    pieces = [_beside_all(tickets, piece) for piece in _PIECE.split(rest)] if tickets else []
    pieces = [behind_all(piece) or piece for piece in pieces]
    said = [found for piece in pieces for found in _said_in(piece, scene)]
    rights = tuple(dict.fromkeys(found[0] for found in said if found is not None and found[1]))
    if (
        not wants_once(reading.text)
        or not rights
        or len(rights) < len(said)
        or not asked_in(reading) - {Right.RECTIFICATION} <= {*rights}  # (as a name sounds, in doubt)
        or not _DOUBTFUL.isdisjoint(rights)
        or (len(rights) > 1 and (says_instead(reading.text) or turn_of(reading.text) is not None))
    ):
        return None
    return rights


def _beside_all(tickets: tuple[str, ...], piece: str) -> str:
    """A piece of a few words as it is written, without tickets and what they are called, and without titles."""
    for ticket in tickets:
        piece = piece.replace(ticket, " ")
    others = before_tickets() | phrases("titles", "names")
    return " ".join(word for word in piece.split() if plain(word) not in others)


def _said_in(piece: str, scene: Scene) -> list[tuple[Right, bool] | None]:
    """What the parts of a piece call by its name, or a whole piece plainly asks for, without those that tell who and
    when; None of any other."""
    if (whole := noted(piece)) is not None:
        return [whole]
    if says_not(piece):
        return [None]  # "deletion, or maybe not"
    if _tells_besides(piece):
        return []
    called = [(part, noted(part) or noted(_behind_name(part))) for part in parts_of(piece)]
    said = [found for part, found in called if found is not None or not _tells_besides(part)]
    if None in said and wants(piece):  # "möchte die Löschung seines Kontos", behind a name and an address
        alone = read(piece, scene)
        return [(fact.value, True) for fact in alone.rights] if alone.surely_asks else said
    return said


def _behind_name(part: str) -> str:
    """What stands behind somebody's name, or where they are from: of "Ada Lind access" and "from Hull: access" the last
    word; of "Account access" nothing."""
    words = part.split()
    words = words[1:] if words and plain(words[0]) in phrases("of_place") else words
    name = list(takewhile(lambda word: word[:1].isupper() and not is_ordinary(word), words))
    return " ".join(words[len(name) :]) if name else ""


def _tells_besides(part: str) -> bool:
    """Whether a part of a few words tells on which day it came in, where somebody lives, or no more than that somebody
    is a customer."""
    kinds = ("polite", "fillers", "says_who", "behind_the_same", "introduces", "of_law")
    known = frozenset[str]().union(*map(phrases, kinds))
    words = plain(part).split()
    of_place = words[:1] and words[0] in phrases("of_place")  # "aus Bremen"
    place = part.split(maxsplit=1)[-1] if of_place else part
    if all(word in known for word in words) or is_only_a_place(place) or came_before(part):
        return True
    if any(map(is_compared, NUMBER.finditer(part))):  # "same customer as 4409"
        return not names_a_wish(part)
    part = with_whole_days(part)
    today = any(names(" ".join(words), day) for day in phrases("today"))
    return only_when(part, ()) and (today or names_a_day(part) or any(map(str.isdecimal, part)))


def noted_in(reading: Reading) -> list[Right]:
    """What a desk's short note calls by its name, whatever it sounds like as a whole: "51780 cx req del. UK"."""
    if reading.mail.sender is not None or len(reading.text) > LONGEST_DOUBT:
        return []
    words = " ".join(word for word in _APART.sub(", ", reading.text).split() if not any(map(str.isdecimal, word)))
    return [right for right, wanted in filter(None, map(noted, parts_of(words))) if wanted]


def told_part_by_part(reading: Reading, scene: Scene) -> tuple[Right, ...]:
    """The rights of few words each part of which plainly asks for one, where these are all that the whole may ask for:
    "delete my account and send me a copy first". Not a ticket's: its case is opened at once, and shown to nobody."""
    few = len(reading.text) <= LONGEST_DOUBT and reading.mail.sender is None and not reading.mail.forwarded
    if not few or reading.ticket or tickets_in(reading, leads=True) or not wants_once(reading.text):
        return ()
    asked = asked_together(reading)
    told = wishes(reading.text, scene).plain if len(asked) > 1 and Right.RECTIFICATION not in asked else ()
    return told if {*told} == {*asked} else ()  # (a name in doubt sounds like a correction)


def labelled(text: str) -> tuple[Right, ...]:
    """The rights whose buttons were typed, in any language of the bot: "Delete, Stop marketing"."""
    labels: dict[str, Right] = {}
    for language in LANGUAGES:
        with speaking(language):
            labels.update({plain(right_name(right)): right for right in Right})
    names = Names(labels)
    if (whole := names.nearest(plain(text))) is not None:
        return (labels[whole],)
    typed = [names.nearest(plain(part)) for part in text.split(",")]
    return tuple(dict.fromkeys(labels[name] for name in typed if name)) if all(typed) else ()

"""The rights that a colleague's few words call by their names."""

import re
from itertools import pairwise

from bot.conversation.scene import Scene
from bot.rights import Right
from bot.understanding.reading import Reading
from bot.understanding.replies.answers import adds_more, in_own_words, phrases, plain, speaks_of_another
from bot.understanding.replies.named_rights import named, parts_of
from bot.understanding.replies.ordered import ordered, what_is_ordered
from bot.understanding.replies.remarks import behind_all
from bot.understanding.words import EMAIL
from flows.named_before import LONGEST_DOUBT
from flows.reading import read
from flows.tickets import beside, tickets_in
from flows.wishes import asked_in, asked_together, wants, wants_once, wishes

CALLED = 0.7  # how sure a right is that is called by its name, where the message as a whole leaves a doubt
# What a desk calls so may be another thing: a complaint about a parcel, a correction of an invoice.
_DOUBTFUL = frozenset((Right.COMPLAINT, Right.RECTIFICATION, Right.QUESTION, Right.RESTRICTION))
_FEW_WORDS = 4
_ADDRESS = re.compile(EMAIL)
NAMES = frozenset(right.value for right in Right)


def called_by_name(reading: Reading, scene: Scene) -> tuple[Right, ...]:
    """The rights that a colleague's few words about somebody call by their names, where these are the likeliest ones:
    "Rita Moll, rita@moll.example, wants a copy"."""
    whole = reading.mail.sender is not None or reading.mail.forwarded or len(reading.text) > LONGEST_DOUBT
    own = " ".join(word for word in plain(reading.text).split() if word not in phrases("polite"))
    if (of_ticket := _named_behind_ticket(reading, scene)) is not None:
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
    told += _ADDRESS.findall(reading.text)
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


def _named_behind_ticket(reading: Reading, scene: Scene) -> tuple[Right, ...] | None:
    """What a support agent's few words say beside the number of a ticket, or of several at once, where that is nothing
    but the name of a right: "4411 deletion", "4411, 4412 both access". None where it is more, or may be another thing.
    """
    few = len(reading.text) <= LONGEST_DOUBT and scene.policy.is_support(scene.speaker.email)
    tickets = tickets_in(reading, leads=True) if few else ()
    rest = reading.text
    for ticket in tickets:
        rest = beside(ticket, rest)
    said = [named(part) for part in parts_of(behind_all(rest) or rest)] if tickets else []
    rights = tuple(dict.fromkeys(found[0] for found in said if found is not None and found[1]))
    if not rights or len(rights) < len(said) or not asked_in(reading) <= {*rights} or not _DOUBTFUL.isdisjoint(rights):
        return None
    return rights


def told_part_by_part(reading: Reading, scene: Scene) -> tuple[Right, ...]:
    """The rights of few words each part of which plainly asks for one, where these are all that the whole may ask for:
    "delete my account and send me a copy first". Not a ticket's: its case is opened at once, and shown to nobody."""
    few = len(reading.text) <= LONGEST_DOUBT and reading.mail.sender is None and not reading.mail.forwarded
    if not few or reading.ticket or tickets_in(reading, leads=True) or not wants_once(reading.text):
        return ()
    asked = asked_together(reading)
    told = wishes(reading.text, scene).plain if len(asked) > 1 and Right.RECTIFICATION not in asked else ()
    return told if {*told} == {*asked} else ()  # (a name in doubt sounds like a correction)

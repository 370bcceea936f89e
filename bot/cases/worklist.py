"""What is to be done for each kind of request: a checklist, made from the kind and from the policy's systems.

Which steps are done is kept with the request; the list itself is not, so that it follows the policy.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.cases.words import ONLY_HELD, Role
from bot.policy import Policy
from bot.rights import Right
from bot.wording import _, later


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. `code` stays the same while its wording may change."""

    code: str
    text: str


TELL = "tell"  # those who received the data: GDPR art. 19
FORWARD = "forward"  # to the customer whose data they are: GDPR art. 28(3)(e)

# What is done in each system, by kind of request; {system} is its name.
_IN_SYSTEMS = {
    Right.ACCESS: later("Search {system}"),
    Right.KNOW_CATEGORIES: later("Look what kinds are in {system}"),
    Right.PORTABILITY: later("Export what they gave us from {system}"),
    Right.RECTIFICATION: later("Correct in {system}"),
    Right.ERASURE: later("Delete from {system}"),
    Right.RESTRICTION: later("Mark as restricted in {system}"),
    Right.MINOR_REPORT: later("Look for the child's data in {system}, and delete them"),
}
_PRESERVE = later("Keep what would expire until the answer is out")
_TELL = later("Tell those who received the data")
_SUPPRESS = later("Put them on the suppression list, so that no list brings them back")
_FORWARD = later("Pass the request on to the customer without delay")
_HELD = (
    (FORWARD, _FORWARD),
    ("redirect", later("Tell the person who decides; neither confirm nor deny that we hold anything")),
)
_PRESERVED = frozenset({Right.ACCESS, Right.PORTABILITY, Right.KNOW_CATEGORIES})

_FIRST: dict[Right, tuple[tuple[str, str], ...]] = {
    Right.ERASURE: (
        ("confirm", later("Ask once more whether everything is to go; it cannot be undone")),
        ("keep", later("Note what must be kept and why: this case's record, invoices, claims")),
    ),
    Right.OBJECTION: (
        ("weigh", later("Stop it, or show stronger grounds; against direct marketing there are none")),
        ("warn", later("Tell them first if a service will no longer work for them")),
    ),
    Right.AUTOMATED_DECISION: (("human", later("Let somebody who may change the decision look at it")),),
    Right.APPEAL: (("other", later("Give it to somebody who had no part in the first decision")),),
    Right.COMPLAINT: (
        ("echo", later("Write their words back to them for confirmation")),
        ("dpo", later("Give the DPO a copy; nobody outside the privacy team sees it")),
    ),
    Right.MINOR_REPORT: (("stop", later("Stop collecting from the child, and sell or share nothing of theirs")),),
    Right.DEACTIVATION: (("which", later("Ask whether they want it deactivated, deleted, or both")),),
    Right.QUESTION: (("answer", later("Answer from the privacy policy; give no legal advice")),),
    Right.OPT_OUT_SALE: (
        ("scope", later("Set the choice for the browser, and for the account if there is one")),
        ("signal", later("Pass the choice on to advertising and analytics partners")),
    ),
    Right.OPT_OUT_MARKETING: (
        ("unsubscribe", later("Take them off every mailing, call list and campaign")),
        ("retention", later("Delete what was only kept for marketing")),
    ),
    Right.LIMIT_SENSITIVE: (("limit", later("Limit sensitive data to the purposes that the law leaves")),),
    Right.WITHDRAW_CONSENT: (("stop", later("Stop everything that rests on this consent")),),
    Right.RESTRICTION: (("lift", later("Set a date to look again; tell them before it is lifted")),),
}
_LAST: dict[Right, tuple[tuple[str, str], ...]] = {
    Right.ACCESS: (
        ("others", later("Take out what is about other people")),
        ("deliver", later("Send the copy the way they chose, never through the chat")),
    ),
    Right.PORTABILITY: (("deliver", later("Send the file the way they chose, never through the chat")),),
    Right.RECTIFICATION: ((TELL, _TELL),),
    Right.ERASURE: ((TELL, _TELL), ("suppress", _SUPPRESS)),
    Right.RESTRICTION: ((TELL, _TELL),),
    Right.OBJECTION: ((TELL, _TELL),),
    Right.OPT_OUT_SALE: ((TELL, _TELL),),
    Right.OPT_OUT_MARKETING: (("suppress", _SUPPRESS),),
    Right.DEACTIVATION: (("close", later("Deactivate the account")),),
    Right.MINOR_REPORT: (("silent", later("Disclose to nobody what was found, not even to who reported it")),),
}


def steps(right: Right, policy: Policy, role: str = Role.CONTROLLER) -> tuple[Step, ...]:
    """What is to be done for one kind of request, in order. What we only hold for a customer is the customer's to do.

    Args:
        role: one of `Role`.
    """
    if role in ONLY_HELD:
        return tuple(Step(code, _(text)) for code, text in _HELD)
    passed_on = (Step(FORWARD, _(_FORWARD)),) if role == Role.BOTH else ()
    return (*passed_on, *_steps(right, policy))


def left(right: Right, policy: Policy, done: tuple[str, ...], role: str = Role.CONTROLLER) -> tuple[Step, ...]:
    """The steps that are not done yet."""
    return tuple(step for step in steps(right, policy, role) if step.code not in done)


def _steps(right: Right, policy: Policy) -> Iterator[Step]:
    if right in _PRESERVED and any(system.expires for system in policy.told.systems):
        yield Step("preserve", _(_PRESERVE))
    yield from (Step(code, _(text)) for code, text in _FIRST.get(right, ()))
    if right in _IN_SYSTEMS:
        for system in policy.told.systems:
            yield Step(f"system:{system.code}", _(_IN_SYSTEMS[right], system=system.name))
    yield from (Step(code, _(text)) for code, text in _LAST.get(right, ()))

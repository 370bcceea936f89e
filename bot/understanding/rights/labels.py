"""The labels that the reading is learnt and weighed in: eleven rights, what else a message can be, and its kinds."""

from bot.rights import Right
from bot.understanding.reading import Meta

RIGHTS = (
    "access", "portability", "erasure", "rectification", "restriction", "objection", "opt_out_sale",
    "opt_out_marketing", "withdraw_consent", "limit_sensitive", "complaint",
)  # fmt: skip
OTHERS = (Meta.NONE.value, Meta.STATUS_QUERY.value, Meta.ESCALATION.value)
LABELS = RIGHTS + OTHERS
# No request, a question about one, or how many rights: the kinds of message. Handing up is a matter of its own.
KINDS = ("none", "status", "one", "two", "more", "handed")
ASKING = ("one", "two", "more")  # those of a request

# The rights behind a label. Two are told from their neighbour by the frames alone, and have flows of their own.
FINER = {label: (Right(label),) for label in RIGHTS} | {
    "access": (Right.ACCESS, Right.KNOW_CATEGORIES),
    "objection": (Right.OBJECTION, Right.AUTOMATED_DECISION),
}
_LABELS = {right: label for label, rights in FINER.items() for right in rights}
LEARNT = frozenset(_LABELS)  # the others are only ever chosen by a person


def label_of(right: Right) -> str:
    """The label that a right of LEARNT is learnt under."""
    return _LABELS[right]

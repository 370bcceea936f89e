"""The phrase book's words: what an example may be labelled with, where it comes from, and how a line is written."""

from collections.abc import Iterable
from enum import StrEnum

from bot.errors import Refused
from bot.rights import Right
from bot.understanding.rights.labels import LEARNT, label_of


class Label(StrEnum):
    """What a phrase asks for. The last three stand alone."""

    ACCESS = "access"
    PORTABILITY = "portability"
    ERASURE = "erasure"
    RECTIFICATION = "rectification"
    RESTRICTION = "restriction"
    OBJECTION = "objection"
    OPT_OUT_SALE = "opt_out_sale"
    OPT_OUT_MARKETING = "opt_out_marketing"
    WITHDRAW_CONSENT = "withdraw_consent"
    LIMIT_SENSITIVE = "limit_sensitive"
    COMPLAINT = "complaint"
    NONE = "none"
    STATUS = "status"
    ESCALATION = "escalation"


class Kind(StrEnum):
    """How the words came in."""

    CHAT = "chat"
    EMAIL = "email"
    FORWARD = "forward"
    TICKET = "ticket"


ALONE = (Label.NONE, Label.STATUS, Label.ESCALATION)


def labels_of(rights: Iterable[Right]) -> tuple[Label, ...]:
    """The labels of some rights, in their order; none at all is a label, too."""
    found = dict.fromkeys(Label(label_of(right)) for right in rights if right in LEARNT)
    return tuple(found) or (Label.NONE,)


def read_labels(text: str) -> tuple[Label, ...]:
    """Labels as a person types them, "access+erasure". Raises `Refused` with one sentence."""
    names = [name.strip() for name in text.casefold().split("+")]
    for name in names:
        if name not in list(Label):
            raise Refused(f"There is no label {name[:40]!r}; there are: {', '.join(Label)}.")
    labels = tuple(dict.fromkeys(Label(name) for name in names))
    for label in labels:
        if label in ALONE and len(labels) > 1:
            raise Refused(f"The label {label.value!r} stands alone: it goes with no other.")
    return labels


def joined(labels: Iterable[Label]) -> str:
    """Labels as they are kept and written: "access+erasure"."""
    return "+".join(labels)


def line(labels: str, kind: Kind, words: str) -> str:
    r"""One line of the book: "access+erasure | chat | ...", its breaks written as \n."""
    # What would be taken for a break or for the next column becomes a stroke.
    plain = words.replace("\\", "/").replace("|", "/")
    return f"{labels} | {kind.value} | {one_line(plain)}"


def one_line(words: str) -> str:
    r"""The words with each break written as \n, whatever kind of break it is."""
    rows = (" ".join(row.split()) for row in words.splitlines())
    return "\\n".join(row for row in rows if row)

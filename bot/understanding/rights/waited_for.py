"""A question how a thing is done to people or to data, for somebody who is there: "how do we delete a customer? he's
waiting", "gibt es einen Knopf für Leute, die verschwinden wollen? Einer wartet".

Read as a whole it is a colleague's own question. Who is there may want it: so the right is asked about.
"""

from bot.rights import Right
from bot.understanding.rights.features import seen
from bot.understanding.rights.message import Message
from bot.understanding.rights.staff import asks_of_office
from bot.understanding.rights.verdict import Verdict, question_about
from bot.understanding.who.looked import may_hold
from bot.understanding.wordlists import whole_words

_MOST = 30  # words; longer messages hold these words by chance
_RIGHTS = {
    "DELETE": Right.ERASURE,
    "UNSUBSCRIBE": Right.OPT_OUT_MARKETING,
    "FREEZE": Right.RESTRICTION,
    "WITHDRAW": Right.WITHDRAW_CONSENT,
    "COPY": Right.ACCESS,
    "SEE": Right.ACCESS,
    "DATA": Right.ACCESS,
}  # the concepts that speak for rights, the plainest first
_WHOSE = frozenset(
    ("CUSTOMER", "LAWYER", "HUMAN", "SOME", "HE", "FAMILY", "HEALTH", "PERSONAL", "DATA", "ACCOUNT", "PROFILE", "CRM")
)  # ("client" stands with the lawyers, "patient" with health)


def waited_for(message: Message, verdict: Verdict) -> Verdict | None:
    """The question about the first such right, or None."""
    if verdict.unsure or sum(len(heard.clause.words) for heard in message.heard) > _MOST:
        return None
    if asks_of_office(message.text) or not may_hold(message.text, "retold", "there"):
        return None
    if not whole_words("retold", "there").search(message.folded):
        return None
    for heard in message.heard:
        named = {seen(word.key, message.languages).name: word for word in heard.clause.words}
        asked = next((concept for concept in _RIGHTS if concept in named), None)
        if asked is None or not heard.clause.question or (_WHOSE - {asked}).isdisjoint(named):
            continue
        if "ME" in named or "MY" in named:
            continue  # the writer waits: "three weeks of waiting, have you forgotten me?"
        span = (heard.clause.start, heard.clause.end)
        return question_about(_RIGHTS[asked], span, message.text, verdict, reader="waited_for")
    return None

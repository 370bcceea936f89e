"""A question how a thing is done to people or to data, for somebody who is there: "how do we delete a customer? he's
waiting", "gibt es einen Knopf für Leute, die verschwinden wollen? Einer wartet".

Read as a whole it is a colleague's own question. Who is there may want it: so the right is asked about.
"""

from bot.rights import Right
from bot.understanding.reading import Fact, Meta
from bot.understanding.rights.decide import Verdict
from bot.understanding.rights.features import seen
from bot.understanding.rights.message import Message
from bot.understanding.rights.staff import asks_of_office
from bot.understanding.who.looked import may_hold
from bot.understanding.wordlists import whole_words

_MOST = 30  # words; longer messages hold these words by chance
_SURE = 0.4  # of what is only asked about
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
        fact = Fact(_RIGHTS[asked], message.text[slice(*span)], span, _SURE, "waited_for")
        others = (each for each in verdict.candidates if each[0] != fact.value.value)
        return Verdict((fact,), Meta.REQUEST, _SURE, ((fact.value.value, _SURE), *others), unsure=True)
    return None

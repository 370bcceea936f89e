"""What a letter may say, gathered from the case, the law, the policy and the team's own words."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.cases.snapshot import CaseView, Details, RequestView, day_of_receipt
from bot.cases.words import Capacity
from bot.cases.worklist import TELL
from bot.errors import Refused
from bot.law.book import LawBook, Regime
from bot.law.rules import citation
from bot.law.verification import strictest
from bot.letters.decisions import extension, refusal
from bot.letters.kinds import ASKING, LetterKind
from bot.letters.own import Own
from bot.letters.phrases import Phrases
from bot.policy import Policy
from bot.policy.told import in_language
from bot.rights import Right
from bot.toml import read_toml
from bot.wording import _, cut

MOST_WORDS = 600  # characters of the person's own words that a letter repeats
_ABOUT_ONE = {right.value: right for right in Right}  # letters that answer one right
EXPLAINED = (LetterKind.COMPLAINT, LetterKind.APPEAL, LetterKind.QUESTION)  # nothing without what was found
_AT_ONCE = frozenset({Right.OPT_OUT_MARKETING, Right.WITHDRAW_CONSENT})
_WRITTEN_AUTHORITY = ("eu_gdpr", "uk_gdpr")  # is enough there; elsewhere the person confirms it, too
_ONLY_SAYS_IT_IS_HELD = ("us_ca", "us_mn")


def facts(
    kind: LetterKind,
    case: CaseView,
    details: Details,
    policy: Policy,
    book: LawBook,
    words: Phrases,
    *,
    today: date,
    own: Own,
) -> dict[str, Any]:
    """The names that templates may use. Raises Refused where the letter lacks a reason, an explanation or a day."""
    requests = _about(kind, case, own)
    regime = _law(book, policy, case)
    rights = [request.right for request in requests]
    answers = _answers(requests, words, today)
    dues = {due for _asked, due in answers}
    tier = strictest(book, case.regimes, rights, has_account=details.subject.account is not None)
    received = min((request.receipt_date for request in requests), default=case.received_at.date())
    found: dict[str, Any] = {
        "reference": case.reference,
        "organisation": policy.organisation.name,
        "dpo": policy.contact_for(regime.id),
        "links": policy.links,
        "age_limit": policy.limits.age,
        "salutation": _salutation(details, words),
        "received": words.day(day_of_receipt(requests, case.received_at, policy.working_hours.tz)),
        "today": words.day(today),
        "on_behalf_of": (details.subject.name or "") if details.representative else "",
        "asks": words.asked(rights),
        "law": words.joined(words.cited(citation(book, regime.id, right)) for right in rights) or regime.name,
        "due": dues.pop() if len(dues) == 1 else "",
        "answers": [{"asks": asks, "due": due} for asks, due in answers],
        "late": _late(requests, today),
        "pauses": any(request.paused or request.right in own.waits for request in requests),
        "stands_still": _stands_still(kind, requests, own),
        "proof": tier.id,
        "how_to_prove": _how_to_prove(tier.id, case, regime, words),
        "asked_on": words.day(case.verification_asked_on) if case.verification_asked_on else "",
        "close_on": _close_on(case, policy, words),
        "complaint": _complaint(details),
        "scope": "account" if details.subject.account else "browser",
        "recipients_told": bool(requests) and all(TELL in request.done for request in requests),
        "customer_told": own.customer_told or bool(details.customer),
        "delivery": words.delivery[own.delivery],
        "note": own.note.strip(),
        "explanation": own.explanation.strip(),
        "court": regime.court,
        "appeal_days": _appeal_days(regime, received),
        "lettered": regime.id == "us_ca",
        "tells_of_held_only": regime.id in _ONLY_SAYS_IT_IS_HELD,
        "look_back": _look_back(regime, policy, received, words),
    }
    found |= _authority(regime, details, words)
    found |= _told(policy, words.language)
    if kind is LetterKind.EXTENSION:
        found |= extension(case, requests, policy, book, words, own, today)
    if kind is LetterKind.REFUSAL:
        found |= refusal(case, requests, regime, words, own)
    if kind in EXPLAINED and not found["explanation"]:
        raise Refused(_("Please write what was found and decided: the letter has to say it."))
    return found


def _stands_still(kind: LetterKind, requests: Sequence[RequestView], own: Own) -> bool:
    """Whether the clock of all of them stands still until this letter is answered, and not for something else."""
    reason = ASKING.get(kind)
    if reason is None or not requests:
        return False
    return all(request.right in own.waits or request.waits_for(reason) for request in requests)


def _answers(requests: Sequence[RequestView], words: Phrases, today: date) -> list[tuple[str, str]]:
    """By when each request is answered: while its clock stands still the strict day; none that has passed already, and
    none for what is simply stopped."""
    found: list[tuple[str, str]] = []
    for request in requests:
        on = request.due or request.safe_due or _promised(request)
        if request.open and on is not None and on >= today:
            found.append((words.asks[request.right], words.day(on)))
    return found


def _promised(request: RequestView) -> date | None:
    """Our own target where letters tell it: what is simply stopped is done without delay, and no day is told."""
    return None if request.right in _AT_ONCE else request.target_due


def _late(requests: Sequence[RequestView], today: date) -> str:
    """Whether the person should have the answers already: "all" of them, "part" of them, or none ("")."""
    waiting = [request for request in requests if request.open]
    promised = [request.due or _promised(request) for request in waiting]  # while a clock stands still there is no day
    overdue = [on for on in promised if on is not None and on < today]
    if not overdue:
        return ""
    return "all" if len(overdue) == len(waiting) else "part"


def _about(kind: LetterKind, case: CaseView, own: Own) -> tuple[RequestView, ...]:
    """The requests that the letter speaks of."""
    one = _ABOUT_ONE.get(kind.value)
    wanted = (one,) if one is not None else own.rights  # a letter about one right speaks of no other
    chosen = tuple(r for r in case.requests if r.right in wanted)
    return chosen or case.open_requests or case.requests


def _law(book: LawBook, policy: Policy, case: CaseView) -> Regime:
    return book.regime(case.regimes[0] if case.regimes else policy.clocks.regime)


def _salutation(details: Details, words: Phrases) -> str:
    writer = details.representative or details.subject
    name = (writer.name or "").strip()
    return words.words["you"].format(name) if name else words.words["nobody"]


def _how_to_prove(tier: str, case: CaseView, regime: Regime, words: Phrases) -> str:
    """What the person shows, and before it what somebody shows who acts for them."""
    own = words.proof[tier]
    if case.capacity is Capacity.SELF:
        return own
    if case.capacity is Capacity.PARENT:
        return f"{words.proof['TP']} {own}"
    return f"{words.proof['TW' if regime.id in _WRITTEN_AUTHORITY else 'TR']} {own}"


def _close_on(case: CaseView, policy: Policy, words: Phrases) -> str:
    if case.verification_asked_on is None:
        return ""
    return words.day(case.verification_asked_on + timedelta(days=policy.limits.silence_days))


def _complaint(details: Details) -> str:
    said = " ".join(words for fact, words in details.words if fact == Right.COMPLAINT.value)
    flat = " ".join(said.split())
    return cut(flat, MOST_WORDS)


def _appeal_days(regime: Regime, on: date) -> int | None:
    rule = regime.rule(Right.APPEAL, on)
    return rule.response.value if rule is not None and rule.response is not None else None


def _look_back(regime: Regime, policy: Policy, received: date, words: Phrases) -> str:
    """From when on an answer about categories tells by itself: California's twelve months before the receipt."""
    if regime.repeats is None:
        return ""
    first = received - relativedelta(months=policy.limits.look_back_months)
    return words.day(max(first, policy.limits.look_back_from))


def _authority(regime: Regime, details: Details, words: Phrases) -> dict[str, str]:
    if regime.authority_name is not None:
        return {"authority": regime.authority_name, "authority_page": regime.authority_page}
    if regime.id.startswith("us_"):
        return {"authority": words.words["attorney_general"], "authority_page": regime.authority_page}
    known = _authorities().get((details.subject.country or "").upper())
    general = words.words["authority_eu"]
    if known is None:
        return {"authority": general, "authority_page": ""}
    return {"authority": known["name"], "authority_page": known["page"]}


def _told(policy: Policy, language: str) -> dict[str, Any]:
    told = policy.told
    return {
        "categories": [{"code": one.code, "name": in_language(one.name, language)} for one in told.categories],
        "purposes": [in_language(one, language) for one in told.purposes],
        "sources": [in_language(one, language) for one in told.sources],
        "recipients": [in_language(one, language) for one in told.recipients],
        "keeping": in_language(told.keeping, language),
    }


@cache
def _authorities() -> Mapping[str, Mapping[str, str]]:
    return read_toml(Path(__file__).with_name("authorities.toml"))

"""A ticket, or somebody, of whom no more is said than that they want the same: "4412 too", "and Bo Berg, bo@..."."""

from dataclasses import replace
from functools import cache

from bot.cases.snapshot import Person
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.conversation.slot import Known
from bot.understanding.replies.answers import phrases, plain, says_not, says_the_same, speaks_of
from bot.understanding.replies.days import names_a_day
from bot.understanding.replies.named_rights import named
from bot.understanding.replies.pieces import goes_on
from bot.understanding.who.addresses import in_domains
from bot.understanding.who.alike import same_person
from bot.understanding.who.kin import is_relative
from bot.understanding.wordlists import word_lists
from bot.understanding.words import ADDRESS
from flows.dialogue import DIALOGUE
from flows.handover.both_named import without_kin
from flows.handover.each_ticket import names_one_more
from flows.handover.handed import Handed
from flows.particulars import OWN_WORDS
from flows.record.which_case import just_opened
from flows.slots.names import bare_person, contacts_in
from flows.slots.offered import LIKE
from flows.slots.people import ABOUT_ME, PERSON
from flows.slots.people_named import given_in, people_named
from flows.slots.reading import own_domains
from flows.slots.rights import RIGHTS, likeliest
from flows.slots.writers import WRITER

_FEW = 2  # words beside an address that tell nothing: "same goes for her flatmate Ida Fox, ida@fox.example"
_WHO = OWN_WORDS | {PERSON.name, WRITER.name}  # questions whose answer may be who somebody is


def like_the_last(handed: Handed, scene: Scene) -> tuple[Draft, ...]:
    """The drafts of a message. Where it says the same of one more ticket, what was asked just now is offered first."""
    case = just_opened(scene) if names_one_more(handed.tickets, handed.mail.text) else None
    if case is None:
        return handed.drafts()
    rights = tuple(request.right for request in case.requests)
    return tuple(
        replace(draft, answers=Known(draft.answers).having(LIKE, rights, "heard").answers) for draft in handed.drafts()
    )


def like_the_open_one(handed: Handed, active: Draft, scene: Scene) -> Draft:
    """The draft with what the open one asks for; where that is not known, it is offered."""
    (draft, *_others), rights = handed.drafts(), Known(active.answers).get(RIGHTS)
    known = Known(draft.answers)
    if rights:
        known = known.having(RIGHTS, rights, "heard", handed.mail.text)
    else:
        known = known.having(LIKE, likeliest(active, scene), "heard")
    return replace(draft, answers=known.answers)


def same_of_somebody(handed: Handed, active: Draft, scene: Scene) -> Draft | None:
    """The draft of somebody else of whom nothing is told but who they are, and that they come besides: "and Bo Berg,
    bo@x.example", "his brother Al Hill too"."""
    text, told = handed.mail.text, handed.reading
    person = DIALOGUE.so_far(PERSON, active, scene)
    besides = (goes_on(text) or says_the_same(text)) and not speaks_of(text, "one_more")  # whatever that one wants
    if not handed.typed or handed.tickets or not besides or len(text) > LONGEST_ANSWER or active.asked in _WHO:
        return None
    related = any(map(is_relative, plain(text).split()))
    named_here = people_named(text) or (given_in(text) if related else [])  # "her husband Dan would like one too"
    names = [without_kin(name) for name in named_here]
    if person is None or not person.name or len(names) != 1 or same_person(names[0], person.name):
        return None
    contacts = contacts_in(told)
    reached = {name: fact.value for name, fact in contacts.items()}
    if "email" not in reached and len(addresses := ADDRESS.findall(text)) == 1:
        reached["email"] = addresses[0]
    if person.email is not None and reached.get("email") == person.email:
        return None
    lawyers, colleague = phrases("lawyers"), in_domains(reached.get("email", ""), own_domains(scene))
    if says_not(text) or colleague or not lawyers.isdisjoint(plain(text).split()):
        return None  # "and not Bo Berg", "and her lawyer Tom Finch, tom@law.example"
    told_in = [one for fact in contacts.values() for one in (fact.quote, fact.value)]
    rest = text
    for words in (names[0], *told_in, *reached.values()):
        rest = rest.replace(words, " ")
    others = [word for word in plain(rest).split() if not (word in _beside() or is_relative(word))]
    if len(others) > (_FEW if "email" in reached else 0) or any(map(named, others)) or names_a_day(rest):
        return None
    who = Person(name=names[0], **reached)
    draft = like_the_open_one(handed, active, scene)
    known = Known(draft.answers).having(ABOUT_ME, False, "heard").having(PERSON, who, "heard", text.strip())
    return replace(draft, answers=known.answers)


def is_only_another(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether nothing is said but the name and the address of somebody who has neither in common with the person: that
    may be somebody besides, or set the person right."""
    known = Known(active.answers).get(PERSON)
    told = bare_person(handed.mail.text, scene) if handed.typed and active.asked not in _WHO else None
    if known is None or told is None or not (known.name and known.email and told.name and told.email):
        return False
    return known.email != told.email and {*plain(known.name).split()}.isdisjoint(plain(told.name).split())


@cache
def _beside() -> frozenset[str]:
    """The words beside somebody of whom no more is said than that they come besides."""
    kinds = ("also", "more", "between", "polite", "fillers", "aside")
    words = {word for kind in kinds for phrase in phrases(kind) for word in phrase.split()}
    lists = word_lists("both_named")
    wants = word_lists("people")["wants"] | word_lists("people")["pronouns"]
    others = lists["possessives"] | lists["articles"] | lists["for_whom"] | phrases("titles", "names")
    return frozenset(words | others | wants | {"one"})

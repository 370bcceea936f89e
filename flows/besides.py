"""What stands beside an answer and would be lost with it: somebody else's request, or one more wish."""

from bot.cases.snapshot import Person
from bot.conversation.dialogue import LONGEST_ANSWER
from bot.conversation.draft import Draft
from bot.conversation.scene import Scene
from bot.understanding.replies.answers import adds_more, plain, says_not, says_the_same
from bot.understanding.where.places import is_place
from bot.understanding.who.names import is_ordinary, names_in
from bot.understanding.wordlists import word_lists
from flows.drafts import DIALOGUE
from flows.handed import Handed
from flows.people import PERSON
from flows.reading import read
from flows.rights import RIGHTS
from flows.wishes import names_a_wish, near


def names_another_too(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether a few words say the same of somebody else besides: "yesterday, and Bo Berg too". Whoever is named in full
    and is not the draft's own person is somebody else."""
    text = handed.mail.text
    if handed.whole or len(text) > LONGEST_ANSWER or not (adds_more(text) or says_the_same(text)):
        return False
    person = DIALOGUE.so_far(PERSON, active, scene)
    return person is not None and _names_another(text, person)


def leaves_a_matter(handed: Handed, active: Draft, scene: Scene) -> bool:
    """Whether one part of a few words is an answer, and another one asks for something that is none: "yesterday, and he
    wants a copy first". Where it is asked what they want, such a part is of the answer."""
    text, listening = handed.mail.text.strip(), DIALOGUE.listening(active, scene)
    if handed.whole or listening is None or not (unread := listening.leaves(text)):
        return False
    person = DIALOGUE.so_far(PERSON, active, scene) or Person()
    if any(_names_another(part, person) for part in unread):
        return True
    # "it's not Ana, it's Nora Bell"
    unread = tuple(part for part in unread if not (says_not(part) and _own(person).intersection(plain(part).split())))
    return active.asked != RIGHTS.name and (
        (adds_more(text) and bool(unread)) or any(_asks_something(part, scene) for part in unread)
    )


def _names_another(text: str, person: Person) -> bool:
    named = [name[0] for name in names_in(text, 0, len(text)) if not is_place(name[0])]
    others = [name for name in named if not _own(person).intersection(plain(name).split())]
    return any(not any(map(is_ordinary, name.split())) for name in others)


def _own(person: Person) -> set[str]:
    """The words of a person's name and address."""
    return {*plain(person.name or "").split(), *plain(person.email or "").split()}


def _asks_something(part: str, scene: Scene) -> bool:
    if names_a_wish(part) or any(word in word_lists("people")["wants"] for word in plain(part).split()):
        return True
    reading = read(part, scene)
    return bool(near(reading)) or (bool(reading.rights) and not reading.unsure)

"""A colleague's note that names both whose data it is and who writes for them."""

from bot.cases.snapshot import Person
from bot.cases.words import Capacity
from bot.conversation.slot import Known
from flows.slots.people import PERSON
from flows.slots.rights import RIGHTS
from flows.slots.writers import CAPACITY, WRITER
from tests.lines import each
from tests.transcripts.talk import Talk


def noted(words: str) -> Known:
    talk = Talk()
    talk.says(words)
    active = talk.chat.active
    assert active is not None
    if active.asked == RIGHTS.name:
        talk.presses(talk.labels[0])
        active = talk.chat.active
        assert active is not None
    assert len(talk.chat.drafts) == 1  # one of both writes for the other
    return Known(active.answers)


@each(
    ("words", "person", "writer", "acts"),
    [
        (
            "the lawyer of Dana Reed, Tom Finch (tom@finch.example), wants a copy of her data",
            "Dana Reed",
            "Tom Finch tom@finch.example",
            Capacity.LAWYER,
        ),
        (
            "Dana Reed (dana@reed.example) wants a copy of her data. Her lawyer, Tom Finch (tom@finch.example), wrote",
            "Dana Reed dana@reed.example",
            "Tom Finch tom@finch.example",
            Capacity.LAWYER,
        ),
        (
            "Ivo Lang's wife Rita Lang (rita@lang.example) rang: please delete his account",
            "Ivo Lang",
            "Rita Lang rita@lang.example",
            Capacity.REPRESENTATIVE,
        ),
        (
            "Mia Stone wants her profile gone, her mum Sara Stone (sara@stone.example) wrote to us",
            "Mia Stone",
            "Sara Stone sara@stone.example",
            Capacity.PARENT,
        ),
        (
            "Ivy Marsh asks what data we store about her son Leo (9). ivy@marsh.example",
            "Leo",
            "Ivy Marsh ivy@marsh.example",
            Capacity.PARENT,
        ),
        (
            "Peter Moss (peter@moss.example), the father of our customer Hannah Moss, wants her account wiped",
            "Hannah Moss",
            "Peter Moss peter@moss.example",
            Capacity.PARENT,
        ),
        (
            "Jill Moor, jill@moorlaw.example, acts for Hannah Moss and asks for a copy of all data",
            "Hannah Moss",
            "Jill Moor jill@moorlaw.example",
            Capacity.REPRESENTATIVE,
        ),
        (
            "de advocaat van Karel Prins, mr. Bas Vink (bas@vink.example), vraagt inzage namens hem",
            "Karel Prins",
            "Bas Vink bas@vink.example",
            Capacity.LAWYER,
        ),
        (
            "Kai Voss, kai@voss.example, möchte, dass wir die Daten seiner Tochter Lena Voss löschen",
            "Lena Voss",
            "Kai Voss kai@voss.example",
            Capacity.PARENT,
        ),
        (
            "l'avocate de Mme Claire Roux, Me Anne Blin (anne@blin.example), demande une copie de ses données",
            "Claire Roux",
            "Anne Blin anne@blin.example",
            Capacity.LAWYER,
        ),
        (
            "la madre de Hugo Rey (8 años), Inés Rey (ines@rey.example), pide eliminar sus datos",
            "Hugo Rey",
            "Inés Rey ines@rey.example",
            Capacity.PARENT,
        ),
        (
            "il padre di Gaia Fonti (13 anni) vuole chiudere il suo account, padre: Aldo Fonti, aldo@fonti.example",
            "Gaia Fonti",
            "Aldo Fonti aldo@fonti.example",
            Capacity.PARENT,
        ),
        (
            "a mãe do Rui Melo (12 anos), Ana Melo (ana@melo.example), pede para apagar os dados dele",
            "Rui Melo",
            "Ana Melo ana@melo.example",
            Capacity.PARENT,
        ),
        (
            "matka Zosi Wilk (10 lat), Anna Wilk, anna@wilk.example, prosi o usunięcie konta córki",
            "Zosia Wilk",
            "Anna Wilk anna@wilk.example",
            Capacity.PARENT,
        ),
        (
            "the mother of Mia Stone (mia@stone.example), Sara Stone (sara@stone.example), wants her profile gone",
            "Mia Stone mia@stone.example",
            "Sara Stone sara@stone.example",
            Capacity.PARENT,
        ),
        (
            "a daughter wants his records deleted. daughter: Iris Cole, iris@cole.example, father is Ned Cole",
            "Ned Cole",
            "Iris Cole iris@cole.example",
            Capacity.REPRESENTATIVE,
        ),
        (
            "A mum wants her daughter's school file. Daughter is Lily Novak in 4B, mum is Petra Novak pn@novak.example",
            "Lily Novak",
            "Petra Novak pn@novak.example",
            Capacity.PARENT,
        ),
        (
            "la maman de Hugo Petit veut voir le dossier de son fils. Elle s'appelle Sophie Petit, sp@petit.example",
            "Hugo Petit",
            "Sophie Petit sp@petit.example",
            Capacity.PARENT,
        ),
        (
            "de moeder van Tim de Boer wil dat zijn foto van de site gaat. Ze heet Karin de Boer, karin@deboer.example",
            "Tim de Boer",
            "Karin de Boer karin@deboer.example",
            Capacity.PARENT,
        ),
        (
            "Susan Webb called for her mother Doris Webb (89), she wants her off our mailing list. susan@webb.example",
            "Doris Webb",
            "Susan Webb susan@webb.example",
            Capacity.REPRESENTATIVE,
        ),
    ],
)
def test_the_person_and_who_writes_for_them_are_told_apart(
    words: str, person: str, writer: str, acts: Capacity
) -> None:
    known = noted(words)
    assert (known[PERSON], known[WRITER]) == (_named(person), _named(writer))
    assert known[CAPACITY] is acts


def _named(told: str) -> Person:
    *name, last = told.split()
    return Person(name=" ".join(name), email=last) if "@" in last else Person(name=told)


@each(
    "words",
    [
        "Ann Bell (ann@bell.example), mother of two, wants her data deleted",
        "Ann Bell, ann@bell.example, asks us to delete the data she gave to our agent Tom Low",
        "Ann Bell (ann@bell.example) wants her data deleted. Our lawyer Tom Low says that is fine",
        "de klant Ann Bell, ann@bell.example, wil dat we haar gegevens wissen. Onze advocaat is Tom Low",
        "Ann Bell, ann@bell.example, wants a copy of the emails we sent to her son Tom Bell",
        "Ann Bell, ann@bell.example, wants to know why we called her husband Tom Bell",
        "Ann Bell (ann@bell.example), a lawyer, wants her data deleted",
    ],
)
def test_who_asks_for_their_own_data_needs_nobody(words: str) -> None:
    known = noted(words)
    told = known[PERSON]
    assert (told.name, told.email) == ("Ann Bell", "ann@bell.example")
    assert WRITER not in known


def test_the_address_behind_who_writes_is_theirs_when_both_are_told_later() -> None:
    talk = Talk()
    talk.says("moeder belt voor haar zoon")
    talk.says("hij heet Daan Smit, zij Ria Smit, ria@smit.example")
    assert talk.chat.active is not None
    known = Known(talk.chat.active.answers)
    assert (known[PERSON], known[WRITER]) == (_named("Daan Smit"), _named("Ria Smit ria@smit.example"))


def test_a_place_is_no_call_for_help() -> None:
    talk = Talk()
    talk.says("Ann Bell, ann@bell.example, wants her data deleted")
    talk.says("yesterday")
    talk.says("Hull")
    talk.shows("Lives: in the United Kingdom")


@each(
    ("begun", "told", "person", "writer"),
    [
        (
            "een zoon belde voor zijn vader, die wil weten wat we van hem hebben",
            "zoon heet Wouter van Dam, vader is Henk van Dam",
            "Henk van Dam",
            "Wouter van Dam",
        ),
        (
            "un père veut effacer les photos de son fils",
            "le fils : Théo Blanc, le père : Marc Blanc",
            "Théo Blanc",
            "Marc Blanc",
        ),
        ("A filha da D. Alice Moura pede os dados da mãe", "filha: Inês Moura", "Alice Moura", "Inês Moura"),
    ],
)
def test_both_who_are_named_are_who_they_are(begun: str, told: str, person: str, writer: str) -> None:
    talk = Talk()
    talk.says(begun)
    talk.says(told)
    known = Known(talk.chat.drafts[0].answers)
    assert (known[PERSON].name, known[WRITER].name) == (person, writer)


def test_who_asks_for_what_is_a_relatives_writes_and_whose_data_it_is_is_asked() -> None:
    talk = Talk()
    talk.says("Rosa Lind wants her late husband removed")
    assert talk.chat.active is not None and talk.chat.active.asked == PERSON.name
    talk.says("Henk Lind, h.lind@planet.example")
    active = talk.chat.active
    assert active is not None
    known = Known(active.answers)
    assert known.get(PERSON) == Person(name="Henk Lind", email="h.lind@planet.example")
    assert known.get(WRITER) == Person(name="Rosa Lind")
    assert known.get(CAPACITY) is Capacity.REPRESENTATIVE

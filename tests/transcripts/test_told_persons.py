"""What colleagues say of the person while a draft is open, and words that say something else."""

from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk, colleague
from tests.transcripts.test_intake import ERASURE
from tests.transcripts.test_words_for_buttons import UNCLEAR, asked

NOWHERE = ERASURE.replace("I live in Spain. ", "")
IGNORED = ERASURE.replace(
    "Please delete all personal data you hold about me.",
    "I complain: you ignored my letter for three months and hung up on me twice.",
)


@each("mail", [ERASURE, NOWHERE, UNCLEAR])
@each(
    ("words", "shown"),
    [
        ("her name is Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("name: Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("ok but her name is Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("it's not Ana, it's Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("de klant heet Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("die Kundin heißt Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("elle s'appelle Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("la clienta se llama Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("il nome è Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("o nome dela é Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("ona nazywa się Ilse Brandt", "Ilse Brandt <ana@x.example>"),
        ("the mail is ilse@brandt.example", "Ana Diaz <ilse@brandt.example>"),
        ("het mailadres is ilse@brandt.example", "Ana Diaz <ilse@brandt.example>"),
    ],
)
def test_who_the_person_is_corrects_the_open_draft(mail: str, words: str, shown: str) -> None:
    talk = Talk()
    talk.says(mail)
    talk.says(words)
    talk.shows(f"Changed. Person: {shown}")
    assert len(talk.chat.drafts) == 1
    talk.hides("They ask: Correct")
    talk.says("undo")
    talk.hides(shown)


@each("place", ["Atlantis", "Overseas", "QX", "Downtown"])
@each("mail", [ERASURE, NOWHERE])
def test_a_place_that_is_not_read_is_no_name(mail: str, place: str) -> None:
    talk = Talk()
    talk.says(mail)
    talk.says(place)
    assert talk.chat.drafts[0].answers["person"].value["name"] == "Ana Diaz"
    talk.shows("I can't read that as an answer.")


@each("words", ["Nora Brandt of the warehouse rang about it", "it's Germany", "the name is wrong"])
def test_a_name_in_other_words_changes_nothing(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    assert talk.chat.drafts[-1].answers["person"].value["name"] == "Ana Diaz"


def test_what_a_customer_wants_corrected_is_a_request_of_theirs() -> None:
    talk = asked()
    talk.says("her name is spelled wrong in our files and must be corrected")
    talk.says("Brandt, not Brand")
    talk.says("open case")
    assert talk.opened.rights == (Right.RECTIFICATION,)


@each("words", ["he also wants a copy", "he lives in Utrecht", "yes", "her name is Ilse Brandt"])
def test_the_words_of_a_complaint_stay_as_they_are(words: str) -> None:
    talk = Talk(colleague())
    talk.says(IGNORED)
    talk.shows("The complaint: ")
    talk.says(words)
    talk.hides("Changed. The complaint", f"The complaint: {words}")
    if not talk.commands:
        talk.shows("hung up on me twice")


@each(
    "words",
    [
        *("and his first name is Pieter", "his name is Pieter Jansen", "his first name's Pieter btw"),
        "zijn voornaam is Pieter",
    ],
)
def test_a_first_name_that_is_told_late_is_the_person_s_own(words: str) -> None:
    talk = Talk()
    talk.says("a Mr Jansen from Utrecht rang, he's fed up with the newsletter and wants to know all")
    talk.says("p.jansen@mail.example")
    talk.says(words)
    answers = talk.chat.drafts[0].answers
    assert answers["person"].value["name"] == "Pieter Jansen"
    assert "representative.writer" not in answers

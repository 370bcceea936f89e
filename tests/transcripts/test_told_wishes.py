"""What the person asks for, as a colleague answers it in a word or two."""

from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import Talk

SOMETHING = "Rita Moll, rita@moll.example, lives in Spain, wants something about her data, she wrote yesterday"
REVIEW = "Open this case?"
ASKED = "What is the person asking for?"


@each(
    ("words", "asked"),
    [
        *(("stop calling her", "Stop marketing"), ("cancellazione", "Delete"), ("put it on hold", "Restrict use")),
        *(("Datenkopie", "Send a copy"), ("not delete, only a copy", "Send a copy"), ("deltion", "Delete")),
        *(("don't sell", "Stop selling"), ("first a copy, and once she has it, delete it all", "Send a copy, Delete")),
    ],
)
def test_a_wish_is_called_by_its_name(words: str, asked: str) -> None:
    talk = Talk()
    talk.says(SOMETHING)
    talk.shows(ASKED)
    talk.says(words)
    if REVIEW not in talk.text:  # what an opt-out asks besides
        talk.presses("It doesn't say")
    talk.shows(REVIEW, f"They ask: {asked}")


def test_a_wrong_address_is_a_correction_and_no_change_of_mind() -> None:
    talk = Talk()
    talk.says(SOMETHING)
    talk.says("wrong address")
    talk.shows("What is wrong, and what should it say?")


@each(
    ("words", "offered"),
    [
        *(("delete everything except the invoices", "Delete"), ("how long we keep it", "Send a copy")),
        ("not sure, something about a copy", "Send a copy"),
    ],
)
def test_what_is_not_said_plainly_is_offered(words: str, offered: str) -> None:
    talk = Talk()
    talk.says(SOMETHING)
    talk.says(words)
    talk.shows("Which of these do you mean?", ASKED)
    assert talk.labels[0] == offered


@each("words", ["I don't know", "she didn't say", "geen idee"])
def test_who_does_not_know_what_they_want_hears_how_to_hand_it_over(words: str) -> None:
    talk = Talk()
    talk.says(SOMETHING)
    talk.says(words)
    talk.shows("take “Question about privacy”", ASKED)


def test_several_wishes_at_once_are_offered_by_their_names() -> None:
    talk = Talk()
    talk.says(
        "Rita Moll (rita@moll.example) from Leeds phoned on Tuesday, wants a copy of everything we hold and be removed "
        "from the newsletter"
    )
    talk.shows(ASKED)
    assert talk.labels[0] == "Send a copy, Delete, Stop marketing"


def test_a_second_wish_that_is_less_sure_is_offered_with_the_first() -> None:
    talk = Talk()
    talk.says(
        "From: Jonas Weber <jonas@web.example>\nDate: Tue, 3 Mar 2026 18:22\nTo: info@shop.example\nSubject: Daten\n\n"
        "Ich bekomme weiter Werbung. Bitte löschen Sie alles und schicken mir vorher eine Kopie. Jonas Weber"
    )
    talk.shows(ASKED)
    assert talk.labels[:3] == ["Delete", "Delete, Send a copy", "Send a copy"]
    talk.presses("Delete, Send a copy")
    talk.presses("EU or EEA")
    talk.shows("They ask: Delete, Send a copy")


def test_both_of_four_is_none() -> None:
    talk = Talk()
    talk.says(SOMETHING)
    talk.says("both")
    talk.shows("I can't read that as an answer.", ASKED)


@each(
    ("words", "asked"),
    [
        ("Rita Moll, rita@moll.example, wants a copy, lives in Spain, wrote yesterday", "Send a copy"),
        ("Rita Moll (rita@moll.example): deletion, Spain, yesterday", "Delete"),
    ],
)
def test_a_wish_that_is_called_by_its_name_is_shown_for_review_and_not_asked_for(words: str, asked: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.hides(ASKED)
    talk.shows(f"They ask: {asked}")


def test_the_wish_of_a_ticket_in_doubt_is_asked_for_before_its_case_is_opened() -> None:
    talk = Talk()
    talk.says("Ticket #4711: password: hunter2, she wants her data deleted, mail jo@x.example")
    talk.shows(ASKED)


@each("words", ["deletion of what exactly?", "a copy of what?", "wissen of kopie?", "Löschung?"])
def test_a_question_back_is_no_wish(words: str) -> None:
    talk = Talk()
    talk.says(SOMETHING)
    talk.says(words)
    talk.shows(ASKED)
    talk.hides(REVIEW)


@each("words", ["Rita Moll und ihr Mann Udo", "não sei o nome, o telefone é 912 345 678"])
def test_who_it_is_is_no_wish_to_have_it_corrected(words: str) -> None:
    talk = Talk()
    talk.says("A customer wrote yesterday about her data")
    talk.shows(ASKED)
    talk.says(words)
    talk.hides("Which of these do you mean?")
    talk.shows(ASKED)


def asked_for(right: str) -> Talk:
    talk = Talk()
    talk.says(SOMETHING)
    talk.says(right)
    return talk


@each(
    "words",
    [
        *("her name is misspelled, Mol instead of Moll", "new e-mail rita2@moll.example", "her maiden name Bell"),
        *(
            "old: Calle 1, new: Calle 2",
            "birth date 3 March 1980, not 1981",
            "phone 06 12345678 instead of 06 87654321",
        ),
    ],
)
def test_what_is_to_be_corrected_may_be_a_name_or_an_address(words: str) -> None:
    talk = asked_for("correct")
    talk.shows("What is wrong, and what should it say?")
    talk.says(words)
    talk.shows(REVIEW, f"To be corrected: {words}", "Person: Rita Moll <rita@moll.example>")


@each("words", ["why?", "what do you mean?", "thanks", "hold on", "yes"])
def test_what_says_nothing_is_not_what_is_to_be_corrected(words: str) -> None:
    talk = asked_for("correct")
    talk.says(words)
    talk.hides(REVIEW)
    talk.says("her address")
    talk.shows(REVIEW, "To be corrected: her address")


def test_one_more_wish_beside_what_is_wrong_is_heard() -> None:
    talk = asked_for("correct")
    talk.says("her address. She also wants a copy")
    talk.shows("They ask: Correct, Send a copy")


@each(
    ("words", "account"),
    [
        *(
            (words, "yes: the opt-out covers the account")
            for words in ("she has", "her account is RM-4411", "oui", "ja")
        ),
        *(
            (words, "no: without an account")
            for words in ("guest checkout", "not a customer", "geen account", "nie ma konta")
        ),
        *((words, "not said") for words in ("no idea", "weet ik niet")),
    ],
)
def test_whether_they_have_an_account_is_told_in_any_words(words: str, account: str) -> None:
    talk = asked_for("stop selling")
    talk.shows("Does the person have an account with us?")
    talk.says(words)
    talk.shows(REVIEW, f"Has an account: {account}")


def test_a_number_beside_a_yes_is_kept_with_the_case() -> None:
    talk = asked_for("stop selling")
    talk.says("yes, 4411")
    talk.presses("Open case")
    assert any("4411" in answer for _question, answer in talk.opened.answers)


@each(
    ("begun", "words", "offered"),
    [
        (
            "Bob (bob@x.example, Spain) wants out of the newsletter",
            "he also wants a copy",
            "Stop marketing, Send a copy",
        ),
        (
            "esc 5124 wants out of newsletter, bob@x.example",
            "esc 5124 also wants a copy of his data",
            "Stop marketing, Send a copy",
        ),
        (
            "Ticket 5121: Kunde will Auskunft oder so, Max Huber, Wien",
            "und er will keine Werbung mehr",
            "Send a copy, Stop marketing",
        ),
    ],
)
def test_one_more_wish_does_not_take_the_place_of_the_one_in_doubt(begun: str, words: str, offered: str) -> None:
    talk = Talk(SAM)
    talk.says(begun)
    talk.shows(ASKED)
    talk.says(words)
    talk.shows("Which of these do you mean?")
    assert talk.labels[0] == offered


def test_what_goes_on_with_and_leaves_the_wish_as_it_is() -> None:
    talk = asked_for("delete")
    talk.shows(REVIEW, "They ask: Delete")
    talk.says("and put her name as Anna")
    talk.shows("They ask: Delete, Correct")


def test_wishes_each_of_which_is_plain_are_shown_together() -> None:
    talk = Talk()
    talk.says(
        "Goedemorgen, klant belde gisteren: mevrouw Bakker, bakker@x.example uit Utrecht, ze wil weten wat we van haar "
        "hebben en geen reclame meer"
    )
    talk.shows("Open this case?", "They ask: Send a copy, Stop marketing")

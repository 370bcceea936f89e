"""Whose data it is about, as a colleague answers it: led up to, with a number, or not known at all."""

from tests.lines import each
from tests.transcripts.talk import Talk

CALLED = "A customer wants her data deleted"
WHOSE = "Whose data is it about?"


def asked() -> Talk:
    talk = Talk()
    talk.says(CALLED)
    talk.shows(WHOSE)
    return talk


@each(
    ("words", "about"),
    [
        *(("it's Rita Moll", "Rita Moll"), ("I think Rita Moll", "Rita Moll"), ("Rita Moll I think", "Rita Moll")),
        *(("heet Rita Moll", "Rita Moll"), ("sie heißt Rita Moll", "Rita Moll"), ("se llama Rita Moll", "Rita Moll")),
        *(
            ("elle s'appelle Rita Moll", "Rita Moll"),
            ("nazywa się Rita Moll", "Rita Moll"),
            ("Moll, Rita", "Moll, Rita"),
        ),
        *(("Rita Moll, born 3 March 1980", "Rita Moll"), ("an employee, Rita Moll", "Rita Moll"), ("李小龙", "李小龙")),
        *(
            ("Rita Mol, sorry Moll", "Rita Moll"),
            ("my mother, Ann Bell", "Ann Bell"),
            ("Rita Moll in Madrid", "Rita Moll"),
        ),
        ("Rita Moll - rita@moll.example - +31 6 12345678", "Rita Moll <rita@moll.example>"),
        *(("rita[at]moll.example", "rita@moll.example"), ("+31612345678", "+31612345678")),
        *(("only a phone number: 06 12345678", "06 12345678"), ("customer number 4411", "4411")),
        *(("account RM-4411", "RM-4411"), ("user @ritamoll", "@ritamoll"), ("ritamoll99", "ritamoll99")),
    ],
)
def test_a_person_is_told_in_a_few_words(words: str, about: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows(f"About {about}\n", "When did it reach us?")


@each("words", ["she didn't say", "anonymous", "no idea", "geen naam", "sin nombre"])
def test_a_request_of_nobody_known_is_opened_all_the_same(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows("When did it reach us?")
    talk.presses("Yesterday")
    talk.presses("Not said")
    talk.shows("By what may we know this person")
    talk.says("no idea")
    talk.shows("Open this case?", "Person: not named")
    talk.presses("Open case")
    assert talk.opened.subject.name is None


def test_a_button_says_that_nobody_named_them() -> None:
    talk = asked()
    talk.presses("It doesn't say")
    talk.shows("About not named", "When did it reach us?")


def test_it_may_be_the_speaker_after_all() -> None:
    talk = asked()
    talk.says("it's about me")
    talk.shows("@northloop.example>", "When did it reach us?")


def test_of_two_people_one_is_told_at_a_time() -> None:
    talk = asked()
    talk.says("Rita and Udo Moll")
    talk.shows("Each person gets a case of their own.", WHOSE)
    talk.says("Rita Moll")
    talk.shows("About Rita Moll\n")


@each(
    ("words", "noted"),
    [("Rita Moll, she called yesterday", "Reached us: 9 Mar 2026"), ("Rita Moll, lives in Spain", "in the EU or EEA")],
)
def test_what_stands_beside_a_name_is_kept(words: str, noted: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows("About Rita Moll\n", noted)


def test_the_numbers_that_are_known_are_shown_beside_the_name() -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, customer 4711, lives in Spain, wants her data deleted, wrote yesterday")
    talk.shows("Person: Rita Moll <rita@moll.example>, 4711")


def test_a_name_is_no_wish() -> None:
    talk = Talk()
    talk.says("Hallo, ik heb hier een brief van iemand die bezwaar maakt tegen onze profilering")
    talk.shows("What is the person asking for?")
    talk.says("dhr. de Vries")
    talk.hides("Which of these do you mean?")


@each(
    ("words", "first", "second"),
    [
        ("Ann Bell and Bo Berg want their data deleted", "Ann Bell", "Bo Berg"),
        ("klanten Ann Bell en Bo Berg willen een kopie", "Ann Bell", "Bo Berg"),
        ("Ann Bell ann@bell.example and Bo Berg bo@berg.example both want their data deleted", "Ann Bell", "Bo Berg"),
        (
            "Ann Bell ann@bell.example wants a copy, her husband Tom Low tom@low.example wants deletion",
            "Ann Bell",
            "Tom",
        ),
    ],
)
def test_of_two_people_in_a_sentence_none_is_lost(words: str, first: str, second: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows("I see 2 people in this.", f"About {first}")
    talk.says("cancel")
    talk.shows(f"About {second}")


@each("words", ["Sales and Marketing want to delete old leads", "Madrid and Berlin want new desks"])
def test_two_departments_are_no_people(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.hides("I see 2 people")


def test_whoever_does_not_know_leaves_a_question_open_that_may_be() -> None:
    talk = Talk()
    talk.says("Joe Lee joe@lee.example from California wants us not to sell his data, wrote yesterday")
    talk.shows("Does the person have an account with us?")
    talk.says("I don't know")
    talk.shows("Open this case?")


@each(
    ("words", "about"),
    [
        *(("no es Ana Diaz, es Eva Ruiz", "Eva Ruiz"), ("not Ana Diaz, Eva Ruiz", "Eva Ruiz")),
        *(("Rita Moll, born 03-03-1980", "Rita Moll"), ("nie wiem, dzwonił z numeru 601 234 567", "601 234 567")),
    ],
)
def test_who_it_is_not_and_when_they_were_born_is_nobody_s_name_nor_number(words: str, about: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows(f"About {about}\n", "When did it reach us?")


@each(
    "words",
    [
        *("not Rita Moll", "ask Sam Brand", "weet ik niet, vraag het aan Sam Brand"),
        *("Je ne sais pas, demandez à Marie Dupont", "05-03-2026 14:30"),
    ],
)
def test_who_else_may_know_it_is_not_the_person(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.hides("About ", "Rita Moll", "Sam Brand", "Marie Dupont", "05-03-2026")


def test_a_day_in_digits_is_when_it_came_in() -> None:
    talk = asked()
    talk.says("2026-03-05")
    talk.shows("Noted. Reached us: 5 Mar 2026", WHOSE)


@each(
    "words",
    [
        *("she is called Rita Moll and wants her address corrected", "heet Rita Moll en haar adres klopt niet"),
        *("sie heißt Rita Moll und ihre Adresse stimmt nicht", "s'appelle Rita Moll, il faut corriger son adresse"),
    ],
)
def test_a_correction_that_is_asked_for_beside_the_name_is_kept(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows("Is this a new request, or more about the one we are talking about?")
    talk.presses("More about this one")
    talk.shows("About Rita Moll\n")
    talk.presses("Yesterday")
    talk.presses("Not said")
    talk.says("no idea")
    talk.shows("Delete, Correct")


@each("words", ["Rita Moll or Eva Ruiz", "Rita Moll? of Eva Ruiz", "Rita Moll oder Eva Ruiz"])
def test_of_two_between_whom_somebody_wavers_each_is_offered(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows("Which of these do you mean?")
    talk.presses("Eva Ruiz")
    talk.shows("About Eva Ruiz\n", "When did it reach us?")


@each("words", ["she bought an iPhone15", "call me back at 3pm", "see attachment2.pdf"])
def test_not_every_word_with_a_digit_is_an_account(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows(WHOSE)


@each("words", ["Tim Moll, his mother Rita Moll wrote", "Tim Moll, seine Mutter Rita Moll schreibt"])
def test_who_writes_for_them_is_not_whose_data_it_is(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows("About Tim Moll\n")

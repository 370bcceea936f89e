"""What a colleague passes on in several messages: who is who, which day, a request by its name, a letter."""

from datetime import UTC, datetime

from bot.cases.words import Capacity
from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk, colleague

TUESDAY = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def opened(*words: str, language: str = "en") -> Talk:
    talk = Talk(colleague(language=language), now=TUESDAY)
    for one in words:
        talk.says(one)
    return talk


def test_a_parent_and_a_child_are_told_apart() -> None:
    talk = opened(
        "A mum phoned, her 11 year old daughter signed up in our app and she wants the account gone",
        "mum is Rita Moll, the girl is Eva Moll",
    )
    talk.shows("Person: Eva Moll", "Written by: Rita Moll", "When did it reach us?")
    talk.says("Lisbon, called today")
    talk.says("username eva_11")
    talk.presses("Open case")
    case = talk.opened
    assert (case.subject.name, case.capacity) == ("Eva Moll", Capacity.PARENT)
    assert case.representative is not None
    assert case.representative.name == "Rita Moll"


def test_two_names_are_no_correction_of_what_is_asked() -> None:
    talk = opened(
        "Mevrouw de Wit belt voor haar vader, die wil dat er iets met zijn gegevens gebeurt",
        "vader heet Henk de Wit, zij is Els",
        language="nl",
    )
    talk.shows("Persoon: Henk de Wit", "Geschreven door: Els")
    talk.hides("Corrigeren  “")


def test_who_writes_is_told_with_the_person_in_one_message() -> None:
    talk = opened(
        "A man called on behalf of his mother. Mother is Ada Low, he is Tim Low. He wants a copy of her data."
    )
    talk.shows("Person: Ada Low", "Written by: Tim Low", "When did it reach us?")


def test_who_writes_is_told_with_their_name() -> None:
    talk = opened("Customer wants a copy: Ada Low, ada@low.example, Oxford, yesterday")
    talk.shows("Open this case?")
    talk.says("actually it's her husband writing for her, Tim Low")
    talk.shows("Open this case?", "Written by: Tim Low", "Person: Ada Low")


@each("words", ["hm no it was Wednesday", "no, it came in on Wednesday"])
def test_another_day_is_no_answer_to_what_we_know_them_by(words: str) -> None:
    talk = opened("Ms Ada Low wants a copy of her data. She phoned us on Thursday. She lives in Bath.")
    talk.shows("By what may we know this person")
    talk.says(words)
    talk.shows("Changed. Reached us: 4 Mar 2026", "By what may we know this person")


def test_a_day_is_nobody_s_name() -> None:
    talk = opened("A customer phoned, she wants a copy of everything we have about her", "last Thursday")
    talk.hides("Person: last Thursday", "About last Thursday")
    talk.shows("Whose data is it about?")
    talk.says("it's Ada Low, ada@low.example")
    talk.shows("About Ada Low", "Where does the person live?")


def test_what_stands_beside_a_day_that_is_offered_is_kept() -> None:
    talk = opened("Ada Low, ada@low.example, Bath, wants a copy of her data", "the fair was on Saturday")
    talk.shows("Which of these do you mean?", "[Sat 7 Mar 2026]")
    talk.presses("Sat 7 Mar 2026")
    talk.shows("Open this case?", "Also said: the fair was on Saturday")


def test_a_day_that_is_offered_is_so_until_one_is_told() -> None:
    talk = opened(
        "Applicant wants us to bin his CV: Jan Low, jan@low.example", "he applied in January, mail is of the 6th"
    )
    talk.says("Berlin")
    talk.shows("Lives: in the EU or EEA", "When did it reach us?", "[Fri 6 Mar 2026]")


def test_the_day_is_no_name_of_who_writes() -> None:
    talk = opened("Anwaltsschreiben: Kanzlei Finch vertritt Herrn Uwe Low, will Auskunft nach Art. 15 DSGVO")
    talk.shows("Who writes on their behalf?")
    talk.says("kam heute mit der Post")
    talk.shows("Noted. Reached us: 10 Mar 2026", "Who writes on their behalf?")


def test_where_they_live_is_not_lost_beside_who_writes() -> None:
    talk = opened("Solicitors wrote on behalf of a Mr Ken Low, they want everything we hold about him")
    talk.says("firm is Finch & Co, contact tom@finch.example, he's in Cardiff")
    talk.shows("Lives: in the United Kingdom", "When did it reach us?")
    talk.says("yesterday")
    talk.says("no number")
    talk.shows("Open this case?", "Written by: Finch & Co <tom@finch.example>")


def test_a_request_is_recorded_by_its_name() -> None:
    talk = opened("Please register a deletion request for Jan Low, jan@low.example")
    talk.shows("They ask: Delete", "Person: Jan Low", "When did it reach us?")
    assert not talk.commands


def test_a_letter_in_two_halves_is_one() -> None:
    talk = opened(
        "Dear Sir or Madam,\n\nI was a customer of yours until last year and since then your partners keep calling me.",
        "I want you to stop selling my details, and to delete them. I live in Sacramento.\n\nKind regards,\nAda Low\n"
        "ada@low.example",
    )
    talk.shows("Stop selling or sharing, Delete", "Ada Low <ada@low.example>", "When did it reach us?")


def test_a_pasted_letter_is_no_question_how_a_case_goes() -> None:
    talk = opened(
        "Geachte heer/mevrouw,\nOp 3 februari heb ik gevraagd om mijn gegevens te verwijderen.\nAda Low", language="nl"
    )
    talk.hides("Je hebt nog niets doorgegeven")
    talk.shows("Wat vraagt de persoon?")


def test_what_a_quote_says_is_no_changed_mind() -> None:
    talk = opened(
        '"I wrote to you on 12 January asking for a copy of my data and heard nothing. Ada Low, ada@low.example"'
    )
    talk.hides("Nothing is open here any more")


def test_an_older_button_says_what_it_changed() -> None:
    talk = opened("delete request from Ada Low, ada@low.example")
    older = talk.button("Today")
    talk.says("yesterday")
    talk.says("Denmark")
    talk.presses_again(older)
    talk.shows("Changed. Reached us: 10 Mar 2026", "Open this case?")


def test_a_colleague_who_introduces_themselves_is_not_the_person() -> None:
    talk = opened("Hi, Tom Finch here from sales. My customer Ada Low never agreed to our mails and wants them to stop")
    talk.hides("Person: Tom Finch")


def test_the_surname_that_comes_later_is_no_correction() -> None:
    talk = opened(
        "guy called Pete, no surname, wants his number deleted. +44 7700 900123", "surname is Low, he just texted"
    )
    talk.hides("Open this case?")
    assert Right.RECTIFICATION not in [right for command in talk.commands for right in getattr(command, "rights", ())]
    talk.shows("Person: Low", "What is the person asking for?")


def test_what_happens_next_is_told() -> None:
    talk = opened("Ada Low, ada@low.example, Bath, wants a copy of her data, she wrote yesterday")
    talk.says("what happens now?")
    talk.shows("Once a case is open the privacy team has it", "Open this case?")


@each(
    ("words", "name"),
    [
        ("Graag een verwijderverzoek aanmaken: Ruben Kok, ruben@kok.example, kwam maandag per mail", "Ruben Kok"),
        ("Kun je een inzageverzoek openen voor Tineke Low?", "Tineke Low"),
    ],
)
def test_whose_request_is_recorded_is_read(words: str, name: str) -> None:
    opened(words, language="nl").shows(f"Persoon: {name}")


def test_each_of_two_people_gets_the_request_that_is_recorded() -> None:
    talk = opened("Can you please open a deletion request for the accounts of Ada Low and Bo Berg?")
    talk.shows("I see 2 people in this", "Person: Ada Low", "They ask: Delete")


def test_that_only_the_name_is_known_narrows_no_wish() -> None:
    talk = opened("customer Ada Low wants to know what we store about her, she emailed this morning, Lyon")
    talk.shows("By what may we know this person")
    talk.says("no, only the name")
    talk.shows("Wants to see: everything we hold", "We know them by: not said")


def test_a_day_beside_other_words_is_taken() -> None:
    talk = opened("customer asks to stop selling her data, Ada Low, San Jose, ada@low.example")
    talk.says("yesterday. no account as far as I know")
    talk.shows("Reached us: 9 Mar 2026")


@each(
    ("words", "known", "lives"),
    [
        ("no email, he's at 22 Castle Street, Edinburgh. tel 0131 496 0123", "22 Castle Street", "the United Kingdom"),
        ("born 3 May 1980, Lindenstr. 8, 50674 Köln", "Lindenstr. 8, 50674 Köln", "the EU or EEA"),
        ("dob 3/5/1980, 3 Orchard Close, Taunton TA1 4XY", "3 Orchard Close, Taunton TA1 4XY", "the United Kingdom"),
    ],
)
def test_an_address_tells_by_what_they_are_known_and_where_they_live(words: str, known: str, lives: str) -> None:
    talk = opened("Thomas Reid wants a copy of his medical records since 2022. He just rang", words)
    talk.shows("Open this case?", f"We know them by: {known}", f"Lives: in {lives}", "Reached us: 10 Mar 2026")
    talk.hides("Correct", "I could not read", "Not taken in")


@each(
    ("words", "wants"),
    [
        (
            "Bonjour, une cliente souhaite supprimer son compte : Claire Dubois, claire@x.example, reçu ce matin",
            "Delete",
        ),
        ("Cześć, klientka chce usunąć konto, Kasia Wójcik, kasia@x.example, napisała dzisiaj", "Delete"),
        ("Our former colleague Greta Olsen would like a copy of her file, greta@x.example, came today", "Send a copy"),
        ("Um antigo funcionário, Paulo Rocha, quer uma cópia do processo dele, paulo@x.example, hoje", "Send a copy"),
        ("Paula Hart (paula@x.example, Bath) wants all her data removed, came in today", "Delete"),
    ],
)
def test_who_it_is_and_when_it_came_leave_no_doubt_of_what_is_wanted(words: str, wants: str) -> None:
    talk = opened(words)
    talk.shows(f"They ask: {wants}  ", "Person: ", " <", "Reached us: 10 Mar 2026")
    talk.hides("What is the person asking for?", "people in this")


@each("words", ["thats all I have", "she messaged me on Facebook on Sunday"])
def test_no_alarm_is_raised_by_who_has_no_more_to_tell_or_tells_when(words: str) -> None:
    talk = opened("A member, Tricia Long, wants her picture off the website, tricia@long.example", words)
    talk.hides("possible data breach")

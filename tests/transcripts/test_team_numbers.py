"""What the privacy team writes of a case by the last digits of its reference: it is nobody's request."""

from bot.cases.commands import AddToCase
from bot.cases.snapshot import CaseView
from tests.lines import each
from tests.people import PIETER, PRIYA, SAM
from tests.transcripts.talk import OnRecord, Talk
from tests.transcripts.test_team_words import records

ABOUT_12 = "Is this about DSR-2026-0012?"


def passed_on(talk: Talk) -> list[tuple[str, str]]:
    return [(command.case, command.text) for command in talk.commands if isinstance(command, AddToCase)]


@each(
    "words",
    [
        *(
            "note on 12: she rang, she'll mail her code",
            "note on DSR-12: she rang, she'll mail her code",
            "add to #12: prefers letters",
            "note: for 12 she rang",
            "12: spoke to her, she can wait",
        ),
        *(
            "12: she lives in Austria, not Germany",
            "12 also wants a copy, she told me today",
            "reply to 12 went out today",
        ),
        *("the name in 12 is wrong, it's Lea Holme", "12 is a deletion, not a copy"),
        *("received on 12 is wrong, was 28 feb", "she withdrew the deletion in 12", "12 lives in Belgium, fix that"),
        *(
            "Notiz zu 12: Kundin ruft morgen an",
            "note pour le 12 : elle rappelle demain",
            "nota para 12: llamará luego",
        ),
        *(
            "ID came in for 12 yesterday",
            "klant van 12 belde gisteren, wil papier",
            "12 kam schon am 13. Februar",
            "Ausweis für 12 kam gestern",
        ),
        *(
            "close 12, letter sent on Friday",
            "sluit 12, brief is vrijdag verstuurd",
            "schließe 12, Brief ging gestern raus",
        ),
        *(
            "ferme le 12, la réponse est partie hier",
            "cierra el 12, la carta salió ayer",
            "give 12 to Pieter, he knows her",
        ),
        *("aggiungi a 12: richiama lei", "anota no 12: fala só português", "notatka do 12: oddzwoni jutro"),
    ],
)
def test_a_note_is_kept_with_the_case_that_it_names(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("Status: received", ABOUT_12)
    assert not talk.chat.drafts
    talk.presses("Note it with DSR-2026-0012")
    assert passed_on(talk) == [("DSR-2026-0012", words)]


@each(
    "words",
    ["note: Zoe Hart has 12 complaints and wants her data erased", "notitie: 12 klanten willen inzage, naam Zoe Hart"],
)
def test_a_number_in_what_a_note_tells_names_no_case(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.hides("DSR-2026-0012")
    assert talk.chat.drafts


@each("words", ["12 Main Street, Cork", "12 rue des Lilas, Lille"])
def test_the_number_of_a_house_is_no_case(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("Bo Berg wants a copy, bo@x.example, came in yesterday")
    talk.says(words)
    talk.shows("Lives: in the EU or EEA", "Open case")


@each("words", ["notitie bij 12: gebeld, belt terug", "opmerking bij 12: man wil liever papier"])
def test_a_note_in_dutch(words: str) -> None:
    talk = Talk(PIETER, records=records(None, None))
    talk.says(words)
    talk.shows("Gaat dit over DSR-2026-0012?")


def test_a_note_is_no_answer_to_the_question_that_is_open() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("Bo Berg wants a copy, bo@x.example")
    talk.says("note on 12: she rang")
    talk.shows(ABOUT_12)
    talk.presses("Note it with DSR-2026-0012")
    assert len(talk.chat.drafts) == 1 and passed_on(talk) == [("DSR-2026-0012", "note on 12: she rang")]


@each(
    "words",
    [
        "merge 13 into 12",
        "13 is a duplicate of 12",
        "hoe lang nog voor 13?",
        "is 13 late?",
        "13 to me please",
        "close 13, thanks a lot",
    ],
)
def test_for_an_order_or_a_question_the_card_comes_alone(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("DSR-2026-0013")
    talk.hides("Is this about", "Paste or drop")


@each(
    "words",
    [
        *("12 customers want their data deleted", "delete my 12 accounts", "12 customer rang, Max Frey, wants a copy"),
        *("12 klanten willen hun gegevens weg", "Ann Bell, ann@x.example, rang on 12 March and wants a copy"),
    ],
)
def test_a_number_that_counts_something_names_no_case(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.hides("Is this about DSR")
    assert talk.chat.drafts


def test_the_number_of_a_case_tells_others_nothing() -> None:
    talk = Talk(SAM, records=records(None, None))
    talk.says("note on 12: she rang")
    talk.hides("DSR-2026-0012")


@each(
    "words",
    [
        *("what's on my plate?", "anything nobody has taken yet?", "show me everything that is late", "what's mine?"),
        *("wat loopt er deze week af?", "was ist diese Woche fällig?", "welche Fälle laufen diese Woche ab?"),
        *("qu'est-ce qui est dû cette semaine ?", "¿qué vence esta semana?", "cosa scade questa settimana?"),
        *("o que vence esta semana?", "co jest na ten tydzień?", "ci sono pratiche scadute?", "wat ligt er nog open?"),
    ],
)
def test_what_is_due_is_asked_in_any_words(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("DSR-2026-0012", "DSR-2026-0013")
    assert not talk.chat.drafts


def test_what_somebody_asks_of_themselves_is_no_question_for_the_list() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("do you hold anything about me that is late?")
    talk.hides("Open cases")


@each(
    "words",
    [
        *(
            "take 12-13",
            "12 to 13 go to me",
            "take 12 and 13",
            "merge 12 into 13",
            "assign #12 and #13 to Pieter",
            "take 7301 and 7302",
            "close 12, 13",
            "take 12. who has 13?",
        ),
        *("neem 12 en 13", "12 und 13 zusammenführen", "fusionner 12 et 13", "cierra 12 y 13", "połącz 12 z 13"),
    ],
)
def test_of_several_numbers_each_case_is_shown(words: str) -> None:
    cases = {case.reference: case for case in records(None, None).cases.values()}
    numbered = {"7301": "DSR-2026-0012", "7302": "DSR-2026-0013", "12": "DSR-2026-0012", "13": "DSR-2026-0013"}

    class Found(OnRecord):
        def found_by(self, words: str) -> tuple[CaseView, ...]:
            return (cases[numbered[words]],) if words in numbered else ()

    talk = Talk(PRIYA, records=Found(cases.values()))
    talk.says(words)
    assert [card.title for card in talk.said[:2]] == ["DSR-2026-0012: Delete", "DSR-2026-0013: Delete"]
    assert not talk.chat.drafts


@each("words", ["extend 12 by 13 days", "12 answered on 13 march", "note on 12: 13 of them rang"])
def test_a_number_that_counts_beside_a_case_names_none(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("DSR-2026-0012")
    talk.hides("DSR-2026-0013")


@each(
    "words",
    [
        *("note on case 12: he also has an account under k.weber@x.example", "notitie bij 12: nieuw adres k@x.example"),
        *("Notiz zu 12: neue Adresse ist k.weber@x.example", "nota para 12: ahora usa k.weber@x.example"),
    ],
)
def test_a_note_with_an_address_is_nobodys_request(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows(ABOUT_12)
    assert not talk.chat.drafts


@each(
    "words",
    [
        *("pause 12 until he proves who he is", "split 12: he also wants it deleted", "extend 12, too many requests"),
        *("pauzeer 12 tot hij zich legitimeert", "suspende 12 hasta que lo pruebe", "split 12, she wants it erased"),
    ],
)
def test_an_order_about_a_case_answers_nothing_that_is_open(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("Ann Bell wants a copy of her data, ann@x.example")
    before = talk.chat.drafts
    talk.says(words)
    talk.shows("DSR-2026-0012: Delete")
    assert talk.chat.drafts == before


@each(
    "words",
    [
        *("note on 12 and 13: same household", "12 and 13 are the same person", "notitie bij 12 en 13: zelfde gezin"),
        *("Notiz zu 12 und 13: selber Haushalt", "note pour 12 et 13 : même foyer", "12, 13: both rang again"),
        *("12: identity confirmed. 13: not yet", "close 12. 13 rang and is angry"),
    ],
)
def test_words_about_several_cases_go_to_all_of_them(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None, None))
    talk.says(words)
    talk.hides("DSR-2026-0014")
    talk.presses("Note it with all 2")
    assert passed_on(talk) == [("DSR-2026-0012", words), ("DSR-2026-0013", words)]


@each(
    "words",
    [
        *("case 12: she rang, she wants it on paper", "dossier 12 : elle a rappelé, elle veut une copie papier"),
        *("zaak 12: ze wil een kopie op papier", "Fall 12: sie möchte eine Kopie auf Papier"),
        *("caso 12: quiere una copia en papel", "sprawa 12: chce kopię na papierze"),
    ],
)
def test_a_wish_behind_the_number_of_a_case_is_asked_about_that_case(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows(ABOUT_12, "[A new request]")
    assert not talk.chat.drafts


def test_what_is_said_next_is_of_the_case_that_was_shown() -> None:
    cases = records(None, None)
    cases.found_by = lambda words: (cases.cases["DSR-2026-0013"],) if words == "13" else ()  # type: ignore[method-assign]
    talk = Talk(PRIYA, records=cases)
    talk.says("show 13")
    for words in ("I'll take it", "how do you get to 7 April", "waarom niet 5 april", "what's the new date"):
        talk.says(words)
        talk.shows("DSR-2026-0013")
        talk.hides("Which case?", "DSR-2026-0012")


def test_the_number_of_a_case_that_is_left_out_or_of_a_day_shows_none() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("all open ones to priya except 12")
    talk.shows("Open cases")
    talk.says("remind me on 12 April")
    talk.hides("DSR-2026-0012")


@each("words", ["close 12, letter sent on 3 February", "note on 12: letter sent on 3 February"])
def test_a_day_of_what_the_team_did_moves_no_arrival(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows(ABOUT_12)
    talk.hides("its days count from then")

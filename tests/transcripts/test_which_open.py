"""Of the open cases the team is shown those that it asks for; how many more are open is told: none is hidden."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.cases.snapshot import CaseView, PauseView
from bot.law.words import PauseReason
from tests.cases import a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import NOW, PRIYA
from tests.transcripts.talk import OnRecord, Talk, colleague


def due_on(number: int, on: date, owner: str = "") -> CaseView:
    request = a_request(safe_due=on, due=on)
    taken = f"workspace:local:{owner.casefold()}" if owner else None
    reference = f"DSR-2026-{number:04}"
    return a_case(request, id=number, reference=reference, owner=taken, owner_name=owner or None)


LATE, SOON, LATER = (
    due_on(1, date(2026, 3, 20), "Pieter"),
    due_on(2, date(2026, 3, 27), "Priya"),
    due_on(3, date(2026, 4, 5)),
)
CASES = (LATE, SOON, LATER)  # on Tuesday 24 March


def asked(words: str, *cases: CaseView) -> Talk:
    talk = Talk(PRIYA, records=OnRecord(cases or CASES), now=NOW)
    talk.says(words)
    assert not talk.chat.drafts
    return talk


def shows_only(talk: Talk, *shown: CaseView) -> None:
    talk.shows(*(case.reference for case in shown))
    talk.hides(*(case.reference for case in CASES if case not in shown))


@each(
    "words",
    [
        *(
            "what's overdue?",
            "hi, anything late?",
            "wat is te laat?",
            "welke zaken zijn te laat?",
            "was ist überfällig?",
        ),
        *("quels dossiers sont en retard ?", "¿qué casos están vencidos?", "ci sono pratiche scadute?"),
        *("o que está em atraso?", "co jest po terminie?"),
    ],
)
def test_what_is_late(words: str) -> None:
    talk = asked(words)
    shows_only(talk, LATE)
    talk.shows("Overdue", "4 days late: 20 Mar 2026", "2 more are open. “list all open” shows all.")


@each(
    "words",
    [
        *(
            "what is due this week?",
            "wat moet er deze week af?",
            "was ist diese Woche fällig?",
            "¿qué vence esta semana?",
        ),
        *("qu'est-ce qui est à rendre cette semaine ?", "cosa scade questa settimana?", "o que vence esta semana?"),
        *("co mija w tym tygodniu?", "what's overdue or due this week?"),
    ],
)
def test_what_is_due_this_week_and_what_is_late_already(words: str) -> None:
    talk = asked(words)
    shows_only(talk, LATE, SOON)
    talk.shows("Due by 29 Mar 2026", "1 more is open.")


@each(
    ("words", "last"),
    [
        *(
            ("what is due today?", "24 Mar"),
            ("wat moet morgen af?", "25 Mar"),
            ("what's due today or tomorrow", "25 Mar"),
        ),
        *(("was muss ich heute machen?", "24 Mar"), ("¿qué tengo que hacer hoy?", "24 Mar")),
        *(("qu'est-ce que je dois faire aujourd'hui ?", "24 Mar"), ("co mam dziś do zrobienia?", "24 Mar")),
        *(("was ist nächste Woche fällig?", "5 Apr"), ("¿qué vence este mes?", "31 Mar")),
        *(("what is due by Friday", "27 Mar"), ("wat moet voor 5 april af?", "5 Apr"), ("due in 10 days?", "3 Apr")),
        *(("wat moet er voor vrijdag af?", "27 Mar"), ("was muss bis Freitag raus?", "27 Mar")),
        *(("what has to go out by Friday?", "27 Mar"), ("co musi wyjść do piątku?", "27 Mar")),
    ],
)
def test_the_day_until_which_is_told(words: str, last: str) -> None:
    asked(words).shows(f"Due by {last} 2026", "DSR-2026-0001")


@each(
    "words",
    [
        *("which cases has nobody taken yet?", "what is unassigned?", "welke zaken zijn nog van niemand?"),
        *("welche Fälle hat noch niemand?", "¿qué casos están sin asignar?"),
    ],
)
def test_what_nobody_has_taken(words: str) -> None:
    shows_only(asked(words), LATER)


@each(
    "words",
    [
        *("what's on my plate?", "my cases", "which ones are mine?", "status", "welke zijn van mij?", "mijn zaken"),
        *(
            "welche sind meine?",
            "quels sont les miens ?",
            "które są moje?",
            "is er iets voor mij?",
            "gibt es etwas für mich?",
        ),
        *(
            "morning, what have I got left?",
            "wat ligt er nog bij mij",
            "was habe ich noch offen",
            "j'ai quoi aujourd'hui ?",
        ),
        *("¿qué casos tengo?", "o que tenho em aberto?", "co jeszcze mam"),
    ],
)
def test_what_is_the_speakers_own(words: str) -> None:
    talk = asked(words)
    shows_only(talk, SOON)
    talk.shows("Yours")


@each("words", ["what is Pieter working on?", "what does Pieter have?", "Pieter's cases", "wat heeft Pieter?"])
def test_what_a_colleague_has_in_hand(words: str) -> None:
    shows_only(asked(words), LATE)


def test_what_a_colleague_has_on_oneself_is_a_wish_of_ones_own() -> None:
    talk = Talk(PRIYA, records=OnRecord(CASES), now=NOW)
    talk.says("what does Pieter have on me?")
    talk.hides("DSR-2026-0001")
    assert talk.chat.drafts


def test_what_was_handed_over_stands_below_what_was_taken() -> None:
    handed = due_on(4, date(2026, 4, 9))
    handed = a_case(id=4, reference=handed.reference, reporter=PRIYA.id)
    talk = asked("my cases", SOON, handed)
    talk.shows("Yours", "You handed over", "DSR-2026-0004 | Delete | received")


@each("words", ["what is not due this week?", "list all open", "wat staat er open?", "anything urgent?"])
def test_all_are_shown_where_it_is_not_told_which(words: str) -> None:
    talk = asked(words)
    shows_only(talk, *CASES)
    talk.hides("more are open", "is open.")


def test_where_there_is_none_of_them_the_others_are_shown() -> None:
    talk = asked("what's overdue?", SOON, LATER)
    talk.shows("Overdue: none. These are open:", "DSR-2026-0002", "DSR-2026-0003")


def test_outside_the_team_it_is_what_was_handed_over() -> None:
    talk = Talk(colleague("Otto Lind"), records=OnRecord(CASES), now=NOW)
    talk.says("what's overdue?")
    talk.hides("DSR-2026")


def test_what_stands_still() -> None:
    paused = a_request(due=None, pauses=(PauseView(reason=PauseReason.IDENTITY, start=date(2026, 3, 9), end=None),))
    waiting = a_case(paused, id=4, reference="DSR-2026-0004")
    shows_only(asked("which cases are paused?", *CASES, waiting), waiting)
    late = replace(waiting, requests=(replace(paused, safe_due=date(2026, 3, 20)),))
    talk = asked("what's overdue?", *CASES, late)
    talk.hides(late.reference)
    asked("list all open", late).shows("20 Mar 2026: clock stopped")


def test_closed_ones_are_in_no_list() -> None:
    asked("which cases did we close this month?").shows("I list open cases only.", "DSR-2026-0001", "DSR-2026-0003")


def opened_on(number: int, on: datetime) -> CaseView:
    return a_case(a_request(), id=number, reference=f"DSR-2026-{number:04}", received_at=on, opened_at=on)


OLD, FRIDAY, MONDAY, TODAY = (
    opened_on(number, datetime(2026, 3, day, 9, tzinfo=UTC)) for number, day in ((1, 6), (2, 20), (3, 23), (4, 24))
)


@each(
    ("words", "shown"),
    [
        ("what came in today?", [TODAY]),
        ("anything new today", [TODAY]),
        ("wat is er vandaag binnengekomen?", [TODAY]),
        ("was ist heute reingekommen?", [TODAY]),
        ("which came in this week", [TODAY, MONDAY]),
        ("new since monday?", [TODAY, MONDAY]),
        ("quoi de nouveau depuis hier ?", [TODAY, MONDAY]),
        ("¿qué ha llegado desde el viernes?", [TODAY, MONDAY, FRIDAY]),
        ("cosa è arrivato la settimana scorsa?", [TODAY, MONDAY, FRIDAY]),
        ("o que chegou nos últimos 5 dias?", [TODAY, MONDAY, FRIDAY]),
        ("co nowego?", [TODAY, MONDAY, FRIDAY]),
        ("show me the new ones since 6 March", [TODAY, MONDAY, FRIDAY, OLD]),
    ],
)
def test_what_came_in_is_told(words: str, shown: list[CaseView]) -> None:
    every = (OLD, FRIDAY, MONDAY, TODAY)
    talk = asked(words, *every)
    talk.shows("New since", *(case.reference for case in shown))
    talk.hides(*(case.reference for case in every if case not in shown))


@each(
    "words", ["a new request came in today: Bo Berg wants a copy", "new: delete my account", "what came in for Bell?"]
)
def test_a_request_that_came_in_is_no_question_what_did(words: str) -> None:
    talk = Talk(PRIYA, records=OnRecord([OLD]), now=NOW)
    talk.says(words)
    talk.hides("New since")


def test_where_nothing_came_in_the_last_one_is_told() -> None:
    asked("what came in today?", OLD).shows("None. The last one was opened on 6 Mar 2026.")

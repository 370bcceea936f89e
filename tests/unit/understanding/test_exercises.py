"""What an exercise of a course tells is never acted on; a ticket that opens alike is."""

from tests.lines import each
from tests.unit.understanding.said import read


@each(
    "exercise",
    [
        "Quiz question 4: Mr X writes: 'Please stop sending me your newsletter and tell me what you know about me.' "
        "Which two rights does he exercise? Which rights do we grant?",
        "Module 3, exercise: A customer writes 'Please delete all my data'. Which steps do you take? Discuss in pairs.",
        "Casus 2: een klant belt en zegt 'ik wil weten wat jullie van mij hebben'. Wat antwoord je? Bespreek dit.",
        "Übung 3: Eine Kundin schreibt: „Bitte löschen Sie alle meine Daten.“ Was ist zu tun?",
        "Cas pratique : un client vous appelle et dit « je veux savoir ce que vous avez sur moi ». Que répondez-vous ?",
        "Caso práctico 1: un cliente escribe «quiero que borren mis datos». ¿Qué pasos hay que seguir?",
    ],
)
def test_an_exercise_is_never_acted_on(exercise: str) -> None:
    reading = read(exercise)
    assert reading.unsure or not reading.rights


@each(
    "ticket",
    [
        "Case 4471: customer writes 'Please delete all my data'.",
        "Question: please delete all my data.",
        "Fall 4471: Kundin schreibt: „Bitte löschen Sie alle meine Daten.“",
    ],
)
def test_a_request_that_opens_alike_is_acted_on(ticket: str) -> None:
    reading = read(ticket)
    assert reading.rights and not reading.unsure

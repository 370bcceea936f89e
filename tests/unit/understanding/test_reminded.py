"""A reminder asks for what it names, and "nor" may go on to another right: invented messages."""

from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read, rights


@each(
    ("said", "right"),
    [
        ("Please don't forget to send me my data", "access"),
        ("Vergeet niet mijn gegevens te wissen", "erasure"),
        ("Vergessen Sie nicht, meine Daten zu löschen", "erasure"),
        ("N'oubliez pas de supprimer mes données", "erasure"),
        ("No se olviden de borrar mis datos", "erasure"),
        ("Non dimenticate di cancellare i miei dati", "erasure"),
        ("Não se esqueçam de apagar os meus dados", "erasure"),
        ("Nie zapomnijcie usunąć moich danych", "erasure"),
    ],
)
def test_who_reminds_us_of_a_wish_is_heard(said: str, right: str) -> None:
    assert right in rights(said)


@each(
    "said",
    ["Don't forget the access nor the deletion of my data", "No olviden el acceso ni la supresión de mis datos."],
)
def test_of_two_things_that_are_not_to_be_forgotten_both_are_offered(said: str) -> None:
    reading = read(said)
    assert reading.unsure
    assert {"access", "erasure"} <= {name for name, _ in reading.candidates}


@each("said", ["Don't forget my copy either", "vergesst nicht meine Löschung"])
def test_a_reminder_is_not_answered_as_a_question_about_progress(said: str) -> None:
    reading = read(said)
    assert reading.unsure or reading.meta is Meta.REQUEST


@each(
    "said",
    [
        "Don't forget to delete your browser data before Friday",
        "Vergeet mij niet voor vrijdag, ik neem de taart mee!",
        "Vergesst nicht die Besprechung am Montag",
    ],
)
def test_a_reminder_among_colleagues_is_none(said: str) -> None:
    assert not read(said).rights


@each(
    "said",
    [
        "Vergeet de kopie niet, maar verwijder niet mijn account.",
        "Vergessen Sie die Auskunft nicht, aber löschen Sie nicht mein Konto.",
        "Vergessen Sie nicht, dass mein Konto nicht gelöscht werden soll. Ich will nur Auskunft.",
        "N'oubliez pas : ne supprimez pas mon compte, je veux une copie de mes données.",
        "Vergeet de verwijdering die ik niet meer wil.",
        "Vergessen Sie die Löschung ich will sie nicht mehr",
    ],
)
def test_what_is_denied_behind_a_reminder_is_not_acted_on(said: str) -> None:
    reading = read(said)
    assert reading.unsure or "erasure" not in rights(said)


@each("said", ["Forget the deletion, I've decided to stay.", "Esqueçam o pedido de apagamento."])
def test_what_is_to_be_forgotten_is_taken_back(said: str) -> None:
    reading = read(said)
    assert not reading.rights


@each(
    ("said", "right"),
    [
        ("caller Glen Tobin - no more mailings, nor the profiling either pls", "objection"),
        ("Não quero publicidade nem que vendam os meus dados", "opt_out_marketing"),
        ("Nie chcę reklam ani sprzedaży moich danych", "opt_out_marketing"),
    ],
)
def test_behind_nor_another_right_is_asked_about(said: str, right: str) -> None:
    reading = read(said)
    assert reading.unsure
    assert right in {name for name, _ in reading.candidates}


@each(
    "said",
    [
        "I don't want newsletters nor promotional calls any more",
        "Ne m'envoyez plus de mails ni de SMS publicitaires",
        "Non voglio più email né telefonate pubblicitarie",
        "Nie chcę maili ani telefonów z reklamami",
    ],
)
def test_behind_nor_the_same_right_is_told(said: str) -> None:
    assert rights(said) == {"opt_out_marketing"}
    assert not read(said).unsure

"""What a colleague tells in a few words that somebody wants, with names, tools and questions of their own around it."""

from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("note", "right"),
    [
        ("lawyer asks for the data of Neil Gray", "access"),
        ("el abogado pide los datos de Neil Gray", "access"),
        ("o advogado pede os dados do Neil Gray", "access"),
        ("he asked whether we sell his data, need I do something?", "opt_out_sale"),
        ("Mutter will Neil Gray gelöscht haben, muss ich was tun?", "erasure"),
        ("what if a customer wants to be deleted? he's at the desk", "erasure"),
        ("wat als een klant verwijderd wil worden? hij staat aan de balie", "erasure"),
        ("e se um cliente quiser ser apagado? está ao balcão", "erasure"),
        ("Löscht mich aus Jira", "erasure"),
        ("supprimez-moi de Jira", "erasure"),
        ("sacadme de Jira por favor", "erasure"),
        ("toglietemi da Jira", "erasure"),
        ("wypiszcie mnie z Trello", "erasure"),
        ("how do we delete a customer? he's waiting", "erasure"),
        ("wie löscht man hier Kunden? einer steht da", "erasure"),
        ("comment on supprime un client ? il attend", "erasure"),
        ("do we give people their data? one at the desk", "access"),
    ],
)
def test_a_wish_told_in_a_colleagues_own_words_is_asked_about(note: str, right: str) -> None:
    reading = read(note)
    assert reading.unsure
    assert right in {name for name, _ in reading.candidates}


@each(
    "note",
    [
        "lawyer asks for the invoice of Neil Gray",
        "he asked whether we sell cables, need I do something?",
        "what if a customer wants a refund? she's on the line",
        "Jira is slow again, what do I do?",
        "add me to Jira",
        "Thanks, Ivan",
        "how do we give a customer a refund? he's waiting",
        "wie bucht man einen Kunden um? er wartet",
    ],
)
def test_what_sounds_alike_is_left_alone(note: str) -> None:
    reading = read(note)
    assert not (reading.unsure or reading.rights)

"""A message of somebody else is handed over from its menu."""

from tests.lines import each
from tests.transcripts.talk import Talk, colleague


def test_whose_message_it_was_is_shown_and_it_is_not_about_the_one_who_hands_it_over() -> None:
    talk = Talk()
    talk.logs("A customer called: please delete everything about ana.diaz@x.example, she is in Spain.", "Daan Mulder")
    talk.shows("Written by Daan Mulder.", "Delete", "ana.diaz@x.example")
    talk.hides("Is this about you?")


def test_a_colleagues_own_request_is_asked_about() -> None:
    talk = Talk()
    talk.logs("Please send me a copy of all the data that you have about me.", "Daan Mulder")
    talk.shows("Written by Daan Mulder.", "Whose data is it about?")
    talk.says("Daan Mulder <daan@northloop.example>")
    talk.hides("Whose data is it about?")


def test_it_is_said_in_the_language_of_the_one_who_hands_it_over() -> None:
    talk = Talk(colleague("Eva de Boer", language="nl"))
    talk.logs("Hello, can I still park here tomorrow?", "Ana Diaz")
    talk.shows("Geschreven door Ana Diaz.")


@each(
    ("words", "rights", "name"),
    [
        ("log a deletion for Rosa Klein, rosa@klein.example", "Delete", "Rosa Klein"),
        ("Bitte Löschung für Frau Petra Sommer eintragen", "Delete", "Petra Sommer"),
        ("Inzage voor Kees Prins aanmaken", "Send a copy", "Kees Prins"),
        ("registrar borrado para Lola Vega, lola@vega.example", "Delete", "Lola Vega"),
        ("erasure for cust no. 88123, Paul Reed", "Delete", "Paul Reed, 88123"),
        ("open an access request for our customer Yusuf Aydin (yusuf@aydin.example)", "Send a copy", "Yusuf Aydin"),
        ("Auskunft für Vera Kurz anlegen, vera@kurz.example", "Send a copy", "Vera Kurz"),
        ("richiesta di accesso per Marco Bianchi marco@bianchi.example", "Send a copy", "Marco Bianchi"),
        ("log a deletion and a copy for Ann Bell, ann@bell.example", "Delete, Send a copy", "Ann Bell"),
        ("log a deletion request for Ann Bell, and she wants a copy first", "Delete, Send a copy", "Ann Bell"),
        ("please register deletion and access for Ann Bell", "Delete, Send a copy", "Ann Bell"),
        ("inzage voor Kees Prins en verwijdering", "Send a copy, Delete", "Kees Prins"),
        (
            "GDPR request from Rosa Klein: delete my account and send me a copy first",
            "Delete, Send a copy",
            "Rosa Klein",
        ),
    ],
)
def test_what_is_to_be_logged_is_heard_with_whom_it_is_for(words: str, rights: str, name: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows(f"They ask: {rights}  “", f"Person: {name}")


@each(
    "words",
    [
        "how does deletion for minors work?",
        "we need to log data deletion for audits",
        "deletion for the mailbox is done",
    ],
)
def test_what_is_for_nobody_is_no_order(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.hides("They ask: Delete")

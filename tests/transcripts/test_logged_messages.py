"""A message of somebody else is handed over from its menu."""

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

"""A mail that is pasted while a draft is open: the same once more, or the one whose request was told of before."""

from datetime import date

from bot.rights import Right
from tests.transcripts.talk import Talk
from tests.transcripts.test_intake import ERASURE

NO_PLACE = ERASURE.replace("I live in Spain. ", "")


def test_the_same_mail_twice_is_one_request() -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(NO_PLACE)
    talk.shows("I have this message already.", "Where does the person live?")
    assert len(talk.chat.drafts) == 1
    assert talk.chat.pending is None


def test_the_same_words_sent_twice_are_one_request() -> None:
    talk = Talk()
    talk.says("Ada Byron (ada@byron.example) wants a copy of her data")
    talk.says("Ada Byron (ada@byron.example) wants a copy of her data")
    talk.shows("I have this message already.", "When did it reach us?")


def test_the_mail_whose_request_was_told_of_is_the_answer_whose_data_it_is() -> None:
    talk = Talk()
    talk.says("a customer wants his data gone")
    talk.shows("Whose data is it about?")
    talk.says(ERASURE)
    talk.shows("I take this mail as the message", "Ana Diaz <ana@x.example>", "Open this case?")
    talk.is_stored()
    talk.says("yes")
    assert (talk.opened.rights, talk.opened.received_at.date()) == ((Right.ERASURE,), date(2026, 3, 5))
    assert talk.opened.text.startswith("a customer wants his data gone")
    assert talk.chat.active is None


def test_a_mail_that_asks_for_something_else_is_asked_about() -> None:
    talk = Talk()
    talk.says("a customer wants a copy of his data")
    talk.says(ERASURE)
    talk.shows("Is this a new request")


def test_who_pasted_the_wrong_mail_is_told_how_to_drop_it() -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says("oops, wrong mail")
    talk.shows("Say “cancel”", "Where does the person live?")

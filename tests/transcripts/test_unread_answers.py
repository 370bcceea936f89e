"""Answers that cannot be read: they are told so, become no draft, and hide no question."""

from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk
from tests.transcripts.test_intake import ERASURE
from tests.transcripts.test_told_persons import NOWHERE
from tests.transcripts.test_words_for_buttons import UNCLEAR

NEWSLETTER = ERASURE.replace("delete all personal data you hold about me", "stop sending me your newsletter")


UNREAD = (
    *("it is on the last page", "hard to say", "ring me tomorrow", "geen flauw idee", "keinen blassen Schimmer"),
    *("tout en bas", "más abajo", "non saprei", "está no fim", "na samym dole"),
    "hand that to the privacy people please",
)


@each(
    ("mail", "words"),
    [
        *((mail, words) for mail in (NOWHERE, UNCLEAR) for words in UNREAD),
    ],
)
def test_an_answer_that_is_not_read_becomes_no_draft(mail: str, words: str) -> None:
    talk = Talk()
    talk.says(mail)
    buttons, before = talk.labels, talk.chat.drafts[0].answers
    talk.says(words)
    talk.shows("I can't read that as an answer.")
    assert talk.labels == buttons
    assert talk.chat.pending is None
    assert [draft.answers for draft in talk.chat.drafts] == [before]


@each("words", UNREAD)
def test_what_is_told_at_the_review_and_answers_nothing_becomes_no_draft_and_is_kept(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("Open this case?", f"Also said: {words}")
    assert talk.chat.pending is None
    talk.presses("Open case")
    assert ("Also said", words) in talk.opened.answers


@each("words", ["he wants everything wiped", "Bo Berg wants to be forgotten"])
def test_what_asks_for_something_is_no_unread_answer(words: str) -> None:
    talk = Talk()
    talk.says(NOWHERE)
    talk.says(words)
    talk.hides("I can't read that as an answer.")


def test_a_yes_opens_the_case_that_is_shown_below_a_question_that_waits() -> None:
    talk = Talk()
    talk.says(NOWHERE)
    talk.says(NEWSLETTER.replace("I live in Spain. ", ""))
    talk.shows("Is this a new request, or more")
    talk.says("yes")
    assert not talk.commands
    talk.says("Spain")
    talk.shows("Open this case?")
    talk.says("yes")
    assert talk.opened.rights == (Right.ERASURE,)
    talk.shows("Stop marketing")


def test_a_question_that_waits_is_asked_again_under_another_answer() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(NEWSLETTER)
    talk.says("help")
    talk.shows("What I can do", "Is this a new request, or more")
    talk.says("more about this")
    talk.shows("They ask: Delete, Stop marketing")


@each("words", ["cancel", "annuleren", "neither"])
def test_who_gives_up_gives_up_what_was_asked_last(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(NEWSLETTER)
    talk.says(words)
    assert talk.chat.pending is None
    talk.shows("Open this case?")
    talk.says("yes")
    assert talk.opened.rights == (Right.ERASURE,)

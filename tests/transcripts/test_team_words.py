"""What the privacy team types about cases: the card comes, whose buttons do it."""

from bot.cases.snapshot import CaseView
from tests.cases import a_case
from tests.lines import each
from tests.people import PIETER, PRIYA, SAM
from tests.transcripts.talk import OnRecord, Talk

BELOW = "\n\nDSR-2026-0012: Delete\nDue: in 31 days: 6 Apr 2026\nStatus: received\nOwner: nobody yet"


class Numbered(OnRecord):
    def found_by(self, words: str) -> tuple[CaseView, ...]:
        number = words.upper().removeprefix("DSR-")
        return tuple(case for case in self.cases.values() if case.reference.endswith(f"-{number:0>4}"))


def records(*owners: str | None) -> Numbered:
    cases = [a_case(reference=f"DSR-2026-{n:04}", ticket=f"730{n}", owner=owner) for n, owner in enumerate(owners, 12)]
    return Numbered(cases)


@each(
    "words",
    [
        *(
            "take 12",
            "take DSR-12",
            "status 12",
            "extend 12",
            "close 12",
            "stop the clock on 12",
            "give #12 to Pieter",
            "who has 12?",
            "find 12",
        ),
        *("done with 12, replied yesterday", "put 12 on hold until he sends the form"),
        *("neem 12", "wie doet 12?", "schließe 12", "clôturer 12", "zamknij 12"),
    ],
)
def test_a_case_is_called_by_the_end_of_its_reference(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("DSR-2026-0012")
    talk.hides("DSR-2026-0013", "Which case?")
    assert not talk.chat.drafts


@each("words", ["take it", "who has this", "extend", "close it, answered today", "ik pak deze"])
def test_the_case_that_they_have_is_meant_where_none_is_named(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, PRIYA.id))
    talk.says(words)
    talk.shows("DSR-2026-0013")
    talk.hides("DSR-2026-0012", "Which case?")


@each(
    ("words", "seen"),
    [
        ("good morning, what do we have?", "Nobody has taken these"),
        ("who looks after my cases then?", "DSR-2026-0013"),
        ("oops, wrong one, undo", "Nothing is open here."),
    ],
)
def test_what_they_ask_or_take_back_is_no_request(words: str, seen: str) -> None:
    talk = Talk(PRIYA, records=records(None, PRIYA.id))
    talk.says(words)
    talk.shows(seen)
    assert not talk.chat.drafts


def test_of_several_they_are_asked_which() -> None:
    talk = Talk(PIETER.model_copy(update={"language": "en"}), records=records(PRIYA.id, None))
    talk.says("close it, answered today")
    talk.shows("Which case? Write its number with it", "DSR-2026-0012", "DSR-2026-0013")


@each(
    "words",
    [
        *(
            "I'll take the Californian one",
            "who's got the Swiss one",
            "take the ICO one",
            "wie heeft de zaak uit Krakau",
        ),
        *("ich nehme den Fall aus Berlin", "je prends celui de Lyon", "chi ha quello di Roma"),
    ],
)
def test_a_case_that_is_called_otherwise_is_no_request(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("Which case? Write its number with it", "DSR-2026-0012", "DSR-2026-0013")
    assert not talk.chat.drafts


@each(
    "words",
    [
        *(
            "All of mine to Pieter",
            "I'm ill tomorrow, give everything of mine to Pieter",
            "all my cases to Noor please",
        ),
        *("alles van mij naar Pieter", "alle meine an Pieter", "tout ce que j'ai à Pieter"),
    ],
)
def test_all_of_somebodys_cases_are_listed_where_they_go_to_a_colleague(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, PRIYA.id))
    talk.says(words)
    talk.shows("Yours", "DSR-2026-0013")
    assert not talk.chat.drafts and not talk.commands
    assert not talk.chat.drafts


@each("words", ["take it", "who has this", "extend, we need more time", "close it, answered today"])
def test_below_a_card_its_case_is_meant(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words + BELOW)
    talk.shows("DSR-2026-0012")
    talk.hides("Then I note the words with it")
    assert talk.chat.pending is None


def test_word_of_a_case_that_is_said_below_its_card_is_not_lost() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("he called again today and is angry" + BELOW)
    talk.shows("Is this about DSR-2026-0012? Then I note the words with it")


@each("words", ["please delete Ann Bell, ann@x.example", "somebody wants his file deleted"])
def test_a_request_that_the_team_hands_over_is_one(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    assert talk.chat.drafts


def test_others_see_no_card() -> None:
    talk = Talk(SAM, records=records(None, None))
    talk.says("take 12")
    talk.hides("DSR-2026-0012")


@each("words", ["which ones are due next week?", "wat moet ik vandaag doen?"])
def test_what_is_to_be_done_is_the_list_of_open_cases(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("Open cases", "DSR-2026-0012", "DSR-2026-0013")


@each(
    "words",
    [
        *("close my account", "reopen my account please", "sluit mijn account", "schließe mein Konto"),
        *("stop mailing customer 12", "move my data to another provider"),
        *("find Bob Hill wants out", "find ann@x.example and delete"),
    ],
)
def test_what_may_be_a_request_shows_no_other_case(words: str) -> None:
    talk = Talk(PRIYA, records=records(PRIYA.id))
    talk.says(words)
    talk.hides("DSR-2026-0012", "Found", "No case")
    assert talk.chat.drafts


def test_a_wish_beside_an_order_is_not_lost() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("close 12, Bob Hill wants a copy too")
    talk.shows("DSR-2026-0012: Delete")
    assert talk.chat.drafts or talk.chat.pending


@each(
    "words",
    [
        "do we have anything open for Weber?",
        "what did jan de boer ask?",
        "¿qué pidió Ana Díaz?",
        "have we got anybody called Conti",
        "haben wir jemanden namens Weber",
    ],
)
def test_no_case_is_found_by_a_name(words: str) -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says(words)
    talk.shows("I can't find a case by a name.")
    talk.hides("DSR-2026-0012")


def test_what_was_done_with_a_case_is_undone_on_its_card() -> None:
    talk = Talk(PRIYA, records=records(None, None))
    talk.says("undo that, I meant 12")
    talk.shows("DSR-2026-0012")
    talk.says("undo")
    talk.shows("set right with the buttons of its card")
    talk.says("wrong: 12 lives in Berlin")
    talk.shows("Is this about DSR-2026-0012?")
    talk.hides("please hand it over again")

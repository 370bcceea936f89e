"""What is open, and which cases belong to what was typed: for the privacy team, and nothing of it for anybody else."""

from dataclasses import replace
from datetime import date

from bot.cases.snapshot import CaseView
from bot.cases.words import Status
from bot.conversation.turn import Speaker
from tests.cases import a_case, a_request
from tests.lines import each
from tests.transcripts.at_the_card import NOW, PRIYA
from tests.transcripts.talk import OnRecord, Talk, colleague

LATE = a_case(
    a_request(safe_due=date(2026, 3, 20), due=date(2026, 3, 20)),
    id=1,
    reference="DSR-2026-0001",
    owner="workspace:local:pieter",
    owner_name="Pieter Bos",
)
CLOSED = a_case(
    a_request(status=Status.FULFILLED, outcome=Status.FULFILLED, closed_at=NOW),
    id=2,
    reference="DSR-2026-0002",
    ticket="ZD-77",
    closed_at=NOW,
)
USUAL = a_case()


class WithPeople(OnRecord):
    """A record that also knows its cases by their number alone and by their person's address, as the real one does."""

    def found_by(self, words: str) -> tuple[CaseView, ...]:
        if words == "ana.diaz@x.example":
            return tuple(self.cases.values())
        return super().found_by(f"DSR-2026-{words:0>4}" if words.isdecimal() else words)


def team(*cases: CaseView, language: str = "en") -> Talk:
    return Talk(PRIYA.model_copy(update={"language": language}), records=WithPeople(cases), now=NOW)


# -- what is open -----------------------------------------------------------------------------------------------


def test_the_team_sees_what_is_open_and_when_it_is_due() -> None:
    talk = team(LATE, CLOSED, USUAL)
    talk.asks("open")
    talk.shows("Open cases", "Case | They ask | Due | Owner")
    talk.shows("DSR-2026-0001 | Delete | 4 days late: 20 Mar 2026 | Pieter Bos")
    talk.shows("DSR-2026-0042 | Delete | in 12 days: 5 Apr 2026 | nobody yet")
    talk.hides("DSR-2026-0002", "there may be more")


def test_a_case_without_a_date_is_among_them() -> None:
    talk = team(a_case(a_request(safe_due=None, due=None)))
    talk.asks("open")
    talk.shows("DSR-2026-0042 | Delete | no date | nobody yet")


def test_a_full_page_says_that_there_may_be_more() -> None:
    talk = team(*(replace(USUAL, id=number, reference=f"DSR-2026-{number:04}") for number in range(1, 21)))
    talk.asks("open")
    talk.shows("These 20 are due next; there may be more.", "DSR-2026-0001 |", "DSR-2026-0020 |")


def test_with_nothing_open_the_team_is_told_so() -> None:
    talk = team(CLOSED)
    talk.asks("open")
    talk.shows("No case is open. Well done.")
    dutch = team(CLOSED, language="nl")
    dutch.asks("open")
    dutch.shows("Er staat geen zaak open. Goed gedaan.")


def test_what_is_open_in_dutch() -> None:
    talk = team(LATE, USUAL, language="nl")
    talk.asks("open")
    talk.shows("Open zaken", "Zaak | Verzoek | Termijn")
    talk.shows("DSR-2026-0001 |", "20 mrt 2026 | Pieter Bos")
    talk.hides("nobody yet", "late", "Delete")


def test_everybody_else_sees_what_they_handed_over() -> None:
    theirs = replace(LATE, reporter="workspace:local:sam")
    talk = Talk(colleague(), records=OnRecord([theirs, USUAL]))
    talk.asks("open")
    talk.shows("What you handed over", "DSR-2026-0042 | Delete | received")
    talk.hides("DSR-2026-0001", "Pieter", "Owner", "days")


# -- what is looked for -----------------------------------------------------------------------------------------


@each("words", ["DSR-2026-0002", " ZD-77 ", "2"])
def test_the_team_finds_a_case_by_its_reference_number_or_ticket(words: str) -> None:
    talk = team(LATE, CLOSED, USUAL)
    talk.asks("search", words)
    talk.shows("Found", "DSR-2026-0002 | Delete | done")
    talk.hides("DSR-2026-0001", "DSR-2026-0042")


def test_the_team_finds_all_cases_of_a_person_by_the_whole_address() -> None:
    talk = team(LATE, CLOSED, USUAL)
    talk.asks("search", "ana.diaz@x.example")
    talk.shows("DSR-2026-0001 | Delete | 4 days late: 20 Mar 2026 | Pieter Bos")
    talk.shows("DSR-2026-0002 | Delete | done", "DSR-2026-0042 | Delete | in 12 days: 5 Apr 2026")
    talk.hides("ana.diaz")  # the answer repeats nothing that was typed


def test_what_is_not_found_is_said_with_the_way_to_look_for_it() -> None:
    talk = team(USUAL)
    for words in ("Ana Diaz", "DSR-2026-0404"):
        talk.asks("search", words)
        talk.shows("I know no case by that. A person is found by their whole address, not by their name.")
        talk.hides(words)


@each("words", ["", "  ", " a ", "zd"])
def test_too_few_characters_are_not_looked_for(words: str) -> None:
    talk = team(USUAL)
    talk.asks("search", words)
    talk.shows("Search for a reference, a ticket number, or the person's whole e-mail address.")


def test_looking_in_dutch() -> None:
    talk = team(CLOSED, language="nl")
    talk.asks("search", "ZD-77")
    talk.shows("Gevonden", "DSR-2026-0002 |")
    talk.asks("search", "Ana Diaz")
    talk.shows("Ik ken geen zaak die daarbij hoort.")
    talk.asks("search")
    talk.shows("Zoek op een kenmerk, een ticketnummer of het volledige e-mailadres van de persoon.")


@each("who", [colleague(), colleague("Olga Smit"), PRIYA.model_copy(update={"guest": True})])
def test_nobody_else_learns_whether_somebody_is_on_record(who: Speaker) -> None:
    talk = Talk(who, records=WithPeople([CLOSED, USUAL]))
    answers = []
    for words in ("DSR-2026-0042", "ZD-77", "ana.diaz@x.example", "DSR-2026-0404", ""):
        talk.asks("search", words)
        answers.append(talk.said)
    assert all(answer == answers[0] for answer in answers)
    talk.shows("Only the privacy team can search. “status” shows what you handed over.")
    talk.hides("DSR")


def test_nobody_else_learns_it_in_dutch_either() -> None:
    talk = Talk(colleague(language="nl"), records=WithPeople([USUAL]))
    talk.asks("search", "DSR-2026-0042")
    talk.shows("Alleen het privacyteam kan zoeken.")
    talk.hides("DSR")


def test_looking_around_leaves_an_open_draft_as_it_is() -> None:
    talk = team(USUAL)
    talk.says("Please delete all my data. ana.diaz@x.example")
    before = talk.chat
    talk.asks("open")
    talk.asks("search", "ZD-77")
    assert talk.chat == before and before.active is not None


@each(
    "words",
    [
        *("what's overdue?", "what is due this week", "list cases", "my cases", "status", "show me the open cases"),
        *("wat moet ik doen?", "toon open zaken"),
    ],
)
def test_the_team_asks_what_is_to_be_done_in_its_own_words(words: str) -> None:
    talk = team(LATE, USUAL)
    talk.says(words)
    talk.shows("DSR-2026-0001 | Delete | 4 days late: 20 Mar 2026 | Pieter Bos")


def test_a_ticket_is_found_by_its_number_alone() -> None:
    talk = team(replace(USUAL, ticket="ZD-4411"))
    talk.asks("search", "4411")
    talk.shows("Found", "DSR-2026-0042 | Delete")


@each(
    "words",
    [
        *("show me DSR-2026-0042", "take DSR-2026-0042", "assign DSR-2026-0042 to Pieter", "pak DSR-2026-0042"),
        *("mark DSR-2026-0042 as verified", "zeig mir DSR-2026-0042", "montre-moi DSR-2026-0042"),
    ],
)
def test_who_wants_to_do_something_with_a_case_gets_its_card_and_no_question(words: str) -> None:
    talk = team(USUAL)
    talk.says(words)
    talk.shows("DSR-2026-0042: Delete", "[Take it]")
    talk.hides("Is this about", "What is the person asking for?")
    assert not talk.chat.drafts


def test_outside_the_team_the_same_words_show_no_card() -> None:
    talk = Talk(colleague(), records=OnRecord([USUAL]))
    talk.says("take DSR-2026-0042")
    talk.hides("[Take it]")


@each(
    "words",
    [
        *(
            "who has 42?",
            "who has 0042",
            "42",
            "take 42",
            "close 0042",
            "wie heeft 42?",
            "wer hat 42?",
            "details of 42",
        ),
        *("who owns DSR-2026-0042", "search for DSR-2026-0042", "look up DSR-2026-0042", "who has ZD-4411?"),
        *("assign 4411 to Pieter", "show me 4411", "details of 42"),
    ],
)
def test_the_team_names_a_case_as_it_likes_and_gets_its_card(words: str) -> None:
    talk = team(LATE, replace(USUAL, ticket="ZD-4411"))
    talk.says(words)
    talk.shows("DSR-2026-0042: Delete", "[Take it]")
    talk.hides("DSR-2026-0001", "Is this about")


def test_a_number_that_leads_nowhere_is_told_to_be_unknown() -> None:
    talk = team(USUAL)
    talk.says("who has 77?")
    talk.shows("I know no case of 77.")
    talk.hides("Only who handed it over")


@each(
    "words",
    [
        *("do we have anything on ana.diaz@x.example?", "ana.diaz@x.example", "any case of ana.diaz@x.example"),
        *("wat hebben we over ana.diaz@x.example?", "zoek naar ana.diaz@x.example", "search for ana.diaz@x.example"),
    ],
)
def test_the_team_asks_for_the_cases_of_a_person(words: str) -> None:
    talk = team(LATE, USUAL)
    talk.says(words)
    talk.shows("Found", "DSR-2026-0042 | Delete")


@each("words", ["search Ana Diaz", "find Ana Diaz", "zoek Ana Diaz", "anything on ana@y.example?"])
def test_the_team_hears_how_a_person_is_found(words: str) -> None:
    talk = team(USUAL)
    talk.says(words)
    talk.shows("I know no case by that. A person is found by their whole address, not by their name.")


@each(
    "words",
    ["find my data and delete it", "ana.diaz@x.example wants her data deleted", "ana@y.example: a copy"],
)
def test_what_asks_for_something_is_not_searched_for(words: str) -> None:
    talk = team(LATE, USUAL)
    talk.says(words)
    talk.hides("Found", "I know no case")
    assert talk.chat.active is not None


@each("words", ["who has 42?", "42", "anything on ana.diaz@x.example?", "search Ana Diaz"])
def test_nobody_else_finds_a_case_in_their_own_words(words: str) -> None:
    talk = Talk(colleague(), records=WithPeople([a_case(reporter="workspace:local:lena")]))
    talk.says(words)
    talk.hides("DSR", "Delete", "I know no case")

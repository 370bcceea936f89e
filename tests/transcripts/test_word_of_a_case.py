"""Word about a case that is on record: taken back, added to, set right. It reaches the team in the case's thread."""

from datetime import timedelta

from bot.cases.commands import AddToCase
from bot.rights import Right
from tests.cases import a_case
from tests.lines import each
from tests.people import PRIYA, SAM
from tests.transcripts.at_the_desk import REFERENCE, Colleagues, Reporter, forwarded
from tests.transcripts.talk import NOW, OnRecord, Talk, colleague
from tests.transcripts.test_intake import ERASURE

OURS = OnRecord([a_case()])  # DSR-2026-0042, handed over by Emma


def word(talk: Talk) -> AddToCase:
    """The one word that was passed on."""
    words = [command for command in talk.commands if isinstance(command, AddToCase)]
    assert len(words) == 1, talk.text
    return words[0]


@each(
    "words",
    [
        *("I withdraw my request DSR-2026-0042", "Jürgen wants to withdraw his request DSR-2026-0042"),
        *("Ich ziehe meinen Antrag DSR-2026-0042 zurück", "Hierbij trek ik mijn verzoek DSR-2026-0042 in"),
        *(
            "Je retire ma demande DSR-2026-0042",
            "Retiro mi solicitud DSR-2026-0042",
            "Ritiro la richiesta DSR-2026-0042",
        ),
        *("Retiro o meu pedido DSR-2026-0042", "Wycofuję mój wniosek DSR-2026-0042"),
        ERASURE.replace("Please delete all personal data you hold about me.", "I withdraw my request DSR-2026-0042."),
    ],
)
def test_who_takes_a_request_back_is_heard_by_the_team(words: str) -> None:
    talk = Talk(records=OURS)
    talk.says(words)
    assert (word(talk).case, word(talk).withdraws) == ("DSR-2026-0042", True)
    talk.shows("I have told the privacy team that DSR-2026-0042 is taken back")
    assert talk.chat.active is None


def test_what_is_asked_for_besides_is_taken_in_as_well() -> None:
    talk = Talk(records=OURS)
    talk.says("I withdraw my request DSR-2026-0042, and please send me a copy of all my data")
    assert word(talk).withdraws
    talk.shows("They ask: Send a copy")


@each("answer", ["DSR-2026-0042", "dsr-2026-0042: delete", "it's DSR-2026-0042"])
def test_without_a_reference_it_is_asked_which_case_it_is(answer: str) -> None:
    talk = Talk(records=OURS)
    talk.says("ik trek mijn verzoek in")
    talk.shows("Which case is it?")
    assert talk.labels == ["DSR-2026-0042: Delete", "As a case of its own", "Neither"]
    talk.is_stored()
    talk.says(answer)
    assert (word(talk).text, word(talk).withdraws) == ("ik trek mijn verzoek in", True)


def test_where_nobody_knows_it_becomes_a_case_of_its_own() -> None:
    talk = Talk(records=OnRecord([]))
    talk.says("Max Huber, max@y.example, withdraws his request")
    talk.presses("As a case of its own")
    talk.says("Max Huber <max@y.example>")
    for label in ("Today", "Not said"):
        talk.presses(label)
    talk.shows("Takes back an earlier request", "Max Huber")
    talk.presses("Open case")
    assert talk.opened.rights == (Right.QUESTION,)


@each("words", ["cancel", "undo", "neither"])
def test_it_can_be_left_aside(words: str) -> None:
    talk = Talk(records=OURS)
    talk.says("ik trek mijn verzoek in")
    talk.says(words)
    assert talk.chat.pending is None
    assert not talk.commands


def test_what_is_to_be_added_to_a_case_is_passed_on() -> None:
    talk = Talk(records=OURS)
    talk.says("Customer number for DSR-2026-0042 is 99812, please add")
    talk.shows("Is this about DSR-2026-0042?")
    talk.presses("Pass it on for DSR-2026-0042")
    assert (word(talk).case, word(talk).withdraws) == ("DSR-2026-0042", False)
    assert "99812" in word(talk).text
    talk.hides("99812")


def test_a_stranger_hears_the_same_of_a_case_that_is_there_and_of_one_that_is_not() -> None:
    answers = []
    for reference in ("DSR-2026-0042", "DSR-2026-9999"):
        talk = Talk(colleague("Olga Smit"), records=OURS)
        talk.says(f"I withdraw my request {reference}")
        answers.append(talk.text.replace(reference, "?"))
        assert bool(talk.commands) is (reference == "DSR-2026-0042")
    assert answers[0] == answers[1]


def test_a_word_in_between_leaves_the_open_question_where_it_is() -> None:
    talk = Talk(records=OURS)
    talk.says(ERASURE)
    talk.says("Ich ziehe meinen Antrag DSR-2026-0042 zurück")
    assert word(talk).withdraws
    talk.shows("Open this case?", "Ana Diaz")


@each("words", ["no wait, it's ana.diaz@x.example", "DSR-2026-0042: the address is wrong, it's ana.diaz@x.example"])
def test_what_was_wrong_with_a_case_just_opened_is_passed_on(words: str) -> None:
    talk = Talk(records=OnRecord([a_case(opened_at=NOW - timedelta(minutes=3))]))
    talk.says("undo")
    talk.shows("DSR-2026-0042 is on record")
    talk.says(words)
    talk.presses("Pass it on for DSR-2026-0042")
    assert "ana.diaz@x.example" in word(talk).text


def test_who_changes_their_mind_when_nothing_is_open_is_told_so() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("cancel")
    talk.says("no wait, he wants deletion")
    talk.shows("what was dropped is not kept")


def test_the_thread_says_that_it_is_taken_back_and_holds_no_words(desk: Colleagues) -> None:
    desk.opens(
        forwarded("Ana Diaz <ana@x.example>", "Please delete all my personal data. I live in Spain.\n\nAna Diaz")
    )
    desk.emma.says(f"Ana Diaz called: she withdraws her request {REFERENCE}, she found the page herself")
    desk.emma.shows("I have told the privacy team that")
    desk.priya.reads("It says that the request is taken back", "handed over by Emma")
    assert "she found the page herself" not in "\n".join(
        desk.office.platform.said_below(desk.office.card_of(REFERENCE))
    )
    assert "she found the page herself" in desk.priya.looks("Details …")


def test_a_ticket_that_is_handed_over_again_joins_its_case(desk: Colleagues) -> None:
    sam = Reporter(desk.office, SAM)
    sam.says("Ticket 5002: she wants her data deleted")
    sam.shows(f"{REFERENCE} is open")
    sam.says("Ticket 5002: she wants her data deleted")
    sam.shows("Is it the same matter?")
    sam.presses(f"The matter of {REFERENCE}")
    sam.shows(f"added this to {REFERENCE}")
    sam.says("Ticket 5002: she also wants a copy of her data")
    sam.presses(f"The matter of {REFERENCE}")
    sam.shows(f"added this to {REFERENCE}", "New in it: Send a copy")
    desk.priya.opens(REFERENCE)
    desk.priya.sees("Delete", "Send a copy")
    sam.says("Ticket 5002: another customer wants her data deleted")
    sam.presses("A new matter")
    sam.shows("DSR-2026-0002 is open")


DETAILS = "DSR-2026-0042: her flat is in Utrecht now, and she banks with us under K-77120"


@each(
    "answer",
    ["yes", "ok", "ja, doe maar", "oui", "tak", "pass it on", "yes, pass it on please", "geef het door", "weitergeben"],
)
def test_a_yes_passes_the_words_on(answer: str) -> None:
    talk = Talk(records=OURS)
    talk.says(DETAILS)
    talk.shows("Is this about DSR-2026-0042?")
    talk.is_stored()
    talk.says(answer)
    assert (word(talk).case, word(talk).text) == ("DSR-2026-0042", DETAILS)
    assert talk.chat.pending is None


@each("other", ["search DSR-2026-0007", "DSR-2026-0007", "status", "help", "nice weather", "no"])
def test_what_is_no_answer_confirms_nothing_and_the_question_stays_in_sight(other: str) -> None:
    talk = Talk(PRIYA, records=OnRecord([a_case(), a_case(id=7, reference="DSR-2026-0007")]))
    talk.says(DETAILS)
    talk.says(other)
    assert not talk.commands
    assert talk.labels[-3:] == ["Note it with DSR-2026-0042", "A new request", "Neither"]
    talk.says("yes")
    assert word(talk).case == "DSR-2026-0042"


def test_more_for_the_same_case_goes_on_together() -> None:
    talk = Talk(records=OURS)
    talk.says(DETAILS)
    talk.says("DSR-2026-0042: she rang twice this week")
    talk.says("yes")
    assert DETAILS in word(talk).text
    assert "rang twice" in word(talk).text


def test_a_yes_means_the_question_that_was_asked_last() -> None:
    talk = Talk(records=OURS)
    talk.says(ERASURE)
    talk.says(DETAILS)
    talk.says("yes")
    assert word(talk).case == "DSR-2026-0042"
    talk.shows("Open this case?")
    talk.says("yes")
    assert talk.opened.rights == (Right.ERASURE,)


def test_a_case_is_not_chosen_by_a_mere_yes() -> None:
    talk = Talk(records=OURS)
    talk.says("ik trek mijn verzoek in")
    talk.says("yes")
    assert not talk.commands
    talk.shows("Which case is it?")


KNOWN_TICKET = OnRecord([a_case(ticket="5310", reporter=SAM.id)])


@each(
    "words",
    [
        "ticket 5310: he moved to Sweden and rang us on Monday",
        "5310: his flat is in Malmö",
        "Ticket 5310: der Kunde wohnt in Graz, kam am Dienstag per Telefon",
        "ticket 5310: le client habite à Lyon",
        "ticket 5310: hij belde weer, hij woont nu in Brugge",
    ],
)
def test_details_for_a_ticket_on_record_reach_its_case(words: str) -> None:
    talk = Talk(SAM, records=KNOWN_TICKET)
    talk.says(words)
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("yes")
    assert (word(talk).case, word(talk).text) == ("DSR-2026-0042", words)


@each("words", ["thanks for ticket 5310", "ticket 5310", "any news on ticket 5310", "5310?"])
def test_what_only_asks_for_a_ticket_has_its_state(words: str) -> None:
    talk = Talk(SAM, records=KNOWN_TICKET)
    talk.says(words)
    talk.shows("Delete: received")
    talk.hides("Is this about")
    assert talk.chat.pending is None


def test_a_ticket_of_two_cases_is_asked_about() -> None:
    both = [a_case(id=n, reference=f"DSR-2026-000{n}", ticket="5310", reporter=SAM.id) for n in (1, 2)]
    talk = Talk(SAM, records=OnRecord(both))
    talk.says("ticket 5310: he moved to Sweden and rang us on Monday")
    talk.says("yes")
    assert not talk.commands
    talk.presses("DSR-2026-0002: Delete")
    assert word(talk).case == "DSR-2026-0002"


def test_a_strangers_ticket_is_no_case_of_theirs() -> None:
    talk = Talk(colleague("Olga Smit"), records=KNOWN_TICKET)
    talk.says("ticket 5310: he moved to Sweden and rang us on Monday")
    talk.hides("DSR-2026-0042")


@each(
    "words",
    [
        "ticket 5310: erasure is off, the client withdrew his request",
        "Ticket 5310: die Kundin hat ihren Antrag zurückgezogen",
        "ticket 5310: de klant trekt het verzoek in",
    ],
)
def test_a_ticket_tells_which_request_is_taken_back_whatever_else_is_open(words: str) -> None:
    talk = Talk(SAM, records=KNOWN_TICKET)
    talk.says("Ticket 5400: could somebody have a look, privacy")
    talk.shows("What is the person asking for?")
    talk.says(words)
    assert (word(talk).case, word(talk).withdraws) == ("DSR-2026-0042", True)
    talk.shows("What is the person asking for?")


@each("words", ["he withdrew his request", "zij trekt haar verzoek in", "elle retire sa demande"])
def test_which_request_is_taken_back_is_asked_while_another_is_open(words: str) -> None:
    talk = Talk(records=OURS)
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("Which case is it?")
    assert talk.labels == ["DSR-2026-0042: Delete", "The one we are talking about", "As a case of its own", "Neither"]
    talk.is_stored()
    talk.says("DSR-2026-0042")
    assert (word(talk).text, word(talk).withdraws) == (words, True)
    talk.shows("Open this case?")


def test_the_request_that_is_open_can_be_the_one_that_is_taken_back() -> None:
    talk = Talk(records=OURS)
    talk.says(ERASURE)
    talk.says("he withdrew his request")
    talk.says("the one we are talking about")
    talk.shows("Dropped. Nothing was recorded.")
    assert talk.chat.active is None
    assert talk.chat.pending is None
    assert not talk.commands


BOTH = OnRecord([a_case(), a_case(id=7, reference="DSR-2026-0043")])


def test_words_for_a_case_reach_it_when_words_for_another_follow() -> None:
    talk = Talk(PRIYA, records=BOTH)
    talk.says("The customer number for DSR-2026-0042 is 99812, please add it")
    talk.says("The customer number for DSR-2026-0043 is 99813, please add it")
    talk.says("pass it on")
    words = [command for command in talk.commands if isinstance(command, AddToCase)]
    assert [(one.case, "9981" in one.text) for one in words] == [("DSR-2026-0042", True), ("DSR-2026-0043", True)]
    assert not talk.chat.drafts


def test_a_yes_with_more_behind_it_passes_both_on() -> None:
    talk = Talk(PRIYA, records=BOTH)
    talk.says("The customer number for DSR-2026-0042 is 99812, please add it")
    talk.says("yes, and tell them that she is angry")
    assert word(talk).case == "DSR-2026-0042"
    assert "angry" in word(talk).text


def test_a_no_with_another_reference_passes_them_on_for_that() -> None:
    talk = Talk(PRIYA, records=BOTH)
    talk.says("The customer number for DSR-2026-0042 is 99812, please add it")
    talk.says("no, DSR-2026-0043")
    assert word(talk).case == "DSR-2026-0043"


def test_what_was_said_of_one_case_is_not_asked_about_of_the_next() -> None:
    first = a_case(reporter=SAM.id, ticket="ZD-6000", opened_at=NOW)
    talk = Talk(SAM, records=OnRecord([first]))
    talk.says("and he wants no more ads")
    talk.shows("Is this about DSR-2026-0042?")
    talk.is_stored()
    talk.records = OnRecord([a_case(id=43, reference="DSR-2026-0043", reporter=SAM.id, opened_at=NOW), first])
    talk.says("thanks")
    talk.shows("Is this about DSR-2026-0042?")
    talk.says("yes")
    assert [command.case for command in talk.commands if isinstance(command, AddToCase)] == ["DSR-2026-0042"]

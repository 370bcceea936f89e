"""Support's shorthand about tickets that led to a case: nothing of it is lost."""

from datetime import date

from bot.cases.commands import AddToCase, OpenCase
from bot.rights import Right
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import NOW, OnRecord, Talk


def of_sam(*tickets: str) -> OnRecord:
    return OnRecord(
        a_case(reference=f"DSR-2026-00{n}", ticket=ticket, reporter=SAM.id, opened_at=NOW)
        for n, ticket in enumerate(tickets, 42)
    )


def passed_on(talk: Talk) -> list[AddToCase]:
    return [command for command in talk.commands if isinstance(command, AddToCase)]


def opened(talk: Talk) -> list[OpenCase]:
    return [command for command in talk.commands if isinstance(command, OpenCase)]


def test_what_follows_while_it_is_asked_which_case_is_kept_with_it() -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says("it came in by phone last tuesday")
    talk.says("parcel number was misread too")
    talk.shows("Is this about DSR-2026-0042?")
    talk.presses("Pass it on for DSR-2026-0042")
    assert [word.text for word in passed_on(talk)] == [
        "it came in by phone last tuesday\n\nparcel number was misread too"
    ]


@each(
    "words",
    [
        "did 4711 get his copy yet? he's getting impatient, moved to Spain meanwhile",
        "when will 4711 be done? she needs it for court on 1 april",
        "wann ist 4711 fertig? er wohnt übrigens in der Schweiz",
        "novedades del 4711? la clienta volvió a llamar y está muy molesta",
    ],
)
def test_what_is_told_behind_a_question_is_passed_on_and_the_state_is_told(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    talk.shows("Delete: received", "Is this about DSR-2026-0042?")


@each("words", ["is 4711 closed? many thanks in advance for a reply", "4711 done yet? thx"])
def test_thanks_behind_a_question_are_not(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    talk.shows("Delete: received")
    talk.hides("Is this about")


@each(
    "words",
    [
        *("4711 withdrew", "4711: she withdraws, wants to keep her account", "4711 heeft het ingetrokken, kan dicht"),
        *("4711 zieht zurück", "4711 : il se rétracte", "o 4711 desistiu, pode fechar", "4711 zrezygnował"),
        *("4711 ha rinunciato", "4711 ha desistido", "laat 4711 maar zitten", "never mind 4711", "4711: forget it"),
        *("4711 withdrawn, he found it himself", "4711 ingetrokken", "4711 zurückgezogen, hat sich erledigt"),
    ],
)
def test_a_request_that_is_taken_back_in_a_word_is_told_as_that(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    if not passed_on(talk):  # a bare number may be something else
        talk.presses("Pass it on for DSR-2026-0042")
    assert [word.withdraws for word in passed_on(talk)] == [True]


@each(
    "words",
    [
        "hij trekt het in",
        "er zieht es zurück",
        "withdrawn",
        "lo retira",
        "desistiu",
        "ha ritirato tutto",
        "wycofuje się",
    ],
)
def test_what_was_opened_just_now_and_is_taken_back_is_no_withdrawn_consent(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    talk.hides("Withdraw consent")
    talk.presses("Pass it on for DSR-2026-0042")
    assert [(word.withdraws, word.asks) for word in passed_on(talk)] == [(True, ())]


def test_consent_that_is_withdrawn_is_a_request() -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says("4712: she withdraws her consent to profiling")
    talk.hides("takes a request back", "Is this about DSR-2026-0042?")


@each("words", ["4711: newsletter consent, withdrawn", "4711 Einwilligung zum Newsletter, zurückgezogen"])
def test_consent_that_is_withdrawn_takes_back_no_request(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    assert not talk.commands
    talk.hides("takes a request back")


@each("words", ["5580 mevr. Smit trekt haar verzoek in", "6160 Kundin verzichtet doch, bitte schließen"])
def test_of_a_ticket_that_led_to_no_case_it_is_asked_which(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("Somebody takes a request back. Which case is it?")


@each(
    "words",
    [
        "4711: wrong address, it should be ann@new.example",
        "4711: falsche Adresse, richtig ist u.lang@x.example",
        "o número certo é 4771, não 4711",
        "4711: he also moved, lives in Sweden now",
    ],
)
def test_what_sets_a_ticket_s_case_right_is_no_request(words: str) -> None:
    talk = Talk(SAM, records=of_sam("4711"))
    talk.says(words)
    talk.shows("Is this about DSR-2026-0042?", "[A new request]")


def test_words_about_two_tickets_are_passed_on_for_both() -> None:
    talk = Talk(SAM, records=of_sam("4711", "4712"))
    talk.says("both called today. 4711 threatens with a lawyer, 4712 just wants a date")
    talk.presses("Pass it on for all 2")
    assert [word.case for word in passed_on(talk)] == ["DSR-2026-0042", "DSR-2026-0043"]


def test_who_it_is_that_was_not_known_is_more_of_the_case() -> None:
    talk = Talk(SAM, records=of_sam("5540"))
    talk.says("found it: she's Vera Bos, vera@bos.example")
    talk.shows("Is this about DSR-2026-0042?")


def test_tickets_that_are_told_one_by_one_get_a_case_each() -> None:
    talk = Talk(SAM)
    talk.says("6110 + 6111: both want no more newsletters, 6110 is eva@x.example, 6111 is tom@y.example")
    told = [(case.ticket, case.subject.email, case.rights) for case in opened(talk)]
    marketing = (Right.OPT_OUT_MARKETING,)
    assert told == [("6110", "eva@x.example", marketing), ("6111", "tom@y.example", marketing)]


def test_whose_address_is_left_out_is_said() -> None:
    talk = Talk(SAM)
    talk.says("pls log 7010, 7011: erasure for both. 7010 came tuesday, 7011 today. al@x.example / bo@x.example")
    talk.shows("Is it about bo@x.example, too? Then hand that over for itself.")


@each(
    ("words", "ticket"),
    [
        ("t#5501 cust deletion req or so, dora.lind@x.example", "5501"),
        ("mag ik een ref voor 5570? meneer De Wit wil inzage, wit@x.example", "5570"),
        ("5680 Ina Holt ina@x.example del acc. cust since 2019", "5680"),
        ("order 99120, ticket 71063 wants an export or so, Lars Mo lars@mo.example", "71063"),
        ("71064 erase, chat 27/02 or so, Otto Beck otto@beck.example", "71064"),
    ],
)
def test_a_ticket_s_number_is_heard(words: str, ticket: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows(f"Ticket: {ticket}")


@each(
    "words",
    [
        "Ticket 6150 Auskunft für Herrn Uwe Lang, uwe@x.example, Brief kam am 4. März",
        "6150 Kopie für Uwe Lang, uwe@x.example. Brief kam am 4. März",
    ],
)
def test_whom_a_ticket_s_note_names_and_when_it_came_is_kept(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    (case,) = opened(talk)
    assert (case.subject.name, case.subject.email) == ("Uwe Lang", "uwe@x.example")
    assert case.received_at.date() == date(2026, 3, 4)


def test_references_are_told_where_they_are_asked_for() -> None:
    talk = Talk(SAM, records=of_sam("4711", "4712"))
    talk.says("refs for all 3 pls")
    talk.shows("What you handed over", "DSR-2026-0042", "DSR-2026-0043")


def test_an_address_that_follows_several_tickets_is_asked_about() -> None:
    talk = Talk(SAM, records=of_sam("4411", "4412"))
    talk.says("ana@q.example")
    talk.shows("Which case is this about?", "DSR-2026-0042", "DSR-2026-0043")
    talk.presses("A new request")
    assert talk.chat.active is not None


def test_an_address_behind_a_ticket_is_word_of_its_case() -> None:
    talk = Talk(SAM, records=of_sam("4411", "4412"))
    talk.says("4412: bo@q.example")
    talk.presses("Pass it on for DSR-2026-0043")
    assert [word.text for word in passed_on(talk)] == ["4412: bo@q.example"]


@each("words", ["4411 please forget it", "forget it, 4411", "4411 vergeet het maar"])
def test_a_ticket_that_is_dropped_in_a_word_asks_for_nothing(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    assert not opened(talk)
    talk.shows("Which case is this about?")


def test_how_a_ticket_of_an_earlier_case_goes_is_told_while_it_is_handed_over_again() -> None:
    talk = Talk(SAM, records=of_sam("7100"))
    talk.says("7100 again: he threatens to go to the ICO")
    talk.says("status 7100")
    talk.shows("DSR-2026-0042", "received")

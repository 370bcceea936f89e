"""Hand-overs, as colleagues live them."""

import time
from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from bot.cases.commands import PassToLegal, ReportBreach
from bot.cases.words import Capacity
from bot.rights import Right
from bot.understanding.read import understand
from bot.understanding.reading import MailReading, Reading
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import Talk, colleague, prefilled

ERASURE = """FYI, from a customer.

---------- Forwarded message ---------
From: Ana Diaz <ana@x.example>
Date: Thu, 5 Mar 2026 at 10:15
Subject: my data
To: <support@northloop.example>

Hello, I live in Spain. Please delete all personal data you hold about me.

Ana Diaz
"""


def test_a_forwarded_mail_needs_one_click() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.shows("Open this case?", "Delete", "Ana Diaz <ana@x.example>", "delete all personal data", "5 Mar 2026")
    talk.presses("Open case")
    case = talk.opened
    assert case.rights == (Right.ERASURE,)
    assert case.subject.email == "ana@x.example"
    assert case.received_at.date().isoformat() == "2026-03-05"
    assert case.law_hint == "gdpr"
    talk.shows("DSR-2026-0042", "Tell the customer", "Please don't")
    assert talk.chat.active is None


def test_a_changed_mind_before_opening() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("no wait, it's ana.diaz@x.example")
    talk.shows("ana.diaz@x.example", "Open this case?")
    talk.presses("Open case")
    assert talk.opened.subject.email == "ana.diaz@x.example"
    assert talk.opened.subject.name == "Ana Diaz"


def test_undo_brings_the_old_answer_back() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("no wait, it's ana.diaz@x.example")
    talk.says("undo")
    talk.shows("Undone", "Ana Diaz <ana@x.example>")
    talk.says("undo")
    talk.shows("nothing to undo")


def test_cancel_records_nothing() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("cancel")
    talk.shows("Dropped. Nothing was recorded.")
    assert talk.commands == []
    assert talk.chat.active is None
    talk.says("cancel")
    talk.shows("Nothing is open here")


def test_help_in_the_middle_asks_the_question_again() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("help")
    talk.shows("What I can do", "Open this case?")


def test_several_rights_in_one_mail_become_one_case() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("Please delete", "Please send me a copy of my data, then delete"))
    talk.presses("Open case")
    assert set(talk.opened.rights) == {Right.ACCESS, Right.ERASURE}


def test_only_what_is_missing_is_asked() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain. ", ""))
    talk.shows("This is what I read", "Where does the person live?")
    talk.presses("California")
    talk.shows("Open this case?", "in California")
    talk.presses("Open case")
    assert talk.opened.law_hint == "ccpa"


@each(
    ("says", "shown", "law"),
    [
        ("As a Brazilian I rely on the LGPD.", "where this law holds: Brazil LGPD", "br_lgpd"),
        ("I live in Recife.", "where this law holds: Brazil LGPD", "br_lgpd"),
        ("I rely on the Virginia Consumer Data Protection Act.", "where this law holds: Virginia VCDPA", "us_va"),
        ("I live in the US and rely on Virginia's privacy law.", "where this law holds: Virginia VCDPA", "us_va"),
        ("I rely on Kenya's Data Protection Act.", "somewhere else", "other"),
        ("I live in Spain and rely on the CCPA.", "in the EU or EEA", "gdpr"),  # where the person lives decides
        ("I live in Tokyo and rely on the GDPR.", "somewhere else", "other"),
        ("The GDPR does not apply to me; I live in Recife.", "where this law holds: Brazil LGPD", "br_lgpd"),
        ("Not under the GDPR but the LGPD.", "where this law holds: Brazil LGPD", "br_lgpd"),
        (
            "I rely on the CCPA and the LGPD.",
            "under one of these laws: California (CCPA), Brazil LGPD (the earliest date counts)",
            "ccpa br_lgpd",
        ),
        (
            "I live in California and rely on the GDPR.",
            "under one of these laws: California (CCPA), EU GDPR (the earliest date counts)",
            "ccpa gdpr",
        ),
        (
            "Your privacy notice says the CCPA gives me rights.",
            "under one of these laws: California (CCPA), one that I do not know (the earliest date counts)",
            "ccpa other",
        ),
    ],
)
def test_the_law_that_is_named_is_shown_as_it_runs(says: str, shown: str, law: str) -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain.", says))
    talk.shows("Open this case?", f"Lives: {shown}")
    talk.presses("Open case")
    assert talk.opened.law_hint == law


def test_a_colleague_says_which_of_several_laws_it_is() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain.", "I rely on the CCPA and the LGPD."))
    talk.says("no wait, she lives in California")
    talk.shows("Open this case?", "Lives: in California")
    talk.presses("Open case")
    assert talk.opened.law_hint == "ccpa"


@each(
    ("says", "law"),
    [("I live in Recife.", "br_lgpd"), ("I rely on the CCPA and the LGPD.", "ccpa br_lgpd")],
)
def test_who_changes_something_else_in_the_form_leaves_the_law_as_it_is(says: str, law: str) -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain.", says))
    talk.presses("Change something …")
    talk.submits(person="Ana Díaz <ana@x.example>")
    talk.presses("Open case")
    assert (talk.opened.subject.name, talk.opened.law_hint) == ("Ana Díaz", law)


def test_a_colleague_who_writes_about_themselves() -> None:
    talk = Talk(colleague("Emma Stone"))
    talk.says("Please send me a copy of all the personal data that you hold about me.")
    talk.shows("Is this about you?")
    talk.says("yes")
    talk.presses("Not said")
    talk.shows("Emma Stone <emma@northloop.example>")
    talk.presses("Open case")
    assert talk.opened.subject.email == "emma@northloop.example"
    assert talk.opened.received_at == talk.now


def test_words_without_a_mail_ask_who_and_when() -> None:
    talk = Talk()
    talk.says("A customer wants us to stop sending her the newsletter")
    if "Is this about you?" in talk.text:
        talk.presses("No, about somebody else")
    talk.shows("Whose data is it about?")
    talk.says("Ana Diaz <ana@x.example>")
    talk.shows("When did it reach us?")
    talk.says("tomorrow I guess")
    talk.shows("That date lies in the future.")
    talk.presses("Yesterday")
    talk.presses("Not said")
    talk.presses("Open case")
    assert talk.opened.rights == (Right.OPT_OUT_MARKETING,)
    assert talk.opened.received_at.date().isoformat() == "2026-03-09"


@each(
    ("who", "name"),
    [
        ("Jan de Vries, jan@vries.example", "Jan de Vries"),
        ("Sam Okafor sam.okafor@mail.example", "Sam Okafor"),
        ("Erika Klein <e.klein@post.example>", "Erika Klein"),
        ("Mark Stop (mark@stop.example)", "Mark Stop"),
    ],
)
def test_a_name_with_an_address_answers_who_it_is(who: str, name: str) -> None:
    talk = Talk()
    talk.says("A customer wants us to stop sending her the newsletter")
    if "Is this about you?" in talk.text:
        talk.presses("No, about somebody else")
    talk.says(who)
    talk.shows("When did it reach us?")
    talk.presses("Yesterday")
    talk.presses("Not said")
    talk.presses("Open case")
    assert talk.opened.subject.name == name


def test_today_is_a_day_on_which_it_may_have_come_in_however_early_it_is() -> None:
    talk = Talk(now=datetime(2026, 3, 10, 6, 5, tzinfo=UTC))
    talk.says("A customer, Ana Diaz <ana@x.example>, wants us to stop sending her the newsletter")
    talk.shows("When did it reach us?")
    talk.presses("Today")
    talk.presses("Not said")
    talk.presses("Open case")
    assert talk.opened.received_at.date().isoformat() == "2026-03-10"
    assert talk.opened.received_at <= talk.now


@each("answer", ["today", "Today"])
def test_a_moment_is_shown_in_the_zone_of_whoever_names_it(answer: str) -> None:
    """It is past midnight in Amsterdam, and not yet in Greenwich."""
    talk = Talk(now=datetime(2026, 3, 9, 23, 40, tzinfo=UTC))
    talk.says("A customer, Ana Diaz <ana@x.example>, wants us to stop sending her the newsletter")
    talk.says(answer)
    talk.says("Spain")
    talk.shows("Reached us: 10 Mar 2026, 00:40")
    talk.presses("Change something …")
    assert talk.form is not None
    assert prefilled(talk.form)["received"] == "2026-03-10"


def test_what_a_colleague_asks_for_themselves_reached_us_on_their_own_day() -> None:
    talk = Talk(now=datetime(2026, 3, 9, 23, 40, tzinfo=UTC))
    talk.says("Please send me a copy of all the personal data that you hold about me.")
    talk.presses("Yes, it is about me")
    talk.presses("EU or EEA")
    talk.shows("Reached us: 10 Mar 2026, 00:40")


def test_a_ticket_that_anybody_types_has_a_reference_at_once() -> None:
    talk = Talk()
    talk.says("Ticket 4711: ana@x.example wants her data deleted")
    assert talk.opened.ticket == "4711"
    talk.shows("DSR-2026-0042")


def test_who_hands_over_without_a_ticket_is_asked_what_it_is_about_and_support_which_ticket_it_is() -> None:
    words = "Student called, most courteous, privacy matter, kindly take over."
    emma, sam = Talk(), Talk(SAM)
    emma.says(words)
    emma.shows("What is the person asking for?", words)
    sam.says(words)
    sam.shows("Which ticket is it?")


def test_support_without_a_ticket_says_so_and_has_a_reference_all_the_same() -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, privacy matter, kindly take over.")
    talk.presses("No ticket")
    talk.shows("What is the person asking for?")
    talk.says("She wants her account deleted")
    assert (talk.opened.ticket, talk.opened.rights) == (None, (Right.ERASURE,))
    talk.shows("DSR-2026-0042")
    talk.hides("Ticket")


@each("words", ["none", "there is no ticket", "geen ticket", "n/a"])
def test_support_may_type_that_there_is_no_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, privacy matter, kindly take over.")
    talk.says(words)
    talk.says("She wants her account deleted")
    assert talk.opened.ticket is None
    assert "ticket" not in str(talk.opened.answers).casefold()


@each(
    ("words", "ticket"),
    [("no ticket, she also wants a copy of her data", None), ("4411 and she wants a copy too", "4411")],
)
def test_a_wish_beside_the_ticket_is_kept(words: str, ticket: str | None) -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, she wants her account deleted, kindly take over.")
    talk.says(words)
    assert (talk.opened.ticket, {*talk.opened.rights}) == (ticket, {Right.ERASURE, Right.ACCESS})


@each(
    ("words", "ticket"),
    [
        *(("it's 4411", "4411"), ("4411 I think", "4411"), ("ticket's 4411", "4411"), ("ref 4411", "4411")),
        *(("#4411", "4411"), ("INC0012345", "INC0012345"), ("CS/2026/0815", "CS/2026/0815"), ("12", "12")),
        *((words, None) for words in ("kein Ticket", "I don't know", "don't have one", "brak zgłoszenia")),
    ],
)
def test_the_ticket_of_an_answer_is_its_number_and_nothing_else(words: str, ticket: str | None) -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, she wants her account deleted, kindly take over.")
    talk.says(words)
    assert talk.opened.ticket == ticket


@each(
    ("link", "ticket"),
    [("https://desk.example.no/t/abcdef", None), ("https://desk.example.no/agent/tickets/4411?from=inbox", "4411")],
)
def test_the_link_to_a_ticket_is_kept_with_its_number(link: str, ticket: str | None) -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, she wants her account deleted, kindly take over.")
    talk.says(link)
    assert (talk.opened.ticket_link, talk.opened.ticket) == (link, ticket)


@each("words", ["yes", "the one from this morning", "phone call", "see the desk"])
def test_words_that_name_no_ticket_are_no_ticket(words: str) -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, she wants her account deleted, kindly take over.")
    talk.says(words)
    talk.shows("A ticket has a number. If there is none, press “No ticket”.", "Which ticket is it?")


def test_one_of_several_tickets_is_chosen_or_each_told() -> None:
    talk = Talk(SAM)
    talk.says("Student called, ana@x.example, she wants her account deleted, kindly take over.")
    talk.says("4411 and 4412")
    talk.shows("Each ticket gets a case of its own.")
    talk.says("4411 or 4412")
    talk.presses("4412")
    assert talk.opened.ticket == "4412"


def test_a_day_in_the_future_is_refused() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.presses("Change something …")
    talk.submits(received="2027-01-01")
    assert "future" in talk.errors["received"]
    talk.submits(received="2026-03-04")
    talk.shows("4 Mar 2026", "Open this case?")


def test_a_second_mail_starts_a_second_draft() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(ERASURE.replace("Ana Diaz", "Bo Berg").replace("ana@x.example", "bo@y.example"))
    talk.shows("A second matter", "Bo Berg")
    talk.presses("Open case")
    talk.shows("back to Ana Diaz", "Open this case?")
    talk.presses("Open case")
    assert [c.subject.name for c in talk.commands] == ["Bo Berg", "Ana Diaz"]  # type: ignore[attr-defined]


def test_more_about_the_same_person_is_asked_about() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(ERASURE.replace("delete all personal data you hold about me", "stop sending me your newsletter"))
    talk.shows("Is this a new request, or more about the one we are talking about?")
    talk.presses("More about Ana Diaz <ana@x.example>")
    talk.presses("Open case")
    assert set(talk.opened.rights) == {Right.ERASURE, Right.OPT_OUT_MARKETING}


def test_two_people_in_one_list_become_two_drafts() -> None:
    talk = Talk()
    talk.says(
        "As their authorised agent I ask you to delete the data of these clients:\n"
        "- Ana Diaz, ana@x.example\n- Bo Berg, bo@y.example\n"
    )
    assert len(talk.chat.drafts) == 2
    talk.shows("2 people")


def test_somebody_writes_for_somebody_else() -> None:
    talk = Talk()
    talk.says(
        ERASURE.replace("From: Ana Diaz <ana@x.example>", "From: Lou Laws <lou@laws.example>").replace(
            "Hello, I live in Spain. Please delete all personal data you hold about me.\n\nAna Diaz",
            "I represent Ana Diaz (ana@x.example) and enclose her signed authority. On behalf of my client, who lives "
            "in Spain, I request a copy of all personal data that you hold about her.\n\nLou Laws",
        )
    )
    talk.presses("Open case")
    assert talk.opened.capacity is not Capacity.SELF
    assert talk.opened.subject.name == "Ana Diaz"
    assert talk.opened.representative is not None
    assert talk.opened.representative.email == "lou@laws.example"


def test_unsure_asks_with_buttons_and_none_of_these() -> None:
    talk = Talk()
    talk.says("Customer says: what about my details then? she was quite cross about her file")
    assert talk.commands == []
    assert talk.labels, "something is offered"


def test_none_of_these_drops_it_and_says_whom_to_ask() -> None:
    talk = Talk()
    talk.says("Customer says she wants something done with her personal details, can you sort it")
    if "None of these" in talk.labels:
        talk.presses("None of these")
        talk.shows("Nothing was recorded", "dpo@northloop.example")


def test_ordinary_mail_is_not_made_a_case_and_not_lost() -> None:
    talk = Talk()
    talk.says(
        "---------- Forwarded message ---------\nFrom: Cy Ord <cy@z.example>\nDate: Thu, 5 Mar 2026 at 10:15\n"
        "Subject: invoice\n\nHi, the March invoice has the wrong VAT number on it. Could you send a new one?\n\nCy"
    )
    talk.shows("I see no privacy request in this")
    assert talk.chat.active is None
    talk.presses("It is one")
    talk.shows("What is the person asking for?")


def test_a_possible_breach_reaches_the_dpo_at_once() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("Please delete", "Somebody got hold of my data from your system! Please delete"))
    assert any(isinstance(command, ReportBreach) for command in talk.commands)


def test_who_hands_over_words_of_danger_and_insults_is_told_what_to_do() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("Please delete", "My ex is stalking me, you idiots! Please delete"))
    talk.shows("somebody may be in danger", "tell your manager now", "a threat or an insult")


def test_despair_without_a_request_is_no_small_talk() -> None:
    talk = Talk()
    talk.says("the man on line two said he wants to die")
    talk.shows("“wants to die”: somebody may be in danger")


SUBPOENA = (
    "---------- Forwarded message ---------\nFrom: Det. Roe <roe@police.example>\nDate: Thu, 5 Mar 2026 at 10:15\n"
    "Subject: Subpoena\n\nPursuant to the attached subpoena you are ordered to produce all account records and "
    "log-in data of user 88123 by 20 March.\n"
)


def test_a_subpoena_goes_to_legal_and_opens_no_case() -> None:
    talk = Talk()
    talk.says(SUBPOENA)
    assert [type(command) for command in talk.commands] == [PassToLegal]
    talk.shows("If somebody asks for their own data in it all the same, tell me.")
    talk.presses("Right, it isn't")
    assert not talk.chat.drafts


def test_what_only_looked_like_a_courts_letter_is_taken_up_at_a_button() -> None:
    talk = Talk()
    talk.says(SUBPOENA)
    talk.presses("It is one")
    talk.shows("What is the person asking for?")


def test_a_courts_letter_leaves_the_open_draft_where_it_is() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("By court order you must produce the account records of Jane Roe by 20 March. Inspector Hale")
    assert [type(command) for command in talk.commands] == [PassToLegal]
    talk.shows("Is this a new request, or more about the one we are talking about?")
    talk.presses("Neither")
    talk.presses("Open case")
    assert talk.opened.rights == (Right.ERASURE,)


def test_who_hands_over_what_the_police_may_want_is_told_so() -> None:
    talk = Talk()
    talk.says("This is Kent Police. Please provide a copy of all personal data you hold about your customer Tom Bell.")
    talk.shows("this may be a demand of a court or an authority")


def test_somebody_elses_wish_is_no_answer_to_what_this_one_asks_for() -> None:
    talk = Talk()
    talk.says("Ticket #4711: password: hunter2, she wants her data deleted, mail jo@x.example")
    talk.shows("What is the person asking for?")
    talk.says("please send me a copy of my data. Paul Martin, paul@x.example")
    assert talk.commands == []
    assert len(talk.chat.drafts) == 2
    talk.shows("Paul Martin")


def test_the_police_who_tell_of_stolen_data_are_heard_by_the_dpo_too() -> None:
    talk = Talk()
    talk.says(
        "This is Kent Police. We seized a server that holds a stolen copy of your customer database, with names, "
        "e-mail addresses and passwords of 40,000 people, and it is for sale online. We request records of your "
        "customer Tom Bell."
    )
    assert {type(command) for command in talk.commands} == {PassToLegal, ReportBreach}


@each("words", ["I'm going to kill myself tonight", "Ich bringe mich um", "vi ammazzo tutti"])
def test_danger_and_threats_are_told_while_something_else_is_open(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows(f"“{words[:3]}") if words.startswith("vi") else talk.shows("somebody may be in danger")
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("tell your manager")


def test_a_complaint_is_kept_in_its_own_words() -> None:
    talk = Talk()
    talk.says(
        ERASURE.replace(
            "Please delete all personal data you hold about me.",
            "I asked for my data in January and you ignored me. I am filing a complaint about how you handle privacy.",
        )
    )
    talk.presses("Open case")
    assert Right.COMPLAINT in talk.opened.rights
    assert any("you ignored me" in answer for _question, answer in talk.opened.answers)
    talk.shows("no disadvantage")


def test_a_card_number_is_not_kept_and_the_sender_is_told() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("about me.", "about me. My card is 4111 1111 1111 1111."))
    talk.shows("Please delete your message")
    talk.hides("4111")
    talk.presses("Open case")
    assert "4111" not in talk.opened.text


def test_an_empty_message_gets_a_sentence() -> None:
    talk = Talk()
    talk.says("   ")
    talk.shows("That message is empty")


def test_a_support_agent_has_a_reference_at_once() -> None:
    talk = Talk(colleague("Sam Reed"))
    talk.says(
        "Ticket #704418 https://desk.example/t/704418 - customer ana@x.example asks us to delete her account data. "
        "Handing over to privacy."
    )
    assert talk.opened.ticket == "704418"
    assert talk.opened.ticket_link == "https://desk.example/t/704418"
    assert talk.opened.rights == (Right.ERASURE,)
    talk.shows("DSR-2026-0042")


def test_dutch_colleagues_are_answered_in_dutch() -> None:
    talk = Talk(colleague("Daan Smit", language="nl"))
    talk.says(
        "Zie hieronder.\n\nVan: Ana Diaz <ana@x.example>\nVerzonden: donderdag 5 maart 2026 10:15\n"
        "Aan: klantenservice@northloop.example\nOnderwerp: mijn gegevens\n\n"
        "Ik woon in Utrecht. Wilt u al mijn persoonsgegevens verwijderen?\n\nMet vriendelijke groet,\nAna Diaz\n"
    )
    talk.shows("Deze zaak openen?", "ana@x.example")
    talk.presses("Zaak openen")
    assert talk.opened.rights == (Right.ERASURE,)
    assert talk.opened.language == "nl"


def test_status_is_told_in_the_middle_of_a_draft() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("status DSR-2026-0099")
    talk.shows("I can't tell you anything about that reference", "Open this case?")
    assert talk.chat.active is not None


def test_another_request_is_no_answer_to_an_open_question() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain. ", ""))
    talk.shows("Where does the person live?")
    talk.says(
        "And there is another one: Bo Berg, bo@y.example, called. He says that nobody asked him, that our newsletter "
        "comes every single day, and that he wants every bit of personal data that we hold about him deleted as well. "
        "He lives in Denmark, by the way."
    )
    talk.shows("A second matter", "Bo Berg")
    assert len(talk.chat.drafts) == 2


def test_a_mail_without_words_is_told_apart_from_one_with_a_subject_only() -> None:
    talk = Talk()
    talk.drops(("empty.eml", b"From: a@x.example\r\nDate: Mon, 9 Mar 2026 10:00:00 +0100\r\n\r\n"))
    talk.shows("“empty.eml” holds no words")
    talk.drops(("subject.eml", b"From: a@x.example\r\nSubject: please delete my data\r\n\r\n"))
    talk.shows("Delete", "When did it reach us?")


def test_a_picture_is_no_mail() -> None:
    talk = Talk()
    talk.drops(("photo.eml", bytes(range(256)) * 20))
    talk.shows("This file is not a mail")


def test_what_lies_beyond_the_limit_of_reading_is_not_passed_over_in_silence() -> None:
    talk = Talk()
    talk.says("The printer on the third floor works again. " * 9_000 + "Please delete my account.")
    talk.shows("I read its beginning only")
    talk.presses("It is one")
    talk.shows("What is the person asking for?")


def test_a_long_run_of_blanks_keeps_nobody_waiting() -> None:
    talk = Talk()
    talk.says("Ann Bell, ann@bell.example, wants her data deleted")
    begun = time.process_time()
    talk.says("sorry, Ann" + " " * 50_000 + "Bell")
    assert time.process_time() - begun < 5  # seconds; it took minutes


def test_in_one_turn_no_words_are_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading takes most of a turn's time, and several questions look at the same words."""
    readings = list[MailReading]()

    def noted(mail: MailReading, *, own_domains: frozenset[str], today: date) -> Reading:
        readings.append(mail)
        return understand(mail, own_domains=own_domains, today=today)

    monkeypatch.setattr("flows.slots.reading.understand", noted)
    talk = Talk()
    for said in (ERASURE, "her name is Ana Diaz-Bell, and she also wants a copy", "no wait, it's ana.diaz@x.example"):
        talk.says(said)
        assert readings
        assert len(set(readings)) == len(readings)
        readings.clear()


def test_a_second_customer_never_overwrites_the_first() -> None:
    talk = Talk()
    talk.says("She wants her data deleted: ana@x.example")
    talk.says("Another one: bob@y.example wants a copy of his data")
    assert len(talk.chat.drafts) == 2
    talk.shows("A second matter")


@each(
    "words",
    [
        "oh and there's another one, bob@y.example, he wants a copy of his data, came in today",
        "ah et il y en a un autre, bob@y.example, il veut une copie de ses données, reçu aujourd'hui",
        "ach und noch einer, bob@y.example, er will eine Kopie seiner Daten, kam heute",
    ],
)
def test_another_customer_told_in_passing_changes_nothing_of_the_first(words: str) -> None:
    talk = Talk()
    talk.says("customer wants her account gone: lucy@x.example, came in yesterday")
    first = talk.chat.drafts[0]
    talk.says(words)
    assert [draft.answers for draft in talk.chat.drafts if draft.id == first.id] == [first.answers]
    assert len(talk.chat.drafts) > 1 or talk.chat.pending is not None


@each("words", ["hm and now?", "hm en nu?", "wie pakt dit nu op?", "und jetzt?", "e adesso?"])
def test_a_question_about_what_comes_now_is_no_day(words: str) -> None:
    talk = Talk()
    talk.says("customer wants a copy of her data: ana@x.example")
    talk.shows("When did it reach us?")
    talk.says(words)
    talk.shows("When did it reach us?")
    talk.hides("Which of these")


@each("words", ["ah no, it was Thursday", "ah no, fue el jueves", "moment, das war Donnerstag"])
def test_another_weekday_than_was_told_may_be_of_that_week(words: str) -> None:
    talk = Talk()
    talk.says("a customer wrote on Friday 20 February, wants a copy: leo@x.example")
    talk.says(words)
    talk.shows("Which of these do you mean?", "Thu 19 Feb 2026")


@each("words", ["nope no mail", "geen mail nee", "ne, ohne Mail", "niente mail", "pas de mail"])
def test_that_no_address_is_known_is_no_wish(words: str) -> None:
    talk = Talk()
    talk.says("Ann Bell wants a copy, came in today")
    talk.says(words)
    talk.hides("Stop marketing", "new request")
    talk.shows("Where does the person live?")


def test_that_no_address_is_known_takes_no_wish_where_one_is_asked_for() -> None:
    talk = Talk()
    talk.says("had a guy on the phone, wants to be deleted from everything")
    talk.says("nope no mail")
    talk.hides("Changed.")
    assert "rights" not in talk.chat.drafts[0].answers or "opt_out_marketing" not in str(talk.chat.drafts[0].answers)


def test_a_wish_that_is_named_beside_an_address_is_asked_about() -> None:
    talk = Talk()
    talk.says("a man came to the counter the other day and asked for deletion, Ray Dunn, ray@dunn.example")
    talk.shows("What is the person asking for?", "[Delete]")


def test_the_change_form_keeps_what_it_does_not_show() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("about me.", "about me. My account number is C-77123, my phone +31 6 12345678."))
    talk.presses("Change something …")
    talk.submits(person="Ana Diaz <ana.diaz@x.example>")
    talk.presses("Open case")
    person = talk.opened.subject
    assert (person.email, person.account) == ("ana.diaz@x.example", "C-77123")
    assert person.phone is not None


def test_undo_goes_back_one_answer_at_a_time() -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain. ", ""))
    talk.presses("EU or EEA")
    talk.says("undo")
    talk.shows("Where does the person live?")


def test_undo_leaves_a_message_aside_that_waits_for_a_word() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("no wait, she lives in California")
    talk.says("Please also send a copy of her personal data")
    talk.shows("new request, or more")
    talk.says("undo")
    talk.shows("left aside", "in California")


def test_a_message_that_waits_is_not_forgotten_when_the_case_opens() -> None:
    talk = Talk()
    talk.says(ERASURE)
    review = talk.button("Open case")
    talk.says("Please also send a copy of her personal data")
    talk.shows("new request, or more")
    talk.presses_again(review)
    talk.shows("DSR-2026-0042", "Send a copy")
    assert talk.chat.active is not None


def test_words_beside_a_file_are_read_too() -> None:
    talk = Talk()
    talk.drops(("scan.pdf", b"%PDF-1.7 nothing"), text="Ana Bell (ana.bell@q.example) asks to delete all her data")
    talk.shows("This file is not a mail", "Delete", "ana.bell@q.example")


def test_two_tickets_dropped_at_once_have_two_references() -> None:
    talk = Talk(colleague("Sam Reed"))
    mail = "From: {0} <{0}@x.example>\r\nDate: Mon, 9 Mar 2026 10:00:00 +0100\r\nSubject: Ticket #{1}\r\n\r\n"
    ask = "Please delete all personal data you hold about me.\r\n"
    talk.drops(*((f"{n}.eml", (mail.format(n, t) + ask).encode()) for n, t in (("ana", "70441"), ("bob", "70442"))))
    talk.shows("DSR-2026-0042")
    assert len(talk.commands) == 2
    assert len([card for card in talk.said if card.title.startswith("DSR-")]) == 2


def test_a_directory_with_an_odd_zone_stops_nobody() -> None:
    talk = Talk(colleague("Emma Stone", zone="Mars/Olympus"))
    talk.says(ERASURE)
    talk.shows("Open this case?")


def _carrying(note: str, *mails: str) -> bytes:
    outer = EmailMessage()
    outer["From"], outer["To"] = "emma@northloop.example", "desk@northloop.example"
    outer["Date"], outer["Subject"] = "Tue, 10 Mar 2026 09:00:00 +0100", "please look at this"
    outer.set_content(note)
    for text in mails:
        inner = EmailMessage()
        name = text.split()[-1]
        inner["From"] = f"{name} <{name.lower()}@x.example>"
        inner["Date"], inner["Subject"] = "Mon, 9 Mar 2026 10:00:00 +0100", "my data"
        inner.set_content(text)
        outer.add_attachment(inner)
    return outer.as_bytes()


def test_an_attached_mail_is_what_counts_not_the_note_above_it() -> None:
    talk = Talk()
    talk.drops(("one.eml", _carrying("see attached", "Please delete all personal data you hold about me.\n\nAna")))
    talk.shows("Delete", "ana@x.example")
    talk.presses("Not said")
    talk.presses("Open case")
    assert talk.opened.rights == (Right.ERASURE,)


def test_every_attached_mail_is_a_matter_of_its_own() -> None:
    talk = Talk()
    ask = "Please delete all personal data you hold about me.\n\n"
    talk.drops(("two.eml", _carrying("see attached", f"{ask}Ana", f"{ask}Bob")))
    assert len(talk.chat.drafts) == 2
    talk.shows("ana@x.example", "bob@x.example")


def test_a_conversation_survives_being_stored_at_every_step() -> None:
    talk = Talk()
    talk.drops(("one.eml", _carrying("see attached", "Please delete all personal data you hold about me.\n\nAna")))
    talk.is_stored()
    talk.says("no wait, it's ana.diaz@x.example")
    talk.is_stored()
    talk.presses("Not said")
    talk.is_stored()
    talk.presses("Open case")
    assert talk.opened.subject.email == "ana.diaz@x.example"


def test_two_asks_in_one_mail_are_one_case() -> None:
    talk = Talk()
    talk.says(
        ERASURE.replace(
            "Please delete all personal data you hold about me.",
            "Two things, in this order. Send me a copy of all the personal data you have on me. "
            "Once I have it, erase the lot.",
        )
    )
    talk.presses("Open case")
    assert set(talk.opened.rights) == {Right.ACCESS, Right.ERASURE}


@each("words", ["Kunde will Auskunft", "klant wil inzage", "cliente quiere la supresión"])
def test_a_wish_that_is_called_by_its_name_is_no_small_talk(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows("They ask: ", "Whose data is it about?")


def test_a_letter_that_came_in_is_no_question_how_it_goes() -> None:
    talk = Talk()
    talk.says("I have a letter on paper from a Mr. Dan Roe asking to correct his birth year, arrived 26 February")
    talk.shows("What is the person asking for?", "[Correct]")

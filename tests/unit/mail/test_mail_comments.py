"""What help desks send or show of a ticket: who said what when, the newest first, between drawn lines."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.rights import Right
from bot.understanding.mail import new_words, read_eml, read_text
from bot.understanding.read import understand
from bot.understanding.reading import Meta, Sender, Zone
from tests.growth import in_proportion
from tests.lines import each

LONDON = ZoneInfo("Europe/London")
RULE = "-" * 46
ASK = "Please delete all my data."
HEADS = [
    "Ana Diaz, Jun 1, 2026, 09:14 BST:",
    "Ana Diaz, Jun 1, 2026, 9:14 AM GMT+1:",
    "Ana Diaz (Northloop), 1 jun. 2026 09:14 CEST:",
    "Ana Diaz, 1. Juni 2026, 09:14 MESZ:",
    "Ana Diaz, 1 juin 2026, 09:14",
]
FOOTERS = [
    "This email is a service from Northloop Support. Delivered by Zendesk",
    "Deze e-mail is een service van Northloop. Delivered by Zendesk",
    "Diese E-Mail ist ein Service von Northloop Support.",
    "Cet e-mail est un service de Northloop.",
    "This e-mail was sent from a contact form on Northloop (https://northloop.example)",
    "Diese E-Mail wurde von einem Kontaktformular bei Northloop gesendet",
    "Este mensaje se ha enviado desde un formulario de contacto en Northloop",
]


@each("head", HEADS)
def test_the_newest_comment_tells_who_wrote_and_when(head: str) -> None:
    older = f"{RULE}\n\nBo Lind (Northloop), May 31, 2026, 18:00:\n\nHow can we help?"
    mail = read_text(f"You were assigned to request #55812.\n\n{RULE}\n\n{head}\n\n{ASK}\n\n{older}", zone=LONDON)
    assert mail.sender is not None
    assert mail.sender.value == Sender("Ana Diaz", None)
    assert mail.sent is not None
    assert mail.sent.value.date() == date(2026, 6, 1)
    assert new_words(mail).strip("-\n") == ASK
    assert "How can we help?" in mail.parts(Zone.QUOTED)


def test_an_agents_comment_hands_over_the_customers() -> None:
    agent = f"{RULE}\n\nBo Lind (Northloop), Jun 2, 2026, 18:00:\n\nFor your team, see below."
    mail = read_text(f"{agent}\n\n{RULE}\n\n{HEADS[0]}\n\n{ASK}", zone=LONDON)
    reading = understand(mail)
    assert reading.name is not None
    assert reading.name.value == "Ana Diaz"
    assert reading.received is not None
    assert reading.received.value == date(2026, 6, 1)


def comment(who: str, when: str, words: str) -> str:
    return f"{RULE}\n\n{who}, {when}:\n\n{words}\n\n"


def test_what_the_same_customer_asked_for_earlier_in_the_ticket_is_heard_and_its_day_asked_for() -> None:
    newest = comment("Ana Diaz", "Jun 2, 2026, 18:00", "Please also send me a copy of my data.")
    agent = comment("Bo Lind (Northloop)", "Jun 1, 2026, 19:00", "Please tell us your number.")
    mail = read_text(newest + agent + comment("Ana Diaz", "Jun 1, 2026, 18:00", ASK), zone=LONDON)
    reading = understand(mail)
    assert {fact.value for fact in reading.rights} == {Right.ACCESS, Right.ERASURE}
    assert reading.received is None
    assert "Please tell us your number." in mail.parts(Zone.QUOTED)


def test_a_ticket_whose_newest_comment_only_answers_is_never_lost() -> None:
    thanks = comment("Ana Diaz", "Jun 2, 2026, 18:00", "Thanks, my number is 12345.")
    agent = comment("Bo Lind (Northloop)", "Jun 1, 2026, 19:00", "What is your customer number?")
    ask = comment("Ana Diaz", "Jun 1, 2026, 18:00", ASK)
    done = comment("Bo Lind (Northloop)", "Jun 2, 2026, 18:00", "Thanks!")
    for ticket in (thanks + agent + ask, done + ask):
        assert [fact.value for fact in understand(read_text(ticket, zone=LONDON)).rights] == [Right.ERASURE]


def test_a_question_how_a_case_goes_below_a_comment_that_says_nothing_is_heard() -> None:
    agent = comment("Bo Lind (Northloop)", "Jun 2, 2026, 18:00", "Ok.")
    asked = comment("Ana Diaz", "Jun 1, 2026, 18:00", "I asked for a copy of my data in May. Where is it?")
    assert understand(read_text(agent + asked, zone=LONDON)).meta is Meta.STATUS_QUERY


def test_many_comments_are_read_in_time() -> None:
    one = comment("Ana Diaz", "Jun 2, 2026, 18:00", "Please call me.")
    assert in_proportion(lambda many: read_text(many * one, zone=LONDON), small=100)


@each("wish", ["Ann Bell wants a copy of her data", "erasure request: Ann Bell", "klant wil inzage"])
@each("added", ["Delivered by Zendesk", "This email was sent from a contact form on x.example"])
def test_a_request_on_a_help_desks_own_line_stays(wish: str, added: str) -> None:
    for line in (f"{added} {wish}", f"{added}: {wish}", f"{wish} {added}", f"{wish}. {added}"):
        assert wish in new_words(read_text(line, zone=LONDON))


def test_words_of_ones_own_between_a_help_desks_marks_stay() -> None:
    line = "##- Please delete all my data -##"
    assert new_words(read_text(line, zone=LONDON)) == line


@each("footer", FOOTERS)
def test_a_help_desks_own_lines_are_nobodys_words(footer: str) -> None:
    raw = f"From: desk@x.example\nSubject: Ticket\n\n##- Typ uw antwoord boven deze regel -##\n\n{ASK}\n\n{footer}\n"
    assert new_words(read_eml(raw.encode(), zone=LONDON)) == ASK


@each(
    "line",
    [
        "Update, 1 June 2026, 09:14:",
        "Delivered, 1 June 2026, 09:14, but broken:",
        "I wrote on 1 June 2026, 09:14:",
        "Open until, 09:14:",
    ],
)
def test_a_day_below_a_drawn_line_is_no_comment(line: str) -> None:
    mail = read_text(f"Hello\n\n{RULE}\n\n{line}\n\n{ASK}", zone=LONDON)
    assert mail.sender is None
    assert ASK in new_words(mail)

"""Dates in headers that leave something open: no year, day and month that could change places."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.mail import new_words, read_eml, read_text
from bot.understanding.mail.dates import find_date
from bot.understanding.reading import Zone
from tests.lines import each

UTC = ZoneInfo("UTC")

WITHOUT_A_YEAR = [
    ("3 November 10:24", "en"), ("3 maart 10:20", "nl"), ("3 mei 19.20", "nl"), ("Thu 5 Mar 22:19", "en"),
    ("10:15 AM, 5 Mar", "en"), ("Mar 5, 9 am", "en"), ("5 March at 10", "en"), ("5 March 10 o'clock", "en"),
    ("3 maart om 10 uur", "nl"), ("3. März um 10 Uhr", "de"), ("3 mars à 10h", "fr"), ("3 de marzo a las 10", "es"),
    ("3 marzo alle ore 10", "it"), ("3 de março às 10", "pt"), ("3 marca o godz. 10", "pl"),
    ("5 Mar 22:19 +01:00", "en"),
]  # fmt: skip


@each(("words", "language"), WITHOUT_A_YEAR)
def test_a_time_of_day_is_no_year(words: str, language: str) -> None:
    assert find_date(words, UTC, frozenset([language])) is None
    assert find_date(words, UTC) is None


WITH_A_YEAR = [
    ("3 March 25 10:15", "en", "2025-03-03T10:15"),
    ("3 March 25 10.15", "en", "2025-03-03T10:15"),
    ("10:15 AM, 5 Mar 26", "en", "2026-03-05T10:15"),
    ("Mon, 3 Mar 10:24 2025", "en", "2025-03-03T10:24"),
    ("3 marca 25 o 10:15", "pl", "2025-03-03T10:15"),
    ("3 maart 2025 om 10 uur", "nl", "2025-03-03T00:00"),
    ("3-Mar-25 9:15", "en", "2025-03-03T09:15"),
]


@each(("words", "language", "moment"), WITH_A_YEAR)
def test_a_year_of_two_digits_beside_a_time_is_read(words: str, language: str, moment: str) -> None:
    found = find_date(words, UTC, frozenset([language]))
    assert found is not None
    assert found.moment == datetime.fromisoformat(moment).replace(tzinfo=UTC)


COUNTED_OTHERWISE = [
    ("5 มีนาคม พ.ศ. 2569 เวลา 10:15 น.", "2026-03-05T10:15"),
    ("ส่ง 5/3/69 10:15", "2026-03-05T10:15"),
    ("令和8年3月5日 午後2時15分", "2026-03-05T14:15"),
    ("平成26年3月15日", "2014-03-15T00:00"),
    ("26年3月15日 09:15", "2026-03-15T09:15"),
    ("05 Tháng Mười Hai 2025 2:15 CH", "2025-12-05T14:15"),
    ("10:15:33 GMT+7 ngày 5 tháng 3 năm 2026", "2026-03-05T03:15:33"),
    ("2026年3月5日 GMT+8 下午2:03:22", "2026-03-05T06:03:22"),
    ("2026년 3월 5일 오후 2시 3분 2초 GMT+9", "2026-03-05T05:03:02"),
    ("5 март 2026 г. в 14:03:22 ч. EET", "2026-03-05T12:03:22"),
    ("2026年3月5日 週四 晚上10:15 [GMT+8]", "2026-03-05T14:15"),
    ("2026년 3월 5일 목요일, 22시 15분 07초 +0900", "2026-03-05T13:15:07"),
    ("Thu, 5 Mar 2026 10:15:22 +0200", "2026-03-05T08:15:22"),
    ("3/5/2026 10:15:22 PM Pacific Standard Time", "2026-03-06T06:15:22"),
    ("tisdag 24 november 2026 2:03 em", "2026-11-24T14:03"),
    ("úterý 24. listopadu 2026 2:03 odp.", "2026-11-24T14:03"),
    ("24 listopad 2026 9:15 em 3 dias", "2026-11-24T09:15"),
]


@each(("words", "moment"), COUNTED_OTHERWISE)
def test_years_and_months_that_are_counted_otherwise(words: str, moment: str) -> None:
    found = find_date(words, UTC, frozenset(["fi"]))  # in which "mar" would begin November
    assert found is not None
    assert found.moment == datetime.fromisoformat(moment).replace(tzinfo=UTC)


# 5 March 2026 is a Thursday, 3 May 2026 a Sunday.
WEEKDAYS = [
    ("Thu, 03/05/2026 22:15", "en", "2026-03-05", True),
    ("Sun, 03/05/2026 22:15", "en", "2026-05-03", True),
    ("03/05/2026 (Thu) 22:15", "en", "2026-03-05", True),
    ("donderdag 03-05-2026", "nl", "2026-03-05", True),
    ("do 03-05-2026", "nl", "2026-03-05", True),
    ("jeu. 03/05/2026", "fr", "2026-03-05", True),
    ("domingo, 03/05/2026", "es", "2026-05-03", True),
    ("03/05/2026", "en", "2026-05-03", False),
    ("Fri, 03/05/2026", "en", "2026-05-03", False),
    ("do 03.05.2026", "pl", "2026-05-03", False),
]


@each(("words", "language", "day", "sure"), WEEKDAYS)
def test_the_weekday_tells_day_from_month(words: str, language: str, day: str, sure: bool) -> None:
    found = find_date(words, UTC, frozenset([language]))
    assert found is not None
    assert (found.moment.date().isoformat(), found.sure) == (day, sure)


@each("words", ["10:00-11:00, 5 March 2026", "12:30-13:30 5 March 2026", "5 March 2026 12:30-13:30"])
def test_until_when_is_no_zone(words: str) -> None:
    found = find_date(words, UTC)
    assert found is not None
    assert found.moment.tzinfo == UTC


def test_until_is_no_thursday() -> None:
    found = find_date("do 03/05/2026", UTC)
    assert found is not None
    assert (found.moment.date().isoformat(), found.sure) == ("2026-05-03", False)


def test_the_weekday_in_a_mails_own_header_counts() -> None:
    raw = b"From: ana@x.example\nDate: Thu, 03/05/2026 22:15\nSubject: Data\n\nPlease delete my account."
    sent = read_eml(raw, zone=UTC).sent
    assert sent is not None
    assert sent.value == datetime(2026, 3, 5, 22, 15, tzinfo=UTC)


WITHOUT_A_YEAR_ABOVE = [
    "On 4 May at 10:12, Ana Diaz <ana@x.example> wrote:",
    "On Mon, May 4 at 10:12 AM Ana Diaz <ana@x.example> wrote:",
    "Op 4 mei om 10:12 schreef Ana Diaz <ana@x.example>:",
    "Am 4. Mai um 10:12 schrieb Ana Diaz <ana@x.example>:",
    "Le 4 mai à 10:12, Ana Diaz <ana@x.example> a écrit :",
    "El 4 de mayo a las 10:12, Ana Diaz <ana@x.example> escribió:",
    "Il giorno 4 mag, 10:12, Ana Diaz <ana@x.example> ha scritto:",
    "Em 4 de maio às 10:12, Ana Diaz <ana@x.example> escreveu:",
    "4 maja o 10:12 Ana Diaz <ana@x.example> napisał(a):",
]


@each("line", WITHOUT_A_YEAR_ABOVE)
def test_an_attribution_without_a_year_is_one_all_the_same(line: str) -> None:
    quoted = f"{line}\n> Shall we delete it?\n> Ana"
    answer = read_text(f"Yes, do it.\n\n{quoted}", zone=UTC)
    assert (new_words(answer), answer.parts(Zone.QUOTED)) == ("Yes, do it.", quoted)
    handed = read_text(quoted, zone=UTC)
    assert handed.sender is not None
    assert (handed.sender.value.name, handed.sender.value.email) == ("Ana Diaz", "ana@x.example")
    assert handed.sent is None


@pytest.mark.parametrize(
    "line", ["Case 4711000, since day 28", "art. 16 et 4711", "Ticket 88 2100, seen by 3000 people", "3 in 4, 5 in 7"]
)
def test_no_months_are_looked_up_where_no_day_and_year_stand(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("bot.understanding.mail.calendar_words.months")
    assert find_date(line, UTC) is None


def test_a_month_whose_only_year_stands_far_behind_it_is_no_date() -> None:
    assert find_date("Call 12 to mar wants her photo out soon please code 8820", UTC) is None


def test_a_block_in_a_language_nobody_taught_us_without_a_year() -> None:
    rows = ["Nork: Ana Diaz <ana@x.example>", "Noiz: Mon, 4 May 14:05", "Nori: Bo Ross", "Gaia: Data"]
    mail = read_text("\n".join(["FYI", "", "_" * 32, *rows, "", "Ezabatu dena."]), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value.email, mail.sent, new_words(mail)) == ("ana@x.example", None, "Ezabatu dena.")


TIMES = [
    ("3 mars 2026 à 10 h 15 min 30 s", "2026-03-03T10:15:30"),
    ("3 mars 2026 à 10 h 15 min 30", "2026-03-03T10:15:30"),
    ("3 mars 2026 10h15m30s HNE", "2026-03-03T15:15:30"),
    ("3 mars 2026 à 10h15min", "2026-03-03T10:15"),
    ("mardi 3 mars 2026 à 10 heures 15", "2026-03-03T10:15"),
    ("3 de março de 2026 às 10h15min30", "2026-03-03T10:15:30"),
    ("03/03/2026 10:15 (Europe/Berlin)", "2026-03-03T09:15"),
    ("03/03/2026 10:15 (America/Sao_Paulo)", "2026-03-03T13:15"),
    ("03/03/2026 10:15 (Middle/Earth)", "2026-03-03T10:15"),
    ("Tue Mar 03 10:15:30 EST 2026", "2026-03-03T15:15:30"),
    ("Tue Mar 03 10:15:30 GMT+01:00 2026", "2026-03-03T09:15:30"),
    ("Tue Mar 03 10:15:30 +0100 2026", "2026-03-03T09:15:30"),
    ("tue, 3 mar 2026 10:15 gmt+1", "2026-03-03T09:15"),
]


@each(("words", "moment"), TIMES)
def test_hours_and_zones_in_words(words: str, moment: str) -> None:
    found = find_date(words, UTC, frozenset(["fr"]))
    assert found is not None
    assert found.moment == datetime.fromisoformat(moment).replace(tzinfo=UTC)


@each(
    ("zone", "day"),
    [
        ("(America/New_York)", "2026-03-05"),
        ("PST", "2026-03-05"),
        ("(Pacific Time)", "2026-03-05"),
        ("(America/Sao_Paulo)", "2026-05-03"),
        ("(Europe/Berlin)", "2026-05-03"),
        ("(Central European Standard Time)", "2026-05-03"),
    ],
)
def test_an_american_zone_says_that_the_month_stands_first(zone: str, day: str) -> None:
    found = find_date(f"03/05/2026 10:15 {zone}", UTC)
    assert found is not None
    assert (found.moment.date().isoformat(), found.sure) == (day, False)


CREATED = [
    ("From", "Created", "Subject", "Please delete me."),
    ("Van", "Aangemaakt", "Onderwerp", "Verwijder mij."),
    ("Von", "Erstellt am", "Betreff", "Bitte löschen Sie mich."),
    ("De", "Créé le", "Objet", "Supprimez-moi."),
    ("De", "Creado el", "Asunto", "Bórrenme."),
    ("Da", "Creato il", "Oggetto", "Cancellatemi."),
    ("De", "Criado em", "Assunto", "Apaguem-me."),
    ("Od", "Utworzono", "Temat", "Usuńcie mnie."),
]


@each(("sender", "created", "subject", "words"), CREATED)
def test_the_day_on_which_a_ticket_was_made_of_a_mail(sender: str, created: str, subject: str, words: str) -> None:
    head = f"Ticket#2026021110000012\n{sender}: Ana Diaz <ana@x.example>\n{subject}: Data"
    mail = read_text(f"{head}\n{created}: 27/02/2026 10:15:22 (Europe/Berlin)\n\n{words}", zone=UTC)
    assert mail.sent is not None
    assert (mail.sent.value.astimezone(UTC).isoformat(), new_words(mail)) == ("2026-02-27T09:15:22+00:00", words)


@each(
    "words",
    [
        "Received: your mail of 3 March. Please delete my data.",
        "Ontvangen: uw mail van 3 maart 2026. Verwijder mijn gegevens.",
        "Empfangen: Ihre Mail vom 3.3.2026! Bitte löschen Sie meine Daten.",
        "Reçu : votre mail du 3 mars. Merci de supprimer mes données.",
    ],
)
def test_an_answer_that_begins_with_the_label_of_a_day_is_no_header(words: str) -> None:
    head = "From: {}\nSent: {} March 2026 14:05\nTo: {}\nSubject: Your data\n\n"
    ours, theirs = "Desk <desk@shop.example>", "Ana Diaz <ana@x.example>"
    text = f"{head.format(theirs, 4, ours)}{words}\n\n{head.format(ours, 3, theirs)}Which data do you mean?"
    mail = read_text(text, zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value.email, new_words(mail)) == ("ana@x.example", words)


@each("words", ["Received: nothing at all", "Reçu : rien du tout", "Recibido: nada", "Erstellt: nie"])
def test_a_text_that_begins_with_the_label_of_a_day_is_none(words: str) -> None:
    mail = read_text(f"From: Ana Diaz <ana@x.example>\nSubject: Parcel\n\n{words}\nDelete me.", zone=UTC)
    assert new_words(mail) == f"{words}\nDelete me."


TAKEN = "Received: from out.example by mx.shop.example; Wed, 11 Feb 2026 10:20:30 +0100"
LEFT = "Received: from pc by out.example; {}"


def _sent(*rows: str) -> str | None:
    mail = read_eml("\n".join([*rows, "From: ana@x.example", "Subject: Hi", "", "Delete me."]).encode(), zone=UTC)
    assert mail.sent is None or mail.text[slice(*mail.sent.span)] == mail.sent.quote
    return mail.sent.value.isoformat() if mail.sent else None


@each(
    "written",
    [
        "Thu, 1 Jan 1970 00:00:00 +0000",
        "Tue, 11 Feb 2025 10:20:00 +0100",
        "Sun, 1 Feb 2026 10:20:00 +0100",
        "Wed, 11 Feb 2026 13:00:00 +0100",
        "Sat, 11 Feb 2040 10:20:00 +0100",
        "unknown",
    ],
)
def test_a_senders_wrong_clock_counts_less_than_when_our_server_took_the_mail(written: str) -> None:
    assert _sent(TAKEN, f"Date: {written}") == "2026-02-11T10:20:30+01:00"
    assert _sent(TAKEN, LEFT.format(written), f"Date: {written}") == "2026-02-11T10:20:30+01:00"


@each(
    ("written", "moment"),
    [
        ("Wed, 11 Feb 2026 10:19:58 +0100", "2026-02-11T10:19:58+01:00"),
        ("Wed, 11 Feb 2026 20:19:58 +1100", "2026-02-11T20:19:58+11:00"),
        ("Wed, 11 Feb 2026 10:24:00 +0100", "2026-02-11T10:24:00+01:00"),  # four minutes fast
        ("Fri, 6 Feb 2026 10:20:00 +0100", "2026-02-06T10:20:00+01:00"),  # it waited in a queue
        ("Wed, 11 Feb 2026 20:19:58", "2026-02-11T20:19:58+00:00"),  # of nobody knows which zone
    ],
)
def test_a_clock_that_may_be_right_counts(written: str, moment: str) -> None:
    assert _sent(TAKEN, f"Date: {written}") == moment


def test_an_old_mail_that_is_redirected_had_reached_us_before() -> None:
    written, moment = "Mon, 5 Jan 2026 09:00:00 +0100", "2026-01-05T09:00:00+01:00"
    passed = [LEFT.format("Mon, 5 Jan 2026 09:00:02 +0100"), LEFT.format("Mon, 5 Jan 2026 09:00:05 +0100")]
    assert _sent(TAKEN, *passed, f"Date: {written}") == moment
    assert _sent(TAKEN, "Resent-Date: Wed, 11 Feb 2026 10:20:00 +0100", f"Date: {written}") == moment
    assert _sent("Received: by mx; no day", f"Date: {written}") == moment
    assert _sent("Received: by mx; no day") is None


HALVES = [
    ("Enviado: 04/03/2024 9:17 a. m.", "es", "2024-03-04T09:17"),
    ("Sent: 04/03/2024 9:17 AM", "en", "2024-04-03T09:17"),
    ("Gesendet: 04/03/2024 9:17 AM", "de", "2024-04-03T09:17"),  # a program in German with an American clock
    ("Verzonden: 04/03/2024 9:17 AM", "nl", "2024-04-03T09:17"),
]


@each(("words", "language", "moment"), HALVES)
def test_halves_of_a_day_put_the_month_first_but_in_spanish(words: str, language: str, moment: str) -> None:
    found = find_date(words, UTC, frozenset([language]))
    assert found is not None
    assert (found.moment, found.sure) == (datetime.fromisoformat(moment).replace(tzinfo=UTC), False)

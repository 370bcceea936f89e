"""The day on which a request came in, as a colleague tells it: beside the wish, unclearly, or wrongly spelled."""

from datetime import UTC, date, datetime, timedelta

from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import Talk

CALLED = "Ada Byron (ada@byron.example) wants a copy of her data"
DAY = "When did it reach us?"
FRIDAY = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)
WISH = "Please delete all personal data you hold about me. " + 4 * (
    "It is about a lamp that I bought from your shop, which never worked, and about the calls that I made. "
)


@each(
    ("words", "day"),
    [
        ("customer wants to see what we have on her. Rita Moll, rita@moll.example. came in on Monday", 2),
        ("a customer called yesterday, she wants a copy of her data. Ann Bell, ann@x.example", 5),
        ("Bo Berg bo@y.example wants his data deleted, we received it on 3 March", 3),
        ("klant belde gisteren, wil dat we alles van haar weggooien. ana@x.example", 5),
        ("Kundin hat gestern angerufen, sie will ihre Daten gelöscht haben. ana@x.example", 5),
        ("el cliente quiere que borremos sus datos, luis@paz.example, recibido ayer", 5),
        ("la cliente veut supprimer son compte, ana@x.example, appel d'hier", 5),
        ("klient chce usunąć konto, ana@x.example, telefon z wczoraj", 5),
        ("Kundin will ihre Daten gelöscht haben, ana@x.example, kam am 3. März per Post", 3),
        ("o cliente quer apagar os dados, ana@x.example, chegou na terça", 3),
        ("o cliente quer apagar os dados, ana@x.example, recebido na segunda", 2),
        ("Just had a call from a Mrs Ana Bell who wants her account deleted, ana@x.example", 6),
        ("I have a customer on the phone who wants her data deleted, ana@x.example", 6),
        ("Ana Bell told me last night at training that she wants to be deleted, ana@x.example", 5),
        ("Herr Huber rief am Dienstag an, huber@y.example, will Löschung seiner Daten", 3),
        ("Mme Petit (petit@z.example) a appelé mardi pour faire supprimer son compte et ses données", 3),
        ("mevrouw Bos mailde gisteren dat ze haar account kwijt wil, bos@z.example", 5),
        ("una clienta, ana@x.example, quiere borrar su cuenta. Lo ha pedido hoy por correo", 6),
    ],
)
def test_a_day_that_is_told_beside_the_wish_is_not_asked_for(words: str, day: int) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(words)
    if "What is the person asking for?" in talk.text:
        talk.says("delete")
    talk.shows("Where does the person live?")
    talk.says("Spain")
    talk.says("yes")
    assert talk.opened.received_at.date() == date(2026, 3, day)


@each(
    "words",
    [
        *(
            "her parcel arrived yesterday and she wants her data deleted, ana@x.example",
            "she got our newsletter yesterday",
        ),
        *("I wrote to you yesterday, please delete all my data. Ana Diaz, ana@x.example",),
        *("he signed up yesterday and wants his data deleted, bo@y.example",),
        *("she wants the email from yesterday deleted, ana@x.example", "Ana Bell wants her data deleted today"),
        *("she called on Monday, wrote us yesterday, wants her data deleted, ana@x.example",),
    ],
)
def test_a_day_of_something_else_is_no_arrival(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(words)
    talk.hides("Reached us")


def test_a_told_day_stays_that_day_after_a_long_pause() -> None:
    talk = Talk(now=FRIDAY)
    talk.says("a customer called yesterday. It is about her data: Ann Bell ann@x.example")
    talk.shows("What is the person asking for?")
    talk.now = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
    talk.says("delete")
    talk.says("Spain")
    talk.shows("Reached us: 5 Mar 2026")


def test_a_ticket_s_clock_runs_from_the_day_of_the_call() -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says("ticket 8831: customer called on Monday, wants her data deleted")
    if "What is the person asking for?" in talk.text:
        talk.says("delete")
    assert talk.opened.received_at.date() == date(2026, 3, 2)


@each(
    ("words", "day"),
    [
        *(("last Friday", "2026-02-27"), ("last week tuesday", "2026-02-24"), ("vorige week dinsdag", "2026-02-24")),
        *(("4/3", "2026-03-04"), ("yesteday", "2026-03-05"), ("gistern", "2026-03-05"), ("wedensday", "2026-03-04")),
        *(("it was tuesday, not yesterday", "2026-03-03"), ("letzte Woche Montag", "2026-02-23")),
    ],
)
def test_an_unclear_day_that_can_be_only_one_is_taken(words: str, day: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Where does the person live?")
    talk.says("Spain")
    talk.says("yes")
    assert talk.opened.received_at.date() == date.fromisoformat(day)


@each(
    ("words", "days"),
    [
        ("friday", ["Fri 6 Mar 2026", "Fri 27 Feb 2026"]),
        ("last tuesday", ["Tue 3 Mar 2026", "Tue 24 Feb 2026"]),
        ("2/3", ["Mon 2 Mar 2026", "Tue 3 Feb 2026"]),
    ],
)
def test_of_two_days_it_is_asked_which(words: str, days: list[str]) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Which of these do you mean?")
    assert [label for label in talk.labels if "2026" in label] == days
    talk.presses(days[1])
    talk.shows("Where does the person live?")
    talk.says("Spain")
    talk.shows(f"Reached us: {days[1][4:]}")


@each(
    ("words", "days"),
    [
        *(("her parcel arrived yesterday", ["Thu 5 Mar 2026"]), ("haar pakketje kwam gisteren", ["Thu 5 Mar 2026"])),
        *(("she moved on 1 March", ["Sun 1 Mar 2026"]), ("sa commande est du 2 mars", ["Mon 2 Mar 2026"])),
        *(("a week ago", ["Fri 27 Feb 2026"]), ("vor zwei Wochen", ["Fri 20 Feb 2026"]), ("wed", ["Wed 4 Mar 2026"])),
        *(("tydzień temu", ["Fri 27 Feb 2026"]), ("terça de manhã", ["Tue 3 Mar 2026"])),
        *(("Monday or Tuesday", ["Tue 3 Mar 2026", "Mon 2 Mar 2026"]), ("not sure, maybe Tuesday", ["Tue 3 Mar 2026"])),
        ("first mail 12 Jan, reminder yesterday", ["Thu 5 Mar 2026", "Mon 12 Jan 2026"]),
        *(("Tuesday the 4th", ["Wed 4 Mar 2026", "Tue 3 Mar 2026"]), ("3/4/2026", ["Wed 4 Mar 2026"])),
    ],
)
def test_a_day_that_may_be_that_of_something_else_is_offered(words: str, days: list[str]) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Which of these do you mean?", f"“{words}”", "When did it reach us?")
    assert [label for label in talk.labels if "2026" in label] == days
    talk.presses(days[-1])
    talk.shows("Where does the person live?")
    talk.says("Spain")
    talk.shows(f"Reached us: {days[-1][4:]}")


@each(
    ("words", "day"),
    [
        *(
            ("it came in on Monday I believe", "2 Mar"),
            ("my colleague got it Tuesday", "3 Mar"),
            ("2026-03-01", "1 Mar"),
        ),
        *(("it's been in the shared inbox since 20 Feb", "20 Feb"), ("1st of March, 14:05", "1 Mar")),
        *(
            ("dinsdagochtend", "3 Mar"),
            ("het staat sinds maandag in de mailbox", "2 Mar"),
            ("am Dienstag früh", "3 Mar"),
        ),
        *(("mon collègue l'a reçu mardi", "3 Mar"), ("creo que el martes", "3 Mar"), ("we wtorek rano", "3 Mar")),
    ],
)
def test_who_says_how_sure_a_day_is_or_how_it_got_here_tells_it_all_the_same(words: str, day: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Where does the person live?")
    talk.says("Spain")
    talk.shows(f"Reached us: {day} 2026")


@each(
    ("words", "why"),
    [
        *(
            ("20 March", "lies in the future"),
            ("tomorrow", "lies in the future"),
            ("31 February", "There is no such day"),
        ),
        *(
            ("29 Feb", "There is no such day"),
            ("end of February", "I need a day"),
            ("somewhere last week", "I need a day"),
        ),
        *(
            ("a while back", "I need a day"),
            ("Ende Februar", "I need a day"),
            ("een paar dagen geleden", "I need a day"),
        ),
        *(("fin février", "I need a day"), ("pod koniec lutego", "I need a day")),
    ],
)
def test_who_tells_no_day_that_can_be_hears_why(words: str, why: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows(why, "When did it reach us?")
    talk.hides("can't read that")


@each(
    "words",
    [
        *("he mailed on the 1st", "yesterday evening around 8pm", "we got it on the 4th", "wczoraj dzwoniła"),
        *("ci ha scritto ieri", "hat gestern angerufen"),
    ],
)
def test_a_day_is_no_question_how_it_goes(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says("Ivy Hill ivy@hill.example wants something about her data")
    talk.shows("What is the person asking for?")
    talk.says(words)
    talk.shows("Noted. Reached us", "What is the person asking for?")


def test_who_tells_who_and_when_does_not_only_ask_how_it_goes() -> None:
    talk = Talk(now=FRIDAY)
    talk.says("hi again. delete request, Ann Kay, ann@kay.example, reached us this morning, she's in Wales")
    talk.hides("What is the person asking for?", "What do they ask for?")
    talk.shows(
        "Open this case?",
        "They ask: Delete",
        "Ann Kay <ann@kay.example>",
        "Reached us: 6 Mar 2026",
        "in the United Kingdom",
    )


@each("words", ["monday 3 march", "tuesday the 2nd", "maandag 3 maart", "yesterday, Wednesday"])
def test_a_weekday_that_is_not_that_day_s_is_asked_about(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("When did it reach us?")


@each("words", ["tuesday 3 march", "monday the 2nd", "yesterday, Thursday", "dinsdag 3 maart"])
def test_a_weekday_beside_its_day_is_no_other_day(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Where does the person live?")


@each(
    "words",
    [
        "Jo Lamb, jo@lamb.example, lives in Spain, wrote on Monday: “please delete everything you have on me”",
        'Kunde Jo Lamb (jo@lamb.example) hat am Montag geschrieben: "Bitte löschen Sie alle meine Daten"',
    ],
)
def test_a_colleague_who_quotes_the_customer_tells_the_day(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(words)
    if "What is the person asking for?" in talk.text:
        talk.says("delete")
    if "Where does the person live?" in talk.text:
        talk.says("Spain")
    talk.shows("Reached us: 2 Mar 2026")


def test_the_day_in_the_customer_s_own_words_is_none_of_ours() -> None:
    talk = Talk(now=FRIDAY)
    talk.says('Jo Lamb, jo@lamb.example, says: "I wrote to you on Monday, delete everything"')
    talk.hides("Reached us: 2 Mar")


@each(
    ("words", "days"),
    [
        *(("between 1 and 3 March", (1, 3)), ("am 3. oder 4. März", (3, 4)), ("2 of 3 maart", (2, 3))),
        *(("le 2 ou 3 mars", (2, 3)), ("3-4 March", (3, 4)), ("3 lub 4 marca", (3, 4))),
    ],
)
def test_two_days_of_one_month_are_both_offered(words: str, days: tuple[int, ...]) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Which of these do you mean?", *(f"{day} Mar 2026]" for day in days))


@each(
    ("words", "day"),
    [
        *(("two weeks ago", "20 Feb 2026"), ("her mother wrote on Tuesday", "3 Mar 2026")),
        *(("her letter is dated 20 February, arrived yesterday", "5 Mar 2026"), ("vor zwei Wochen", "20 Feb 2026")),
        *(("il y a deux semaines", "20 Feb 2026"), ("haar moeder schreef dinsdag", "3 Mar 2026")),
    ],
)
def test_an_answer_with_a_day_is_no_question_how_it_goes(words: str, day: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("Which of these do you mean?", day)
    talk.hides("handed nothing over")


@each(
    "words",
    [
        *("yesterday she called again to stop the newsletter", "gisteren belde ze weer om de nieuwsbrief te stoppen"),
        "gestern rief sie wieder an, sie will keine Werbung mehr",
    ],
)
def test_no_day_stands_for_a_wish_beside_it(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.hides("Which of these do you mean?")
    assert "They ask: Send a copy, Stop marketing" in talk.text or "Is this a new request" in talk.text


@each(
    "words",
    ["we answered on Tuesday", "I called her on Tuesday", "wir haben Dienstag geantwortet"],
)
def test_the_day_on_which_we_did_something_is_not_taken(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(CALLED)
    talk.says(words)
    talk.shows("When did it reach us?")


@each(
    ("words", "offered"),
    [
        *(
            (f"Ann Bell (ann@x.example) from Leeds {when}, wants her data deleted", offered)
            for when, offered in (
                ("phoned on Tuesday", ["Tue 3 Mar 2026", "Today", "Yesterday"]),
                ("got her parcel yesterday", ["Yesterday", "Today"]),
                ("bought it on 2 March and moved on Wednesday", ["Wed 4 Mar 2026", "Mon 2 Mar 2026"]),
            )
        ),
    ],
)
def test_a_day_on_which_it_may_have_come_in_is_offered_first(words: str, offered: list[str]) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(words)
    talk.shows(DAY)
    assert talk.labels[: len(offered)] == offered


def test_the_day_that_is_offered_is_the_one_of_when_it_was_said() -> None:
    talk = Talk(now=FRIDAY)
    talk.says("Ann Bell (ann@x.example) from Leeds got her parcel yesterday, wants her data deleted")
    talk.is_stored()
    talk.now += timedelta(days=7)
    talk.says("what does that mean?")
    talk.presses("Thu 5 Mar 2026")
    talk.presses("Open case")
    assert talk.opened.received_at.date() == date(2026, 3, 5)


def test_round_the_clock_is_no_day() -> None:
    talk = Talk(now=FRIDAY)
    talk.says("Ann Bell (ann@x.example) from Leeds, 24/7 support wants her out, delete")
    assert not any("24 Jul" in label for label in talk.labels)


def test_a_day_in_the_customer_s_own_words_is_not_offered() -> None:
    talk = Talk(now=FRIDAY)
    talk.says("Please delete all my data, my parcel came on Tuesday. Ann Bell, ann@x.example, Leeds")
    talk.presses("Delete")
    talk.shows(DAY)
    assert talk.labels[:2] == ["Today", "Yesterday"]


@each(
    ("words", "day"),
    [
        ("it actually came in on Monday, by phone first", "9 Mar 2026"),
        ("kwam trouwens al maandag binnen", "9 Mar 2026"),
        ("es kam schon am Montag", "9 Mar 2026"),
        ("c'est arrivé lundi", "9 Mar 2026"),
        ("è arrivata già lunedì", "9 Mar 2026"),
        ("first contact was on 24 February by phone", "24 Feb 2026"),
        ("przyszło w środę", "4 Mar 2026"),
        ("doszło już w sobotę", "7 Mar 2026"),
    ],
)
def test_a_day_that_is_told_at_the_review_is_that_day(words: str, day: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote today")
    talk.says(words)
    talk.shows("Open this case?", f"Changed. Reached us: {day}")


def test_a_day_of_the_speaker_s_own_leaves_the_day_of_the_request_as_it_is() -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote yesterday")
    talk.says("I've been off sick since Monday")
    talk.shows("Open this case?", "Reached us: 9 Mar 2026, 12:00  “wrote yesterday”")


@each(
    "words",
    [
        *("she called again yesterday", "she also phoned yesterday", "she sent a reminder yesterday"),
        *("ze belde gisteren weer", "sie hat gestern nochmal angerufen", "elle a rappelé hier", "ayer volvió a llamar"),
        *("ha richiamato ieri", "ontem ligou de novo", "wczoraj znowu dzwoniła"),
        *("she rang this morning", "he just phoned", "she wrote back today", "ze heeft vandaag gebeld"),
        *("er hat heute morgen angerufen", "elle a appelé ce matin", "llamó esta mañana", "ha chiamato stamattina"),
        *("ligou esta manhã", "dzwoniła dziś rano", "her ID came in this morning", "the form arrived today"),
        *("heute kam noch ein Brief", "ieri è arrivata la sua carta d'identità", "she turned 18 yesterday"),
    ],
)
def test_the_day_of_what_came_later_is_not_that_of_the_request(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote on 2 March 2026")
    talk.says(words)
    talk.hides("Changed. Reached us")
    assert _day(talk) == date(2026, 3, 2)


@each(
    "words",
    [
        *("she also rang this morning and was quite upset", "we met on Tuesday", "it was forwarded to me yesterday"),
        "he came by the desk on Monday",
        *("my colleague answered her on Monday", "please do it today", "she cancelled yesterday"),
    ],
)
def test_a_mail_s_own_day_stays_while_it_is_asked_what_it_wants(words: str) -> None:
    talk = Talk()
    talk.says(
        "From: Marta Nowak <marta@poczta.example>\nSent: Wednesday, February 25, 2026 9:12 AM\nTo: info@x.example\n"
        "Subject: dane\n\nProszę o kopię moich danych i usunięcie konta. Marta Nowak"
    )
    talk.shows("What is the person asking for?")
    talk.says(words)
    talk.hides("Changed. Reached us")
    if talk.labels[0].startswith("Delete"):
        talk.presses("Delete")
    assert _day(talk) == date(2026, 2, 25)


@each("words", ["came in yesterday", "no, it came in yesterday", "sorry, it was yesterday"])
def test_who_sets_the_day_right_may_tell_a_later_one(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote on 2 March 2026")
    talk.says(words)
    assert _day(talk) == date(2026, 3, 9)


def _day(talk: Talk) -> date:
    received = next(
        answer for draft in talk.chat.drafts for name, answer in draft.answers.items() if name == "received"
    )
    return date.fromisoformat(str(received.value)[:10])


def test_where_the_day_is_asked_for_one_of_another_call_is_offered_and_not_taken() -> None:
    talk = Talk()
    talk.says("Rita Moll wants a copy of her data")
    talk.says("she called again yesterday")
    talk.shows("When did it reach us?", "[Mon 9 Mar 2026]")


def test_a_day_in_digits_beside_a_word_of_arrival_is_the_answer() -> None:
    talk = Talk()
    talk.says("Rita Moll wants a copy of her data")
    talk.says("wrote on 27/02")
    talk.hides("When did it reach us?")
    assert "2026-02-27" in str(talk.chat.drafts[0].answers["received"].value)


@each(
    ("said", "answer"),
    [
        ("Rita Moll (rita@moll.example, Spain) wants her data deleted, she mailed last week", "Wednesday"),
        ("Piet Jansen (piet@x.example, NL) wil alles weg, vorige week gemaild", "woensdag"),
        ("Ann Bell (ann@x.example) from Leeds wants her data deleted, that came in last Thursday", "no, Wednesday"),
    ],
)
def test_a_weekday_of_who_spoke_of_last_week_may_be_of_either(said: str, answer: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(said)
    if DAY not in talk.text:
        talk.presses("Delete")
    talk.says(answer)
    talk.shows("Which of these do you mean?")
    assert talk.labels[:2] == ["Wed 4 Mar 2026", "Wed 25 Feb 2026"]


@each(
    "words",
    [
        "Ana Bell, born 3 March 1985, phoned. She wants her data deleted",
        "Ann Bell, moves on 30 March. She phoned and wants her data deleted",
    ],
)
def test_a_day_on_which_nothing_can_have_come_in_is_not_offered(words: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(words)
    talk.shows(DAY, "[Today] [Yesterday] [Pick a date …]")
    talk.hides("Mar 1985]", "30 Mar 2026]")


@each(
    ("begun", "more"),
    [
        ("escalate 4411: Ana Bell from Leeds phoned on Tuesday, she wants her data deleted", ""),
        ("escalate 4411", "deletion, Monday or Tuesday"),
    ],
)
def test_the_day_that_a_ticket_may_tell_is_asked_before_today_is_taken(begun: str, more: str) -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says(begun)
    if more:
        talk.says(more)
    talk.shows(DAY, "[Tue 3 Mar 2026]")
    assert not talk.commands
    talk.presses("Tue 3 Mar 2026")
    assert talk.opened.received_at.date() == date(2026, 3, 3)


@each(
    ("lines", "day"),
    [
        *(
            (lines, "Fri 27 Feb 2026")
            for lines in (
                "Rita Moll (27 Feb, 09:12): {wish}\n\nSam (5 Mar, 10:02): internal note, passing to privacy",
                "Rita Moll · 7 days ago\n{wish}\n\nSam · 1 day ago\nInternal note",
                "Created: last Friday 09:12\n\n{wish}",
                "{wish}\n\nNotitie: binnengekomen op 27 februari, lag in de verkeerde wachtrij.",
                "{wish}\n\nNotatka: zgłoszono 27.02, leżało",
            )
        ),
        ("chat of 26/02 below\n{wish}", "Thu 26 Feb 2026"),
        ("criado há 3 dias\n{wish}", "Tue 3 Mar 2026"),
    ],
)
def test_a_day_in_the_lines_of_a_pasted_ticket_is_asked_before_today_is_taken(lines: str, day: str) -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says("Ticket 4411\n" + lines.format(wish=WISH))
    if "What is the person asking for?" in talk.text:
        talk.presses("Delete")
    assert talk.labels[:1] == [day]
    assert not talk.commands


@each(
    "lines",
    [
        "[27/02/2026 09:12] Rita Moll: {wish}\n[05/03/2026 10:02] Sam: passing on",
        "Rita Moll Feb 27, 2026 9:12 AM\n{wish}\n\nSam Mar 5, 2026 10:02 AM\nInternal note",
    ],
)
def test_the_day_of_the_line_with_the_wish_is_that_of_a_pasted_chat(lines: str) -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says("Ticket 4411\n" + lines.format(wish=WISH))
    if "What is the person asking for?" in talk.text:
        talk.presses("Delete")
    assert talk.opened.received_at.date() == date(2026, 2, 27)


@each(
    "words",
    [
        *("came in over the weekend", "came in last week", "came in a while ago", "vorige week binnengekomen"),
        *("kam letzte Woche", "reçu la semaine dernière", "llegó la semana pasada", "arrivato la settimana scorsa"),
        *("chegou na semana passada", "przyszło w zeszłym tygodniu"),
    ],
)
def test_a_ticket_that_came_in_some_time_before_did_not_come_in_today(words: str) -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says(f"4411 deletion, Ann Bell ann@x.example, {words}")
    if "What is the person asking for?" in talk.text:
        talk.presses("Delete")
    talk.shows(DAY)
    assert not talk.commands


def test_a_ticket_that_names_no_day_came_in_today() -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says("escalate 4411: Ana Bell, ana@x.example, born 3 March 1985, she wants her data deleted")
    if "What is the person asking for?" in talk.text:
        talk.says("delete")
    assert talk.opened.received_at.date() == date(2026, 3, 6)


@each(
    "words",
    [
        *("it was on Tuesday by the way, not today", "not today, on Tuesday", "not yesterday but on Tuesday"),
        *("niet vandaag maar dinsdag", "nicht heute, sondern am Dienstag", "sorry, it came in on Tuesday"),
    ],
)
def test_the_day_that_is_denied_is_not_the_one(words: str) -> None:
    talk = Talk(SAM.model_copy(update={"email": "emma@northloop.example"}), now=FRIDAY)
    talk.says("delete Ana Diaz, ana@diaz.example, she lives in Spain")
    talk.says(words)
    talk.shows("Reached us: 3 Mar 2026")


@each(
    ("words", "offered"),
    [
        ("60011 (2/3) Ana Pizarro quiere supresión", "[Mon 2 Mar 2026] [Tue 3 Feb 2026]"),
        ("60011 (2.03) Anna Pikul chce usunięcia danych", "[Mon 2 Mar 2026]"),
        ("60011 10 Feb Ann Bell wants deletion", "[Tue 10 Feb 2026]"),
        ("60011 Ann Bell wants deletion. Mailed the customer on Tuesday", "[Tue 3 Mar 2026]"),
        ("60011 Anna Pikaar wil verwijderd worden. klant dinsdag gebeld", "[Tue 3 Mar 2026]"),
        ("60011 Ann Bell wants deletion, I emailed the customer on Tuesday", "[Tue 3 Mar 2026]"),
        ("60011 Ann Bell wants deletion. 2 weeks ago", "[Fri 20 Feb 2026]"),
        ("60011 Ann Bell wants deletion. 3 days open", "[Today]"),
        ("60011 Ann Bell wants deletion, the ticket is from the 3rd", "[Today]"),
        ("60011 Ann Bell wants deletion, since january", "[Today]"),
        ("60011 Anna Pikaar wil verwijderd worden, ligt hier al twee weken", "[Today]"),
        ("60011 Anna Pichler, Kundin seit 5. Januar, will, dass wir alles löschen", "[Mon 5 Jan 2026]"),
        ("60011 Anna Pizzo è cliente dal 5 gennaio e vuole essere cancellata", "[Mon 5 Jan 2026]"),
    ],
)
def test_a_ticket_whose_note_may_tell_an_earlier_day_is_not_taken_for_today_s(words: str, offered: str) -> None:
    talk = Talk(SAM, now=FRIDAY)
    talk.says(words)
    if "What is the person asking for?" in talk.text:
        talk.presses("Delete")
    assert not talk.commands
    talk.shows(DAY, offered)


@each(
    ("words", "shown"),
    [
        ("Bernd Maas, b@maas.example, kam Mo 2.3. rein, will alles gelöscht haben", "“kam Mo 2.3. rein”"),
        ("Ana Bell wrote on Wed, 4 March. she wants deletion", "“Ana Bell wrote on Wed, 4 March”"),
    ],
)
def test_the_words_of_a_day_are_shown_as_they_were_written(words: str, shown: str) -> None:
    talk = Talk(now=FRIDAY)
    talk.says(words)
    talk.shows(shown)

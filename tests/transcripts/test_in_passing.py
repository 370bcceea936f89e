"""What is said in passing: thanks, "hold on", "who are you?", a question back. Nothing open is touched by it."""

from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import NOW, OnRecord, Talk, colleague
from tests.transcripts.test_intake import ERASURE

NO_PLACE = ERASURE.replace("I live in Spain. ", "")


@each(
    "words",
    [
        *("hold on", "let me look up his name", "one sec, need to find the ticket", "I'll ask her", "momentje"),
        *("even kijken", "Moment, ich muss nachsehen", "un instant", "je vais demander", "voy a preguntar"),
        *("fammi controllare", "um momento", "chwileczkę"),
    ],
)
def test_who_needs_a_moment_gets_it(words: str) -> None:
    talk = Talk()
    talk.says("a man phoned, wants us to stop using his data for ads")
    before = talk.chat
    talk.says(words)
    talk.shows("Take your time. What you told me stays here.")
    assert talk.chat == before


def test_the_customer_s_own_wish_to_look_is_a_request() -> None:
    talk = Talk()
    talk.says("Let me see my data")
    talk.shows("They ask: Send a copy")


@each("words", ["why do you need her country?", "why?", "waarom vraag je dat?", "warum?", "pourquoi ?", "dlaczego?"])
def test_a_question_back_is_answered_and_the_question_stays(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(words)
    talk.shows("Where somebody lives decides which law applies", "Where does the person live?")


def test_a_customer_s_why_is_no_question_back() -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says("why do you have my data?")
    talk.hides("Where somebody lives decides")


@each("words", ["ask the customer", "can you ask her?", "vraag maar aan de klant", "frag den Kunden"])
def test_who_tells_the_bot_to_ask_the_customer_hears_that_nobody_need(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(words)
    talk.shows("I can't write to customers", "Where does the person live?")


@each("words", ["I don't know", "I don't have that", "skip", "weet ik niet", "je ne sais pas"])
def test_without_a_day_the_earliest_is_asked_for(words: str) -> None:
    talk = Talk()
    talk.says("Ada Byron (ada@byron.example) wants a copy of her data")
    talk.says(words)
    talk.shows("I need a day to count from: the earliest", "When did it reach us?")
    assert not talk.commands


@each("words", ["I don't have that", "no sé dónde vive", "non lo so", "nie wiem", "não sei"])
def test_nobody_need_know_where_they_live(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(words)
    talk.shows("Open this case?", "Lives: not known")


@each(
    ("words", "answer"),
    [
        *(("thanks!", "You're welcome."), ("dank je wel", "You're welcome."), ("👍", "All right.")),
        *(("who are you?", "I am a bot that takes privacy requests in for Northloop"), ("ok", "All right.")),
        *(("wie bent u?", "I am a bot"), ("what happens with this data?", "kept encrypted")),
        *(("was passiert mit den Daten?", "kept encrypted"), ("how long does it take?", "about a month")),
    ],
)
def test_small_talk_is_answered_in_a_sentence(words: str, answer: str) -> None:
    talk = Talk(records=OnRecord([a_case()]))
    talk.says(words)
    talk.shows(answer)
    talk.hides("Hello")
    assert not talk.commands


@each("sign", ["👍", "👌", "✅", ":+1:", "👍🏽", "👍 thanks"])
def test_a_thumb_says_yes(sign: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(sign)
    assert talk.opened.rights


def test_a_thumb_down_says_no() -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says("👎")
    talk.shows("What should be different?")


@each("words", ["start over", "opnieuw", "noch mal von vorne", "on recommence", "od nowa"])
def test_who_starts_over_has_nothing_open(words: str) -> None:
    talk = Talk()
    talk.says(NO_PLACE)
    talk.says(words)
    talk.shows("Dropped. Nothing was recorded.")
    assert talk.chat.active is None


def test_yes_to_new_or_more_tells_how_to_answer() -> None:
    talk = Talk()
    talk.says("Ada Byron (ada@byron.example) wants a copy of her data")
    talk.says("Ada Byron ada@byron.example wants her data deleted")
    talk.shows("Is this a new request")
    talk.says("yes")
    talk.shows("“new”, “more” or “neither”", "Is this a new request")


def test_the_team_sees_what_is_open() -> None:
    talk = Talk(colleague("Priya"), records=OnRecord([a_case()]))
    for words in ("what's open?", "when is it due?"):
        talk.says(words)
        talk.shows("DSR-2026-0042")


@each("words", ["thank you so much", "bedankt", "merci beaucoup"])
def test_thanks_in_the_middle_changes_nothing(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("You're welcome.", "Open this case?")
    assert not talk.commands


@each(
    "words",
    [
        "what do I tell her?",
        "by when does she get an answer?",
        "wat zeg ik tegen de klant?",
        "was sage ich dem Kunden?",
    ],
)
def test_what_to_tell_the_customer_is_told_once_more_behind_an_opened_case(words: str) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id, ticket="ZD-6000", opened_at=NOW)]))
    talk.says(words)
    talk.shows("DSR-2026-0042 (ZD-6000)", "Tell the customer", "They have an answer by", "Please don't")


def test_what_to_tell_the_customer_is_told_when_the_case_is_open() -> None:
    talk = Talk()
    talk.says("Please delete all my data. ana@x.example, Spain")
    talk.says("what do I tell her?")
    talk.shows("Once a case is open I give you the words")


MAY_NOT = "No, the privacy team does that. Please don't ask for an ID"


@each(
    "words",
    [
        *("do I have to check her passport?", "can I send her the form?", "should I delete her account?"),
        *("mag ik hem zijn gegevens sturen?", "moet ik zijn identiteitsbewijs controleren?"),
        *("soll ich ihr die Daten schicken?", "muss ich einen Ausweis verlangen?"),
        *("dois-je vérifier son identité ?", "tengo que pedirle el DNI?", "devo controllare il passaporto?"),
        *("tenho de verificar o passaporte?", "czy muszę sprawdzić dowód?"),
    ],
)
def test_what_the_privacy_team_does_nobody_need_do_themselves(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows(MAY_NOT, "Hand me what they wrote")
    talk.says(NO_PLACE)
    talk.says(words)
    talk.shows(MAY_NOT, "Where does the person live?")
    talk.hides("Hand me what they wrote")


@each(
    "words",
    ["can we delete Ana's account?", "can I get a copy of my data?", "can we delete leads older than 2 years?"],
)
def test_a_wish_or_a_question_of_policy_is_none_of_these(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.hides(MAY_NOT)


@each(
    "words",
    [
        *("can you tell me how long we have to answer a request?", "do you know how much time we have for this?"),
        *("wie lange haben wir Zeit?", "kannst du mir sagen, wie viel Zeit wir haben?", "weet je hoe lang we hebben?"),
        *(
            "on a combien de temps pour répondre ?",
            "qué plazo tenemos para responder?",
            "quanto tempo temos para isto?",
        ),
    ],
)
def test_how_long_there_is_is_told_however_it_is_asked(words: str) -> None:
    talk = Talk()
    talk.says(words)
    talk.shows("Most laws give about a month")


@each(
    "words",
    [
        *(
            "what's the deadline?",
            "when is it due",
            "so when's that due then, are we late already?",
            "wat is de deadline?",
        ),
        *("bis wann haben wir Zeit?", "quelle est la date limite ?", "¿cuál es el plazo?", "qual è la scadenza?"),
        *("qual é o prazo?", "jaki jest termin?"),
    ],
)
def test_how_long_there_is_for_what_is_told_is_a_date(words: str) -> None:
    talk = Talk(SAM)
    talk.says("Ann Bell ann@x.example wants to be deleted")
    talk.says("3 March")
    talk.says(words)
    talk.shows("they have an answer by 3 Apr 2026: it came in on 3 Mar 2026.", "Where does the person live?")


def test_of_several_cases_each_date_is_told() -> None:
    both = [a_case(reference=f"DSR-2026-000{n}", reporter=SAM.id, opened_at=NOW) for n in (2, 1)]
    talk = Talk(SAM, records=OnRecord(both))
    talk.says("which one is due first?")
    talk.shows("They have an answer by", "DSR-2026-0001: 7 Apr 2026", "DSR-2026-0002: 7 Apr 2026")


def test_how_long_something_else_is_kept_is_no_such_question() -> None:
    talk = Talk()
    talk.says("how long do we have to keep invoices?")
    talk.hides("Most laws give about a month")


@each("words", ["how do I escalate?", "hoe escaleer ik?", "wie funktioniert das?"])
def test_how_it_is_done_is_shown(words: str) -> None:
    talk = Talk(SAM)
    talk.says(words)
    talk.shows("What I can do", "Escalate")

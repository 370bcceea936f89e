"""What a reply tells is in the draft afterwards, or shown: nothing of it is dropped in silence."""

from bot.conversation.slot import Known
from bot.rights import Right
from flows.slots.people import PERSON
from flows.slots.remarks import SAID
from flows.slots.residence import RESIDENCE
from flows.slots.rights import RIGHTS
from flows.slots.writers import WRITER
from tests.lines import each
from tests.transcripts.talk import Talk


def known(talk: Talk) -> Known:
    return Known(talk.chat.drafts[0].answers)


BEGUN = "Jonas Bell jonas@bell.example, Zürich, wants a copy of his data"


@each(
    ("begun", "reply", "name", "email"),
    [
        ("Frau Krause will Auskunft", "Vorname Petra, wohnt in Graz, petra@krause.example", "Petra Krause", "petra"),
        ("A dona Rita Prado quer apagar tudo", "rita@prado.example, mora em Porto Alegre", "Rita Prado", "rita"),
        (BEGUN, "ach nein, er heißt Jonathan und wohnt in Konstanz", "Jonathan Bell", "jonas"),
        (BEGUN, "it was yesterday, and it's Tom not Jonas", "Tom Bell", ""),
        (BEGUN, "c'est Marc pas Jonas", "Marc Bell", ""),
        (BEGUN, "no, it's Bo Bell", "Bo Bell", ""),
        (BEGUN, "jon@bell.example... oh no, j.bell@bell.example", "Jonas Bell", "j.bell"),
        (BEGUN, "not Bell, Ball. jonas.ball@x.example, Bern", "Jonas Ball", "jonas.ball"),
        (BEGUN, "got the mail wrong: jonaz@bell.example", "Jonas Bell", "jonaz"),
        ("Mrs Dale wants a copy, janet.dale@x.example", "oops it's the twin, Jill Dale", "Jill Dale", ""),
        ("Tom Webb wants deletion", "tom@x.example, niet ann@x.example", "Tom Webb", "tom"),
        ("Anouk Prins wil weg", "anouk@x.example. o nee wacht, a.prins@x.example", "Anouk Prins", "a.prins"),
        ("Paola Neri chiede che dati teniamo su di lei", "paola.neri@x.example, di Bari", "Paola Neri", "paola.neri"),
    ],
)
def test_each_part_of_a_reply_is_taken(begun: str, reply: str, name: str, email: str) -> None:
    talk = Talk()
    talk.says(begun)
    talk.says(reply)
    person = known(talk)[PERSON]
    # an address that shows who it is not goes with the name
    assert (person.name, (person.email or "").partition("@")[0]) == (name, email)


@each(
    ("begun", "reply", "left"),
    [
        ("Vic Lund vic@x.example wants it gone", "the number is 0151 555 0199, his own is 0151 555 0100", "555 0199"),
        ("Kim Vane wants all data deleted", "kim@vane.example lou@vane.example", "lou@vane.example"),
        ("Ann Bell wants all data deleted", "ann@bell.example and ann@work.example, Leeds", "ann@work.example"),
    ],
)
def test_what_is_left_of_a_reply_is_quoted_and_kept(begun: str, reply: str, left: str) -> None:
    talk = Talk()
    talk.says(begun)
    talk.says(reply)
    talk.shows(left)
    assert left in f"{talk.chat.drafts[0].text} {talk.chat.drafts[0].answers.get(SAID.name)}"


def test_of_two_who_are_named_it_is_asked_which() -> None:
    talk = Talk()
    talk.says("a customer wants all her data deleted")
    talk.says("name is Leo Grant, signed Amy Hill")
    talk.shows("Which of these do you mean?", "[Leo Grant] [Amy Hill]")


@each(
    ("begun", "reply", "person", "writer"),
    [
        ("mum called, wants photos of her son deleted", "son is Leo Bell, she is Amy Bell amy@x.example", "Leo", "Amy"),
        ("Sohn ruft an, er will die Daten der Mutter löschen", "Mutter hieß Rita Kolb, er ist Udo Kolb", "Rita", "Udo"),
        ("son of Mary Dean rang, she wants her data deleted", "son is Mark Dean", "Mary", "Mark"),
        ("Bruder von Lena Kraus ruft an, sie will Auskunft", "er heißt Paul Kraus", "Lena", "Paul"),
        (
            "vader van Noor Blom wil het leerlingdossier inzien",
            "hij heet Jeroen Blom, j@blom.example",
            "Noor",
            "Jeroen",
        ),
        (
            "La madre de Lola Cruz quiere ver el expediente",
            "se llama Pilar Ortiz, pilar@ortiz.example",
            "Lola",
            "Pilar",
        ),
    ],
)
def test_who_calls_is_not_whose_data_it_is(begun: str, reply: str, person: str, writer: str) -> None:
    talk = Talk()
    talk.says(begun)
    talk.says(reply)
    told = known(talk)
    assert (str(told[PERSON].name).split()[0], str(told[WRITER].name).split()[0]) == (person, writer)


def test_the_addresses_of_both_are_each_their_own() -> None:
    talk = Talk()
    talk.says("Frau Kern möchte die Akte ihres Mannes Otto Kern, Vollmacht liegt vor")
    talk.says("ihre Mail ist ute.kern@mail.example, seine otto.kern@mail.example")
    told = known(talk)
    assert (told[PERSON].email, told[WRITER].email) == ("otto.kern@mail.example", "ute.kern@mail.example")


@each(
    ("begun", "reply"),
    [
        ("Raj Mehta wants a copy of his data, raj@mehta.example", "not Raj, that was a mistake"),
        ("Piet Hoek wil een kopie van zijn gegevens", "niet Piet, dat was fout"),
        ("Carmen Ruz pide el borrado de sus datos", "no es Carmen, me equivoqué"),
        ("Marek Zych chce kopię danych", "to nie Marek, pomyłka"),
    ],
)
def test_who_takes_a_name_back_is_asked_who_it_is(begun: str, reply: str) -> None:
    talk = Talk()
    talk.says(begun)
    talk.says(reply)
    talk.shows("Whose data is it about?")
    assert (known(talk)[PERSON].name, known(talk)[PERSON].email) == (None, None)


def test_what_may_stay_beside_another_wish_is_asked_about() -> None:
    talk = Talk()
    talk.says("Sue Ferris sue@ferris.example wants her data deleted")
    talk.says("ah no she's now saying keep the points just no more emails")
    talk.shows("Which of these do you mean?", "[Stop marketing] [Delete]")


def test_what_limits_another_thing_limits_no_wish() -> None:
    talk = Talk()
    talk.says("Bea Pike wants her data erased, bea@pike.example")
    talk.says("it came to the Leeds office on 27 February, they only passed it on today")
    talk.presses("Fri 27 Feb 2026")
    talk.says("Hull")
    talk.shows("Also said", "everything we may delete")


@each(
    "words",
    [
        (
            "Mrs Ngozi Obi was just in, wants us to close out and erase anything we don't legally need",
            "ngozi@obi.example, lives in Croydon",
            "oh and while she was here: her daughter Ada Obi wants you to stop ringing her, 07700 900456",
        ),
        (
            "mother of pupil Olek Wrona ask we delete his health notes",
            "other thing: teacher Paul Denn want to see what director write in his file, paul@denn.example",
        ),
    ],
)
def test_a_request_of_somebody_else_is_no_answer(words: tuple[str, ...]) -> None:
    talk = Talk()
    for said in words:
        talk.says(said)
    assert len(talk.chat.matters) == 2


def test_words_of_somebody_who_waits_stay_with_their_matter() -> None:
    talk = Talk()
    talk.says("Amy Cole amy@cole.example wants her data deleted. Dan Frost dan@frost.example wants a copy of his data")
    talk.says("Dan is Don, sorry")
    talk.shows("Noted for Dan Frost")
    assert (known(talk)[PERSON].name, Known(talk.chat.drafts[1].answers)[SAID]) == ("Amy Cole", "Dan is Don, sorry")


@each(
    ("reply", "rights"),
    [
        ("stopp, nur die Einschränkung der Verarbeitung, nicht löschen!", (Right.RESTRICTION,)),
        ("niets wissen, hij wil inzage", (Right.ACCESS,)),
        ("account mag blijven, alleen geen mails meer", (Right.OPT_OUT_MARKETING,)),
    ],
)
def test_a_wish_that_is_denied_is_not_asked_for_any_more(reply: str, rights: tuple[Right, ...]) -> None:
    talk = Talk()
    talk.says("Tim Albers tim@albers.example wants his data deleted, Bremen, wrote yesterday")
    talk.says(reply)
    assert known(talk)[RIGHTS] == rights


@each(
    "reply",
    [
        "ann@bell.example, no phone for her",
        "no, she doesn't want it",
        "hold on, that's her sister June Bell",
        "no email, we have her mobile +43 660 5550123",
    ],
)
def test_words_that_want_nothing_are_no_wish(reply: str) -> None:
    talk = Talk()
    talk.says("something about Ann Bell's data")
    talk.says(reply)
    assert RIGHTS not in known(talk)


@each(
    ("reply", "place"),
    [
        ("Boston. no wait, Leeds", "uk_gdpr"),
        ("Boston, nee sorry, Gent", "gdpr"),
        ("not Boston in the US, the one in Lincolnshire, England", "uk_gdpr"),
    ],
)
def test_what_is_taken_back_within_a_reply_counts_no_more(reply: str, place: str) -> None:
    talk = Talk()
    talk.says("Ann Bell ann@bell.example wants a copy of her data, wrote yesterday")
    talk.says(reply)
    assert known(talk)[RESIDENCE] == place


def test_of_two_days_in_a_reply_none_is_taken_unasked() -> None:
    talk = Talk()
    talk.says("Ann Bell ann@bell.example wants a copy of her data")
    talk.says("she wrote on 5 March, or wait, that's mine, hers was 3 March")
    talk.shows("Thu 5 Mar 2026", "Tue 3 Mar 2026")


def test_a_new_name_belongs_to_what_is_to_be_corrected() -> None:
    talk = Talk()
    talk.says("Ellen Price ellen@price.example got married, wants her name changed in our records")
    talk.says("new name is Ellen Marsh. she wrote yesterday")
    assert known(talk)[PERSON].name == "Ellen Price"
    talk.shows("To be corrected", "Ellen Marsh")

"""What hurried colleagues say beside a hand-over: what they only announced, second thoughts, and who else it is."""

from datetime import date

from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk

ASKED = "What is the person asking for?"
REVIEW = "Open this case?"
BOTH = "Rita Moll, rita@moll.example, wants deletion and a copy, she wrote yesterday, Leeds"
MAIL = (
    "From: Rolf Sand <rolf@sand.example>\nDate: Mon, 9 Mar 2026 08:12:00 +0100\nTo: info@northloop.example\n"
    "Subject: Daten\n\nIch widerspreche der Weitergabe und verlange Auskunft, was Sie gemeldet haben.\nRolf Sand, Kiel"
)


def test_a_mail_takes_the_place_of_words_that_only_announced_it() -> None:
    talk = Talk()
    talk.says("please handle")
    talk.says("sorry forgot to paste")
    talk.shows("Take your time.")
    talk.says(MAIL)
    talk.hides("Is this a new request")
    talk.presses("Send a copy")
    talk.shows(REVIEW, "Person: Rolf Sand <rolf@sand.example>")


def test_the_first_of_several_that_were_announced_keeps_its_person() -> None:
    talk = Talk()
    talk.says("I have 3 requests")
    talk.says("first: Al Green al@green.example copy")
    talk.presses("Send a copy")
    talk.shows("About Al Green <al@green.example>")


def test_what_is_asked_for_after_it_was_announced_is_the_answer() -> None:
    talk = Talk()
    talk.says("I have a request from a customer")
    talk.says("she wants deletion")
    talk.shows("Whose data is it about?")


def test_a_name_tells_whose_a_nameless_wish_is() -> None:
    talk = Talk()
    talk.says("alleen verwijderen, geen kopie")
    talk.says("oh ja: Bert Kuip, bert@kuip.example")
    talk.shows("Person: Bert Kuip <bert@kuip.example>", ASKED)


@each(
    ("words", "left"),
    [
        ("just delete, the copy is not needed", Right.ERASURE),
        ("laat die verwijdering maar zitten", Right.ACCESS),
    ],
)
def test_one_of_two_wishes_is_left(words: str, left: Right) -> None:
    talk = Talk()
    talk.says(BOTH)
    talk.says(words)
    talk.presses("Open case")
    assert talk.opened.rights == (left,)


def test_a_wish_beside_a_plain_one_is_not_lost() -> None:
    talk = Talk()
    talk.says("Een cliënt (Mo Yilmaz) zegt dat zijn geboortedatum niet klopt en wil ook een kopie")
    talk.shows("They ask: Correct, Send a copy")


@each(
    ("words", "person"),
    [
        ("no, her surname is Marsh", "Rita Marsh <rita@moll.example>"),
        ("oh and it's Rita Mol with one l", "Rita Mol <rita@moll.example>"),
        ("wait no it wasn't Rita it was her sister Eva Moll, eva@moll.example", "Eva Moll <eva@moll.example>"),
    ],
)
def test_a_name_is_set_right(words: str, person: str) -> None:
    talk = Talk()
    talk.says(BOTH)
    talk.says(words)
    talk.shows(REVIEW, f"Person: {person}", "They ask: Delete, Send a copy")


@each(
    ("words", "day"),
    [
        ("no Sunday, we were away", date(2026, 3, 8)),
        ("c'était dimanche pardon", date(2026, 3, 8)),
    ],
)
def test_the_day_is_set_right(words: str, day: date) -> None:
    talk = Talk()
    talk.says(BOTH)
    talk.says(words)
    talk.presses("Open case")
    assert talk.opened.received_at.date() == day


def test_a_day_of_the_mail_is_set_right_and_no_rest_of_it() -> None:
    talk = Talk()
    talk.says(MAIL)
    talk.says("not Monday, it was in our inbox since Friday the 6th")
    talk.presses("Send a copy")
    talk.shows(REVIEW, "Reached us: 6 Mar 2026")


@each("words", ["it happened on 12 Feb, he told us yesterday", "it was on the 3rd"])
def test_a_day_that_is_told_is_no_question_how_it_goes(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants a copy")
    talk.says(words)
    talk.hides("is not open yet")


def test_nobody_knows_where_they_live() -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants a copy")
    talk.says("yesterday")
    talk.says("no idea where she lives")
    talk.shows(REVIEW, "Lives: not known")


def test_a_correction_that_nobody_can_read_goes_to_the_team() -> None:
    talk = Talk()
    talk.says("Kees Prins, kees@prins.example, wants his address changed to Kerkweg 3, he wrote yesterday, Leeds")
    talk.says("wait it's Kerkweg 4")
    talk.shows("What should be different?", "Also said: wait it's Kerkweg 4")


def test_a_lone_number_is_a_customers() -> None:
    talk = Talk()
    talk.says("no name, just: unsubscribe. came from +44 7700 900321")
    talk.presses("Stop marketing")
    talk.hides("Is this about you?")
    talk.shows("About +44 7700 900321")


def test_a_colleagues_own_client_writes_for_themselves() -> None:
    talk = Talk()
    talk.says("Mi cliente Jorge Vidal quiere saber qué datos tenemos. jorge@vidal.example. Llegó ayer")
    talk.says("Murcia")
    talk.shows(REVIEW, "They write: for themselves", "Reached us: 9 Mar 2026")


def test_a_lawyer_who_called_acts_for_a_client() -> None:
    talk = Talk()
    talk.says("Customer's lawyer called: Hale & Co, they want the complete file of Wanda Pike")
    talk.shows("Person: Wanda Pike", "They write: for a client, as their lawyer")


def test_an_address_in_which_the_writers_name_shows_is_theirs() -> None:
    talk = Talk()
    talk.says("Ann Bell's husband Max Bell rang: she wants a copy of her data")
    talk.says("max@bell.example")
    talk.shows("Written by: Max Bell <max@bell.example>")


def test_a_name_is_no_wish_to_have_it_corrected() -> None:
    talk = Talk()
    talk.says("Kunde fragt, ob wir seine Daten an andere weitergeben. Muss ich das melden?")
    talk.says("ok, Tim Wolf, tim@wolf.example, Graz, gestern")
    talk.shows(ASKED, "Noted. Person: Tim Wolf")


def test_a_yes_that_takes_note_is_no_wish() -> None:
    talk = Talk()
    talk.says("Un client demande la suppression de son compte, c'est urgent ?")
    talk.says("d'accord. Paul Girard, paul@girard.example, France, hier")
    talk.shows(ASKED)


def test_a_correction_that_names_a_day_asks_for_it() -> None:
    talk = Talk()
    talk.says("Leo Brandt wants a copy of his data, leo@brandt.example, Austria, came in on 4 March")
    talk.says("sorry, my colleague's note has 27 February")
    talk.shows("When did it reach us?", "27 Feb 2026")


def test_one_part_of_a_name_joins_the_other_or_takes_the_place_of_its_like() -> None:
    talk = Talk()
    talk.says("Frau Schulz (schulz@mail.example) verlangt Löschung")
    talk.says("Vorname ist Petra")
    talk.shows("About Petra Schulz")
    talk.says("nicht Petra sondern Paula")
    talk.shows("About Paula Schulz")


def test_an_address_shows_whom_of_two_it_is_about() -> None:
    talk = Talk()
    talk.says("Dana Fox, a lawyer, wrote about something of Neil Gray's data, not sure what")
    talk.says("the client is neil.gray@mail.example")
    talk.shows("Neil Gray <neil.gray@mail.example>")


def test_a_wish_that_is_put_off_is_kept() -> None:
    talk = Talk()
    talk.says(BOTH)
    talk.says("forget the copy for now")
    talk.shows("They ask: Delete, Send a copy", "Also said: forget the copy for now")

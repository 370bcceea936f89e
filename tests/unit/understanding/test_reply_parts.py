"""The parts of short replies: what they deny, leave, drop, and only say in passing."""

from bot.understanding.replies.answers import confirms, halves
from bot.understanding.replies.arrived import only_when
from bot.understanding.replies.asides import Aside, aside, asks
from bot.understanding.replies.denied import behind_denied, without_denied
from bot.understanding.replies.dropping import before_dropping, undoes
from bot.understanding.replies.pieces import between_signs, without_asides, without_noted
from bot.understanding.replies.remarks import names_part, narrows
from bot.understanding.replies.which_day import without_denied_day
from bot.understanding.where.behind import before_place
from tests.growth import in_proportion


def test_what_is_denied_may_be_a_day_by_its_number_or_another_name() -> None:
    assert without_denied_day("nicht am 2., sondern am 3. März") == "am 3. März"
    assert without_denied("es Prada, no Prado") == "es Prada"
    assert without_denied("Ball, no Bell") == "Ball, no Bell"  # which means Bell
    assert without_denied("ieri, non so") == "ieri, non so"  # which is not sure


def test_what_stands_behind_what_is_denied_is_kept() -> None:
    assert behind_denied("it's Leon, not Leo. and Switzerland") == ("it's Leon, not Leo", "Switzerland")
    assert behind_denied("no wait, not Canada, the US") is None
    assert behind_denied("Bell, not Ball, sorry") is None


def test_a_yes_and_a_so_limit_nothing() -> None:
    assert confirms("ja, passt so") and confirms("yes that's all fine like this")
    assert not narrows("ja passt so") and narrows("só as fotos")


def test_what_stays_is_no_part_of_what_goes() -> None:
    assert names_part("delete my reviews but leave the account")
    assert not names_part("delete my reviews and the account")
    assert names_part("wants all her photos deleted") and not names_part("wants all deleted, and the photos")


def test_a_list_of_answers_and_a_spelt_name_fall_into_their_parts() -> None:
    assert between_signs("1) Kim Larsen 2) Norway") == ["Kim Larsen", " Norway"]
    assert between_signs("he wrote on Monday from ana@x.example")[0] == "he wrote on Monday"
    assert halves("K E L L Y") == ["K E L L Y"]
    assert before_place("ha scritto ieri sera da Torino") == ["ha scritto ieri sera", "Torino"]


def test_words_in_passing_are_left_out_with_their_accents() -> None:
    assert without_asides("Deutschland natürlich") == "Deutschland"
    assert without_noted("ah ok. Germany") == "Germany"
    assert without_noted("K. Miller") == "K. Miller"
    assert without_noted("right to be forgotten") == "right to be forgotten"


def test_a_matter_may_be_dropped_at_the_end() -> None:
    assert before_dropping("no it's IT stuff, nevermind") == "no it's IT stuff"
    assert undoes("oh no, that was a test by our trainee, please undo")


def test_whoever_asks_whether_it_counts_is_told() -> None:
    assert aside("is that even a privacy request?") is Aside.COUNTS
    assert aside("what does she want?") is Aside.PUZZLED


def test_what_we_told_the_person_is_no_arrival() -> None:
    assert not only_when("I wrote to her yesterday", ())
    assert only_when("he wrote to us on Monday", ())


def test_whether_a_page_of_short_words_is_a_question_takes_time_in_proportion() -> None:
    assert in_proportion(lambda size: asks("thanks a lot \n" * size))

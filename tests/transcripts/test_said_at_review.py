"""What a colleague says of a draft that is shown for review: what to set, and who writes."""

from bot.rights import Right
from bot.understanding.reading import Flag
from tests.lines import each
from tests.transcripts.talk import Talk

ALL = "Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote yesterday"


def shown() -> Talk:
    talk = Talk()
    talk.says(ALL)
    talk.shows("Open this case?")
    return talk


@each(
    ("words", "line"),
    [
        ("looks good but change the name to Maria Moll", "Person: Maria Moll <rita@moll.example>"),
        *(
            ("change the country to the UK", "in the United Kingdom"),
            ("verander de naam in Rita Mol", "Person: Rita Mol <"),
        ),
        ("set the date to Monday", "Reached us: 9 Mar 2026"),
    ],
)
def test_what_is_to_be_set_is_set(words: str, line: str) -> None:
    talk = shown()
    talk.says(words)
    talk.shows("Open this case?", line, "They ask: Delete")
    assert len(talk.chat.drafts) == 1


def test_to_change_somebody_s_address_is_a_wish_where_nothing_is_shown() -> None:
    talk = Talk()
    talk.says("change her address to Main St 5, Rita Moll, rita@moll.example")
    talk.shows("They ask: Correct")


@each(
    ("words", "who"),
    [
        *(
            ("her lawyer writes for her", "for a client, as their lawyer"),
            ("het komt van haar advocaat", "for a client"),
        ),
        *(
            ("it's from her mother", "for a child, as parent or guardian"),
            ("ihre Mutter hat geschrieben", "for a child"),
        ),
    ],
)
def test_who_writes_for_them_is_told(words: str, who: str) -> None:
    talk = shown()
    talk.says(words)
    talk.shows(f"Changed. They write: {who}", "Who writes on their behalf?")


@each("words", ["no it's a customer of mine", "it's for a colleague", "about someone else"])
def test_it_is_about_somebody_else(words: str) -> None:
    talk = Talk()
    talk.says("delete my data please")
    talk.shows("Is this about you?")
    talk.says(words)
    talk.shows("Whose data is it about?")


@each(
    ("asks", "words", "line"),
    [
        ("wants her data deleted", "just the photos, not the rest", "Wants deleted: just the photos, not the rest"),
        ("wants her data deleted", "tylko zdjęcia", "Wants deleted: tylko zdjęcia"),
        ("wants a copy of her data", "her chat logs only", "Wants to see: her chat logs only"),
        ("wants a copy of her data", "alleen de facturen van 2025", "Wants to see: alleen de facturen van 2025"),
        ("wants no more marketing", "solo la newsletter", "Stop marketing by: solo la newsletter"),
        ("wants her address corrected", "old: Calle 1, new: Calle 2", "\nold: Calle 1, new: Calle 2"),
        ("wants her surname corrected", "antes: Ruiz, ahora: Ruiz Soto", "\nantes: Ruiz, ahora: Ruiz Soto"),
    ],
)
def test_how_far_a_wish_goes_is_kept_in_their_words(asks: str, words: str, line: str) -> None:
    talk = Talk()
    talk.says(ALL.replace("wants her data deleted", asks))
    talk.shows("Open this case?")
    talk.says(words)
    talk.shows("Open this case?", line)
    assert talk.chat.pending is None
    talk.presses("Open case")
    assert any(value.endswith(words) for _label, value in talk.opened.answers)


def test_how_far_one_of_two_wishes_goes_is_no_change_of_both() -> None:
    talk = Talk()
    talk.says(ALL.replace("wants her data deleted", "wants a copy and her data deleted"))
    talk.says("only the invoices")
    talk.shows("Wants to see: everything we hold", "Wants deleted: everything", "Also said: only the invoices")


def test_a_mail_that_limits_its_own_wish_is_shown_so() -> None:
    talk = Talk()
    talk.says(ALL.replace("wants her data deleted", "wants only her photos deleted"))
    talk.shows("Wants deleted: Rita Moll")
    talk.hides("everything we may delete")


def test_the_words_of_an_answer_that_say_more_than_a_name_go_into_the_case() -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, lives in Spain, something about her data, wrote yesterday")
    talk.says("she wants the photos deleted but not the invoices")
    talk.presses("Open case")
    assert ("erasure", "she wants the photos deleted but not the invoices") in talk.opened.words


@each(
    "words",
    [
        "he's also our supplier",
        "he is very angry",
        "ihr Vater ist unser Vermieter",
        "es menor de edad",
        "è molto arrabbiata",
    ],
)
def test_whatever_else_is_said_stands_with_the_case(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.shows("Open this case?", "Person: Rita Moll <rita@moll.example>", f"Also said: {words}")
    talk.presses("Open case")
    assert ("Also said", words) in talk.opened.answers


@each("words", ["she's a minor", "zij is minderjarig", "es menor de edad", "sie ist erst 15"])
def test_that_somebody_is_a_minor_is_flagged_from_what_is_said(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.presses("Open case")
    assert Flag.MINOR in talk.opened.flags


def test_what_is_said_while_something_is_asked_is_kept_too() -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants her data deleted, wrote yesterday")
    talk.shows("Where does the person live?")
    talk.says("she's a minor")
    talk.shows("Where does the person live?")
    talk.says("Spain")
    talk.shows("Also said: she's a minor")


def test_what_was_said_can_be_taken_back() -> None:
    talk = shown()
    talk.says("he's also our supplier")
    talk.says("undo")
    talk.shows("Open this case?")
    talk.hides("Also said")


@each("words", ["does she know?", "who sees that"])
def test_a_question_back_is_not_kept(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.hides("Also said")


def test_a_day_that_may_be_either_of_two_is_not_lost_where_something_else_is_asked() -> None:
    talk = Talk()  # it is a Tuesday
    talk.says("Something about Rita Moll's data, rita@moll.example, lives in Spain, wrote yesterday")
    talk.shows("What is the person asking for?")
    talk.says("it came in on Tuesday already")
    talk.says("deletion")
    talk.shows("Also said: it came in on Tuesday already")


def test_another_wish_is_no_limit_of_the_first() -> None:
    talk = shown()
    talk.says("she doesn't want deletion, she just wants the account frozen for now")
    talk.hides("Wants deleted: she")


def test_a_colleague_s_own_question_takes_no_wish_s_place() -> None:
    talk = Talk()
    talk.says("una clienta quiere que borremos sus datos")
    talk.says("no sabemos quién es todavía, hay que preguntar")
    talk.hides("They ask: Question")


def test_the_name_of_who_writes_is_not_the_person_s() -> None:
    talk = shown()
    talk.says("the mail is from her husband actually, he's called Tim Cole")
    talk.shows("Changed. They write: for somebody else, as their representative")
    talk.says("Tim Cole")
    talk.shows("Person: Rita Moll <rita@moll.example>", "Written by: Tim Cole")


def test_a_deadline_that_is_told_is_no_question_how_it_goes() -> None:
    talk = shown()
    talk.says("the deadline is the 20th")
    talk.shows("Also said: the deadline is the 20th")


@each(
    "words",
    [
        "just so you know, he's a journalist",
        "only Priya should see this",
        "only if it is free of charge",
        "nur zur Info, sie ist Journalistin",
    ],
)
def test_only_and_just_may_limit_nothing(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.shows("Wants deleted: everything we may delete", "Also said")


def test_the_day_on_which_a_colleague_got_it_moves_no_earlier_day() -> None:
    talk = shown()
    talk.says("I only got this today")
    talk.hides("Changed. Reached us")


def test_that_it_looks_right_opens_it() -> None:
    talk = shown()
    talk.says("looks right")
    assert talk.opened.rights == (Right.ERASURE,)


@each("words", ["his wife wants the same", "en zijn vrouw ook", "su mujer también"])
def test_what_a_relative_wants_too_is_a_matter_of_its_own(words: str) -> None:
    talk = Talk()
    talk.says("Bob Low (bob@x.example, Spain) wants his account deleted, wrote today")
    if "What is the person asking for?" in talk.text:
        talk.presses("Delete")
    talk.shows("Open this case?")
    talk.says(words)
    talk.shows("Is this a new request, or more about the one we are talking about?")


@each("words", ["only a copy actually", "her husband wants the same", "and her brother as well"])
def test_another_wish_or_somebody_else_s_is_asked_about(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.shows("Is this a new request, or more about the one we are talking about?")
    talk.hides("Wants deleted: only", "Correct", "Also said")


def test_who_wrote_too_writes_for_nobody() -> None:
    talk = shown()
    talk.says("her husband wrote too, he wants a copy of his data")
    talk.hides("They write: for somebody else")


def test_a_thing_that_is_a_town_s_name_too_is_no_place() -> None:
    talk = shown()
    talk.says("she is in a union")
    talk.hides("New Jersey")
    talk.shows("Lives: in the EU or EEA")


@each("words", ["no, nothing else", "nothing else", "nein, sonst nichts"])
def test_that_there_is_nothing_else_is_no_wish(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.hides("sensitive")
    talk.presses("Neither" if talk.chat.pending else "Open case")


@each("words", ["only Bob Hill", "except the invoices. Bob Hill too", "same for bo@y.example"])
def test_somebody_else_is_no_limit_of_a_wish(words: str) -> None:
    talk = shown()
    talk.says(words)
    talk.shows("Is this a new request, or more about the one we are talking about?")


@each(("limit", "more"), [("only her photos", "also her videos"), ("tylko zdjęcia", "i filmy")])
def test_more_of_what_is_to_be_deleted_is_kept_beside_it(limit: str, more: str) -> None:
    talk = shown()
    talk.says(limit)
    talk.says(more)
    talk.shows(f"Wants deleted: {limit}; {more}")


@each("more", ["i jeszcze kopię", "e anche una copia", "and a copy"])
def test_another_right_is_no_more_of_the_first(more: str) -> None:
    talk = shown()
    talk.says("only her photos")
    talk.says(more)
    talk.hides(f"only her photos; {more}")


def test_that_there_is_nothing_more_limits_nothing() -> None:
    talk = shown()
    talk.says("only her photos, nothing else")
    talk.shows("Wants deleted: only her photos, nothing else")
    talk = Talk()
    talk.says(ALL.replace("rita@moll.example, ", ""))
    talk.shows("By what may we know this person")
    talk.says("nee verder niets")
    talk.shows("Wants deleted: everything we may delete", "We know them by: not said")


def test_a_wish_in_the_first_person_is_not_added_to_a_customer_s() -> None:
    talk = Talk()
    talk.says("he wants a copy of his data, bo@y.example")
    talk.shows("When did it reach us?")
    talk.says("and I want my own data deleted")
    talk.shows("Is this a new request, or more")


@each(
    "words",
    ["no email, only postal address", "keine E-Mail, nur Post", "geen e-mail", "pas de téléphone", "sin correo"],
)
def test_that_somebody_has_no_address_is_no_wish_for_fewer_mails(words: str) -> None:
    talk = Talk()
    talk.says("delete Ida Berg's data")
    talk.shows("When did it reach us?")
    talk.says(words)
    talk.shows("Noted.", "When did it reach us?")
    talk.hides("Changed", "Stop marketing")


def test_what_is_wanted_besides_is_kept_in_its_words() -> None:
    talk = shown()
    talk.says("he also wants a copy of his call recordings")
    talk.shows("Send a copy", "Also said: he also wants a copy of his call recordings")


def test_a_mere_name_of_what_is_wanted_besides_is_not() -> None:
    talk = shown()
    talk.says("he also wants a copy")
    talk.shows("Send a copy")
    talk.hides("Also said")


def test_what_a_customer_said_is_kept_where_it_answers_nothing() -> None:
    talk = Talk()
    talk.says("delete Ana Diaz, ana@diaz.example")
    talk.says("he also said please send it by post")
    talk.shows("so I note it for the privacy team")


def test_a_wish_that_speaks_of_getting_something_asks_for_no_day() -> None:
    talk = shown()
    talk.says("no she only wants to know where we got it")
    talk.hides("When did it reach us?")


@each("words", ["no that's right", "no, that is correct", "nee, klopt", "non, c'est bon"])
def test_a_no_that_finds_all_of_it_right_changes_nothing(words: str) -> None:
    talk = shown()
    before = talk.chat.drafts[0].answers
    talk.says(words)
    talk.shows("Open this case?")
    talk.hides("Changed", "Also said")
    assert talk.chat.drafts[0].answers == before

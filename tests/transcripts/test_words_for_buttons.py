"""Whoever types a button's words gets what the button does."""

from bot.rights import Right
from tests.cases import a_case
from tests.lines import each
from tests.people import SAM
from tests.transcripts.talk import OnRecord, Talk, colleague
from tests.transcripts.test_intake import ERASURE

UNCLEAR = ERASURE.replace(
    "Please delete all personal data you hold about me.", "it's about my data. Can you sort it out please?"
)


def asked(language: str = "en", mail: str = UNCLEAR) -> Talk:
    """A colleague who is asked what the mail wants."""
    talk = Talk(colleague(language=language))
    talk.says(mail)
    return talk


@each(
    "words",
    [
        *("None of these", "none of these.", "NONE OF THESE", "none", "none of them", "non of these"),
        *("Geen van deze", "geen", "geen van deze!", "keine davon", "aucun", "ninguna de estas", "nessuna di queste"),
        *("nenhuma destas", "żadne z tych"),
    ],
)
@each("language", ["en", "nl"])
def test_none_of_these_gives_the_question_up(words: str, language: str) -> None:
    talk = asked(language)
    talk.says(words)
    assert talk.chat.active is None
    assert not talk.commands
    talk.shows("dpo@northloop.example")


@each("words", ["Something else …", "something else", "iets anders", "etwas anderes", "autre chose"])
def test_something_else_tells_what_there_is(words: str) -> None:
    talk = asked()
    talk.says(words)
    talk.shows("Restrict use", "Complaint", "What is the person asking for?")
    talk.says("Restrict use")
    talk.shows("They ask: Restrict use", "Open this case?")


@each(
    ("words", "right"),
    [
        *(("Delete", Right.ERASURE), ("delete.", Right.ERASURE), ("Verwijderen", Right.ERASURE)),
        *(
            ("Send a copy", Right.ACCESS),
            ("send a coppy", Right.ACCESS),
            ("Limit use of sensitive data", Right.LIMIT_SENSITIVE),
        ),
    ],
)
def test_a_choice_is_typed(words: str, right: Right) -> None:
    talk = asked()
    talk.says(words)
    talk.says("open case")
    assert talk.opened.rights == (right,)


@each(
    "words",
    [
        *("yes", "ok", "Yes, open it", "yes please", "ja", "open de zaak", "Open case", "zaak openen", "ja, open maar"),
        *("oui", "ouvrez le dossier", "sí, adelante", "sim", "tak", "in ordnung", "go ahead, thanks"),
    ],
)
def test_yes_opens_the_case(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    assert talk.opened.rights == (Right.ERASURE,)


@each("words", ["no", "nee", "that's wrong", "Change something …", "iets wijzigen …"])
def test_no_asks_what_should_be_different(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    talk.shows("What should be different?", "Open this case?")
    assert not talk.commands


@each("words", ["yes, and she also wants a copy", "ok but not today", "yes?! no", "please"])
def test_yes_with_something_else_opens_nothing(words: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(words)
    assert not talk.commands


@each(
    ("words", "about"), [("a new request", "A second matter"), ("new", "A second matter"), ("more about this", "Added")]
)
def test_new_or_more_is_typed(words: str, about: str) -> None:
    talk = Talk()
    talk.says(ERASURE)
    talk.says(ERASURE.replace("delete all personal data you hold about me", "stop sending me your newsletter"))
    talk.shows("Is this a new request, or more")
    talk.says(words)
    talk.shows(about)


@each(("words", "begun"), [("It is one", True), ("het is er een", False), ("right, it isn't", False)])
def test_whether_it_is_a_request_is_typed(words: str, begun: bool) -> None:
    talk = Talk()
    talk.says(
        "---------- Forwarded message ---------\nFrom: Cy Ord <cy@z.example>\nDate: Thu, 5 Mar 2026 at 10:15\n"
        "Subject: invoice\n\nHi, the March invoice has the wrong VAT number on it. Could you send a new one?\n\nCy"
    )
    talk.says(words)
    assert bool(talk.chat.active) is begun


@each(
    ("words", "joins"),
    [
        *(
            ("the matter of DSR-2026-0042", "DSR-2026-0042"),
            ("the same", "DSR-2026-0042"),
            ("dezelfde", "DSR-2026-0042"),
        ),
        *(("new", None), ("A new matter", None)),
    ],
)
def test_whether_a_ticket_is_the_same_matter_is_typed(words: str, joins: str | None) -> None:
    talk = Talk(SAM, records=OnRecord([a_case(ticket="4711", reporter=SAM.id)]))
    talk.says("Ticket 4711: she wants her data deleted")
    talk.says(words)
    assert talk.opened.joins == joins


def test_none_drops_nothing_where_no_button_says_so() -> None:
    emma = Talk()
    emma.says("A customer, Ana Diaz <ana@x.example>, wants us to stop sending her the newsletter")
    emma.shows("When did it reach us?")
    emma.says("none")
    assert emma.chat.active is not None


@each("place", ["Not said", "not sayd", "niet gezegd", "Elsewhere", "California", "EU of EER"])
def test_where_they_live_is_typed(place: str) -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain. ", ""))
    talk.shows("Where does the person live?")
    talk.says(place)
    talk.shows("Open this case?")


@each(
    ("place", "shown"),
    [
        ("I don't know", "not known"),
        ("geen idee", "not known"),
        ("keine Ahnung", "not known"),
        ("France or Switzerland?", "not known"),
        ("California or Nevada, not sure", "not known"),
        ("somewhere in Europe", "in the EU or EEA"),
        ("germany", "in the EU or EEA"),
        ("Germnay", "in the EU or EEA"),
        ("z Polski", "in the EU or EEA"),
        ("uk", "in the United Kingdom"),
    ],
)
def test_a_place_in_other_words_is_no_name(place: str, shown: str) -> None:
    talk = Talk()
    talk.says(ERASURE.replace("I live in Spain. ", ""))
    talk.shows("Where does the person live?")
    talk.says(place)
    talk.shows("Open this case?", shown, "Ana")


@each(
    ("words", "rights"),
    [("the second one", ["rectification"]), ("het tweede graag", ["rectification"]), ("la première", ["erasure"])],
)
def test_a_button_is_named_by_its_place(words: str, rights: list[str]) -> None:
    talk = Talk()
    talk.says(UNCLEAR)
    assert talk.labels[:2] == ["Delete", "Correct"]
    talk.says(words)
    assert talk.chat.drafts[0].answers["rights"].value == rights


@each("words", ["both", "beide", "les deux", "obie"])
def test_both_is_the_button_that_stands_for_two(words: str) -> None:
    talk = Talk()
    talk.says(
        ERASURE.replace("Please delete all personal data you hold about me", "What do you know of me, can it go?")
    )
    assert talk.labels[0] == "Send a copy, Delete"
    talk.says("the first")
    assert "rights" not in talk.chat.drafts[0].answers
    talk.says(words)
    assert talk.chat.drafts[0].answers["rights"].value == ["access", "erasure"]


def test_the_first_is_no_day() -> None:
    talk = Talk()
    talk.says("A customer, Ana Diaz <ana@x.example>, wants us to stop sending her the newsletter")
    talk.shows("When did it reach us?")
    talk.says("the first")
    assert "received" not in talk.chat.drafts[0].answers


@each("words", ["the first and third", "1 and 3", "first, third", "de eerste en de derde"])
def test_several_choices_are_picked_by_their_places(words: str) -> None:
    talk = Talk()
    talk.says(UNCLEAR)
    first, _second, third, *_others = talk.labels
    talk.says(words)
    talk.says("yes")  # they have an account
    talk.shows(f"They ask: {first}, {third}")


@each("words", ["yes", "go ahead", "ja", "tak", "👍"])
def test_yes_means_the_one_thing_that_a_message_may_ask(words: str) -> None:
    talk = Talk()
    talk.says("pls delete the data of customer Joe Hart joe@hart.example, he wrote us yesterday")
    talk.shows("What is the person asking for?", "[Delete]")
    talk.says(words)
    talk.says("Spain")
    talk.shows("Open this case?", "They ask: Delete")


@each("words", ["yes but only the marketing", "only marketing", "no, just the newsletter"])
def test_only_one_of_the_wishes_takes_the_place_of_all(words: str) -> None:
    talk = Talk()
    talk.says("Lou Reed lou@reed.example: please remove me from your list and delete my stuff")
    talk.says(words)
    talk.shows("Changed. They ask: Stop marketing")


def test_no_to_whether_it_is_about_a_case_asks_which_one() -> None:
    talk = Talk(SAM, records=OnRecord([a_case(reporter=SAM.id)]))
    talk.says("close it")
    talk.says("no")
    talk.shows("write its reference", "Is this about DSR-2026-0042?")


@each("words", ["both", "allebei", "les deux"])
def test_both_is_the_button_with_the_two(words: str) -> None:
    talk = Talk()
    talk.says("bonjour, Mme Lefort veut savoir d'où on tient son numéro de portable, et ne plus être appelée")
    talk.shows("Send a copy, Stop marketing")
    talk.says(words)
    assert {*talk.chat.drafts[0].answers["rights"].value} == {"access", "opt_out_marketing"}

"""Where the person lives, as a colleague answers it: codes that may be two places, slips, nationalities."""

from tests.lines import each
from tests.transcripts.talk import Talk

WROTE = "Rita Moll, rita@moll.example, wants her data deleted, she wrote yesterday"


@each(
    ("words", "lives"),
    [
        *(("N. Ireland", "in the United Kingdom"), ("USA, not California", "somewhere else")),
        *(("Martinique", "in the EU or EEA"), ("Calfornia", "in California"), ("Spian", "in the EU or EEA")),
        *(("Spain or Portugal", "in the EU or EEA"), ("Spain or the US", "not known"), ("Virginia", "Virginia VCDPA")),
        *(("Munich", "in the EU or EEA"), ("London, Ontario", "Canada PIPEDA"), ("no Brasil", "Brazil LGPD")),
    ],
)
def test_a_place_is_told_in_a_word_or_two(words: str, lives: str) -> None:
    talk = Talk()
    talk.says(WROTE)
    talk.shows("Where does the person live?")
    talk.says(words)
    talk.shows("Open this case?", "Lives: ", lives)


@each(
    ("words", "offered"),
    [
        ("DE", ["In the EU or EEA", "Where this law holds: Delaware DPDPA"]),
        ("ca", ["Where this law holds: Canada PIPEDA", "In California"]),
        ("IN", ["Where this law holds: India DPDP Act", "Where this law holds: Indiana ICDPA"]),
        ("LA", ["Somewhere else", "In California"]),
    ],
)
def test_a_code_of_two_places_is_asked_about(words: str, offered: list[str]) -> None:
    talk = Talk()
    talk.says(WROTE)
    talk.says(words)
    talk.shows("Which of these do you mean?", f"“{words}”")
    assert talk.labels[: len(offered)] == offered
    talk.presses(offered[-1])
    talk.shows("Open this case?", offered[-1][1:])


@each("words", ["she's Dutch", "a German customer", "ze is Belgisch", "Française"])
def test_a_nationality_is_no_home(words: str) -> None:
    talk = Talk()
    talk.says(WROTE)
    talk.says(words)
    talk.shows("What counts is where they live", "Where does the person live?")


def test_a_yes_is_no_code_of_a_place() -> None:
    talk = Talk()
    talk.says(WROTE)
    for words in ("ok", "no"):  # Oklahoma, Norway
        talk.says(words)
        talk.shows("Where does the person live?")
        talk.hides("Which of these do you mean?")


@each("words", ["not California", "not in Spain", "nicht in Deutschland", "outside California", "buiten Nederland"])
def test_where_they_do_not_live_is_not_where_they_live(words: str) -> None:
    talk = Talk()
    talk.says(WROTE)
    talk.says(words)
    talk.shows("Where does the person live?")


@each(
    ("words", "lives"),
    [
        *(("not in the UK, in Spain", "in the EU or EEA"), ("not Spain but Texas", "Texas TDPSA")),
        *(("nicht Deutschland, sondern England", "in the United Kingdom"), ("in Texas, not Spain", "Texas TDPSA")),
    ],
)
def test_where_they_live_may_stand_beside_where_they_do_not(words: str, lives: str) -> None:
    talk = Talk()
    talk.says(WROTE)
    talk.says(words)
    talk.shows("Open this case?", lives)


@each("words", ["hij wil ook een kopie", "he is nice", "she goes on and on"])
def test_a_word_that_is_a_town_s_name_too_is_no_place(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants her data deleted")
    talk.says(words)
    assert "residence" not in talk.chat.drafts[0].answers


@each("words", ["she's in nice", "Spain"])
def test_a_town_that_is_said_to_be_one_is(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants her data deleted, wrote yesterday")
    talk.says(words)
    assert "residence" in talk.chat.drafts[0].answers


@each("words", ["Norway I think", "I think she's in Norway", "probably Spain", "Norwegen glaub ich", "Spanje denk ik"])
def test_a_place_that_is_told_with_a_doubt_is_noted(words: str) -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants her data deleted")
    talk.says(words)
    talk.shows("Noted. Lives: in the EU or EEA")


def test_a_place_that_is_asked_for_may_be_told_with_a_doubt() -> None:
    talk = Talk()
    talk.says("Rita Moll, rita@moll.example, wants her data deleted, she wrote yesterday")
    talk.says("Parma credo")
    talk.shows("Open this case?", "Lives: in the EU or EEA")

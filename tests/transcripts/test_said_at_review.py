"""What a colleague says of a draft that is shown for review: what to set, and who writes."""

import pytest

from tests.transcripts.talk import Talk

ALL = "Rita Moll, rita@moll.example, lives in Spain, wants her data deleted, wrote yesterday"


def shown() -> Talk:
    talk = Talk()
    talk.says(ALL)
    talk.shows("Open this case?")
    return talk


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize("words", ["no it's a customer of mine", "it's for a colleague", "about someone else"])
def test_it_is_about_somebody_else(words: str) -> None:
    talk = Talk()
    talk.says("delete my data please")
    talk.shows("Is this about you?")
    talk.says(words)
    talk.shows("Whose data is it about?")

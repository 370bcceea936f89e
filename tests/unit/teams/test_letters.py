"""A letter on its card in Teams: what the card says is shown whole, and its links can be pressed."""

from adapters.teams.render.cards import drawn
from adapters.teams.render.limits import LARGEST, weight
from bot.conversation.card import Card, Text, plain_line
from tests.cases import a_case
from tests.lines import each
from tests.teams_kit.cards import walk, words
from tests.transcripts.at_the_card import AtTheCard

LONGEST_LINK = "https://" + "d" * 192 + "/letters/" + "f" * 74
TOO_LONG = "[It is too long to be shown whole here.]"


def shown(own: str) -> tuple[Card, dict[str, object]]:
    """The card of a receipt with our own words in it, and what Teams shows of it."""
    talk = AtTheCard(a_case(language="en"))
    talk.file_link = LONGEST_LINK
    talk.presses("Write to them …")
    talk.submits(own=own)
    return talk.said[-1], drawn(talk.said[-1], channel=False).content


def lines(card: Card) -> list[str]:
    texts = [plain_line((part,)) for block in card.blocks if isinstance(block, Text) for part in block.parts[:1]]
    return [line for text in texts if "(https://" not in text and "(mailto:" not in text for line in text.split("\n")]


@each(
    "own",
    [
        "\n".join(f"- Category {number}" for number in range(300)),
        *("a\n" * 1000, "a\n\n" * 600, "ж\n" * 1000, "äöü\n" * 500, "- " * 1400, "ж" * 2000, "\U0001f600" * 2000),
        *("x" * 20_000, "“x” \\ " * 2000, "Regel\r\n" * 280),
    ],
)
def test_what_the_card_holds_is_shown_whole_with_its_links(own: str) -> None:
    card, content = shown(own)
    said = words(content).splitlines()
    assert [line for line in lines(card) if line.strip() and line.rstrip("\r") not in said] == []
    links = [part["selectAction"]["url"] for part in walk(content) if "selectAction" in part]
    assert len(links) == 2 and links[0].startswith("mailto:") and links[1] == LONGEST_LINK
    assert ("Kind regards," in said) != (TOO_LONG in said)
    assert weight(content) <= LARGEST


def test_a_list_of_usual_length_is_shown_whole() -> None:
    own = "\n".join(f"- Category {number}" for number in range(100))
    _card, content = shown(own)
    said = words(content).splitlines()
    assert set(own.splitlines()) <= set(said) and TOO_LONG not in said

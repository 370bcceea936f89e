"""What is left out when a card is too large for a platform, and what never is."""

from bot.conversation.card import Actions, Block, Button, Facts, Quote, Table, Text
from bot.conversation.fitting import SHORTEST, Rest, beginning, fullest, longest, parts_of
from tests.lines import each

TAKE = Actions.of(Button(label="Take it", payload="x"))
BLOCKS: tuple[Block, ...] = (
    Text.of("First."),
    Facts.of(("Name", "Ana"), ("Owner", "Priya"), ("Due", "7 Apr 2026")),
    TAKE,
    Table(head=("Case",), rows=((("DSR-1",),), (("DSR-2",),))),
    Quote(text="please"),
    TAKE,
)


def kept(most: int) -> list[str]:
    """The kinds of the blocks that are left, and how many parts each has."""
    return [f"rest {b.kind}" if isinstance(b, Rest) else f"{parts_of([b])} {b.kind}" for b in beginning(BLOCKS, most)]


@each(
    ("most", "left"),
    [
        (7, ["1 text", "3 facts", "0 actions", "2 table", "1 quote", "0 actions"]),
        (6, ["1 text", "3 facts", "0 actions", "2 table", "rest text", "0 actions"]),
        (5, ["1 text", "3 facts", "0 actions", "1 table", "rest text", "0 actions"]),
        (4, ["1 text", "3 facts", "0 actions", "rest text", "0 actions"]),
        (2, ["1 text", "1 facts", "rest text", "0 actions", "0 actions"]),
        (0, ["rest text", "0 actions", "0 actions"]),
    ],
)
def test_the_end_is_left_out_but_never_a_button(most: int, left: list[str]) -> None:
    assert kept(most) == left


@each(
    ("most", "said"),
    [
        (6, "The rest does not fit here."),
        (4, "The rest does not fit here. Say “search” or “status” and a reference to see one case."),
        (2, "The rest does not fit here. Say “search” or “status” and a reference to see one case."),
    ],
)
def test_the_way_to_a_case_is_said_where_a_list_is_cut(most: int, said: str) -> None:
    assert [b.parts for b in beginning(BLOCKS, most) if isinstance(b, Rest)] == [(said,)]


@each(("room", "fits"), [(10_000, 5000), (700, 700), (SHORTEST, SHORTEST), (SHORTEST - 1, None)])
def test_a_text_is_as_long_as_there_is_room_and_never_a_stump(room: int, fits: int | None) -> None:
    assert longest(lambda cap: min(cap, 5000) if min(cap, 5000) <= room else None, 8000) == fits


@each(("room", "fits"), [(5000, (10, 500)), (500, (10, 50)), (199, (9, 22)), (50, (2, 25)), (0, (0, 500))])
def test_texts_are_shortened_before_any_is_left_out(room: int, fits: tuple[int, int]) -> None:
    def drawn(cap: int, parts: int) -> tuple[int, int] | None:
        length = min(cap, 500)
        return (parts, length) if parts * length <= room else None

    assert fullest(drawn, 10, 8000) == fits
    assert fullest(lambda _cap, _parts: None, 10, 8000) is None

"""A message as a row of tokens: what of its writing is kept, and that the words of an address say nothing."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.rights.message import Message, listen
from bot.understanding.rights.tokens import Token
from tests.lines import each


def heard(text: str) -> Message:
    return listen(read_text(text, zone=ZoneInfo("UTC")), ticket=False, reference=False)


def token(text: str, name: str) -> Token:
    """The one token that holds the name."""
    (found,) = [token for token in heard(text).tokens if name in token]
    return found


@each(
    ("address", "key"),
    [
        ("delete.my-data@unsubscribe.example", "@"),
        ("o'neil+erase.me@privacy.complaint.example", "@"),
        ("https://shop.example/delete-my-account?stop=sale&data=1", "://"),
        ("www.erase-me.example/complaint", "://"),
    ],
)
def test_an_address_is_one_word(address: str, key: str) -> None:
    message = heard(f"Our office is open from nine to five ({address}), bring a pen.")
    assert [row for row in message.tokens if key in row] == [(key,)]
    features = message.whole
    assert key in features
    assert not {name for name in features if "erase" in name or "delete" in name.lower() or "complain" in name}
    assert not any(h.evidence for h in message.heard)


def test_what_stands_behind_an_address_is_no_part_of_it() -> None:
    (sentence,) = heard("See www.firm.example, or write to (ana@mail.example), please").heard
    assert [word.key for word in sentence.clause.words] == [
        *("see", "://", ",", "or", "write", "to", "(", "@", ")", ",", "please")
    ]  # fmt: skip


def test_a_sign_that_makes_no_address_leaves_the_words() -> None:
    (sentence,) = heard("ping @robin or root@localhost").heard
    assert [word.key for word in sentence.clause.words] == ["ping", "robin", "or", "root", "localhost"]


def test_capitals_within_a_sentence_are_told() -> None:
    assert "^" in token("please drop Sasha from the list", "w:sasha")
    assert "^^" in token("please drop it NOW", "w:now")
    assert not {"^", "^^"} & {*token("Please drop it", "w:please")}


def test_quotation_marks_are_told() -> None:
    said = "She said \N{LEFT DOUBLE QUOTATION MARK}remove me\N{RIGHT DOUBLE QUOTATION MARK} and left"
    assert '<"' in token(said, "w:remove")
    assert '>"' in token(said, "w:and")


def test_a_question_is_told_from_a_statement() -> None:
    assert "q:?" in heard("can you see this?").tokens[0]
    assert "q:?" in heard("can you see this?").whole
    assert "q:?" not in heard("you can see this.").tokens[0]


def test_paragraphs_and_items_of_a_list_are_told() -> None:
    first, second, third = (row for row in heard("Two things.\n\nThe bill is due.\n- a new key").tokens if "<s>" in row)
    assert not {"p:", "l:"} & {*first}
    assert "p:" in second
    assert {"l:", "<-"} <= {*third}

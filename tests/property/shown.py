"""Cards and forms of any kind, with whatever users may have written into them: hostile, odd, and very long."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.conversation.card import (
    Actions,
    Block,
    Bold,
    Button,
    Card,
    Facts,
    Inline,
    Link,
    Mention,
    Moment,
    Quote,
    Table,
    Text,
)
from bot.conversation.form import Choice, ChoiceField, DateField, Form, FormField, TextField

NOON = datetime(2026, 3, 9, 11, 0, tzinfo=UTC)

# what platforms read as something else in other places, mixed with anything else
odd = st.sampled_from(
    [
        "<!channel> <!here> @channel",
        "<@U0123ABCD> <#C0123> <!subteam^S1>",
        "*bold* _italic_ ~gone~ `code` > quote",
        "<https://evil.example|click>",
        "https://evil.example/?a=1&b=2",
        ":smile: :tada:",
        "&amp; &lt;b&gt; &",
        "<at>Priya Nair</at> <at>all</at>",
        "{{DATE(2026-03-09T11:00:00Z, SHORT)}} {{{{TIME(2026-03-09T11:00:00Z)}}}}",
        "**bold** __b__ [click](https://evil.example) # head\n- item\n1. one",
        "\u202eright to left \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
        "\x00\x07\x1b[31m\r\n\x85",
        "👩‍👩‍👧‍👦 🏳️‍🌈",
        "",
        " ",
        "\n\n",
        "\u200b",
    ]
)
short = odd | st.text(max_size=60)
long = st.tuples(short, st.integers(1, 100_000)).map(lambda pair: ((pair[0] or "x ") * pair[1])[: pair[1]])
theirs = short | long  # what a user may have written
mentions = st.builds(
    Mention,
    user=st.sampled_from(["slack:T1:U0123ABCD", "workspace:local:priya", "slack:T1:x", "teams:11:22", "teams:1:29:x"]),
    name=short,
)
links = st.builds(
    Link, text=theirs, url=st.sampled_from(["https://a.example/" + "x" * 2900, "javascript:1", "//x"]) | theirs
)


def lines(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Inline, ...]]:
    part = words | words.map(lambda text: Bold(text=text)) | links | mentions | st.just(Moment(at=NOON))
    return st.lists(part, min_size=1, max_size=3).map(tuple)


buttons = st.builds(
    Button,
    label=st.text(min_size=1, max_size=75) | st.just(" "),
    payload=st.text(max_size=2000),
    opens_form=st.booleans(),
    style=st.sampled_from(["plain", "primary", "danger"]),
)
wordy: st.SearchStrategy[Block] = st.builds(Text, parts=lines(short), small=st.booleans()) | st.builds(
    Quote, text=theirs, source=theirs
)
blocks: st.SearchStrategy[Block] = st.one_of(
    wordy,
    st.lists(st.tuples(st.text(max_size=40), lines(theirs)), max_size=4).map(lambda pairs: Facts(pairs=tuple(pairs))),
    st.lists(lines(theirs).map(lambda line: (line, line, ("–",))), max_size=4).map(
        lambda rows: Table(head=("One", "", "Three"), rows=tuple(rows))
    ),
    st.lists(buttons, min_size=1, max_size=5).map(lambda some: Actions(buttons=tuple(some))),
)
tones = st.sampled_from(["neutral", "good", "warning", "urgent"])
titles = st.text(max_size=150) | odd
cards = st.builds(Card, title=titles, blocks=st.lists(blocks, max_size=6).map(tuple), tone=tones)
crowded = st.builds(
    lambda title, some, tone: Card(title=title, blocks=tuple((some * 45)[:45]), tone=tone),
    titles,
    st.lists(wordy, min_size=1, max_size=4),
    tones,
)

# more rows, more facts, and longer lines than any platform shows
piled: st.SearchStrategy[Block] = st.one_of(
    st.tuples(lines(theirs), st.integers(1, 400)).map(lambda pair: Table(head=("One",), rows=((pair[0],),) * pair[1])),
    st.tuples(lines(theirs), st.integers(1, 400)).map(lambda pair: Facts(pairs=(("Label", pair[0]),) * pair[1])),
    st.tuples(lines(short), st.integers(1, 20)).map(lambda pair: Text(parts=pair[0] * pair[1])),
)
heaped = st.builds(
    lambda title, some, row, tone: Card(title=title, blocks=(*some, row), tone=tone),
    titles,
    st.lists(piled, min_size=1, max_size=3),
    st.lists(buttons, min_size=1, max_size=2).map(lambda some: Actions(buttons=tuple(some))),
    tones,
)

labels = st.text(max_size=150)
choices = st.lists(
    st.builds(Choice, value=st.text(min_size=1, max_size=150), label=st.text(min_size=1, max_size=75)),
    min_size=1,
    max_size=30,
    unique_by=lambda choice: choice.value,
)
chosen = choices.flatmap(
    lambda some: st.builds(
        ChoiceField,
        name=st.just("x"),
        label=labels,
        hint=labels,
        choices=st.just(tuple(some)),
        several=st.booleans(),
        required=st.booleans(),
        value=st.lists(st.sampled_from([choice.value for choice in some] + ["gone"]), max_size=4).map(tuple),
    )
)
fields: st.SearchStrategy[FormField] = st.one_of(
    chosen,
    st.builds(
        TextField,
        name=st.just("x"),
        label=labels,
        hint=labels,
        value=theirs,
        long=st.booleans(),
        max_length=st.integers(1, 3000),
    ),
    st.builds(DateField, name=st.just("x"), label=labels, value=st.none() | st.dates()),
)


def form_of(title: str, payload: str, intro: list[Block], some: list[FormField], names: list[str]) -> Form:
    named = tuple(field.model_copy(update={"name": name}) for field, name in zip(some, names, strict=False))
    return Form(title=title, payload=payload, intro=tuple(intro), fields=named, submit="Save")


names = st.lists(
    st.sampled_from(["b0", "b1"]) | st.text(min_size=1, max_size=20).filter(str.strip), unique=True, max_size=5
)
forms = st.builds(
    form_of,
    st.text(min_size=1, max_size=24),
    st.text(max_size=2800),
    st.lists(blocks, max_size=5),
    st.lists(fields, max_size=5),
    names,
)

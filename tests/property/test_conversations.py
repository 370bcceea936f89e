"""Whatever somebody types or presses, in whatever order: no turn fails, and the conversation can be kept."""

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.card import Button
from bot.conversation.turn import Speaker
from tests.cases import a_case
from tests.conftest import examples
from tests.people import EVA, PRIYA, SAM
from tests.transcripts.talk import OnRecord, Talk, prefilled

_WORDS = st.sampled_from(
    (
        *("yes", "no", "ok", "undo", "cancel", "help", "why?", "hold on", "start over", "I don't know", "both", "all"),
        *("the first", "none of them", "thanks", "that was wrong", "a minor", "her mother", "stop", "home", "mine"),
        *("ana@x.example", "Ana Diaz", "no wait, it's bo@y.example", "and Bo Berg, too", "change the name to Mara"),
        *(
            "Leeds",
            "DE",
            "lives in CA",
            "yesterday",
            "Monday or Tuesday",
            "received on 3 March",
            "24/11",
            "in two weeks",
        ),
        *(
            "4411",
            "esc 4411",
            "any news on 4411?",
            "4411 deletion, 4412 copy, both from Monday",
            "4413 too",
            "close it",
        ),
        *(
            "she also wants a copy",
            "only the newsletter",
            "delete everything except the invoices",
            "she changed her mind",
        ),
        *("take 42", "search ana", "who has ZD-4411?", "DSR-2026-0042", "there is one more: klant 4414 wil eruit"),
        *("wis alles van ana@x.example", "Kunde will Auskunft", "ana@x.example deletion; bea@y.example a copy"),
        "Please delete everything about me. Ana Diaz, ana@x.example, Leeds",
        "FYI\n\nFrom: Ana Diaz <ana@x.example>\nSent: 3 March 2026 10:00\nSubject: my data\n\nSend me a copy of it.",
        "From: Bo <bo@y.example>\nSent: 4 March 2026 9:00\n\nStop selling my details. My card is 4111 1111 1111 1111.",
    )
)
_ACTS = st.one_of(
    st.tuples(st.just("say"), _WORDS),
    st.tuples(st.just("press"), st.integers(0, 9)),
    st.tuples(st.just("press again"), st.integers(0, 99)),
    st.tuples(st.just("submit"), st.one_of(st.none(), _WORDS)),
)


def _plays(talk: Talk, what: str, how: str | int | None, seen: list[Button]) -> None:
    now = [button for card in talk.said for button in card.buttons() if button.payload]
    seen += now
    buttons = now if what == "press" else seen
    if what == "submit" and talk.form is not None:
        texts = [field for field, value in prefilled(talk.form).items() if isinstance(value, str)]
        talk.submits(**{field.replace(".", "__"): str(how) for field in texts[:1] if how is not None})
    elif isinstance(how, int) and buttons:
        talk.presses_again(buttons[how % len(buttons)])
    elif isinstance(how, str):
        talk.says(how)


@examples(60)
@given(st.sampled_from((EVA, SAM, PRIYA)), st.booleans(), st.lists(_ACTS, min_size=3, max_size=14))
def test_no_turn_fails(speaker: Speaker, on_record: bool, acts: list[tuple[str, str | int | None]]) -> None:
    talk = Talk(speaker, records=OnRecord([a_case(reporter=speaker.id, ticket="ZD-4411")] if on_record else ()))
    seen: list[Button] = []
    for what, how in acts:
        _plays(talk, what, how, seen)
        talk.is_stored()

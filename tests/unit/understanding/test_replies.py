"""Short replies: a change of mind, words of control, yes and no; and numbers that are never kept."""

from bot.understanding.numbers.linked import linked
from bot.understanding.replies.corrections import Control, control_word, correction, yes_or_no
from bot.understanding.replies.right_number import Instead, number_instead
from bot.understanding.replies.whole_days import with_whole_days
from bot.understanding.sensitive.masks import mask
from tests.lines import each


@each(
    ("text", "value"),
    [
        ("no wait, it's ana.diaz@x.example", "ana.diaz@x.example"),
        ("nee wacht, het is ana.diaz@x.example", "ana.diaz@x.example"),
        ("Actually, make that 12 March 2025", "12 March 2025"),
        ("I meant Ana Diaz", "Ana Diaz"),
        ("sorry, verkeerd: piet@x.example", "piet@x.example"),
        ("No, it's ana@x.example.", "ana@x.example"),
        ("it's ana.diaz@x.example, not ana@x.example", "ana.diaz@x.example"),
    ],
)
def test_a_correction_gives_the_new_words(text: str, value: str) -> None:
    found = correction(text)
    assert found is not None
    assert found.value == value
    assert text[found.start : found.end] == value


@each("text", ["please delete my data", "sorry to bother you", "sorry", "no", "yes, it's about me"])
def test_what_is_no_correction(text: str) -> None:
    assert correction(text) is None


@each(
    ("text", "control"),
    [
        ("cancel", Control.CANCEL),
        ("cancle", Control.CANCEL),
        ("Laat maar", Control.CANCEL),
        ("stop maar", Control.CANCEL),
        ("help!", Control.HELP),
        ("terug", Control.BACK),
        ("ongedaan maken", Control.UNDO),
        ("undo please", Control.UNDO),
        ("status?", Control.STATUS),
        ("help me delete my data", None),
        ("cancel my newsletter subscription", None),
        ("pack", None),
        ("Abbrechen", Control.CANCEL),
        ("vergiss es", Control.CANCEL),
        ("anuluj", Control.CANCEL),
        ("lascia perdere", Control.CANCEL),
        ("Hilfe!", Control.HELP),
        ("pomocy", Control.HELP),
        ("Zurück", Control.BACK),
        ("rückgängig", Control.UNDO),
        ("deshacer", Control.UNDO),
        ("mes dossiers", Control.STATUS),
        ("annuler mon abonnement", None),
        ("ayuda con mis datos", None),
    ],
)
def test_words_of_control_are_whole_messages(text: str, control: Control | None) -> None:
    assert control_word(text) is control


@each(
    ("text", "answer"),
    [
        ("yes", True),
        ("Ja hoor!", True),
        ("klopt", True),
        ("ja dat is zo", True),
        ("no", False),
        ("nee, dat ben ik niet", False),
        ("dat klopt niet", False),
        ("yes but not that one", None),
        ("no wait, it's ana@x.example", None),
        ("perhaps", None),
    ],
)
def test_yes_and_no(text: str, answer: bool | None) -> None:
    assert yes_or_no(text) is answer


@each(
    ("text", "masked", "kind"),
    [
        ("Card 4111 1111 1111 1111.", "Card [card number: not kept].", "card number"),
        ("IBAN NL91 ABNA 0417 1643 00", "IBAN [bank account number: not kept]", "bank account number"),
        (
            "My IBAN is NL91ABNA0417164300 and I want it deleted",
            "My IBAN is [bank account number: not kept] and I want it deleted",
            "bank account number",
        ),
        ("Pay NL91 ABNA 0417 1643 00 to me", "Pay [bank account number: not kept] to me", "bank account number"),
        ("DE89370400440532013000 bitte", "[bank account number: not kept] bitte", "bank account number"),
        ("mijn bsn is 111222333", "mijn bsn is [citizen number: not kept]", "citizen number"),
        ("SSN 123-45-6789", "SSN [social security number: not kept]", "social security number"),
        ("PESEL 44051401359", "PESEL [citizen number: not kept]", "citizen number"),
        ("password: hunter2", "password: [password: not kept]", "password"),
        ("wachtwoord: Geheim1", "wachtwoord: [password: not kept]", "password"),
    ],
)
def test_sensitive_values_are_masked(text: str, masked: str, kind: str) -> None:
    assert mask(text) == (masked, (kind,))


@each(
    "text",
    [
        "call +31 6 12345678 or 020 555 0123",
        "ticket 771204, order 4111111111111112",
        "customer 111222333",
        "DSR-2026-0042",
        "I forgot my password, is that a problem?",
        "12 March 2025, 10:15",
        "am44 please call me back",
        "am44 please call me back, ref 123456",
        "order \u212aR12 3456 7890 1234",  # letters and digits that only look like those of such a number
        "RSSMRA\u0668\u0665T10A562S",
    ],
)
def test_ordinary_numbers_survive(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("link", "ticket"),
    [
        ("(https://n.atlassian.example/servicedesk/customer/portal/3/SUP-771?x=1).", ["SUP-771"]),
        ("https://support.n.example/hc/articles/360012345, https://github.example/o/r/issues/123", []),
    ],
)
def test_links_lead_to_tickets(link: str, ticket: list[str]) -> None:
    assert [one.number for one in linked(link)] == ticket


@each(
    ("words", "instead"),
    [
        ("o número certo é 53404", Instead("53404")),
        ("shit, 51510 is the refund one. correct is 51501", Instead("51501", "51510")),
        ("53404 -> 53405", Instead("53405", "53404")),
        ("oh sorry 5503 not 5502", Instead("5503", "5502")),
        ("oh warte, ist 3345", Instead("3345")),
        ("4711 deletion, sorry 4721", None),
        ("update 4711", None),
    ],
)
def test_a_number_is_set_right(words: str, instead: Instead | None) -> None:
    assert number_instead(words) == instead


def test_a_weekday_is_short_beside_a_word_for_what_came_in() -> None:
    assert with_whole_days("kam Do") == "kam Thursday"
    assert with_whole_days("Mon client, wed in 2020, wrote me") == "Mon client, wed in 2020, wrote me"

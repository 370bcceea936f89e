"""A letter as a file says what the letter says, in every program that can read mails or pages, and nothing else."""

from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from bot.law.book import law_book
from bot.letters import LANGUAGES, Letter, LetterKind
from bot.letters.file import draft, page
from bot.letters.sample import sample
from bot.policy import load_policy
from bot.settings import EXAMPLE_POLICY
from tests.letters import drafted
from tests.lines import each

HEADERS = {
    *("Content-Type", "MIME-Version", "Content-Transfer-Encoding"),
    *("X-Unsent", "To", "Subject", "Content-Language"),
}
LONGEST_LINE = 998  # bytes, by RFC 5322
TYPED = st.text(st.characters(exclude_categories=["Cs"]))


def a_letter(subject: str = "Your data", body: str = "Dear Ana,\n\nthanks.") -> Letter:
    return Letter(LetterKind.RECEIPT, "en", "", subject, body)


@each("language", LANGUAGES)
def test_every_letter_is_read_back_as_it_was_written(language: str) -> None:
    policy, book = load_policy(EXAMPLE_POLICY), law_book()
    strange = set[str]()
    for kind in LetterKind:
        letter = sample(kind, "eu_gdpr", language, policy, book)
        file = draft(letter, "ana@x.example", "DSR-2026-0042")
        mail, body = drafted(file.content.encode())
        assert (mail["Subject"], body) == (letter.subject, letter.body)
        assert (mail["To"], mail["X-Unsent"], mail["Content-Language"]) == ("ana@x.example", "1", language)
        printed = LexborHTMLParser(page(letter, "DSR-2026-0042").content)
        assert "\n\n".join(one.text() for one in printed.css("p")) == letter.body
        assert [one.text() for one in printed.css("title, h1")] == [letter.subject] * 2
        strange |= {char for char in body if ord(char) > 127}
    assert strange & set("äöüßéèêñóïë") or language == "en", "no letter with an umlaut or an accent was looked at"


@given(subject=TYPED, body=TYPED, to=st.one_of(TYPED, st.emails()))
@example("Hi\r\nBcc: eve@evil.example", "x", "ana@x.example\r\nBcc: eve@evil.example")
@example("=?utf-8?q?Hi=0D=0ABcc:_eve@evil.example?=", "=?utf-8?q?a?=", "ana@x.example, eve@evil.example")
@example("=?utf-8?b?SGk=?= x", "From me\n.\n=20\n", "Ana <ana@x.example>")
@example("ü" * 900, "ö" * 20_000, "jürgen@x.example")
@example("x" * 2_000, "x" * 20_000 + "\r\n\r\n\r" + "y z" * 9_000, f"{'a' * 240}@x.example")
def test_nothing_that_is_written_becomes_a_header_or_is_lost(subject: str, body: str, to: str) -> None:
    content = draft(a_letter(subject, body), to, "DSR-2026-0042").content.encode()
    mail, text = drafted(content)
    assert set(mail.keys()) <= HEADERS and len(mail.keys()) == len(set(mail.keys()))
    assert mail["To"] is None or [one.addr_spec for one in mail["To"].addresses] == [to]
    assert text == body.replace("\r\n", "\n").replace("\r", "\n")
    assert all(len(line) <= LONGEST_LINE for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


@each(
    "subject",
    [
        "=?utf-8?q?=41?=",
        "Löschung, „bestätigt“ (DSR-2026-0042)",
        "Réponse: 100 % <ok>; a=b",
        "x" * 300,
        "é ü " * 80 + ".",
    ],
)
def test_a_subject_comes_back_as_it_was(subject: str) -> None:
    mail, _text = drafted(draft(a_letter(subject), "ana@x.example", "DSR-2026-0042").content.encode())
    assert mail["Subject"] == subject


@given(subject=TYPED, body=TYPED)
@example("</title><script>alert(1)</script>", '<img src=x onerror="alert(1)">&amp;')
def test_nothing_that_is_written_becomes_markup(subject: str, body: str) -> None:
    printed = LexborHTMLParser(page(a_letter(subject, body), "DSR-2026-0042").content)
    assert {node.tag for node in printed.css("*")} == {"html", "head", "meta", "title", "style", "body", "h1", "p"}


@each("reference", ["DSR-2026-0042", 'DSR-"2026\r\n;-0042', "../DSR-2026-00/42"])
def test_a_file_is_named_after_the_case_alone(reference: str) -> None:
    assert draft(a_letter(), "", reference).name == "letter-DSR-2026-0042.eml"
    assert page(a_letter(), reference).name == "letter-DSR-2026-0042.html"

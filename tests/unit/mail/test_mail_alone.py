"""A single quoted line: in a mail it is a quote like any other; in a chat it may be the chat's own mark."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_text
from bot.understanding.read import understand
from bot.understanding.reading import MailReading, Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
HEAD = "From: Ana Diaz <ana@citrine.example>\nTo: desk@shop.example\nSubject: Re: your order\n"
BLOCK = "From: Ana Diaz <ana@citrine.example>\nSent: 6 October 2025 14:05\nTo: Desk\nSubject: Re: order\n\n"
ANSWER, QUESTION = "Nothing more is needed, the parcel came.", "Erase my whole profile, please."


def _eml(words: str, kind: str = "plain") -> MailReading:
    return read_eml(f"{HEAD}Content-Type: text/{kind}; charset=utf-8\n\n{words}\n".encode(), zone=UTC)


@each("gap", ["\n", "\n\n"])
@each("mark", ["> ", ">", ">> "])
def test_one_quoted_line_of_a_mail_is_no_word_of_its_writer(gap: str, mark: str) -> None:
    for mail in (
        _eml(f"{ANSWER}{gap}{mark}{QUESTION}"),
        read_text(f"{BLOCK}{ANSWER}{gap}{mark}{QUESTION}", zone=UTC),
    ):
        assert new_words(mail) == ANSWER
        assert mail.parts(Zone.QUOTED).strip("> ") == QUESTION
        reading = understand(mail)
        assert reading.unsure or not reading.rights


def test_who_is_content_asks_for_nothing_that_is_quoted() -> None:
    assert understand(_eml(f"Thanks, it is all sorted.\n\n> {QUESTION}")).rights == ()


@each("quote", ["blockquote", 'blockquote class="gmail_quote"', 'blockquote type="cite"'])
def test_one_quoted_line_of_html(quote: str) -> None:
    page = f"<div>{ANSWER}</div><div><{quote}>{QUESTION}</blockquote></div>"
    assert new_words(_eml(page, "html")) == ANSWER
    own = f"<html><body><p>Please send me my data.</p><{quote}>{QUESTION}</blockquote></body></html>"
    assert new_words(read_text(own, zone=UTC)) == "Please send me my data."


BETWEEN = "> Do you want your photos gone?\nNo, keep the photos.\n> And a copy of them?\nYes, a copy."


@each("above", ["", "See my answers.\n\n", "On 3 March 2026 Desk <desk@shop.example> wrote:\n"])
def test_answers_between_single_questions(above: str) -> None:
    answers = ["No, keep the photos.", "Yes, a copy."]
    own = ["See my answers.", *answers] if above.startswith("See") else answers
    assert new_words(_eml(above + BETWEEN)).split("\n") == own
    if above.startswith("On"):
        assert new_words(read_text(above + BETWEEN, zone=UTC)).split("\n") == answers


def test_who_marks_their_own_wish_in_a_mail_is_asked() -> None:
    for words in ("Hello,\n> delete my account\nThanks", "Hello,\n\n> Please delete my account."):
        reading = understand(_eml(words))
        assert reading.unsure or reading.rights


def test_a_quote_that_is_all_of_a_mail_counts() -> None:
    assert new_words(_eml(f"> {QUESTION}")) == QUESTION


@each("words", [f"Somebody asks:\n> {QUESTION}", f"> {QUESTION}", f"See\n\n> {QUESTION}\n\nBo"])
def test_one_marked_line_in_a_chat_counts(words: str) -> None:
    assert QUESTION in new_words(read_text(words, zone=UTC))


@each("prefix", ["Fwd", "WG", "RV"])
def test_one_quoted_line_below_a_note_counts_where_the_mail_says_that_it_forwards(prefix: str) -> None:
    mail = read_text(BLOCK.replace("Re", prefix) + f"She is no member of ours.\n\n> {QUESTION}\n", zone=UTC)
    assert new_words(mail) == QUESTION


def test_a_line_that_a_mailbox_marked_is_its_writers() -> None:
    words = "Hello,\n\n>From now on I want no more mails, delete my account."
    assert new_words(_eml(words)) == words

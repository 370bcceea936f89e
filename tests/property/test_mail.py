"""Whatever is handed over, mail reading answers, and its spans point into its text."""

from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.mail import MailError, html_to_text, new_words, read_eml, read_text
from bot.understanding.reading import MailReading
from tests.conftest import examples

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PIECES = [
    "From: Ana <ana@example.org>",
    "Van: Bram [mailto:bram@example.org]",
    "Verzonden: maandag 3 maart 2025 09:12",
    "Date: 31/02/2025 25:61",
    "Subject: Fwd: delete",
    "Onderwerp: RE: inzage",
    "To: shop@shop.example,",
    "---------- Forwarded message ---------",
    "Begin doorgestuurd bericht:",
    "On Mon, Mar 3, 2025 at 9:12 AM Ana <",
    "ana@example.org> wrote:",
    "Op 3 mrt 2025 schreef Ana:",
    "________________",
    "-- ",
    "Kind regards,",
    "Sent from my iPhone",
    "FYI ---- Forwarded message ---- From: Ana <ana@example.org> Date: 3 March 2025 Subject: x To: <b@c.d> Hello",
    "Message du 03/03/25 09:12",
    "-------- End of forwarded message --------",
    "03.03.2025, 09:12, Ana (ana@example.org):",
    "From:",
    "Thanks,",
    "Please delete my data.",
    "",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=x",
    "Content-Type: message/rfc822",
    "Content-Type: message/global",
    "Content-Type: text/plain; charset=undefined",
    "Content-Disposition: inline; filename=a.txt",
    "From: =?utf-8?q?b=40c=2Ed?= <ana@example.org>",
    "I want a copy of my data.",
    "Date: Thu, 03/05/2026 10:24",
    "On 3 March at 10:24, Ana wrote:",
    "Ana",
    "Content-Type: multipart/alternative; boundary=x",
    "Content-Type: text/plain; format=flowed; name=a.eml",
    "Content-Transfer-Encoding: base64",
    "<html><table><tr><td>From:",
    "--x",
]
LINES = st.builds(lambda marks, words: marks + words, st.sampled_from(["", "> ", "> > "]), st.sampled_from(PIECES))
MAILS = st.lists(LINES | st.text(max_size=40), max_size=25).map("\n".join)
QUICK = examples(150)


def is_sound(mail: MailReading) -> None:
    ends = [0]
    for span in mail.zones:
        assert ends[-1] <= span.start < span.end <= len(mail.text)
        ends.append(span.end)
    for fact in (mail.sender, mail.sent):
        assert fact is None or mail.text[fact.span[0] : fact.span[1]] == fact.quote != ""
    assert mail.sent is None or mail.sent.value.tzinfo is not None
    assert "\r" not in mail.text


@QUICK
@given(MAILS | st.text())
def test_any_text_is_read(text: str) -> None:
    is_sound(read_text(text, zone=AMSTERDAM))


@QUICK
@given(MAILS.map(lambda text: text.encode("utf-8", "replace")) | st.binary())
def test_any_file_is_read_or_refused(raw: bytes) -> None:
    try:
        mail = read_eml(raw, zone=AMSTERDAM)
    except MailError as refusal:
        assert str(refusal).endswith(".")
    else:
        is_sound(mail)


@QUICK
@given(st.text(alphabet="abcdefghij klmno\n", min_size=1))
def test_words_without_any_mail_marks_are_all_kept(text: str) -> None:
    mail = read_text(text, zone=AMSTERDAM)
    assert mail.text.split() == text.split()


@QUICK
@given(MAILS)
def test_nothing_that_was_pasted_disappears(text: str) -> None:
    kept = read_text(text.replace("MIME-Version", "Mime"), zone=AMSTERDAM).text
    assert "Please delete my data." not in text or "Please delete my data." in kept


@QUICK
@given(
    st.text()
    | st.lists(st.sampled_from(["<p>", "</div>", "<blockquote>", "a", "<a href='mailto:x@y.z'>", "<td>"])).map("".join)
)
def test_any_html_gives_text(html: str) -> None:
    is_sound(read_text(html_to_text(html), zone=AMSTERDAM))
    assert isinstance(new_words(read_text("<html>" + html, zone=AMSTERDAM)), str)

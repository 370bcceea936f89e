"""Mails that are signed within their text."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_text
from bot.understanding.read import understand
from bot.understanding.reading import Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
WORDS = "Please send me all that you know about me."
CODE = "iQIzBAEBCAAdFiEEabcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKL"
BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n"
SIGNATURES = [
    f"-----BEGIN PGP SIGNATURE-----\n\n{CODE}\n=Ab1+\n-----END PGP SIGNATURE-----",
    f"-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\nComment: Using GnuPG\n\n{CODE}\n{CODE}==\n=Ab1+\n"
    "-----END PGP SIGNATURE-----",
    f"-----BEGIN PGP SIGNATURE-----\n{CODE}",
]
HEAD = "From: Ana Diaz <ana@x.example>\nSent: 30 November 2022 09:05\nTo: Desk\nSubject: Hi\n\n"


@each("signature", SIGNATURES)
@each("head", ["", HEAD, "fyi\n\n" + HEAD])
def test_the_words_of_a_signed_text_are_read(signature: str, head: str) -> None:
    mail = read_text(f"{head}{BEGIN}{WORDS}\n\nRegards\nAna Diaz\n{signature}", zone=UTC)
    assert new_words(mail) == WORDS
    assert mail.parts(Zone.SIGNATURE) == "Regards\nAna Diaz"
    assert CODE in mail.parts(Zone.DISCLAIMER)
    name = understand(mail).name
    assert name is not None
    assert name.value == "Ana Diaz"


def test_dashes_of_a_signed_text_are_as_they_were_written() -> None:
    mail = read_text(f"{BEGIN}{WORDS}\n\n- -- \nAna\n{SIGNATURES[0]}", zone=UTC)
    assert (new_words(mail), mail.parts(Zone.SIGNATURE)) == (WORDS, "-- \nAna")
    forward = f"{BEGIN}fyi\n\n- ---- Forwarded message ----\n{HEAD}{WORDS}\n{SIGNATURES[0]}"
    assert new_words(read_text(forward, zone=UTC)) == WORDS
    assert new_words(read_text("- - a copy\n- - an erasure", zone=UTC)) == "- - a copy\n- - an erasure"


def test_words_behind_a_key_or_a_signature_are_read() -> None:
    key = f"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n{CODE}\n{CODE}\n=Ab1+\n-----END PGP PUBLIC KEY BLOCK-----"
    assert new_words(read_text(f"{key}\n{WORDS}", zone=UTC)) == WORDS
    for signature in SIGNATURES:
        assert new_words(read_text(f"Hi\n{signature}\n\n{WORDS}", zone=UTC)).split("\n") == ["Hi", WORDS]


def test_lines_that_are_drawn_around_a_forwarded_mail_are_no_words_of_it() -> None:
    drawn = "===8<=============={} of original message text==============="
    mail = read_text(f"{HEAD}{drawn.format('Begin')}\n{WORDS}\n{drawn.format('End')}", zone=UTC)
    assert new_words(mail) == WORDS


def test_what_is_encrypted_is_not_taken_away() -> None:
    text = f"-----BEGIN PGP MESSAGE-----\n\n{CODE}\n-----END PGP MESSAGE-----"
    assert CODE in new_words(read_text(text, zone=UTC))


@each("unit", ["-----BEGIN PGP SIGNATURE-----\n", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: x\n"])
def test_marks_without_end_are_read_in_time(unit: str) -> None:
    assert read_text(unit * 5_000 + WORDS, zone=UTC).text

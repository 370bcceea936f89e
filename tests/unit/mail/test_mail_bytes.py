"""Mails as programs send them against the rules: damaged bytes, labels, encodings, headers."""

import base64
from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_eml, read_text
from tests.lines import each

UTC = ZoneInfo("UTC")
ASK = "Please delete my account."
HEAD = (
    b"Message-ID: <1@citrine.example>\nFrom: Ana Diaz <ana@citrine.example>\nDate: Mon, 6 Oct 2025 14:05:00 +0200\n"
    b"Subject: Hello\n"
)


def _text(head: str, body: bytes) -> str:
    return new_words(read_eml(HEAD + head.encode() + b"\n\n" + body, zone=UTC))


@each("label", ["; charset=utf-8", ""])
def test_a_damaged_byte_does_not_garble_the_letters_around_it(label: str) -> None:
    body = "Proszę usunąć moje dane ".encode() + b"\xff" + " z Łodzi".encode()
    assert _text(f"Content-Type: text/plain{label}", body) == "Proszę usunąć moje dane ÿ z Łodzi"


def test_a_mail_that_is_cut_within_a_letter() -> None:
    assert _text("Content-Type: text/plain; charset=utf-8", "Löschen Sie alles, bittä".encode()[:-1])[:7] == "Löschen"


def test_a_western_text_under_the_label_of_utf_8() -> None:
    assert (
        _text("Content-Type: text/plain; charset=utf-8", "Löschen Sie ßofort".encode("cp1252")) == "Löschen Sie ßofort"
    )


@each("label", ["", "; charset=utf-8", "; charset=iso-8859-1"])
@each("words", ["Der Fuß… Müller", "QUALITÉ\xa0: clé", "Herr Müller. „Spaß“"])
def test_two_western_letters_that_look_like_one_of_utf_8(words: str, label: str) -> None:
    assert _text(f"Content-Type: text/plain{label}", words.encode("cp1252")) == words.replace("\xa0", " ")


@each("label", ["iso-8859-2", "koi8-r", "windows-1250"])
def test_damaged_utf_8_under_another_label(label: str) -> None:
    body = "Proszę usunąć moje dane ".encode() + b"\xff" + " z Łodzi, dziękuję".encode()
    assert _text(f"Content-Type: text/plain; charset={label}", body) == "Proszę usunąć moje dane ÿ z Łodzi, dziękuję"


def test_a_sum_that_looks_like_a_packed_letter() -> None:
    assert _text("Content-Type: text/plain", b"code is X=D0=80 and key=41") == "code is X=D0=80 and key=41"


@each(
    "raw",
    [
        "To: the privacy team\nHello,\nplease delete my account.\nFrom: Ana Diaz\n\nThank you",
        "Subject: erasure\nHello,\nplease delete my account.\nDate: 6 October 2025\n\nAna",
        "Message-ID: <1@a.example>\nFrom: Ana <ana@a.example>\nSubject: Hi\nplease delete my account.\n"
        "To: be clear, delete it all.\n\nRegards",
    ],
)
def test_a_letter_that_looks_like_headers_is_no_header(raw: str) -> None:
    assert "please delete my account." in new_words(read_eml(raw.encode(), zone=UTC))


@each(
    ("label", "codec", "words"),
    [
        ("iso-8859-2", "cp1250", "Prosím „smažte“ můj účet, žádám"),
        ("windows-874", "cp874", "ลบข้อมูล"),
        ("windows-31j", "cp932", "削除してください"),
        ("x-windows-949", "cp949", "삭제해 주세요"),
        ("x-mac-ce", "mac_latin2", "Proszę usunąć"),
        ("ibm-1252", "cp1252", "Löschen"),
        ("cp-850", "cp850", "Löschen"),
    ],
)
def test_labels_of_windows_and_of_old_programs(label: str, codec: str, words: str) -> None:
    assert _text(f"Content-Type: text/plain; charset={label}", words.encode(codec)) == words


WITHOUT_A_LABEL = [
    ("cp1251", "Прошу удалить мои персональные данные."),
    ("koi8-r", "Прошу удалить мои персональные данные."),
    ("cp1253", "Παρακαλώ διαγράψτε τα δεδομένα μου."),
    ("cp1255", "נא למחוק את הנתונים שלי. תודה רבה."),
    ("cp1256", "أرجو حذف جميع بياناتي الشخصية."),
    ("cp874", "กรุณาลบข้อมูลของฉัน"),
    ("cp932", "私の個人データを削除してください。"),
    ("euc_jp", "私の個人データを削除してください。"),
    ("iso2022_jp", "私の個人データを削除してください。"),
    ("gb18030", "请删除我的所有个人数据，谢谢。"),
    ("big5", "請刪除我的所有個人資料，謝謝。"),
    ("euc_kr", "제 개인정보를 모두 삭제해 주세요."),
    ("cp1250", "Proszę usunąć moje dane, żegnam."),
    ("iso-8859-2", "Prosím, smažte všechny mé údaje, děkuji."),
    ("cp1252", "Bitte löschen Sie alles über mich, außer der Rechnung."),
    ("cp1252", "Merci d'effacer mes données à l'été; j'étais à l'hôtel."),
]


@each("label", ["", "; charset=iso-8859-1", "; charset=utf-8"])
@each(("codec", "words"), WITHOUT_A_LABEL)
def test_bytes_without_a_label_or_with_one_that_nobody_looked_at(label: str, codec: str, words: str) -> None:
    if "8859" in label and codec == "iso-8859-2":
        return  # it may be what it says
    assert _text(f"Content-Type: text/plain{label}", words.encode(codec)) == words


def test_russian_under_the_label_of_the_other_charset() -> None:
    words = "Прошу удалить мои персональные данные."
    assert _text("Content-Type: text/plain; charset=windows-1251", words.encode("koi8-r")) == words
    assert _text("Content-Type: text/plain; charset=koi8-r", words.encode("cp1251")) == words


@each("words", ["Löschen Sie alles über mich – für 10 €.", "Удалите мои данные", "Usuńcie mnie"])
def test_what_was_put_into_utf_8_twice(words: str) -> None:
    twice = "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in words.encode()
    )
    assert _text("Content-Type: text/plain; charset=utf-8", f"{twice}\nÜber alles".encode()) == f"{words}\nÜber alles"


@each(("label", "words"), [("windows-1251", "Удалите мои данные"), ("iso-8859-2", "Usuńcie mnie")])
def test_the_charset_that_a_page_names_itself(label: str, words: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>{words}'
    assert _text("Content-Type: text/html", page.encode(label)) == words
    assert new_words(read_eml(page.encode(label), zone=UTC)) == words


@each("packing", ["Quoted-Printable (comment)", '"quoted-printable"', "7bit"])
def test_packings_that_are_named_oddly_or_not_at_all(packing: str) -> None:
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {packing}"
    assert _text(head, b"L=C3=B6schen Sie mein=\n Konto") == "Löschen Sie mein Konto"


@each("body", [f"Hello, {ASK}\n\nAna", f"Hello\n\n{ASK}", f"Dear\n\n{ASK}"])
def test_a_plain_text_that_is_called_base64(body: str) -> None:
    assert _text("Content-Transfer-Encoding: base64", body.encode()) == body


@each("footer", ["", "\n_____\nA list. Ask me, and leave.\n"])
def test_base64_is_unpacked_whatever_a_list_puts_behind(footer: str) -> None:
    packed = base64.encodebytes(ASK.encode()).decode()
    assert _text("Content-Transfer-Encoding: base64", (packed + footer).encode()).startswith(ASK)


def test_base64_is_unpacked_though_its_end_is_left_out() -> None:
    words = f"{ASK}!" if len(ASK) % 3 == 0 else ASK
    packed = base64.b64encode(words.encode()).decode().rstrip("=")
    assert len(packed) % 4
    footed = f"{packed}\n\nA list, ask me.\n"
    assert _text("Content-Transfer-Encoding: base64", footed.encode()).startswith(words)


def test_lines_that_are_joined_without_a_space() -> None:
    head = "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes"
    assert _text(head, "请删除我 \n的数据".encode()) == "请删除我的数据"


def test_enriched_text() -> None:
    assert _text("Content-Type: text/enriched", b"<bold>Please</bold> delete\nmy account") == "Please delete my account"


@each(
    "raw",
    [
        HEAD.replace(b"\n", b"\r\r\n") + b"\r\r\n" + ASK.encode(),
        HEAD.replace(b"Date:", b"This has no colon\nDate:") + b"\n" + ASK.encode(),
        HEAD.replace(b"Date:", b"Subject: Delete all that you have on me in\nyour systems\nDate:")
        + b"\n" + ASK.encode(),
        b"Received: from a by b with ESMTP id x; Mon, 6 Oct 2025 14:05:00 +0200\n" + HEAD.replace(b"Date", b"X")
        + b"\n" + ASK.encode(),
        b"Delivery-date: Mon, 6 Oct 2025 14:05:00 +0200\n" + HEAD.replace(b"Date", b"X") + b"\n" + ASK.encode(),
    ],
)  # fmt: skip
def test_headers_that_are_broken_or_missing(raw: bytes) -> None:
    mail = read_eml(raw, zone=UTC)
    assert mail.sent is not None
    assert mail.sent.value.isoformat() == "2025-10-06T14:05:00+02:00"
    assert new_words(mail) == ASK


@each(
    ("sender", "further"),
    [
        ("=?utf-8?B?Sm9zw?= =?utf-8?B?6kgR2FyY8OtYQ==?= <ana@citrine.example>", ""),
        ("José García <ana@citrine.example>", ""),
        ("Website <noreply@corp.example>", "Reply-To: José García <ana@citrine.example>\n"),
        ("José García via Privacy <privacy@corp.example>", "X-Original-From: José García <ana@citrine.example>\n"),
        (
            "José García via Privacy <privacy@corp.example>",
            "Reply-To: privacy@corp.example\nX-Original-Sender: ana@citrine.example\n",
        ),
    ],
)
def test_who_wrote_what_a_list_or_a_form_passes_on(sender: str, further: str) -> None:
    mail = read_eml(f"From: {sender}\n{further}Subject: Hello\n\n{ASK}".encode(), zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value.email == "ana@citrine.example"
    assert (mail.sender.value.name or "").startswith("Jos")


@each(
    ("sender", "email"),
    [
        ("Ana Diaz <ana.diaz=citrine.example@lists.corp.example>", "ana.diaz@citrine.example"),
        ("Ana Diaz <ref=ana.diaz@citrine.example>", "ref=ana.diaz@citrine.example"),
        ("bounce+abc=def.example@citrine.example", "bounce+abc=def.example@citrine.example"),
    ],
)
def test_an_address_that_a_list_rewrote_is_written_back(sender: str, email: str) -> None:
    mail = read_eml(f"From: {sender}\nSubject: Hello\n\n{ASK}".encode(), zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value.email == email


@each(
    ("headers", "name", "email"),
    [
        ("From: Ana Diaz <noreply@forms.example>\nReply-To: a.d@citrine.example", "Ana Diaz", "a.d@citrine.example"),
        ("From: Website <noreply@corp.example>\nReply-To: privacy@corp.example", "Website", "noreply@corp.example"),
        ("From: Jo <noreply-jo@citrine.example>\nReply-To: x@corp.example", "Jo", "noreply-jo@citrine.example"),
        ("From: nepasrepondre@corp.example\nReply-To: Ana <a.d@citrine.example>", "Ana", "a.d@citrine.example"),
        (
            "From: Corp <info@corp.example>\nTo: x@corp.example\nReply-To: Ana van Dyk <a.van.dyk@citrine.example>",
            "Ana van Dyk",
            "a.van.dyk@citrine.example",
        ),
        (
            "From: Ana Diaz <info@corp.example>\nTo: help@corp.example\nReply-To: ana@citrine.example",
            "Ana Diaz",
            "ana@citrine.example",
        ),
        ("From: Bo <bo@corp.example>\nTo: x@corp.example\nReply-To: help+8@desk.example", "Bo", "bo@corp.example"),
        ("From: Sam <sam@corp.example>\nTo: x@corp.example\nReply-To: sam@home.example", "Sam", "sam@corp.example"),
        (
            "From: 'Website' via Support <support@corp.example>\nReply-To: Ana <a.d@citrine.example>\n"
            "X-Original-From: Website <noreply@corp.example>",
            "Website",
            "a.d@citrine.example",
        ),
    ],
)
def test_whom_an_answer_reaches_and_what_they_are_called(headers: str, name: str, email: str) -> None:
    mail = read_eml(f"{headers}\nSubject: Hello\n\n{ASK}".encode(), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sender.value.email) == (name, email)


def test_a_form_whose_answers_go_nowhere() -> None:
    mail = read_eml(f"From: Web <no-reply@a.example>\nReply-To: noreply@b.example\n\n{ASK}".encode(), zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value.email == "no-reply@a.example"


@each("headers", ["From: Web <wordpress@a.example>", "From: b@a.example\nReply-To: ana@x.example"])
def test_what_a_form_sends_was_sent_when_it_was_written(headers: str) -> None:
    block = "From: Ana Diaz <ana@x.example>\nSubject: Data\n\n"
    mail = read_eml(f"{headers}\nDate: Mon, 6 Oct 2025 14:05 +0200\nSubject: Form\n\n{block}{ASK}".encode(), zone=UTC)
    assert mail.sent is not None
    assert mail.sent.value.day == 6
    by_hand = f"From: Bo <bo@a.example>\nDate: Mon, 6 Oct 2025 14:05 +0200\nSubject: Fw: Data\n\n{block}{ASK}"
    assert read_eml(by_hand.encode(), zone=UTC).sent is None


def test_a_packing_with_stray_bytes_is_none() -> None:
    head = b"From: Ana <ana@x.example>\nSubject: Hi\nMIME-Version: 1.0\nContent-Type: text/plain\n"
    mail = read_eml(head + b"Content-Transfer-Encoding: 8b\xffit\n\n" + ASK.encode(), zone=UTC)
    assert new_words(mail) == ASK


@each("folder", ["", "C:\\\\Users\\\\ana\\\\", "/home/ana/", "file:///x/"])
def test_a_files_name_that_nobody_encoded(folder: str) -> None:
    parts = (
        '--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename="%Löschung.pdf"\n\nx\n--b--\n'
    )
    raw = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + parts.replace("%", folder).encode()
    assert read_eml(raw, zone=UTC).attachments == ("Löschung.pdf",)


@each(
    "words",
    [
        "Guten Tag,=20\nbitte l=C3=B6schen Sie alles, auch die Fotos, die=\n Sie von mir haben.",
        "Guten Tag, \nbitte l=F6schen Sie alles, was Sie f=FCr mich haben, auch die Fotos, die=\n Sie von mir haben.",
        "Guten Tag, \nbitte l=C3=B6schen Sie alles, auch die Fotos, die Sie von mir haben.",
        "Guten Tag, \nbitte lÃ¶schen Sie alles, auch die Fotos, die Sie von mir haben.",
        "Guten Tag, \nbitte lÃ¶schen Sie alles – Müllers, Ã  Paris, Å koda – auch die Fotos, die Sie von mir haben.",
    ],
)
def test_what_is_pasted_undecoded_is_decoded(words: str) -> None:
    text = read_text(words, zone=UTC).text
    assert text.startswith("Guten Tag, \nbitte löschen Sie alles")
    assert text.endswith("auch die Fotos, die Sie von mir haben.")
    assert read_eml(words.encode(), zone=UTC).text == text


@each(
    "words",
    [
        "See https://x.example/?a=C3=B6&b=F6g for the colours=FFaagg",
        "a=b, c=d and 2+2=4; colour=FFAA00=\nend",
        "Ã is a letter, and so is Ö.",
    ],
)
def test_signs_that_only_look_encoded_stay(words: str) -> None:
    assert read_text(words, zone=UTC).text == words


def test_a_head_that_is_pasted_undecoded_is_decoded() -> None:
    head = (
        "From: =?iso-8859-1?Q?Beno=EEt_Carr=E9?= <benoit@x.example>\nDate: 17 June 2026\nSubject: =?UTF-8?B?w4kgPw==?="
    )
    mail = read_text(f"{head}\n\nEffacez mes donn=E9es et tout ce que vous poss=E9dez.", zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.subject) == ("Benoît Carré", "É ?")
    assert new_words(mail) == "Effacez mes données et tout ce que vous possédez."


@each("name", ["evil=40z=2Eexample", "Hi=0D=0AFrom:_evil=40z.example"])
def test_an_address_within_an_encoded_name_is_a_name_when_pasted_too(name: str) -> None:
    head = f"From: =?utf-8?q?{name}?= <ana@x.example>\nDate: 17 June 2026\nSubject: Data"
    mail = read_text(f"{head}\n\nDelete my data.", zone=UTC)
    assert mail.sender is not None
    assert mail.sender.value.email == "ana@x.example"

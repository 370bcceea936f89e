"""The few numbers of Outlook's mails that we read, from Microsoft's public [MS-OXPROPS] and [MS-OXMSG]."""

import codecs

from bot.understanding.mail.formats.charsets import decoded

# Types of values
INTEGER, OBJECT, STRING8, STRING, TIME, BINARY = 0x0003, 0x000D, 0x001E, 0x001F, 0x0040, 0x0102

# A mail
MESSAGE_CLASS = 0x001A
SUBJECT = 0x0037
CLIENT_SUBMIT_TIME = 0x0039
TRANSPORT_MESSAGE_HEADERS = 0x007D
DISPLAY_CC = 0x0E03
DISPLAY_TO = 0x0E04
MESSAGE_DELIVERY_TIME = 0x0E06
BODY = 0x1000
RTF_COMPRESSED = 0x1009
HTML = 0x1013  # as bytes in the code page of the internet, or as a text
INTERNET_MESSAGE_ID = 0x1035
IN_REPLY_TO_ID = 0x1042
INTERNET_CODEPAGE = 0x3FDE
MESSAGE_CODEPAGE = 0x3FFD

# Who it is from: the writer ("sender"), and whom they wrote for
SENT_REPRESENTING_NAME = 0x0042
SENT_REPRESENTING_EMAIL_ADDRESS = 0x0065
SENT_REPRESENTING_SMTP_ADDRESS = 0x5D02
SENDER_NAME = 0x0C1A
SENDER_EMAIL_ADDRESS = 0x0C1F
SENDER_SMTP_ADDRESS = 0x5D01

# A recipient
RECIPIENT_TYPE = 0x0C15
DISPLAY_NAME = 0x3001  # of an attachment too
EMAIL_ADDRESS = 0x3003
SMTP_ADDRESS = 0x39FE
TO, CC = 1, 2

# An attachment
ATTACH_SIZE = 0x0E20
ATTACH_DATA = 0x3701  # a file's bytes, or a mail's folder
ATTACH_FILENAME = 0x3704  # in the old short form
ATTACH_METHOD = 0x3705
ATTACH_LONG_FILENAME = 0x3707
ATTACH_MIME_TAG = 0x370E
ATTACH_CONTENT_ID = 0x3712  # by which the text shows a picture
BY_VALUE, EMBEDDED = 1, 5

_LAST_CODE_PAGE = 65001
_CHARSETS = {  # those that Python does not know as "cp" and their number
    708: "iso-8859-6",
    1200: "utf-16-le",
    1201: "utf-16-be",
    10000: "mac-roman",
    12000: "utf-32-le",
    12001: "utf-32-be",
    20127: "ascii",
    20866: "koi8-r",
    20932: "euc-jp",
    20936: "gb2312",
    21866: "koi8-u",
    **{28590 + number: f"iso-8859-{number}" for number in range(1, 17)},
    38598: "iso-8859-8",
    50220: "iso-2022-jp",
    50221: "iso-2022-jp-ext",
    50222: "iso-2022-jp-ext",
    50225: "iso-2022-kr",
    51932: "euc-jp",
    51936: "gb2312",
    51949: "euc-kr",
    52936: "hz",
    54936: "gb18030",
    65000: "utf-7",
    65001: "utf-8",
}


def charset(code_page: int) -> str | None:
    """What Python calls a code page of Windows; None for one that it does not know."""
    if not 0 < code_page <= _LAST_CODE_PAGE:  # Python remembers every name that it did not find
        return None
    name = _CHARSETS.get(code_page, f"cp{code_page:03}")
    try:
        codecs.lookup(name)
    except LookupError:
        return None
    return name


def text(raw: bytes, charset: str | None) -> str:
    """Bytes as text, without the zeros at its end. Text without a zero within is not wide, whatever its label says."""
    narrow = raw.rstrip(b"\0")
    if b"\0" in narrow:
        return decoded(raw, charset).rstrip("\0")
    return decoded(narrow, None if (charset or "").startswith(("utf-16", "utf-32")) else charset)

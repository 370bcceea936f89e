"""What of something that was handed over could not be read, or is not kept, and what to do."""

from bot.conversation.turn import Missing
from bot.wording import _, later

_MASKED = {
    "card number": later("a card number"),
    "bank account number": later("a bank account number"),
    "citizen number": later("a citizen number"),
    "pin": later("a PIN"),
    "card code": later("the security code of a card"),
    "social security number": later("a social security number"),
    "identity document": later("the number of a passport, an identity card or a driving licence"),
    "password": later("a password"),
    "access token": later("an access key"),
    "login code": later("a login code"),
    "private key": later("a private key"),
    "recovery code": later("a recovery code"),
    "seed phrase": later("the words of a wallet"),
}


def why_unread(file: Missing) -> str:
    """One sentence about a file, or about the message with which a thread began."""
    if file.why == "thread":
        return _(
            "I could not read the message with which this thread began. Paste it here, or choose “Log as privacy "
            "request” in its menu."
        )
    why = {
        "too_large": _("it is too large. Save the mail without its attachments, or paste its text."),
        "no_mail": _("it is no mail. Drop the mail as a file (.eml, .msg, .txt), or paste its text."),
        "too_many": _("there were too many files at once. Please drop it on its own."),
        "gone": _("I could not fetch it. Please drop it once more, or paste its text."),
    }[file.why]
    return _("I have not read “{name}”: {why}", name=file.name[:80], why=why)


def taken_out(kinds: tuple[str, ...]) -> str:
    """One sentence about what is not kept of a message."""
    what = ", ".join(_(_MASKED.get(kind, kind)) for kind in kinds)
    return _("I took this out and kept none of it: {what}. Please delete your message that holds it.", what=what)

"""What the names of attached files say of a mail that seems to ask for nothing, or for what nobody can tell:
"Inzageverzoek.pdf" is a letter that nobody here opens, and is asked about."""

import re
from dataclasses import replace

from bot.understanding.reading import MailReading, Meta, Zone
from bot.understanding.rights.overheard import read_alone
from bot.understanding.rights.verdict import Verdict, likeliest_of, rights_among

_MOST = 6  # files whose names are read
_LONGEST = 120  # characters of a name
_BETWEEN = re.compile(r"[\s._-]+")
_FEW = 25  # words of a mail that only says what is attached


def attached(mail: MailReading, verdict: Verdict) -> Verdict | None:
    """The question what an attached letter asks for, by the first name of a file that tells it, or None.

    What so short a mail may itself ask for is asked about, too, and first where it is likelier: "passport.pdf".
    """
    if not mail.attachments:
        return None
    says_little = len(mail.parts(Zone.BODY).split()) <= _FEW
    if verdict.rights and not (verdict.unsure and says_little):
        return None
    own = {right.value.value: right.confidence for right in verdict.rights}
    for name in mail.attachments[:_MOST]:
        words = _BETWEEN.sub(" ", name[:_LONGEST].rpartition(".")[0] or name[:_LONGEST]).strip()
        _, named = read_alone(words)
        if named.rights or (says_little and named.unsure):
            told = rights_among(named.candidates)
            both = likeliest_of(told, rights_among(verdict.candidates))
            asked = replace(verdict, candidates=both, unsure=True)
            likelier = told[0][0] in own or max(own.values(), default=0.0) >= told[0][1]
            return asked if likelier else replace(asked, rights=(), meta=Meta.NONE)
    return None

"""User names: "my login is corvid_reader79", "Nutzername: runalex_wien". Told only behind a word for them."""

import re
from collections.abc import Iterator

from bot.understanding.numbers.codes import Code
from bot.understanding.wordlists import holds
from bot.understanding.words import fold

MOST = 50  # of a text
# A name that nobody takes for a word: letters with a digit, a line below or a star among them.
_NAME = re.compile(
    r"(?<![\w@/.&*#+:-])(?=[\w.*#+-]{0,30}[a-zß-ÿ_*#+])(?=[^\W\d_]{0,30}[\d_*#])"
    r"[^\W_][\w.*#+-]{1,38}[\w](?![\w@*#+]|[./-]\w|://)"
)
_BEFORE = re.compile(
    r"(?P<word>[^\W\d_]+)(?:[ -](?:id|name|naam|tag))?[ ]?"
    r"(?:[:=(]|\s(?:is|was|ist|lautet|luidt|heisst|heet|est|es|to|jest|:)(?=\s)|\s[\"'«»])?[\s\"'«»]{0,3}$"
)
_REACH = 40  # characters before a name in which the word for it stands


def handles(text: str) -> Iterator[Code]:
    """The user names of a text, in their order; no e-mail addresses, no links."""
    for found, match in enumerate(_NAME.finditer(text)):
        if found == MOST:
            return
        before = _BEFORE.search(fold(text[max(0, match.start() - _REACH) : match.start()]))
        if before is not None and holds("numbers", "login", before["word"]):
            yield Code(match[0], match.start(), match.end())

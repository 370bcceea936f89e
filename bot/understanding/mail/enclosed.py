"""The names of attached files, as a header line in a text lists them: "Attachments: passport.pdf; letter.docx"."""

import re

_LONGEST = 1_000  # characters of a line
# One file, with its size behind it, as some programs write it: "letter.docx (17 KB)"
_FILE = re.compile(r"\s*<?([^;,|<>]{0,150}\.[A-Za-z]\w{0,4})>?\s*(?:[(\[][^()\[\]]{1,20}[)\]])?\s*")
_ELSEWHERE = re.compile(r"@|://|\bwww\.", re.IGNORECASE)


def file_names(value: str) -> tuple[str, ...]:
    """The files that a line lists; none where it holds anything else: "my letter, please delete all of it"."""
    value = value[:_LONGEST].strip().rstrip(";,|")
    if "." not in value or _ELSEWHERE.search(value):
        return ()
    items = re.split("[;|]" if ";" in value or "|" in value else ",", value)
    found = [_FILE.fullmatch(item) for item in items]
    if all(found):
        return tuple(match[1].strip() for match in found if match)
    whole = _FILE.fullmatch(value.replace(",", "_"))  # a comma may be a part of a name
    return (value[whole.start(1) : whole.end(1)].strip(),) if whole else ()

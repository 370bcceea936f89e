"""What PGP puts around a mail that is signed within its text: its marks, its signature, keys; and the lines that The
Bat! draws around one that is forwarded. Its words stay."""

import re

_BEGIN = re.compile(r"-----BEGIN PGP (SIGNED MESSAGE|SIGNATURE|PUBLIC KEY BLOCK)-----\s*")
_END = "-----END PGP {}-----"
_HEADER = re.compile(r"(?:Hash|NotDashEscaped|Version|Comment|MessageID|Charset): ?.{0,200}")
_CODE = re.compile(r"[A-Za-z0-9+/]{20,80}={0,2}|=[A-Za-z0-9+/]{4}")
_DRAWN = re.compile(r"={1,9}8<={3,60}.{0,60}?={3,60}")  # "===8<=======Original message text======="
_MOST_HEADERS = 6
_MOST = 2_000  # lines of a key


def unescaped(lines: list[str]) -> list[str]:
    """Lines of a signed text as they were written: PGP puts "- " before each that begins with a dash."""
    if not any(map(_is_signed, lines)):
        return lines
    return [line[2:] if line.startswith("- -") else line for line in lines]


def _is_signed(line: str) -> bool:
    return line.startswith("-----BEGIN PGP SIGNED MESSAGE")


def armour_rows(lines: list[str]) -> frozenset[int]:
    """The rows that these programs added. A text that is encrypted is none of them: nobody has read it."""
    rows: set[int] = set()
    end = 0
    for at, line in enumerate(lines):
        if at >= end and line.startswith("-----BEGIN PGP ") and (begun := _BEGIN.fullmatch(line)):
            end = _header_end(lines, at + 1)
            if begun[1] != "SIGNED MESSAGE":
                end = _code_end(lines, end, _END.format(begun[1]))
            rows.update(range(at, end))
        elif "=8<=" in line and _DRAWN.fullmatch(line.strip()):
            rows.add(at)
    return frozenset(rows)


def _header_end(lines: list[str], start: int) -> int:
    end = start
    while end < min(len(lines), start + _MOST_HEADERS) and _HEADER.fullmatch(lines[end].strip()):
        end += 1
    return end


def _code_end(lines: list[str], start: int, last: str) -> int:
    """Where signs end that nobody can read: at the line that says so, or else with the last one that looks so."""
    end = start
    for at in range(start, min(len(lines), start + _MOST)):
        line = lines[at].strip()
        if line == last:
            return at + 1
        if line and not _CODE.fullmatch(line) and " " in line:
            break
        if _CODE.fullmatch(line):
            end = at + 1
    return end

"""Collects every text of the code into the catalogues: ``make wording``. New ones stand there untranslated.

Texts are marked with ``_``, ``later`` and ``plural`` (bot/wording). Those in data files name the keys that hold them.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).parent.parent.parent
ROOMS = ("bot", "flows", "adapters")
KEYWORDS = {"_": None, "later": None, "plural": (1, 2)}
SPOKEN_KEYS = frozenset({"never_pauses", "condition", "ask", "never"})  # keys of data files whose texts people see


def template() -> Catalog:
    """Every text that is marked in the code or stands in a data file."""
    catalog = Catalog(project="Privacy Desk", fuzzy=False)
    for room in ROOMS:
        found = extract_from_dir(HOUSE / room, method_map=[("**.py", "python")], keywords=KEYWORDS)
        for _file, _line, message, _comments, _context in sorted(found, key=lambda one: (one[0], one[1])):
            if message:
                catalog.add(message)
    for path in sorted((HOUSE / "bot" / "law").rglob("*.toml")):
        for text in _spoken(tomllib.loads(path.read_text())):
            catalog.add(text)
    return catalog


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _spoken(one)
    if isinstance(value, dict):
        for key, one in value.items():
            if key in SPOKEN_KEYS and isinstance(one, str) and one:
                yield one
            else:
                yield from _spoken(one)


def main() -> None:
    """Bring the catalogues up to date; exit status 1 when something is untranslated."""
    missing = 0
    for path in sorted(Path(__file__).parent.glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.stem)
        catalog.update(template(), no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=110, no_location=True, sort_output=False, omit_header=False)
        empty = len([message for message in catalog if message.id and not _said(message.string)])
        sys.stdout.write(f"{path.name}: {len(catalog)} texts, {empty} untranslated\n")
        missing += empty
    sys.exit(1 if missing else 0)


def _said(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    main()

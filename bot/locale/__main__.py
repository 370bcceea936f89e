"""Collects every text of the code into the catalogues: ``make wording``. New ones stand there untranslated.

Texts are marked with ``_``, ``later`` and ``plural`` (bot/wording). Those in data files name the keys that hold them.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bot.toml import read_toml

HOUSE = Path(__file__).parent.parent.parent
ROOMS = ("bot", "flows", "adapters")
SPOKEN_KEYS = frozenset({"never_pauses", "condition", "ask", "never"})  # keys of data files whose texts people see


def template() -> Catalog:
    """Every text that is marked in the code or stands in a data file."""
    catalog = Catalog(project="Privacy Desk", fuzzy=False)
    for room in ROOMS:
        for path in sorted((HOUSE / room).rglob("*.py")):
            for message in marked(path.read_text(encoding="utf-8")):
                catalog.add(message)
    for path in sorted((HOUSE / "bot" / "law").rglob("*.toml")):
        for text in _spoken(read_toml(path)):
            catalog.add(text)
    return catalog


def marked(source: str) -> Iterator[str | tuple[str, str]]:
    """The texts that some Python code marks, in its order; those of ``plural`` are pairs.

    Babel's own reader overlooks what is marked inside an f-string before Python 3.12.
    """
    found: list[tuple[int, int, str | tuple[str, str]]] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id="_" | "later"), args=[ast.Constant(value=str(text)), *_rest]) if text:
                found.append((node.lineno, node.col_offset, text))
            case ast.Call(
                func=ast.Name(id="plural"), args=[ast.Constant(value=str(one)), ast.Constant(value=str(many)), *_rest]
            ):
                found.append((node.lineno, node.col_offset, (one, many)))
    yield from (text for _line, _column, text in sorted(found))


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _spoken(one)
    if isinstance(value, dict):
        named = "ask" in value or "residence" in value  # a kind of proof, and a law, are shown by their names
        spoken = SPOKEN_KEYS | {"name"} if named else SPOKEN_KEYS
        for key, one in value.items():
            if key in spoken and isinstance(one, str) and one:
                yield one
            else:
                yield from _spoken(one)


def main() -> None:
    """Bring the catalogues up to date; exit status 1 when something is untranslated."""
    missing = 0
    for path in sorted(Path(__file__).parent.glob("*.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.stem)
        created = catalog.creation_date
        catalog.update(template(), no_fuzzy_matching=True)
        catalog.creation_date = created  # a run that finds nothing new changes nothing
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

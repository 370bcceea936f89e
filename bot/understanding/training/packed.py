"""What is learnt, as it is held in the files that are loaded at the start: arrays, in which looking up is fast."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bot.understanding.rights.scorer import COLUMNS, FINE
from bot.understanding.training import Matrix

MOST = 127  # in a row of small numbers


def packed(table: Path) -> dict[str, Matrix]:
    """The scorer's table, read from its text. Raises ValueError where its columns are not the labels."""
    lines = table.read_text(encoding="utf-8").splitlines()
    comments = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    names, start, *rows = (line.split("\t") for line in lines[len(comments) :])
    if tuple(names[2:]) != COLUMNS:
        raise ValueError(f"{table.name}: its columns are not the labels")
    columns = {column[0]: place for place, column in enumerate(COLUMNS)}
    weights = np.zeros((len(rows), len(COLUMNS)), dtype=np.int16)
    for row, (_, _, cells) in zip(weights, rows, strict=True):
        for cell in cells.split(" "):
            row[columns[cell[0]]] = int(cell[1:])
    more, wide = [np.clip(weights, -MOST, MOST)], list[int]()
    rest = weights - more[0]
    while (places := np.flatnonzero(rest.any(axis=1))).size:  # those of a few strong features
        more.append(np.clip(rest[places], -MOST, MOST))
        wide += places.tolist()
        rest[places] -= more[-1]
    rarity = [round(float(rarity) ** 2 * FINE) for _, rarity, _ in rows]
    return {
        "comments": in_lines(comments),
        "names": in_lines([feature for feature, _, _ in rows]),
        "rarity": np.array([*rarity, *(0 for _ in wide)], dtype=np.int32),
        "weights": np.concatenate(more).astype(np.int8),
        "wide": np.array(wide, dtype=np.int32),
        "starts": np.array([float(value) for value in start[2:]]),
    }


def in_lines(lines: Sequence[str]) -> Matrix:
    """Lines of text as an array."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def write(file: Path, held: Mapping[str, Matrix]) -> None:
    """Writes a file of arrays, the same for the same arrays."""
    np.savez(file, allow_pickle=False, **held)

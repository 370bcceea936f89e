"""Many lines of one kind, held by one test.

To collect, deal out and report a test of its own costs more than most readers take for a line. What fails is told line
by line all the same. `pytest.mark.parametrize` stays for what needs a database or a product of its own, or is slow.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

Test = Callable[..., None]


def each(names: str | Sequence[str], lines: Iterable[Any]) -> Callable[[Test], Test]:
    """Called as `pytest.mark.parametrize` is. Raises ValueError where there are no lines; the test, a group of errors
    with each line that failed."""
    taken = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    held = [tuple(line) if len(taken) > 1 else (line,) for line in lines]
    if not held:
        raise ValueError("a test of no lines cannot fail")

    def wrap(test: Test) -> Test:
        @functools.wraps(test)
        def all_lines(**others: Any) -> None:
            wrong = list[BaseException]()
            for line in held:
                try:
                    test(**dict(zip(taken, line, strict=True)), **others)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - it is told below, with all others
                    error.add_note(f"line: {line[0] if len(taken) == 1 else line!r}")
                    wrong.append(error)
            if wrong:
                raise BaseExceptionGroup(f"{len(wrong)} of {len(held)} lines", wrong)

        kept = inspect.signature(test)
        fixtures = [one for name, one in kept.parameters.items() if name not in taken]
        all_lines.__signature__ = kept.replace(parameters=fixtures)  # type: ignore[attr-defined]
        return all_lines

    return wrap

"""One test that holds many lines fails where any of them does, and says which."""

import inspect

import pytest

from tests.lines import each


def test_each_line_that_fails_is_told_and_the_others_are_held_all_the_same() -> None:
    seen = list[str]()

    @each("text, length", [("a", 1), ("bb", 3), ("ccc", 3), ("", None)])
    def lengths(text: str, length: int | None, more: int) -> None:
        seen.append(text)
        with pytest.raises(ZeroDivisionError):
            assert len(text) == length
            1 // (more - 1)

    assert list(inspect.signature(lengths).parameters) == ["more"]  # what pytest still has to find
    with pytest.raises(BaseExceptionGroup) as told:
        lengths(more=1)
    assert seen == ["a", "bb", "ccc", ""]
    assert [error.__notes__ for error in told.value.exceptions] == [["line: ('bb', 3)"], ["line: ('', None)"]]
    with pytest.raises(BaseExceptionGroup) as told:
        lengths(more=2)
    assert len(told.value.exceptions) == 4  # what should have raised is a line that failed, too


def test_no_lines_at_all_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot fail"):
        each("text", [])

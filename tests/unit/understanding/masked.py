"""What masking leaves of a text."""

from bot.understanding.sensitive.masks import mask


def goes(text: str, kind: str, *values: str) -> None:
    """Each of the values is masked as one of its kind, and nothing else; what was masked stays as it is."""
    masked, kinds = mask(text)
    expected = text
    for value in values:
        expected = expected.replace(value, f"[{kind}: not kept]")
    assert masked == expected
    assert kinds == (kind,)
    assert mask(masked) == (masked, ())

"""The Adaptive Cards schema of version 1.5 itself, from a package that carries it. Slow: for tests of drawing alone."""

import json
from functools import cache
from importlib import resources
from typing import Any

import jsonschema


def faults(card: dict[str, Any]) -> list[str]:
    """What the schema does not allow; empty for a valid card. What Teams adds to it, `adaptive` looks at."""
    plain = {name: value for name, value in card.items() if name != "msteams"}
    return [jsonschema.exceptions.best_match([error]).message[:300] for error in _validator().iter_errors(plain)]


@cache
def _validator() -> Any:
    schema = json.loads(resources.files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)

"""The Adaptive Cards schema of version 1.5 itself, from a package that carries it. Slow: for tests of drawing alone."""

import json
from collections.abc import Callable, Iterator, Sequence
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
    kind = jsonschema.validators.validator_for(schema)
    return jsonschema.validators.extend(kind, {"anyOf": _any_of(kind.VALIDATORS["anyOf"])})(schema)


def _any_of(slowly: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """The same faults as `slowly` finds, but each of the many kinds of elements is left at its first one."""

    def any_of(validator: Any, alternatives: Sequence[Any], instance: object, schema: Any) -> Iterator[Any]:
        if not any(validator.evolve(schema=one).is_valid(instance) for one in alternatives):
            yield from slowly(validator, alternatives, instance, schema)

    return any_of

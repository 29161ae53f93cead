"""Validation attributes as Python expressions: what is true of a value that the attribute takes for certain.

A value for which the expression is false goes to the attribute itself, which decides.
"""

from __future__ import annotations

from spshell.engine.attributes import validation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def quick_check(validator: Any, name: str, constant: Callable[[Any], str]) -> str | None:
    """The expression for the value called `name`; `constant` names an object. None when there is no short test."""
    made = _TESTS.get(type(validator))
    return None if made is None else made(validator, name, constant)


def _set(validator: Any, name: str, constant: Callable[[Any], str]) -> str | None:
    if not all(type(item) is str for item in validator.values):
        return None
    if validator.ignore_case:
        return f"type({name}) is str and {name}.lower() in {constant(frozenset(v.lower() for v in validator.values))}"
    return f"type({name}) is str and {name} in {constant(frozenset(validator.values))}"


_KINDS = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonpositive": "<="}


def _range(validator: Any, name: str, _constant: Callable[[Any], str]) -> str | None:
    if validator.kind:
        operator = _KINDS.get(validator.kind.lower())
        return None if operator is None else f"type({name}) is int and {name} {operator} 0"
    kind = type(validator.low)
    if kind is not type(validator.high) or kind not in (int, float):
        return None
    return f"type({name}) is {kind.__name__} and {validator.low!r} <= {name} <= {validator.high!r}"


def _length(validator: Any, name: str, _constant: Callable[[Any], str]) -> str | None:
    if type(validator.low) is not int or type(validator.high) is not int:
        return None
    return f"type({name}) is str and {validator.low} <= len({name}) <= {validator.high}"


def _not_null(_validator: Any, name: str, constant: Callable[[Any], str]) -> str:
    return f"type({name}) in {constant(frozenset({str, int, float, bool}))}"


def _not_empty(_validator: Any, name: str, constant: Callable[[Any], str]) -> str:
    return f"type({name}) is str and {name} or type({name}) in {constant(frozenset({int, float, bool}))}"


def _not_blank(_validator: Any, name: str, constant: Callable[[Any], str]) -> str:
    return (
        f"type({name}) is str and {name}.strip() or type({name}) in {constant(frozenset({int, float, bool}))}"
    )


_TESTS: dict[type, Callable[[Any, str, Callable[[Any], str]], str | None]] = {
    validation.ValidateSet: _set,
    validation.ValidateRange: _range,
    validation.ValidateLength: _length,
    validation.ValidateNotNull: _not_null,
    validation.ValidateNotNullOrEmpty: _not_empty,
    validation.ValidateNotNullOrWhiteSpace: _not_blank,
}

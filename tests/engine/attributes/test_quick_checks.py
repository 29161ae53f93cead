"""What the short test of a validation attribute lets pass, the attribute itself takes too."""

from __future__ import annotations

from typing import Any

import pytest

from spshell.app import make_session
from spshell.engine.attributes import validation
from spshell.engine.attributes.quick_checks import quick_check

VALUES: list[Any] = ["", " ", "a", "A", "abc", "low", 0, 1, 5, -3, 2.0, 5.5, True, False, None, ["a"], []]
VALIDATORS: list[Any] = [
    validation.ValidateSet("a", "Low"),
    validation.ValidateSet("a", "Low", ignore_case=False),
    validation.ValidateRange(1, 5),
    validation.ValidateRange(0.5, 5.5),
    validation.ValidateRange(None, kind="Positive"),
    validation.ValidateRange(None, kind="nonpositive"),
    validation.ValidateLength(1, 2),
    validation.ValidateNotNull(),
    validation.ValidateNotNullOrEmpty(),
    validation.ValidateNotNullOrWhiteSpace(),
]


@pytest.mark.parametrize("validator", VALIDATORS, ids=lambda item: type(item).__name__)
def test_a_value_that_passes_is_taken(validator: Any) -> None:
    names: dict[str, Any] = {}

    def constant(value: Any) -> str:
        names[f"c{len(names)}"] = value
        return f"c{len(names) - 1}"

    test = quick_check(validator, "value", constant)
    assert test is not None
    passed = [value for value in VALUES if eval(test, {**names, "value": value})]
    assert passed
    for value in passed:
        validator.validate(value, None)


def test_what_the_short_test_cannot_tell_is_left_to_the_attribute() -> None:
    assert quick_check(validation.ValidatePattern("a"), "value", str) is None
    assert quick_check(validation.ValidateRange(1, 2.5), "value", str) is None


@pytest.mark.parametrize("path", ["User:/a", "C:/a", "/tmp"])
def test_a_user_drive_must_exist_and_be_the_one_of_the_path(path):
    """
    A path without a drive is on the current one; a drive that is not there is refused as an argument.
    """
    script = f"function f {{ param([ValidateUserDrive()] $p) 1 }}; try {{ f '{path}' }} catch {{ $_.FullyQualifiedErrorId }}"
    assert make_session().evaluate(script) == ["ParameterArgumentValidationError,f"]

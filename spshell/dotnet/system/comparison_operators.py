"""op_Equality, op_LessThan and their kin for types that order themselves by ``compare_to``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.values.declare import Members

_TESTS: tuple[tuple[str, Callable[[int], bool]], ...] = (
    ("op_Equality", lambda order: order == 0),
    ("op_Inequality", lambda order: order != 0),
    ("op_LessThan", lambda order: order < 0),
    ("op_LessThanOrEqual", lambda order: order <= 0),
    ("op_GreaterThan", lambda order: order > 0),
    ("op_GreaterThanOrEqual", lambda order: order >= 0),
)


def add_comparisons(members: Members, type_name: str, left: str = "left", right: str = "right") -> None:
    """Declare the six operators for a type."""
    for name, test in _TESTS:
        signature = f"static bool {name}({type_name} {left}, {type_name} {right})"
        members.method(signature)(_operator(test))


def _operator(test: Callable[[int], bool]) -> Callable[[Any, Any], bool]:
    def run(left: Any, right: Any) -> bool:
        if left is None or right is None:
            return test((left is not None) - (right is not None))
        return test(left.compare_to(right))

    return run

"""System.Management.Automation.FlagsExpression: a condition on a flags enumeration, ``Directory+!Hidden``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import constructor, net_class
from spshell.values.text import to_text

if TYPE_CHECKING:
    from spshell.values.nettype import NetType

_NAME = "System.Management.Automation.FlagsExpression`1"


@net_class(_NAME, ps_name="System.Management.Automation.FlagsExpression")
class FlagsExpression:
    """Alternatives separated by commas, of conditions joined by `+`, each perhaps with `!` in front."""

    ps_members: Any = None

    def __init__(self, text: str) -> None:
        self.text = text

    @constructor("(string expression)", "(System.Object[] expression)")
    @staticmethod
    def create(expression: Any) -> FlagsExpression:
        parts = expression if isinstance(expression, list) else [expression]
        return FlagsExpression(", ".join(to_text(part) for part in parts))

    def ps_text(self) -> str:
        return self.text

    to_string = ps_text


def _convert(value: Any) -> Any:
    return value if isinstance(value, FlagsExpression) else FlagsExpression.create(value)


_DEFINITION: NetType = FlagsExpression.net_type  # type: ignore[attr-defined]  # given by net_class
_DEFINITION.convert = _convert

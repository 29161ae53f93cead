"""What the expressions that stand for methods of strings need at run time: see ``spshell.compiler.text_methods``."""

from __future__ import annotations

from spshell.dotnet.reflection import typedata
from spshell.values.arrays import TypedArray
from spshell.values.core_types import STRING
from spshell.values.typenames import make_array_type

_STRINGS = make_array_type(STRING)


def text_array(items: list[str]) -> TypedArray:
    """The items as string[]."""
    return TypedArray(items, _STRINGS)


PLAIN_TEXT = frozenset({str, int})
"""Classes whose text needs nobody's help."""


def _text() -> type[str] | None:
    extended = any(
        data is not None and data.members
        for data in map(typedata.find_data, ("System.String", "System.Object"))
    )
    return None if extended else str


def _look() -> None:
    from spshell.engine.ops import HELPERS

    HELPERS["TEXT"] = _text()


TEXT = _text()
"""str, or None while type data may change what a string's members do."""

typedata.on_change(_look)

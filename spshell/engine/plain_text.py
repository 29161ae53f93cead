"""What the expressions that stand for methods of strings need at run time: see ``spshell.compiler.text_methods``."""

from __future__ import annotations

from typing import Any

from spshell.dotnet import typedata
from spshell.values.arrays import TypedArray
from spshell.values.core_types import STRING
from spshell.values.typenames import make_array_type

_STRINGS = make_array_type(STRING)


def text_array(items: list[str]) -> TypedArray:
    """The items as string[]."""
    return TypedArray(items, _STRINGS)


def watch(names: dict[str, Any]) -> None:
    """Keep the name ``TEXT`` of generated code: str, or None while type data may change what a string's members do."""

    def look() -> None:
        extended = any(
            data is not None and data.members
            for data in map(typedata.find_data, ("System.String", "System.Object"))
        )
        names["TEXT"] = None if extended else str

    names["TEXT"] = str
    typedata.on_change(look)

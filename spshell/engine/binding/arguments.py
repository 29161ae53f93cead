"""Command-line arguments as the binder handles them: pairs of a name and a value, with the place they came
from.
"""

from __future__ import annotations

from spshell.engine.compiled.sites import END_OF_PARAMETERS, BareWord, ParameterName, SplatArgument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Unspecified:
    """The mark of an argument that has a name but no value."""

    __slots__ = ()


UNSPECIFIED = Unspecified()


class Argument:
    """One argument: a value, a name, or both. ``index`` is its place in the argument list (of the value if
    apart).
    """

    __slots__ = ("index", "name", "name_index", "splatted", "text", "value")

    def __init__(self, name: str, text: str, value: Any, index: int, *, splatted: bool = False) -> None:
        self.name = name
        self.text = text
        self.value = value
        self.index = index
        self.name_index = index
        self.splatted = splatted

    @property
    def has_value(self) -> bool:
        return self.value is not UNSPECIFIED


def read_arguments(items: Iterable[Any]) -> list[Argument]:
    """Arguments as generated code passes them; those of splatted hashtables come last: they bind weaker."""
    result: list[Argument] = []
    splatted: list[Argument] = []
    waiting: Argument | None = None
    positional_only = False
    for index, item in enumerate(items):
        kind = type(item)
        if kind is BareWord:  # only programs expand the wildcards in it
            item = str(item)
        if waiting is not None:
            waiting.value = item
            waiting.index = index
            waiting = None
        elif kind is ParameterName:
            if item.text == "--" and not positional_only and (item.source is not None or not item.name):
                positional_only = True
                continue
            if positional_only:
                result.append(Argument("", "", item.text, index))
                continue
            made = Argument(item.name, item.text + (":" if item.colon else ""), UNSPECIFIED, index)
            result.append(made)
            if item.colon:
                waiting = made
        elif kind is SplatArgument:
            splatted.append(Argument(item.name, f"-{item.name}:", item.value, index, splatted=True))
        elif item is END_OF_PARAMETERS and not positional_only:
            positional_only = True
        else:
            result.append(Argument("", "", item, index))
    return result + splatted if splatted else result

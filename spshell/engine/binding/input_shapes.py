"""The short way for pipeline objects that fill parameters by property name: the next object of the same shape goes the same way.

A custom object's shape is the names of its members in their order. What such an object may be bound to depends on its shape
and on the classes of the values alone, as long as the values are text, numbers and booleans: they are taken as they are, or
converted to a type of that kind. A conversion that fails takes the long way, which has the error.
"""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS
from spshell.values.exceptions import NetException
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec

    _Filled = tuple[str, str, str | None, type, Callable[[Any], Any] | None]

_EXACT = {"System.Int32": int, "System.String": str, "System.Double": float, "System.Boolean": bool}
_ANYTHING = frozenset({"System.Object", "System.Management.Automation.PSObject"})
_PLAIN = frozenset({str, int, float, bool})


class InputShape:
    """The shape of the last object, and where its values went.

    ``filled`` are the parameters (name, folded name), the member that each got (None: the object itself), its class, and how
    it was converted (None: not at all).
    """

    __slots__ = ("filled", "names")

    def __init__(self, names: tuple[str, ...], filled: list[_Filled]) -> None:
        self.names = names
        self.filled = filled

    def bind(self, bound: dict[str, Any], variables: dict[str, Any], value: Any) -> bool:
        """Bind an object of the shape; False for any other, with nothing changed."""
        if value.__class__ is not PSCustomObject:
            return False
        members = value.members
        if tuple(members) != self.names:
            return False
        got: list[tuple[str, str, Any]] = []
        for name, folded, member, kind, convert in self.filled:
            held = value if member is None else members[member]
            if held.__class__ is not kind or held == "":
                return False
            if convert is not None:
                try:
                    held = convert(held)
                except NetException:
                    return False
            got.append((name, folded, held))
        for name, folded, held in got:
            bound[name] = variables[folded] = held
        return True


def input_shape(binding: Binding, value: Any) -> InputShape | None:
    """The short way after an object was bound; None when each must be looked at."""
    if value.__class__ is not PSCustomObject or binding.delayed or binding.applied_defaults:
        return None
    metadata = binding.metadata
    if metadata.dynamic is not None or metadata.default_set or binding.on_value is None:
        return None
    if any(list(spec.sets) != [ALL_SETS] or spec.obsolete is not None for spec in metadata.parameters):
        return None
    filled: list[_Filled] = []
    for spec in metadata.parameters:
        if spec in binding.from_pipeline:
            row = _filled(binding, spec, value)
            if row is None:
                return None
            filled.append(row)
        elif spec.takes_input and spec in binding.free and spec.sets[ALL_SETS].by_value:
            return None  # whether the next one converts is not known
    return InputShape(tuple(value.members), filled)


def _filled(binding: Binding, spec: ParameterSpec, value: Any) -> _Filled | None:
    if spec.validators or spec.transformers or spec.early_transformers or spec.common or spec.ps_type_name:
        return None
    held = binding.bound[spec.name]
    anything = not spec.typed or spec.type.full_name in _ANYTHING
    if held is value:
        return (spec.name, spec.folded, None, PSCustomObject, None) if anything else None
    member = next((found for name in (spec.name, *spec.aliases) if (found := value.spelled(name))), None)
    if member is None:
        return None
    given = value.members[member]
    exact = _EXACT.get(spec.type.full_name)
    if given.__class__ not in _PLAIN or not (anything or exact):
        return None
    if anything or given.__class__ is exact:
        return (spec.name, spec.folded, member, given.__class__, None) if held is given else None
    from spshell.values.conversion import convert

    return spec.name, spec.folded, member, given.__class__, lambda each: convert(each, spec.type)

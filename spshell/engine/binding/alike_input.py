"""The short way for a cmdlet's pipeline objects: when one was bound to a single parameter, the next of its class is too.

That holds for strings, numbers and booleans: what such a value may be bound to depends on its class alone, provided that no
other parameter waits for it that could take it by conversion or by a property. When no other parameter waits at all, and the one
takes objects as they are, it holds for all objects.
"""

from __future__ import annotations

from spshell.values.arrays import TypedArray
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec

_KINDS = frozenset({str, int, float, bool})
_ANYTHING = frozenset({"System.Object", "System.Management.Automation.PSObject"})


class AlikeInput:
    """The class of the last object (None: any), the parameter that took it, and the type of the array it was put into, if any."""

    __slots__ = ("array", "kind", "spec")

    def __init__(self, kind: type | None, spec: ParameterSpec, array: Any) -> None:
        self.kind = kind
        self.spec = spec
        self.array = array

    def takes(self, value: Any) -> bool:
        """Whether a value goes to the parameter without a look at others. (Empty text may be refused.)"""
        kind = value.__class__
        if kind is str and not value:
            return False
        return kind is self.kind or (self.kind is None and value is not None and value is not NOTHING)

    def bind(self, binding: Binding, value: Any) -> Any:
        """Bind another object of the class; has what the parameter holds."""
        held = value
        if self.array is not None:
            held = [value] if self.array is list else TypedArray((value,), self.array)
        binding.bound[self.spec.name] = held
        return held


def alike_input(binding: Binding, value: Any) -> AlikeInput | None:
    """The short way after an object was bound; None when the next one must be looked at."""
    kind: type | None = value.__class__
    if len(binding.from_pipeline) != 1:
        return None
    spec = binding.from_pipeline[0]
    others = [item for item in binding.metadata.parameters if item is not spec and _waits(binding, item)]
    if not others and spec.type.full_name in _ANYTHING and value is not None:
        kind = None
    elif kind not in _KINDS:
        return None
    if (
        binding.delayed
        or binding.applied_defaults
        or binding.metadata.dynamic is not None
        or not _is_plain(spec)
    ):
        return None
    held = binding.bound.get(spec.name)
    array: Any = None
    if held is not value:
        if not isinstance(held, list) or len(held) != 1 or held[0] is not value:
            return None
        array = held.net_type if type(held) is TypedArray else type(held)
        if array is not list and type(held) is not TypedArray:
            return None
    if any(_may_take(binding, item, value) for item in others):
        return None
    return AlikeInput(kind, spec, array)


def _is_plain(spec: ParameterSpec) -> bool:
    return not (
        spec.validators
        or spec.transformers
        or spec.early_transformers
        or spec.common
        or spec.ps_type_name is not None
        or spec.obsolete is not None
    )


def _waits(binding: Binding, spec: ParameterSpec) -> bool:
    return spec.takes_input and spec.name not in binding.bound and spec.belongs_to(binding.mask)


def _may_take(binding: Binding, spec: ParameterSpec, value: Any) -> bool:
    """Whether a parameter that waits could take a value of this class, or one of its properties."""
    from spshell.engine.binding.input_properties import find_property

    by_value = any(flags.by_value for flags in spec.matching(binding.mask))
    return by_value or find_property(value, (spec.name, *spec.aliases)) is not None

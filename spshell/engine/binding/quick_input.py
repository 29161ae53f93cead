"""The short way for pipeline objects: when the first one went to a single parameter, the next of its kind go there too."""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec

_EXACT = {"System.Int32": int, "System.String": str, "System.Double": float, "System.Boolean": bool}


class QuickInput:
    """The parameter that takes the pipeline's objects, and the classes of values that it takes as they are."""

    __slots__ = ("folded", "kinds", "name")

    def __init__(self, spec: ParameterSpec, kinds: frozenset[type]) -> None:
        self.name = spec.name
        self.folded = spec.folded
        self.kinds = kinds

    def bind(self, bound: dict[str, Any], variables: dict[str, Any], value: Any) -> bool:
        """Bind an object; False when the binder must look at it, with nothing changed."""
        if value.__class__ not in self.kinds or value == "":
            return False
        bound[self.name] = variables[self.folded] = value
        return True


def quick_input(binding: Binding) -> QuickInput | None:
    """The short way after an object was bound; None when each object must be looked at."""
    if len(binding.from_pipeline) != 1 or binding.delayed or binding.on_value is None:
        return None
    spec = binding.from_pipeline[0]
    metadata = binding.metadata
    if (
        metadata.dynamic is not None
        or metadata.default_set
        or any(_more_than_one_way(item) for item in metadata.parameters)
    ):
        return None
    takers = [item for item in metadata.parameters if item.takes_input]
    if takers != [spec] or spec.validators or spec.transformers or spec.early_transformers or spec.common:
        return None
    flags = spec.sets[ALL_SETS]
    if not flags.by_value or flags.by_name:
        return None
    if spec.typed and spec.type.full_name == "System.Management.Automation.PSObject":
        return QuickInput(spec, frozenset({PSCustomObject}))
    if spec.typed and spec.type.full_name != "System.Object":
        exact = _EXACT.get(spec.type.full_name)
        return None if exact is None else QuickInput(spec, frozenset({exact}))
    return QuickInput(spec, frozenset({str, int, float, bool, PSCustomObject}))


def _more_than_one_way(spec: ParameterSpec) -> bool:
    return list(spec.sets) != [ALL_SETS] or spec.obsolete is not None

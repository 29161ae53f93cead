"""What a place in a script remembers of the first object that its command got: the next time it goes the short way at once.

The short ways (`alike_input`, `quick_input`, `input_shapes`) begin when the binder has bound an object, and hold for those
that follow. What they rest upon is the same whenever the arguments have the same shape: so the plan of the arguments keeps
them, by the class of the object, together with the state that the binder would have come to.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.metadata import ParameterSpec


class FirstInput:
    """The parameters that an object filled, the short way for the next (`way`), and what the parameter sets came to."""

    __slots__ = ("mask", "set_name", "specs", "way")

    def __init__(self, binding: Binding, way: Any) -> None:
        self.specs: tuple[ParameterSpec, ...] = tuple(binding.from_pipeline)
        self.mask = binding.mask
        self.set_name = binding.set_name
        self.way = way

    def resume(self, binding: Binding) -> None:
        """Bring the binding to the state that it has when the binder has bound an object."""
        binding.mask = self.mask
        binding.set_name = self.set_name
        binding.from_pipeline.extend(self.specs)
        free = binding.free
        for spec in self.specs:
            free.remove(spec)


def remember_first(binding: Binding, value: Any, way: Any) -> None:
    """An object was bound, and there is a short way for the next."""
    if binding.plan is not None and not binding.delayed:
        binding.plan.memory.setdefault("input", {})[value.__class__] = FirstInput(binding, way)


def first_input(binding: Binding, value: Any) -> FirstInput | None:
    """What is remembered of objects like this one, when no object was bound yet."""
    if binding.plan is None or binding.from_pipeline:
        return None
    known = binding.plan.memory.get("input")
    return None if known is None else known.get(value.__class__)

"""How the arguments of a command at one place in a script were bound, to bind the next ones of the same shape at once.

Which parameter an argument goes to depends on the names given and on the classes of the values alone; what an argument
becomes (conversion, validation) depends on the value and is done for every call. Splatting, dynamic parameters, script
blocks that wait for input and defaults of the user go the long way.
"""

from __future__ import annotations

from spshell.engine.binding.arguments import Argument
from spshell.engine.binding.binder import Binding, bind_arguments
from spshell.engine.binding.user_defaults import defaults_table
from spshell.engine.binding.values import prepare
from spshell.engine.commands.switch import PRESENT
from spshell.engine.compiled.sites import END_OF_PARAMETERS, ParameterName, SplatArgument
from spshell.engine.variables.scope import UNSET
from spshell.values.arrays import TypedArray
from spshell.values.enumeration import is_list
from spshell.values.enums import EnumValue
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject, PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec
    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.variables.scope import Scope

    _Place = tuple[ParameterSpec, Any, Callable[[Any], Any] | None]
    """A parameter, where its value stands (a tuple of places if it takes several), what makes the bound value of it:
    `UNSET` from that, or None instead of it, means that the binder must."""

_LIMIT = 16
"""Shapes that one place remembers; a place with more binds the long way."""


class BindingPlan:
    """One shape of arguments: which value goes where, and what the parameter sets came to.

    ``fields`` are the places in the cmdlet that the bound values go to (an empty name: none), ``opens`` says that common
    parameters are among them. ``memory`` is for what those who run the command find out about this shape.
    """

    __slots__ = (
        "fields", "free", "mask", "mask_before_input", "memory", "opens", "positional", "preferred_mask", "set_name", "values",
    )  # fmt: skip

    def __init__(self, binding: Binding, values: list[_Place]) -> None:
        self.values = values
        self.fields = tuple(spec.attribute for spec, _, _ in values)
        self.opens = any(spec.common for spec, _, _ in values)
        self.memory: dict[str, Any] = {}
        self.free = list(binding.free)  # the binding's own goes on changing
        self.mask = binding.mask
        self.mask_before_input = binding.mask_before_input
        self.preferred_mask = binding.preferred_mask
        self.set_name = binding.set_name
        self.positional = binding.positional

    def bind(
        self, metadata: CommandMetadata, scope: Scope, args: tuple[Any, ...], expects_input: bool
    ) -> Binding:
        """The binding of further arguments of this shape. Raises what the binder raises for values that do not fit."""
        binding = Binding(metadata, scope.session, scope, expects_input, free=self.free)
        binding.mask = self.mask
        binding.mask_before_input = self.mask_before_input
        binding.preferred_mask = self.preferred_mask
        binding.set_name = self.set_name
        binding.positional = self.positional
        binding.plan = self
        bound = binding.bound
        for spec, index, quick in self.values:
            if quick is not None:
                made = quick(PRESENT if index < 0 else args[index])
                if made is not UNSET:
                    bound[spec.name] = made
                    continue
            if index.__class__ is tuple:
                argument = _gathered(spec, index, args)
            else:
                argument = Argument(spec.name, "", PRESENT if index < 0 else args[index], index)
            made = prepare(binding, spec, argument, coerce=True)
            bound[spec.name] = None if made is NOTHING else made
        return binding


def _gathered(spec: ParameterSpec, places: Any, args: tuple[Any, ...]) -> Argument:
    """What the parameter gets that takes all remaining arguments: a list of them, or the only one if it is a list."""
    from spshell.engine.binding.remaining import remaining_list

    values = [args[place] for place in places]
    only = values[0] if len(values) == 1 and is_list(values[0]) else None
    value = remaining_list(values) if only is None else only
    return Argument(spec.name, f"-{spec.name}:", value, places[0] if len(places) == 1 else -1)


def bind_at_site(
    metadata: CommandMetadata, site: CommandSite | None, args: Any, scope: Scope, *, expects_input: bool
) -> Binding:
    """Bind the arguments of a cmdlet or an advanced function, by the plan of the site if it has one for this shape."""
    shape = None if site is None or metadata.dynamic is not None else _shape(args, expects_input)
    if site is None or shape is None or defaults_table(scope):
        return bind_arguments(metadata, args, scope.session, scope, expects_input=expects_input)
    plans = site.plans
    if plans is None or plans[0] is not metadata:
        plans = site.plans = (metadata, {})
    plan = plans[1].get(shape)
    if plan is not None:
        return plan.bind(metadata, scope, args, expects_input)  # type: ignore[no-any-return]  # plans hold BindingPlan
    binding = bind_arguments(metadata, args, scope.session, scope, expects_input=expects_input)
    if len(plans[1]) < _LIMIT:
        made = _plan(binding, metadata, args)
        if made is not None:
            plans[1][shape] = made
    return binding


def _shape(args: Any, expects_input: bool) -> tuple[Any, ...] | None:
    """What decides where arguments go: names as they stand, the classes of the values."""
    shape: list[Any] = [expects_input]
    for value in args:
        kind = value.__class__
        if kind is ParameterName:
            shape.append(value)
        elif kind is SplatArgument or kind is PSObject or value is END_OF_PARAMETERS or value is NOTHING:
            return None
        else:
            shape.append(kind)
    return tuple(shape)


def _plan(binding: Binding, metadata: CommandMetadata, args: Any) -> BindingPlan | None:
    """The plan behind a binding that succeeded; None when it depends on more than the shape."""
    if binding.metadata is not metadata or binding.delayed or binding.warnings or binding.unbound:
        return None
    if binding.dynamic_values is not None or len(binding.taken) != len(binding.bound):
        return None
    values: list[_Place] = []
    lookup = metadata.lookup or {}
    for name, argument in binding.taken.items():
        spec = lookup[name.lower()]
        index: Any = -1 if argument.value is PRESENT else argument.index
        if binding.gathered is not None and binding.gathered[0] == name:
            index = binding.gathered[1]
            if any(place < 0 or place >= len(args) for place in index):
                return None
            values.append((spec, index, None))
            continue
        if argument.value is not PRESENT and not (0 <= index < len(args) and args[index] is argument.value):
            return None  # gathered from several, or a bare word made text
        quick = _quick(spec, argument.value, binding.bound[name])
        if quick is None and metadata.kind == "cmdlet":
            quick = _settled(spec, argument.value, binding.bound[name])
        values.append((spec, index, quick))
    return BindingPlan(binding, values)


def _quick(spec: ParameterSpec, value: Any, bound: Any) -> Callable[[Any], Any] | None:
    """What the binder makes of every value of this class, if that is plain; None when it must look at each."""
    if value is None or spec.early_transformers or spec.transformers or spec.ps_type_name is not None:
        return None
    kind = value.__class__
    if spec.common:
        return _remembering(value, bound) if kind is str else None
    if spec.validators:
        return None
    if bound is value:
        if value is PRESENT or (spec.type.python_type is kind and not spec.mandatory_somewhere):
            return _same
        if kind is list:
            return _same if type_of(value) is spec.type and not spec.mandatory_somewhere else None
        if spec.type.python_type is not kind and spec.type.full_name not in _ANYTHING:
            return None
        from spshell.engine.scriptblock import ScriptBlock

        return (
            _unless_empty if kind is str else _same if kind in _NEVER_EMPTY or kind is ScriptBlock else None
        )
    if (
        spec.type.full_name == "System.Object[]"
        and kind in _ITEMS
        and bound.__class__ is list
        and len(bound) == 1
        and bound[0] is value
    ):
        return lambda item: [item]
    element = spec.type.element
    if (
        element is not None
        and kind in _ELEMENTS
        and element.python_type is kind
        and type_of(value) is element
    ):
        net_type = spec.type
        if bound.__class__ is TypedArray and bound.net_type is net_type and list(bound) == [value]:
            return lambda item: UNSET if item == "" else TypedArray([item], net_type)
    return None


def _settled(spec: ParameterSpec, value: Any, bound: Any) -> Callable[[Any], Any] | None:
    """What came of a text that was checked, or that names a value of an enumeration or of a class that says so
    (``same_for_text``): it stands for the same each time.

    (What compiled commands check a text for is in the text.)
    """
    if (
        value.__class__ is not str
        or spec.early_transformers
        or spec.transformers
        or spec.ps_type_name is not None
    ):
        return None
    made = bound[0] if bound.__class__ is TypedArray and len(bound) == 1 else bound
    settled = made is value or made.__class__ is EnumValue or getattr(made, "same_for_text", False)
    return _remembering(value, bound) if settled and (made is not value or bound is value) else None


_ELEMENTS = frozenset({str, int, float})
_ITEMS = frozenset({str, int, float, bool, PSCustomObject, Hashtable})
_NEVER_EMPTY = frozenset({int, bool, float, PSCustomObject})
_ANYTHING = frozenset({"System.Object", "System.Management.Automation.PSObject"})


def _same(value: Any) -> Any:
    return value


def _unless_empty(value: Any) -> Any:
    """Mandatory text: the binder refuses an empty one."""
    return value or UNSET


def _remembering(value: str, bound: Any) -> Callable[[Any], Any]:
    """A word for a common parameter: nearly always the same."""
    return lambda word: bound if word == value else UNSET

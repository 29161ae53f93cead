"""Objects of script classes made in few steps: what a constructor does, put together once as one Python function.

That is: values to begin with, the base class's constructor, initial values, the constructor's own code. It needs classes all the
way down to System.Object that scripts define and that have begun, and code that runs without a scope; others are made the
general way (`Constructor.create`). Places that make objects keep the function until type data change.
"""

from __future__ import annotations

from spshell.engine.classes.expressions import direct_expression, mentions_this
from spshell.engine.classes.initial_values import initial_values
from spshell.engine.classes.methods import leaves_method
from spshell.engine.classes.properties import default_values
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject, PSObject
from spshell.values.reference import PSReference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.classes.constructors import Constructor

    Step = Callable[..., Any]


_UNTOLD = frozenset({PSObject, PSCustomObject, PSReference, type(NOTHING)})
"""Classes of values of which only a look at the value tells what takes it."""


def maker(constructor: Constructor) -> Callable[..., Any] | None:
    """A function of the converted arguments that makes an object; None when the general way is needed."""
    defaults = default_values(constructor.made)
    if defaults is None or constructor.home.session.all_scope:
        return None
    steps = _steps(constructor, defaults)
    if steps is None:
        return None
    python_type: Any = constructor.made.python_type
    run = steps[0] if len(steps) == 1 else None
    count = len(constructor.parameters)
    makers = (_with_none, _with_one, _with_two)
    if count < len(makers) and run is not None:
        return makers[count](python_type, defaults, run)
    return _with_any(python_type, defaults, steps)


def _steps(constructor: Constructor, defaults: dict[str, Any]) -> list[Step] | None:
    """What runs on a new object with the arguments; constants that nothing can see any earlier are put into the defaults."""
    made = constructor.made
    base = made.base
    start = constructor.start
    if start is not None and (start.steps or start.failure is not None):
        return None
    steps: list[Step] = []
    if base is None or base.full_name != "System.Object":
        first = _base_step(constructor)
        if first is None:
            return None
        steps.append(first)
    values = initial_values(constructor.home, made, constructor.source)
    if not steps:
        defaults.update(values.constants)
    elif any(defaults.get(name) is not value for name, value in values.constants.items()):
        constants = values.constants
        steps.append(lambda instance, *_arguments: instance.values.update(constants))
    steps += [_property_step(name, value) for name, value in values.worked_out]
    if constructor.body is not None:
        own = _body_step(constructor, first=not steps)
        if own is None:
            return None
        steps.append(own)
    return steps


def _property_step(name: str, value: Callable[[Any], Any]) -> Step:
    def step(instance: Any, *_arguments: Any) -> None:
        try:
            instance.values[name] = value(instance)
        except NetException as error:
            leaves_method(error)
            raise

    return step


def _body_step(constructor: Constructor, *, first: bool) -> Step | None:
    """The constructor's own code; what ran before it may have given the object members of its own."""
    body = constructor.body
    direct = body.quick() if body is not None else None
    if body is None or direct is None or first:
        return direct

    def step(instance: Any, *arguments: Any) -> None:
        if instance.ps_members:
            body.call(instance, arguments)
        else:
            direct(instance, *arguments)

    return step


def _base_step(constructor: Constructor) -> Step | None:
    """The constructor of the base class, chosen by the classes of what ``: base(...)`` hands on."""
    from spshell.engine.classes.constructors import Constructor as ScriptConstructor

    base = constructor.made.base
    group = None if base is None else base.constructors
    member = constructor.member
    nodes = member.base_arguments if member is not None else None
    if group is None or any(mentions_this(node) for node in nodes or ()):
        return None
    if not nodes:
        empty = [item for item in group.overloads if not item.parameters]
        found = empty[0] if empty else None
        return _runner(found) if isinstance(found, ScriptConstructor) else None
    if constructor.body is None:
        return None
    pairs = list(zip(constructor.body.names, constructor.body.types, strict=True))
    handed_on = direct_expression(constructor.home, nodes, constructor.source, [*pairs])
    if handed_on is None:
        return None
    bases = BaseConstructors(group)

    def step(instance: Any, *arguments: Any) -> None:
        bases.run(instance, handed_on(*arguments))

    return step


class BaseConstructors:
    """Those of a base class: which one takes some values depends on their classes, so it is chosen once for these."""

    __slots__ = ("group", "known")

    def __init__(self, group: Any) -> None:
        self.group = group
        self.known: dict[tuple[type, ...], tuple[Any, Step, bool]] = {}

    def run(self, instance: Any, values: list[Any]) -> None:
        """Run the one that takes the values on an object."""
        classes = tuple([value.__class__ for value in values])
        call, step, exact = self.known.get(classes) or self._chosen(classes, values)
        if not exact:
            from spshell.dotnet.reflection.overloads import convert_arguments

            values = convert_arguments(call, values)
        step(instance, *values)

    def _chosen(self, classes: tuple[type, ...], values: list[Any]) -> tuple[Any, Step, bool]:
        from spshell.dotnet.reflection.overloads import choose
        from spshell.values.nettype import BY_CLASS

        call = choose("new", self.group, values)
        overload: Any = call.overload
        step = _runner(overload) or (lambda instance, *arguments: overload.run(instance, arguments))
        told = all(kind in BY_CLASS and kind not in _UNTOLD for kind in classes)
        pairs = zip(classes, call.types, strict=False)
        exact = told and not call.expanded and all(BY_CLASS[kind] is wanted for kind, wanted in pairs)
        if told:
            self.known[classes] = call, step, exact
        return call, step, exact


def _runner(constructor: Constructor) -> Step | None:
    """What a constructor does to an object that a derived class is making."""
    found: dict[str, Any] = {}
    steps = _steps(constructor, found)
    if steps is None:
        return None
    if found:  # its constants
        steps.insert(0, lambda instance, *_arguments: instance.values.update(found))
    if len(steps) == 1:
        return steps[0]

    def run(instance: Any, *arguments: Any) -> None:
        for step in steps:
            step(instance, *arguments)

    return run


def _with_none(python_type: Any, defaults: dict[str, Any], run: Step) -> Callable[..., Any]:
    new = python_type.__new__

    def make() -> Any:
        instance = new(python_type)
        instance.ps_members = None
        instance.values = defaults.copy()
        run(instance)
        return instance

    return make


def _with_one(python_type: Any, defaults: dict[str, Any], run: Step) -> Callable[..., Any]:
    new = python_type.__new__

    def make(argument: Any) -> Any:
        instance = new(python_type)
        instance.ps_members = None
        instance.values = defaults.copy()
        run(instance, argument)
        return instance

    return make


def _with_two(python_type: Any, defaults: dict[str, Any], run: Step) -> Callable[..., Any]:
    new = python_type.__new__

    def make(first: Any, second: Any) -> Any:
        instance = new(python_type)
        instance.ps_members = None
        instance.values = defaults.copy()
        run(instance, first, second)
        return instance

    return make


def _with_any(python_type: Any, defaults: dict[str, Any], steps: list[Step]) -> Callable[..., Any]:
    new = python_type.__new__

    def make(*arguments: Any) -> Any:
        instance = new(python_type)
        instance.ps_members = None
        instance.values = defaults.copy()
        for step in steps:
            step(instance, *arguments)
        return instance

    return make

"""Constructors of script classes: base constructor, initial values, then the constructor's own code."""

from __future__ import annotations

from spshell.engine.classes.methods import MethodBody, leaves_method, signature
from spshell.engine.classes.properties import default_values
from spshell.engine.variables.scope import Scope
from spshell.values.exceptions import NetException
from spshell.values.nettype import MethodGroup, Overload, load_members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.classes.start import Start
    from spshell.values.nettype import NetType, Parameter


class Constructor(Overload):
    """One constructor: calling it makes an instance, `run` works on an instance that a derived class is making.

    `body` and `member` are None for the constructor that a class has when it declares none.
    """

    __slots__ = ("body", "handed_on", "home", "made", "member", "source", "start")

    def __init__(
        self,
        home: Scope,
        made: NetType,
        source: Any,
        parameters: tuple[Parameter, ...],
        body: MethodBody | None,
        member: Any,
    ) -> None:
        super().__init__(parameters, made.ps_name, self.create)
        self.home = home
        self.made = made
        self.source = source
        self.body = body
        self.member = member
        self.handed_on: list[Any] | None = None
        start = made.data["start"]
        self.start: Start | None = start if start.steps else None

    def create(self, *arguments: Any) -> Any:
        """A new instance."""
        python_type: Any = self.made.python_type
        instance = python_type.__new__(python_type)
        instance.ps_members = None
        instance.values = default_values(self.made) or {}
        self.run(instance, arguments)
        return instance

    def quick(self) -> Callable[..., Any] | None:
        """A function of the converted arguments that makes an object in fewer steps; None where that cannot be."""
        from spshell.engine.classes.making import maker

        return maker(self)

    @property
    def runs_only_itself(self) -> bool:
        """Whether no error can come from anything but the constructor's own code, as far as `quick` made a function."""
        from spshell.engine.classes.initial_values import initial_values

        base = self.made.base
        own = base is not None and base.full_name == "System.Object"
        return own and not initial_values(self.home, self.made, self.source).worked_out

    def run(self, instance: Any, arguments: tuple[Any, ...]) -> None:
        """Base constructor, own initial values, own code."""
        from spshell.engine.classes.classes import initialise

        if self.start is not None:
            self.start()
        _construct_base(self.made.base, instance, self._base_arguments(arguments))
        try:
            initialise(self.home, instance, self.made, self.source)
        except NetException as error:
            leaves_method(error)
            raise
        if self.body is not None:
            self.body.call(instance, arguments)

    def _base_arguments(self, arguments: tuple[Any, ...]) -> list[Any]:
        """What ``: base(...)`` hands on, worked out with the constructor's parameters in sight."""
        nodes = self.member.base_arguments if self.member is not None else None
        if not nodes or self.body is None:
            return []
        if self.handed_on is None:
            from spshell.engine.attributes.constant_expressions import default_of

            self.handed_on = [default_of(node, self.source) for node in nodes]
        scope = Scope(self.home.session, self.home)
        scope.vars.update(zip(self.body.names, arguments, strict=False))
        return [value(scope) if callable(value) else value for value in self.handed_on]


def _construct_base(base: NetType | None, instance: Any, arguments: list[Any]) -> None:
    """Run the constructor of a base class on an instance; what a .NET base makes is taken over."""
    if base is None or base.full_name == "System.Object":
        return
    from spshell.dotnet.reflection.overloads import choose, convert_arguments
    from spshell.engine.classes.classes import is_exception

    load_members(base)
    if base.constructors is None:
        return
    call = choose("new", base.constructors, arguments)
    values = convert_arguments(call, arguments)
    if isinstance(call.overload, Constructor):
        call.overload.run(instance, tuple(values))
        return
    made = call.overload.function(*values)
    if is_exception(base):
        if not arguments:
            made.message = f"Exception of type '{type(instance).net_name}' was thrown."
        made.args = (made.message,)
        instance.args = made.args
    if isinstance(made, list):
        instance.extend(made)
    _take_over(instance, made)


def _take_over(instance: Any, made: Any) -> None:
    instance.__dict__.update(getattr(made, "__dict__", {}))
    for kind in type(made).__mro__:
        for name in kind.__dict__.get("__slots__", ()):
            if not name.startswith("__") and name != "net_type" and hasattr(made, name):
                setattr(instance, name, getattr(made, name))


def add_constructors(home: Scope, made: NetType, members: list[Any], source: Any) -> None:
    """Add the constructors of a class; without any there is one that takes no arguments."""
    group = made.constructors = MethodGroup("new", [])
    for member in members:
        parameters, types = signature(home, member.definition)
        body = MethodBody(home, member.definition, member.name, None, types, made)
        group.overloads.append(Constructor(home, made, source, parameters, body, member))
    if not members:
        group.overloads.append(Constructor(home, made, source, (), None, None))

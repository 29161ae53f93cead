"""Methods of script classes: overloads whose bodies are compiled blocks."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from weakref import WeakSet

from spshell.dotnet.reflection.typedata import on_change
from spshell.engine.calls.call import Call
from spshell.engine.calls.depth import MAX_DEPTH, overflow
from spshell.engine.classes.names import resolve
from spshell.engine.pipelines.apart import Apart
from spshell.engine.scriptblock import ScriptBlock
from spshell.engine.variables.scope import Scope
from spshell.values.exceptions import NetException
from spshell.values.nettype import BY_NAME, MethodGroup, NetType, Overload, Parameter
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


_IN_PIPELINE = nullcontext()


class MethodBody:
    """The code of one method: called with ``$this`` and converted arguments, it gives what the method returns.

    ``direct`` is the method as a Python function of ``$this`` and its parameters; None when it needs a scope. With `carries`
    it looks whether the object was given members of its own, and goes the general way then.
    """

    __slots__ = (
        "__weakref__",
        "block",
        "carries",
        "direct",
        "function",
        "home",
        "made",
        "names",
        "returns",
        "tried",
        "types",
    )

    def __init__(
        self,
        home: Scope,
        definition: Any,
        name: str,
        returns: NetType | None,
        types: list[NetType],
        made: NetType,
    ) -> None:
        self.home = home
        self.block = ScriptBlock(definition.body, home.session, home)
        self.block.parameters_node = definition.parameters or []
        self.block.name = name
        self.names = self.block.parameter_names()
        self.returns = returns
        self.types = types
        self.made = made
        self.function: Callable[..., Any] | None = None
        self.direct: Callable[..., Any] | None = None
        self.tried = False
        self.carries = False

    def compiled(self) -> Callable[..., Any]:
        """The Python function that runs in a scope, made at the first call."""
        if self.function is None:
            from spshell.compiler import compile_block
            from spshell.engine.compiled.linker import link

            made = compile_block(self.block.node, parameters=frozenset([*self.names, "this"]), method=True)
            self.function = link(made, self.home.session, self.block.name).get("End", _empty)
        return self.function

    def quick(self) -> Callable[..., Any] | None:
        """`direct`, made at the first call."""
        if not self.tried:
            self.tried = True
            self.direct = self._without_scope()
            _QUICK.add(self)
        return None if self.home.session.all_scope else self.direct

    def _without_scope(self) -> Callable[..., Any] | None:
        """The method as a Python function, when nothing can look at its scope."""
        from spshell.compiler import DirectParameter, MethodShape, compile_direct
        from spshell.engine.classes.properties import plain_properties
        from spshell.engine.compiled.linker import link

        names = ["this", *self.names]
        nodes = [None, *self.block.parameter_nodes()]
        types = ["", *(net_type.full_name for net_type in self.types)]
        if any(node is not None and node.default is not None for node in nodes) or len(types) != len(names):
            return None
        parameters = [DirectParameter(name, kind, [], None) for name, kind in zip(names, types, strict=True)]
        returned = self.returns.full_name if self.returns is not None else None
        shape = MethodShape(plain_properties(self.made), self.returns, returned)
        shape.carries = self.carries
        code = compile_direct(
            self.block.node, parameters, self.home.session.commands.function_names, method=shape
        )
        if code is None:
            return None
        made = link(code.code, self.home.session, self.block.name)["Direct"]
        name = self.block.name
        made.__globals__.update(S=self.home, out=_drop, O=partial(_call_own, name))
        return made

    def call(self, this: Any, arguments: tuple[Any, ...]) -> Any:
        """Run the method. Errors leave it as they are (not wrapped into MethodInvocationException)."""
        direct = self.direct if self.tried else self.quick()
        session = self.home.session
        if direct is not None and not session.all_scope and not getattr(this, "ps_members", None):
            return direct(this, *arguments)
        function = self.function if self.function is not None else self.compiled()
        scope = Scope(session, self.home)
        scope.vars["this"] = this
        scope.vars["args"] = []
        for name, value in zip(self.names, arguments, strict=False):
            scope.vars[name] = value
        self._keep_types(scope)
        scope.call = Call(self.block, None)
        scope.call.is_method = True
        scope.call.returns = self.returns
        session.depth += 1
        session.try_depth += 1
        try:
            if session.depth > MAX_DEPTH:
                overflow()
            with _IN_PIPELINE if self.returns is None else Apart(session):
                result = function(scope, _drop)
        except RecursionError:
            overflow()
        except NetException as error:
            error.__dict__["from_script"] = True
            raise
        finally:
            session.depth -= 1
            session.try_depth -= 1
        if self.returns is None:
            return NOTHING
        return convert_result(self.returns, result) if result is NOTHING else result

    def _keep_types(self, scope: Scope) -> None:
        from spshell.engine.attributes.of_variables import cast_constraint
        from spshell.engine.variables.scope import VariableAttributes

        for name, net_type in zip(self.names, self.types, strict=False):
            if net_type.full_name != "System.Object":
                attributes = VariableAttributes(name)
                attributes.constraints = [cast_constraint(net_type)]
                scope.attributes[name] = attributes


_QUICK: WeakSet[MethodBody] = WeakSet()
"""The methods whose direct functions rely on what the class's type data say."""


def _forget() -> None:
    """Type data changed: what a member means may have changed."""
    for body in list(_QUICK):
        body.tried = False
        body.made.lookup.clear()


on_change(_forget)


class MethodOverload(Overload):
    """One overload of a script's method."""

    __slots__ = ("body", "plain")

    def __init__(
        self,
        parameters: tuple[Parameter, ...],
        return_type: str,
        function: Callable[..., Any],
        body: MethodBody,
    ) -> None:
        super().__init__(parameters, return_type, function)
        self.body = body
        self.plain = function

    def quick(self) -> Callable[..., Any] | None:
        """A function of ``$this`` and the converted arguments, for objects without members of their own."""
        return self.body.quick() if self.function is self.plain else None


def convert_result(returns: NetType, result: Any) -> Any:
    """What a method returns, as a value of its type."""
    value = None if result is NOTHING else result
    if returns.full_name == "System.Object":
        return value
    if returns.full_name == "System.Void":
        return NOTHING
    from spshell.values.conversion import convert

    return convert(value, returns)


def leaves_method(error: NetException) -> None:
    """An error leaves a method: script code raised it.

    The method's own code does what a call does to an error, so that a place may call it directly.
    """
    error.__dict__["from_script"] = True


def method_result(scope: Scope, result: Any) -> Any:
    """What ``return`` gives back in a method that runs in a scope, as a value of the method's type.

    The statement converts: a ``try`` around it sees what fails (about_Classes_Methods).
    """
    returns = scope.call.returns if scope.call is not None else None
    return result if returns is None else convert_result(returns, result)


def _call_own(name: str, this: Any, *arguments: Any) -> Any:
    """A method of an object that was given members of its own."""
    from spshell.dotnet.reflection.members import invoke_method

    return invoke_method(this, name, list(arguments))


def _drop(_value: Any) -> None:
    """What a method's statements write goes nowhere (about_Classes)."""


def _empty(_scope: Any, _out: Any) -> Any:
    return NOTHING


def signature(home: Scope, definition: Any) -> tuple[tuple[Parameter, ...], list[NetType]]:
    """The parameters of a method and their types."""
    parameters: list[Parameter] = []
    types: list[NetType] = []
    for node in definition.parameters or []:
        found = BY_NAME["system.object"]
        for attribute in node.attributes:
            if attribute.kind == "TypeConstraint":
                found = resolve(home, attribute.type_name)
        types.append(found)
        parameter = Parameter(node.name.path, found.ps_name)
        parameter.resolved = found
        parameters.append(parameter)
    return tuple(parameters), types


def add_method(home: Scope, made: NetType, member: Any) -> None:
    """Add one method to a class."""
    static = "Static" in member.modifiers
    parameters, types = signature(home, member.definition)
    returns = (
        BY_NAME["system.object"]
        if member.return_type is None
        else resolve(home, member.return_type.type_name)
    )
    if member.return_type is None or returns.full_name == "System.Void":
        body = MethodBody(home, member.definition, member.name, None, types, made)
        return_name = "void"
    else:
        body = MethodBody(home, member.definition, member.name, returns, types, made)
        return_name = returns.ps_name

    def run(target: Any, *arguments: Any) -> Any:
        return body.call(target, arguments)

    def run_static(*arguments: Any) -> Any:
        return body.call(None, arguments)

    body.carries = not static
    table = made.statics if static else made.members
    group = table.get(member.name)
    if not isinstance(group, MethodGroup):
        group = table[member.name] = MethodGroup(member.name, [], static=static)
    overload = (
        Overload(parameters, return_name, run_static)
        if static
        else MethodOverload(parameters, return_name, run, body)
    )
    group.overloads.append(overload)
    group.hidden = group.hidden or "Hidden" in member.modifiers
    if not static and not parameters and member.name.lower() == "tostring":
        _speak(made, run)


def _speak(made: NetType, run: Callable[[Any], Any]) -> None:
    """A class's own ToString() is its instances' text in strings and messages too."""

    def ps_text(self: Any) -> str:
        result = run(self)
        return "" if result is None or result is NOTHING else str(result)

    made.python_type.ps_text = ps_text  # type: ignore[union-attr]  # the Python class of a script class

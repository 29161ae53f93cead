"""The oracle's calls: functions, script blocks, closures, pipelines and classes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from spshell.dotnet.reflection import members
from spshell.engine.attributes.of_variables import cast_constraint
from spshell.values import conversion
from spshell.values.exceptions import NetException, fault
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING
from spshell.values.text import to_text
from spshell.values.truth import truth
from tests.compiler.tree_values import Block, Scope, Values, collected, unrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Enough(Exception):
    """Select-Object -First has what it wants; `stage` says which one."""

    def __init__(self, stage: Any) -> None:
        super().__init__()
        self.stage = stage


class Stopped(Exception):
    """A command of a pipeline failed: the commands before it see only that the pipeline stops, no catch of theirs takes it."""

    def __init__(self, stages: Any, error: NetException) -> None:
        super().__init__()
        self.stages = stages
        self.error = error


class Instance:
    """An object of a class of the program."""

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self.values: dict[str, Any] = {}
        self.types: dict[str, Any] = {}

    def ps_text(self) -> str:
        return str(self.kind.name)


class Calls(Values):
    """Everything that runs a block of its own."""

    out: Any
    run: Any
    run_trapped: Any
    command_of: Any
    do: Any
    gather: Any
    handled: int
    tries: int
    classes: dict[str, Any]
    block_out: Any = None
    in_method = False
    method: Any = None
    returned: Any = NOTHING

    @contextmanager
    def dollar(self, value: Any) -> Iterator[None]:
        """``$_`` for a while."""
        variables = self.scope.vars
        saved = variables.get("_", NOTHING)
        if value is not NOTHING:
            variables["_"] = value
        try:
            yield
        finally:
            if saved is NOTHING:
                variables.pop("_", None)
            else:
                variables["_"] = saved

    @contextmanager
    def frame(self, scope: Scope, out: Any, *, shares: bool = False, method: bool = False) -> Iterator[None]:
        """Run in a scope, writing to `out`."""
        kept = (self.scope, self.out, self.block_out, self.handled, self.shares_scope, self.in_method)
        running, self.method = self.method, None
        in_text, self.in_text = self.in_text, False
        self.scope, self.out, self.block_out = scope, out, out
        self.handled, self.shares_scope, self.in_method = int(method), shares, method
        try:
            yield
        finally:
            self.scope, self.out, self.block_out, self.handled, self.shares_scope, self.in_method = kept
            self.method, self.in_text = running, in_text

    def body(self, block: Any) -> None:
        """The statements of a named block up to the ``return`` among them."""
        from tests.compiler.tree_walker import Leave

        if block is None:
            return
        try:
            if block.traps:
                self.run_trapped(block.statements, block.traps)
            else:
                self.run(block.statements)
        except Leave as leave:
            if leave.kind != "return":
                raise

    # -- blocks

    def call_here(self, node: Any, out: Any = None) -> list[Any]:
        """A block in the running scope, as ForEach-Object and Where-Object run theirs."""
        written: list[Any] = []
        with self.frame(self.scope, out or written.append, shares=True):
            self.body(node.end_block)
        return written

    def call_inside(self, node: Any) -> list[Any]:
        """A block in a scope of its own, inside the running one, as properties that a block works out."""
        written: list[Any] = []
        with self.frame(Scope(self.scope), written.append):
            self.body(node.end_block)
        return written

    def new_closure(self, block: Block) -> Block:
        home = Scope(self.top)
        home.script = home
        home.vars.update(self.scope.vars)
        home.strict = 0  # a closure has a module of its own
        return Block(block.node, home)

    # -- functions

    def find_function(self, name: str) -> Any:
        scope: Scope | None = self.scope
        while scope is not None:
            if name in scope.functions:
                return scope.functions[name]
            scope = scope.parent
        raise AssertionError(name)

    def arguments(self, elements: list[Any]) -> tuple[list[Any], dict[str, Any]]:
        """Positional values and named ones (``-Name value``, ``-Switch``, splatted tables and lists)."""
        values: list[Any] = []
        named: dict[str, Any] = {}
        waiting = ""
        for item in elements:
            if item.kind == "CommandParameter":
                if waiting:
                    named[waiting] = True
                waiting = item.name.lower()
                if item.argument is not None:
                    named[waiting] = stored_argument(self.value(item.argument))
                    waiting = ""
                continue
            if item.kind == "VariableExpression" and item.splatted:
                if waiting:
                    named[waiting] = True
                    waiting = ""
                given = self.read(item.path)
                if hasattr(given, "items"):
                    named.update({to_text(key).lower(): value for key, value in given.items()})
                else:
                    values += unrolled(given)
                continue
            value = stored_argument(self.value(item))
            if waiting and waiting not in self.switches:
                named[waiting] = value
            else:
                if waiting:
                    named[waiting] = True
                values.append(value)
            waiting = ""
        if waiting:
            named[waiting] = True
        return values, named

    switches: frozenset[str] = frozenset()

    def bind(self, parameters: list[Any], scope: Scope, elements: Any, name: str) -> None:
        """Fill a new scope: arguments are the caller's, defaults are worked out in the new scope."""
        values, named = elements
        bound = Hashtable()
        scope.vars["psboundparameters"] = bound
        unbound = []
        for parameter in parameters:
            key = parameter.name.path.lower()
            kind = self.constraint(parameter)
            if key in named:
                given = named.pop(key)
            elif values and not self.is_switch(parameter):
                given = values.pop(0)
            else:
                unbound.append((parameter, key, kind))
                continue
            scope.vars[key] = self.transformed(kind, given, name)
            bound[key] = scope.vars[key]
            if kind is not None:
                scope.types[key] = cast_constraint(kind)
        for parameter, key, kind in unbound:
            scope.vars[key] = None
            if parameter.default is not None:
                outer, self.scope = self.scope, scope
                try:
                    scope.vars[key] = stored_argument(self.value(parameter.default))
                finally:
                    self.scope = outer
            if self.is_switch(parameter):
                scope.vars[key] = False
            elif kind is not None:
                scope.vars[key] = conversion.convert(scope.vars[key], kind)
            if kind is not None and not self.is_switch(parameter):
                scope.types[key] = cast_constraint(kind)
        scope.vars["args"] = values

    def constraint(self, parameter: Any) -> Any:
        for item in parameter.attributes:
            if item.kind == "TypeConstraint" and item.type_name.text.lower() not in ("switch", "ref"):
                return self.type_of(item.type_name)
        return None

    def is_switch(self, parameter: Any) -> bool:
        return any(
            item.kind == "TypeConstraint" and item.type_name.text.lower() == "switch"
            for item in parameter.attributes
        )

    def transformed(self, kind: Any, value: Any, name: str) -> Any:
        if kind is None:
            return value
        try:
            return conversion.convert(value, kind)
        except NetException as error:
            raise fault(
                "System.Management.Automation.ParameterBindingArgumentTransformationException",
                "",
                f"ParameterArgumentTransformationError,{name}"
                if name
                else "ParameterArgumentTransformationError",
                "InvalidData",
                inner=error,
            ) from None

    # -- pipelines

    def pipe(self, node: Any, out: Callable[[Any], None]) -> None:
        """Commands joined by ``|``: all begin, then values are pushed through one by one, then all end."""
        stages: list[Stage] = []
        elements = list(node.elements)
        first = elements.pop(0) if elements[0].kind == "CommandExpression" else None
        source = None if first is None else self.value(first.expression)
        for element in elements:
            stages.append(Stage(self, element, has_input=bool(stages) or first is not None))
        for position, stage in enumerate(stages):
            stage.out = stages[position + 1].process if position + 1 < len(stages) else out
            stage.pipeline = stages
        try:
            self.flow(stages, first, source)
        except Stopped as stopped:
            if stopped.stages is not stages:
                raise
            raise stopped.error from None
        finally:
            for stage in stages:
                stage.close()

    def flow(self, stages: list[Stage], first: Any, source: Any) -> None:
        try:
            for stage in stages:
                stage.begin()
            if first is not None:
                for item in unrolled(source):
                    stages[0].process(item)
            start = 0
        except Enough as enough:
            start = self.stopped_at(stages, enough)
        while start < len(stages):
            try:
                for stage in stages[start:]:
                    start += 1
                    stage.end()
            except Enough as enough:
                start = self.stopped_at(stages, enough)

    def stopped_at(self, stages: list[Stage], enough: Enough) -> int:
        """Where the pipeline goes on that a stage stopped: at that stage; a stage of another pipeline stops this one."""
        if enough.stage not in stages:
            raise enough
        return stages.index(enough.stage)

    # -- classes

    def define_class(self, node: Any) -> None:
        self.classes[node.name.lower()] = node

    def lineage(self, kind: Any) -> list[Any]:
        chain = [kind]
        while chain[-1].bases:
            chain.append(self.classes[chain[-1].bases[0].type_name.text.lower()])
        return chain

    def construct(self, target: Any, name: str, arguments: list[Any]) -> Any:
        return members.invoke_static(target, name, arguments)

    def type_of(self, name: Any) -> Any:
        return self.classes.get(name.text.lower()) or super().type_of(name)

    def of_InvokeMemberExpression(self, node: Any) -> Any:  # noqa: N802
        if node.static and node.target.kind == "TypeExpression":
            kind = self.classes.get(node.target.type_name.text.lower())
            if kind is not None:
                values = [stored_argument(self.value(item)) for item in node.arguments]
                if node.member.value.lower() == "new":
                    return self.make(kind, values)
                return self.invoke(kind, node.member.value, None, values)
        base = node.target.pipeline.elements[0].expression if node.target.kind == "ParenExpression" else None
        if (
            base is not None
            and base.kind == "ConvertExpression"
            and base.type.type_name.text.lower() in self.classes
        ):
            this = self.value(base.child)
            values = [stored_argument(self.value(item)) for item in node.arguments]
            return self.invoke(
                self.classes[base.type.type_name.text.lower()], node.member.value, this, values
            )
        return super().of_InvokeMemberExpression(node)

    def make(self, kind: Any, values: list[Any]) -> Instance:
        made = Instance(kind)
        for owner in reversed(self.lineage(kind)):
            for member in owner.members:
                if member.kind == "PropertyMember" and "Static" not in member.modifiers:
                    net_type = self.type_of(member.type.type_name) if member.type else None
                    made.types[member.name.lower()] = net_type
                    value = None
                    if member.initial is not None:
                        with self.frame(Scope(self.top), None, method=True):
                            value = stored_argument(self.value(member.initial))
                    elif net_type is not None:
                        value = members.default_value(net_type)
                    made.values[member.name.lower()] = (
                        conversion.convert(value, net_type) if net_type else value
                    )
        self.run_constructor(kind, made, values)
        return made

    def run_constructor(self, kind: Any, this: Instance, values: list[Any]) -> None:
        found = [
            m for m in kind.members if m.kind == "FunctionMember" and m.name.lower() == kind.name.lower()
        ]
        if not found:
            if kind.bases:
                self.run_constructor(self.lineage(kind)[1], this, [])
            return
        member = found[0]
        scope = self.method_scope(member, this, values)
        if kind.bases:
            with self.frame(scope, None, method=True):
                given = [stored_argument(self.value(item)) for item in member.base_arguments or []]
            self.run_constructor(self.lineage(kind)[1], this, given)
        with self.frame(scope, lambda _value: None, method=True):
            self.body(member.definition.body.end_block)

    def method_scope(self, member: Any, this: Any, values: list[Any]) -> Scope:
        scope = Scope(self.top)
        for parameter, value in zip(member.definition.parameters or [], values, strict=True):
            kind = self.constraint(parameter)
            key = parameter.name.path.lower()
            scope.vars[key] = value if kind is None else self.argument(value, kind)
            if kind is not None:
                scope.types[key] = cast_constraint(kind)
        scope.vars["this"] = this
        return scope

    def argument(self, value: Any, kind: Any) -> Any:
        try:
            return conversion.convert(value, kind)
        except NetException as error:
            raise fault(
                "System.Management.Automation.MethodException",
                "",
                "MethodArgumentConversionInvalidCastArgument",
                "NotSpecified",
                inner=error,
            ) from None

    def invoke(self, kind: Any, name: str, this: Any, values: list[Any]) -> Any:
        for owner in self.lineage(kind):
            for member in owner.members:
                if member.kind == "FunctionMember" and member.name.lower() == name.lower():
                    scope = self.method_scope(member, this, values)
                    self.returned = NOTHING
                    with self.frame(scope, lambda _value: None, method=True):
                        self.method = member
                        self.body(member.definition.body.end_block)
                    result = self.returned
                    return NOTHING if self.is_void(member) else result
        raise AssertionError(name)

    def is_void(self, member: Any) -> bool:
        return member.return_type is None or member.return_type.type_name.text.lower() == "void"

    def method_result(self, result: Any) -> Any:
        """What ``return`` gives back in a method: the statement converts it."""
        if self.method is None or self.is_void(self.method):
            return result
        return conversion.convert(stored_argument(result), self.type_of(self.method.return_type.type_name))

    def method_of(self, target: Any, name: str, arguments: list[Any]) -> Any:
        if isinstance(target, Instance):
            return self.invoke(target.kind, name, target, arguments)
        return members.invoke_method(target, name, arguments)

    def member_of(self, target: Any, name: Any) -> Any:
        if isinstance(target, Instance):
            return target.values[name.lower()]
        return self.property_of(target, name)

    def set_member_of(self, target: Any, name: Any, value: Any) -> None:
        if isinstance(target, Instance):
            kind = target.types[name.lower()]
            try:
                target.values[name.lower()] = conversion.convert(value, kind) if kind is not None else value
            except NetException as error:
                raise fault(
                    "System.Management.Automation.SetValueInvocationException",
                    "",
                    "ExceptionWhenSetting",
                    "NotSpecified",
                    inner=error,
                ) from None
        else:
            members.set_property(target, name, value)


def stored_argument(value: Any) -> Any:
    """An empty result that is handed over is null."""
    return None if value is NOTHING else value


class Stage:
    """One command of a pipeline."""

    def __init__(self, walker: Calls, element: Any, *, has_input: bool) -> None:
        self.walker = walker
        self.element = element
        self.has_input = has_input
        self.out: Any = None
        self.pipeline: Any = None
        self.begun = False
        self.outer_args: Any = NOTHING
        self.count = 0
        self.input: list[Any] = []
        name = element.elements[0]
        self.blocks = [
            item.script_block for item in element.elements[1:] if item.kind == "ScriptBlockExpression"
        ]
        self.scope = self.home = walker.scope
        self.dotted = False
        self.kind = name.value.lower() if name.kind == "StringConstantExpression" else "&"
        self.kept = self.out_variable()
        self.command = walker.command_of(self.kind)
        if self.command is not None:
            walker.switches = frozenset({"valueonly"})
            self.given = walker.arguments(element.elements[1:])
            walker.switches = frozenset()
            return
        if self.kind in ("where-object", "foreach-object", "select-object", "sort-object"):
            others = (self.kind == "select-object") * 2 + (self.kept is not None) * 2
            if not has_input or len(self.blocks) + others != len(element.elements) - 1:
                raise AssertionError(self.kind)  # (shrinking made something else of it)
            return
        self.prepare(name, element.invocation)

    def out_variable(self) -> list[Any] | None:
        """The list that ``-OutVariable`` fills."""
        for item, named in zip(self.element.elements, self.element.elements[1:], strict=False):
            if item.kind == "CommandParameter" and item.name.lower() == "outvariable":
                made: list[Any] = []
                self.walker.scope.vars[named.value.lower()] = made
                return made
        return None

    def write_out(self, item: Any) -> None:
        if self.kept is not None:
            self.kept.append(item)
        self.out(item)

    def prepare(self, name: Any, invocation: str) -> None:
        """A function or script block: its scope, its arguments."""
        walker = self.walker
        parameters: list[Any] = []
        home: Scope | None = walker.scope
        if self.kind == "&":
            block = walker.value(name)
            self.node = block.node
            home = block.home or walker.scope
            shown = ""
        elif self.kind == "set-strictmode":
            return
        else:
            function = walker.find_function(self.kind)
            self.node = function.body
            parameters = function.parameters or []
            shown = function.name
        if self.node.param_block is not None:
            parameters = self.node.param_block.parameters
        self.dotted = invocation == "Dot"
        walker.switches = frozenset(p.name.path.lower() for p in parameters if walker.is_switch(p))
        given = walker.arguments(self.element.elements[1:])
        walker.switches = frozenset()
        self.scope = walker.scope if self.dotted else Scope(home)
        self.outer_args = self.scope.vars.get("args", NOTHING)
        self.kind = "block"
        self.is_filter = getattr(self, "is_filter", False)
        if shown:
            self.scope.function = shown
            self.is_filter = walker.find_function(shown.lower()).is_filter
        walker.bind(parameters, self.scope, given, shown)

    def section(self, block: Any) -> None:
        if block is not None:
            with self.walker.frame(self.scope, self.out, shares=self.dotted):
                self.walker.body(block)

    def begin(self) -> None:
        if not self.begun:
            self.begun = True
            self.at_home(self.begin_here)

    def process(self, item: Any) -> None:
        try:
            self.begin()
            self.at_home(self.process_here, item)
        except NetException as error:
            raise Stopped(self.pipeline, error) from None

    def end(self) -> None:
        self.begin()
        self.at_home(self.end_here)

    def close(self) -> None:
        """What a dot-sourced block had for ``$args`` goes with it."""
        if self.dotted and self.outer_args is not NOTHING:
            self.scope.vars["args"] = self.outer_args

    def at_home(self, action: Callable[..., None], *arguments: Any) -> None:
        """The command runs in the scope of its pipeline, whoever hands it a value."""
        walker = self.walker
        running, walker.scope = walker.scope, self.home
        try:
            action(*arguments)
        finally:
            walker.scope = running

    def begin_here(self) -> None:
        if self.kind == "block":
            self.section(self.node.begin_block)
        elif self.kind == "foreach-object" and len(self.blocks) > 1:
            self.walker.call_here(self.blocks[0], self.write_out)

    def process_here(self, item: Any) -> None:
        walker = self.walker
        if self.kind == "block":
            block = self.node.process_block
            if self.is_filter:
                block = self.node.process_block or self.node.end_block
            if block is None:
                self.input.append(item)
                return
            self.scope.vars["_"] = item
            self.section(block)
        elif self.kind == "where-object":
            with walker.dollar(item):
                found = walker.call_here(self.blocks[0])
            if truth(found[0] if len(found) == 1 else found):
                self.out(item)
        elif self.kind == "foreach-object":
            with walker.dollar(item):
                walker.call_here(self.blocks[1 if len(self.blocks) > 1 else 0], self.write_out)
        elif self.command is not None:
            raise AssertionError(self.kind)
        elif self.kind == "sort-object":
            self.input.append(item)
        elif item is not None:
            self.out(item)
            self.count += 1
            if self.count == self.element.elements[2].value:
                raise Enough(self)

    def end_here(self) -> None:
        walker = self.walker
        if self.command is not None:
            self.command(self.given, self.out)
        elif self.kind == "set-strictmode":
            wanted = self.element.elements[2].value
            walker.scope.strict = 0 if wanted is None else int(wanted)
        elif self.kind == "block":
            if not self.has_input and self.node.process_block is not None:
                self.section(self.node.process_block)
            if self.has_input and self.node.process_block is None:
                self.scope.vars["input"] = self.input
            if not self.is_filter:
                self.section(self.node.end_block)
        elif self.kind == "foreach-object" and len(self.blocks) > 2:
            walker.call_here(self.blocks[2], self.write_out)
        elif self.kind == "sort-object":
            self.sorted_out()

    def sorted_out(self) -> None:
        keyed = []
        for item in self.input:
            with self.walker.dollar(item):
                found = self.walker.call_inside(self.blocks[0])
            key = found[0] if found else None
            keyed.append((key.lower() if type(key) is str else key, item))
        for _key, item in sorted(keyed, key=lambda pair: pair[0]):
            self.out(item)


__all__ = ["Calls", "collected"]

"""Calling script blocks and functions directly, without a pipeline around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding_extents import sign_binding_error
from spshell.engine.clean_blocks import run_clean
from spshell.engine.depth import MAX_DEPTH, overflow
from spshell.engine.errors import InvocationInfo
from spshell.engine.extents import calling_position, node_extent
from spshell.engine.scope import UNSET, Scope
from spshell.engine.sites import END_OF_PARAMETERS, BareWord, ParameterName, SplatArgument
from spshell.values.exceptions import NetException
from spshell.values.objects import PSObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.sites import CommandSite

_OPERATORS = {"Ampersand": "&", "Dot": "."}


class Call:
    """What runs in a scope, for ``$MyInvocation``, ``$PSBoundParameters`` and the script stack."""

    bound: Any = None
    expecting_input = False
    is_method = False
    dotted = False
    made: InvocationInfo | None = None

    def __init__(
        self, block: ScriptBlock, site: CommandSite | None, command: Any = None, arguments: Any = ()
    ) -> None:
        self.block = block
        self.site = site
        self.command = command
        self.arguments = arguments

    @property
    def name(self) -> str:
        """The function's name, or an empty string."""
        return self.block.name

    @property
    def script_path(self) -> str | None:
        """The file that the code came from."""
        return self.block.path

    @property
    def origin_name(self) -> str:
        """What stands behind the comma of an error id that came from here: the function's or script file's name."""
        if self.name or self.site is not None:
            return self.name
        import os

        return os.path.basename(self.script_path or "")

    @property
    def display_name(self) -> str:
        """How the script stack names the block."""
        return self.name or "<ScriptBlock>"

    def invocation(self) -> InvocationInfo:
        """``$MyInvocation``, made when first asked for."""
        if self.made is None:
            site = self.site
            position: Any = None if site is None else node_extent(site.source, site.start, site.end)
            if site is None and self.is_method:
                position = calling_position(self.block)
            self.made = InvocationInfo(position, self._invoked_as(), self.command or self.block)
            self.made.bound_parameters = self._bound()
            self.made.unbound_arguments = list(self.arguments)
            self.made.expecting_input = self.expecting_input
        return self.made

    def _invoked_as(self) -> str:
        """InvocationName: the name that was used, or the operator in front of it."""
        site = self.site
        if site is None:
            return self.name or (getattr(self.command, "path", None) or "")
        operator = _OPERATORS.get(site.invocation)
        return operator or site.name or self.name

    def _bound(self) -> dict[str, Any]:
        """Parameter -> value; worked out from the positions when the call took the hot path."""
        if self.bound is None:
            nodes = self.block.parameter_nodes()
            self.bound = {node.name.path: value for node, value in zip(nodes, self.arguments, strict=False)}
        return self.bound  # type: ignore[no-any-return]  # a dict, or the dictionary that scripts were given

    def bound_parameters(self) -> Any:
        """``$PSBoundParameters`` as a dictionary that scripts may change and splat."""
        from spshell.values.hashtable import OrderedDictionary

        if not isinstance(self.bound, OrderedDictionary):
            from spshell.engine.bound_parameters import bound_dictionary

            self.bound = bound_dictionary(self._bound())
        return self.bound


def is_plain(args: tuple[Any, ...] | list[Any]) -> bool:
    """Whether all arguments are positional values."""
    for value in args:
        kind = type(value)
        if kind is ParameterName or kind is SplatArgument or kind is BareWord or value is END_OF_PARAMETERS:
            return False
    return True


def call_block(
    block: ScriptBlock,
    caller: Scope | None,
    args: list[Any],
    out: Callable[[Any], None],
    *,
    site: CommandSite | None = None,
    this: Any = UNSET,
    dollar: Any = UNSET,
    input_items: Any = None,
    command: Any = None,
    scope: Scope | None = None,
    by_index: bool = False,
) -> None:
    """Run a block's begin, process and end once with arguments bound, in a new scope (or the given one).

    A block that runs as a command has them bound by the binder; `by_index` is for calls from the inside.
    """
    session = block.session
    if scope is None:
        scope = block.new_scope(caller)
    call = Call(block, site, command)
    call.arguments = args
    scope.call = call
    variables = scope.vars
    if this is not UNSET:
        variables["this"] = this
    if dollar is not UNSET:
        variables["_"] = dollar
    if input_items is not None:
        variables["input"] = input_items
    if by_index and simple_names(block) is None:
        from spshell.engine.index_binding import bind_by_index

        bind_by_index(block, scope, args, call)
    else:
        bind_block(block, scope, args, call)
    functions = block.functions()
    session.depth += 1
    try:
        if session.depth > MAX_DEPTH:
            overflow()
        for kind in ("Begin", "Process", "End"):
            function = functions.get(kind)
            if function is not None:
                function(scope, out)
    except RecursionError:
        overflow()
    finally:
        session.depth -= 1
        clean = functions.get("Clean")
        if clean is not None:
            run_clean(session, clean, scope)


def bind_block(
    block: ScriptBlock, scope: Scope, args: list[Any], call: Call, *, expects_input: bool = False
) -> Any:
    """Bind arguments to a block's parameters: values go into the scope, the rest to ``$args``.

    Returns the binding when the block takes pipeline input or is advanced, else None.
    """
    plan = simple_names(block)
    if plan is not None and is_plain(args):
        variables = scope.vars
        count = len(plan)
        for index, name in enumerate(plan):
            variables[name] = without_text(args[index]) if index < len(args) else None
        variables["args"] = list(args[count:])
        if call is not None:
            nodes = block.parameter_nodes()
            call.bound = {nodes[i].name.path: args[i] for i in range(min(count, len(args)))}
        return None
    return bind_with_metadata(block, scope, args, call, expects_input=expects_input)


def without_text(value: Any) -> Any:
    """A number argument for an untyped parameter: the number alone, its spelling is forgotten."""
    if type(value) is PSObject and value.text is not None and not value.members:
        return value.base
    return value


def bind_with_metadata(
    block: ScriptBlock, scope: Scope, args: list[Any], call: Call, *, expects_input: bool = False
) -> Any:
    """The general way: the binder decides, then defaults of unbound parameters are worked out from left to right."""
    from spshell.engine.binder import bind_arguments
    from spshell.engine.parameters import set_parameters

    metadata = block.metadata()
    try:
        if metadata.kind == "simple" and is_plain(args):
            from spshell.engine.plain_binding import bind_plain, plan_of

            if metadata.plain is None:
                metadata.plain = (plan_of(metadata),)
            plan = metadata.plain[0]
            if plan is not None:
                bind_plain(metadata, plan, args, scope, call)
                return None
        binding = bind_arguments(metadata, args, block.session, scope, expects_input=expects_input)
        call.bound = binding.bound
        set_parameters(binding, scope)
    except NetException as error:
        if getattr(error, "binding", False):
            sign_binding_error(error, metadata, call.site, call.command or block)
        raise
    scope.vars["args"] = list(binding.unbound)
    return binding


def simple_names(block: ScriptBlock) -> list[str] | None:
    """The parameter names of a block whose parameters have no type, attribute or default; None for others."""
    cached = block.session.simple_plans.get(id(block.node))
    if cached is not None:
        return cached[1]  # type: ignore[no-any-return]  # plans hold (node, names)
    names: list[str] | None = []
    if (
        block.node.param_block is not None and block.node.param_block.attributes
    ) or block.node.dynamicparam_block is not None:
        names = None
    else:
        for node in block.parameter_nodes():
            if node.attributes or node.default is not None:
                names = None
                break
            assert names is not None
            names.append(node.name.path.rpartition(":")[2].lower())
    block.session.simple_plans[id(block.node)] = (block.node, names)
    return names


def call_simple_function(
    target: Any, caller: Scope, args: tuple[Any, ...], out: Callable[[Any], None], site: CommandSite
) -> None:
    """The hot path: a function with plain parameters and only an end block, all arguments positional."""
    block = target.script_block
    session = caller.session
    module = block.module
    if module is None or caller.module is module:
        scope = Scope(session, caller)
    else:
        scope = Scope(session, module.scope)
        scope.caller = caller
    variables = scope.vars
    names = target.names
    if len(args) == len(names):
        for name, value in zip(names, args):  # noqa: B905 - lengths are equal
            variables[name] = value
        variables["args"] = []
    else:
        index = 0
        for name in names:
            variables[name] = args[index] if index < len(args) else None
            index += 1
        variables["args"] = list(args[index:])
    scope.call = Call(block, site, target, args)
    functions = block._functions
    if functions is None:
        functions = block.functions()
    function = functions.get("End")
    if function is None:
        return
    session.depth += 1
    try:
        if session.depth > MAX_DEPTH:
            overflow()
        function(scope, out)
    except RecursionError:
        overflow()
    finally:
        session.depth -= 1

"""Calling script blocks and functions directly, without a pipeline around them."""

from __future__ import annotations

from spshell.engine.calls.call import Call
from spshell.engine.calls.depth import MAX_DEPTH, overflow
from spshell.engine.compiled.sites import END_OF_PARAMETERS, BareWord, ParameterName, SplatArgument
from spshell.engine.variables.scope import UNSET, Scope
from spshell.values.exceptions import NetException
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.compiled.sites import CommandSite
    from spshell.engine.scriptblock import ScriptBlock


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
        from spshell.engine.binding.by_index import bind_by_index

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
            from spshell.engine.pipelines.clean_blocks import run_clean

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
    from spshell.engine.binding.binder import bind_arguments
    from spshell.engine.binding.parameters import set_parameters
    from spshell.engine.binding.plans import bind_at_site

    metadata = block.metadata()
    try:
        if metadata.kind == "simple" and is_plain(args):
            from spshell.engine.binding.plain import bind_plain, plan_of

            if metadata.plain is None:
                metadata.plain = (plan_of(metadata),)
            plan = metadata.plain[0]
            if plan is not None:
                bind_plain(metadata, plan, args, scope, call)
                return None
        if metadata.kind == "simple":
            binding = bind_arguments(metadata, args, block.session, scope, expects_input=expects_input)
        else:
            binding = bind_at_site(metadata, call.site, args, scope, expects_input=expects_input)
        call.bound = binding.bound
        set_parameters(binding, scope)
    except NetException as error:
        if getattr(error, "binding", False):
            from spshell.engine.binding.extents import sign_binding_error

            sign_binding_error(error, metadata, call.site, call.command or block)
        raise
    scope.vars["args"] = list(binding.unbound)
    return binding


def simple_names(block: ScriptBlock) -> list[str] | None:
    """The parameter names of a block whose parameters have no type, attribute or default; None for others."""
    memory = block.memory()
    if "names" in memory:
        return memory["names"]  # type: ignore[no-any-return]  # a list or None
    names: Any = getattr(block.node, "plain_names", UNSET)  # an outline was told
    if names is UNSET:
        from spshell.compiler.plain_parameters import plain_names

        names = plain_names(block.node, block.parameters_node)
    memory["names"] = names
    return names  # type: ignore[no-any-return]  # a list or None


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
    _run_simple(block, target.names, target, scope, args, out, site)


def simple_block_names(value: Any) -> list[str] | None:
    """The parameter names of what stands behind ``&``, when it is a block that `call_simple_block` can run."""
    if not (value.__class__.__name__ == "ScriptBlock" and value.has_only_end) or value.is_filter:
        return None
    return simple_names(value)


def call_simple_block(
    block: ScriptBlock,
    names: list[str],
    caller: Scope,
    args: tuple[Any, ...],
    out: Callable[[Any], None],
    site: CommandSite,
) -> None:
    """``& $block``: as `call_simple_function`."""
    _run_simple(block, names, None, block.new_scope(caller), args, out, site)


def _run_simple(
    block: ScriptBlock,
    names: list[str],
    command: Any,
    scope: Scope,
    args: tuple[Any, ...],
    out: Callable[[Any], None],
    site: CommandSite,
) -> None:
    session = scope.session
    variables = scope.vars
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
    scope.call = Call(block, site, command, args)
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

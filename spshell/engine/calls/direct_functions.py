"""Functions that run without a scope of their own: finding out which do, and what they may look up in their callers."""

from __future__ import annotations

from spshell.engine.binding.parameters import keep_type
from spshell.engine.calls.call import Call
from spshell.engine.commands.kinds import CmdletInfo, FunctionInfo
from spshell.engine.pipelines.fused import BuiltinNames
from spshell.engine.variables.scope import UNSET, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container
    from typing import Any

    from spshell.compiler import DirectCode
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope as ScopeType


class BlockInfo:
    """What stands for a script block where a function would have a name."""

    __slots__ = ("direct", "script_block")

    def __init__(self, script_block: ScriptBlock) -> None:
        self.script_block = script_block
        self.direct: Any = None


class DirectFunction:
    """A compiled function: called with the caller's scope, the call site, ``out`` and a value for each parameter.

    ``single`` says that it returns what it writes. ``scoped`` are the names that it reaches by
    ``$script:`` and ``$global:``, ``asked`` the automatic variables that say how it was called,
    ``builtins`` the built-in commands that its pipelines rely on.
    """

    __slots__ = (
        "asked",
        "builtins",
        "callees",
        "command",
        "function",
        "info",
        "scoped",
        "seen",
        "single",
        "version",
    )

    def __init__(self, info: FunctionInfo | BlockInfo, function: Callable[..., Any], code: Any) -> None:
        self.info = info
        self.function = function
        self.single: bool = code.single
        self.scoped: set[str] = code.scoped
        self.callees: set[str] = code.callees
        self.command = info if isinstance(info, FunctionInfo) else None
        self.asked: frozenset[str] = code.asked
        self.builtins = BuiltinNames(code.relied) if code.relied else None
        self.version = -1
        self.seen: frozenset[str] | None = None


def direct_of(info: FunctionInfo | BlockInfo) -> DirectFunction | None:
    """The function compiled to run without a scope, made when first asked for; None when it needs one."""
    if info.direct is None:
        info.direct = (_compile(info),)
    return info.direct[0]  # type: ignore[no-any-return]  # a DirectFunction or None


def _compile(info: FunctionInfo | BlockInfo) -> DirectFunction | None:
    from spshell.engine.compiled.linker import link

    block = info.script_block
    if block.is_filter or (block.closure_scope is not None and info.__class__ is not BlockInfo):
        return None
    code = _code(block, block.metadata())
    if code is None:
        return None
    function = link(code.code, block.session, block.name)["Direct"]
    made = DirectFunction(info, function, code)
    function.__globals__["F"] = made
    return made


def _code(block: ScriptBlock, metadata: Any) -> DirectCode | None:
    """The code: what a former run kept of it, else compiled now."""
    node = block.node
    kept = node.source.kept
    functions = block.session.commands.function_names
    recursive = _reaches_itself(block)
    if kept is None:
        return _compiled(block, metadata, functions, recursive=recursive)
    key = (node.start, node.end, "direct", _shape(metadata), block.tracks_status, recursive)
    found = kept.find(key, block.session)
    if found is not None:
        from spshell.compiler import DirectCode

        (single, *rest), code = found
        return None if code is None else DirectCode(code, *rest, single=single)
    from spshell.compiler.kept_code import Asked

    asked = Asked(functions)
    made = _compiled(block, metadata, asked, recursive=recursive)
    declared = node.param_block, block.parameters_node
    if made is None:
        kept.add(key, asked.answers, None, declared, (False,))
    else:
        kept.add(key, asked.answers, made.code, declared, _told(made))
    return made


def _told(made: DirectCode) -> tuple[Any, ...]:
    return made.single, made.scoped, made.callees, made.asked, made.relied


def _shape(metadata: Any) -> tuple[Any, ...]:
    """What the code depends on that the text alone does not say: what its types and attributes mean in this session."""
    return tuple(
        (
            spec.folded,
            spec.type.full_name if spec.typed else "",
            tuple(type(item).__name__ for item in spec.validators),
            bool(spec.transformers or spec.early_transformers),
        )
        for spec in metadata.parameters
    )


def _compiled(
    block: ScriptBlock, metadata: Any, functions: Container[str], *, recursive: bool
) -> DirectCode | None:
    from spshell.compiler import compile_direct

    parameters = _parameters(block, metadata)
    if parameters is None:
        return None
    return compile_direct(
        block.node,
        parameters,
        functions,
        advanced=not metadata.is_simple,
        status=block.tracks_status,
        recursive=recursive,
    )


def callees_of(block: ScriptBlock) -> set[str]:
    """The folded names of the functions that a block calls."""
    node = block.node
    kept = node.source.kept
    key = (node.start, node.end, "callees")
    found = kept.find(key, block.session) if kept is not None else None
    if found is not None:
        return found[0]  # type: ignore[no-any-return]  # a set was kept
    from spshell.compiler import called_functions

    made = called_functions(node)
    if kept is not None:
        kept.add(key, {}, None, (node.param_block, block.parameters_node), made)
    return made


def _reaches_itself(block: ScriptBlock) -> bool:
    """Whether calls may lead back to the function, so that somebody must count how deep they go.

    It is enough that one function of a circle counts: the one compiled last sees the whole circle. Functions that need a
    scope count in any case.
    """
    from spshell.compiler.direct_rules import ANY_BLOCK

    commands, home = block.session.commands, block.session.global_scope
    own = block.name.lower()
    seen: set[str] = set()
    waiting = [block]
    while waiting:
        current = waiting.pop()
        for name in callees_of(current) - seen:
            if name in (own, ANY_BLOCK):
                return True
            seen.add(name)
            found = commands.find_function(current.home or home, name)
            if found is not None:
                waiting.append(found.script_block)
    return False


def _parameters(block: ScriptBlock, metadata: Any) -> list[Any] | None:
    """The parameters as the compiler needs them; None when they need the general binder."""
    from spshell.compiler import DirectParameter
    from spshell.engine.attributes.constant_expressions import Compiled

    if metadata.paging or metadata.dynamic is not None:
        return None
    if metadata.obsolete is not None:
        return None
    result = []
    unset = {spec.folded for spec in metadata.parameters}
    for spec, node in zip(metadata.parameters, block.parameter_nodes(), strict=True):
        if spec.transformers or spec.early_transformers or spec.ps_type_name or spec.dynamic:
            return None
        if spec.obsolete is not None or (spec.validators and not _checked_once(block, spec)):
            return None
        default = node.default if spec.has_default and type(spec.default) is Compiled else None
        if default is not None and _reads(default, unset):
            return None
        if default is None and not _default_fits(spec):
            return None
        unset.discard(spec.folded)
        kept = [item for item in node.attributes if item.kind == "TypeConstraint"]
        type_name = spec.type.full_name if spec.typed else ""
        if type_name == "System.Object":
            kept, type_name = [], ""
        result.append(DirectParameter(spec.folded, type_name, kept, default))
    return result


def _default_fits(spec: Any) -> bool:
    """Whether a constant default is a value of the parameter's type; binding tells of one that is not."""
    from spshell.engine.attributes.constant_expressions import Compiled
    from spshell.values.conversion import try_convert

    plain = spec.has_default and spec.typed and type(spec.default) is not Compiled
    return not plain or bool(try_convert(spec.default, spec.type)[0])


def _checked_once(block: ScriptBlock, spec: Any) -> bool:
    """Whether a parameter's checks matter only to the argument: nothing assigns it, and checking twice shows nowhere."""
    from spshell.compiler import statements_of
    from spshell.compiler.loop_counters import assigned
    from spshell.engine.attributes import validation

    plain = (
        validation.ValidateSet,
        validation.ValidateRange,
        validation.ValidatePattern,
        validation.ValidateLength,
        validation.ValidateCount,
        validation.ValidateNotNull,
        validation.ValidateNotNullOrEmpty,
        validation.ValidateNotNullOrWhiteSpace,
    )
    return all(type(item) in plain for item in spec.validators) and not any(
        assigned(item, spec.folded) for item in statements_of(block.node)
    )


def _reads(node: Any, names: set[str]) -> bool:
    """Whether a default reads a variable of the callers that a parameter without a value hides here."""
    from spshell.compiler.below import walk

    return any(item.kind == "VariableExpression" and item.path.lower() in names for item in walk(node))


def visible_names(scope: ScopeType, direct: DirectFunction) -> frozenset[str] | None:
    """All names of callers' variables that the function and those it calls may change; None when that cannot be told."""
    version = scope.session.commands.version
    if direct.version != version:
        direct.version = version
        direct.seen = _collect(scope, direct)
    return direct.seen


def _collect(scope: ScopeType, direct: DirectFunction) -> frozenset[str] | None:
    from spshell.compiler.blind_commands import is_known
    from spshell.compiler.direct_rules import ANY_BLOCK

    commands = scope.session.commands
    found: dict[str, DirectFunction] = {}
    waiting = [direct]
    names: set[str] = set()
    while waiting:
        current = waiting.pop()
        names |= current.scoped
        if ANY_BLOCK in current.callees:
            return None
        for name in current.callees - found.keys():
            info = commands.local_names[name] if name in commands.local_names else commands.find(scope, name)
            if isinstance(info, CmdletInfo) and is_known(info.name.lower()):
                continue
            if not isinstance(info, FunctionInfo):
                return None
            callee = direct_of(info)
            if callee is None:
                return None
            found[name] = callee
            waiting.append(callee)
    return frozenset(names)


def scope_of(
    caller: ScopeType,
    direct: DirectFunction,
    site: Any,
    names: tuple[str, ...],
    values: tuple[Any, ...],
    out: Callable[[Any], None],
    preferences: dict[str, Any],
) -> Scope:
    """A scope for a direct function after all, with its variables, for code that may look at them.

    `out` is where ``$PSCmdlet`` writes, `preferences` are what the common parameters of the call set.
    """
    block = direct.info.script_block
    scope = block.new_scope(caller)
    scope.call = Call(block, site, direct.command)
    scope.vars["args"] = []
    scope.vars.update(preferences)
    for spec in block.metadata().parameters:
        if spec.typed or spec.validators:
            keep_type(spec, scope)
    for name, value in zip(names, values, strict=True):
        if value is not UNSET:
            scope.vars[name] = value
    if not block.metadata().is_simple:
        from spshell.engine.calls.lent_cmdlets import lend

        lend(scope, out)
    return scope

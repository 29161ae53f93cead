"""Script blocks: a piece of code as a value, compiled when first run (about_Script_Blocks)."""

from __future__ import annotations

from spshell.engine.errors.signals import ExitSignal
from spshell.engine.variables.scope import UNSET, Scope
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.compiler import CompiledBlock
    from spshell.engine.session import Session


class ScriptBlock:
    """System.Management.Automation.ScriptBlock.

    `node` is the ScriptBlock node; ``home`` the scope in which the block was written (None for text made into a
    block), ``module`` the module whose functions and variables it sees, ``name`` the function it is the body of.
    ``invoke`` and ``invoke_value`` are how values and .NET members call back into script code.
    """

    __slots__ = (
        "__weakref__", "_functions", "_memory", "_metadata", "_origin", "_stage", "_template", "_traced", "closure_scope",
        "home", "identity",
        "is_filter", "module", "name", "node", "parameters_node",
        "path", "ps_members", "session", "tracks_status",
    )  # fmt: skip

    kept_as = "block"
    """What the code is kept as for the next run, beside its place in the text."""

    def __init__(self, node: Any, session: Session, home: Scope | None = None) -> None:
        self.node = node
        self.session = session
        self.home = home
        self.module: Any = home.module if home is not None else None
        self.closure_scope: Scope | None = None
        self.identity: Any = None
        self.name = ""
        self.path: str | None = node.source.name or None
        self.is_filter = False
        self.tracks_status = False
        self.parameters_node: Any = None
        self._traced = False
        self._functions: dict[str, Callable[..., None]] | None = None
        self._metadata: Any = None
        self._stage: Any = None  # (its functions as a stage of pipelines or None,) once that is known
        self._template: ScriptBlock | None = None
        self._origin: ScriptBlock | None = None
        self._memory: dict[Any, Any] | None = None
        self.ps_members: Any = None

    def bound_to(self, scope: Scope) -> ScriptBlock:
        """The block as a value in a running scope; the compiled code is shared."""
        twin = ScriptBlock(self.node, self.session, scope)
        twin.parameters_node = self.parameters_node
        twin._functions = self._functions
        twin._stage = self._stage
        twin._traced = self._traced
        twin._origin = self._origin or self
        if self._functions is None:
            twin._template = self
        return twin

    def memory(self) -> dict[Any, Any]:
        """What was found out of the block's text: all blocks made at one place share it, and it goes with the last of them."""
        origin = self._origin or self
        if origin._memory is None:
            origin._memory = {}
        return origin._memory

    def made_like(self, first: ScriptBlock) -> None:
        """Take over what an earlier block of the very same text has."""
        self._template = self._origin = first
        self.name = first.name

    @property
    def text(self) -> str:
        """The source text without the braces; a function's own list of parameters in front, as ``param()``."""
        whole = self.node.source.text
        source = whole[self.node.start : self.node.end]
        if source.startswith("{") and source.endswith("}"):
            source = source[1:-1]
        if not self.parameters_node:
            return str(source)
        parameters = ", ".join(whole[node.start : node.end] for node in self.parameters_node)
        return f"param({parameters})\n{source}"

    def ps_text(self) -> str:
        return self.text

    def to_string(self) -> str:
        return self.text

    def functions(self) -> dict[str, Callable[..., None]]:
        """The compiled named blocks."""
        traced = self.session.debugger is not None
        if self._functions is None and self._template is not None:
            self._functions = self._template.functions()
            self._traced = self._template._traced
        if self._functions is None or (traced and not self._traced):
            from spshell.engine.compiled.linker import link

            self._traced = traced
            self._functions = link(self._compiled(traced=traced), self.session, self.name)
        return self._functions

    def _compiled(self, *, traced: bool) -> CompiledBlock:
        """The code: what a former run kept of it, else compiled now."""
        node = self.node
        hot = self.parameters_node is not None or self.home is not None
        kept = None if traced else node.source.kept
        key = (node.start, node.end, self.kept_as, hot, self.tracks_status)
        found = kept.find(key, self.session) if kept is not None else None
        if found is not None:
            return found[1]  # type: ignore[no-any-return]  # a block always compiles
        from spshell.compiler import compile_block
        from spshell.compiler.kept_code import Asked

        own = self.own_functions()
        asked = Asked(() if traced else self.session.commands.function_names | own)
        compiled = compile_block(
            node,
            parameters=frozenset(self.parameter_names()),
            constrained=self._constrained_names(),
            hot=hot,
            status=self.tracks_status,
            functions=asked,
            traced=traced,
        )
        if kept is not None:
            answers = {name: answer for name, answer in asked.answers.items() if name not in own}
            kept.add(key, answers, compiled, (node.param_block, self.parameters_node))
        return compiled

    def own_functions(self) -> set[str]:
        """Folded names of the functions that the block itself defines."""
        end = self.node.end_block
        if end is None:
            return set()
        return {item.name.lower() for item in end.statements if item.kind == "FunctionDefinition"}

    def _constrained_names(self) -> frozenset[str]:
        """Folded names of the parameters with types and checks, which stay with them."""
        nodes = [node for node in self.parameter_nodes() if node.attributes]
        return frozenset(node.name.path.rpartition(":")[2].lower() for node in nodes)

    def parameter_names(self) -> list[str]:
        """Folded names of the declared parameters."""
        nodes = self.parameter_nodes()
        return [node.name.path.rpartition(":")[2].lower() for node in nodes]

    def parameter_nodes(self) -> list[Any]:
        """The Parameter nodes of ``param()`` or of the function's own list."""
        if self.parameters_node is not None:
            return list(self.parameters_node)
        if self.node.param_block is not None:
            return list(self.node.param_block.parameters)
        return []

    @property
    def has_only_end(self) -> bool:
        """Whether the block has no begin, process, clean or dynamicparam block."""
        node = self.node
        return (
            node.begin_block is None
            and node.process_block is None
            and node.clean_block is None
            and node.dynamicparam_block is None
        )

    def metadata(self) -> Any:
        """The CommandMetadata of the block's parameters and CmdletBinding."""
        if self._metadata is None:
            from spshell.engine.binding.parameters import metadata_of

            self._metadata = metadata_of(self)
        return self._metadata

    def run_inline(self, scope: Scope, out: Callable[[Any], None]) -> None:
        """Run the block's statements in an existing scope (ForEach-Object, Where-Object, dot-sourcing)."""
        from spshell.engine.compiled.inline_blocks import inline_functions

        end = inline_functions(self, scope, out).get("End")
        if end is not None:
            end(scope, out)

    def place(self, caller: Scope | None) -> Scope:
        """Where the block runs when `caller` runs it: there, or in the scopes of its own module that are running."""
        module = self.module
        if caller is None:
            return module.scope if module is not None else self.home or self.session.global_scope
        found: Scope | None = caller
        while found is not None and found.module is not module:
            found = found.caller or found.parent if found.kind == "local" else None
        if found is not None:
            return found
        return module.scope if module is not None else self.session.global_scope

    def new_scope(self, caller: Scope | None) -> Scope:
        """The scope of a call: under the caller's, the closure's or the module's."""
        parent = self.closure_scope
        if parent is None:
            parent = self.place(caller)
        scope = Scope(self.session, parent)
        if caller is not None and caller.module is not self.module:
            scope.caller = caller
        if self.module is not None:
            scope.module = self.module
        return scope

    def invoke(
        self,
        args: Any = (),
        *,
        this: Any = UNSET,
        dollar: Any = UNSET,
        input: Any = None,  # noqa: A002 - the automatic variable's name
        caller: Scope | None = None,
        apart: bool = False,
        heard: bool = True,
    ) -> list[Any]:
        """Run the block in a new scope and return its output objects.

        `args` are positional arguments, `this` and `dollar` become ``$this`` and ``$_``, `input` becomes ``$input``.
        A block that runs `apart` writes its errors to the host (when `heard`), whatever takes the caller's.
        """
        from spshell.engine.calls.calls import call_block

        result: list[Any] = []
        scope_caller = caller or self.session.current or self.home
        scope = self.new_scope(scope_caller)
        given = list(args)

        def run() -> None:
            call_block(
                self,
                scope_caller,
                given,
                result.append,
                this=this,
                dollar=dollar,
                input_items=input,
                scope=scope,
                by_index=True,
            )

        if apart:
            from spshell.engine.pipelines.apart import Apart

            scope.apart = True
            with Apart(self.session, heard=heard):
                run()
        else:
            run()
        return result

    def invoke_in_place(self, args: Any, dollar: Any) -> list[Any]:
        """Run the block in the running scope with ``$_`` set, as .ForEach() and .Where() do; returns its output."""
        from spshell.engine.calls.calls import call_block
        from spshell.engine.variables.variables import restore_local

        session = self.session
        scope = session.current or self.home or session.global_scope
        if self.module is not scope.module:
            return self.invoke(args, dollar=dollar)
        result: list[Any] = []
        outer = scope.call
        saved = [(name, scope.vars.get(name, UNSET)) for name in ("_", "args")]
        try:
            if args or not self.has_only_end or self.parameter_nodes():
                call_block(self, scope, list(args), result.append, dollar=dollar, scope=scope, by_index=True)
            else:
                scope.vars["_"] = dollar
                self.run_inline(scope, result.append)
        finally:
            scope.call = outer
            for name, value in saved:
                restore_local(scope.vars, name, value)
        return result

    def for_items(self, args: Any = ()) -> Callable[[Any], list[Any]]:
        """`invoke_in_place` with these arguments, for many objects."""
        from spshell.engine.compiled.item_blocks import in_place

        return in_place(self, args) or (lambda item: self.invoke_in_place(args, item))

    def invoke_value(self, args: Any = (), **context: Any) -> Any:
        """As `invoke`, but the output as one value: null, the single object, or an array."""
        output = self.invoke(args, **context)
        if not output:
            return None
        return output[0] if len(output) == 1 else output

    def called_with_one(self) -> Callable[[Any], Any] | None:
        """`invoke_value` with one argument, in ``$_`` too, for many calls; None when each call must be on its own."""
        from spshell.engine.compiled.item_blocks import called_with_one

        return called_with_one(self)

    def new_closure(self, scope: Scope) -> ScriptBlock:
        """GetNewClosure(): the block with a copy of the variables of the running scope in a module of its own."""
        from spshell.engine.modules.modules import closure_module

        twin = self.bound_to(scope)
        twin.module = closure_module(self.session, scope)
        twin.closure_scope = twin.module.scope
        return twin


def script_block(scope: Scope, template: ScriptBlock) -> ScriptBlock:
    """A ``{ }`` in running code: a new block value bound to the scope."""
    return template.bound_to(scope)


def exit_code_of(value: Any) -> int:
    """The exit code of ``exit value``: text that is no number is 0, other values convert; modulo 256 at the process."""
    from spshell.values import conversion
    from spshell.values.exceptions import NetException

    if value is None or value is NOTHING:
        return 0
    try:
        return conversion.to_int(value)
    except NetException:
        return 0


def exit_script(scope: Scope, value: Any) -> None:
    """``exit``; without a value the code is ``$LASTEXITCODE``."""
    if value is None:
        from spshell.engine.variables.variables import lookup

        last = lookup(scope, "lastexitcode")
        raise ExitSignal(0 if last is UNSET else exit_code_of(last))
    raise ExitSignal(exit_code_of(value))

"""Which pipelines can be loops (`fusion`): literal blocks of Where-Object and ForEach-Object, and commands that only take.

A step is the statements of a block that can stand in the loop; ForEach-Object may have a begin and an end block as well, which
stand before and behind it. What follows the steps is fed by the loop. Instead of an expression a command may stand in front: it
runs the steps. A pipeline without steps, of commands alone that look at
no variable, is no loop, but no obstacle either to what is around it.
"""

from __future__ import annotations

from spshell.compiler.below import contains, fusion_of, kinds_in, walk
from spshell.compiler.blind_commands import looks_around, may_run_a_block
from spshell.compiler.direct_rules import (
    can_be_planned,
    ends_in_one_value,
    is_silent,
    looks_like_a_method_call,
    plain_number,
    writes,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_FILTERS = frozenset({"where-object", "where", "?"})
_ACTIONS = frozenset({"foreach-object", "foreach", "%"})
_ORDERS = frozenset({"gt", "ge", "lt", "le"})
_COMPARISONS = frozenset({"eq", "ne", "gt", "ge", "lt", "le", "like", "notlike"})
_TAKERS = {
    "measure-object": "Measure-Object", "measure": "Measure-Object", "sort-object": "Sort-Object", "sort": "Sort-Object",
    "select-object": "Select-Object", "select": "Select-Object", "out-null": "Out-Null", "group-object": "Group-Object",
    "group": "Group-Object", "get-unique": "Get-Unique", "gu": "Get-Unique", "add-member": "Add-Member",
    "convertto-json": "ConvertTo-Json", "convertfrom-json": "ConvertFrom-Json", "convertto-csv": "ConvertTo-Csv",
    "convertfrom-csv": "ConvertFrom-Csv", "select-string": "Select-String", "sls": "Select-String",
    "join-string": "Join-String", "get-member": "Get-Member", "gm": "Get-Member", "out-string": "Out-String",
}  # fmt: skip
_TAKER_PARAMETERS = frozenset(
    {"sum", "average", "minimum", "maximum", "property", "descending", "unique", "first", "last", "skip", "noelement",
     "expandproperty", "line", "word", "character", "stable", "top", "bottom", "notepropertyname", "notepropertyvalue",
     "membertype", "name", "value", "force", "passthru", "compress", "depth", "asarray", "ashashtable", "asstring",
     "notypeinformation", "delimiter", "header", "pattern", "simplematch", "casesensitive", "allmatches", "quiet", "raw",
     "notmatch", "separator", "outputprefix", "outputsuffix", "singlequote", "doublequote", "width", "stream"}
)  # fmt: skip
_NOT_INLINE = frozenset(
    {
        "Command", "ScriptBlockExpression", "FunctionDefinition", "TypeDefinition", "UsingExpression", "TrapStatement",
        "DataStatement", "ErrorExpression", "ErrorStatement", "PipelineChain", "UsingStatement", "FileRedirection",
        "MergingRedirection", "ConfigurationDefinition", "DynamicKeywordStatement", "BlockStatement",
        "BreakStatement", "ContinueStatement", "ExitStatement", "SwitchStatement", "TryStatement",
    }
)  # fmt: skip
_NOT_READ = frozenset(
    {"args", "input", "this", "foreach", "switch", "myinvocation", "psboundparameters", "pscmdlet"}
)


class Step:
    """One stage: ``statements`` of a block, or for Where-Object a property with an operator and a value.

    ``returns`` says that the block has a ``return``; ``begin`` and ``end`` are what ForEach-Object runs before and after;
    ``extent`` is where the command stands.
    """

    __slots__ = (
        "begin",
        "comparison",
        "end",
        "extent",
        "filters",
        "name",
        "property",
        "returns",
        "statements",
    )

    def __init__(
        self, name: str, *, filters: bool, statements: list[Any] | None, test: tuple[Any, ...] | None = None
    ) -> None:
        self.name = name
        self.filters = filters
        self.statements = statements
        self.property = test[0] if test is not None else None
        self.comparison = test[1:] if test is not None else ()
        self.begin: list[Any] = []
        self.end: list[Any] = []
        self.extent = (0, 0)
        self.returns = any(contains(item, "ReturnStatement") for item in statements or ())

    def all_statements(self) -> list[Any]:
        """The statements of its blocks."""
        return [*self.begin, *(self.statements or ()), *self.end]

    @property
    def is_last(self) -> bool:
        """Whether no other step can follow in the loop."""
        return bool(self.begin or self.end or self.returns)


class Fused:
    """A pipeline that can be a loop: its input expression, the steps, and the commands that take what comes out.

    One that ``drops`` is a command or an expression (`source`) whose output Out-Null takes. One without steps is no loop:
    the commands only take objects, and see no variables. The source of one that is ``headed`` is a command, which runs the
    steps for each object that it writes.
    """

    __slots__ = ("_names", "drops", "headed", "rest", "source", "steps")

    def __init__(
        self, source: Any, steps: list[Step], rest: list[Any], *, drops: bool = False, headed: bool = False
    ) -> None:
        self._names: set[tuple[str, str]] | None = None
        self.drops = drops
        self.headed = headed
        self.source = source
        self.steps = steps
        self.rest = rest

    @property
    def is_loop(self) -> bool:
        """Whether there is something for a loop to do."""
        return bool(self.steps)

    @property
    def names(self) -> set[tuple[str, str]]:
        """(name, the built-in command that it must mean) of the steps, of what is in them, and of takers that look at no
        variable.
        """
        if self._names is None:
            from spshell.compiler.analysis import fused_names

            found = {(step.name, "Where-Object" if step.filters else "ForEach-Object") for step in self.steps}
            found |= fused_names(item for step in self.steps for item in step.all_statements())
            if self.headed:
                found.add((self.source.elements[0].value.lower(), ""))
            self._names = found | {
                (name, _TAKERS[name]) for name in map(_taker, self.rest) if name is not None
            }
        return self._names

    @property
    def is_closed(self) -> bool:
        """Whether nothing before or behind the blocks can look at variables."""
        return not self.headed and all(_taker(command) is not None for command in self.rest)

    def parts(self) -> list[Any]:
        """What to look through for variables and commands."""
        found = [
            self.source,
            *(item for step in self.steps for item in (*step.all_statements(), *step.comparison[1:])),
        ]
        for command in self.rest:
            found += [command] if _taker(command) is None else command.elements[1:]
        return found


def parse(pipeline: Any) -> Fused | None:
    """The pipeline as a loop, or None."""
    elements = pipeline.elements
    if (
        len(elements) == 2
        and not pipeline.background
        and not elements[0].redirections
        and len(elements[1].elements) == 1
        and _taker(elements[1]) == "out-null"
        and not _is_range(elements[0])
    ):
        return Fused(elements[0], [], elements[1:], drops=True)
    if len(elements) < 2 or pipeline.background or elements[0].redirections:
        return None
    headed = elements[0].kind == "Command"
    if headed and not _is_head(elements[0]):
        return None
    steps: list[Step] = []
    position = 1
    while position < len(elements):
        step = _step(elements[position])
        if step is None:
            break
        steps.append(step)
        position += 1
        if step.is_last:
            break
    while steps and not (_can_continue(steps) and _can_end(steps[-1], elements[position:])):
        steps.pop()
        position -= 1
    taken = all(item.kind == "Command" and _taker(item) is not None for item in elements[position:])
    if headed:
        plain = taken and steps and not any(step.begin for step in steps)
        return Fused(elements[0], steps, elements[position:], headed=True) if plain else None
    return Fused(elements[0].expression, steps, elements[position:]) if steps or taken else None


def _is_head(command: Any) -> bool:
    """Whether the first command of a pipeline, if it is a built-in one, runs no code of the script and fills no variable."""
    head = command.elements[0]
    if command.invocation != "Unknown" or head.kind != "StringConstantExpression" or head.quote != "BareWord":
        return False
    if head.value.lower() in _NO_HEADS:
        return False
    return all(can_be_planned(node) and not _is_block(node) for node in command.elements[1:]) and not (
        looks_around(command) or looks_like_a_method_call(command) or may_run_a_block(command)
    )


def _is_block(node: Any) -> bool:
    return contains(node, "ScriptBlockExpression") or any(map(_is_block, node.children()))


_NO_HEADS = _FILTERS | _ACTIONS | frozenset(
    {
        "invoke-expression", "iex", "invoke-command", "icm", "import-module", "ipmo", "using-module", "measure-command",
        "trace-command", "start-job", "receive-job", "set-psdebug", "set-strictmode", "get-variable", "gv", "set-variable",
        "new-module", "nmo", "invoke-history", "ihy", "r", "tee-object", "tee",
    }
)  # fmt: skip


def _is_range(element: Any) -> bool:
    expression = element.expression if element.kind == "CommandExpression" else None
    return bool(
        expression is not None and expression.kind == "BinaryExpression" and expression.operator == "DotDot"
    )


def _can_end(step: Step, rest: list[Any]) -> bool:
    """Whether a step may be the last: a begin block must not run after those of commands that do something in theirs."""
    return not step.begin or all(_taker(command) is not None for command in rest)


def _can_continue(steps: list[Step]) -> bool:
    """Whether what each step writes can go to the next one: one value, or anything at the very end."""
    return all(step.statements is None or _hands_on(step.statements) for step in steps[:-1])


def _hands_on(statements: list[Any]) -> bool:
    """Whether a block writes nothing, or the value of the expression at its end and nothing else."""
    if not statements or not ends_in_one_value(statements):
        return not statements
    return is_expression(statements[-1]) or not writes(statements[-1])


def _taker(command: Any) -> str | None:
    """The folded name of a command that only looks at the objects it gets, else None."""
    if command.redirections or command.invocation != "Unknown":
        return None
    head = command.elements[0]
    if (
        head.kind != "StringConstantExpression"
        or head.value.lower() not in _TAKERS
        or may_run_a_block(command)
    ):
        return None
    for node in command.elements[1:]:
        if node.kind == "CommandParameter":
            if node.name.lower() not in _TAKER_PARAMETERS or node.argument is not None:
                return None
        elif node.kind == "VariableExpression":
            if node.splatted:
                return None
        elif node.kind not in ("StringConstantExpression", "ConstantExpression"):
            return None
    return str(head.value.lower())


def _step(element: Any) -> Step | None:
    if element.kind != "Command" or element.redirections or element.invocation != "Unknown":
        return None
    head = element.elements[0]
    if head.kind != "StringConstantExpression" or head.quote != "BareWord":
        return None
    made = _step_of(head.value.lower(), element.elements[1:])
    if made is not None:
        made.extent = (element.start, element.end)
    return made


def _step_of(name: str, arguments: list[Any]) -> Step | None:
    if name in _FILTERS:
        if len(arguments) == 1 and arguments[0].kind == "ScriptBlockExpression":
            statements = block_statements(arguments[0].script_block)
            if statements and ends_in_one_value(statements) and is_expression(statements[-1]):
                return Step(name, filters=True, statements=statements)
            return None
        test = _property_test(arguments)
        return None if test is None else Step(name, filters=True, statements=None, test=test)
    return _action(name, arguments) if name in _ACTIONS else None


def _action(name: str, arguments: list[Any]) -> Step | None:
    """ForEach-Object with blocks, by position or by name."""
    blocks = _named_blocks(arguments)
    if blocks is None:
        return None
    before, body, after = (
        [] if block is None else block_statements(block.script_block, returns=place == 1)
        for place, block in enumerate(blocks)
    )
    if before is None or body is None or after is None or any(map(_reads_object, (*before, *after))):
        return None
    step = Step(name, filters=False, statements=body)
    step.begin, step.end = before, after
    return step


def _named_blocks(arguments: list[Any]) -> tuple[Any, Any, Any] | None:
    """(begin, process, end) of ForEach-Object; None when there is something else, or no process block."""
    named: dict[str, Any] = {}
    free: list[Any] = []
    parameter: str | None = None
    for node in arguments:
        if node.kind == "CommandParameter":
            if parameter is not None or node.argument is not None or node.name.lower() not in _BLOCKS:
                return None
            parameter = node.name.lower()
        elif node.kind != "ScriptBlockExpression" or parameter in named:
            return None
        elif parameter is not None:
            named[parameter] = node
            parameter = None
        else:
            free.append(node)
    if parameter is not None or len(free) > (1 if named else 3) or (free and "process" in named):
        return None
    if free:
        places = ("process",) if len(free) == 1 else ("begin", "process", "end")
        named.update(zip(places, free, strict=False))
    return None if "process" not in named else (named.get("begin"), named["process"], named.get("end"))


_BLOCKS = frozenset({"begin", "process", "end"})


def _reads_object(statement: Any) -> bool:
    """Whether a begin or end block looks at ``$_``, which is null there."""
    from spshell.compiler.analysis import variable_name

    return any(
        node.kind == "VariableExpression" and variable_name(node.path) in ("_", "psitem")
        for node in walk(statement)
    )


def is_expression(statement: Any) -> bool:
    """Whether a statement writes the value of an expression (``$i++`` and ``[void]x`` write nothing)."""
    return bool(
        statement.kind == "Pipeline"
        and not is_silent(statement)
        and len(statement.elements) == 1
        and statement.elements[0].kind == "CommandExpression"
        and not statement.background
        and not statement.elements[0].redirections
    )


def block_statements(block: Any, *, returns: bool = False, takes: bool = False) -> list[Any] | None:
    """The statements of a block that can stand in the loop; None for others.

    `returns` allows ``return``, `takes` a ``param()``, which the caller sees to.
    """
    others = (
        block.begin_block,
        block.process_block,
        block.clean_block,
        block.dynamicparam_block,
        None if takes else block.param_block,
    )
    if (
        any(other is not None for other in others)
        or block.usings
        or block.end_block is None
        or block.end_block.traps
    ):
        return None
    statements: list[Any] = block.end_block.statements
    if not all(_is_inline(item) for item in statements):
        return None
    return statements if all(map(_returns_plainly if returns else _never_returns, statements)) else None


def _never_returns(statement: Any) -> bool:
    return not contains(statement, "ReturnStatement")


def _returns_plainly(statement: Any) -> bool:
    """Whether each ``return`` stands where the loop itself can go on: in no inner loop, and in no ``$( )``."""
    if statement.kind == "ReturnStatement":
        return statement.pipeline is None or _never_returns(statement.pipeline)
    if statement.kind == "IfStatement":
        blocks = [body for _, body in statement.clauses]
        if statement.else_block is not None:
            blocks.append(statement.else_block)
        return all(_never_returns(test) for test, _ in statement.clauses) and all(
            _returns_plainly(item) for block in blocks for item in block.statements
        )
    return _never_returns(statement)


def _is_inline(statement: Any) -> bool:
    from spshell.compiler.analysis import needs_closure, runs_blocks, variable_name
    from spshell.compiler.loop_counters import assigned

    if not kinds_in(statement).isdisjoint(_NOT_INLINE) or assigned(statement, "_"):
        return False
    for node in walk(statement):
        kind = node.kind
        if runs_blocks(node) or (kind == "Pipeline" and (node.background or not _is_plain_pipeline(node))):
            return False
        if kind in ("SubExpression", "ArrayExpression") and needs_closure(node.body):
            return False
        if kind == "VariableExpression" and (node.splatted or variable_name(node.path) in _NOT_READ):
            return False
        if kind == "ConvertExpression" and node.type.type_name.text.lower() == "ref":
            return False
    return True


def _is_plain_pipeline(pipeline: Any) -> bool:
    """Whether a pipeline in a block is one element, or a loop of its own with nothing behind it that looks at variables."""
    if len(pipeline.elements) == 1:
        return True
    fused = fusion_of(pipeline)
    return fused is not None and fused.is_closed


def _property_test(arguments: list[Any]) -> tuple[Any, ...] | None:
    """(property,) or (property, operator, value node) of ``Where-Object Name -eq value``."""
    if not arguments or arguments[0].kind != "StringConstantExpression":
        return None
    name = arguments[0].value
    if not name or any(character in name for character in "*?[~") or name.startswith("-"):
        return None
    if len(arguments) == 1:
        return (name,)
    if len(arguments) != 3 or arguments[1].kind != "CommandParameter" or arguments[1].argument is not None:
        return None
    operator, value = arguments[1].name.lower(), arguments[2]
    simple = value.kind in ("StringConstantExpression", "VariableExpression", "ConstantExpression")
    if (
        operator not in _COMPARISONS
        or not simple
        or (value.kind == "ConstantExpression" and not plain_number(value))
    ):
        return None
    if value.kind == "VariableExpression" and (
        value.splatted or ":" in value.path or value.path.lower() in ("_", "psitem")
    ):
        return None
    if operator in _ORDERS and value.kind != "ConstantExpression":
        return None  # text may not convert: then the command writes an error and goes on
    if operator in ("like", "notlike") and (value.kind != "StringConstantExpression" or "[" in value.value):
        return None
    return (name, operator, value)

"""A text from a tree: parsing it gives an equal tree.

`printed` writes every kind of node that a text without errors has; `difference` compares two trees by kinds and values,
whatever the places are that they stand at.
"""

from __future__ import annotations

from typing import Any

from spshell.language.nodes import Node
from spshell.language.nodes.types import TypeName
from spshell.language.tokens import _SPELLINGS as TEXTS

_STREAMS = {"All": "*", "Output": "1", "Error": "2", "Warning": "3", "Verbose": "4", "Debug": "5", "Information": "6"}
_CONTROLS = {"\0": "0", "\a": "a", "\b": "b", "\x1b": "e", "\f": "f", "\n": "n", "\r": "r", "\t": "t", "\v": "v"}
_DOUBLE = '"\u201c\u201d\u201e'
_SINGLE = "'\u2018\u2019\u201a\u201b"
_PLAIN = frozenset("._-/\\:*?%+=!~^[]#@")


def printed(node: Any) -> str:
    """The text of a node."""
    return str(_PRINT[node.kind](node))


def _lines(statements: list[Any], traps: list[Any]) -> str:
    above = [trap for trap in traps if not any(trap is item for item in statements)]
    return ";\n".join(map(printed, [*above, *statements]))


def _block(node: Any) -> str:
    return "{\n" + _lines(node.statements, node.traps) + "\n}"


def _script(node: Any) -> str:
    parts = [printed(item) for item in node.usings]
    if node.param_block is not None:
        parts.append(printed(node.param_block))
    for name in ("dynamicparam", "begin", "process", "end", "clean"):
        block = getattr(node, f"{name}_block")
        if block is not None:
            text = _lines(block.statements, block.traps)
            parts.append(text if block.unnamed else f"{name} {{\n{text}\n}}")
    return "\n".join(parts)


def _parameters(items: list[Any]) -> str:
    return "(" + ", ".join(map(printed, items)) + ")"


def _parameter(node: Any) -> str:
    default = "" if node.default is None else f" = {printed(node.default)}"
    return "".join(printed(item) + " " for item in node.attributes) + printed(node.name) + default


# -- texts


def _bare(value: str) -> str:
    made = []
    for index, letter in enumerate(value):
        if letter in _CONTROLS and letter != "\b":
            made.append("`" + _CONTROLS[letter])
        elif letter.isalnum() or (letter in _PLAIN and not (index == 0 and letter in "#@[")) or ord(letter) > 0x2100:
            made.append(letter)
        else:
            made.append("`" + letter)
    return "".join(made)


def _quoted(value: str) -> str:
    """The inside of double quotes."""
    made = []
    for letter in value:
        if letter in _DOUBLE:
            made.append(letter * 2)
        elif letter in "`$":
            made.append("`" + letter)
        elif letter == "\0":
            made.append("`0")
        else:
            made.append(letter)
    return "".join(made)


def _string(node: Any) -> str:
    value = node.value
    if node.quote == "SingleQuoted":
        return "'" + "".join(letter * (1 + (letter in _SINGLE)) for letter in value) + "'"
    if node.quote == "SingleQuotedHereString":
        return f"@'\n{value}\n'@"
    if node.quote == "DoubleQuoted":
        return f'"{_quoted(value)}"'
    if node.quote == "DoubleQuotedHereString":
        return f'@"\n{_here(value)}\n"@'
    return _bare(value)


def _here(value: str) -> str:
    return value.replace("`", "``").replace("$", "`$").replace("\0", "`0").replace('\n"', '\n`"')


def _expandable(node: Any) -> str:
    bare, here = node.quote == "BareWord", "Here" in node.quote
    made = []
    for part in node.parts:
        if isinstance(part, str) and bare and made and part[:1] in (".", "[", ":"):
            made.append(f'"{_quoted(part)}"')  # else a member or an element of the value before it
        elif isinstance(part, str):
            made.append(_bare(part) if bare else _here(part) if here else _quoted(part))
        else:
            text = printed(part)
            made.append(text if bare or here else "".join(letter * (1 + (letter in _DOUBLE)) for letter in text))
    inside = "".join(made)
    if bare:
        return inside
    return f'@"\n{inside}\n"@' if here else f'"{inside}"'


def _variable(node: Any) -> str:
    if node.splatted:
        return "@" + node.path
    if node.path in ("$", "^", "?"):
        return "$" + node.path
    return "${" + node.path.replace("`", "``").replace("{", "`{").replace("}", "`}") + "}"


# -- expressions


def _type(node: Any) -> str:
    return f"[{node.type_name.text}]"


def _attribute(node: Any) -> str:
    return f"[{node.type_name.text}({', '.join(map(printed, [*node.positional, *node.named]))})]"


def _named_argument(node: Any) -> str:
    return node.name if node.expression_omitted else f"{node.name} = {printed(node.argument)}"


def _unary(node: Any) -> str:
    kind, child = node.operator, printed(node.child)
    if kind.startswith("Postfix"):
        return child + TEXTS[kind.removeprefix("Postfix")]
    return TEXTS[kind] + ("" if kind in ("PlusPlus", "MinusMinus") else " ") + child


def _binary(node: Any) -> str:
    return f"{printed(node.left)} {TEXTS[node.operator]} {printed(node.right)}"


def _list(node: Any) -> str:
    items = [printed(item) for item in node.elements]
    return ", " + items[0] if len(items) == 1 else ", ".join(items)


def _hashtable(node: Any) -> str:
    return "@{" + "\n".join(["", *(f"{printed(key)} = {printed(value)}" for key, value in node.entries)]) + "\n}"


def _access(node: Any) -> str:
    return ("?" if node.null_conditional else "") + ("::" if node.static else ".")


def _member(node: Any) -> str:
    return printed(node.target) + _access(node) + printed(node.member)


def _invoke(node: Any) -> str:
    kinds = ", ".join(item.text for item in node.generic_arguments or ())
    return _member(node) + (f"[{kinds}]" if kinds else "") + "(" + ", ".join(map(printed, node.arguments)) + ")"


def _index(node: Any) -> str:
    return f"{printed(node.target)}{'?' if node.null_conditional else ''}[{printed(node.index)}]"


# -- commands


def _redirected(node: Any) -> str:
    return "".join(" " + printed(item) for item in node.redirections)


def _command(node: Any) -> str:
    front = {"Ampersand": "& ", "Dot": ". "}.get(node.invocation, "")
    return front + " ".join(map(printed, node.elements)) + _redirected(node)


def _command_parameter(node: Any) -> str:
    return node.dash + node.name + ("" if node.argument is None else ":" + printed(node.argument))


def _pipeline(node: Any) -> str:
    return " | ".join(map(printed, node.elements)) + (" &" if node.background else "")


def _chain(node: Any) -> str:
    return f"{printed(node.left)} {TEXTS[node.operator]} {printed(node.right)}" + (" &" if node.background else "")


# -- statements


def _if(node: Any) -> str:
    made = [f"if ({printed(test)}) {printed(body)}" for test, body in node.clauses]
    made += [] if node.else_block is None else [printed(node.else_block)]
    return " else".join([made[0], *(text if text.startswith("if (") else " " + text for text in made[1:])])


def _label(node: Any) -> str:
    return f":{node.label} " if node.label else ""


def _switch(node: Any) -> str:
    flags = "".join(f" -{flag}" for flag in sorted(node.flags) if flag != "File")
    subject = f" -File {printed(node.condition)}" if "File" in node.flags else f" ({printed(node.condition)})"
    clauses = [f"{printed(test)} {printed(body)}" for test, body in node.clauses]
    clauses += [] if node.default is None else [f"default {printed(node.default)}"]
    return _label(node) + f"switch{flags}{subject} {{\n" + "\n".join(clauses) + "\n}"


def _foreach(node: Any) -> str:
    head = f"({printed(node.variable)} in {printed(node.expression)})"
    return f"{_label(node)}foreach {head} {printed(node.body)}"


def _for(node: Any) -> str:
    parts = ["" if part is None else printed(part) for part in (node.initializer, node.condition, node.iterator)]
    return f"{_label(node)}for ({'; '.join(parts)}) {printed(node.body)}"


def _do(word: str) -> Any:
    return lambda node: f"{_label(node)}do {printed(node.body)} {word} ({printed(node.condition)})"


def _leave(word: str, field: str) -> Any:
    def write(node: Any) -> str:
        value = getattr(node, field)
        return word if value is None else f"{word} {printed(value)}"

    return write


def _try(node: Any) -> str:
    made = ["try " + printed(node.body), *map(printed, node.catches)]
    made += [] if node.finally_block is None else ["finally " + printed(node.finally_block)]
    return "\n".join(made)


def _catch(node: Any) -> str:
    return f"catch {', '.join(map(printed, node.types))} {printed(node.body)}"


def _trap(node: Any) -> str:
    return f"trap {'' if node.type is None else printed(node.type)} {printed(node.body)}"


def _data(node: Any) -> str:
    allowed = ", ".join(map(printed, node.commands_allowed))
    front = f"data {node.variable or ''}" + (f" -SupportedCommand {allowed}" if allowed else "")
    return f"{front} {printed(node.body)}"


def _function(node: Any) -> str:
    word = "filter" if node.is_filter else "function"
    parameters = "" if node.parameters is None else _parameters(node.parameters)
    return f"{word} {node.name}{parameters} {{\n{printed(node.body)}\n}}"


def _using(node: Any) -> str:
    name = node.module_specification if node.name is None else node.name
    return f"using {node.using_kind.lower()} {printed(name)}" + ("" if node.alias is None else f" = {printed(node.alias)}")


def _type_definition(node: Any) -> str:
    bases = " : " + ", ".join(item.type_name.text for item in node.bases) if node.bases else ""
    enum = node.type_kind.lower() == "enum"
    members = [_enum_member(item) if enum else printed(item) for item in node.members]
    front = "".join(printed(item) + "\n" for item in node.attributes)
    return f"{front}{node.type_kind.lower()} {node.name}{bases} {{\n" + "\n".join(members) + "\n}"


def _enum_member(node: Any) -> str:
    return node.name if node.initial is None else f"{node.name} = {printed(node.initial)}"


def _front(node: Any, kind: Any) -> str:
    words = [word.lower() for word in sorted(node.modifiers) if word in ("Static", "Hidden")]
    return "".join(part + " " for part in [*map(printed, node.attributes), *words, *([] if kind is None else [printed(kind)])])


def _property(node: Any) -> str:
    return _front(node, node.type) + "$" + node.name + ("" if node.initial is None else f" = {printed(node.initial)}")


def _method(node: Any) -> str:
    base = "" if node.base_arguments is None else f" : base({', '.join(map(printed, node.base_arguments))})"
    parameters = _parameters(node.definition.parameters or [])
    return f"{_front(node, node.return_type)}{node.name}{parameters}{base} {{\n{printed(node.definition.body)}\n}}"


_PRINT: dict[str, Any] = {
    "ScriptBlock": _script,
    "StatementBlock": _block,
    "ParamBlock": lambda node: "".join(printed(item) + "\n" for item in node.attributes) + "param" + _parameters(node.parameters),
    "Parameter": _parameter,
    "ConstantExpression": lambda node: node.text,
    "StringConstantExpression": _string,
    "ExpandableStringExpression": _expandable,
    "VariableExpression": _variable,
    "UsingExpression": lambda node: "$using:" + node.child.path,
    "TypeExpression": _type,
    "TypeConstraint": _type,
    "Attribute": _attribute,
    "NamedAttributeArgument": _named_argument,
    "ConvertExpression": lambda node: f"{printed(node.type)} {printed(node.child)}",
    "AttributedExpression": lambda node: f"{printed(node.attribute)} {printed(node.child)}",
    "UnaryExpression": _unary,
    "BinaryExpression": _binary,
    "TernaryExpression": lambda node: f"{printed(node.condition)} ? {printed(node.if_true)} : {printed(node.if_false)}",
    "ArrayLiteral": _list,
    "ArrayExpression": lambda node: f"@({_lines(node.body.statements, node.body.traps)})",
    "SubExpression": lambda node: f"$({_lines(node.body.statements, node.body.traps)})",
    "ParenExpression": lambda node: f"({printed(node.pipeline)})",
    "Hashtable": _hashtable,
    "ScriptBlockExpression": lambda node: "{\n" + printed(node.script_block) + "\n}",
    "MemberExpression": _member,
    "InvokeMemberExpression": _invoke,
    "IndexExpression": _index,
    "Command": _command,
    "CommandParameter": _command_parameter,
    "CommandExpression": lambda node: printed(node.expression) + _redirected(node),
    "FileRedirection": lambda node: f"{_STREAMS[node.stream]}>{'>' * node.append} {printed(node.target)}",
    "MergingRedirection": lambda node: f"{_STREAMS[node.source]}>&{_STREAMS[node.target]}",
    "Pipeline": _pipeline,
    "PipelineChain": _chain,
    "AssignmentStatement": _binary,
    "IfStatement": _if,
    "SwitchStatement": _switch,
    "ForEachStatement": _foreach,
    "ForStatement": _for,
    "WhileStatement": lambda node: f"{_label(node)}while ({printed(node.condition)}) {printed(node.body)}",
    "DoWhileStatement": _do("while"),
    "DoUntilStatement": _do("until"),
    "BreakStatement": _leave("break", "label"),
    "ContinueStatement": _leave("continue", "label"),
    "ReturnStatement": _leave("return", "pipeline"),
    "ExitStatement": _leave("exit", "pipeline"),
    "ThrowStatement": _leave("throw", "pipeline"),
    "TryStatement": _try,
    "CatchClause": _catch,
    "TrapStatement": _trap,
    "DataStatement": _data,
    "FunctionDefinition": _function,
    "UsingStatement": _using,
    "TypeDefinition": _type_definition,
    "PropertyMember": _property,
    "FunctionMember": _method,
}
"""How each kind is written. Statements that were not understood, and those of Desired State Configuration, have no text."""


# -- equality

_PLACES = frozenset({"source", "requirements", "error_start", "error_end", "name_end", "base_extent", "text", "start", "end"})


def difference(one: Any, two: Any, path: str = "") -> str:
    """Where two trees differ; empty when they are equal."""
    if isinstance(one, Node) and isinstance(two, Node):
        if one.kind != two.kind:
            return f"{path}: {one.kind} and {two.kind}"
        fields = [name for name in type(one).__slots__ if name not in _PLACES]
        if one.kind == "ExpandableStringExpression":
            fields.remove("value")
        pairs = [(f"{path}/{one.kind}.{name}", getattr(one, name), getattr(two, name)) for name in fields]
    elif isinstance(one, TypeName) and isinstance(two, TypeName):
        return "" if one.full_name == two.full_name else f"{path}: {one.full_name} and {two.full_name}"
    elif isinstance(one, (list, tuple)) and isinstance(two, (list, tuple)):
        one, two = _joined(one), _joined(two)
        if len(one) != len(two):
            return f"{path}: {len(one)} and {len(two)} parts"
        pairs = [(f"{path}[{index}]", *pair) for index, pair in enumerate(zip(one, two, strict=True))]
    else:
        return "" if repr(one) == repr(two) or one == two else f"{path}: {one!r} and {two!r}"
    return next((found for name, left, right in pairs if (found := difference(left, right, name))), "")


def _joined(items: Any) -> list[Any]:
    """Texts that stand beside each other are one text."""
    made: list[Any] = []
    for item in items:
        if type(item) is str and made and type(made[-1]) is str:
            made[-1] += item
        elif item != "" or type(item) is not str:
            made.append(item)
    return made


def kinds(node: Any) -> set[str]:
    """The kinds of all nodes of a tree."""
    found, stack = set(), [node]
    while stack:
        item = stack.pop()
        found.add(item.kind)
        stack += item.children()
    return found

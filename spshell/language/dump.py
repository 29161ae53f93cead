"""Trees and tokens as plain data, in the form of the recordings of real PowerShell."""

from __future__ import annotations

from spshell.language.nodes import (
    AssignmentStatement,
    Attribute,
    BinaryExpression,
    Command,
    CommandParameter,
    ConstantExpression,
    ExpandableStringExpression,
    FileRedirection,
    FunctionDefinition,
    FunctionMember,
    InvokeMemberExpression,
    MemberExpression,
    MergingRedirection,
    NamedBlock,
    Node,
    Parameter,
    Pipeline,
    PipelineChain,
    StringConstantExpression,
    SwitchStatement,
    TypeConstraint,
    TypeDefinition,
    TypeExpression,
    UnaryExpression,
    VariableExpression,
)
from spshell.language.order import below
from spshell.language.parser import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.language.tokens import Token

Data = dict[str, object]

_SWITCH_FLAGS = ("File", "Regex", "Wildcard", "Exact", "CaseSensitive", "Parallel")
_REAL_NAMES = {
    "bool": "System.Boolean",
    "byte": "System.Byte",
    "char": "System.Char",
    "datetime": "System.DateTime",
    "decimal": "System.Decimal",
    "double": "System.Double",
    "float": "System.Single",
    "guid": "System.Guid",
    "hashtable": "System.Collections.Hashtable",
    "int": "System.Int32",
    "long": "System.Int64",
    "object": "System.Object",
    "pscredential": "System.Management.Automation.PSCredential",
    "pscustomobject": "System.Object",
    "psobject": "System.Object",
    "regex": "System.Text.RegularExpressions.Regex",
    "scriptblock": "System.Management.Automation.ScriptBlock",
    "securestring": "System.Security.SecureString",
    "short": "System.Int16",
    "single": "System.Single",
    "string": "System.String",
    "switch": "System.Management.Automation.SwitchParameter",
    "timespan": "System.TimeSpan",
    "type": "System.Type",
    "uint": "System.UInt32",
    "ulong": "System.UInt64",
    "uri": "System.Uri",
    "version": "System.Version",
    "xml": "System.Xml.XmlDocument",
}


def dump_parse(text: str) -> Data:
    """Errors, tree and tokens of a text."""
    result = parse(text)
    return {
        "errors": [
            {
                "id": error.error_id,
                "arguments": list(error.arguments),
                "x": [error.start, error.end],
                "incomplete": error.incomplete,
            }
            for error in result.errors
        ],
        "ast": dump(result.script_block),
        "tokens": [dump_token(token, text) for token in result.tokens],
    }


def dump_token(token: Token, text: str) -> list[object]:
    """Kind, flags, text, start and end of a token."""
    flags = ", ".join(token.flags()) or "None"
    return [token.kind, flags, text[token.start : token.end], token.start, token.end]


def dump(node: Node) -> Data:
    """A node: `k` its kind, `x` its extent, `c` what is below it, and what tells it from its like."""
    found: Data = {"k": node.kind, "x": [node.start, node.end]}
    distinction = _DISTINCTIONS.get(type(node))
    if distinction is not None:
        found.update(distinction(node))
    children = [dump(child) for child in below(node)]
    if isinstance(node, TypeDefinition):
        _add_base_calls(node, children)
    if children:
        found["c"] = children
    return found


def is_constructor(member: FunctionMember, owner: TypeDefinition) -> bool:
    """Whether a method is its class's constructor (static ones aside)."""
    return member.name.lower() == owner.name.lower() and "Static" not in member.modifiers


def _add_base_calls(node: TypeDefinition, children: list[Data]) -> None:
    # PowerShell's constructors begin with a call of the base's, written or not.
    for member, data in zip(node.members, children[-len(node.members) :], strict=False):
        if isinstance(member, FunctionMember) and is_constructor(member, node):
            body: Any = data["c"]
            for key in ("ScriptBlock", "NamedBlock"):
                body = next((part for part in body[-1]["c"] if part["k"] == key), None)
                if body is None:
                    break
                body = [body]
            if body is not None:
                call = {"k": "CommandExpression", "x": list(member.base_extent)}
                body[0]["c"] = [call, *body[0].get("c", ())]


def _member(node: MemberExpression | InvokeMemberExpression) -> Data:
    found: Data = {}
    if node.static:
        found["static"] = True
    if node.null_conditional:
        found["nullcond"] = True
    return found


def _constant(node: ConstantExpression) -> Data:
    value = node.value
    shown = value if value is None or isinstance(value, str) else _number_text(value)
    return {"t": node.type_name, "v": shown}


def _number_text(value: float | bool) -> str:
    if not isinstance(value, float):
        return str(value)
    if value in {float("inf"), float("-inf")}:
        return "Infinity" if value > 0 else "-Infinity"
    if value.is_integer() and abs(value) < 1e15:
        return "-0" if str(value).startswith("-0") else str(int(value))
    text = repr(value)
    if "e" not in text:
        return text
    digits, exponent = text.split("e")
    sign = "-" if exponent.startswith("-") else "+"
    return f"{digits.removesuffix('.0')}E{sign}{exponent.lstrip('+-').zfill(2)}"


def _parameter(node: Parameter) -> Data:
    for attribute in node.attributes:
        if isinstance(attribute, TypeConstraint):
            name = attribute.type_name.full_name
            element = name.lower().removesuffix("[]")
            real = _REAL_NAMES.get(element)
            if real is not None:
                return {"t": real + name[len(element) :]}
            return {"t": name if name.lower().startswith("system.") else "System.Object"}
    return {"t": "System.Object"}


_DISTINCTIONS: dict[type[Node], Callable[..., Data]] = {
    AssignmentStatement: lambda node: {"op": node.operator},
    Attribute: lambda node: {"n": node.type_name.full_name},
    BinaryExpression: lambda node: {"op": node.operator},
    Command: lambda node: {"op": node.invocation},
    CommandParameter: lambda node: {"n": node.name},
    ConstantExpression: _constant,
    ExpandableStringExpression: lambda node: {"q": node.quote, "v": node.value},
    FileRedirection: lambda node: {"n": node.stream, "append": node.append},
    FunctionDefinition: lambda node: {"n": node.name, **({"filter": True} if node.is_filter else {})},
    InvokeMemberExpression: _member,
    MemberExpression: _member,
    MergingRedirection: lambda node: {"n": f"{node.source}>{node.target}"},
    NamedBlock: lambda node: {"n": node.block_kind},
    Parameter: _parameter,
    Pipeline: lambda node: {"background": True} if node.background else {},
    PipelineChain: lambda node: {"op": node.operator},
    StringConstantExpression: lambda node: {"q": node.quote, "v": node.value},
    SwitchStatement: lambda node: {
        "flags": ", ".join(flag for flag in _SWITCH_FLAGS if flag in node.flags) or "None"
    },
    TypeConstraint: lambda node: {"n": node.type_name.full_name},
    TypeExpression: lambda node: {"n": node.type_name.full_name},
    UnaryExpression: lambda node: {"op": node.operator},
    VariableExpression: lambda node: {"n": node.path, **({"splat": True} if node.splatted else {})},
}

"""Properties of the tree's classes that are worked out from a node's fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.syntax.enumerations import flagged, named
from spshell.engine.syntax.extent_objects import ScriptExtent
from spshell.engine.syntax.variable_paths import VariablePath

if TYPE_CHECKING:
    from spshell.engine.syntax.ast import Ast

_CONSTANTS = frozenset({"true", "false", "null"})


def script_attributes(ast: Ast) -> Any:
    return list(ast.node.attributes)


def requirements(ast: Ast) -> Any:
    """What the script's #requires lines ask for, as a custom object, or null."""
    found = ast.node.requirements
    if found is None:
        return None
    from spshell.values.conversion import convert, resolve_type_name
    from spshell.values.hashtable import Hashtable
    from spshell.values.objects import PSCustomObject

    version = None if found.version is None else convert(found.version, resolve_type_name("version"))
    return PSCustomObject(
        {
            "RequiredApplicationId": found.application_id,
            "RequiredPSVersion": version,
            "RequiredPSEditions": list(found.editions),
            "RequiredModules": [Hashtable([("Name", module.name)]) for module in found.modules],
            "RequiredAssemblies": list(found.assemblies),
            "IsElevationRequired": found.elevated,
        }
    )


def block_kind(ast: Ast) -> Any:
    return named("TokenKind", ast.node.block_kind)


def traps(ast: Ast) -> Any:
    """The traps of a block; null when there is none, as PowerShell has it."""
    return list(ast.node.traps) or None


def using_kind(ast: Ast) -> Any:
    return named("UsingStatementKind", ast.node.using_kind.capitalize())


def parameter_type(ast: Ast) -> Any:
    from spshell.language.nodes import TypeConstraint

    for attribute in ast.node.attributes:
        if isinstance(attribute, TypeConstraint):
            return _resolved(ast, attribute.type_name) or _type("System.Object")
    return _type("System.Object")


def _resolved(ast: Ast, type_name: Any) -> Any:
    return ast.shown(type_name).reflection_type()


def _type(name: str) -> Any:
    from spshell.values.conversion import resolve_type_name

    return resolve_type_name(name)


def type_attributes(ast: Ast) -> Any:
    return flagged("TypeAttributes", [ast.node.type_kind.capitalize()])


def is_enum(ast: Ast) -> bool:
    return bool(ast.node.type_kind.lower() == "enum")


def is_class(ast: Ast) -> bool:
    return bool(ast.node.type_kind.lower() == "class")


def is_interface(ast: Ast) -> bool:
    return bool(ast.node.type_kind.lower() == "interface")


def _modifiers(ast: Ast) -> set[str]:
    found = set(ast.node.modifiers)
    if "Private" not in found:
        found.add("Public")
    return found


def property_attributes(ast: Ast) -> Any:
    return flagged("PropertyAttributes", _modifiers(ast))


def method_attributes(ast: Ast) -> Any:
    return flagged("MethodAttributes", _modifiers(ast))


def is_public(ast: Ast) -> bool:
    return "Public" in _modifiers(ast)


def is_private(ast: Ast) -> bool:
    return "Private" in ast.node.modifiers


def is_hidden(ast: Ast) -> bool:
    return "Hidden" in ast.node.modifiers


def is_static(ast: Ast) -> bool:
    return "Static" in ast.node.modifiers


def is_constructor(ast: Ast) -> bool:
    above = ast.tree.above(ast.node)
    return above is not None and getattr(above, "name", "").lower() == ast.node.name.lower()


def method_parameters(ast: Ast) -> Any:
    return list(ast.node.definition.parameters or ())


def method_body(ast: Ast) -> Any:
    return ast.node.definition.body


def label(ast: Ast) -> Any:
    return ast.node.label


def condition(ast: Ast) -> Any:
    node = ast.node
    return node.expression if node.kind == "ForEachStatement" else node.condition


def foreach_flags(ast: Ast) -> Any:
    return flagged("ForEachFlags", ["Parallel"] if ast.node.parallel else [])


def switch_flags(ast: Ast) -> Any:
    return flagged("SwitchFlags", ast.node.flags)


def is_catch_all(ast: Ast) -> bool:
    return not ast.node.types


def is_rethrow(ast: Ast) -> bool:
    """A `throw` without anything, inside a catch clause."""
    if ast.node.pipeline is not None:
        return False
    above = ast.tree.above(ast.node)
    while above is not None and above.kind not in ("FunctionDefinition", "ScriptBlock"):
        if above.kind == "CatchClause":
            return True
        above = ast.tree.above(above)
    return False


def nested(ast: Ast) -> Any:
    return list(ast.node.nested)


def operator(ast: Ast) -> Any:
    return named("TokenKind", ast.node.operator)


def assigned(ast: Ast) -> Any:
    from spshell.language.order import assigned as right_side

    return right_side(ast.node)


def error_position(ast: Ast) -> ScriptExtent:
    return ScriptExtent(ast.tree.source, ast.node.error_start, ast.node.error_end)


def parameter_position(ast: Ast) -> ScriptExtent:
    return ScriptExtent(ast.tree.source, ast.node.start, ast.node.name_end)


def invocation_operator(ast: Ast) -> Any:
    return named("TokenKind", ast.node.invocation)


def merged_stream(ast: Ast) -> Any:
    return named("RedirectionStream", ast.node.source)


def target_stream(ast: Ast) -> Any:
    return named("RedirectionStream", ast.node.target)


def file_stream(ast: Ast) -> Any:
    return named("RedirectionStream", ast.node.stream)


_STATIC_TYPES = {
    "StringConstantExpression": "string",
    "ExpandableStringExpression": "string",
    "ArrayLiteral": "System.Object[]",
    "ArrayExpression": "System.Object[]",
    "Hashtable": "hashtable",
    "ScriptBlockExpression": "scriptblock",
    "TypeExpression": "type",
}


def static_type(ast: Ast) -> Any:
    """What is known of a value's type before running (ExpressionAst.StaticType)."""
    node = ast.node
    if node.kind == "ConstantExpression":
        return _type(node.type_name)
    if node.kind == "ConvertExpression":
        return _resolved(ast, node.type.type_name) or _type("System.Object")
    if node.kind == "VariableExpression" and node.path.lower() in ("true", "false"):
        return _type("bool")
    return _type(_STATIC_TYPES.get(node.kind, "System.Object"))


def attribute(ast: Ast) -> Any:
    node = ast.node
    return node.type if node.kind == "ConvertExpression" else node.attribute


def arguments(ast: Ast) -> Any:
    """The arguments of a method call; null when the parentheses are empty, as PowerShell has it."""
    return list(ast.node.arguments) or None


def variable_path(ast: Ast) -> VariablePath:
    return VariablePath(ast.node.path)


def constant(ast: Ast) -> Any:
    from spshell.engine.compiled import literals

    return literals.literal(ast.node.value, ast.node.type_name)


def quote(ast: Ast) -> Any:
    return named("StringConstantType", ast.node.quote)


def nested_expressions(ast: Ast) -> Any:
    return [part for part in ast.node.parts if not isinstance(part, str)]


def command_name(ast: Ast) -> Any:
    """CommandAst.GetCommandName(): the name when it is written as text."""
    first = ast.node.elements[0]
    return first.value if first.kind == "StringConstantExpression" else None


def pure_expression(ast: Ast) -> Any:
    """PipelineAst.GetPureExpression(): the lone expression without redirections, or null."""
    elements = ast.node.elements
    if len(elements) == 1 and elements[0].kind == "CommandExpression" and not elements[0].redirections:
        return ast.shown(elements[0].expression)
    return None


def is_constant_variable(ast: Ast) -> bool:
    return ast.node.path.lower() in _CONSTANTS


def script_block(ast: Ast) -> Any:
    """ScriptBlockAst.GetScriptBlock()."""
    from spshell.engine.running import RUNNING
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.language.parser import parse
    from spshell.values.exceptions import fault

    session = RUNNING.get()
    assert session is not None  # a script asked
    if parse(ast.node.source.text, ast.node.source.name).errors:
        raise fault(
            "System.Management.Automation.PSInvalidOperationException",
            "The text has syntax errors, so it makes no script block: see what ParseInput says of it.",
            "InvalidOperation",
            "InvalidOperation",
        )
    return ScriptBlock(ast.node, session)


def assignment_targets(ast: Ast) -> Any:
    """AssignmentStatementAst.GetAssignmentTargets(): the expressions that are assigned to."""
    left = ast.node.left
    if left.kind == "ArrayLiteral":
        return [ast.shown(element) for element in left.elements]
    return [ast.shown(left)]

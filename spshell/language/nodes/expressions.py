"""Expressions, type names and attributes."""

from __future__ import annotations

from typing import Any

from spshell.language.nodes.base import Node


class ConstantExpression(Node):
    __slots__ = ("text", "type_name", "value")

    kind = "ConstantExpression"
    fields = ("value", "type_name", "text")

    def __init__(self, value: Any, type_name: Any, text: Any, start: int, end: int) -> None:
        self.value = value
        self.type_name = type_name
        self.text = text
        self.start = start
        self.end = end


class StringConstantExpression(Node):
    __slots__ = ("quote", "value")

    kind = "StringConstantExpression"
    fields = ("value", "quote")

    def __init__(self, value: Any, quote: Any, start: int, end: int) -> None:
        self.value = value
        self.quote = quote
        self.start = start
        self.end = end


class ExpandableStringExpression(Node):
    __slots__ = ("parts", "quote", "value")

    kind = "ExpandableStringExpression"
    fields = ("value", "quote", "parts")

    def __init__(self, value: Any, quote: Any, parts: Any, start: int, end: int) -> None:
        self.value = value
        self.quote = quote
        self.parts = parts
        self.start = start
        self.end = end


class VariableExpression(Node):
    __slots__ = ("path", "splatted")

    kind = "VariableExpression"
    fields = ("path", "splatted")

    def __init__(self, path: Any, splatted: Any, start: int, end: int) -> None:
        self.path = path
        self.splatted = splatted
        self.start = start
        self.end = end


class TypeName(Node):
    __slots__ = ("element", "generic_arguments", "name", "rank", "text")

    kind = "TypeName"
    fields = ("text", "name", "generic_arguments", "element", "rank")

    def __init__(
        self, text: Any, name: Any, generic_arguments: Any, element: Any, rank: Any, start: int, end: int
    ) -> None:
        self.text = text
        self.name = name
        self.generic_arguments = generic_arguments
        self.element = element
        self.rank = rank
        self.start = start
        self.end = end


class TypeExpression(Node):
    __slots__ = ("type_name",)

    kind = "TypeExpression"
    fields = ("type_name",)

    def __init__(self, type_name: Any, start: int, end: int) -> None:
        self.type_name = type_name
        self.start = start
        self.end = end


class TypeConstraint(Node):
    __slots__ = ("type_name",)

    kind = "TypeConstraint"
    fields = ("type_name",)

    def __init__(self, type_name: Any, start: int, end: int) -> None:
        self.type_name = type_name
        self.start = start
        self.end = end


class Attribute(Node):
    __slots__ = ("named", "positional", "type_name")

    kind = "Attribute"
    fields = ("type_name", "positional", "named")

    def __init__(self, type_name: Any, positional: Any, named: Any, start: int, end: int) -> None:
        self.type_name = type_name
        self.positional = positional
        self.named = named
        self.start = start
        self.end = end


class NamedAttributeArgument(Node):
    __slots__ = ("argument", "expression_omitted", "name")

    kind = "NamedAttributeArgument"
    fields = ("name", "argument", "expression_omitted")

    def __init__(self, name: Any, argument: Any, expression_omitted: Any, start: int, end: int) -> None:
        self.name = name
        self.argument = argument
        self.expression_omitted = expression_omitted
        self.start = start
        self.end = end


class ConvertExpression(Node):
    __slots__ = ("child", "type")

    kind = "ConvertExpression"
    fields = ("type", "child")

    def __init__(self, type: Any, child: Any, start: int, end: int) -> None:
        self.type = type
        self.child = child
        self.start = start
        self.end = end


class AttributedExpression(Node):
    __slots__ = ("attribute", "child")

    kind = "AttributedExpression"
    fields = ("attribute", "child")

    def __init__(self, attribute: Any, child: Any, start: int, end: int) -> None:
        self.attribute = attribute
        self.child = child
        self.start = start
        self.end = end


class UnaryExpression(Node):
    __slots__ = ("child", "operator")

    kind = "UnaryExpression"
    fields = ("operator", "child")

    def __init__(self, operator: Any, child: Any, start: int, end: int) -> None:
        self.operator = operator
        self.child = child
        self.start = start
        self.end = end


class BinaryExpression(Node):
    __slots__ = ("left", "operator", "right")

    kind = "BinaryExpression"
    fields = ("operator", "left", "right")

    def __init__(self, operator: Any, left: Any, right: Any, start: int, end: int) -> None:
        self.operator = operator
        self.left = left
        self.right = right
        self.start = start
        self.end = end


class TernaryExpression(Node):
    __slots__ = ("condition", "if_false", "if_true")

    kind = "TernaryExpression"
    fields = ("condition", "if_true", "if_false")

    def __init__(self, condition: Any, if_true: Any, if_false: Any, start: int, end: int) -> None:
        self.condition = condition
        self.if_true = if_true
        self.if_false = if_false
        self.start = start
        self.end = end


class ArrayLiteral(Node):
    __slots__ = ("elements",)

    kind = "ArrayLiteral"
    fields = ("elements",)

    def __init__(self, elements: Any, start: int, end: int) -> None:
        self.elements = elements
        self.start = start
        self.end = end


class ArrayExpression(Node):
    __slots__ = ("body",)

    kind = "ArrayExpression"
    fields = ("body",)

    def __init__(self, body: Any, start: int, end: int) -> None:
        self.body = body
        self.start = start
        self.end = end


class SubExpression(Node):
    __slots__ = ("body",)

    kind = "SubExpression"
    fields = ("body",)

    def __init__(self, body: Any, start: int, end: int) -> None:
        self.body = body
        self.start = start
        self.end = end


class ParenExpression(Node):
    __slots__ = ("pipeline",)

    kind = "ParenExpression"
    fields = ("pipeline",)

    def __init__(self, pipeline: Any, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class Hashtable(Node):
    __slots__ = ("entries",)

    kind = "Hashtable"
    fields = ("entries",)

    def __init__(self, entries: Any, start: int, end: int) -> None:
        self.entries = entries
        self.start = start
        self.end = end


class ScriptBlockExpression(Node):
    __slots__ = ("script_block",)

    kind = "ScriptBlockExpression"
    fields = ("script_block",)

    def __init__(self, script_block: Any, start: int, end: int) -> None:
        self.script_block = script_block
        self.start = start
        self.end = end


class MemberExpression(Node):
    __slots__ = ("member", "null_conditional", "static", "target")

    kind = "MemberExpression"
    fields = ("target", "member", "static", "null_conditional")

    def __init__(
        self, target: Any, member: Any, static: Any, null_conditional: Any, start: int, end: int
    ) -> None:
        self.target = target
        self.member = member
        self.static = static
        self.null_conditional = null_conditional
        self.start = start
        self.end = end


class InvokeMemberExpression(Node):
    __slots__ = ("arguments", "generic_arguments", "member", "null_conditional", "static", "target")

    kind = "InvokeMemberExpression"
    fields = ("target", "member", "arguments", "static", "null_conditional", "generic_arguments")

    def __init__(
        self,
        target: Any,
        member: Any,
        arguments: Any,
        static: Any,
        null_conditional: Any,
        generic_arguments: Any,
        start: int,
        end: int,
    ) -> None:
        self.target = target
        self.member = member
        self.arguments = arguments
        self.static = static
        self.null_conditional = null_conditional
        self.generic_arguments = generic_arguments
        self.start = start
        self.end = end


class IndexExpression(Node):
    __slots__ = ("index", "null_conditional", "target")

    kind = "IndexExpression"
    fields = ("target", "index", "null_conditional")

    def __init__(self, target: Any, index: Any, null_conditional: Any, start: int, end: int) -> None:
        self.target = target
        self.index = index
        self.null_conditional = null_conditional
        self.start = start
        self.end = end


class UsingExpression(Node):
    __slots__ = ("child",)

    kind = "UsingExpression"
    fields = ("child",)

    def __init__(self, child: Any, start: int, end: int) -> None:
        self.child = child
        self.start = start
        self.end = end


class ErrorExpression(Node):
    __slots__ = ("parts",)

    kind = "ErrorExpression"
    fields = ("parts",)

    def __init__(self, parts: Any, start: int, end: int) -> None:
        self.parts = parts
        self.start = start
        self.end = end

"""Statements, blocks and definitions."""

from __future__ import annotations

from typing import Any

from spshell.language.nodes.base import Node


class ScriptBlock(Node):
    __slots__ = (
        "attributes",
        "begin_block",
        "clean_block",
        "dynamicparam_block",
        "end_block",
        "param_block",
        "process_block",
        "requirements",
        "source",
        "usings",
    )

    kind = "ScriptBlock"
    fields = (
        "usings",
        "attributes",
        "param_block",
        "dynamicparam_block",
        "begin_block",
        "process_block",
        "end_block",
        "clean_block",
        "requirements",
    )

    def __init__(
        self,
        source: Any,
        usings: Any,
        attributes: Any,
        param_block: Any,
        dynamicparam_block: Any,
        begin_block: Any,
        process_block: Any,
        end_block: Any,
        clean_block: Any,
        requirements: Any,
        start: int,
        end: int,
    ) -> None:
        self.source = source
        self.usings = usings
        self.attributes = attributes
        self.param_block = param_block
        self.dynamicparam_block = dynamicparam_block
        self.begin_block = begin_block
        self.process_block = process_block
        self.end_block = end_block
        self.clean_block = clean_block
        self.requirements = requirements
        self.start = start
        self.end = end


class NamedBlock(Node):
    __slots__ = ("block_kind", "statements", "traps", "unnamed")

    kind = "NamedBlock"
    fields = ("block_kind", "unnamed", "statements", "traps")

    def __init__(
        self, block_kind: Any, unnamed: Any, statements: Any, traps: Any, start: int, end: int
    ) -> None:
        self.block_kind = block_kind
        self.unnamed = unnamed
        self.statements = statements
        self.traps = traps
        self.start = start
        self.end = end


class ParamBlock(Node):
    __slots__ = ("attributes", "parameters")

    kind = "ParamBlock"
    fields = ("attributes", "parameters")

    def __init__(self, attributes: Any, parameters: Any, start: int, end: int) -> None:
        self.attributes = attributes
        self.parameters = parameters
        self.start = start
        self.end = end


class Parameter(Node):
    __slots__ = ("attributes", "default", "name")

    kind = "Parameter"
    fields = ("name", "attributes", "default")

    def __init__(self, name: Any, attributes: Any, default: Any, start: int, end: int) -> None:
        self.name = name
        self.attributes = attributes
        self.default = default
        self.start = start
        self.end = end


class StatementBlock(Node):
    __slots__ = ("statements", "traps")

    kind = "StatementBlock"
    fields = ("statements", "traps")

    def __init__(self, statements: Any, traps: Any, start: int, end: int) -> None:
        self.statements = statements
        self.traps = traps
        self.start = start
        self.end = end


class Pipeline(Node):
    __slots__ = ("background", "elements")

    kind = "Pipeline"
    fields = ("elements", "background")

    def __init__(self, elements: Any, background: Any, start: int, end: int) -> None:
        self.elements = elements
        self.background = background
        self.start = start
        self.end = end


class PipelineChain(Node):
    __slots__ = ("background", "left", "operator", "right")

    kind = "PipelineChain"
    fields = ("left", "operator", "right", "background")

    def __init__(self, left: Any, operator: Any, right: Any, background: Any, start: int, end: int) -> None:
        self.left = left
        self.operator = operator
        self.right = right
        self.background = background
        self.start = start
        self.end = end


class AssignmentStatement(Node):
    __slots__ = ("left", "operator", "right")

    kind = "AssignmentStatement"
    fields = ("left", "operator", "right")

    def __init__(self, left: Any, operator: Any, right: Any, start: int, end: int) -> None:
        self.left = left
        self.operator = operator
        self.right = right
        self.start = start
        self.end = end


class IfStatement(Node):
    __slots__ = ("clauses", "else_block")

    kind = "IfStatement"
    fields = ("clauses", "else_block")

    def __init__(self, clauses: Any, else_block: Any, start: int, end: int) -> None:
        self.clauses = clauses
        self.else_block = else_block
        self.start = start
        self.end = end


class SwitchStatement(Node):
    __slots__ = ("clauses", "condition", "default", "flags", "label")

    kind = "SwitchStatement"
    fields = ("label", "flags", "condition", "clauses", "default")

    def __init__(
        self, label: Any, flags: Any, condition: Any, clauses: Any, default: Any, start: int, end: int
    ) -> None:
        self.label = label
        self.flags = flags
        self.condition = condition
        self.clauses = clauses
        self.default = default
        self.start = start
        self.end = end


class ForEachStatement(Node):
    __slots__ = ("body", "expression", "label", "parallel", "throttle", "variable")

    kind = "ForEachStatement"
    fields = ("label", "variable", "expression", "body", "parallel", "throttle")

    def __init__(
        self,
        label: Any,
        variable: Any,
        expression: Any,
        body: Any,
        parallel: Any,
        throttle: Any,
        start: int,
        end: int,
    ) -> None:
        self.label = label
        self.variable = variable
        self.expression = expression
        self.body = body
        self.parallel = parallel
        self.throttle = throttle
        self.start = start
        self.end = end


class ForStatement(Node):
    __slots__ = ("body", "condition", "initializer", "iterator", "label")

    kind = "ForStatement"
    fields = ("label", "initializer", "condition", "iterator", "body")

    def __init__(
        self, label: Any, initializer: Any, condition: Any, iterator: Any, body: Any, start: int, end: int
    ) -> None:
        self.label = label
        self.initializer = initializer
        self.condition = condition
        self.iterator = iterator
        self.body = body
        self.start = start
        self.end = end


class WhileStatement(Node):
    __slots__ = ("body", "condition", "label")

    kind = "WhileStatement"
    fields = ("label", "condition", "body")

    def __init__(self, label: Any, condition: Any, body: Any, start: int, end: int) -> None:
        self.label = label
        self.condition = condition
        self.body = body
        self.start = start
        self.end = end


class DoWhileStatement(Node):
    __slots__ = ("body", "condition", "label")

    kind = "DoWhileStatement"
    fields = ("label", "condition", "body")

    def __init__(self, label: Any, condition: Any, body: Any, start: int, end: int) -> None:
        self.label = label
        self.condition = condition
        self.body = body
        self.start = start
        self.end = end


class DoUntilStatement(Node):
    __slots__ = ("body", "condition", "label")

    kind = "DoUntilStatement"
    fields = ("label", "condition", "body")

    def __init__(self, label: Any, condition: Any, body: Any, start: int, end: int) -> None:
        self.label = label
        self.condition = condition
        self.body = body
        self.start = start
        self.end = end


class BreakStatement(Node):
    __slots__ = ("label",)

    kind = "BreakStatement"
    fields = ("label",)

    def __init__(self, label: Any, start: int, end: int) -> None:
        self.label = label
        self.start = start
        self.end = end


class ContinueStatement(Node):
    __slots__ = ("label",)

    kind = "ContinueStatement"
    fields = ("label",)

    def __init__(self, label: Any, start: int, end: int) -> None:
        self.label = label
        self.start = start
        self.end = end


class ReturnStatement(Node):
    __slots__ = ("pipeline",)

    kind = "ReturnStatement"
    fields = ("pipeline",)

    def __init__(self, pipeline: Any, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class ExitStatement(Node):
    __slots__ = ("pipeline",)

    kind = "ExitStatement"
    fields = ("pipeline",)

    def __init__(self, pipeline: Any, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class ThrowStatement(Node):
    __slots__ = ("pipeline",)

    kind = "ThrowStatement"
    fields = ("pipeline",)

    def __init__(self, pipeline: Any, start: int, end: int) -> None:
        self.pipeline = pipeline
        self.start = start
        self.end = end


class TryStatement(Node):
    __slots__ = ("body", "catches", "finally_block")

    kind = "TryStatement"
    fields = ("body", "catches", "finally_block")

    def __init__(self, body: Any, catches: Any, finally_block: Any, start: int, end: int) -> None:
        self.body = body
        self.catches = catches
        self.finally_block = finally_block
        self.start = start
        self.end = end


class CatchClause(Node):
    __slots__ = ("body", "types")

    kind = "CatchClause"
    fields = ("types", "body")

    def __init__(self, types: Any, body: Any, start: int, end: int) -> None:
        self.types = types
        self.body = body
        self.start = start
        self.end = end


class TrapStatement(Node):
    __slots__ = ("body", "type")

    kind = "TrapStatement"
    fields = ("type", "body")

    def __init__(self, type: Any, body: Any, start: int, end: int) -> None:
        self.type = type
        self.body = body
        self.start = start
        self.end = end


class DataStatement(Node):
    __slots__ = ("body", "commands_allowed", "variable")

    kind = "DataStatement"
    fields = ("variable", "commands_allowed", "body")

    def __init__(self, variable: Any, commands_allowed: Any, body: Any, start: int, end: int) -> None:
        self.variable = variable
        self.commands_allowed = commands_allowed
        self.body = body
        self.start = start
        self.end = end


class FunctionDefinition(Node):
    __slots__ = ("body", "is_filter", "is_workflow", "name", "parameters")

    kind = "FunctionDefinition"
    fields = ("name", "is_filter", "is_workflow", "parameters", "body")

    def __init__(
        self, name: Any, is_filter: Any, is_workflow: Any, parameters: Any, body: Any, start: int, end: int
    ) -> None:
        self.name = name
        self.is_filter = is_filter
        self.is_workflow = is_workflow
        self.parameters = parameters
        self.body = body
        self.start = start
        self.end = end


class TypeDefinition(Node):
    __slots__ = ("attributes", "bases", "members", "name", "type_kind")

    kind = "TypeDefinition"
    fields = ("name", "type_kind", "attributes", "bases", "members")

    def __init__(
        self, name: Any, type_kind: Any, attributes: Any, bases: Any, members: Any, start: int, end: int
    ) -> None:
        self.name = name
        self.type_kind = type_kind
        self.attributes = attributes
        self.bases = bases
        self.members = members
        self.start = start
        self.end = end


class PropertyMember(Node):
    __slots__ = ("attributes", "initial", "modifiers", "name", "type")

    kind = "PropertyMember"
    fields = ("name", "type", "attributes", "modifiers", "initial")

    def __init__(
        self, name: Any, type: Any, attributes: Any, modifiers: Any, initial: Any, start: int, end: int
    ) -> None:
        self.name = name
        self.type = type
        self.attributes = attributes
        self.modifiers = modifiers
        self.initial = initial
        self.start = start
        self.end = end


class FunctionMember(Node):
    __slots__ = ("attributes", "base_arguments", "definition", "modifiers", "name", "return_type")

    kind = "FunctionMember"
    fields = ("name", "return_type", "attributes", "modifiers", "definition", "base_arguments")

    def __init__(
        self,
        name: Any,
        return_type: Any,
        attributes: Any,
        modifiers: Any,
        definition: Any,
        base_arguments: Any,
        start: int,
        end: int,
    ) -> None:
        self.name = name
        self.return_type = return_type
        self.attributes = attributes
        self.modifiers = modifiers
        self.definition = definition
        self.base_arguments = base_arguments
        self.start = start
        self.end = end


class UsingStatement(Node):
    __slots__ = ("alias", "module_specification", "name", "using_kind")

    kind = "UsingStatement"
    fields = ("using_kind", "name", "alias", "module_specification")

    def __init__(
        self, using_kind: Any, name: Any, alias: Any, module_specification: Any, start: int, end: int
    ) -> None:
        self.using_kind = using_kind
        self.name = name
        self.alias = alias
        self.module_specification = module_specification
        self.start = start
        self.end = end


class ConfigurationDefinition(Node):
    __slots__ = ("body", "name")

    kind = "ConfigurationDefinition"
    fields = ("name", "body")

    def __init__(self, name: Any, body: Any, start: int, end: int) -> None:
        self.name = name
        self.body = body
        self.start = start
        self.end = end


class DynamicKeywordStatement(Node):
    __slots__ = ("elements",)

    kind = "DynamicKeywordStatement"
    fields = ("elements",)

    def __init__(self, elements: Any, start: int, end: int) -> None:
        self.elements = elements
        self.start = start
        self.end = end


class BlockStatement(Node):
    __slots__ = ("body",)

    kind = "BlockStatement"
    fields = ("body",)

    def __init__(self, body: Any, start: int, end: int) -> None:
        self.body = body
        self.start = start
        self.end = end


class ErrorStatement(Node):
    __slots__ = ("parts",)

    kind = "ErrorStatement"
    fields = ("parts",)

    def __init__(self, parts: Any, start: int, end: int) -> None:
        self.parts = parts
        self.start = start
        self.end = end

"""The classes of the syntax tree: base class and properties of each, one row a property.

A row is ``Type Name = field``: `field` is the node's own, or ``!function`` of properties.py. ``*Type`` is a read-only
collection of that type; types of the Language namespace are written without it and without ``Ast``.
"""

from __future__ import annotations

from typing import Any

from spshell.engine.syntax import LANGUAGE, properties
from spshell.engine.syntax.ast import Ast
from spshell.values.declare import add_method, add_property
from spshell.values.nettype import NetType, register

_TABLE = """
ScriptBlock : Ast
  *Attribute Attributes = !script_attributes
  *UsingStatement UsingStatements = usings
  ParamBlock ParamBlock = param_block
  NamedBlock BeginBlock = begin_block
  NamedBlock ProcessBlock = process_block
  NamedBlock EndBlock = end_block
  NamedBlock CleanBlock = clean_block
  NamedBlock DynamicParamBlock = dynamicparam_block
  @System.Object ScriptRequirements = !requirements
ParamBlock : Ast
  *Attribute Attributes = attributes
  *Parameter Parameters = parameters
NamedBlock : Ast
  @bool Unnamed = unnamed
  @TokenKind BlockKind = !block_kind
  *Statement Statements = statements
  *TrapStatement Traps = !traps
NamedAttributeArgument : Ast
  @string ArgumentName = name
  Expression Argument = argument
  @bool ExpressionOmitted = expression_omitted
AttributeBase : Ast
  @ITypeName TypeName = type_name
Attribute : AttributeBase
  *Expression PositionalArguments = positional
  *NamedAttributeArgument NamedArguments = named
TypeConstraint : AttributeBase
Parameter : Ast
  *AttributeBase Attributes = attributes
  VariableExpression Name = name
  Expression DefaultValue = default
  @type StaticType = !parameter_type
StatementBlock : Ast
  *Statement Statements = statements
  *TrapStatement Traps = !traps
Statement : Ast
TypeDefinition : Statement
  @string Name = name
  *Attribute Attributes = attributes
  *TypeConstraint BaseTypes = bases
  *Member Members = members
  @TypeAttributes TypeAttributes = !type_attributes
  @bool IsEnum = !is_enum
  @bool IsClass = !is_class
  @bool IsInterface = !is_interface
UsingStatement : Statement
  @UsingStatementKind UsingStatementKind = !using_kind
  StringConstantExpression Name = name
  StringConstantExpression Alias = alias
  Hashtable ModuleSpecification = module_specification
Member : Ast
  @string Name = name
PropertyMember : Member
  TypeConstraint PropertyType = type
  *Attribute Attributes = attributes
  @PropertyAttributes PropertyAttributes = !property_attributes
  Expression InitialValue = initial
  @bool IsPublic = !is_public
  @bool IsPrivate = !is_private
  @bool IsHidden = !is_hidden
  @bool IsStatic = !is_static
FunctionMember : Member
  *Attribute Attributes = attributes
  TypeConstraint ReturnType = return_type
  *Parameter Parameters = !method_parameters
  ScriptBlock Body = !method_body
  @MethodAttributes MethodAttributes = !method_attributes
  @bool IsPublic = !is_public
  @bool IsPrivate = !is_private
  @bool IsHidden = !is_hidden
  @bool IsStatic = !is_static
  @bool IsConstructor = !is_constructor
FunctionDefinition : Statement
  @bool IsFilter = is_filter
  @bool IsWorkflow = is_workflow
  @string Name = name
  *Parameter Parameters = parameters
  ScriptBlock Body = body
IfStatement : Statement
  @System.Object Clauses = clauses
  StatementBlock ElseClause = else_block
DataStatement : Statement
  @string Variable = variable
  *Expression CommandsAllowed = commands_allowed
  StatementBlock Body = body
LabeledStatement : Statement
  @string Label = !label
  PipelineBase Condition = !condition
LoopStatement : LabeledStatement
  StatementBlock Body = body
ForEachStatement : LoopStatement
  VariableExpression Variable = variable
  Expression ThrottleLimit = throttle
  @ForEachFlags Flags = !foreach_flags
ForStatement : LoopStatement
  PipelineBase Initializer = initializer
  PipelineBase Iterator = iterator
DoWhileStatement : LoopStatement
DoUntilStatement : LoopStatement
WhileStatement : LoopStatement
SwitchStatement : LabeledStatement
  @SwitchFlags Flags = !switch_flags
  @System.Object Clauses = clauses
  StatementBlock Default = default
CatchClause : Ast
  *TypeConstraint CatchTypes = types
  @bool IsCatchAll = !is_catch_all
  StatementBlock Body = body
TryStatement : Statement
  StatementBlock Body = body
  *CatchClause CatchClauses = catches
  StatementBlock Finally = finally_block
TrapStatement : Statement
  TypeConstraint TrapType = type
  StatementBlock Body = body
BreakStatement : Statement
  Expression Label = label
ContinueStatement : Statement
  Expression Label = label
ReturnStatement : Statement
  PipelineBase Pipeline = pipeline
ExitStatement : Statement
  PipelineBase Pipeline = pipeline
ThrowStatement : Statement
  PipelineBase Pipeline = pipeline
  @bool IsRethrow = !is_rethrow
BlockStatement : Statement
  StatementBlock Body = body
ConfigurationDefinition : Statement
  Expression InstanceName = name
  ScriptBlockExpression Body = body
DynamicKeywordStatement : Statement
  *CommandElement CommandElements = elements
PipelineBase : Statement
ErrorStatement : PipelineBase
  *Ast Conditions = conditions
  *Ast Bodies = bodies
  *Ast NestedAst = !nested
Chainable : PipelineBase
PipelineChain : Chainable
  Chainable LhsPipelineChain = left
  Pipeline RhsPipeline = right
  @TokenKind Operator = !operator
  @bool Background = background
Pipeline : Chainable
  *CommandBase PipelineElements = elements
  @bool Background = background
AssignmentStatement : PipelineBase
  Expression Left = left
  @TokenKind Operator = !operator
  Statement Right = !assigned
  @IScriptExtent ErrorPosition = !error_position
CommandElement : Ast
CommandParameter : CommandElement
  @string ParameterName = name
  Expression Argument = argument
  @IScriptExtent ErrorPosition = !parameter_position
CommandBase : Statement
  *Redirection Redirections = redirections
Command : CommandBase
  *CommandElement CommandElements = elements
  @TokenKind InvocationOperator = !invocation_operator
CommandExpression : CommandBase
  Expression Expression = expression
Redirection : Ast
MergingRedirection : Redirection
  @RedirectionStream FromStream = !merged_stream
  @RedirectionStream ToStream = !target_stream
FileRedirection : Redirection
  @RedirectionStream FromStream = !file_stream
  Expression Location = target
  @bool Append = append
Expression : CommandElement
  @type StaticType = !static_type
ErrorExpression : Expression
  *Ast NestedAst = nested
TernaryExpression : Expression
  Expression Condition = condition
  Expression IfTrue = if_true
  Expression IfFalse = if_false
BinaryExpression : Expression
  @TokenKind Operator = !operator
  Expression Left = left
  Expression Right = right
  @IScriptExtent ErrorPosition = !error_position
UnaryExpression : Expression
  @TokenKind TokenKind = !operator
  Expression Child = child
AttributedExpression : Expression
  Expression Child = child
  AttributeBase Attribute = !attribute
ConvertExpression : AttributedExpression
  TypeConstraint Type = type
MemberExpression : Expression
  Expression Expression = target
  CommandElement Member = member
  @bool Static = static
  @bool NullConditional = null_conditional
InvokeMemberExpression : MemberExpression
  *Expression Arguments = !arguments
  *ITypeName GenericTypeArguments = generic_arguments
BaseCtorInvokeMemberExpression : InvokeMemberExpression
TypeExpression : Expression
  @ITypeName TypeName = type_name
VariableExpression : Expression
  @System.Management.Automation.VariablePath VariablePath = !variable_path
  @bool Splatted = splatted
ConstantExpression : Expression
  @System.Object Value = !constant
StringConstantExpression : ConstantExpression
  @StringConstantType StringConstantType = !quote
  @string Value = value
ExpandableStringExpression : Expression
  @string Value = value
  @StringConstantType StringConstantType = !quote
  *Expression NestedExpressions = !nested_expressions
ScriptBlockExpression : Expression
  ScriptBlock ScriptBlock = script_block
ArrayLiteral : Expression
  *Expression Elements = elements
Hashtable : Expression
  @System.Object KeyValuePairs = entries
ArrayExpression : Expression
  StatementBlock SubExpression = body
ParenExpression : Expression
  PipelineBase Pipeline = pipeline
SubExpression : Expression
  StatementBlock SubExpression = body
UsingExpression : Expression
  Expression SubExpression = child
IndexExpression : Expression
  Expression Target = target
  Expression Index = index
  @bool NullConditional = null_conditional
"""

_METHODS = {
    "Command": ("string GetCommandName()", properties.command_name),
    "Pipeline": ("System.Management.Automation.Language.ExpressionAst GetPureExpression()", properties.pure_expression),
    "VariableExpression": ("bool IsConstantVariable()", properties.is_constant_variable),
    "ScriptBlock": ("scriptblock GetScriptBlock()", properties.script_block),
    "AssignmentStatement": ("System.Object GetAssignmentTargets()", properties.assignment_targets),
}  # fmt: skip

_COLLECTION = "System.Collections.ObjectModel.ReadOnlyCollection["
_CLASSES: dict[str, type[Ast]] = {"Ast": Ast}


def _rows() -> dict[str, tuple[str, list[str]]]:
    found: dict[str, tuple[str, list[str]]] = {}
    head = ""
    for line in _TABLE.strip().splitlines():
        if line.startswith("  "):
            found[head][1].append(line.strip())
        else:
            head, _, base = line.partition(" : ")
            found[head] = (base, [])
    return found


_ROWS = _rows()
TYPE_NAMES = ("Ast", *(name + "Ast" for name in _ROWS))


def class_of(node: Any) -> type[Ast]:
    """The class for a node's kind."""
    return _CLASSES[node.kind]


def _type_name(word: str) -> str:
    if word.startswith("@"):
        own = word[1:]
        return own if "." in own or own.islower() else LANGUAGE + own
    if word.startswith("*"):
        return f"{_COLLECTION}{LANGUAGE}{_element(word[1:])}]"
    return f"{LANGUAGE}{word}Ast"


def _element(word: str) -> str:
    return word if word in ("Ast", "ITypeName") else word + "Ast"


def _reader(field: str, element: str) -> Any:
    if field.startswith("!"):
        work_out = getattr(properties, field[1:])
        if element:
            return lambda ast: ast.shown(work_out(ast), element)
        return lambda ast: ast.shown(work_out(ast))
    return lambda ast: ast.shown(getattr(ast.node, field), element)


def _declare(name: str, rows: list[str]) -> Any:
    def fill(net_type: NetType) -> None:
        for row in rows:
            declared, _, field = row.partition(" = ")
            word, _, property_name = declared.partition(" ")
            element = _element(word[1:]) if word.startswith("*") else ""
            add_property(net_type, f"{_type_name(word)} {property_name} {{get}}", _reader(field, element))
        if name in _METHODS:
            signature, function = _METHODS[name]
            add_method(net_type, signature, function)

    return fill


def _make() -> None:
    for name, (base, rows) in _ROWS.items():
        parent = _CLASSES[base]
        made = NetType(f"{LANGUAGE}{name}Ast", base=parent.net_type)
        made.declare = _declare(name, rows)
        cls = type(f"{name}Ast", (parent,), {"__slots__": (), "net_type": made})
        made.python_type = cls
        _CLASSES[name] = cls
        register(made)


_make()

# ruff: noqa: N802 - the methods are named after the nodes of the tree
"""The oracle's expressions: the values come from the same operators as the engine's, evaluated in the plainest order."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection import members
from spshell.engine.attributes.of_variables import cast_constraint, type_constraint
from spshell.engine.errors.faults import make_fault
from spshell.engine.variables.variables import LENIENT_TEXT, MatchResult
from spshell.values import (
    arithmetic,
    bitwise,
    comparison,
    composite,
    conversion,
    indexing,
    literals,
    matching,
)
from spshell.values.enumeration import enumerate_value
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject
from spshell.values.ranges import range_values
from spshell.values.text import to_text
from spshell.values.truth import truth

ARITHMETIC = {
    "Plus": arithmetic.add, "Minus": arithmetic.subtract, "Multiply": arithmetic.multiply, "Divide": arithmetic.divide,
    "Rem": arithmetic.remainder, "Band": bitwise.band, "Bor": bitwise.bor, "Bxor": bitwise.bxor, "Shl": bitwise.shl,
    "Shr": bitwise.shr,
}  # fmt: skip
COMPARISONS = {
    "eq": comparison.eq, "ne": comparison.ne, "lt": comparison.lt, "le": comparison.le, "gt": comparison.gt,
    "ge": comparison.ge, "like": matching.like, "notlike": matching.not_like, "contains": comparison.contains,
    "notcontains": comparison.not_contains, "in": comparison.is_in, "notin": comparison.not_in,
    "replace": matching.replace, "split": matching.split,
}  # fmt: skip
COMPOUND = {
    "PlusEquals": "Plus", "MinusEquals": "Minus", "MultiplyEquals": "Multiply", "DivideEquals": "Divide",
    "RemainderEquals": "Rem",
}  # fmt: skip
LARGEST = 3000


class TooBig(Exception):
    """The program makes something too large to be worth comparing."""


class Scope:
    """The variables of one running block; `parent` is where reads go on."""

    def __init__(self, parent: Scope | None) -> None:
        self.parent = parent
        self.vars: dict[str, Any] = {}
        self.apart = False
        self.function = ""
        self.private: set[str] = set()
        self.types: dict[str, Any] = {}
        self.functions: dict[str, Any] = {}
        self.script: Scope = parent.script if parent else self
        self.strict: int = parent.strict if parent else 0

    def find(self, name: str) -> Scope | None:
        scope: Scope | None = self
        while scope is not None and (name not in scope.vars or (scope is not self and name in scope.private)):
            scope = scope.parent
        return scope


class Block:
    """A script block as a value; `home` is the scope of a closure."""

    def __init__(self, node: Any, home: Scope | None = None) -> None:
        self.node = node
        self.home = home

    def ps_text(self) -> str:
        return str(self.node.source.text[self.node.start + 1 : self.node.end - 1])


def unrolled(value: Any) -> list[Any]:
    if value is NOTHING:
        return []
    items = None if isinstance(value, (str, type(None), Block)) else enumerate_value(value)
    return [value] if items is None else list(items)


def collected(written: list[Any]) -> Any:
    return written[0] if len(written) == 1 else (list(written) if written else NOTHING)


def stored(value: Any) -> Any:
    """An empty result in a collection is null."""
    return None if value is NOTHING else value


class Values:
    """Expressions; statements and calls come from the classes beside it."""

    scope: Scope
    top: Scope
    log: list[str]
    collect: Any
    statement_value: Any
    new_closure: Any
    call_block: Any
    construct: Any
    member_of: Any
    method_of: Any
    set_member_of: Any

    # -- variables

    def read(self, name: str, *, text: bool = False) -> Any:
        prefix, colon, rest = name.lower().partition(":")
        if colon:
            home = self.named(prefix)
            if rest in home.vars:
                return home.vars[rest]
            if self.scope.strict >= (LENIENT_TEXT if text else 1):
                raise make_fault("VariableIsUndefined", name)
            return None
        home = self.scope.find(prefix)
        if home is not None:
            found = home.vars[prefix]
            if type(found) is MatchResult:
                found = home.vars[prefix] = found.table()
            return found
        if self.scope.strict >= (LENIENT_TEXT if text else 1):
            raise make_fault("VariableIsUndefined", name)
        return None

    def named(self, prefix: str) -> Scope:
        """The scope of a modifier; a closure has a script scope of its own."""
        return {"local": self.scope, "private": self.scope, "script": self.scope.script}.get(prefix, self.top)

    def own(self, name: str) -> Any:
        """What a compound assignment adds to: a function does not see its callers' variable."""
        if ":" in name or name in self.scope.vars or self.shares_scope:
            return self.read(name)
        if self.scope.strict:
            raise make_fault("VariableIsUndefined", name)
        return None

    shares_scope = False
    in_text = False

    def write(self, name: str, value: Any) -> Any:
        prefix, colon, rest = name.lower().partition(":")
        home, key = (self.named(prefix), rest) if colon else (self.scope, prefix)
        if key in home.types:
            value = home.types[key](value)
        self.check_size(value)
        if prefix == "private":
            home.private.add(key)
        home.vars[key] = value
        return value

    def write_typed(self, name: str, net_type: Any, value: Any) -> Any:
        scope, key = self.scope, name.lower()
        convert = (type_constraint if scope.parent is None else cast_constraint)(net_type)
        value = convert(value)
        scope.types[key] = convert
        scope.vars[key] = value
        return value

    def check_size(self, value: Any) -> None:
        if hasattr(value, "__len__") and len(value) > LARGEST:
            raise TooBig

    # -- targets

    def assign(self, target: Any, value: Any) -> Any:
        kind = target.kind
        if kind == "VariableExpression":
            return self.write(target.path, value)
        if kind == "ConvertExpression":
            return self.write_typed(target.child.path, self.type_of(target.type.type_name), value)
        if kind == "IndexExpression":
            holder, index = self.value(target.target), self.value(target.index)
            indexing.set_index(holder, index, stored(value))
            return value
        if kind == "MemberExpression":
            holder = self.value(target.target)
            self.set_member_of(holder, self.member_name(target.member), stored(value))
            return value
        return self.spread(target.elements, value)

    def spread(self, targets: list[Any], value: Any) -> Any:
        items = unrolled(value) if value is not None else []
        if len(items) > len(targets):
            items = [*items[: len(targets) - 1], items[len(targets) - 1 :]]
        items += [None] * (len(targets) - len(items))
        for target, item in zip(targets, items, strict=True):
            self.assign(target, item)
        return items

    def update(self, target: Any, change: Any) -> tuple[Any, Any]:
        """(old, new) of a target whose parts are evaluated once."""
        kind = target.kind
        if kind == "IndexExpression":
            holder, index = self.value(target.target), self.value(target.index)
            old = self.element(holder, index)
            new = change(old)
            indexing.set_index(holder, index, stored(new))
        elif kind == "MemberExpression":
            holder, name = self.value(target.target), self.member_name(target.member)
            old = self.member_of(holder, name)
            new = change(old)
            self.set_member_of(holder, name, stored(new))
        else:
            old = self.value(target)
            new = change(old)
            self.assign(target, new)
        return old, new

    # -- expressions

    def value(self, node: Any) -> Any:
        return getattr(self, "of_" + node.kind)(node)

    def of_ConstantExpression(self, node: Any) -> Any:
        if node.type_name in ("System.Int32", "System.Double"):
            return node.value
        return literals.make(node.value, node.type_name)

    def of_StringConstantExpression(self, node: Any) -> Any:
        return node.value

    def of_ExpandableStringExpression(self, node: Any) -> Any:
        outer, self.in_text = self.in_text, True
        try:
            texts = [part if isinstance(part, str) else to_text(self.value(part)) for part in node.parts]
        finally:
            self.in_text = outer
        made = "".join(texts)
        self.check_size(made)
        return made

    def of_VariableExpression(self, node: Any) -> Any:
        name = node.path.lower()
        constants = {"true": True, "false": False, "null": None}
        if name == "error":
            return [None] * len(self.log)
        return constants[name] if name in constants else self.read(node.path, text=self.in_text)

    def of_ParenExpression(self, node: Any) -> Any:
        return self.statement_value(node.pipeline)

    def single_expression(self, statements: list[Any]) -> Any:
        """The expression when that is all that stands there, else None."""
        if len(statements) != 1 or statements[0].kind != "Pipeline" or len(statements[0].elements) != 1:
            return None
        element = statements[0].elements[0]
        return element.expression if element.kind == "CommandExpression" else None

    def of_SubExpression(self, node: Any) -> Any:
        return collected(self.collect(node.body.statements))

    def of_ArrayExpression(self, node: Any) -> Any:
        single = self.single_expression(node.body.statements)
        if single is not None:  # not a statement of its own: what fails in it ends the statement around
            return unrolled(self.value(single))
        return self.collect(node.body.statements)

    def of_ArrayLiteral(self, node: Any) -> Any:
        return [stored(self.value(item)) for item in node.elements]

    def of_Hashtable(self, node: Any) -> Any:
        return self.fill(Hashtable(), node)

    def fill(self, table: Any, node: Any) -> Any:
        pairs = [(self.value(key), stored(self.statement_value(entry))) for key, entry in node.entries]
        for key, value in pairs:
            table[key] = value
        return table

    def of_ScriptBlockExpression(self, node: Any) -> Any:
        return Block(node.script_block)

    def type_of(self, name: Any) -> Any:
        return conversion.resolve_type_name(name, lambda _name: None)

    def of_TypeExpression(self, node: Any) -> Any:
        return self.type_of(node.type_name)

    def of_ConvertExpression(self, node: Any) -> Any:
        name = node.type.type_name.text.lower()
        if node.child.kind == "Hashtable" and name == "ordered":
            return self.fill(OrderedDictionary(), node.child)
        if node.child.kind == "Hashtable" and name == "pscustomobject":
            made: dict[str, Any] = {}
            for key, entry in node.child.entries:
                made[to_text(self.value(key))] = stored(self.statement_value(entry))
            return PSCustomObject(made)
        value = self.value(node.child)
        return NOTHING if name == "void" else conversion.convert(value, self.type_of(node.type.type_name))

    def member_name(self, node: Any) -> Any:
        name = self.value(node)
        return name if type(name) is int else to_text(name)

    def of_MemberExpression(self, node: Any) -> Any:
        target = self.value(node.target)
        if node.static:
            return members.get_static(target, self.member_name(node.member))
        if node.null_conditional and target in (None, NOTHING):
            return None
        return self.member_of(target, self.member_name(node.member))

    def property_of(self, target: Any, name: Any) -> Any:
        if self.scope.strict >= 2:
            return members.get_property_strict(target, name)
        return members.get_property(target, name)

    def of_InvokeMemberExpression(self, node: Any) -> Any:
        target = self.value(node.target)
        name = self.member_name(node.member)
        if node.null_conditional and target in (None, NOTHING):
            return None
        arguments = [stored(self.value(item)) for item in node.arguments]
        if node.static:
            return self.construct(target, name, arguments)
        if isinstance(target, Block):
            assert name.lower() == "getnewclosure"
            return self.new_closure(target)
        return self.method_of(target, name, arguments)

    def of_IndexExpression(self, node: Any) -> Any:
        target = self.value(node.target)
        if node.null_conditional and target in (None, NOTHING):
            return None
        return self.element(target, self.value(node.index))

    def element(self, target: Any, index: Any) -> Any:
        return indexing.get_index(target, index, strict=self.scope.strict >= 3)

    def of_TernaryExpression(self, node: Any) -> Any:
        return self.value(node.if_true if truth(self.value(node.condition)) else node.if_false)

    def of_BinaryExpression(self, node: Any) -> Any:
        kind = node.operator
        if kind == "And":
            return truth(self.value(node.left)) and truth(self.value(node.right))
        if kind == "Or":
            return truth(self.value(node.left)) or truth(self.value(node.right))
        if kind == "Xor":
            return truth(self.value(node.left)) is not truth(self.value(node.right))
        if kind == "QuestionQuestion":
            left = self.value(node.left)
            return self.value(node.right) if left is None or left is NOTHING else left
        return self.operate(kind, self.value(node.left), self.value(node.right))

    def operate(self, kind: str, left: Any, right: Any) -> Any:
        if kind in ARITHMETIC:
            return self.reckon(kind, left, right)
        if kind == "DotDot":
            return list(range_values(left, right))
        if kind == "Format":
            return composite.format_operator(left, right)
        if kind == "Join":
            return matching.join(left, right)
        if kind in ("Is", "IsNot"):
            return members.is_instance(left, right) is (kind == "Is")
        if kind == "As":
            return conversion.as_type(left, right)
        name, ignore_case = kind[1:].lower(), kind[0] == "I"
        if name in ("match", "notmatch"):
            result, found = (matching.match if name == "match" else matching.not_match)(
                left, right, ignore_case
            )
            if found is not None:
                self.scope.vars["matches"] = MatchResult(found)
            return result
        return COMPARISONS[name](left, right, ignore_case)

    def reckon(self, kind: str, left: Any, right: Any) -> Any:
        if kind == "Multiply" and hasattr(left, "__len__") and len(left) > 1 and type(right) is not str:
            number = right if type(right) in (int, float) else 0
            if number * len(left) > LARGEST:
                raise TooBig
        made = ARITHMETIC[kind](left, right)
        self.check_size(made)
        return made

    def of_UnaryExpression(self, node: Any) -> Any:
        kind = node.operator
        if kind in ("Not", "Exclaim"):
            return not truth(self.value(node.child))
        if kind.endswith(("PlusPlus", "MinusMinus")):
            step = arithmetic.increment if "Plus" in kind else arithmetic.decrement
            old, new = self.update(node.child, step)
            if kind.startswith("Postfix"):
                return 0 if old is None or old is NOTHING else old
            return new
        child = self.value(node.child)
        if kind == "Comma":
            return [child]
        plain = {
            "Minus": arithmetic.negate, "Plus": arithmetic.unary_plus, "Bnot": bitwise.bnot,
            "Join": matching.join_all, "Isplit": matching.split_words, "Csplit": matching.split_words,
        }  # fmt: skip
        return plain[kind](child)

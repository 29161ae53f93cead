"""Completing behind `$variable =`: the values that the variable's type or its [ValidateSet] allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.inference import Inference, named_type
from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, starts, unquoted
from spshell.engine.completion.visible import scopes
from spshell.language import nodes
from spshell.values.enums import EnumType

if TYPE_CHECKING:
    from spshell.engine.session import Session

_WORDS = frozenset({"StringLiteral", "StringExpandable", "Identifier", "Generic", "Number"})


def offer(session: Session, place: Place) -> Completion | None:
    """The allowed values; None where nothing limits them."""
    at, before = place.at, place.before
    behind = at is not None and at.kind == "Equals"
    if not behind and (
        before is None or before.kind != "Equals" or (at is not None and at.kind not in _WORDS)
    ):
        return None
    assignment = place.innermost(nodes.AssignmentStatement)
    if assignment is None:
        return None
    allowed = _allowed(session, place, assignment.left)
    if allowed is None:
        return None
    word = "" if behind else place.word
    start = place.cursor if behind else place.start
    quote, bare = unquoted(word)
    test = starts(bare)
    matches = [
        match(value if value.isdigit() and not quote else _quoted(value, quote or "'"), value)
        for value in allowed
        if test(value)
    ]
    return Completion(start, len(word), matches)


def _quoted(value: str, quote: str) -> str:
    return quote + (value.replace("'", "''") if quote == "'" else value) + quote


def _allowed(session: Session, place: Place, left: Any) -> list[str] | None:
    declared: EnumType | None = None
    while isinstance(left, nodes.ConvertExpression | nodes.AttributedExpression):
        if isinstance(left, nodes.ConvertExpression):
            found = _enum_names(place, left.type.type_name.full_name)
            if found is not None:
                return found
        elif left.attribute.type_name.name.lower().removesuffix("attribute") == "validateset":
            return [_constant(item) for item in left.attribute.positional]
        left = left.child
    if not isinstance(left, nodes.VariableExpression):
        return None
    allowed = _of_variable(session, left.path.rpartition(":")[2])
    if allowed is not None:
        return allowed
    for shape in Inference(session, place).of(left):
        if isinstance(shape.net_type, EnumType):
            declared = shape.net_type
    return None if declared is None else sorted(declared.names, key=str.lower)


def _enum_names(place: Place, type_name: str) -> list[str] | None:
    """The names of an enumeration, also of one that the text defines, sorted."""
    from spshell.engine.completion.place import walk

    for node in walk(place.result.script_block):
        if (
            isinstance(node, nodes.TypeDefinition)
            and node.type_kind == "enum"
            and node.name.lower() == type_name.lower()
        ):
            return sorted((member.name for member in node.members), key=str.lower)
    found = named_type(type_name)
    return sorted(found.names, key=str.lower) if isinstance(found, EnumType) else None


def _constant(node: Any) -> str:
    return str(getattr(node, "value", ""))


def _of_variable(session: Session, name: str) -> list[str] | None:
    """What the attributes of a variable that is there allow."""
    from spshell.engine.variables.preferences import ENUMERATED
    from spshell.values.text import to_text

    for scope in scopes(session):
        attributes = scope.attributes.get(name.lower())
        if attributes is None:
            continue
        for check in attributes.constraints:
            validator: Any = getattr(check, "validator", None)
            if hasattr(validator, "allowed"):
                return [to_text(value) for value in validator.allowed(scope)]
            declared = getattr(check, "net_type", None)
            if isinstance(declared, EnumType):
                return sorted(declared.names, key=str.lower)
    row = next((row for known, row in ENUMERATED.items() if known.lower() == name.lower()), None)
    found = None if row is None else named_type(f"System.Management.Automation.{row[0]}")
    return sorted(found.names, key=str.lower) if isinstance(found, EnumType) else None

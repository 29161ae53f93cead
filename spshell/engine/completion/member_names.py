"""Completing members behind `.` and `::`: of a value that is there, else of what the expression will be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.inference import UNKNOWN, Inference, Shape, named_type
from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, starts
from spshell.language import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.session import Session
    from spshell.values.nettype import NetType

_OPERATORS = frozenset({"Dot", "ColonColon", "QuestionDot"})

Row = tuple[str, bool, str]
"""(name, whether it is a method, hint)."""


def offer(session: Session, place: Place) -> Completion | None:
    """Members, behind an operator of members."""
    operator, word = _operator(place)
    if operator is None:
        return None
    node = next(
        (
            item
            for item in reversed(place.path)
            if isinstance(item, nodes.MemberExpression | nodes.InvokeMemberExpression)
            and item.target.end <= operator.start
        ),
        None,
    )
    if node is None:
        return None
    rows = list(_rows(session, place, node))
    start = place.cursor if not word else place.start
    return Completion(start, len(word), member_matches(rows, word))


def _operator(place: Place) -> tuple[Any, str]:
    at, before = place.at, place.before
    if at is not None and at.kind in _OPERATORS:
        return at, ""
    if (
        at is not None and before is not None and before.kind in _OPERATORS and before.end == at.start
        and (at.kind in ("Identifier", "Generic", "Multiply") or "Keyword" in at.traits)
    ):  # fmt: skip
        return before, place.word
    if at is None and before is not None and before.kind in _OPERATORS:
        return before, ""
    return None, ""


def member_matches(rows: list[Row], word: str, *, parenthesis: bool = True) -> list[CompletionResult]:
    """Properties, then methods, each sorted, each name once."""
    test = starts(word)
    found: dict[str, Row] = {}
    for row in rows:
        if test(row[0]):
            found.setdefault(row[0].lower(), row)
    ordered = sorted(found.values(), key=lambda row: (row[1], row[0].lower()))
    return [
        match(
            name + "(" * (method and parenthesis) if method else _written(name),
            name,
            "Method" if method else "Property",
            hint,
        )
        for name, method, hint in ordered
    ]


def _written(name: str) -> str:
    return f"'{name}'" if any(character in name for character in "-`&@'\"#{}()$,;|<> ./\\\t^") else name


def _rows(session: Session, place: Place, node: Any) -> Iterator[Row]:
    inference = Inference(session, place)
    if node.static:
        yield from _static_rows(inference, node)
        return
    for shape in inference.of(node.target):
        yield from shape_rows(shape)
        if _enumerable(shape):
            yield from _MAGIC


_MAGIC: tuple[Row, ...] = (
    ("Where", True, "Where({ expression } [, mode [, numberToReturn]])"),
    ("ForEach", True, "ForEach(expression [, arguments...])"),
)
"""Methods that every collection has in the language, not in .NET."""


def _enumerable(shape: Shape) -> bool:
    from spshell.values.type_relations import has_interface

    found = shape.net_type
    if found is None or found.full_name in ("System.String", "System.Collections.Hashtable"):
        return False
    return found.element is not None or has_interface(found, "System.Collections.IEnumerable")


def _static_rows(inference: Inference, node: Any) -> Iterator[Row]:
    if isinstance(node.target, nodes.TypeExpression):
        for shape in inference.type_shapes(node.target.type_name.full_name):
            if shape.definition is not None:
                yield from _defined_statics(shape.definition)
            elif shape.net_type is not None:
                yield from static_rows(shape.net_type)
        return
    for shape in inference.of(node.target):
        if shape.net_type is not None and shape.net_type.kind != "static":
            yield from static_rows(shape.net_type)


def static_rows(net_type: NetType) -> Iterator[Row]:
    """The static members of a type with their definitions."""
    from spshell.dotnet.reflection.member_definitions import static_definitions
    from spshell.values.enums import EnumType

    if isinstance(net_type, EnumType):
        for name in net_type.names:
            yield name, False, f"static {net_type.ps_name} {name} {{get;}}"
    for row in static_definitions(net_type):
        hint = row._definition
        if row.kind == "Method":
            yield row._name, True, _lines(hint, "\r\n")
        else:
            yield row._name, False, hint.removeprefix("static ") if net_type.is_value_type else hint


def _lines(definitions: str, separator: str) -> str:
    """Overloads one a line."""
    return definitions.replace("), ", f"){separator}")


def shape_rows(shape: Shape) -> Iterator[Row]:
    """The members of what an expression will be."""
    if shape.definition is not None:
        yield from _defined(shape.definition)
        return
    if shape.value is not UNKNOWN:
        yield from _value_rows(shape.value)
        return
    for name, net_type in shape.properties or ():
        yield name, False, f"{'object' if net_type is None else net_type.ps_name} {name}"
    if shape.net_type is not None:
        yield from _type_rows(shape.net_type)


def _value_rows(value: Any) -> Iterator[Row]:
    from spshell.dotnet.reflection.reflection import definition, members
    from spshell.values.hashtable import Hashtable
    from spshell.values.objects import PSObject

    base = value.base if type(value) is PSObject else value
    if isinstance(base, Hashtable):
        for key in list(base):
            if isinstance(key, str):
                yield key, False, _entry_hint(base, key)
    for info in members(value):
        if info.kind == "ParameterizedProperty":
            continue
        method = info.kind in ("Method", "ScriptMethod", "CodeMethod")
        hint = definition(info)
        yield info.name, method, _lines(hint, "\r\n") if method else hint


def _entry_hint(table: Any, key: str) -> str:
    from spshell.values.nettype import type_of
    from spshell.values.text import to_text

    value = table[key]
    shown = "object" if value is None else type_of(value).ps_name
    return f"{shown} {key}={'null' if value is None else to_text(value)}"


def _type_rows(net_type: NetType) -> Iterator[Row]:
    from spshell.dotnet.reflection.psobject import signature
    from spshell.dotnet.reflection.reflection import declared_properties, method_groups
    from spshell.values.nettype import IndexedProperty

    for member in declared_properties(net_type):
        if not isinstance(member, IndexedProperty):
            access = "{ get; set; }" if member.set is not None else "{ get; }"
            yield member.name, False, f"{member.type_name} {member.name} {access}"
    for name, group in method_groups(net_type):
        yield name, True, "\n".join(signature(name, overload) for overload in group.overloads)


def _type_text(node: nodes.TypeConstraint | None) -> str:
    if node is None:
        return "object"
    found = named_type(node.type_name.full_name)
    return node.type_name.full_name if found is None else found.ps_name


def _method_text(member: nodes.FunctionMember, owner: str) -> str:
    parameters = ", ".join(
        f"{_type_text(next((a for a in p.attributes if isinstance(a, nodes.TypeConstraint)), None))} {p.name.path}"
        for p in member.definition.parameters or ()
    )
    constructor = member.name == owner
    shown = owner if constructor else "void" if member.return_type is None else _type_text(member.return_type)
    static = "static " if "Static" in member.modifiers else ""
    return f"{static}{shown} {'new' if constructor else member.name}({parameters})"


def _defined(definition: nodes.TypeDefinition) -> Iterator[Row]:
    """The instance members of a class that the text defines, then those that every object has."""
    for member in definition.members:
        if "Static" in member.modifiers or "Hidden" in member.modifiers:
            continue
        if isinstance(member, nodes.PropertyMember):
            yield member.name, False, f"{_type_text(member.type)} {member.name}"
        elif member.name != definition.name:
            yield member.name, True, _method_text(member, definition.name)
    yield from _type_rows(_object())


def _defined_statics(definition: nodes.TypeDefinition) -> Iterator[Row]:
    made = False
    for member in definition.members:
        if isinstance(member, nodes.PropertyMember):
            if "Static" in member.modifiers or definition.type_kind == "enum":
                yield member.name, False, f"static {_type_text(member.type)} {member.name}"
        elif member.name == definition.name:
            made = True
            yield "new", True, _method_text(member, definition.name)
        elif "Static" in member.modifiers:
            yield member.name, True, _method_text(member, definition.name)
    if not made:
        yield "new", True, f"{definition.name} new()"
    base = named_type("System.Enum") if definition.type_kind == "enum" else _object()
    if base is not None:
        for name, method, hint in static_rows(base):
            if name != "new":
                yield name, method, hint.replace("\r\n", ", ")


def _object() -> NetType:
    from spshell.values.nettype import BY_NAME

    return BY_NAME["system.object"]

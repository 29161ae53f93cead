"""Completing keys: of calculated properties, of splatted tables, of `[type]@{}`, and of a table behind `[`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.inference import UNKNOWN, Inference
from spshell.engine.completion.messages import KEYS
from spshell.engine.completion.place import Place, walk
from spshell.engine.completion.results import Completion, match, starts, unquoted
from spshell.engine.completion.visible import current_scope
from spshell.language import nodes

if TYPE_CHECKING:
    from spshell.engine.session import Session

_CALCULATED = {
    "select-object": ("Name", "Expression"),
    "sort-object": ("Expression", "Ascending", "Descending"),
    "group-object": ("Expression",),
    "compare-object": ("Expression",),
    "measure-object": ("Expression",),
    "format-table": ("Expression", "FormatString", "Label", "Width", "Alignment"),
    "format-list": ("Expression", "FormatString", "Label"),
    "format-wide": ("Expression", "FormatString"),
    "format-custom": ("Expression", "Depth"),
}
"""Command -> the keys of its calculated properties."""

_GROUPING = ("Expression", "FormatString", "Label")


def offer(session: Session, place: Place) -> Completion | None:
    """Keys, where one can begin."""
    found = _index(session, place)
    if found is not None:
        return found
    table = place.innermost(nodes.Hashtable)
    if table is None or not _key_begins(place, table):
        return None
    word = place.word if place.at is not None and place.at.kind in ("Identifier", "Generic") else ""
    rows = _rows(session, place, table)
    if rows is None:
        return None
    start = place.start if word else place.cursor
    used = {
        key.value.lower()
        for key, _ in table.entries
        if isinstance(key, nodes.StringConstantExpression) and not key.start <= start <= key.end
    }
    test = starts(word)
    matches = [
        match(name, name, "Property", hint) for name, hint in rows if test(name) and name.lower() not in used
    ]
    return Completion(start, len(word), matches)


def _key_begins(place: Place, table: nodes.Hashtable) -> bool:
    """Whether the cursor stands where a key is written: behind the brace, a semicolon or a line break."""
    if place.innermost(nodes.ScriptBlockExpression) is not None and any(
        isinstance(node, nodes.ScriptBlockExpression) and node.start > table.start for node in place.path
    ):
        return False
    at, before = place.at, place.before
    if at is not None and at.kind in ("AtCurly", "Semi"):
        return True
    if at is not None and at.kind not in ("Identifier", "Generic"):
        return False
    return place.new_line or (before is not None and before.kind in ("AtCurly", "Semi"))


def _rows(session: Session, place: Place, table: nodes.Hashtable) -> list[tuple[str, str]] | None:
    parent: Any = place.path[place.path.index(table) - 1]
    command = parent if isinstance(parent, nodes.Command) else place.innermost(nodes.Command)
    if isinstance(parent, nodes.ConvertExpression):
        return _settable(parent.type.type_name.full_name)
    if isinstance(command, nodes.Command) and command.start < table.start:
        head = command.elements[0]
        info = (
            session.commands.find(current_scope(session), head.value)
            if isinstance(head, nodes.StringConstantExpression)
            else None
        )
        name = "" if info is None else info.name.lower()
        keys = (
            _GROUPING
            if name.startswith("format-") and _of_grouping(command, table)
            else _CALCULATED.get(name)
        )
        return None if keys is None else [(key, KEYS["Name" if key == "Label" else key]) for key in keys]
    return _splatted(session, place, table)


def _of_grouping(command: nodes.Command, table: nodes.Hashtable) -> bool:
    ahead = [item for item in command.elements if item.end <= table.start]
    last = ahead[-1] if ahead else None
    return isinstance(last, nodes.CommandParameter) and "groupby".startswith(last.name.lower())


def _settable(type_name: str) -> list[tuple[str, str]] | None:
    from spshell.dotnet.reflection.reflection import declared_properties
    from spshell.engine.completion.inference import named_type

    found = named_type(type_name)
    if found is None or found.full_name == "System.Management.Automation.PSObject":
        return None
    properties = [item for item in declared_properties(found) if item.set is not None]
    return sorted(
        ((item.name, f"{item.type_name} {item.name}") for item in properties), key=lambda row: row[0].lower()
    )


def _splatted(session: Session, place: Place, table: nodes.Hashtable) -> list[tuple[str, str]] | None:
    """The parameters of the command that the table is later splatted to."""
    from spshell.engine.commands.syntax import short_type

    assignment = place.innermost(nodes.AssignmentStatement)
    if assignment is None or not isinstance(assignment.left, nodes.VariableExpression):
        return None
    folded = assignment.left.path.lower()
    for node in walk(place.result.script_block):
        if not isinstance(node, nodes.Command) or node.start < table.end:
            continue
        head = node.elements[0]
        used = any(
            isinstance(item, nodes.VariableExpression) and item.splatted and item.path.lower() == folded
            for item in node.elements[1:]
        )
        if used and isinstance(head, nodes.StringConstantExpression):
            info: Any = session.commands.find(current_scope(session), head.value)
            metadata = getattr(info, "metadata", None)
            specs = [] if metadata is None else [s for s in metadata.all_parameters() if not s.hidden]
            return [(spec.name, f"[{short_type(spec.type)}] {spec.name}") for spec in specs]
    return None


def _index(session: Session, place: Place) -> Completion | None:
    node = place.innermost(nodes.IndexExpression)
    at, before = place.at, place.before
    if node is None:
        return None
    if at is not None and at.kind == "LBracket" and at.start >= node.target.end:
        word, start = "", place.cursor
    elif (
        at is not None and before is not None and before.kind == "LBracket"
        and at.kind in ("StringLiteral", "StringExpandable", "Identifier", "Generic")
    ):  # fmt: skip
        word, start = place.word, place.start
    else:
        return None
    inference = Inference(session, place)
    keys: list[str] = []
    for shape in inference.of(node.target):
        if shape.value is not UNKNOWN and hasattr(shape.value, "keys"):
            keys += [key for key in shape.value if isinstance(key, str)]
        keys += [name for name, _ in shape.properties or ()]
    if not keys:
        return None
    _quote, bare = unquoted(word)
    test = starts(bare)
    matches = [
        match("'" + key.replace("'", "''") + "'", key, "Property")
        for key in sorted(dict.fromkeys(keys), key=str.lower)
        if test(key)
    ]
    return Completion(start, len(word), matches)

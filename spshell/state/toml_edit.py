"""Put changed records into a farm file's text, keeping everything else character for character."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any
from uuid import UUID

from spshell.state.toml_text import Statement, statements

if TYPE_CHECKING:
    from spshell.state.record import Record

Key = tuple[str, UUID]


def edited(text: str, changed: dict[Key, Record], removed: set[Key]) -> str:
    """The text after a commit: `changed` are new or altered records, `removed` the deleted ones."""
    if text and not text.endswith("\n"):
        text += "\n"
    lines, tail = statements(text)
    pieces: list[str] = []
    pending = dict(changed)
    for section in _sections(lines):
        key = _key(section)
        if key in removed:
            pieces.append(_above(section[0].lead))
            continue
        record = pending.pop(key, None) if key else None
        pieces.append(_text(section) if record is None else _rewritten(section, record))
    pieces.append(tail)
    for record in pending.values():
        pieces.append("\n" if any(pieces) else "")
        pieces.append(_text(_written(record)))
    return "".join(pieces)


def _sections(lines: list[Statement]) -> list[list[Statement]]:
    """Cut between records: a section is one array element with its sub-tables, or a stretch of the rest."""
    sections: list[list[Statement]] = []
    owner: tuple[str | int, ...] | None = None
    for statement in lines:
        mine = statement.path[:2] if len(statement.path) > 1 and isinstance(statement.path[1], int) else ()
        if not sections or mine != owner:
            sections.append([])
            owner = mine
        sections[-1].append(statement)
    return sections


def _key(section: list[Statement]) -> Key | None:
    head = section[0]
    if len(head.path) != 2 or not isinstance(head.path[1], int):
        return None
    for statement in section:
        if statement.path == (*head.path, "id"):
            return str(head.path[0]), UUID(statement.value()["id"])
    return None


def _rewritten(section: list[Statement], record: Record) -> str:
    """The record's new text, each statement in its old words and place where it still says the same."""
    text = _text(_merged(section, record))
    number = section[0].path[1]
    if _says(text, record) or not isinstance(number, int):
        return text
    # Dotted keys and the like, which cannot be put together piece by piece.
    fresh = _written(record)
    fresh[0].lead = section[0].lead
    return _text(fresh)


def _says(text: str, record: Record) -> bool:
    try:
        return tomllib.loads(text) == {record.kind: [_table(record)]}
    except tomllib.TOMLDecodeError:
        return False


def _merged(section: list[Statement], record: Record) -> list[Statement]:
    fresh = _tables(_written(record))
    result: list[Statement] = []
    for path, old in _tables(section).items():
        if path in fresh:
            result += _merged_table(old, fresh.pop(path))
    return result + [statement for table in fresh.values() for statement in table]


def _merged_table(old: list[Statement], fresh: list[Statement]) -> list[Statement]:
    wanted = {_local(statement): statement for statement in fresh}
    result: list[Statement] = []
    for statement in old:
        now = wanted.pop(_local(statement), None)
        if now is None:
            continue
        same = statement.is_header or statement.value() == now.value()
        result.append(statement if same else Statement(statement.lead, now.text, now.path, statement.line))
    return result + list(wanted.values())


def _tables(section: list[Statement]) -> dict[tuple[str | int, ...], list[Statement]]:
    """The statements under each header, the header first."""
    tables: dict[tuple[str | int, ...], list[Statement]] = {}
    current: list[Statement] = []
    for statement in section:
        if statement.is_header:
            current = tables[_local(statement)] = []
        current.append(statement)
    return tables


def _local(statement: Statement) -> tuple[str | int, ...]:
    return (statement.is_header, *statement.path[2:])


def _table(record: Record) -> dict[str, Any]:
    return {"id": str(record.id), "version": record.version, **record.body}


def _written(record: Record) -> list[Statement]:
    import tomli_w

    # As a table of its own, then made an array's element: tomli_w writes a short array in one line.
    text = tomli_w.dumps({record.kind: _table(record)})
    return statements(text.replace(f"[{record.kind}]", f"[[{record.kind}]]", 1))[0]


def _above(lead: str) -> str:
    """What of the lines before a removed record does not speak of it: all down to the last empty line."""
    head, separator, _ = lead.rpartition("\n\n")
    return head + separator


def _text(section: list[Statement]) -> str:
    return "".join(statement.lead + statement.text for statement in section)

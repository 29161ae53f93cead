"""What Get-Error shows: an error with everything it holds, exceptions and records inside it indented below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.reflection import members
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import type_of
from spshell.values.objects import unwrap
from spshell.values.text import to_text

if TYPE_CHECKING:
    from spshell.engine.session import Session

_STEP = 4
_DEEPEST = 10
_UNSHOWN = frozenset({"PSErrorIndex", "Data"})

Entries = list[tuple[str, Any]]


def error_details(value: Any, session: Session) -> str:
    """The lines about a record or an exception."""
    del session
    return "\n".join(_lines(_entries(value), 0, 1))


def _entries(value: Any) -> Entries:
    """(name, value) of what an object holds, an exception's type first."""
    plain = unwrap(value)
    found = members.property_values(plain)
    if not isinstance(plain, NetException):
        return found
    shown = [
        (name, _Inside(plain) if name == "ErrorRecord" else item)
        for name, item in found
        if name != "ErrorRecord" or item is not None
    ]
    return [("Type", type_of(plain).full_name), *shown]


class _Inside:
    """The record inside an exception; its own exception is only the sentence again, or they would go round."""

    def __init__(self, error: NetException) -> None:
        self.error = error

    def entries(self) -> Entries:
        from spshell.engine.errors.records import ErrorRecord

        error = self.error
        stand_in = "ParentContainsErrorRecordException"
        exception = [
            ("Type", "System.Management.Automation." + stand_in),
            ("Message", error.message),
            ("HResult", -2146233087),
        ]
        record = error.record
        if members.get_property(error, "WasThrownFromThrowStatement") or not isinstance(record, ErrorRecord):
            rest: Entries = [
                ("CategoryInfo", f"NotSpecified: (:) [], {stand_in}"),
                ("FullyQualifiedErrorId", type_of(error).full_name.rpartition(".")[2]),
            ]
        else:
            own = type_of(record.exception).full_name.rpartition(".")[2]
            rest = [(name, item) for name, item in members.property_values(record) if name != "Exception"]
            rest = [
                (name, to_text(item).replace(own, stand_in) if name == "CategoryInfo" else item)
                for name, item in rest
            ]
        return [("Exception", exception), *rest]


def _lines(entries: Entries, indent: int, depth: int) -> list[str]:
    """A line for each value there is; nested objects below, indented."""
    shown = [(name, value) for name, value in entries if _has_something(value)]
    length = max((len(name) for name, _value in shown), default=0)
    prefix = " " * indent
    lines: list[str] = []
    for name, value in shown:
        if name in _UNSHOWN or _is_empty(value):
            continue
        head = f"{prefix}{name.ljust(length)} : "
        inside = _nested(value)
        if inside is None:
            first, *more = to_text(value).replace("\r\n", "\n").split("\n")
            lines.append(head + first)
            lines.extend(" " * len(head) + line for line in more)
        elif depth >= _DEEPEST:
            lines.append(head + "\u2026")
        else:
            lines.append(head)
            lines.extend(_lines(inside, indent + _STEP, depth + 1))
    return lines


def _nested(value: Any) -> Entries | None:
    """What is shown below the name; None for a value on the name's line."""
    from spshell.engine.errors.records import ErrorRecord, InvocationInfo

    plain = unwrap(value)
    if isinstance(plain, _Inside):
        return plain.entries()
    if isinstance(plain, (NetException, ErrorRecord, InvocationInfo)):
        return _entries(plain)
    if isinstance(plain, Hashtable):
        return [(to_text(key), item) for key, item in plain.items()]
    if isinstance(plain, list) and plain and isinstance(plain[0], tuple):
        return plain
    return None


def _has_something(value: Any) -> bool:
    """Whether a value counts for the width of the names: null, empty text, zero, false and empty lists do not."""
    plain = unwrap(value)
    if isinstance(plain, (str, int, float, list)):
        return bool(plain)
    return plain is not None


def _is_empty(value: Any) -> bool:
    plain = unwrap(value)
    return isinstance(plain, Hashtable) and not len(plain)

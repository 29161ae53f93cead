"""Values of a session in the form of the recordings: {t, v / items / entries / props / s}."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.members import property_values, type_names
from spshell.engine.errors.records import ErrorRecord
from spshell.values.enumeration import enumerate_value
from spshell.values.enums import EnumValue
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import NetType, type_of
from spshell.values.nothing import NOTHING
from spshell.values.number_text import special
from spshell.values.numbers import Char
from spshell.values.objects import PSCustomObject, unwrap
from spshell.values.text import to_string, to_text

_RUNTIME_TYPE = (
    "System.RuntimeType, System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
)
_SHOWN_ITEMS = 40
_DEPTH = 6


def serialize(value: Any, depth: int = 0) -> dict[str, Any]:
    """One value; nested deeper than the recorder went it is only its text."""
    if value is None or value is NOTHING:
        return {"t": "null"}
    plain = unwrap(value)
    if isinstance(plain, bool):
        return {"t": "bool", "v": plain}
    if isinstance(plain, ErrorRecord):
        return error(plain)
    if isinstance(plain, NetType):
        return {"t": _RUNTIME_TYPE, "v": plain.full_name}
    name = type_of(plain).ps_name
    if isinstance(plain, Char):
        return {"t": name, "v": str(plain), "code": ord(plain)}
    if isinstance(plain, (str, int, float)) or type(plain).__name__ == "Decimal":
        invariant = special(plain) if isinstance(plain, float) else None
        return {"t": name, "v": invariant or to_string(plain)}
    if isinstance(plain, EnumValue):
        return {"t": name, "v": plain.name, "n": str(plain.value)}
    if isinstance(plain, PSCustomObject):
        props = [[key, serialize(item, depth + 1)] for key, item in property_values(value)]
        return {"t": "PSCustomObject", "names": list(type_names(value)), "props": props}
    if isinstance(plain, Hashtable):
        kind = "ordered" if name == "System.Collections.Specialized.OrderedDictionary" else name
        entries = [[serialize(key, depth + 1), serialize(item, depth + 1)] for key, item in plain.items()]
        return {"t": kind, "entries": entries}
    if name == "datetime":
        return {"t": name, "v": plain.format("o", None), "kind": _kind(plain)}
    items = enumerate_value(plain)
    if items is not None and depth < _DEPTH:
        return {"t": name, "items": [serialize(item, depth + 1) for item in items]}
    return {"t": name, "s": to_text(value)}


def _kind(value: Any) -> str:
    from spshell.dotnet.reflection.members import get_property

    return to_text(get_property(value, "Kind"))


def error(record: ErrorRecord) -> dict[str, Any]:
    """An error record as one of the output objects."""
    return {"t": "ErrorRecord", **_identity(record)}


def thrown(record: ErrorRecord) -> dict[str, Any]:
    """A terminating error, as a catch block sees it: the record's exception, not what was raised inside it."""
    found = _identity(record)
    if record.exception.inner is not None:
        found["inner"] = record.exception.inner.net_name
    return found


def _identity(record: ErrorRecord) -> dict[str, Any]:
    return {
        "fqid": record.fqid,
        "category": record.category,
        "exception": record.exception.net_name,
        "message": record.message,
    }


def same(expected: Any, got: Any) -> bool:
    """Whether a serialized value is the recorded one."""
    from .compare import same_text

    if not isinstance(expected, dict) or not isinstance(got, dict):
        return expected == got
    if expected.get("t") != got.get("t"):
        return False
    for key, wanted in expected.items():
        if key in ("items", "entries", "props"):
            if not _same_parts(key, expected, got):
                return False
        elif key in ("message", "s", "v") and isinstance(wanted, str):
            if not isinstance(got.get(key), str) or not same_text(wanted, got[key]):
                return False
        elif key not in ("more", "inner") and got.get(key) != wanted:
            return False
    return True


def _same_parts(key: str, expected: dict[str, Any], got: dict[str, Any]) -> bool:
    wanted, found = expected[key], got.get(key)
    if found is None:
        return False
    if expected.get("more"):
        return len(found) > len(wanted) and all(map(same, wanted, found))
    if len(wanted) != len(found):
        return False
    if key == "items":
        return all(map(same, wanted, found))
    if key == "props":
        return all(w[0] == f[0] and same(w[1], f[1]) for w, f in zip(wanted, found, strict=True))
    if expected["t"] == "hashtable":  # .NET promises no order
        wanted, found = sorted(wanted, key=_entry), sorted(found, key=_entry)
    return all(same(w[0], f[0]) and same(w[1], f[1]) for w, f in zip(wanted, found, strict=True))


def _entry(pair: list[Any]) -> str:
    return f"{pair[0].get('t')} {pair[0].get('v') or pair[0].get('s')}"

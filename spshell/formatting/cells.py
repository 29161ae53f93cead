"""The text of one value in a table cell or a list line."""

from __future__ import annotations

import math

from spshell.values.enumeration import enumerate_value
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import NetType
from spshell.values.nothing import NOTHING
from spshell.values.number_text import double_text15
from spshell.values.numbers import Char
from spshell.values.objects import PSObject, unwrap
from spshell.values.text import in_culture, to_string, to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session

EXTENDED = "#PSExtendedError"
"""The end of the type names that Get-Error gives its errors: these are objects, not lines of the error view."""

_RIGHT_TYPES = frozenset(
    {
        "System.Int32", "System.Int64", "System.Int16", "System.Byte", "System.SByte", "System.UInt16", "System.UInt32",
        "System.UInt64", "System.Double", "System.Single", "System.Decimal", "System.Numerics.BigInteger",
        "System.Boolean", "System.Char", "System.Security.SecureString",
    }
)  # fmt: skip


def is_scalar(value: Any) -> bool:
    """Whether a value is printed as text wherever it comes, without ending a table."""
    if type(value) is PSObject and value.type_names and value.type_names[0].endswith(EXTENDED):
        return False
    value = unwrap(value)
    if type(value) in (str, int, float, bool, Char):
        return True
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.pipelines.records import InformationalRecord, InformationRecord
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.values.enums import EnumValue

    if isinstance(
        value, (int, float, str, EnumValue, ScriptBlock, ErrorRecord, InformationalRecord, InformationRecord)
    ):
        return True
    return type(value).__name__ in ("Decimal", "SecureString")


def alignment_of(value: Any) -> str:
    """``right`` for numbers, truth values, characters and enums, else ``left``."""
    from spshell.values.nettype import type_of

    if value is None or value is NOTHING:
        return "left"
    net_type = type_of(unwrap(value))
    return "right" if net_type.full_name in _RIGHT_TYPES or net_type.kind == "enum" else "left"


def enumeration_limit(session: Session) -> int:
    """``$FormatEnumerationLimit``."""
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup

    scope = session.current or session.global_scope
    found = lookup(scope, "formatenumerationlimit")
    return found if found is not UNSET and type(found) is int else 4


def cell_text(value: Any, session: Session, *, rounded: bool = False) -> str:
    """A value as table cells and list lines show it; `rounded` shows fractions with three decimals."""
    if value is None or value is NOTHING:
        return ""
    if type(value) is PSObject:
        if value.type_names and value.text is not None:
            return value.text  # read from a file: the number behind an enum's name
        value = value.base
    if type(value) is str:
        return value
    if isinstance(value, float) or type(value).__name__ == "Decimal":
        if rounded:
            return in_culture(three_decimals(value))
        return in_culture(double_text15(value)) if type(value) is float else to_string(value)
    if isinstance(value, NetType):
        return value.full_name
    items = list(value.items()) if isinstance(value, Hashtable) else None
    if items is not None:
        texts = [f"[{to_text(key)}, {'' if item is None else _element(item)}]" for key, item in items]
        return _braces(texts, session)
    elements = enumerate_value(value)
    if elements is not None:
        return _braces([_element(item) for item in elements], session)
    return to_string(value) if not hasattr(value, "members") else to_text(value)


def three_decimals(value: Any) -> str:
    """A fraction as computed tables show it."""
    if not math.isfinite(value):
        return to_string(value)
    return format(value, ".3f")


def _braces(texts: list[str], session: Session) -> str:
    limit = enumeration_limit(session)
    if 0 <= limit < len(texts):
        return "{" + ", ".join(texts[:limit]) + "\u2026}"
    return "{" + ", ".join(texts) + "}"


def _is_known_by_name(item: Any) -> bool:
    """Whether an element is shown by its name: its class has no ToString() of its own."""
    kind = type(item)
    if getattr(kind, "from_script", False):
        return "ps_text" not in kind.__dict__
    return bool(getattr(kind, "known_by_name", False))


def _element(item: Any) -> str:
    if item is None or item is NOTHING:
        return "$null"
    item = unwrap(item)
    if isinstance(item, Hashtable):
        return (
            "System.Collections.Hashtable"
            if not item.ordered
            else "System.Collections.Specialized.OrderedDictionary"
        )
    if isinstance(item, NetType):
        return item.full_name
    if _is_known_by_name(item):
        from spshell.formatting.views import naming_property, read

        name = naming_property(item)
        if name:
            return to_text(read(item, name))
    return to_text(item) if isinstance(item, list) or hasattr(item, "members") else to_string(item)

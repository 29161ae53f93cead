"""How well a value's type converts to a parameter's type: the order by which PowerShell prefers overloads.

The ranks and their order are PowerShell's; only their order matters, not the numbers.
"""

from __future__ import annotations

from spshell.values.nettype import MethodGroup, NetType, load_members
from spshell.values.type_relations import assignable, has_base, has_interface, is_enumerable

NONE = 0
UNRELATED_ARRAYS = 0x0F
TO_STRING = 0x1F
CUSTOM = 0x2F
CONVERTIBLE = 0x3F
IMPLICIT_CAST = 0x4F
EXPLICIT_CAST = 0x5F
CONSTRUCTOR = 0x6F
PARSE = 0x7F
PSOBJECT = 0x8F
LANGUAGE = 0x9F
NULL_TO_VALUE = 0xAF
NULL_TO_REF = 0xBF
NUMERIC_EXPLICIT = 0xCF
NUMERIC_EXPLICIT_1 = 0xDF
NUMERIC_STRING = 0xEF
NUMERIC_IMPLICIT = 0xFF
ASSIGNABLE = 0x10F
STRING_TO_CHARS = 0x11A
IDENTITY = 0x11F

_SCALAR_TO_ARRAY = 0xFFF7  # an array made from one value ranks just below the value itself

_SIGNED = ("System.SByte", "System.Int16", "System.Int32", "System.Int64")
_UNSIGNED = ("System.Byte", "System.UInt16", "System.UInt32", "System.UInt64")
_INTEGERS = (*_SIGNED, *_UNSIGNED)
_REALS = ("System.Single", "System.Double", "System.Decimal")
_BIG = "System.Numerics.BigInteger"
_NUMERIC = (*_INTEGERS, *_REALS, _BIG)
_LANGUAGE_FROM_STRING = (
    "System.Boolean",
    "System.Text.RegularExpressions.Regex",
    "System.Type",
    "System.Uri",
)
_DICTIONARY = "System.Collections.IDictionary"
_PRIMITIVE = (*_INTEGERS, "System.Single", "System.Double", "System.Char", "System.Boolean")


def rank(source: NetType | None, target: NetType) -> int:
    """The rank of converting a `source` value (None: $null) to `target`; 0 when PowerShell knows no way."""
    if source is None:
        return _rank_null(target)
    found = source.lookup.get(target)  # type: ignore[call-overload]  # ranks share the type's look-up cache
    if found is None:
        found = _rank(source, target)
        source.lookup[target] = found  # type: ignore[index]  # the same
    return found  # type: ignore[no-any-return]  # stored as int above


def _rank_null(target: NetType) -> int:
    name = target.full_name
    if name in _NUMERIC or name in ("System.Char", "System.Boolean", "System.Void"):
        return NULL_TO_VALUE
    if name == "System.String":
        return TO_STRING
    if name == "System.Management.Automation.SwitchParameter" or name.startswith("System.Nullable`1"):
        return NULL_TO_VALUE
    return NONE if target.is_value_type else NULL_TO_REF


def numeric_rank(source: str, target: str) -> int:
    """The rank between two numeric types by full name, or NONE."""
    if source in _INTEGERS and target in _INTEGERS:
        from_unsigned, to_unsigned = source in _UNSIGNED, target in _UNSIGNED
        i = (_UNSIGNED if from_unsigned else _SIGNED).index(source)
        j = (_UNSIGNED if to_unsigned else _SIGNED).index(target)
        if i == j:
            return NUMERIC_EXPLICIT if from_unsigned else NUMERIC_EXPLICIT_1
        if i > j:
            return NUMERIC_EXPLICIT
        return NUMERIC_EXPLICIT_1 if to_unsigned and not from_unsigned else NUMERIC_IMPLICIT
    if source in _INTEGERS:
        return NUMERIC_IMPLICIT if target in _REALS else NONE
    if source in _REALS:
        if target in _INTEGERS:
            return NUMERIC_EXPLICIT
        if target in _REALS:
            if source == "System.Single" and target == "System.Double":
                return NUMERIC_IMPLICIT
            return NUMERIC_EXPLICIT_1 if source == "System.Decimal" else NUMERIC_EXPLICIT
    return NONE


def _rank(source: NetType, target: NetType) -> int:
    s, t = source.full_name, target.full_name
    if s == t:
        return IDENTITY
    if s in _NUMERIC:
        if t in ("System.String", "System.Char"):
            return NUMERIC_STRING
        if t == "System.Boolean":
            return LANGUAGE
        found = numeric_rank(s, t)
        if found:
            return found
    elif s == "System.String":
        if t in _NUMERIC:
            return NUMERIC_STRING
        if t == "System.Char[]":
            return STRING_TO_CHARS
        if t in _LANGUAGE_FROM_STRING:
            return LANGUAGE
    elif s in ("System.Char", "System.Boolean") and t in (
        ("System.Single", "System.Double", "System.Boolean") if s == "System.Char" else (_BIG,)
    ):
        return LANGUAGE
    if assignable(source, target):
        return ASSIGNABLE
    if t == "System.Management.Automation.PSObject":
        return PSOBJECT
    return _rank_language(source, target)


def _rank_language(source: NetType, target: NetType) -> int:
    s, t = source.full_name, target.full_name
    scalar_to_array = NONE
    if t.startswith("System.Nullable`1") and target.generic_arguments:
        return rank(source, target.generic_arguments[0])
    if t in ("System.Void", "System.Boolean", "System.Management.Automation.PSReference"):
        return LANGUAGE
    if t == "System.String":
        return TO_STRING
    if target.kind == "array" and target.element is not None:
        if source.kind == "array" and source.element is not None:
            return LANGUAGE if assignable(source.element, target.element) else UNRELATED_ARRAYS
        if is_enumerable(source):
            return LANGUAGE
        scalar_to_array = rank(source, target.element) & _SCALAR_TO_ARRAY
    elif t == "System.Array":
        if is_enumerable(source):
            return LANGUAGE
        scalar_to_array = ASSIGNABLE & _SCALAR_TO_ARRAY
    elif t == "System.Collections.Hashtable":
        return LANGUAGE if has_interface(source, _DICTIONARY) else NONE
    elif t == "System.Xml.XmlDocument":
        return LANGUAGE
    elif t == "System.Collections.Specialized.StringCollection":
        return LANGUAGE if is_enumerable(source) else LANGUAGE & _SCALAR_TO_ARRAY
    elif has_base(target, "System.Delegate"):
        if s == "System.Management.Automation.ScriptBlock":
            return LANGUAGE
        if source.name == target.name and source.name.startswith(("Func`", "Action`", "Predicate`")):
            return IDENTITY  # the type parameters of a generic method follow the delegate
    elif target.kind == "enum" and s in _INTEGERS:
        return LANGUAGE
    return max(_rank_general(source, target), scalar_to_array)


def _rank_general(source: NetType, target: NetType) -> int:
    s = source.full_name
    if target.kind == "enum":
        if s == "System.String" or is_enumerable(source):
            return PARSE
    elif s == "System.String" and _parses(target):
        return PARSE
    if _constructs(source, target):
        return CONSTRUCTOR
    cast = _cast(source, target)
    if cast:
        return cast
    if s in _NUMERIC:
        from spshell.dotnet.reflection.typenames import resolve

        if s != _BIG and target.kind != "array" and rank(resolve("string"), target):
            return CONVERTIBLE
    elif has_interface(source, "System.IConvertible"):
        if s != "System.String":
            return CONVERTIBLE
    elif (
        has_interface(source, _DICTIONARY) or s == "System.Management.Automation.PSCustomObject"
    ) and _constructs(None, target):
        return CONSTRUCTOR
    if len(target.generic_arguments) == 1 and is_enumerable(target) and target.kind == "class":
        return CONSTRUCTOR
    return NONE


def _parses(target: NetType) -> bool:
    load_members(target)
    group = target.statics.get("Parse")
    if not isinstance(group, MethodGroup):
        return target.parse is not None
    return any(
        len(overload.parameters) in (1, 2) and overload.parameters[0].type_name == "string"
        for overload in group.overloads
    )


def _constructs(source: NetType | None, target: NetType) -> bool:
    if target.kind in ("interface", "abstract", "static", "array", "enum"):
        return False
    load_members(target)
    if target.constructors is None:
        return source is None and target.is_value_type
    from spshell.dotnet.reflection.typenames import resolve

    for overload in target.constructors.overloads:
        if source is None:
            if not overload.parameters:
                return True
            continue
        if len(overload.parameters) != 1:
            continue
        wanted = resolve(overload.parameters[0].type_name)
        if source.full_name in _INTEGERS and has_interface(target, "System.Collections.ICollection"):
            continue  # a capacity is no conversion
        if wanted.full_name == source.full_name or assignable(source, wanted):
            return True
        if (
            source.full_name in _PRIMITIVE
            and wanted.full_name in _PRIMITIVE
            and numeric_rank(source.full_name, wanted.full_name) == NUMERIC_IMPLICIT
        ):
            return True
    return False


def _cast(source: NetType, target: NetType) -> int:
    for name, result in (("op_Implicit", IMPLICIT_CAST), ("op_Explicit", EXPLICIT_CAST)):
        for owner in (target, source):
            load_members(owner)
            group = owner.statics.get(name)
            if not isinstance(group, MethodGroup):
                continue
            from spshell.dotnet.reflection.typenames import resolve

            for overload in group.overloads:
                if resolve(overload.return_type).full_name == target.full_name and assignable(
                    source, resolve(overload.parameters[0].type_name)
                ):
                    return result
    return NONE

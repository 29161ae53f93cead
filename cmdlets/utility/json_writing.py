"""Values as JSON text, as ConvertTo-Json writes them."""

from __future__ import annotations

from json.encoder import encode_basestring

from spshell.values.hashtable import Hashtable
from spshell.values.nettype import IndexedProperty, type_of
from spshell.values.number_text import double_text, number_text, single_text
from spshell.values.numbers import Char, Single
from spshell.values.objects import Member, PSCustomObject, PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_DATE = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"
_DATE_OFFSET = "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"
_LINE_SEPARATORS = ("\x85", "\u2028", "\u2029")
_ADDED_ON_PIPELINE_EXCEPT = frozenset({"System.Array", "System.DateTime", "System.String"})
_EXTENDED_SCALARS = frozenset({"Guid", "Uri", "DateTimeOffset", "EnumValue"})
"""Classes whose values are one JSON value, but may have members of type data when they come through a pipeline."""
_BIG_ENUMS = ("Int64", "UInt64")
_NAME_LIMIT = 1000


class JsonWriter:
    """Writes values of any kind down to a depth; below it their text stands.

    `on_depth` is called at each value that lies deeper. `quote` makes a JSON string of a text.
    """

    def __init__(
        self,
        depth: int,
        on_depth: Callable[[], None],
        *,
        compress: bool = False,
        enum_names: bool = False,
        quote: Callable[[str], str] | None = None,
    ) -> None:
        self.depth = depth
        self.on_depth = on_depth
        self.compress = compress
        self.enum_names = enum_names
        self.quote = quote or quote_plain
        self.names: dict[str, str] = {}  # names of members, quoted
        self.heads: dict[str, str] = {}  # the same, with what stands between a name and its value
        self.extended: dict[int, tuple[list[str], bool]] = {}

    def text(self, value: Any, *, piped: bool = False) -> str:
        """The JSON of a value; one that came through a pipeline also shows members that type data adds."""
        return self._value(value, 0, "\n", piped=piped)

    def array(self, values: Iterable[Any], *, piped: bool = False) -> str:
        """The JSON of several values as one array."""
        inner = "\n  "
        return self._array([self._value(value, 1, inner, piped=piped) for value in values], "\n")

    def _value(self, value: Any, depth: int, margin: str, *, piped: bool = False) -> str:
        kind = type(value)
        if kind is str:
            return self.quote(value)
        if kind is int:
            return str(value)
        if value is None:
            return "null"
        if kind is PSCustomObject:
            if depth > self.depth:
                return self._too_deep(value)
            return self._flat(value, margin) or self._object(self._members(value, depth, margin), margin)
        if kind is Hashtable:
            if depth > self.depth:
                return self._too_deep(value)
            return self._dictionary(value, value.items(), depth, margin)
        if kind is list:
            if depth > self.depth:
                return self._too_deep(value)
            inner = margin + "  "
            return self._array([self._value(item, depth + 1, inner) for item in value], margin)
        scalar = self._scalar(value, kind)
        if piped and scalar is not None and kind.__name__ in _EXTENDED_SCALARS:
            extras = self._extras(value, value, depth, margin, piped=True)
            return self._object([("value", scalar), *extras], margin) if extras else scalar
        return self._composite(value, depth, margin, piped=piped) if scalar is None else scalar

    def _scalar(self, value: Any, kind: type) -> str | None:
        if kind is bool:
            return "true" if value else "false"
        if kind is float:
            return self._number(double_text(value))
        if kind is Char:
            return self.quote(str(value))
        if kind is Single:
            return self._number(single_text(value))
        if isinstance(value, int):
            return str(int(value))
        name = kind.__name__
        if name == "Decimal":
            text = number_text(value)
            return text if "." in text else text + ".0"
        if name == "EnumValue":
            big = value.net_type.underlying.__name__ in _BIG_ENUMS
            return self.quote(value.name) if big or self.enum_names else str(value.value)
        if name == "DateTime":
            return f'"{value.format(_DATE, "")}"'
        if name == "DateTimeOffset":
            return f'"{value.format(_DATE_OFFSET, "")}"'
        if name == "Guid":
            return self.quote(value.to_string())
        if name == "Uri":
            return self.quote(value.original)
        if name in ("DBNull", "Nothing", "NullString"):
            return "null"
        return None

    def _number(self, text: str) -> str:
        if text[-1] in "yN∞":  # Infinity and NaN are no JSON numbers
            return f'"{text.replace("∞", "Infinity")}"'
        return text if "." in text or "E" in text else text + ".0"

    def _composite(self, value: Any, depth: int, margin: str, *, piped: bool) -> str:
        base = value.base if type(value) is PSObject else value
        extras = self._extras(value, base, depth, margin, piped=piped)
        if depth > self.depth and self._scalar(base, type(base)) is None and type(base) is not str:
            text = self._too_deep(base)
        elif (pairs := _dictionary_items(base)) is not None:
            return self._dictionary(base, pairs, depth, margin, extras)
        elif (items := _elements(base)) is not None:
            inner = margin + "  "
            text = self._array([self._value(item, depth + 1, inner) for item in items], margin)
        elif base is not value and (scalar := self._plain(base)) is not None:
            text = scalar
        else:
            members = self._properties(base, depth, margin)
            members.extend(extra for extra in extras if extra[0] not in {name for name, _ in members})
            return self._object(members, margin)
        return self._object([("value", text), *extras], margin) if extras else text

    def _plain(self, base: Any) -> str | None:
        return self.quote(base) if type(base) is str else self._scalar(base, type(base))

    def _extras(
        self, value: Any, base: Any, depth: int, margin: str, *, piped: bool
    ) -> list[tuple[str, str]]:
        """Members added to the object or by type data; only text and dates hide theirs."""
        from spshell.dotnet.reflection.members import read_entry
        from spshell.dotnet.reflection.reading import own_members
        from spshell.dotnet.reflection.typedata import find_data
        from spshell.values.objects import Member

        if type(base) is str or type(base).__name__ == "DateTime":
            return []
        found: dict[str, Any] = dict(own_members(value) or {})
        if piped or found:
            for name in _type_names(base):
                data = None if name in _ADDED_ON_PIPELINE_EXCEPT else find_data(name)
                for key, member in ({} if data is None else data.members).items():
                    found.setdefault(key, member)
        inner = margin + "  "
        return [
            (name, self._value(read_entry(value, entry), depth + 1, inner))
            for name, entry in found.items()
            if not isinstance(entry, Member) or entry.kind.endswith("Property")
        ]

    def _flat(self, value: PSCustomObject, margin: str) -> str:
        """An object that stores nothing but text, whole numbers, booleans and null; empty for any other."""
        stored = value.members
        if not stored or self._is_extended(value.type_names):
            return ""
        quote, heads = self.quote, self.heads
        parts: list[str] = []
        for name, entry in stored.items():
            kind = entry.__class__
            if kind is str:
                text = quote(entry)
            elif kind is int:
                text = str(entry)
            elif entry is None:
                text = "null"
            elif kind is bool:
                text = "true" if entry else "false"
            else:
                return ""
            head = heads.get(name)
            if head is None:
                if len(heads) > _NAME_LIMIT:
                    heads.clear()
                head = heads[name] = quote(name) + (":" if self.compress else ": ")
            parts.append(head + text)
        if self.compress:
            return "{" + ",".join(parts) + "}"
        return f"{{{margin}  {f',{margin}  '.join(parts)}{margin}}}"

    def _members(self, value: PSCustomObject, depth: int, margin: str) -> list[tuple[str, str]]:
        inner = margin + "  "
        depth += 1
        stored = value.members
        if not self._is_extended(value.type_names) and not any(
            isinstance(entry, Member) for entry in stored.values()
        ):
            quote = self.quote
            return [
                (name, quote(entry) if entry.__class__ is str else self._value(entry, depth, inner))
                for name, entry in stored.items()
            ]
        from spshell.dotnet.reflection.members import property_values

        return [(name, self._value(entry, depth, inner)) for name, entry in property_values(value)]

    def _is_extended(self, names: list[str] | None) -> bool:
        """Whether type data may add members to objects of these type names. (Selected objects share one list.)"""
        if names is None:
            return False
        known = self.extended.get(id(names))
        if known is None or known[0] is not names:
            from spshell.dotnet.reflection.typedata import find_data

            if len(self.extended) > _NAME_LIMIT:
                self.extended.clear()
            found = any(data is not None and data.members for data in map(find_data, names))
            known = self.extended[id(names)] = (names, found)
        return known[1]

    def _properties(self, value: Any, depth: int, margin: str) -> list[tuple[str, str]]:
        """The fields and then the properties of a .NET object; one whose getter fails is null."""
        from spshell.dotnet.reflection.reading import read_member
        from spshell.dotnet.reflection.reflection import declared_properties

        net_type = type_of(value)
        if net_type.full_name == "System.IntPtr":
            return [("value", str(value.number))]
        declared = [p for p in declared_properties(net_type) if not isinstance(p, IndexedProperty)]
        declared.sort(key=lambda p: not p.is_field)
        inner = margin + "  "
        return [(p.name, self._value(read_member(value, p), depth + 1, inner)) for p in declared]

    def _dictionary(
        self,
        value: Any,
        pairs: Iterable[tuple[Any, Any]],
        depth: int,
        margin: str,
        extras: Iterable[tuple[str, str]] = (),
    ) -> str:
        inner = margin + "  "
        members: list[tuple[str, str]] = []
        for key, item in pairs:
            if type(key) is not str:
                from cmdlets.utility.messages import utility_fault

                raise utility_fault("NonStringKeyInDictionary", type_of(value).full_name, target=value)
            members.append((key, self._value(item, depth + 1, inner)))
        names = {name for name, _ in members}
        members.extend(extra for extra in extras if extra[0] not in names)
        return self._object(members, margin)

    def _object(self, members: list[tuple[str, str]], margin: str) -> str:
        if not members:
            return "{}"
        quoted = self.names
        if len(quoted) > _NAME_LIMIT:
            quoted.clear()
        for name, _ in members:
            if name not in quoted:
                quoted[name] = self.quote(name)
        if self.compress:
            return "{" + ",".join([f"{quoted[name]}:{text}" for name, text in members]) + "}"
        between = f",{margin}  "
        body = between.join([f"{quoted[name]}: {text}" for name, text in members])
        return f"{{{margin}  {body}{margin}}}"

    def _array(self, items: list[str], margin: str) -> str:
        if not items:
            return "[]"
        if self.compress:
            return f"[{','.join(items)}]"
        return f"[{margin}  {f',{margin}  '.join(items)}{margin}]"

    def _too_deep(self, value: Any) -> str:
        from spshell.values.text import to_text

        self.on_depth()
        return self.quote(to_text(value))


def quote_plain(text: str) -> str:
    """A JSON string: control characters and line separators escaped, the rest as it is."""
    quoted = encode_basestring(text)
    if not quoted.isascii():
        for character in _LINE_SEPARATORS:
            if character in quoted:
                quoted = quoted.replace(character, f"\\u{ord(character):04x}")
    return quoted


def quote_ascii(text: str) -> str:
    """A JSON string without characters beyond ASCII."""
    return "".join(
        c if c.isascii() else "".join(f"\\u{unit:04x}" for unit in _units(c)) for c in quote_plain(text)
    )


def quote_html(text: str) -> str:
    """A JSON string that may stand in HTML: no angle bracket, ampersand or quote inside."""
    inner = quote_plain(text)[1:-1].replace('\\"', "\\u0022")
    for character in "<>&'":
        inner = inner.replace(character, f"\\u{ord(character):04x}")
    return f'"{inner}"'


def _units(character: str) -> Iterable[int]:
    data = character.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(data[index : index + 2], "big") for index in range(0, len(data), 2)]


def _type_names(value: Any) -> list[str]:
    from spshell.dotnet.reflection.reading import type_names

    return type_names(value)


def _dictionary_items(value: Any) -> Iterable[tuple[Any, Any]] | None:
    if isinstance(value, Hashtable):
        return value.items()
    own = getattr(type(value), "net_items", None)
    return None if own is None else own(value)


def _elements(value: Any) -> Iterable[Any] | None:
    """What .NET enumerates; XML nodes too, which the pipeline keeps whole."""
    if type_of(value).full_name.startswith("System.Xml."):
        children = getattr(value, "children", None)
        return () if children is None else list(children)
    from spshell.values.enumeration import enumerate_value

    return enumerate_value(value)

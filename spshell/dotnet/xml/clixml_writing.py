"""Objects as CLIXML, PowerShell's serialisation.

Values of known types stand as they are (``<I32>5</I32>``); containers and other objects as ``<Obj>`` with their type
names, properties and added members down to a depth; an object that was written before as ``<Ref>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.dotnet.xml.xml_text import escape_attribute, escape_text
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import IndexedProperty, type_of
from spshell.values.objects import Member, PSCustomObject, PSObject
from spshell.values.text import to_string, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04"
_HEAD = f'<Objs Version="1.1.0.1" xmlns="{NAMESPACE}">'
_ENCODED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\U00010000-\U0010ffff]|_(?=[xX])")

_TAGS: dict[str, str] = {
    "System.Boolean": "B", "System.Byte": "By", "System.Char": "C", "System.DateTime": "DT",
    "System.Decimal": "D", "System.Double": "Db", "System.Guid": "G", "System.Int16": "I16",
    "System.Int32": "I32", "System.Int64": "I64", "System.SByte": "SB", "System.Single": "Sg",
    "System.Management.Automation.ScriptBlock": "SBK", "System.String": "S", "System.TimeSpan": "TS",
    "System.UInt16": "U16", "System.UInt32": "U32", "System.UInt64": "U64", "System.Uri": "URI",
    "System.Byte[]": "BA", "System.Version": "Version", "System.Xml.XmlDocument": "XD",
    "System.Management.Automation.SemanticVersion": "SemanticVersion",
    "System.Security.SecureString": "SS",
}  # fmt: skip


def known_type(value: Any) -> str | None:
    """The tag of a value that is written without its type's name; None for other objects."""
    return _TAGS.get(type_of(value).full_name)


def serialize(values: Iterable[Any], depth: int) -> str:
    """The document of some objects."""
    writer = _Writer()
    for value in values:
        writer.value(value, None, depth)
    lines = writer.lines
    return "\n".join([_HEAD, *lines, "</Objs>"]) if lines else f"{_HEAD[:-1]} />"


class _Writer:
    """The lines of a document so far, and the numbers of objects and lists of type names in it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.margin = "  "
        self.objects: dict[int, tuple[int, Any]] = {}
        self.types: dict[tuple[str, ...], int] = {}
        self.count = 0

    def value(self, value: Any, name: str | None, depth: int) -> None:
        """Write one value, a property called `name` or an element."""
        named = "" if name is None else f' N="{escape_attribute(encode(name))}"'
        base = value.base if type(value) is PSObject else value
        if base is None or type(base).__name__ == "Nothing":
            self._line(f"<Nil{named} />")
            return
        tag = known_type(base)
        added = _added(value)
        if tag is not None and not added:
            self._known(tag, base, named)
            return
        seen = self.objects.get(id(value if added else base))
        if seen is not None:
            self._line(f'<Ref{named} RefId="{seen[0]}" />')
            return
        if tag is None and not _is_container(base) and type(base) is not PSCustomObject and depth == 0:
            text = to_string(base)
            self._line(f"<S{named}>{escape_text(encode(text))}</S>" if text else f"<S{named}></S>")
            return
        self._object(value, base, tag, named, depth, added)

    def _known(self, tag: str, value: Any, named: str) -> None:
        text = known_text(tag, value)
        self._line(f"<{tag}{named}>{escape_text(text)}</{tag}>")

    def _object(
        self, value: Any, base: Any, tag: str | None, named: str, depth: int, added: dict[str, Any]
    ) -> None:
        number = self.count
        self.count += 1
        if not type_of(base).is_value_type:
            self.objects[id(value if added else base)] = (number, value)
        self._open(f'Obj{named} RefId="{number}"')
        if tag is not None:
            self._known(tag, base, "")
        else:
            self._type_names(value)
            self._content(value, base, depth)
        self._members("MS", [(key, _read(value, entry)) for key, entry in added.items()], depth)
        self._close("Obj")

    def _content(self, value: Any, base: Any, depth: int) -> None:
        if type(base) is PSCustomObject:
            return
        if type(base).__name__ == "EnumValue":
            self._text(base)
            from spshell.values.conversion import convert
            from spshell.values.nettype import BY_CLASS

            self.value(convert(base.value, BY_CLASS[base.net_type.underlying]), None, depth)
            return
        pairs = _pairs(base)
        if pairs is not None:
            self._dictionary(pairs, depth)
            return
        container = _container_tag(base)
        if container is not None:
            self._sequence(container, base, depth)
            return
        self._text(value)
        properties = _declared(base)
        self._members("Props", properties, depth - 1)
        self._members("MS", _type_data(value), depth)

    def _text(self, value: Any) -> None:
        text = to_string(value)
        if text:
            self._line(f"<ToString>{escape_text(encode(text))}</ToString>")

    def _type_names(self, value: Any) -> None:
        from spshell.dotnet.reflection.reading import type_names

        names = tuple(type_names(value))
        number = self.types.get(names)
        if number is not None:
            self._line(f'<TNRef RefId="{number}" />')
            return
        number = self.types[names] = len(self.types)
        self._open(f'TN RefId="{number}"')
        for name in names:
            self._line(f"<T>{escape_text(encode(name))}</T>")
        self._close("TN")

    def _dictionary(self, pairs: Iterable[tuple[Any, Any]], depth: int) -> None:
        entries = list(pairs)
        if not entries:
            self._line("<DCT />")
            return
        self._open("DCT")
        for key, item in entries:
            self._open("En")
            self.value(key, "Key", depth)
            self.value(item, "Value", depth)
            self._close("En")
        self._close("DCT")

    def _sequence(self, tag: str, value: Any, depth: int) -> None:
        from spshell.values.enumeration import elements

        items = elements(value)
        if not items:
            self._line(f"<{tag} />")
            return
        self._open(tag)
        for item in items:
            self.value(item, None, depth)
        self._close(tag)

    def _members(self, tag: str, members: list[tuple[str, Any]], depth: int) -> None:
        if not members:
            return
        self._open(tag)
        for name, value in members:
            self.value(value, name, depth)
        self._close(tag)

    def _line(self, text: str) -> None:
        self.lines.append(self.margin + text)

    def _open(self, tag: str) -> None:
        self._line(f"<{tag}>")
        self.margin += "  "

    def _close(self, tag: str) -> None:
        self.margin = self.margin[:-2]
        self._line(f"</{tag}>")


def encode(text: str) -> str:
    """Text with what XML cannot hold as ``_x000A_``."""
    return _ENCODED.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    data = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"_x{data[i]:02X}{data[i + 1]:02X}_" for i in range(0, len(data), 2))


def known_text(tag: str, value: Any) -> str:
    """A value of a known type as it stands between its tags."""
    writer = _TEXTS.get(tag)
    return to_string(value) if writer is None else writer(value)


def _double(value: float) -> str:
    from spshell.values.number_text import double_text, single_text, special
    from spshell.values.numbers import Single

    text = special(value)
    if text is not None:
        return text.replace("Infinity", "INF")
    return single_text(value) if type(value) is Single else double_text(value)


def _base64(value: Any) -> str:
    from base64 import b64encode

    return b64encode(bytes(value)).decode("ascii")


_TEXTS: dict[str, Callable[[Any], str]] = {
    "B": lambda value: "true" if value else "false",
    "C": lambda value: str(ord(value)),
    "DT": lambda value: str(value.format("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "")),
    "Db": _double,
    "Sg": _double,
    "S": encode,
    "SBK": lambda value: encode(to_text(value)),
    "TS": lambda value: duration_text(value.span_ticks),
    "URI": lambda value: encode(str(value.original)),
    "BA": _base64,
    "XD": lambda value: encode(value.outer_xml),
    "SS": lambda value: str(value.reveal().encode("utf-16-le").hex()),
}


def duration_text(ticks: int) -> str:
    """A time span as XML Schema's duration: ``P1DT2H3M4.5S``."""
    sign, rest = ("-", -ticks) if ticks < 0 else ("", ticks)
    days, rest = divmod(rest, 864_000_000_000)
    hours, rest = divmod(rest, 36_000_000_000)
    minutes, rest = divmod(rest, 600_000_000)
    seconds, fraction = divmod(rest, 10_000_000)
    time = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    if seconds or fraction:
        time += str(seconds) + (f".{fraction:07d}".rstrip("0") if fraction else "") + "S"
    day = f"{days}D" if days else ""
    if not day and not time:
        return "PT0S"
    return f"{sign}P{day}" + (f"T{time}" if time else "")


def _added(value: Any) -> dict[str, Any]:
    """The properties that an object carries beside those of its type."""
    from spshell.dotnet.reflection.reading import own_members

    found = own_members(value)
    if not found:
        return {}
    return {
        name: entry
        for name, entry in found.items()
        if not isinstance(entry, Member) or (entry.kind.endswith("Property") and not entry.hidden)
    }


def _read(value: Any, entry: Any) -> Any:
    from spshell.dotnet.reflection.members import read_entry

    return read_entry(value, entry)


def _pairs(value: Any) -> Iterable[tuple[Any, Any]] | None:
    if isinstance(value, Hashtable):
        return value.items()
    own = getattr(type(value), "net_items", None)
    return None if own is None else own(value)


def _container_tag(value: Any) -> str | None:
    from spshell.values.enumeration import enumerate_value, is_list

    name = type_of(value).name.partition("`")[0]
    if name in ("Stack", "Queue"):
        return "STK" if name == "Stack" else "QUE"
    if is_list(value):
        return "LST"
    return None if enumerate_value(value) is None else "IE"


def _is_container(value: Any) -> bool:
    return _pairs(value) is not None or _container_tag(value) is not None


def _declared(value: Any) -> list[tuple[str, Any]]:
    from spshell.dotnet.reflection.reading import read_member
    from spshell.dotnet.reflection.reflection import declared_properties

    return [
        (item.name, read_member(value, item))
        for item in declared_properties(type_of(value))
        if not isinstance(item, IndexedProperty)
    ]


def _type_data(value: Any) -> list[tuple[str, Any]]:
    from spshell.dotnet.reflection.reading import type_names
    from spshell.dotnet.reflection.typedata import find_data

    found: dict[str, Any] = {}
    for name in type_names(value):
        data = find_data(name)
        for key, member in ({} if data is None else data.members).items():
            if member.kind.endswith("Property"):
                found.setdefault(key, _read(value, member))
    return list(found.items())

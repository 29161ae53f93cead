"""CLIXML as objects: values of known types come back as they were, others as ``Deserialized.`` copies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.dotnet.xml.clixml_writing import NAMESPACE
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nettype import find_type
from spshell.values.objects import PSCustomObject, PSObject, ScriptMethod

if TYPE_CHECKING:
    from collections.abc import Callable

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_DURATION = re.compile(r"(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?", re.ASCII)
_CONTAINERS = ("DCT", "LST", "QUE", "STK", "IE")
_REVIVED = frozenset(
    {
        "System.Net.IPAddress",
        "System.Net.Mail.MailAddress",
        "System.Globalization.CultureInfo",
        "System.Management.Automation.SwitchParameter",
        "System.Management.Automation.PSCredential",
    }
)
"""Types whose copies are made the real thing again."""


def deserialize(text: str) -> list[Any]:
    """The objects of a document. Raises XmlException."""
    from spshell.dotnet.xml.xml_document import XmlDocument

    document = XmlDocument()
    document.load_xml(text)
    root = document.root()
    if root is None or root.local != "Objs" or root.namespace not in ("", NAMESPACE):
        raise _bad(f"'{'' if root is None else root.local}' is not the element Objs")
    reader = _Reader()
    return [reader.value(node) for node in _elements(root)]


def _bad(reason: str) -> Exception:
    from spshell.dotnet.system.errors import thrown

    return thrown("System.Xml.XmlException", "Invalid", f"This is not CLIXML: {reason}.")


def _elements(node: Any) -> list[Any]:
    return [child for child in node.children if child.node_type == 1]


def decode(text: str) -> str:
    """Text with ``_x000A_`` as the character it means."""
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


class _Constant:
    """The body of a ToString that always gives the same text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def invoke_value(self, *_arguments: Any, **_more: Any) -> str:
        return self.text


class _Reader:
    def __init__(self) -> None:
        self.objects: dict[str, Any] = {}
        self.types: dict[str, list[str]] = {}

    def value(self, node: Any) -> Any:
        tag = node.local
        if tag == "Obj":
            return self._object(node)
        if tag == "Ref":
            return self.objects.get(_attribute(node, "RefId"))
        if tag == "Nil":
            return None
        reader = _KNOWN.get(tag)
        if reader is None:
            raise _bad(f"the element {tag} is unknown")
        return reader(decode(node.inner_text))

    def _object(self, node: Any) -> Any:
        names: list[str] = []
        members: dict[str, Any] = {}
        text: str | None = None
        base: Any = None
        plain = False
        for part in _elements(node):
            tag = part.local
            if tag == "TN":
                names = [decode(item.inner_text) for item in _elements(part)]
                self.types[_attribute(part, "RefId")] = names
            elif tag == "TNRef":
                names = self.types.get(_attribute(part, "RefId"), [])
            elif tag == "ToString":
                text = decode(part.inner_text)
            elif tag in ("Props", "MS"):
                for item in _elements(part):
                    members[decode(_attribute(item, "N"))] = self.value(item)
            elif tag in _CONTAINERS:
                base = self._container(tag, part, names)
            else:
                base = self.value(part)
                plain = True
        made = self._made(names, members, text, base, plain=plain)
        self.objects[_attribute(node, "RefId")] = made
        return made

    def _made(
        self, names: list[str], members: dict[str, Any], text: str | None, base: Any, *, plain: bool
    ) -> Any:
        if names and names[0].removeprefix("Deserialized.") in _REVIVED:
            revived = _revived(names[0].removeprefix("Deserialized."), members, text)
            if revived is not None:
                return revived
        copied = [name if name.startswith("Deserialized.") else f"Deserialized.{name}" for name in names]
        if base is not None:
            return PSObject(base, members, copied or None, text if plain and copied else None)
        made = PSCustomObject(members, copied or None)
        if text is not None:
            method = ScriptMethod("ToString", _Constant(text))
            method.hidden = True
            made.members["ToString"] = method
        return made

    def _container(self, tag: str, node: Any, names: list[str]) -> Any:
        if tag == "DCT":
            ordered = bool(names) and names[0].endswith("Specialized.OrderedDictionary")
            table = OrderedDictionary() if ordered else Hashtable()
            for entry in _elements(node):
                key, value = (self.value(item) for item in _elements(entry)[:2])
                table[key] = value
            return table
        from spshell.values.conversion import convert

        items = [self.value(item) for item in _elements(node)]
        name = {"QUE": "System.Collections.Queue", "STK": "System.Collections.Stack"}.get(
            tag, "System.Collections.ArrayList"
        )
        if tag == "STK":
            items.reverse()
        if tag in ("QUE", "STK"):
            from spshell.dotnet.reflection.statics import construct

            return construct(_type(name), [items])
        return convert(items, _type(name))


def _revived(name: str, members: dict[str, Any], text: str | None) -> Any:
    from spshell.dotnet.reflection.statics import construct
    from spshell.values.conversion import convert

    if name.endswith("SwitchParameter"):
        return convert(bool(members.get("IsPresent")), _type(name))
    if name.endswith("PSCredential"):
        return construct(_type(name), [members.get("UserName"), members.get("Password")])
    source = text if text is not None else members.get("Name")
    return None if source is None else convert(source, _type(name))


def _attribute(node: Any, name: str) -> str:
    found = node.find_attribute(name)
    return "" if found is None else str(found.value_text or "")


def _type(name: str) -> Any:
    return find_type(name)


def _converted(name: str) -> Callable[[str], Any]:
    def convert_text(text: str) -> Any:
        from spshell.values.conversion import convert

        return convert(text, _type(name))

    return convert_text


def _double(text: str) -> float:
    return float(text.replace("INF", "inf"))


def _single(text: str) -> Any:
    from spshell.values.conversion import convert

    return convert(_double(text), _type("System.Single"))


def _date(text: str) -> Any:
    from spshell.dotnet.time.date_parse import parse_date

    return parse_date(text, "", 128)


def _span(text: str) -> Any:
    from spshell.dotnet.time.timespans import TimeSpan

    match = _DURATION.fullmatch(text)
    if match is None:
        raise _bad(f"'{text}' is no duration")
    days, hours, minutes, seconds = (int(match[index] or 0) for index in range(2, 6))
    ticks = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    total = ticks * 10_000_000 + int((match[6] or "0").ljust(7, "0")[:7])
    return TimeSpan(-total if match[1] else total)


def _bytes(text: str) -> Any:
    from base64 import b64decode

    from spshell.dotnet.collections.byte_arrays import byte_array

    return byte_array(b64decode(text))


def _character(text: str) -> Any:
    from spshell.values.numbers import Char

    return Char(chr(int(text)))


def _secret(text: str) -> Any:
    from spshell.dotnet.security.security import SecureString

    return SecureString(bytes.fromhex(text).decode("utf-16-le"))


_KNOWN: dict[str, Callable[[str], Any]] = {
    "S": str,
    "SBK": str,
    "B": lambda text: text == "true",
    "C": _character,
    "DT": _date,
    "TS": _span,
    "Db": _double,
    "Sg": _single,
    "BA": _bytes,
    "SS": _secret,
    "D": _converted("System.Decimal"),
    "By": _converted("System.Byte"),
    "SB": _converted("System.SByte"),
    "I16": _converted("System.Int16"),
    "U16": _converted("System.UInt16"),
    "I32": _converted("System.Int32"),
    "U32": _converted("System.UInt32"),
    "I64": _converted("System.Int64"),
    "U64": _converted("System.UInt64"),
    "G": _converted("System.Guid"),
    "URI": _converted("System.Uri"),
    "Version": _converted("System.Version"),
    "SemanticVersion": _converted("System.Management.Automation.SemanticVersion"),
    "XD": _converted("System.Xml.XmlDocument"),
}

"""Objects as plain XML elements, as ConvertTo-Xml makes them (not CLIXML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cmdlets.utility.object_text import object_text
from spshell.dotnet.xml.clixml_writing import known_type
from spshell.dotnet.xml.xml_document import XmlDocument
from spshell.dotnet.xml.xml_elements import XmlElement
from spshell.dotnet.xml.xml_nodes import XmlText
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import Property, type_of
from spshell.values.objects import Member, PSCustomObject, PSObject
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class ObjectXml:
    """Makes the element of an object, down to a depth; `typed` says whether types are named."""

    def __init__(self, document: XmlDocument, *, typed: bool) -> None:
        self.document = document
        self.typed = typed

    def element(self, value: Any, depth: int) -> XmlElement:
        """The ``<Object>`` of a value. Raises ArgumentException for characters that XML cannot hold."""
        return self._value(value, None, depth, "Object")

    def _value(self, value: Any, name: str | None, depth: int, tag: str = "Property") -> XmlElement:
        base = value.base if type(value) is PSObject else value
        if base is None or type(base).__name__ == "Nothing":
            return self._start(name, None, tag)
        if known_type(base) is not None:
            return self._text(self._start(name, base, tag), object_text(base))
        node = self._start(name, base, tag)
        items = _contained(base)
        if items is not None:
            for item_name, item in items:
                node.append(self._value(item, item_name, depth))
            return node
        if depth == 0:
            return self._as_text(node, value, base)
        if type(base).__name__ == "EnumValue":
            from spshell.values.conversion import convert
            from spshell.values.nettype import BY_CLASS

            number = convert(base.value, BY_CLASS[base.net_type.underlying])
            node.append(self._value(number, "value__", depth))
            return node
        self._properties(node, value, depth - 1)
        return node

    def _properties(self, node: XmlElement, value: Any, depth: int) -> None:
        from spshell.dotnet.reflection.members import properties_of, read_entry

        for name, entry in properties_of(value):
            item = read_entry(value, entry)
            if item is None:
                empty = self._start(name, None, "Property")
                if self.typed:
                    empty.set_attribute("Type", _declared_type(entry))
                node.append(empty)
            else:
                node.append(self._value(item, name, depth))

    def _as_text(self, node: XmlElement, value: Any, base: Any) -> XmlElement:
        """An object below the depth: its text, and the text of what was added to it."""
        from spshell.dotnet.reflection.members import read_entry
        from spshell.dotnet.reflection.reading import own_members

        added = own_members(value) or {}
        if not added:
            return self._text(node, object_text(base))
        inner = self._start(None, "", "Property")
        node.append(self._text(inner, to_text(value)))
        for name, entry in added.items():
            if isinstance(entry, Member) and not entry.kind.endswith("Property"):
                continue
            note = self._start(name, None, "Property")
            if self.typed:
                kind = entry.kind if isinstance(entry, Member) else "NoteProperty"
                note.set_attribute("Type", f"System.Management.Automation.PS{kind}")
            node.append(self._text(note, to_text(read_entry(value, entry))))
        return node

    def _start(self, name: str | None, base: Any, tag: str) -> XmlElement:
        node = XmlElement(tag, self.document)
        if name is not None:
            node.set_attribute("Name", _checked(name))
        if base is not None and self.typed:
            node.set_attribute("Type", type_of(base).full_name)
        return node

    def _text(self, node: XmlElement, text: str) -> XmlElement:
        if text:
            node.append(XmlText(_checked(text), self.document))
        node.is_empty = False
        return node


def _contained(value: Any) -> Iterable[tuple[str | None, Any]] | None:
    """What a container holds: keys and values of a dictionary, elements of what .NET enumerates."""
    if type(value) is PSCustomObject:
        return None
    pairs = value.items() if isinstance(value, Hashtable) else None
    if pairs is None:
        own = getattr(type(value), "net_items", None)
        pairs = None if own is None else own(value)
    if pairs is not None:
        return [entry for key, item in pairs for entry in (("Key", key), ("Value", item))]
    from spshell.values.enumeration import enumerate_value

    items = enumerate_value(value)
    return None if items is None else [(None, item) for item in items]


def _declared_type(entry: Any) -> str:
    if isinstance(entry, Property):
        from spshell.dotnet.reflection.typenames import resolve

        return resolve(entry.type_name).full_name
    return "System.Object"


def _checked(text: str) -> str:
    found = _ILLEGAL.search(text)
    if found is not None:
        from cmdlets.utility.messages import utility_fault

        raise utility_fault(
            "InvalidXmlCharacter", f"0x{ord(found[0]):02X}", error_id="System.ArgumentException"
        )
    return text

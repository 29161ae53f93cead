"""System.Xml elements and attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.xml.xml_nodes import ATTRIBUTE, DOCUMENT, ELEMENT, XmlLinkedNode, XmlNode, XmlNodeList
from spshell.values.declare import method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterator

_X = "System.Xml."


@net_class(_X + "XmlAttribute")
class XmlAttribute(XmlNode):
    """An attribute; its owner is its element."""

    node_type = ATTRIBUTE

    def __init__(self, name: str, text: str = "", document: Any = None) -> None:
        super().__init__(name, document)
        self.value_text = text
        self.owner: XmlElement | None = None

    @prop("System.Xml.XmlElement OwnerElement {get}")
    def owner_element(self) -> Any:
        return self.owner

    @prop("bool Specified {get}")
    def specified(self) -> bool:
        return True


@net_class(_X + "XmlElement")
class XmlElement(XmlLinkedNode):
    """An element; `is_empty` tells that it is written as one tag."""

    node_type = ELEMENT

    def __init__(self, name: str, document: Any = None) -> None:
        super().__init__(name, document)
        self.attributes: list[XmlAttribute] = []
        self.is_empty = True

    def append(self, node: XmlNode) -> None:
        self.is_empty = False
        super().append(node)

    @prop("System.Xml.XmlAttributeCollection Attributes {get}")
    def attribute_nodes(self) -> Any:
        return XmlAttributeCollection(self)

    @prop("bool HasAttributes {get}")
    def has_attributes(self) -> bool:
        return bool(self.attributes)

    @prop("bool IsEmpty {get;set}")
    def empty(self) -> bool:
        return self.is_empty and not self.children

    @empty.setter
    def set_empty(self, value: bool) -> None:
        self.is_empty = value
        if value:
            self.children = []

    def find_attribute(self, name: str) -> XmlAttribute | None:
        """The attribute of a qualified name."""
        return next((item for item in self.attributes if item.qualified == name), None)

    def put_attribute(self, name: str, text: str) -> XmlAttribute:
        """Set or add an attribute."""
        found = self.find_attribute(name)
        if found is None:
            found = XmlAttribute(name, document=self.document)
            found.owner = self
            self.attributes.append(found)
        found.value_text = text
        return found

    @method("string GetAttribute(string name)")
    def get_attribute(self, name: str) -> str:
        found = self.find_attribute(name)
        return "" if found is None else found.value_text or ""

    @method("string GetAttribute(string localName, string namespaceURI)")
    def get_attribute_in(self, local: str, namespace: str) -> str:
        found = next((a for a in self.attributes if a.local == local and a.namespace == namespace), None)
        return "" if found is None else found.value_text or ""

    @method("System.Xml.XmlAttribute GetAttributeNode(string name)")
    def get_attribute_node(self, name: str) -> Any:
        return self.find_attribute(name)

    @method("void SetAttribute(string name, string value)")
    def set_attribute(self, name: str, text: str) -> None:
        self.put_attribute(name, text or "")

    @method("string SetAttribute(string localName, string namespaceURI, string value)")
    def set_attribute_in(self, local: str, namespace: str, text: str) -> str:
        self.put_attribute(local, text or "").namespace = namespace or ""
        return text

    @method("System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)")
    def set_attribute_node(self, attribute: XmlAttribute) -> Any:
        old = self.find_attribute(attribute.qualified)
        if old is not None:
            self.attributes.remove(old)
        attribute.owner = self
        self.attributes.append(attribute)
        return old

    @method("bool HasAttribute(string name)")
    def has_attribute(self, name: str) -> bool:
        return self.find_attribute(name) is not None

    @method("void RemoveAttribute(string name)")
    def remove_attribute(self, name: str) -> None:
        self.attributes = [item for item in self.attributes if item.qualified != name]

    @method("void RemoveAllAttributes()")
    def remove_all_attributes(self) -> None:
        self.attributes = []

    @method("System.Xml.XmlNodeList GetElementsByTagName(string name)")
    def elements_by_tag(self, name: str) -> Any:
        return XmlNodeList([node for node in descendants(self) if name in ("*", node.qualified)])


def descendants(node: XmlNode) -> Iterator[XmlNode]:
    """The elements below a node, in document order."""
    for child in node.children:
        if child.node_type == ELEMENT:
            yield child
            yield from descendants(child)


def copy(node: XmlNode, document: Any, *, deep: bool) -> XmlNode:
    """A copy that belongs to `document`; attributes come along, children when deep."""
    twin: XmlNode = object.__new__(type(node))
    twin.__dict__.update(node.__dict__)
    twin.parent = None
    twin.document = document
    twin.children = []
    twin.ps_members = None
    if isinstance(node, XmlElement) and isinstance(twin, XmlElement):
        twin.attributes = []
        for attribute in node.attributes:
            twin.put_attribute(
                attribute.qualified, attribute.value_text or ""
            ).namespace = attribute.namespace
        if not deep:
            twin.is_empty = True
    if deep:
        owner = twin if twin.node_type == DOCUMENT else document
        for child in node.children:
            made = copy(child, owner, deep=True)
            made.parent = twin
            twin.children.append(made)
    return twin


@net_class(
    _X + "XmlAttributeCollection",
    interfaces=("System.Collections.ICollection", "System.Collections.IEnumerable"),
)
class XmlAttributeCollection:
    """The attributes of an element, by position or name."""

    def __init__(self, element: XmlElement) -> None:
        self.element = element
        self.ps_members: Any = None

    def net_enumerate(self) -> Iterator[Any]:
        return iter(list(self.element.attributes))

    def __len__(self) -> int:
        return len(self.element.attributes)

    def ps_get_index(self, index: Any) -> Any:
        if isinstance(index, str):
            return self.element.find_attribute(index)
        from spshell.values.indexing import get_element

        return get_element(list(self.element.attributes), index)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.element.attributes)

    @method("System.Xml.XmlNode GetNamedItem(string name)")
    def get_named_item(self, name: str) -> Any:
        return self.element.find_attribute(name)

    @method(
        "System.Xml.XmlAttribute Append(System.Xml.XmlAttribute node)",
        "System.Xml.XmlNode SetNamedItem(System.Xml.XmlNode node)",
    )
    def append(self, attribute: XmlAttribute) -> XmlAttribute:
        self.element.set_attribute_node(attribute)
        return attribute

    @method("System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)")
    def remove(self, attribute: XmlAttribute) -> XmlAttribute:
        self.element.remove_attribute(attribute.qualified)
        return attribute

    @method("System.Xml.XmlNode RemoveNamedItem(string name)")
    def remove_named_item(self, name: str) -> Any:
        found = self.element.find_attribute(name)
        self.element.remove_attribute(name)
        return found

    @method("void RemoveAll()")
    def remove_all(self) -> None:
        self.element.attributes = []

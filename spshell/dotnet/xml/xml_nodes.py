"""System.Xml's nodes: what every node can, and the leaves of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.enumerators import Enumerator
from spshell.dotnet.system.enumerations import enum_number
from spshell.dotnet.system.errors import bad_argument, invalid_operation, property_not_settable, setter_failed
from spshell.dotnet.xml import xml_text
from spshell.values.declare import method, net_class, prop
from spshell.values.exceptions import fault
from spshell.values.nettype import type_of
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_X = "System.Xml."
ELEMENT, ATTRIBUTE, TEXT, CDATA, INSTRUCTION, COMMENT, DOCUMENT = 1, 2, 3, 4, 7, 8, 9
DOCUMENT_TYPE, FRAGMENT, WHITESPACE, DECLARATION = 10, 11, 13, 17


@net_class(
    _X + "XmlNode", interfaces=("System.Collections.IEnumerable", "System.ICloneable"), kind="abstract"
)
class XmlNode:
    """A node; ``children`` are its child nodes, ``value_text`` the value of leaves."""

    node_type = 0
    known_by_name = True
    # the order in which .NET lists the properties: a derived class and what it overrides first
    property_order = (
        "Name LocalName NamespaceURI Prefix NodeType ParentNode OwnerDocument IsEmpty Attributes"
        " HasAttributes SchemaInfo InnerXml InnerText NextSibling PreviousSibling Value ChildNodes"
        " FirstChild LastChild HasChildNodes IsReadOnly OuterXml BaseURI PreviousText"
    )

    def __init__(self, name: str, document: Any = None) -> None:
        self.qualified = name
        self.namespace = ""
        self.document = document
        self.parent: XmlNode | None = None
        self.children: list[XmlNode] = []
        self.value_text: str | None = None
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return str(type(self).net_type.full_name)  # type: ignore[attr-defined]  # set by net_class

    def to_string(self) -> str:
        return self.local

    @property
    def local(self) -> str:
        return self.qualified.rpartition(":")[2]

    def named(self, name: str) -> list[XmlNode]:
        """Attributes, then child nodes, whose local name is `name` in any case."""
        folded = name.lower()
        nodes: list[XmlNode] = [*getattr(self, "attributes", ()), *self.children]
        return [node for node in nodes if node.local.lower() == folded and node.node_type != WHITESPACE]

    def ps_get_member(self, name: str) -> tuple[bool, Any]:
        found = self.named(name)
        if not found:
            return False, None
        return True, found[0].simplified() if len(found) == 1 else [node.simplified() for node in found]

    def simplified(self) -> Any:
        """What a member access gives: the text of leaves without attributes, else the node."""
        if self.node_type == TEXT:
            return self.inner_text
        if getattr(self, "attributes", None):
            return self
        if not self.children or (len(self.children) == 1 and self.children[0].node_type == TEXT):
            return self.inner_text
        return self

    def ps_set_member(self, name: str, value: Any) -> bool:
        """Assign an attribute or an element that holds text only; raises SetValueException for others."""
        found = self.named(name)
        if not found:
            from spshell.dotnet.reflection.lookup import find_member

            if find_member(type_of(self), name) is None:
                raise setter_failed(name, property_not_settable(name, "PropertyNotFound"))
            return False
        node = found[0]
        if len(found) > 1:
            raise _refused("XmlNodeSetRestrictionsMoreThanOneNode", name)
        if getattr(node, "attributes", None):
            raise _refused("XmlNodeSetRestrictionsNodeWithAttributes", name)
        if len(node.children) > 1 or (node.children and node.children[0].node_type != TEXT):
            raise _refused("XmlNodeSetRestrictionsUnknownNodeType", name)
        node.inner_text = to_text(value)
        return True

    def adapted_names(self) -> list[str]:
        """The names of attributes and children, each once: what is shown of a node that has some."""
        names: dict[str, str] = {}
        for node in [*getattr(self, "attributes", ()), *self.children]:
            names.setdefault(node.local.lower(), node.local)
        return list(names.values())

    def ps_properties(self) -> list[tuple[str, Any]]:
        """The members by name: attributes and children, each name once."""
        own: list[tuple[str, Any]] = [(name, self.ps_get_member(name)[1]) for name in self.adapted_names()]
        from spshell.dotnet.reflection.lookup import find_member

        net_type = type_of(self)
        found = ((name, find_member(net_type, name)) for name in self.property_order.split())
        return own + [(name, member) for name, member in found if member is not None]

    def ps_get_index(self, index: Any) -> Any:
        """``$node['name']``: the first child element of that name."""
        wanted = to_text(index)
        return next((n for n in self.children if n.node_type == ELEMENT and n.qualified == wanted), None)

    @prop("string Name {get}")
    def name(self) -> str:
        return self.qualified

    @prop("string LocalName {get}")
    def local_name(self) -> str:
        return self.local

    @prop("string Prefix {get}")
    def prefix(self) -> str:
        return self.qualified.rpartition(":")[0]

    @prop("string NamespaceURI {get}")
    def namespace_uri(self) -> str:
        return self.namespace

    @prop("System.Xml.XmlNodeType NodeType {get}")
    def kind(self) -> Any:
        return enum_number(_X + "XmlNodeType", self.node_type)

    @prop("string Value {get;set}")
    def value(self) -> str | None:
        return self.value_text

    @value.setter
    def set_value(self, text: str) -> None:
        if self.value_text is None:
            raise invalid_operation("This kind of node has no value.")
        self.value_text = text

    @prop("System.Xml.XmlNode ParentNode {get}")
    def parent_node(self) -> Any:
        return self.parent

    @prop("xml OwnerDocument {get}")
    def owner_document(self) -> Any:
        return self.document

    @prop("System.Xml.XmlNodeList ChildNodes {get}")
    def child_nodes(self) -> Any:
        return XmlNodeList(self.children)

    @prop("System.Xml.XmlAttributeCollection Attributes {get}")
    def attribute_nodes(self) -> Any:
        return None

    @prop("bool HasChildNodes {get}")
    def has_child_nodes(self) -> bool:
        return bool(self.children)

    @prop("System.Xml.XmlNode FirstChild {get}")
    def first_child(self) -> Any:
        return self.children[0] if self.children else None

    @prop("System.Xml.XmlNode LastChild {get}")
    def last_child(self) -> Any:
        return self.children[-1] if self.children else None

    def _beside(self, step: int) -> Any:
        siblings = self.parent.children if self.parent is not None else []
        place = next((index for index, node in enumerate(siblings) if node is self), -1) + step
        return siblings[place] if 0 <= place < len(siblings) else None

    @prop("System.Xml.XmlNode NextSibling {get}")
    def next_sibling(self) -> Any:
        return self._beside(1)

    @prop("System.Xml.XmlNode PreviousSibling {get}")
    def previous_sibling(self) -> Any:
        return self._beside(-1)

    @prop("string InnerText {get;set}")
    def inner_text(self) -> str:
        if self.value_text is not None:
            return self.value_text
        return "".join(
            node.inner_text
            for node in self.children
            if node.node_type in (ELEMENT, TEXT, CDATA, WHITESPACE, FRAGMENT)
        )

    @inner_text.setter
    def set_inner_text(self, text: str) -> None:
        """Replace what is inside by one text node."""
        if self.value_text is not None:
            self.value_text = text
            return
        self.children = []
        if text or self.node_type == ELEMENT:
            self.append(XmlText(text, self.document))

    @prop("string InnerXml {get;set}")
    def inner_xml(self) -> str:
        return xml_text.write_children(self)

    @inner_xml.setter
    def set_inner_xml(self, text: str) -> None:
        from spshell.dotnet.xml.xml_reader import read_fragment

        self.children = []
        for node in read_fragment(text, self.document or self):
            self.append(node)

    @prop("System.Xml.Schema.IXmlSchemaInfo SchemaInfo {get}")
    def schema_info(self) -> Any:
        return None

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return False

    @prop("string BaseURI {get}")
    def base_uri(self) -> str:
        return ""

    @prop("System.Xml.XmlNode PreviousText {get}")
    def previous_text(self) -> Any:
        before = self._beside(-1)
        return before if before is not None and before.node_type == TEXT else None

    @prop("string OuterXml {get}")
    def outer_xml(self) -> str:
        return xml_text.write(self)

    def append(self, node: XmlNode) -> None:
        """Add a node at the end, taking it from where it was."""
        self.insert(len(self.children), node)

    def insert(self, place: int, node: XmlNode) -> None:
        """Put a node at a place among the children."""
        if node.parent is not None:
            before = node.parent is self and self.children.index(node) < place
            node.parent.children.remove(node)
            place -= before
        self.children.insert(place, node)
        node.parent = self

    def _place(self, reference: XmlNode) -> int:
        for index, node in enumerate(self.children):
            if node is reference:
                return index
        raise bad_argument("The reference node is no child of this node.")

    @method("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)")
    def append_child(self, node: XmlNode) -> XmlNode:
        inserted = list(node.children) if node.node_type == FRAGMENT else [node]
        for item in inserted:
            self._check(item)
            self.append(item)
        return node

    def _check(self, node: XmlNode) -> None:
        own = self if self.node_type == DOCUMENT else self.document
        if node.document is not None and own is not None and node.document is not own:
            raise bad_argument("The node belongs to another document.")
        if self.node_type == DOCUMENT and node.node_type == ELEMENT and self.root() not in (None, node):
            raise invalid_operation("The document has a root element already.")

    def root(self) -> Any:
        """The root element of a document."""
        return next((node for node in self.children if node.node_type == ELEMENT), None)

    @method("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)")
    def prepend_child(self, node: XmlNode) -> XmlNode:
        self._check(node)
        self.insert(0, node)
        return node

    @method("System.Xml.XmlNode InsertBefore(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)")
    def insert_before(self, node: XmlNode, reference: XmlNode | None) -> XmlNode:
        self._check(node)
        self.insert(len(self.children) if reference is None else self._place(reference), node)
        return node

    @method("System.Xml.XmlNode InsertAfter(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)")
    def insert_after(self, node: XmlNode, reference: XmlNode | None) -> XmlNode:
        self._check(node)
        self.insert(0 if reference is None else self._place(reference) + 1, node)
        return node

    @method("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)")
    def remove_child(self, node: XmlNode) -> XmlNode:
        del self.children[self._place(node)]
        node.parent = None
        return node

    @method("System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)")
    def replace_child(self, node: XmlNode, old: XmlNode) -> XmlNode:
        place = self._place(old)
        self.remove_child(old)
        self.insert(place, node)
        return old

    @method("void RemoveAll()")
    def remove_all(self) -> None:
        self.children = []
        if hasattr(self, "attributes"):
            self.attributes: list[Any] = []

    @method("System.Xml.XmlNode CloneNode(bool deep)")
    def clone_node(self, deep: bool) -> XmlNode:
        from spshell.dotnet.xml.xml_elements import copy

        return copy(self, self.document, deep=deep)

    @method("System.Xml.XmlNode Clone()")
    def clone(self) -> XmlNode:
        from spshell.dotnet.xml.xml_elements import copy

        return copy(self, self.document, deep=True)

    @method(
        "System.Xml.XmlNodeList SelectNodes(string xpath)",
        "System.Xml.XmlNodeList SelectNodes(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
    )
    def select_nodes(self, path: str, names: Any = None) -> Any:
        from spshell.dotnet.xml.xpath import select

        return XmlNodeList(select(path, self, names))

    @method(
        "System.Xml.XmlNode SelectSingleNode(string xpath)",
        "System.Xml.XmlNode SelectSingleNode(string xpath, System.Xml.XmlNamespaceManager nsmgr)",
    )
    def select_single_node(self, path: str, names: Any = None) -> Any:
        from spshell.dotnet.xml.xpath import select

        return next(iter(select(path, self, names)), None)

    @method("string GetNamespaceOfPrefix(string prefix)")
    def namespace_of_prefix(self, prefix: str) -> str:
        """What a prefix stands for here."""
        wanted = "xmlns:" + prefix if prefix else "xmlns"
        node: XmlNode | None = self
        while node is not None:
            for attribute in getattr(node, "attributes", ()):
                if attribute.qualified == wanted:
                    return attribute.value_text or ""
            node = node.parent
        return ""

    @method("void WriteTo(System.Xml.XmlWriter w)")
    def write_to(self, writer: Any) -> None:
        writer.write_node(self)

    @method("System.Collections.IEnumerator GetEnumerator()")
    def get_enumerator(self) -> Any:
        return Enumerator(list(self.children), "System.Xml.XmlChildEnumerator")

    @method("void Normalize()")
    def normalize(self) -> None:
        """Join neighbouring text nodes."""
        joined: list[XmlNode] = []
        for node in self.children:
            if node.node_type == TEXT and joined and joined[-1].node_type == TEXT:
                joined[-1].value_text = (joined[-1].value_text or "") + (node.value_text or "")
            else:
                joined.append(node)
                node.normalize()
        self.children = joined

    @method("string ToString()", "string ToString(params System.Object[] arguments)")
    def text_of(self, *_arguments: Any) -> str:
        return self.local


def _refused(error_id: str, name: str) -> Exception:
    return fault(
        "System.Management.Automation.SetValueException",
        f"'{name}' can only be set to text.",
        error_id,
        "NotSpecified",
        arguments=(name,),
    )


@net_class(_X + "XmlLinkedNode", kind="abstract")
class XmlLinkedNode(XmlNode):
    """A node among siblings."""


@net_class(_X + "XmlCharacterData", kind="abstract")
class XmlCharacterData(XmlLinkedNode):
    """A leaf that holds characters."""

    fixed_name = "#text"

    def __init__(self, text: str, document: Any = None) -> None:
        super().__init__(self.fixed_name, document)
        self.value_text = text

    @prop("string Data {get;set}")
    def data(self) -> str:
        return self.value_text or ""

    @data.setter
    def set_data(self, text: str) -> None:
        self.value_text = text

    @prop("int Length {get}")
    def length(self) -> int:
        return len(self.value_text or "")


@net_class(_X + "XmlText")
class XmlText(XmlCharacterData):
    node_type = TEXT


@net_class(_X + "XmlCDataSection")
class XmlCDataSection(XmlCharacterData):
    node_type = CDATA
    fixed_name = "#cdata-section"


@net_class(_X + "XmlComment")
class XmlComment(XmlCharacterData):
    node_type = COMMENT
    fixed_name = "#comment"


@net_class(_X + "XmlWhitespace")
class XmlWhitespace(XmlCharacterData):
    node_type = WHITESPACE
    fixed_name = "#whitespace"


@net_class(_X + "XmlProcessingInstruction")
class XmlProcessingInstruction(XmlLinkedNode):
    node_type = INSTRUCTION

    def __init__(self, target: str, data: str, document: Any = None) -> None:
        super().__init__(target, document)
        self.value_text = data

    @prop("string Target {get}")
    def target(self) -> str:
        return self.qualified

    @prop("string Data {get;set}")
    def data(self) -> str:
        return self.value_text or ""

    @data.setter
    def set_data(self, text: str) -> None:
        self.value_text = text


@net_class(_X + "XmlDeclaration")
class XmlDeclaration(XmlLinkedNode):
    node_type = DECLARATION

    def __init__(self, version: str, encoding: str, standalone: str, document: Any = None) -> None:
        super().__init__("xml", document)
        self.version_text = version
        self.encoding_text = encoding
        self.standalone_text = standalone
        self.refresh()

    def refresh(self) -> None:
        """Keep the value in step with its parts."""
        parts = [f'version="{self.version_text}"']
        if self.encoding_text:
            parts.append(f'encoding="{self.encoding_text}"')
        if self.standalone_text:
            parts.append(f'standalone="{self.standalone_text}"')
        self.value_text = " ".join(parts)

    @prop("string Version {get}")
    def version(self) -> str:
        return self.version_text

    @prop("string Encoding {get;set}")
    def encoding(self) -> str:
        return self.encoding_text

    @encoding.setter
    def set_encoding(self, text: str) -> None:
        self.encoding_text = text
        self.refresh()

    @prop("string Standalone {get;set}")
    def standalone(self) -> str:
        return self.standalone_text

    @standalone.setter
    def set_standalone(self, text: str) -> None:
        self.standalone_text = text
        self.refresh()


@net_class(_X + "XmlDocumentType")
class XmlDocumentType(XmlLinkedNode):
    node_type = DOCUMENT_TYPE


@net_class(_X + "XmlDocumentFragment")
class XmlDocumentFragment(XmlNode):
    node_type = FRAGMENT


@net_class(
    _X + "XmlNodeList",
    interfaces=("System.Collections.IEnumerable", "System.IDisposable"),
    kind="abstract",
)
class XmlNodeList:
    """Nodes by position."""

    def __init__(self, nodes: list[XmlNode]) -> None:
        self.nodes = nodes
        self.ps_members: Any = None

    def ps_text(self) -> str:
        return " ".join(node.ps_text() for node in self.nodes)

    def net_enumerate(self) -> Iterator[Any]:
        return iter(list(self.nodes))

    def __len__(self) -> int:
        return len(self.nodes)

    def ps_get_index(self, index: Any) -> Any:
        from spshell.values.indexing import get_element

        return get_element(list(self.nodes), index)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.nodes)

    @method("System.Xml.XmlNode Item(int index)")
    def item(self, index: int) -> Any:
        return self.nodes[index] if 0 <= index < len(self.nodes) else None

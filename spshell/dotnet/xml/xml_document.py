"""System.Xml.XmlDocument: loading, saving and making nodes; and the prefixes that XPath uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.xml import xml_text
from spshell.dotnet.xml.xml_elements import XmlAttribute, XmlElement, copy, descendants
from spshell.dotnet.xml.xml_nodes import (
    DOCUMENT,
    DOCUMENT_TYPE,
    XmlCDataSection,
    XmlComment,
    XmlDeclaration,
    XmlDocumentFragment,
    XmlNode,
    XmlNodeList,
    XmlProcessingInstruction,
    XmlText,
)
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.nettype import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

_X = "System.Xml."


@net_class(_X + "XmlDocument", ps_name="xml")
class XmlDocument(XmlNode):
    """A document."""

    node_type = DOCUMENT
    property_order = (
        "NodeType ParentNode DocumentType Implementation Name LocalName DocumentElement OwnerDocument"
        " Schemas XmlResolver NameTable PreserveWhitespace IsReadOnly InnerText InnerXml SchemaInfo BaseURI"
        " Value ChildNodes PreviousSibling NextSibling Attributes FirstChild LastChild HasChildNodes"
        " NamespaceURI Prefix OuterXml PreviousText"
    )

    def __init__(self) -> None:
        super().__init__("#document")
        self.keeps_whitespace = False

    @constructor("()")
    @staticmethod
    def create() -> XmlDocument:
        return XmlDocument()

    @prop("System.Xml.XmlDocumentType DocumentType {get}")
    def document_type(self) -> Any:
        return next((node for node in self.children if node.node_type == DOCUMENT_TYPE), None)

    @prop("System.Xml.XmlImplementation Implementation {get}")
    def implementation(self) -> Any:
        return None

    @prop("System.Xml.Schema.XmlSchemaSet Schemas {get}")
    def schemas(self) -> Any:
        return None

    @prop("System.Xml.XmlResolver XmlResolver {set}")
    def resolver(self) -> Any:
        return None

    @prop("System.Xml.XmlElement DocumentElement {get}")
    def document_element(self) -> Any:
        return self.root()

    @prop("bool PreserveWhitespace {get;set}")
    def preserve_whitespace(self) -> bool:
        return self.keeps_whitespace

    @preserve_whitespace.setter
    def set_preserve_whitespace(self, value: bool) -> None:
        self.keeps_whitespace = value

    @prop("System.Object NameTable {get}")
    def name_table(self) -> Any:
        return None

    @method("void LoadXml(string xml)")
    def load_xml(self, text: str) -> None:
        """Read text; raises XmlException."""
        from spshell.dotnet.xml.xml_reader import read_document

        self.children = []
        read_document(text, self)

    @method("void Load(string filename)")
    def load(self, path: str) -> None:
        """Read a file; raises FileNotFoundException and XmlException."""
        from spshell.dotnet.system.errors import thrown

        try:
            with open(path, encoding="utf-8-sig") as file:
                self.load_xml(file.read())
        except FileNotFoundError:
            raise thrown("System.IO.FileNotFoundException", "FileNotFound", path) from None

    @method("void Save(string filename)")
    def save(self, path: str) -> None:
        """Write a file, indented, as UTF-8."""
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(xml_text.write_indented(self, "utf-8"))

    @method("void Save(System.IO.TextWriter writer)")
    def save_to(self, writer: Any) -> None:
        """Write to a text writer, indented."""
        name = "utf-8" if hasattr(writer, "stream") else "utf-16"
        writer.write(xml_text.write_indented(self, name))

    @method("void Save(System.IO.Stream outStream)")
    def save_to_stream(self, stream: Any) -> None:
        """Write to a stream, indented, as UTF-8."""
        from spshell.dotnet.collections.byte_arrays import byte_array

        data = xml_text.write_indented(self, "utf-8").encode()
        stream.write(byte_array(data), 0, len(data))

    @method("void Save(System.Xml.XmlWriter w)")
    def save_to_writer(self, writer: Any) -> None:
        """Write to an XML writer, which decides the layout of what it writes itself."""
        writer.write_raw(xml_text.write(self))

    @method("System.Xml.XmlElement CreateElement(string name)")
    def create_element(self, name: str) -> XmlElement:
        return XmlElement(name, self)

    @method("System.Xml.XmlElement CreateElement(string qualifiedName, string namespaceURI)")
    def create_element_in(self, name: str, namespace: str) -> XmlElement:
        made: XmlElement = XmlElement(name, self)
        made.namespace = namespace or ""
        return made

    @method("System.Xml.XmlElement CreateElement(string prefix, string localName, string namespaceURI)")
    def create_prefixed(self, prefix: str, local: str, namespace: str) -> XmlElement:
        made: XmlElement = self.create_element_in(f"{prefix}:{local}" if prefix else local, namespace)
        return made

    @method("System.Xml.XmlAttribute CreateAttribute(string name)")
    def create_attribute(self, name: str) -> XmlAttribute:
        return XmlAttribute(name, document=self)

    @method("System.Xml.XmlText CreateTextNode(string text)")
    def create_text_node(self, text: str) -> XmlText:
        return XmlText(text, self)

    @method("System.Xml.XmlComment CreateComment(string data)")
    def create_comment(self, text: str) -> XmlComment:
        return XmlComment(text, self)

    @method("System.Xml.XmlCDataSection CreateCDataSection(string data)")
    def create_cdata(self, text: str) -> XmlCDataSection:
        return XmlCDataSection(text, self)

    @method(
        "System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)"
    )
    def create_declaration(self, version: str, encoding: str, standalone: str) -> XmlDeclaration:
        return XmlDeclaration(version, encoding or "", standalone or "", self)

    @method("System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)")
    def create_instruction(self, target: str, data: str) -> XmlProcessingInstruction:
        return XmlProcessingInstruction(target, data, self)

    @method("System.Xml.XmlDocumentFragment CreateDocumentFragment()")
    def create_fragment(self) -> XmlDocumentFragment:
        return XmlDocumentFragment("#document-fragment", self)

    @method("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)")
    def import_node(self, node: XmlNode, deep: bool) -> XmlNode:
        return copy(node, self, deep=deep)

    @method("System.Xml.XmlNodeList GetElementsByTagName(string name)")
    def elements_by_tag(self, name: str) -> Any:
        return XmlNodeList([node for node in descendants(self) if name in ("*", node.qualified)])

    @method("System.Xml.XmlNode Clone()")
    def clone(self) -> XmlNode:
        return copy(self, None, deep=True)


@net_class(_X + "XmlNamespaceManager", interfaces=("System.Collections.IEnumerable",))
class XmlNamespaceManager:
    """Prefixes for XPath."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {"": "", "xml": "http://www.w3.org/XML/1998/namespace"}
        self.ps_members: Any = None

    @constructor("(System.Object nameTable)")
    @staticmethod
    def create(_table: Any) -> XmlNamespaceManager:
        return XmlNamespaceManager()

    def net_enumerate(self) -> Iterator[Any]:
        return iter(list(self.names))

    @method("void AddNamespace(string prefix, string uri)")
    def add_namespace(self, prefix: str, uri: str) -> None:
        self.names[prefix] = uri

    @method("string LookupNamespace(string prefix)")
    def lookup_namespace(self, prefix: str) -> str | None:
        return self.names.get(prefix)

    @method("bool HasNamespace(string prefix)")
    def has_namespace(self, prefix: str) -> bool:
        return prefix in self.names

    @prop("string DefaultNamespace {get}")
    def default_namespace(self) -> str:
        return self.names[""]


def _convert(value: Any) -> Any:
    from spshell.dotnet.xml.xml_reader import convert_to_document

    return convert_to_document(value)


BY_NAME["system.xml.xmldocument"].convert = _convert

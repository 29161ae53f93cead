"""Text to XML nodes, by the expat parser; external entities are never read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.xml.xml_document import XmlDocument
from spshell.dotnet.xml.xml_elements import XmlAttribute, XmlElement
from spshell.dotnet.xml.xml_nodes import (
    XmlCDataSection,
    XmlComment,
    XmlDeclaration,
    XmlDocumentType,
    XmlNode,
    XmlProcessingInstruction,
    XmlText,
    XmlWhitespace,
)
from spshell.values.exceptions import NetException, exception_class, fault
from spshell.values.text import to_text

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType


class _Builder:
    """Turns the parser's events into nodes below `root`."""

    def __init__(
        self, root: XmlNode, document: Any, parser: XMLParserType, source: bytes, *, keep_whitespace: bool
    ) -> None:
        self.node = root
        self.parser = parser
        self.source = source
        self.document = document
        self.keep_whitespace = keep_whitespace
        self.text: list[str] = []
        self.names: list[dict[str, str]] = [{"xml": "http://www.w3.org/XML/1998/namespace"}]

    def attach(self) -> None:
        parser = self.parser
        parser.ordered_attributes = True
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text.append
        parser.CommentHandler = lambda text: self.leaf(XmlComment(text, self.document))
        parser.ProcessingInstructionHandler = lambda target, data: self.leaf(
            XmlProcessingInstruction(target, data, self.document)
        )
        parser.StartCdataSectionHandler = self.start_cdata
        parser.EndCdataSectionHandler = self.end_cdata
        parser.XmlDeclHandler = self.declaration
        parser.StartDoctypeDeclHandler = lambda name, *_: self.leaf(XmlDocumentType(name, self.document))

    def flush(self) -> None:
        """Text collected so far becomes a node; blanks between elements are dropped."""
        text = "".join(self.text)
        self.text.clear()
        if not text:
            return
        if text.strip(" \t\r\n"):
            self.node.append(XmlText(text, self.document))
        elif self.keep_whitespace:
            self.node.append(XmlWhitespace(text, self.document))

    def leaf(self, node: XmlNode) -> None:
        self.flush()
        self.node.append(node)

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        word = {1: "yes", 0: "no"}.get(standalone, "")
        self.leaf(XmlDeclaration(version, encoding or "", word, self.document))

    def start(self, name: str, attributes: list[str]) -> None:
        self.flush()
        element = XmlElement(name, self.document)
        pairs = list(zip(attributes[::2], attributes[1::2], strict=True))
        scope = dict(self.names[-1])
        for key, value in pairs:
            if key == "xmlns":
                scope[""] = value
            elif key.startswith("xmlns:"):
                scope[key[6:]] = value
        self.names.append(scope)
        element.namespace = scope.get(name.rpartition(":")[0], "")
        for key, value in pairs:
            attribute = XmlAttribute(key, value, self.document)
            attribute.owner = element
            prefix = key.rpartition(":")[0]
            attribute.namespace = scope.get(prefix, "") if prefix else ""
            element.attributes.append(attribute)
        self.node.append(element)
        self.node = element

    def end(self, _name: str) -> None:
        self.flush()
        self.names.pop()
        if isinstance(self.node, XmlElement):
            # the end of a tag that opens and closes is reported right behind it
            end = self.parser.CurrentByteIndex
            self.node.is_empty = not self.node.children and self.source[end - 2 : end] == b"/>"
        assert self.node.parent is not None
        self.node = self.node.parent

    def start_cdata(self) -> None:
        self.flush()

    def end_cdata(self) -> None:
        text = "".join(self.text)
        self.text.clear()
        self.node.append(XmlCDataSection(text, self.document))


def read_document(text: str, document: XmlDocument) -> None:
    """Fill an empty document; raises XmlException."""
    _parse(text, document, document, keep_whitespace=document.keeps_whitespace)


def read_fragment(text: str, document: Any) -> list[XmlNode]:
    """Nodes of text that need not have a single root; raises XmlException."""
    holder = XmlElement("fragment", document)
    _parse(f"<fragment>{text}</fragment>", holder, document, keep_whitespace=False)
    inner = holder.children[0]
    nodes = list(inner.children)
    for node in nodes:
        node.parent = None
    return nodes


def _parse(text: str, root: XmlNode, document: Any, *, keep_whitespace: bool) -> None:
    from xml.parsers import expat

    source = text.encode("utf-8", "surrogatepass")
    parser = expat.ParserCreate("utf-8")  # the text is decoded: its declaration does not count
    builder = _Builder(root, document, parser, source, keep_whitespace=keep_whitespace)
    builder.attach()
    try:
        parser.Parse(source, True)
    except expat.ExpatError as error:
        raise xml_fault(*_told(text, error)) from None
    builder.flush()


def _told(text: str, error: Any) -> tuple[str, int, int]:
    """What is wrong, and the line and position from 1 at which .NET sees it."""
    from xml.parsers.expat import ErrorString, errors

    reason, column = ErrorString(error.code), error.offset + 1
    if reason == errors.XML_ERROR_MISPLACED_XML_PI:
        return reason, error.lineno, column + 2  # .NET points behind the <?
    line = text.split("\n")[error.lineno - 1] if error.lineno <= text.count("\n") + 1 else ""
    if line[: error.offset].rstrip().endswith("=") and error.offset < len(line):
        reason = f"'{line[error.offset]}' stands where \" or ' is needed"
    return reason, error.lineno, column


def xml_fault(reason: str, line: int, column: int) -> NetException:
    """XmlException with its place."""
    return exception_class("System.Xml.XmlException")(
        f"The text is not well-formed XML: {reason}. Line {line}, position {column}.",
        error_id="XmlException",
        arguments=(reason,),
        properties={"LineNumber": line, "LinePosition": column},
    )


def convert_to_document(value: Any) -> Any:
    """``[xml]value``: the text of anything, or of a list line by line; raises InvalidCastToXmlDocument."""
    if isinstance(value, XmlNode):
        return NotImplemented
    from spshell.values.enumeration import enumerate_value

    elements = enumerate_value(value)
    text = "\n".join(to_text(item) for item in elements) if elements is not None else to_text(value)
    document = XmlDocument()
    try:
        document.load_xml(text)
    except NetException as inner:
        raise fault(
            "System.Management.Automation.PSInvalidCastException",
            f'Cannot turn the value "{text}" into type "System.Xml.XmlDocument": {inner.message}',
            "InvalidCastToXmlDocument",
            "InvalidArgument",
            inner=inner,
            arguments=(text, "System.Xml.XmlDocument", inner.message),
        ) from None
    return document

"""Select-Xml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.data_files import file_path, read_text
from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.declare import method, net_class, prop
from spshell.values.exceptions import NetException
from spshell.values.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterator


@net_class("Microsoft.PowerShell.Commands.SelectXmlInfo")
class SelectXmlInfo:
    """A node that was found, where, and by which path."""

    __slots__ = ("found", "path_text", "pattern_text", "ps_members")

    def __init__(self, found: Any, path_text: str, pattern_text: str) -> None:
        self.found = found
        self.path_text = path_text
        self.pattern_text = pattern_text
        self.ps_members: Any = None

    @prop("System.Xml.XmlNode Node {get}")
    def node(self) -> Any:
        return self.found

    @prop("string Path {get}")
    def path(self) -> str:
        return self.path_text

    @prop("string Pattern {get}")
    def pattern(self) -> str:
        return self.pattern_text

    @method("string ToString()")
    def to_string(self) -> str:
        value = self.found.value_text if self.found.value_text is not None else self.found.inner_xml
        return str(value).strip()

    ps_text = to_string


class SelectXml(Cmdlet, verb="Select", noun="Xml", default_set="Xml"):
    """Find nodes of XML by an XPath expression.

    PS> Select-Xml -Content '<a><b>1</b></a>' -XPath '//b'
    PS> (Select-Xml -Xml ([xml]'<a><b>1</b></a>') -XPath '//b').Node.InnerText
    """

    x_path: Any = parameter("string", name="XPath", position=0, mandatory=True, help="The expression.")
    path: Any = parameter(
        "string[]", sets={"Path": SetFlags(mandatory=True, position=1, by_name=True)}, help="The files."
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The files, without wildcards.",
    )
    xml: Any = parameter(
        "System.Xml.XmlNode[]",
        sets={"Xml": SetFlags(mandatory=True, position=1, by_value=True, by_name=True)},
        aliases=("Node",),
        help="The nodes to search.",
    )
    content: Any = parameter(
        "string[]",
        sets={"Content": SetFlags(mandatory=True, by_value=True)},
        help="XML as text.",
    )
    namespace: Any = parameter("hashtable", help="Prefixes of the expression and their namespaces.")

    def begin(self) -> None:
        self.names: Any = None
        if self.namespace is not None:
            from spshell.dotnet.xml.xml_document import XmlNamespaceManager

            self.names = XmlNamespaceManager()
            for prefix, uri in self.namespace.items():
                if uri is None:
                    raise utility_fault("PrefixError", to_text(prefix))
                self.names.add_namespace(to_text(prefix), to_text(uri))

    def process(self) -> Iterator[object]:
        if self.parameter_set == "Xml":
            for node in self.xml:
                yield from self._found(node, "InputStream")
        elif self.parameter_set == "Content":
            for text in self.content:
                document = self._document(text, "InputStream")
                if document is not None:
                    yield from self._found(document, "InputStream")
        else:
            literal = self.parameter_set == "LiteralPath"
            for given in self.literal_path if literal else self.path:
                path = file_path(self, given, literal=literal)
                document = self._document(read_text(path), path)
                if document is not None:
                    yield from self._found(document, path)

    def _document(self, text: str, path: str) -> Any:
        from spshell.dotnet.xml.xml_document import XmlDocument

        document = XmlDocument()
        try:
            document.load_xml(text)
        except NetException as error:
            self.write_error(utility_fault("ProcessingFile", path, error.message, target=path))
            return None
        return document

    def _found(self, node: Any, path: str) -> Iterator[SelectXmlInfo]:
        from spshell.dotnet.xml.xpath import select

        for found in select(self.x_path, node, self.names):
            yield SelectXmlInfo(found, path, self.x_path)

"""ConvertTo-Xml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.object_xml import ObjectXml
from spshell.engine.attributes.validation import ValidateRange, ValidateSet
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


class ConvertToXml(Cmdlet, verb="ConvertTo", noun="Xml"):
    """Write objects as XML elements: one Object each, a Property for each of its properties.

    PS> ([pscustomobject]@{ Name = 'web01' } | ConvertTo-Xml).OuterXml
    PS> 1, 'x' | ConvertTo-Xml -As Stream -NoTypeInformation
    """

    depth: Any = parameter(
        "int", default=1, validate=[ValidateRange(1, 2147483647)], help="How many levels are written."
    )
    input_object: Any = parameter(
        "psobject", position=0, mandatory=True, from_pipeline=True, allow_null=True, help="The objects."
    )
    no_type_information: Any = parameter("switch", help="Do not name the types.")
    as_: Any = parameter(
        "string",
        name="As",
        default="Document",
        validate=[ValidateSet("Stream", "String", "Document")],
        help="An XmlDocument, one string, or a string an object.",
    )

    def begin(self) -> Iterator[object] | None:
        from spshell.dotnet.xml.xml_document import XmlDocument
        from spshell.dotnet.xml.xml_elements import XmlElement

        self.document = XmlDocument()
        self.document.append(self.document.create_declaration("1.0", "utf-8", ""))
        self.root = XmlElement("Objects", self.document)
        self.maker = ObjectXml(self.document, typed=not self.no_type_information)
        self.streaming = self.as_.lower() == "stream"
        return iter((_DECLARATION, "<Objects>")) if self.streaming else None

    def process(self) -> Iterator[object]:
        element = self.maker.element(self.input_object, self.depth)
        if not self.streaming:
            self.root.append(element)
            return
        from spshell.dotnet.xml.xml_text import write_node_indented

        yield write_node_indented(element)

    def end(self) -> Iterator[object]:
        if self.streaming:
            yield "</Objects>"
            return
        self.document.append(self.root)
        if self.as_.lower() == "document":
            yield self.document
            return
        from spshell.dotnet.xml.xml_text import write_indented

        yield write_indented(self.document, "utf-8")

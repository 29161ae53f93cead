"""XmlWriter and XmlTextWriter: XML written piece by piece."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_argument, invalid_operation
from spshell.dotnet.xml.xml_text import escape_attribute, escape_text, write
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.text import to_string

_X = "System.Xml."


@net_class(_X + "XmlWriterSettings")
class XmlWriterSettings:
    """How a writer writes."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    @constructor("()")
    @staticmethod
    def create() -> XmlWriterSettings:
        return XmlWriterSettings()

    @prop("bool Indent {get;set}")
    def indent(self) -> bool:
        return bool(self.values.get("indent"))

    @indent.setter
    def set_indent(self, value: bool) -> None:
        self.values["indent"] = value

    @prop("string IndentChars {get;set}")
    def indent_chars(self) -> str:
        return str(self.values.get("chars", "  "))

    @indent_chars.setter
    def set_indent_chars(self, value: str) -> None:
        self.values["chars"] = value

    @prop("string NewLineChars {get;set}")
    def new_line_chars(self) -> str:
        return str(self.values.get("line", "\n"))

    @new_line_chars.setter
    def set_new_line_chars(self, value: str) -> None:
        self.values["line"] = value

    @prop("bool OmitXmlDeclaration {get;set}")
    def omit_xml_declaration(self) -> bool:
        return bool(self.values.get("omit"))

    @omit_xml_declaration.setter
    def set_omit_xml_declaration(self, value: bool) -> None:
        self.values["omit"] = value

    @prop("System.Text.Encoding Encoding {get;set}")
    def encoding(self) -> Any:
        return self.values.get("encoding")

    @encoding.setter
    def set_encoding(self, value: Any) -> None:
        self.values["encoding"] = value


@net_class(_X + "XmlWriter", kind="abstract", interfaces=("System.IDisposable",))
class XmlWriter:
    """Writes to `target`, something with ``put(text)``; elements stay open until they are ended."""

    def __init__(self, target: Any, settings: XmlWriterSettings, *, declares: bool) -> None:
        self.target = target
        self.layout = settings
        self.declares = declares
        self.open_tags: list[str] = []
        self.in_tag = False
        self.inside: list[bool] = []  # per open element: whether it holds elements, which are indented
        self.attribute: str | None = None
        self.started = False
        self.owned = False

    @method(
        f"static {_X}XmlWriter Create(string outputFileName)",
        f"static {_X}XmlWriter Create(string outputFileName, {_X}XmlWriterSettings settings)",
        f"static {_X}XmlWriter Create(System.Text.StringBuilder output)",
        f"static {_X}XmlWriter Create(System.Text.StringBuilder output, {_X}XmlWriterSettings settings)",
        f"static {_X}XmlWriter Create(System.IO.TextWriter output)",
        f"static {_X}XmlWriter Create(System.IO.TextWriter output, {_X}XmlWriterSettings settings)",
        f"static {_X}XmlWriter Create(System.IO.Stream output)",
        f"static {_X}XmlWriter Create(System.IO.Stream output, {_X}XmlWriterSettings settings)",
    )
    @staticmethod
    def make(output: Any, settings: XmlWriterSettings | None = None) -> XmlWriter:
        if output is None:
            raise argument_null("output")
        settings = settings or XmlWriterSettings()
        made = XmlWriter(
            _target(output, settings.encoding), settings, declares=not settings.omit_xml_declaration
        )
        made.owned = isinstance(output, str)
        return made

    def put(self, text: str) -> None:
        """Write text as it is; a declaration goes first where one is wanted."""
        if not self.started:
            self.started = True
            if self.declares:
                self.target.put(f'<?xml version="1.0" encoding="{self.encoding_name()}"?>')
                if self.layout.indent:
                    self.target.put(self.layout.new_line_chars)
        self.target.put(text)

    def encoding_name(self) -> str:
        """The name in the declaration: that of the text writer, utf-16 for text in memory."""
        return "utf-8" if hasattr(self.target, "stream") else "utf-16"

    def _leave_tag(self) -> None:
        if self.attribute is not None:
            self.write_end_attribute()
        if self.in_tag:
            self.in_tag = False
            self.put(">")

    def _break(self) -> None:
        if self.layout.indent and self.started:
            self.put(self.layout.new_line_chars + self.layout.indent_chars * len(self.open_tags))

    @method("void WriteStartDocument()", "void WriteStartDocument(bool standalone)")
    def write_start_document(self, _standalone: bool = False) -> None:
        self.declares = not self.layout.omit_xml_declaration
        self.put("")

    @method("void WriteEndDocument()")
    def write_end_document(self) -> None:
        while self.open_tags:
            self.write_end_element()

    @method(
        "void WriteStartElement(string localName)",
        "void WriteStartElement(string localName, string ns)",
        "void WriteStartElement(string prefix, string localName, string ns)",
    )
    def write_start_element(self, *names: str | None) -> None:
        prefix, local, namespace = _parts(names)
        self._leave_tag()
        had = bool(self.open_tags)
        if had:
            self.inside[-1] = True
        if had or (self.started and self.layout.indent and not self.declares):
            self._break()
        name = f"{prefix}:{local}" if prefix else local
        self.put(f"<{name}")
        if namespace:
            self.put(f' xmlns{":" + prefix if prefix else ""}="{escape_attribute(namespace)}"')
        self.open_tags.append(name)
        self.inside.append(False)
        self.in_tag = True

    @method("void WriteEndElement()", "void WriteFullEndElement()")
    def write_end_element(self) -> None:
        if not self.open_tags:
            raise invalid_operation("No element is open that could be ended.")
        if self.attribute is not None:
            self.write_end_attribute()
        name = self.open_tags.pop()
        nested = self.inside.pop()
        if self.in_tag:
            self.in_tag = False
            self.put(" />")
            return
        if nested:
            self._break()
        self.put(f"</{name}>")

    @method(
        "void WriteAttributeString(string localName, string value)",
        "void WriteAttributeString(string localName, string ns, string value)",
        "void WriteAttributeString(string prefix, string localName, string ns, string value)",
    )
    def write_attribute_string(self, *parts: str | None) -> None:
        prefix, local, namespace = _parts(parts[:-1])
        self.write_start_attribute(*(prefix, local, namespace))
        self.put(escape_attribute(parts[-1] or ""))
        self.write_end_attribute()

    @method(
        "void WriteStartAttribute(string localName)", "void WriteStartAttribute(string localName, string ns)"
    )
    def write_start_attribute(self, *names: str | None) -> None:
        if not self.in_tag:
            raise invalid_operation("An attribute belongs directly behind the start of its element.")
        prefix, local, _namespace = _parts(names)
        self.attribute = f"{prefix}:{local}" if prefix else local
        self.put(f' {self.attribute}="')

    @method("void WriteEndAttribute()")
    def write_end_attribute(self) -> None:
        self.attribute = None
        self.put('"')

    @method(
        "void WriteElementString(string localName, string value)",
        "void WriteElementString(string localName, string ns, string value)",
        "void WriteElementString(string prefix, string localName, string ns, string value)",
    )
    def write_element_string(self, *parts: str | None) -> None:
        self.write_start_element(*parts[:-1])
        if parts[-1]:
            self.write_string(parts[-1])
        self.write_end_element()

    @method("void WriteString(string text)", "void WriteValue(string value)")
    def write_string(self, text: str | None) -> None:
        if self.attribute is not None:
            self.put(escape_attribute(text or ""))
            return
        self._leave_tag()
        self.put(escape_text(text or ""))

    @method("void WriteValue(System.Object value)")
    def write_value(self, value: Any) -> None:
        self.write_string(str(value).lower() if type(value) is bool else to_string(value))

    @method("void WriteRaw(string data)")
    def write_raw(self, data: str | None) -> None:
        self._leave_tag()
        self.put(data or "")

    @method("void WriteCData(string text)")
    def write_cdata(self, text: str | None) -> None:
        self._leave_tag()
        self.put(f"<![CDATA[{text or ''}]]>")

    @method("void WriteComment(string text)")
    def write_comment(self, text: str | None) -> None:
        self._leave_tag()
        if self.open_tags:
            self.inside[-1] = True
            self._break()
        self.put(f"<!--{text or ''}-->")

    @method("void WriteProcessingInstruction(string name, string text)")
    def write_processing_instruction(self, name: str, text: str | None) -> None:
        self._leave_tag()
        self.put(f"<?{name} {text or ''}?>")

    def write_node(self, node: Any) -> None:
        """A node of a document with everything in it."""
        self._leave_tag()
        self.put(write(node))

    @method("void Flush()")
    def flush(self) -> None:
        self._leave_tag()
        flush = getattr(self.target, "flush", None)
        if flush is not None:
            flush()

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        while self.open_tags:
            self.write_end_element()
        self.flush()
        if self.owned:
            self.target.close()


def _parts(names: tuple[str | None, ...]) -> tuple[str, str, str]:
    """(prefix, local name, namespace) of one, two or three arguments."""
    prefix, local, namespace = (
        (names[0], names[1], names[2])
        if len(names) == 3
        else ("", names[0], names[1] if len(names) > 1 else "")
    )
    if not local:
        raise bad_argument("An element or attribute needs a name.", "localName")
    return prefix or "", local, namespace or ""


class _Builder:
    """A StringBuilder as a place to write to."""

    def __init__(self, builder: Any) -> None:
        self.builder = builder

    def put(self, text: str) -> None:
        from spshell.dotnet.reflection.members import invoke_method

        invoke_method(self.builder, "Append", [text])


def _target(output: Any, encoding: Any) -> Any:
    from spshell.dotnet.io.file_streams import StreamWriter
    from spshell.dotnet.text.streams import Stream
    from spshell.dotnet.text.text_writers import TextWriter

    if isinstance(output, str):
        return StreamWriter.open(output, False, encoding)
    if isinstance(output, Stream):
        return StreamWriter.open(output, encoding)
    return output if isinstance(output, TextWriter) else _Builder(output)


@net_class(_X + "XmlTextWriter")
class XmlTextWriter(XmlWriter):
    """The older writer: no declaration unless asked for, indented by its Formatting."""

    @constructor(
        "(System.IO.TextWriter w)",
        "(System.IO.Stream w, System.Text.Encoding encoding)",
        "(string filename, System.Text.Encoding encoding)",
    )
    @staticmethod
    def open(output: Any, encoding: Any = None) -> XmlTextWriter:
        if output is None:
            raise argument_null("w")
        made = XmlTextWriter(_target(output, encoding), XmlWriterSettings(), declares=False)
        made.owned = True
        return made

    @prop(f"{_X}Formatting Formatting {{get;set}}")
    def formatting(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value(_X + "Formatting", "Indented" if self.layout.indent else "None")

    @formatting.setter
    def set_formatting(self, value: Any) -> None:
        self.layout.values["indent"] = value.name == "Indented"

    @prop("int Indentation {get;set}")
    def indentation(self) -> int:
        return len(self.layout.indent_chars)

    @indentation.setter
    def set_indentation(self, value: int) -> None:
        self.layout.values["chars"] = " " * value

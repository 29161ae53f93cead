"""System.Xml.Linq: XElement, XDocument, XAttribute and XName, over plain trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.io.file_errors import checked, guarded
from spshell.dotnet.system.errors import argument_null, bad_argument
from spshell.dotnet.xml.xml_text import escape_attribute, escape_text
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.text import to_string

if TYPE_CHECKING:
    from collections.abc import Iterator

_L = "System.Xml.Linq."


@net_class(_L + "XName")
class XName:
    """A name and its namespace: ``{urn:x}local``."""

    def __init__(self, local: str, namespace: str = "") -> None:
        self.local = local
        self.namespace = namespace

    @method(
        f"static {_L}XName Get(string expandedName)",
        f"static {_L}XName Get(string localName, string namespaceName)",
    )
    @staticmethod
    def get(name: str | None, namespace: str | None = None) -> XName:
        if not name:
            raise argument_null("expandedName")
        if namespace is None and name.startswith("{"):
            namespace, _, name = name[1:].partition("}")
        if not name or not (name[0].isalpha() or name[0] == "_"):
            raise bad_argument(f"'{name}' is not a name that XML allows.", "name")
        return XName(name, namespace or "")

    @prop("string LocalName {get}")
    def local_name(self) -> str:
        return self.local

    @prop("string NamespaceName {get}")
    def namespace_name(self) -> str:
        return self.namespace

    def __eq__(self, other: object) -> bool:
        return isinstance(other, XName) and (self.local, self.namespace) == (other.local, other.namespace)

    def __hash__(self) -> int:
        return hash((self.local, self.namespace))

    def net_equals(self, other: XName) -> bool:
        return self == other

    def ps_text(self) -> str:
        return f"{{{self.namespace}}}{self.local}" if self.namespace else self.local

    to_string = ps_text


XName.net_type.parse = XName.get  # type: ignore[attr-defined]  # net_class sets it; text becomes a name by itself


@net_class(_L + "XAttribute")
class XAttribute:
    """A name and a text."""

    def __init__(self, name: XName, text: str) -> None:
        self.key = name
        self.text = text
        self.owner: XElement | None = None

    @constructor(f"({_L}XName name, System.Object value)")
    @staticmethod
    def create(name: XName | None, value: Any) -> XAttribute:
        if name is None or value is None:
            raise argument_null("name" if name is None else "value")
        return XAttribute(name, _text(value))

    @prop(f"{_L}XName Name {{get}}")
    def name(self) -> XName:
        return self.key

    @prop("string Value {get;set}")
    def value(self) -> str:
        return self.text

    @value.setter
    def set_value(self, value: str) -> None:
        self.text = value

    @method("void Remove()")
    def remove(self) -> None:
        if self.owner is not None:
            self.owner.attributes_list.remove(self)
            self.owner = None

    def ps_text(self) -> str:
        return f'{self.key.local}="{escape_attribute(self.text)}"'

    to_string = ps_text


def _text(value: Any) -> str:
    if type(value) is bool:
        return "true" if value else "false"
    return to_string(value)


@net_class(_L + "XContainer", kind="abstract")
class XContainer:
    """What holds nodes: elements, and text as plain strings."""

    def __init__(self) -> None:
        self.nodes_list: list[Any] = []

    def take(self, content: Any) -> None:
        """Add content of any kind: elements, attributes, lists of these, text."""
        from spshell.values.enumeration import enumerate_value

        if content is None:
            return
        if isinstance(content, XAttribute) and isinstance(self, XElement):
            content.owner = self
            self.attributes_list.append(content)
        elif isinstance(content, XElement):
            child = content if content.above is None else content.copied()
            child.above = self
            self.nodes_list.append(child)
        else:
            parts = enumerate_value(content)
            if parts is None:
                self.nodes_list.append(_text(content))
                return
            for part in parts:
                self.take(part)

    def children(self) -> list[XElement]:
        """The child elements."""
        return [node for node in self.nodes_list if isinstance(node, XElement)]

    def below(self) -> Iterator[XElement]:
        """All elements below, in document order."""
        for child in self.children():
            yield child
            yield from child.below()

    @method("void Add(System.Object content)", "void Add(params System.Object[] content)")
    def add(self, content: Any) -> None:
        self.take(content)

    @method(f"{_L}XElement Element({_L}XName name)")
    def element(self, name: XName) -> Any:
        return next((child for child in self.children() if child.key == name), None)

    @method(
        f"System.Collections.Generic.IEnumerable[{_L}XElement] Elements()",
        f"System.Collections.Generic.IEnumerable[{_L}XElement] Elements({_L}XName name)",
    )
    def elements(self, name: XName | None = None) -> list[XElement]:
        return [child for child in self.children() if name is None or child.key == name]

    @method(
        f"System.Collections.Generic.IEnumerable[{_L}XElement] Descendants()",
        f"System.Collections.Generic.IEnumerable[{_L}XElement] Descendants({_L}XName name)",
    )
    def descendants(self, name: XName | None = None) -> list[XElement]:
        return [found for found in self.below() if name is None or found.key == name]

    @method("void RemoveNodes()")
    def remove_nodes(self) -> None:
        self.nodes_list.clear()


@net_class(_L + "XElement")
class XElement(XContainer):
    """An element."""

    def __init__(self, name: XName) -> None:
        super().__init__()
        self.key = name
        self.attributes_list: list[XAttribute] = []
        self.above: Any = None

    @constructor(
        f"({_L}XName name)",
        f"({_L}XName name, System.Object content)",
        f"({_L}XName name, params System.Object[] content)",
    )
    @staticmethod
    def create(name: XName | None, content: Any = None) -> XElement:
        if name is None:
            raise argument_null("name")
        made = XElement(name)
        made.take(content)
        return made

    @method(f"static {_L}XElement Parse(string text)")
    @staticmethod
    def parse(text: str | None) -> XElement:
        if text is None:
            raise argument_null("text")
        return _read(text)

    @method(f"static {_L}XElement Load(string uri)")
    @staticmethod
    def load(path: str) -> XElement:
        return _read(_file(path))

    def copied(self) -> XElement:
        """A copy without a place in a tree."""
        made = XElement(self.key)
        for attribute in self.attributes_list:
            made.take(XAttribute(attribute.key, attribute.text))
        for node in self.nodes_list:
            made.take(node.copied() if isinstance(node, XElement) else node)
        return made

    @prop(f"{_L}XName Name {{get;set}}")
    def name(self) -> XName:
        return self.key

    @name.setter
    def set_name(self, value: XName) -> None:
        self.key = value

    @prop("string Value {get;set}")
    def value(self) -> str:
        return "".join(node.value if isinstance(node, XElement) else node for node in self.nodes_list)

    @value.setter
    def set_value(self, value: str) -> None:
        self.nodes_list[:] = [value] if value else []

    @prop("bool HasElements {get}")
    def has_elements(self) -> bool:
        return bool(self.children())

    @prop("bool HasAttributes {get}")
    def has_attributes(self) -> bool:
        return bool(self.attributes_list)

    @prop("bool IsEmpty {get}")
    def is_empty(self) -> bool:
        return not self.nodes_list

    @prop(f"{_L}XElement Parent {{get}}")
    def parent(self) -> Any:
        return self.above if isinstance(self.above, XElement) else None

    @method(f"{_L}XAttribute Attribute({_L}XName name)")
    def attribute(self, name: XName) -> Any:
        return next((found for found in self.attributes_list if found.key == name), None)

    @method(f"System.Collections.Generic.IEnumerable[{_L}XAttribute] Attributes()")
    def attributes(self) -> list[XAttribute]:
        return list(self.attributes_list)

    @method(f"void SetAttributeValue({_L}XName name, System.Object value)")
    def set_attribute_value(self, name: XName, value: Any) -> None:
        found = self.attribute(name)
        if value is None:
            if found is not None:
                found.remove()
        elif found is not None:
            found.text = _text(value)
        else:
            self.take(XAttribute(name, _text(value)))

    @method(f"void SetElementValue({_L}XName name, System.Object value)")
    def set_element_value(self, name: XName, value: Any) -> None:
        found = self.element(name)
        if value is None:
            if found is not None:
                found.remove()
        elif found is not None:
            found.nodes_list[:] = [_text(value)]
        else:
            self.take(XElement.create(name, _text(value)))

    @method("void Remove()")
    def remove(self) -> None:
        if self.above is not None:
            self.above.nodes_list[:] = [node for node in self.above.nodes_list if node is not self]
            self.above = None

    @method("void Save(string fileName)")
    def save(self, path: str) -> None:
        _write(path, self.ps_text())

    def ps_text(self) -> str:
        return "\n".join(self.lines("", ""))

    to_string = ps_text

    def lines(self, blanks: str, outer: str) -> list[str]:
        """The element's text by lines, indented where it holds no text beside elements."""
        tag = self.key.local + (f' xmlns="{self.key.namespace}"' if self.key.namespace != outer else "")
        tag += "".join(" " + attribute.ps_text() for attribute in self.attributes_list)
        if not self.nodes_list:
            return [f"{blanks}<{tag} />"]
        inner = self.key.namespace
        if any(not isinstance(node, XElement) for node in self.nodes_list):
            body = "".join(
                "".join(part.lstrip() for part in node.lines("", inner))
                if isinstance(node, XElement)
                else escape_text(node)
                for node in self.nodes_list
            )
            return [f"{blanks}<{tag}>{body}</{self.key.local}>"]
        body_lines = [line for node in self.nodes_list for line in node.lines(blanks + "  ", inner)]
        return [f"{blanks}<{tag}>", *body_lines, f"{blanks}</{self.key.local}>"]


@net_class(_L + "XDocument")
class XDocument(XContainer):
    """A document: one root element."""

    @constructor("()", "(params System.Object[] content)")
    @staticmethod
    def create(content: Any = None) -> Any:
        made = XDocument()
        made.take(content)
        return made

    @method(f"static {_L}XDocument Parse(string text)")
    @staticmethod
    def parse(text: str | None) -> Any:
        if text is None:
            raise argument_null("text")
        return XDocument.create(_read(text))

    @method(f"static {_L}XDocument Load(string uri)")
    @staticmethod
    def load(path: str) -> Any:
        return XDocument.create(_read(_file(path)))

    @prop(f"{_L}XElement Root {{get}}")
    def root(self) -> Any:
        return next(iter(self.children()), None)

    @method("void Save(string fileName)")
    def save(self, path: str) -> None:
        _write(path, self.ps_text())

    def ps_text(self) -> str:
        return "\n".join(line for child in self.children() for line in child.lines("", ""))

    to_string = ps_text


def _file(path: str) -> str:
    def run() -> str:
        with open(checked(path), encoding="utf-8-sig") as stream:
            return stream.read()

    return str(guarded(run, path))


def _write(path: str, text: str) -> None:
    def run() -> None:
        with open(checked(path), "w", encoding="utf-8", newline="\n") as stream:
            stream.write('<?xml version="1.0" encoding="utf-8"?>\n' + text)

    guarded(run, path)


def _read(text: str) -> XElement:
    from xml.etree.ElementTree import ParseError, fromstring

    from spshell.dotnet.xml.xml_reader import xml_fault

    try:
        return _element(fromstring(text))  # noqa: S314 - the reader knows no external entities
    except ParseError as problem:
        line, column = problem.position
        raise xml_fault(problem.msg.partition(":")[0], line, column + 1) from None


def _element(source: Any) -> XElement:
    made = XElement(XName.get(source.tag))
    for name, value in source.attrib.items():
        made.take(XAttribute(XName.get(name), value))
    holds_elements = len(source) > 0
    for text, child in ((source.text, None), *((child.tail, child) for child in source)):
        if child is not None:
            made.take(_element(child))
        if text and not (holds_elements and text.isspace()):
            made.take(text)
    return made

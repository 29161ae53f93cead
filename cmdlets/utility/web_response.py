"""What Invoke-WebRequest writes: the answer with its text, headers, links, images and input fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.values.declare import net_class, prop
from spshell.values.numbers import Int64

if TYPE_CHECKING:
    from spshell.dotnet.net.http_messages import HttpResponseMessage

_JSON = frozenset(
    {
        "application/json", "text/json", "application/x-javascript", "text/x-javascript", "application/javascript",
        "text/javascript",
    }
)  # fmt: skip
_XML = frozenset({"application/xml", "application/xml-external-parsed-entity", "application/xml-dtd"})
_CHARSET = re.compile(r"""<meta\s[^<>]*charset\s*=\s*["'\s]?([A-Za-z][^\s"'<>/;]*)""", re.IGNORECASE)
_DECLARED = re.compile(r"""<\?xml\s[^>]*encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""", re.IGNORECASE)
_LINK = re.compile(r"""<([^>]*)>\s*;\s*rel=(?:"([^"]*)"|([^,;]*))""")
_VALUE = r"""(?:"(.*?)"|'(.*?)'|([^'">\s]+))"""
_ATTRIBUTE = re.compile(rf"""\s([^"'>/=\s]+)(?:\s*=\s*{_VALUE})?""", re.DOTALL)
_TAG = re.compile(r"""<\w+(?:\s+[^"'>/=\s]+(?:\s*=\s*(?:".*?"|'.*?'|[^'">\s]+))?)*\s*/?>""", re.DOTALL)
_ELEMENTS = {
    "INPUT": re.compile(r"<input\s+[^>]*(?:/?>|>.*?</input>)", re.DOTALL | re.IGNORECASE),
    "A": re.compile(r"<a\s+[^>]*(?:/>|>.*?</a>)", re.DOTALL | re.IGNORECASE),
    "IMG": re.compile(r"<img\s[^>]*?>", re.DOTALL | re.IGNORECASE),
}


def media_type(response: HttpResponseMessage) -> str:
    """The content type without its parameters, folded."""
    return (response.header("content-type") or "").partition(";")[0].strip().lower()


def is_json(kind: str) -> bool:
    """Whether a media type means JSON; scripts count, since servers send JSON as such."""
    return kind in _JSON


def is_xml(kind: str) -> bool:
    """Whether a media type means XML."""
    return kind in _XML or kind.endswith("+xml")


def is_text(kind: str) -> bool:
    """Whether the body is shown as text."""
    return kind.startswith("text/") or is_xml(kind) or is_json(kind)


def charset(response: HttpResponseMessage) -> str | None:
    """The character set that the content type names."""
    found = re.search(
        r"""charset\s*=\s*["']?([^\s;"']+)""", response.header("content-type") or "", re.IGNORECASE
    )
    return found.group(1) if found else None


def decoded(response: HttpResponseMessage) -> tuple[str, str]:
    """(text, codec): by the content type, else by what the text declares, else UTF-8."""
    data = response.data
    named = _codec(charset(response))
    if named is not None:
        return data.decode(named, "replace").removeprefix("\ufeff"), named
    text = data.decode("utf-8", "replace")
    declared = _CHARSET.search(text) or _DECLARED.match(text)
    other = _codec(declared.group(1)) if declared else None
    return (data.decode(other, "replace"), other) if other else (text, "utf-8")


def _codec(name: str | None) -> str | None:
    import codecs

    if not name:
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def relation_links(response: HttpResponseMessage) -> dict[str, str]:
    """The Link headers (RFC 8288): relation -> address."""
    found: dict[str, str] = {}
    for name, value in response.pairs:
        if name.lower() != "link":
            continue
        for url, quoted, bare in _LINK.findall(value):
            relation = quoted or bare.strip()
            if url and relation:
                found.setdefault(relation, response.request.request_uri.combined(url).absolute_uri)
    return found


@net_class("Microsoft.PowerShell.Commands.WebResponseObject")
class WebResponseObject:
    """An answer whose body is bytes."""

    ps_members: Any = None

    def __init__(self, response: HttpResponseMessage) -> None:
        self.response = response

    @prop("System.Net.Http.HttpResponseMessage BaseResponse {get;set}")
    def base_response(self) -> HttpResponseMessage:
        return self.response

    @prop("byte[] Content {get}")
    def content(self) -> Any:
        from spshell.dotnet.collections.byte_arrays import byte_array

        return byte_array(self.response.data)

    @prop(
        "System.Collections.Generic.Dictionary[string,System.Collections.Generic.IEnumerable[string]] Headers {get}"
    )
    def headers(self) -> Any:
        return self.response.header_table()

    @prop("string RawContent {get;set}")
    def raw_content(self) -> str:
        return self.raw_head() + "".join(map(_visible, self.response.data))

    def raw_head(self) -> str:
        """The status line and the headers."""
        answer = self.response
        lines = [f"{name}: {value}" for name, values in answer.ordered() for value in values]
        return "\n".join([f"HTTP/1.1 {answer.status} {answer.reason}", *lines, "", ""])

    @prop("long RawContentLength {get}")
    def raw_content_length(self) -> Int64:
        return Int64(len(self.response.data))

    @prop("System.IO.MemoryStream RawContentStream {get}")
    def raw_content_stream(self) -> Any:
        from spshell.dotnet.text.streams import MemoryStream

        return MemoryStream(self.response.data)

    @prop("System.Collections.Generic.Dictionary[string,string] RelationLink {get}")
    def relation_link(self) -> Any:
        from spshell.dotnet.reflection.members import construct, get_static
        from spshell.values.conversion import resolve_type_name

        kind = resolve_type_name("System.Collections.Generic.Dictionary[string,string]")
        comparer = get_static(resolve_type_name("System.StringComparer"), "OrdinalIgnoreCase")
        table = construct(kind, [comparer])
        for relation, address in relation_links(self.response).items():
            table.table[relation] = address
        return table

    @prop("int StatusCode {get}")
    def status_code(self) -> int:
        return self.response.status

    @prop("string StatusDescription {get}")
    def status_description(self) -> str:
        return str(self.response.reason)

    def ps_text(self) -> str:
        return "".join(map(_visible, self.response.data))


@net_class("Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject")
class BasicHtmlWebResponseObject(WebResponseObject):
    """An answer whose body is text."""

    def __init__(self, response: HttpResponseMessage) -> None:
        super().__init__(response)
        self.text, self.codec = decoded(response)

    @prop("string Content {get}")
    def content(self) -> str:
        return self.text

    @prop("System.Text.Encoding Encoding {get}")
    def encoding(self) -> Any:
        from spshell.dotnet.text.encodings import named

        return named(self.codec)

    @prop("string RawContent {get;set}")
    def raw_content(self) -> str:
        return self.raw_head() + self.text

    @prop("System.Object[] InputFields {get}")
    def input_fields(self) -> list[Any]:
        return self._elements("INPUT")

    @prop("System.Object[] Links {get}")
    def links(self) -> list[Any]:
        return self._elements("A")

    @prop("System.Object[] Images {get}")
    def images(self) -> list[Any]:
        return self._elements("IMG")

    def ps_text(self) -> str:
        return self.text

    def _elements(self, tag: str) -> list[Any]:
        return [_element(match.group(), tag) for match in _ELEMENTS[tag].finditer(self.text)]


def response_object(response: HttpResponseMessage) -> WebResponseObject:
    """The object for an answer: with text when its type says so."""
    made = BasicHtmlWebResponseObject if is_text(media_type(response)) else WebResponseObject
    return made(response)


def _element(html: str, tag: str) -> Any:
    from spshell.values.objects import PSCustomObject

    members: dict[str, Any] = {"outerHTML": html, "tagName": tag}
    opening = _TAG.match(html)
    for name, double, single, bare in _ATTRIBUTE.findall(opening.group() if opening else ""):
        if name.lower() not in map(str.lower, members):
            members[name] = double or single or bare or None
    return PSCustomObject(members)


def _visible(byte: int) -> str:
    return chr(byte) if 32 <= byte < 127 or byte in (9, 10, 13) else "."

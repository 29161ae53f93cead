"""System.Net.Http's messages: what was asked and what came back, as errors and responses show them."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.values.declare import field, method, net_class, prop

_CONTENT_HEADERS = frozenset({"allow", "expires", "last-modified"})
"""With everything that starts with Content-, they belong to the content."""
_H = "System.Net.Http."


@net_class(_H + "HttpMethod")
class HttpMethod:
    """GET, POST and the like."""

    method_name = field("string Method {get}", default="GET")
    ps_members: Any = None

    def __init__(self, name: str) -> None:
        self.method_name = name

    def ps_text(self) -> str:
        return str(self.method_name)


@net_class(_H + "HttpRequestMessage")
class HttpRequestMessage:
    """What was sent."""

    request_uri = field("uri RequestUri {get}")
    http_method = field("System.Net.Http.HttpMethod Method {get}")
    ps_members: Any = None

    def __init__(self, verb: str, uri: Any) -> None:
        self.request_uri = uri
        self.http_method = HttpMethod(verb)

    def ps_text(self) -> str:
        return f"Method: {self.http_method.method_name}, RequestUri: '{self.request_uri.ps_text()}'"


@net_class(_H + "HttpContent")
class HttpContent:
    """The body of an answer."""

    ps_members: Any = None

    def __init__(self, data: bytes) -> None:
        self.data = data

    @method("byte[] ReadAsByteArray()")
    def read_bytes(self) -> Any:
        from spshell.dotnet.collections.byte_arrays import byte_array

        return byte_array(self.data)


@net_class(_H + "HttpResponseMessage")
class HttpResponseMessage:
    """What came back; ``pairs`` are the header lines in order, ``data`` the body."""

    request = field("System.Net.Http.HttpRequestMessage RequestMessage {get}")
    reason = field("string ReasonPhrase {get}", default="")
    ps_members: Any = None

    def __init__(
        self, status: int, reason: str, pairs: list[tuple[str, str]], data: bytes, request: HttpRequestMessage
    ) -> None:
        self.status = status
        self.reason = reason
        self.pairs = pairs
        self.data = data
        self.request = request

    @prop("System.Net.HttpStatusCode StatusCode {get}")
    def status_code(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        return convert(self.status, resolve_type_name("System.Net.HttpStatusCode"))

    @prop("bool IsSuccessStatusCode {get}")
    def is_success(self) -> bool:
        return 200 <= self.status <= 299

    @prop(
        "System.Collections.Generic.Dictionary[string,System.Collections.Generic.IEnumerable[string]] Headers {get}"
    )
    def headers(self) -> Any:
        return self.header_table()

    @prop("System.Net.Http.HttpContent Content {get}")
    def content(self) -> HttpContent:
        return HttpContent(self.data)

    @prop("version Version {get}")
    def version(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        return convert("1.1", resolve_type_name("version"))

    def header(self, name: str) -> str | None:
        """The first line of a header."""
        return next((value for key, value in self.pairs if key.lower() == name), None)

    def ordered(self) -> list[tuple[str, list[str]]]:
        """Headers by name: those of the message, then those of its content."""
        found: dict[str, tuple[str, list[str]]] = {}
        for name, value in self.pairs:
            found.setdefault(name.lower(), (name, []))[1].append(value)
        return sorted(found.values(), key=lambda entry: _is_of_content(entry[0]))

    def header_table(self) -> Any:
        """The headers as a dictionary that ignores case."""
        from spshell.dotnet.reflection.members import construct, get_static
        from spshell.values.conversion import resolve_type_name

        kind = "System.Collections.Generic.Dictionary[string,System.Collections.Generic.IEnumerable[string]]"
        comparer = get_static(resolve_type_name("System.StringComparer"), "OrdinalIgnoreCase")
        table = construct(resolve_type_name(kind), [comparer])
        for name, values in self.ordered():
            table.table[name] = typed_array("System.String", values)
        return table


def _is_of_content(name: str) -> bool:
    folded = name.lower()
    return folded.startswith("content-") or folded in _CONTENT_HEADERS

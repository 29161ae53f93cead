"""System.Uri, System.UriBuilder and System.Net.WebUtility (RFC 3986)."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import typed_array
from spshell.dotnet.net.uri_parsing import PORTS, Parts, escape_data, parse, split, unescape
from spshell.dotnet.system.enumerations import enum_value
from spshell.dotnet.system.errors import argument_null, invalid_operation, out_of_range, thrown
from spshell.values.declare import constructor, method, net_class, prop


def _fault(text: Any) -> Exception:
    return thrown("System.UriFormatException", "UriFormat", text)


@net_class("System.Uri", ps_name="uri", interfaces=("System.IFormattable",))
class Uri:
    """An absolute or relative URI; immutable."""

    def __init__(self, original: str, parts: Parts | None) -> None:
        self.original = original
        self.parts = parts
        self.ps_members: Any = None

    def absolute(self) -> Parts:
        """The parts; raises InvalidOperationException for a relative URI."""
        if self.parts is None:
            raise invalid_operation("This operation needs an absolute URI.")
        return self.parts

    def ps_text(self) -> str:
        return self.original if self.parts is None else self.parts.display()

    to_string = ps_text

    def net_equals(self, other: Uri) -> bool:
        return self == other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Uri):
            return False
        if self.parts is None or other.parts is None:
            return self.parts is other.parts and self.original == other.original
        return self.parts.key() == other.parts.key()

    def __hash__(self) -> int:
        return hash(self.original if self.parts is None else self.parts.key())

    @constructor(
        "(string uriString)",
        "(string uriString, System.UriKind uriKind)",
        "(uri baseUri, string relativeUri)",
        "(uri baseUri, uri relativeUri)",
    )
    @staticmethod
    def create(first: Any, second: Any = None) -> Uri:
        if first is None:
            raise argument_null("uriString")
        if isinstance(first, Uri):
            return first.combined(second.original if isinstance(second, Uri) else second or "")
        kind = "Absolute" if second is None else second.name
        found = make(first, kind)
        if found is None:
            raise _fault(first)
        return found

    def combined(self, relative: str) -> Uri:
        """A reference resolved against this URI (RFC 3986 §5.2)."""
        base = self.absolute()
        direct = parse(relative)
        if direct is not None and not relative.startswith("/"):
            return Uri(direct.absolute_uri(), direct)
        merged = base.resolve(relative)
        return Uri(merged.absolute_uri(), merged)

    @prop("string AbsolutePath {get}")
    def absolute_path(self) -> str:
        path = self.absolute().path
        return path[1:] if _is_drive_path(self.absolute()) else path

    @prop("string AbsoluteUri {get}")
    def absolute_uri(self) -> str:
        return self.absolute().absolute_uri()

    @prop("string LocalPath {get}")
    def local_path(self) -> str:
        parts = self.absolute()
        path = unescape(parts.path)
        if _is_drive_path(parts):
            return path[1:].replace("/", "\\")
        return f"\\\\{parts.host}{path}".replace("/", "\\") if parts.scheme == "file" and parts.host else path

    @prop("string Authority {get}")
    def authority(self) -> str:
        return self.absolute().authority()

    @prop("System.UriHostNameType HostNameType {get}")
    def host_name_type(self) -> Any:
        return enum_value("System.UriHostNameType", self.absolute().host_type())

    @prop("bool IsDefaultPort {get}")
    def is_default_port(self) -> bool:
        return self.absolute().port == PORTS.get(self.absolute().scheme, -1)

    @prop("bool IsFile {get}")
    def is_file(self) -> bool:
        return self.absolute().scheme == "file"

    @prop("bool IsLoopback {get}")
    def is_loopback(self) -> bool:
        parts = self.absolute()
        return (
            parts.host in ("localhost", "loopback", "[::1]")
            or parts.host.startswith("127.")
            or (parts.scheme == "file" and not parts.host)
        )

    @prop("string PathAndQuery {get}")
    def path_and_query(self) -> str:
        return self.absolute().path + self.absolute().query

    @prop("string[] Segments {get}")
    def segments(self) -> Any:
        path = self.absolute().path
        pieces: list[str] = []
        start = 0
        while start < len(path):
            end = path.find("/", start)
            end = len(path) if end < 0 else end + 1
            pieces.append(path[start:end])
            start = end
        return typed_array("System.String", pieces)

    @prop("bool IsUnc {get}")
    def is_unc(self) -> bool:
        return self.absolute().scheme == "file" and bool(self.absolute().host)

    @prop("string Host {get}")
    def host(self) -> str:
        return self.absolute().host

    @prop("int Port {get}")
    def port(self) -> int:
        return self.absolute().port

    @prop("string Query {get}")
    def query(self) -> str:
        return self.absolute().query

    @prop("string Fragment {get}")
    def fragment(self) -> str:
        return self.absolute().fragment

    @prop("string Scheme {get}")
    def scheme(self) -> str:
        return self.absolute().scheme

    @prop("string OriginalString {get}")
    def original_string(self) -> str:
        return self.original

    @prop("string DnsSafeHost {get}")
    def dns_safe_host(self) -> str:
        return self.absolute().host.strip("[]")

    @prop("string IdnHost {get}")
    def idn_host(self) -> str:
        host = self.absolute().host.strip("[]")
        return host if host.isascii() else host.encode("idna").decode()

    @prop("bool IsAbsoluteUri {get}")
    def is_absolute_uri(self) -> bool:
        return self.parts is not None

    @prop("bool UserEscaped {get}")
    def user_escaped(self) -> bool:
        return False

    @prop("string UserInfo {get}")
    def user_info(self) -> str:
        return self.absolute().user

    @method("bool IsWellFormedOriginalString()")
    def is_well_formed(self) -> bool:
        return self.parts is None or self.parts.well_formed(self.original)

    @method("static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)")
    @staticmethod
    def is_well_formed_string(text: str | None, kind: Any) -> bool:
        found = None if text is None else make(text, kind.name)
        if found is None or (found.parts is not None and split(found.original)[0] == ""):
            return False  # a path alone is no text of a URI
        return bool(found.is_well_formed())

    @method("string GetComponents(System.UriComponents components, System.UriFormat format)")
    def get_components(self, components: Any, form: Any) -> str:
        from spshell.dotnet.net.uri_components import components_text

        text = components_text(self.absolute(), components.value)
        return text if form.name == "UriEscaped" else unescape(text)

    @method(
        "static bool TryCreate(string uriString, System.UriKind uriKind, out uri result)",
        "static bool TryCreate(uri baseUri, string relativeUri, out uri result)",
        "static bool TryCreate(uri baseUri, uri relativeUri, out uri result)",
    )
    @staticmethod
    def try_create(first: Any, second: Any, result: Any) -> bool:
        from spshell.values.exceptions import NetException

        try:
            result.value = Uri.create(first, second)
        except NetException:
            result.value = None
            return False
        return True

    @method("static string EscapeDataString(string stringToEscape)")
    @staticmethod
    def escape_data_string(text: str | None) -> str:
        if text is None:
            raise argument_null("stringToEscape")
        return escape_data(text)

    @method("static string UnescapeDataString(string stringToUnescape)")
    @staticmethod
    def unescape_data_string(text: str | None) -> str:
        if text is None:
            raise argument_null("stringToUnescape")
        return unescape(text)

    @method("static string EscapeUriString(string stringToEscape)")
    @staticmethod
    def escape_uri_string(text: str) -> str:
        return escape_data(text, keep=";/?:@&=+$,#[]!'()*%")

    @method("static System.UriHostNameType CheckHostName(string name)")
    @staticmethod
    def check_host_name(name: str | None) -> Any:
        parts = Parts()
        parts.host = name or ""
        return enum_value("System.UriHostNameType", parts.host_type() if name else "Unknown")

    @method("static bool CheckSchemeName(string schemeName)")
    @staticmethod
    def check_scheme_name(name: str | None) -> bool:
        return bool(name) and str(name)[0].isalpha() and all(c.isalnum() or c in "+-." for c in str(name))

    @method("bool IsBaseOf(uri uri)")
    def is_base_of(self, other: Uri) -> bool:
        base, inner = self.absolute(), other.absolute()
        folder = base.path.rpartition("/")[0] + "/"
        return (base.scheme, base.authority()) == (inner.scheme, inner.authority()) and inner.path.startswith(
            folder
        )

    @method("uri MakeRelativeUri(uri uri)")
    def make_relative_uri(self, other: Uri) -> Uri:
        import posixpath

        base, target = self.absolute(), other.absolute()
        if (base.scheme, base.authority()) != (target.scheme, target.authority()):
            return other
        folder = base.path.rpartition("/")[0] or "/"
        path = posixpath.relpath(target.path, folder)
        if target.path.endswith("/") and not path.endswith("/"):
            path += "/"
        text = (
            "" if path in (".", "./") and folder.rstrip("/") == target.path.rstrip("/") else path
        ) + target.query
        return Uri(text + target.fragment, None)

    @method("string GetLeftPart(System.UriPartial part)")
    def get_left_part(self, part: Any) -> str:
        parts = self.absolute()
        separator = "://" if parts.has_authority else ":"
        text = parts.scheme + separator
        if part.name == "Scheme":
            return text
        text += (f"{parts.user}@" if parts.user else "") + parts.authority()
        if part.name == "Authority":
            return text if parts.has_authority else ""
        text += parts.path
        return text if part.name == "Path" else text + parts.query

    @method("string ToString()")
    def text(self) -> str:
        return self.ps_text()


for _name, _value in (
    ("UriSchemeHttp", "http"),
    ("UriSchemeHttps", "https"),
    ("UriSchemeFtp", "ftp"),
    ("UriSchemeFile", "file"),
    ("UriSchemeMailto", "mailto"),
    ("UriSchemeNetTcp", "net.tcp"),
    ("SchemeDelimiter", "://"),
):
    setattr(
        Uri, "constant_" + _name.lower(), prop(f"static string {_name} {{get}}")(lambda value=_value: value)
    )


def _is_drive_path(parts: Parts) -> bool:
    """Whether this is a path of Windows with a drive letter."""
    path = parts.path
    return parts.scheme == "file" and len(path) > 2 and path[1].isalpha() and path[2] in ":|"


def make(text: str, kind: str) -> Uri | None:
    """A URI of a kind (Absolute, Relative, RelativeOrAbsolute); None when the text is none."""
    trimmed = text.strip()
    rooted = trimmed.startswith("/")
    parts = parse(trimmed) if kind == "Absolute" or (kind != "Relative" and not rooted) else None
    if parts is not None:
        return Uri(text, parts)
    if kind == "Absolute" or (kind == "RelativeOrAbsolute" and split(trimmed)[0] and "://" in trimmed):
        return None
    return Uri(text, None)


def _from_text(text: str) -> Uri:
    """[uri]'text' takes absolute and relative URIs."""
    from spshell.values.messages import cast_fault

    found = make(text, "RelativeOrAbsolute")
    if found is None:
        inner = thrown("System.UriFormatException", "UriFormat", text)
        raise cast_fault(
            "InvalidCastFromStringToUri",
            "InvalidCastExceptionWithInnerException",
            text,
            "System.Uri",
            inner.message,
            inner=inner,
        )
    return found


Uri.net_type.parse = _from_text  # type: ignore[attr-defined]  # net_class gives it


@net_class("System.UriBuilder")
class UriBuilder:
    """Builds a URI from parts that can be set."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {
            "Scheme": "http",
            "Host": "localhost",
            "Port": -1,
            "Path": "/",
            "Query": "",
            "Fragment": "",
            "UserName": "",
            "Password": "",
        }

    @constructor(
        "()",
        "(string uri)",
        "(uri uri)",
        "(string schemeName, string hostName)",
        "(string scheme, string host, int portNumber)",
        "(string scheme, string host, int port, string pathValue)",
        "(string scheme, string host, int port, string path, string extraValue)",
    )
    @staticmethod
    def create(*arguments: Any) -> UriBuilder:
        made = UriBuilder()
        if len(arguments) == 1:
            source = arguments[0]
            if source is None:
                raise argument_null("uri")
            if not isinstance(source, Uri):
                found = make(source, "Absolute") or make("http://" + source, "Absolute")
                if found is None:
                    raise _fault(source)
                source = found
            parts = source.absolute()
            user, _, password = parts.user.partition(":")
            made.values.update(
                Scheme=parts.scheme, Host=parts.host, Port=parts.port, Path=parts.path, Query=parts.query,
                Fragment=parts.fragment, UserName=user, Password=password,
            )  # fmt: skip
            return made
        for name, value in zip(("Scheme", "Host", "Port", "Path", "Query"), arguments, strict=False):
            made.put(name, value)
        return made

    def put(self, name: str, value: Any) -> None:
        if name == "Port":
            if not -1 <= value <= 65535:
                raise out_of_range("value", value)
        elif name == "Path":
            value = "/" + (value or "").lstrip("/")
        elif name in ("Query", "Fragment"):
            sign = "?" if name == "Query" else "#"
            value = value if not value or value.startswith(sign) else sign + value
        elif name == "Scheme":
            value = (value or "").partition(":")[0].lower()
        self.values[name] = value if value is not None else ""

    def ps_text(self) -> str:
        values = self.values
        user = values["UserName"] + (f":{values['Password']}" if values["Password"] else "")
        port = f":{values['Port']}" if values["Port"] != -1 else ""
        head = f"{values['Scheme']}://{user + '@' if user else ''}{values['Host']}{port}"
        return f"{head}{values['Path']}{values['Query']}{values['Fragment']}"

    to_string = ps_text

    @prop("uri Uri {get}")
    def uri(self) -> Uri:
        found: Uri = Uri.create(self.ps_text())
        return found

    @method("string ToString()")
    def text(self) -> str:
        return self.ps_text()


def _builder_property(name: str, kind: str) -> Any:
    made = prop(f"{kind} {name} {{get;set}}")(lambda builder: builder.values[name])
    return made.setter(lambda builder, value: builder.put(name, value))


for _name, _kind in (
    ("Scheme", "string"),
    ("UserName", "string"),
    ("Password", "string"),
    ("Host", "string"),
    ("Port", "int"),
    ("Path", "string"),
    ("Query", "string"),
    ("Fragment", "string"),
):
    setattr(UriBuilder, "part_" + _name.lower(), _builder_property(_name, _kind))


@net_class("System.Net.WebUtility", kind="static")
class WebUtility:
    """Text for HTML and for query strings."""

    @method("static string HtmlEncode(string value)")
    @staticmethod
    def html_encode(text: str | None) -> Any:
        if text is None:
            return None
        import html

        escaped = html.escape(text, quote=True).replace("&#x27;", "&#39;")
        return "".join(f"&#{ord(c)};" if 160 <= ord(c) < 256 or ord(c) > 0xFFFF else c for c in escaped)

    @method("static string HtmlDecode(string value)")
    @staticmethod
    def html_decode(text: str | None) -> Any:
        import html

        return None if text is None else html.unescape(text)

    @method("static string UrlEncode(string value)")
    @staticmethod
    def url_encode(text: str | None) -> Any:
        from urllib.parse import quote_plus

        return None if text is None else quote_plus(text, safe="!()*-._").replace("~", "%7E")

    @method("static string UrlDecode(string encodedValue)")
    @staticmethod
    def url_decode(text: str | None) -> Any:
        from urllib.parse import unquote_plus

        return None if text is None else unquote_plus(text)

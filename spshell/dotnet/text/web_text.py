"""System.Web.HttpUtility: text for HTML, query strings and JavaScript."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array, to_bytes
from spshell.values.declare import method, net_class

_UNCHANGED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*()")


@net_class("System.Web.HttpUtility")
class HttpUtility:
    """Encodes and decodes as ASP.NET does: lower-case hexadecimal digits, blanks as plus signs."""

    @method(
        "static string UrlEncode(string str)", "static string UrlEncode(string str, System.Text.Encoding e)"
    )
    @staticmethod
    def url_encode(text: str | None, encoding: Any = None) -> Any:
        if text is None:
            return None
        data = text.encode("utf-8", "replace") if encoding is None else encoding.encode(text)
        return HttpUtility.url_encode_bytes(data)

    @method("static string UrlEncode(byte[] bytes)")
    @staticmethod
    def url_encode_bytes(data: Any) -> Any:
        if data is None:
            return None
        return "".join(
            "+" if byte == 32 else chr(byte) if byte in _UNCHANGED else f"%{byte:02x}"
            for byte in (data if isinstance(data, bytes) else to_bytes(data))
        )

    @method("static byte[] UrlEncodeToBytes(string str)")
    @staticmethod
    def url_encode_to_bytes(text: str | None) -> Any:
        return None if text is None else byte_array(HttpUtility.url_encode(text).encode("ascii"))

    @method(
        "static string UrlDecode(string str)", "static string UrlDecode(string str, System.Text.Encoding e)"
    )
    @staticmethod
    def url_decode(text: str | None, encoding: Any = None) -> Any:
        from urllib.parse import unquote_plus

        if text is None:
            return None
        return unquote_plus(text, "utf-8" if encoding is None else encoding.codec, "replace")

    @method("static string UrlPathEncode(string str)")
    @staticmethod
    def url_path_encode(text: str | None) -> Any:
        if text is None:
            return None
        path, mark, query = text.partition("?")
        encoded = "".join(
            chr(byte) if 0x21 <= byte < 0x7F else f"%{byte:02x}" for byte in path.encode("utf-8", "replace")
        )
        return encoded + mark + query

    @method("static string HtmlEncode(string s)")
    @staticmethod
    def html_encode(text: str | None) -> Any:
        from spshell.dotnet.net.uris import WebUtility

        return WebUtility.html_encode(text)

    @method("static string HtmlDecode(string s)")
    @staticmethod
    def html_decode(text: str | None) -> Any:
        from spshell.dotnet.net.uris import WebUtility

        return WebUtility.html_decode(text)

    @method("static string HtmlAttributeEncode(string s)")
    @staticmethod
    def html_attribute_encode(text: str | None) -> Any:
        if text is None:
            return None
        for character, name in (("&", "&amp;"), ('"', "&quot;"), ("'", "&#39;"), ("<", "&lt;")):
            text = text.replace(character, name)
        return text

    @method(
        "static string JavaScriptStringEncode(string value)",
        "static string JavaScriptStringEncode(string value, bool addDoubleQuotes)",
    )
    @staticmethod
    def javascript_string_encode(text: str | None, quotes: bool = False) -> str:
        inner = "".join(_JAVASCRIPT.get(c) or (f"\\u{ord(c):04x}" if c < " " else c) for c in text or "")
        return f'"{inner}"' if quotes else inner

    @method(
        "static System.Collections.Specialized.NameValueCollection ParseQueryString(string query)",
        "static System.Collections.Specialized.NameValueCollection"
        " ParseQueryString(string query, System.Text.Encoding encoding)",
    )
    @staticmethod
    def parse_query_string(query: str | None, encoding: Any = None) -> Any:
        from spshell.dotnet.collections.name_values import QueryValues
        from spshell.dotnet.system.errors import argument_null

        if query is None:
            raise argument_null("query")
        found = QueryValues()
        text = query.removeprefix("?")
        for part in text.split("&") if text else ():
            name, equals, value = part.partition("=")
            if equals:
                found.add(HttpUtility.url_decode(name, encoding), HttpUtility.url_decode(value, encoding))
            else:
                found.add(None, HttpUtility.url_decode(name, encoding))
        return found


_JAVASCRIPT = {
    "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\",
    "'": "\\u0027", "<": "\\u003c", ">": "\\u003e", "&": "\\u0026",
    "\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029",
}  # fmt: skip

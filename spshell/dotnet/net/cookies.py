"""System.Net.Cookie and CookieContainer: what a web session remembers (RFC 6265)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from spshell.values.declare import constructor, field, method, net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterable


@net_class("System.Net.Cookie")
class Cookie:
    """One cookie."""

    name = field("string Name {get;set}", default="")
    value = field("string Value {get;set}", default="")
    path = field("string Path {get;set}", default="")
    domain = field("string Domain {get;set}", default="")
    secure = field("bool Secure {get;set}", default=False)
    http_only = field("bool HttpOnly {get;set}", default=False)
    ps_members: Any = None

    def __init__(self, name: str = "", value: str = "", path: str = "", domain: str = "") -> None:
        self.name, self.value, self.path, self.domain = name, value, path, domain

    @constructor(
        "()",
        "(string name, string value)",
        "(string name, string value, string path)",
        "(string name, string value, string path, string domain)",
    )
    @staticmethod
    def create(name: str = "", value: str = "", path: str = "", domain: str = "") -> Cookie:
        return Cookie(name, value, path, domain)

    def ps_text(self) -> str:
        return f"{self.name}={self.value}"

    def fits(self, host: str, path: str, *, secure: bool) -> bool:
        """Whether the cookie goes along with a request."""
        domain = self.domain.lower().lstrip(".")
        same = host.lower() == domain or (self.domain.startswith(".") and host.lower().endswith("." + domain))
        root = self.path or "/"
        below = path == root or path.startswith(root if root.endswith("/") else root + "/")
        return same and below and (secure or not self.secure)


@net_class("System.Net.CookieContainer")
class CookieContainer:
    """The cookies of a session."""

    ps_members: Any = None

    def __init__(self) -> None:
        self.cookies: list[Cookie] = []

    @constructor("()")
    @staticmethod
    def create() -> CookieContainer:
        return CookieContainer()

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.cookies)

    @method("void Add(System.Net.Cookie cookie)", "void Add(uri uri, System.Net.Cookie cookie)")
    def add(self, first: Any, second: Any = None) -> None:
        cookie = first if second is None else second
        if second is not None:
            cookie.domain = cookie.domain or first.host
            cookie.path = cookie.path or "/"
        self.keep(cookie)

    @method("System.Net.CookieCollection GetCookies(uri uri)", "System.Net.CookieCollection GetAllCookies()")
    def get_cookies(self, uri: Any = None) -> list[Cookie]:
        return list(self.cookies) if uri is None else self.for_request(uri)

    def keep(self, cookie: Cookie) -> None:
        """Store a cookie in place of the one with its name, domain and path."""
        key = (cookie.name, cookie.domain.lower(), cookie.path)
        self.cookies = [old for old in self.cookies if (old.name, old.domain.lower(), old.path) != key]
        self.cookies.append(cookie)

    def for_request(self, uri: Any) -> list[Cookie]:
        """The cookies that go to an address."""
        return [c for c in self.cookies if c.fits(uri.host, uri.absolute_path, secure=uri.scheme == "https")]

    def take(self, uri: Any, headers: Iterable[str]) -> None:
        """Keep what the Set-Cookie headers of an answer say."""
        for header in headers:
            pair, *attributes = header.split(";")
            name, equals, value = pair.strip().partition("=")
            if not equals or not name:
                continue
            cookie = Cookie(name.strip(), value.strip(), "/", uri.host)
            expired = _describe(cookie, attributes)
            self.keep(cookie)
            if expired:
                self.cookies.remove(cookie)


def _describe(cookie: Cookie, attributes: list[str]) -> bool:
    """Give a cookie its attributes; whether they say that it is over."""
    expired = False
    for attribute in attributes:
        name, _, value = attribute.strip().partition("=")
        folded = name.lower()
        if folded == "path" and value.startswith("/"):
            cookie.path = value
        elif folded == "domain" and value:
            cookie.domain = "." + value.lstrip(".")
        elif folded == "secure":
            cookie.secure = True
        elif folded == "httponly":
            cookie.http_only = True
        elif folded == "max-age":
            expired = not value.isdigit() or int(value) == 0
        elif folded == "expires":
            expired = expired or _is_past(value)
    return expired


def _is_past(text: str) -> bool:
    from datetime import datetime
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return False
    return when.replace(tzinfo=when.tzinfo or UTC) < datetime.now(UTC)

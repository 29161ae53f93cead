"""What a web request takes from, and leaves in, a session (-WebSession, -SessionVariable)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.net.cookies import CookieContainer
from spshell.values.declare import constructor, field, net_class, prop

if TYPE_CHECKING:
    from spshell.values.hashtable import Hashtable


@net_class("Microsoft.PowerShell.Commands.WebRequestSession")
class WebRequestSession:
    """Headers, cookies, credentials and limits that several requests share."""

    user_agent = field("string UserAgent {get;set}")
    credentials = field("System.Net.NetworkCredential Credentials {get;set}")
    use_default_credentials = field("bool UseDefaultCredentials {get;set}", default=False)
    maximum_redirection = field("int MaximumRedirection {get;set}", default=-1)
    maximum_retry_count = field("int MaximumRetryCount {get;set}", default=0)
    retry_interval = field("int RetryIntervalInSeconds {get;set}", default=5)
    proxy = field("System.Object Proxy {get;set}")
    ps_members: Any = None

    def __init__(self) -> None:
        self.user_agent = default_user_agent()
        self._cookies = CookieContainer()
        self._headers: Any = None

    @constructor("()")
    @staticmethod
    def create() -> WebRequestSession:
        return WebRequestSession()

    @prop("System.Net.CookieContainer Cookies {get;set}")
    def cookies(self) -> CookieContainer:
        return self._cookies

    @cookies.setter
    def set_cookies(self, value: CookieContainer) -> None:
        self._cookies = value

    @prop("System.Collections.Generic.Dictionary[string,string] Headers {get}")
    def headers(self) -> Any:
        if self._headers is None:
            from spshell.dotnet.reflection.members import construct, get_static
            from spshell.values.conversion import resolve_type_name

            kind = resolve_type_name("System.Collections.Generic.Dictionary[string,string]")
            comparer = get_static(resolve_type_name("System.StringComparer"), "OrdinalIgnoreCase")
            self._headers = construct(kind, [comparer])
        return self._headers

    @property
    def table(self) -> Hashtable:
        """The headers as Python code uses them."""
        return self.headers.table  # type: ignore[no-any-return]  # the dictionary's own table

    def keep_header(self, name: str, value: str) -> None:
        """Set a header for this and later requests."""
        self.table[name] = value


def default_user_agent() -> str:
    """What requests call themselves unless told otherwise."""
    import platform

    from spshell.engine.host.session_objects import PS_VERSION

    return f"Mozilla/5.0 ({platform.system()}; {platform.platform()}; en-US) PowerShell/{PS_VERSION}"

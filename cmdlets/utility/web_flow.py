"""How a web request gets its answer: redirections, challenges, cookies, retries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cmdlets.utility.web_exchange import Request, Route, basic, exchange
from cmdlets.utility.web_messages import web_fault

if TYPE_CHECKING:
    from cmdlets.utility.web_request_cmdlet import WebRequestCmdlet
    from spshell.dotnet.net.http_messages import HttpResponseMessage

REDIRECTS = frozenset({300, 301, 302, 303, 307, 308})
_LIMIT = 50
_CONTENT = frozenset({"content-type", "content-length", "content-encoding", "content-disposition"})


class WebFlow:
    """The requests that one call of the cmdlet makes."""

    def __init__(self, cmdlet: WebRequestCmdlet) -> None:
        self.cmdlet = cmdlet
        self.web = cmdlet.web
        self.route = _route(cmdlet)

    def get(self, uri: Any) -> HttpResponseMessage:
        """The answer for an address, tried again as -MaximumRetryCount says."""
        from time import sleep

        response = self._followed(self.request(uri))
        for _ in range(self.web.maximum_retry_count):
            if response.status != 304 and not 400 <= response.status <= 599:
                break
            pause = self.web.retry_interval
            wanted = response.header("retry-after") or ""
            if response.status == 429 and wanted.isdigit():
                pause = int(wanted)
            self.cmdlet.write_verbose(f"The server says {response.status}; next try in {pause} seconds.")
            sleep(pause)
            response = self._followed(self.request(uri))
        return response

    def request(self, uri: Any) -> Request:
        """The request that the parameters describe."""
        from cmdlets.utility.web_body import entries_of, form_text
        from spshell.dotnet.net.uris import Uri

        cmdlet = self.cmdlet
        if not uri.is_absolute_uri:
            uri = Uri.create("http://" + uri.original_string)
        verb = cmdlet.custom_method or _verb(cmdlet.method)
        entries = None if cmdlet.body is None else entries_of(cmdlet.body)
        in_query = entries is not None and verb.upper() == "GET"
        if in_query and entries is not None:
            base, query = uri.absolute_uri.partition("#")[0], form_text(entries)
            joint = "&" if len(uri.query) > 1 else ("" if base.endswith("?") else "?")
            uri = Uri.create(base + joint + query)
        request = Request(verb, uri, self._headers(uri), chunked=cmdlet.transfer_encoding is not None)
        self._fill(request, None if in_query else cmdlet.body)
        return request

    def _headers(self, uri: Any) -> list[tuple[str, str]]:
        del uri
        cmdlet = self.cmdlet
        headers = [(name, value) for name, value in self.web.table.items() if name.lower() not in _CONTENT]
        if not any(name.lower() == "user-agent" for name, _ in headers):
            headers.append(("User-Agent", self.web.user_agent or ""))
        if cmdlet.disable_keep_alive:
            headers.append(("Connection", "close"))
        if cmdlet.transfer_encoding not in (None, "chunked"):
            headers.append(("Transfer-Encoding", cmdlet.transfer_encoding))
        if cmdlet.resume:
            headers.append(("Range", f"bytes={self._have()}-"))
        return headers

    def _have(self) -> int:
        import os

        path = self.cmdlet.session.resolve_path(self.cmdlet.out_file)
        return os.path.getsize(path) if os.path.exists(path) else 0

    def _fill(self, request: Request, body: Any) -> None:
        from cmdlets.utility.web_body import FORM_TYPE, body_bytes, entries_of, multipart

        cmdlet = self.cmdlet
        given = {name.lower(): value for name, value in self.web.table.items()}
        kind = cmdlet.content_type or given.get("content-type")
        if kind is None and request.verb in ("POST", "PUT"):
            kind = FORM_TYPE
        if cmdlet.form is not None:
            request.body, kind = multipart(entries_of(cmdlet.form) or [])
        elif body is not None:
            request.body = body_bytes(body, self._codec(kind))
        elif cmdlet.in_file is not None:
            with open(cmdlet.in_file, "rb") as file:
                request.body = file.read()
        elif request.verb != "GET" or cmdlet.content_type is not None:
            request.body = b""
        if kind and request.body is not None:
            request.headers.append(("Content-Type", kind))

    def _codec(self, kind: str | None) -> str:
        import codecs

        if kind is None:
            return "utf-8"
        found = re.search(r"""charset\s*=\s*["']?([^\s;"']*)""", kind, re.IGNORECASE)
        well_formed = re.fullmatch(r"[^\s/;]+/[^\s/;]+\s*(;.*)?", kind.strip())
        try:
            if well_formed:
                return codecs.lookup(found.group(1)).name if found and found.group(1) else "utf-8"
        except LookupError:
            pass
        if self.cmdlet.skip_header_validation:
            return "utf-8"
        raise web_fault("WebCmdletContentTypeException", kind, target=kind)

    def _followed(self, request: Request) -> HttpResponseMessage:
        limit = self.web.maximum_redirection
        left = _LIMIT if limit < 0 else limit
        response = self._signed_in(request)
        while response.status in REDIRECTS and left > 0 and response.header("location"):
            left -= 1
            self._redirect(request, response)
            response = self._signed_in(request)
        return response

    def _redirect(self, request: Request, response: HttpResponseMessage) -> None:
        target = request.uri.combined(response.header("location"))
        if (
            request.uri.scheme == "https"
            and target.scheme == "http"
            and not self.cmdlet.allow_insecure_redirect
        ):
            raise web_fault("InsecureRedirection", target.absolute_uri, target=response.request)
        request.uri = target
        if not self.cmdlet.preserve_authorization_on_redirect:
            request.headers = [pair for pair in request.headers if pair[0].lower() != "authorization"]
        if not self.cmdlet.preserve_http_method_on_redirect and _becomes_get(response.status, request.verb):
            request.verb, request.body = "GET", None
            request.headers = [pair for pair in request.headers if not pair[0].lower().startswith("content-")]

    def _signed_in(self, request: Request) -> HttpResponseMessage:
        """Send; answer a challenge for Basic when there are credentials (RFC 7617)."""
        response = self._sent(request)
        secret = self.web.credentials
        challenges = " ".join(value for name, value in response.pairs if name.lower() == "www-authenticate")
        if response.status == 401 and secret is not None and "basic" in challenges.lower():
            request.headers.append(("Authorization", basic(secret.user_name, secret.password)))
            response = self._sent(request)
        return response

    def _sent(self, request: Request) -> HttpResponseMessage:
        cookies = self.web.cookies.for_request(request.uri)
        plain = list(request.headers)
        if cookies:
            request.headers.append(("Cookie", "; ".join(cookie.ps_text() for cookie in cookies)))
        size = 0 if request.body is None else len(request.body)
        self.cmdlet.write_verbose(f"HTTP/1.1 {request.verb} with {size} bytes of body")
        try:
            response = exchange(request, self.route)
        finally:
            request.headers = plain
        self.cmdlet.write_verbose(
            f"received {len(response.data)} bytes of {response.header('content-type') or 'no type'}"
        )
        self.web.cookies.take(
            request.uri, (value for name, value in response.pairs if name.lower() == "set-cookie")
        )
        return response


def _becomes_get(status: int, verb: str) -> bool:
    if status == 303:
        return verb not in ("GET", "HEAD")
    return status in (300, 301, 302) and verb == "POST"


def _verb(method: Any) -> str:
    name = "Default" if method is None else method.name
    return "GET" if name == "Default" else str(name).upper()


def _route(cmdlet: WebRequestCmdlet) -> Route:
    from spshell.values.text import to_text

    seconds = cmdlet.operation_timeout_seconds or cmdlet.connection_timeout_seconds
    secret = None
    if cmdlet.proxy_credential is not None:
        plain = cmdlet.proxy_credential.get_network_credential()
        secret = (plain.user_name, plain.password)
    versions = "" if cmdlet.ssl_protocol is None else to_text(cmdlet.ssl_protocol)
    return Route(
        timeout=float(seconds) if seconds else None,
        proxy=cmdlet.web.proxy,
        no_proxy=bool(cmdlet.no_proxy),
        proxy_secret=secret,
        skip_certificate_check=bool(cmdlet.skip_certificate_check),
        tls_versions=tuple(
            part.strip() for part in versions.split(",") if part.strip() not in ("", "Default")
        ),
    )

"""One HTTP request and its answer over http.client: connection, proxy, TLS, time limits, compression."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from http.client import HTTPConnection, HTTPResponse
    from ssl import SSLContext

    from spshell.dotnet.net.http_messages import HttpResponseMessage

_TLS_VERSIONS = {"Tls": "TLSv1", "Tls11": "TLSv1_1", "Tls12": "TLSv1_2", "Tls13": "TLSv1_3"}


@dataclass
class Route:
    """How a server is reached."""

    timeout: float | None = None
    proxy: Any = None
    no_proxy: bool = False
    proxy_secret: tuple[str, str] | None = None
    skip_certificate_check: bool = False
    tls_versions: tuple[str, ...] = ()


@dataclass
class Request:
    """What is sent: ``headers`` in order, ``body`` None for none."""

    verb: str
    uri: Any
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes | None = None
    chunked: bool = False


def exchange(request: Request, route: Route) -> HttpResponseMessage:
    """Send a request and read the whole answer. Raises HttpRequestException, TimeoutException."""
    import http.client

    from spshell.dotnet.net.http_messages import HttpRequestMessage, HttpResponseMessage

    asked = HttpRequestMessage(request.verb, request.uri)
    try:
        connection, target = _connect(request.uri, route)
        try:
            _send(connection, request, target)
            answer = connection.getresponse()
            data = _decoded(answer)
        finally:
            connection.close()
    except TimeoutError as error:
        raise _failed(
            "System.TimeoutException", request, f"no answer within {route.timeout:g} seconds"
        ) from error
    except OSError as error:
        raise _unreachable(request, error) from error
    except http.client.HTTPException as error:
        raise _failed(
            "System.Net.Http.HttpRequestException", request, str(error) or type(error).__name__
        ) from error
    return HttpResponseMessage(answer.status, answer.reason, answer.getheaders(), data, asked)


def _unreachable(request: Request, error: OSError) -> Exception:
    """What the operating system says about a server that cannot be reached, with its address."""
    uri, reason = request.uri, error.strerror or str(error)
    inner = fault("System.Net.Sockets.SocketException", reason, "SocketException")
    return fault(
        "System.Net.Http.HttpRequestException",
        f"{reason} ({uri.host}:{uri.port})",
        "WebCmdletWebResponseException",
        "InvalidOperation",
        target=uri,
        inner=inner,
    )


def _failed(net_name: str, request: Request, reason: str) -> Exception:
    uri = request.uri
    error_id = (
        "WebCmdletWebResponseException"
        if net_name.endswith("RequestException")
        else "OperationTimeoutReached"
    )
    category = "InvalidOperation" if error_id.startswith("Web") else "OperationTimeout"
    return fault(
        net_name, f"No answer from {uri.host}:{uri.port}: {reason}", error_id, category, target=request.uri
    )


def _send(connection: HTTPConnection, request: Request, target: str) -> None:
    connection.putrequest(request.verb, target, skip_host=True, skip_accept_encoding=True)
    given = {name.lower() for name, _ in request.headers}
    defaults = [("Host", request.uri.authority), ("Accept-Encoding", "gzip, deflate")]
    for name, value in [*(pair for pair in defaults if pair[0].lower() not in given), *request.headers]:
        connection.putheader(name, value.encode("utf-8"))
    body = request.body
    if body is None:
        connection.endheaders()
    elif request.chunked:
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders([body] if body else [], encode_chunked=True)
    else:
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)


def _connect(uri: Any, route: Route) -> tuple[HTTPConnection, str]:
    """The connection, and how the request line names what is asked for."""
    from http.client import HTTPConnection, HTTPSConnection

    timeout: Any = {"timeout": route.timeout} if route.timeout else {}
    secure, host = uri.scheme == "https", uri.host.strip("[]")
    proxy = _proxy_of(uri, route)
    if proxy is None:
        made = (
            HTTPSConnection(host, uri.port, context=_tls(route), **timeout)
            if secure
            else HTTPConnection(host, uri.port, **timeout)
        )
        return made, uri.path_and_query
    headers = _proxy_headers(route)
    if secure:
        tunnel = HTTPSConnection(proxy[0], proxy[1], context=_tls(route), **timeout)
        tunnel.set_tunnel(host, uri.port, headers)
        return tunnel, uri.path_and_query
    return HTTPConnection(proxy[0], proxy[1], **timeout), uri.absolute_uri.partition("#")[0]


def _proxy_of(uri: Any, route: Route) -> tuple[str, int] | None:
    if route.no_proxy:
        return None
    if route.proxy is not None:
        return route.proxy.host, route.proxy.port
    from urllib.parse import urlsplit
    from urllib.request import getproxies, proxy_bypass

    found = getproxies().get(uri.scheme)
    if not found or proxy_bypass(uri.host):
        return None
    parts = urlsplit(found if "//" in found else "//" + found)
    return (parts.hostname, parts.port or 80) if parts.hostname else None


def _proxy_headers(route: Route) -> dict[str, str]:
    return {} if route.proxy_secret is None else {"Proxy-Authorization": basic(*route.proxy_secret)}


def basic(user: str, password: str) -> str:
    """The value of an Authorization header (RFC 7617)."""
    from base64 import b64encode

    return "Basic " + b64encode(f"{user}:{password}".encode()).decode()


def _tls(route: Route) -> SSLContext:
    import ssl

    context = ssl.create_default_context()
    if route.skip_certificate_check:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    versions = [getattr(ssl.TLSVersion, _TLS_VERSIONS[name]) for name in route.tls_versions]
    if versions:
        context.minimum_version, context.maximum_version = min(versions), max(versions)
    return context


def _decoded(answer: HTTPResponse) -> bytes:
    data = answer.read()
    coding = (answer.getheader("Content-Encoding") or "").lower()
    if not data or coding not in ("gzip", "x-gzip", "deflate"):
        return data
    import zlib

    for window in (47, -15):  # zlib and gzip by their heads, then a bare deflate stream
        try:
            return zlib.decompress(data, window)
        except zlib.error:
            continue
    return data

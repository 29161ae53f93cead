"""What Invoke-WebRequest and Invoke-RestMethod share: their parameters, and how a request is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.web_messages import web_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateRange, ValidateSet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from cmdlets.utility.web_session import WebRequestSession
    from spshell.dotnet.net.http_messages import HttpResponseMessage

_INT_MAX = 2147483647
_PROXIED = {"CustomMethod": SetFlags(), "StandardMethod": SetFlags()}


def _count(low: int = 0) -> list[Any]:
    return [ValidateRange(low, _INT_MAX)]


class WebRequestCmdlet(Cmdlet):
    """A cmdlet that sends HTTP requests."""

    uri: Any = parameter(
        "uri", position=0, mandatory=True, validate=[ValidateNotNullOrEmpty()], help="The address."
    )
    use_basic_parsing: Any = parameter("switch", help="Has no effect; there for older scripts.")
    http_version: Any = parameter("version", help="The version of HTTP; requests go out as 1.1.")
    web_session: Any = parameter(
        "Microsoft.PowerShell.Commands.WebRequestSession", help="The session whose cookies and headers count."
    )
    session_variable: Any = parameter("string", aliases=("SV",), help="The variable that keeps the session.")
    allow_unencrypted_authentication: Any = parameter("switch", help="Let secrets go over plain HTTP.")
    authentication: Any = parameter(
        "Microsoft.PowerShell.Commands.WebAuthenticationType", help="How to sign in, unasked."
    )
    credential: Any = parameter("pscredential", help="The user name and password.")
    use_default_credentials: Any = parameter("switch", help="The credentials of the running user.")
    skip_certificate_check: Any = parameter("switch", help="Take any certificate.")
    ssl_protocol: Any = parameter(
        "Microsoft.PowerShell.Commands.WebSslProtocol", help="The versions of TLS that may be used."
    )
    token: Any = parameter("securestring", help="The token for -Authentication Bearer or OAuth.")
    user_agent: Any = parameter("string", help="What the request calls itself.")
    disable_keep_alive: Any = parameter("switch", help="One connection, one request.")
    connection_timeout_seconds: Any = parameter(
        "int",
        aliases=("TimeoutSec",),
        validate=_count(),
        help="How long to wait for the answer; 0 is for ever.",
    )
    operation_timeout_seconds: Any = parameter(
        "int", validate=_count(), help="How long the server may pause."
    )
    headers: Any = parameter("System.Collections.IDictionary", help="More headers.")
    skip_header_validation: Any = parameter("switch", help="Send headers as they are.")
    allow_insecure_redirect: Any = parameter("switch", help="Follow from HTTPS to HTTP.")
    maximum_redirection: Any = parameter(
        "int", default=-1, validate=_count(), help="How many redirections to follow."
    )
    maximum_retry_count: Any = parameter("int", default=0, validate=_count(), help="How often to try again.")
    preserve_authorization_on_redirect: Any = parameter("switch", help="Keep Authorization on the way.")
    retry_interval_sec: Any = parameter("int", default=5, validate=_count(1), help="Seconds between tries.")
    method: Any = parameter(
        "Microsoft.PowerShell.Commands.WebRequestMethod",
        sets={"StandardMethod": SetFlags(), "StandardMethodNoProxy": SetFlags()},
        help="The method.",
    )
    custom_method: Any = parameter(
        "string",
        sets={"CustomMethod": SetFlags(mandatory=True), "CustomMethodNoProxy": SetFlags(mandatory=True)},
        aliases=("CM",),
        validate=[ValidateNotNullOrEmpty()],
        help="A method that has no name of its own.",
    )
    preserve_http_method_on_redirect: Any = parameter("switch", help="Do not turn POST into GET.")
    no_proxy: Any = parameter(
        "switch",
        sets={
            "CustomMethodNoProxy": SetFlags(mandatory=True),
            "StandardMethodNoProxy": SetFlags(mandatory=True),
        },
        help="Straight to the server.",
    )
    proxy: Any = parameter("uri", sets=dict(_PROXIED), help="The proxy.")
    proxy_credential: Any = parameter("pscredential", sets=dict(_PROXIED), help="For the proxy.")
    proxy_use_default_credentials: Any = parameter(
        "switch", sets=dict(_PROXIED), help="The running user, for the proxy."
    )
    body: Any = parameter(
        "System.Object", from_pipeline=True, help="What is sent; a dictionary is a form or query."
    )
    form: Any = parameter("System.Collections.IDictionary", help="Fields and files of a multipart form.")
    content_type: Any = parameter("string", help="What kind of body it is.")
    transfer_encoding: Any = parameter(
        "string",
        validate=[ValidateSet("chunked", "compress", "deflate", "gzip", "identity")],
        help="How the body travels.",
    )
    in_file: Any = parameter("string", validate=[ValidateNotNullOrEmpty()], help="A file to send.")
    out_file: Any = parameter("string", validate=[ValidateNotNullOrEmpty()], help="Where the answer goes.")
    pass_thru: Any = parameter("switch", help="With -OutFile, write the answer too.")
    resume: Any = parameter("switch", help="Go on with a half-finished file.")
    skip_http_error_check: Any = parameter("switch", help="An answer that tells of an error is an answer.")

    session: Any
    web: WebRequestSession

    def process(self) -> None:
        from cmdlets.utility import web_checks
        from cmdlets.utility.web_flow import WebFlow

        web_checks.check(self)
        self.web = self._prepared()
        self.answer(WebFlow(self))

    def answer(self, flow: Any) -> None:
        """Get what the server says and write it."""
        self.received(flow.get(self.uri))

    def received(self, response: HttpResponseMessage) -> None:
        """Refuse an error, else write or save the answer."""
        from cmdlets.utility.web_flow import REDIRECTS

        complete = response.status == 416 and bool(self.resume)
        if not self.skip_http_error_check and not response.is_success and not complete:
            self._refuse(response)
        self.report(response)
        if self.maximum_redirection == 0 and response.status in REDIRECTS:
            self.write_error(web_fault("MaximumRedirectExceeded", target=response.request))

    def report(self, response: HttpResponseMessage) -> None:
        """Write the answer."""
        raise NotImplementedError

    def save(self, response: HttpResponseMessage) -> None:
        """-OutFile: the bytes as they came, in a folder under the last part of the address."""
        import os

        from cmdlets.utility.data_files import file_path

        path = file_path(self, self.out_file, literal=True)
        if os.path.isdir(path):
            path = os.path.join(
                path, response.request.request_uri.absolute_path.rpartition("/")[2] or "index"
            )
        if response.status == 416:
            self.write_verbose(f"'{path}' is complete already.")
            return
        mode = "ab" if self.resume and response.status == 206 else "wb"
        try:
            with open(path, mode) as file:
                file.write(response.data)
        except OSError as error:
            from spshell.dotnet.io.file_errors import translate

            raise translate(error, path) from error

    def _refuse(self, response: HttpResponseMessage) -> None:
        from cmdlets.utility.web_response import decoded
        from spshell.engine.errors.records import ErrorDetails, ErrorRecord

        error = web_fault(
            "WebCmdletWebResponseException", response.status, response.reason, target=response.request
        )
        error.properties = {"Response": response, "StatusCode": response.status_code}
        error.record = record = ErrorRecord(error, target=response.request)
        text = _readable(decoded(response)[0], response)
        if text:
            record.details = ErrorDetails(text)
        raise error

    def _prepared(self) -> WebRequestSession:
        from cmdlets.utility.web_body import entries_of
        from cmdlets.utility.web_session import WebRequestSession
        from spshell.engine.variables.variables import write
        from spshell.values.text import to_text

        web = self.web_session or WebRequestSession()
        if self.session_variable is not None:
            write(self.scope, self.session_variable, web)
        self._sign_in(web)
        if self.user_agent is not None:
            web.user_agent = self.user_agent
        if self.maximum_redirection >= 0:
            web.maximum_redirection = self.maximum_redirection
        if self.proxy is not None:
            web.proxy = self.proxy
        if self.maximum_retry_count:
            web.maximum_retry_count = self.maximum_retry_count
            web.retry_interval = self.retry_interval_sec
        for name, value in entries_of(self.headers) or [] if self.headers is not None else []:
            if value is not None:
                web.keep_header(to_text(name), to_text(value))
        return web

    def _sign_in(self, web: WebRequestSession) -> None:
        from cmdlets.utility.web_exchange import basic

        kind = "None" if self.authentication is None else self.authentication.name
        if kind == "Basic":
            secret = self.credential.get_network_credential()
            web.keep_header("Authorization", basic(self.credential.user_name, secret.password))
        elif kind in ("Bearer", "OAuth"):
            web.keep_header("Authorization", "Bearer " + self.token.reveal())
        elif self.credential is not None:
            web.credentials = self.credential.get_network_credential()
            web.use_default_credentials = False


def _readable(text: str, response: HttpResponseMessage) -> str:
    """The body of an error answer: JSON indented, HTML without its tags."""
    import json
    import re

    from cmdlets.utility.web_response import is_json, media_type

    if is_json(media_type(response)):
        try:
            return "\n" + json.dumps(json.loads(text), indent=2, ensure_ascii=False)
        except ValueError:
            pass
    return re.sub(r"<[^>]*>", "", text)

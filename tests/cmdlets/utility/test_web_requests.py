"""Invoke-WebRequest and Invoke-RestMethod against a server of this test's own."""

from __future__ import annotations

import gzip
import json
import threading
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from spshell.app import make_session

PAGE = (
    '<html><head><meta charset="iso-8859-1"></head><body>caf\xe9 <a href="/next" class=\'x\'>on</a>'
    '<img src=a.png><input name="q" value="1"></body></html>'
)
FEED = '<?xml version="1.0"?><rss><channel><item><title>one</title></item><item><title>two</title></item></channel></rss>'
FIXED = {
    "/page": ("text/html", PAGE.encode("latin-1")),
    "/feed": ("application/rss+xml", FEED.encode()),
    "/xml": ("application/xml", b"<mail><to>ann</to></mail>"),
    "/text": ("text/plain", b"just text"),
    "/bytes": ("application/octet-stream", bytes(range(4))),
    "/list": ("application/json", b"[1, 2, 3]"),
}


TRIES = []
"""The requests that were refused at first."""


class _Handler(BaseHTTPRequestHandler):
    """Answers with what it was asked, as JSON; some paths have an answer of their own."""

    def log_message(self, *_):
        """Quiet."""

    def _answer(self):
        parts = urlsplit(self.path)
        query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size)
        if parts.path in FIXED:
            kind, data = FIXED[parts.path]
            return self._reply(200, data, [("Content-Type", kind)])
        if parts.path == "/redirect":
            return self._reply(int(query["status"]), b"", [("Location", query["to"])])
        if parts.path == "/status":
            return self._reply(int(query["code"]), b'{"why": "no"}', [("Content-Type", "application/json")])
        if parts.path == "/flaky":
            TRIES.append(self.path)
            return self._reply(503 if len(TRIES) < 3 else 200, b"at last", [("Content-Type", "text/plain")])
        if parts.path == "/cookie":
            return self._reply(200, b"set", [("Set-Cookie", "a=1; Path=/"), ("Set-Cookie", "b=2; Path=/other")])
        if parts.path == "/gzip":
            return self._reply(
                200, gzip.compress(b"packed"), [("Content-Type", "text/plain"), ("Content-Encoding", "gzip")]
            )
        if parts.path == "/auth" and "Authorization" not in self.headers:
            return self._reply(401, b"", [("WWW-Authenticate", 'Basic realm="x"')])
        if parts.path == "/pages":
            number = int(query["n"])
            link = [("Link", f'</pages?n={number + 1}>; rel="next"')] if number < 3 else []
            return self._reply(200, f'{{"n": {number}}}'.encode(), [("Content-Type", "application/json"), *link])
        told = {
            "method": self.command,
            "path": parts.path,
            "query": query,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": body.decode("latin-1"),
        }
        return self._reply(200, json.dumps(told).encode(), [("Content-Type", "application/json; charset=utf-8")])

    def _reply(self, status, data, headers):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def __getattr__(self, name):
        """Every method has the same answer."""
        if name.startswith("do_"):
            return self._answer
        raise AttributeError(name)


@pytest.fixture(scope="module")
def address():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def session(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    made = make_session()
    made.evaluate(f"$u = '{address}'")
    return made


def _told(session, text):
    """What the server was asked by a command of Invoke-RestMethod."""
    return json.loads(session.evaluate(f"{text} | ConvertTo-Json -Depth 5")[0])


def test_a_page_has_its_text_links_images_and_fields(session):
    """The character set is the one that the page declares."""
    assert session.evaluate(
        "$r = Invoke-WebRequest $u/page; $r.GetType().Name; $r.StatusCode; $r.StatusDescription; $r.Content -match 'caf\u00e9';"
        "$r.Links[0].href; $r.Links[0].class; $r.Links[0].outerHTML; $r.Images[0].src; $r.InputFields[0].name;"
        "$r.Headers['content-type'][0]; $r.RawContent.StartsWith('HTTP/1.1 200 OK')"
    ) == [
        "BasicHtmlWebResponseObject", 200, "OK", True, "/next", "x", "<a href=\"/next\" class='x'>on</a>", "a.png", "q",
        "text/html", True,
    ]  # fmt: skip


def test_an_answer_that_is_no_text_is_bytes(session):
    """Content is byte[] and RawContentLength counts them."""
    assert session.evaluate("$r = Invoke-WebRequest $u/bytes; ,$r.Content; $r.RawContentLength") == [
        [0, 1, 2, 3],
        4,
    ]
    assert session.evaluate("(Invoke-WebRequest $u/gzip).Content") == ["packed"]


@pytest.mark.parametrize("method", ["Get", "Post", "Put", "Delete", "Patch", "Options", "Merge"])
def test_the_method_is_sent(session, method):
    """Names of methods go out in capitals; -CustomMethod as it is."""
    assert session.evaluate(f"(Invoke-RestMethod $u/x -Method {method}).method") == [method.upper()]
    assert session.evaluate("(Invoke-RestMethod $u/x -CustomMethod TEST).method") == ["TEST"]


def test_a_dictionary_is_a_query_of_get_and_a_form_of_post(session):
    """Names and values are encoded; null is an empty value."""
    told = _told(session, "Invoke-RestMethod \"$u/x?a=0\" -Body @{ b = 'x &y' }")
    assert told["query"] == {"a": "0", "b": "x &y"} and told["body"] == ""

    told = _told(session, "Invoke-RestMethod $u/x -Method Post -Body ([ordered]@{ b = 'x &y'; c = $null })")
    assert told["body"] == "b=x+%26y&c="
    assert told["headers"]["content-type"] == "application/x-www-form-urlencoded"


def test_text_is_sent_in_the_character_set_of_the_content_type(session):
    """UTF-8 unless it says otherwise; what is no content type is refused."""
    told = _told(session, "'\u00e9' | Invoke-RestMethod $u/x -Method Put -ContentType 'text/plain; charset=iso-8859-1'")
    assert (told["body"], told["headers"]["content-length"]) == ("\u00e9", "1")
    assert _told(session, "Invoke-RestMethod $u/x -Method Put -Body \u00e9")["headers"]["content-length"] == "2"
    assert session.evaluate(
        "try { Invoke-WebRequest $u/x -Method Post -Body b -ContentType foo } catch { $_.FullyQualifiedErrorId }"
    ) == ["WebCmdletContentTypeException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand"]


def test_a_form_sends_fields_and_files(session, tmp_path):
    """Each element of a collection is a field; a FileInfo is a file."""
    (tmp_path / "f.txt").write_text("inside")
    told = _told(
        session, "Invoke-RestMethod $u/x -Method Post -Form @{ a = 'one', 'two'; file = Get-Item f.txt }"
    )
    assert told["headers"]["content-type"].startswith("multipart/form-data; boundary=")
    assert told["body"].count("name=a") == 2 and "filename=f.txt" in told["body"] and "inside" in told["body"]


def test_headers_agents_and_authentication(session):
    """Headers are sent; secrets only when plain HTTP is allowed."""
    told = _told(session, "Invoke-RestMethod $u/x -Headers @{ 'X-One' = 1; Two = $null } -UserAgent me")
    assert (told["headers"]["x-one"], told["headers"]["user-agent"], "two" in told["headers"]) == ("1", "me", False)
    session.evaluate("$s = ConvertTo-SecureString p -AsPlainText -Force; $c = [pscredential]::new('u', $s)")
    basic = "Basic " + b64encode(b"u:p").decode()
    allowed = "-AllowUnencryptedAuthentication"
    command = f"Invoke-RestMethod $u/x {allowed} -Authentication"
    assert _told(session, f"{command} Basic -Credential $c")["headers"]["authorization"] == basic
    assert _told(session, f"{command} Bearer -Token $s")["headers"]["authorization"] == "Bearer p"
    assert _told(session, f"Invoke-RestMethod $u/auth -Credential $c {allowed}")["headers"]["authorization"] == basic


@pytest.mark.parametrize(
    ("arguments", "error_id"),
    [
        ("-WebSession ([Microsoft.PowerShell.Commands.WebRequestSession]::new()) -SessionVariable s", "SessionConflict"),
        ("-Authentication Basic", "AuthenticationCredentialNotSupplied"),
        ("-Authentication Bearer", "AuthenticationTokenNotSupplied"),
        ("-Credential $c", "AllowUnencryptedAuthenticationRequired"),
        ("-Body a -InFile b", "BodyConflict"),
        ("-Body a -Form @{}", "BodyFormConflict"),
        ("-InFile a -Form @{}", "FormInFileConflict"),
        ("-InFile .", "InFileNotFilePath"),
        ("-PassThru", "OutFileMissing"),
        ("-Resume -OutFile .", "ResumeNotFilePath"),
        ("-ProxyUseDefaultCredentials", "ProxyUriNotSupplied"),
    ],
)
def test_what_does_not_go_together_is_refused(session, arguments, error_id):
    """Nothing is sent."""
    found = session.evaluate(
        "$c = [pscredential]::new('u', (ConvertTo-SecureString p -AsPlainText -Force));"
        f'try {{ Invoke-WebRequest $u {arguments} }} catch {{ $_.FullyQualifiedErrorId; "$($_.CategoryInfo.Category)" }}'
    )
    assert found == [
        f"WebCmdlet{error_id}Exception,Microsoft.PowerShell.Commands.InvokeWebRequestCommand",
        "InvalidArgument",
    ]


def test_an_answer_that_tells_of_an_error_is_an_error(session):
    """The exception has the answer, the details its text; -SkipHttpErrorCheck makes it an answer."""
    assert session.evaluate(
        "try { Invoke-RestMethod $u/status?code=404 } catch { $_.FullyQualifiedErrorId; $_.Exception.GetType().Name;"
        "$_.Exception.Response.StatusCode.value__; ($_.ErrorDetails.Message | ConvertFrom-Json).why }"
    ) == ["WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand", "HttpResponseException", 404, "no"]
    assert session.evaluate(
        "(Invoke-RestMethod $u/status?code=404 -SkipHttpErrorCheck -StatusCodeVariable n -ResponseHeadersVariable h).why; $n;"
        "$h['Content-Type'][0]"
    ) == ["no", 404, "application/json"]
    assert session.evaluate("try { Invoke-WebRequest http://127.0.0.1:1 } catch { $_.FullyQualifiedErrorId }") == [
        "WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand"
    ]


def test_redirections_are_followed(session):
    """POST becomes GET after 302, not after 307; Authorization is left behind; a limit of none shows the answer."""
    session.evaluate('function Go($status, $more = @{}) { Invoke-RestMethod "$u/redirect?status=$status&to=/x" @more }')
    assert session.evaluate("(Go 302 @{ Method = 'Post'; Body = 'b' }).method") == ["GET"]
    assert session.evaluate("(Go 307 @{ Method = 'Post'; Body = 'b' }) | ForEach-Object { $_.method; $_.body }") == ["POST", "b"]
    assert session.evaluate(
        "(Go 302 @{ Method = 'Post'; Body = 'b'; PreserveHttpMethodOnRedirect = $true }).method"
    ) == ["POST"]
    session.evaluate("$a = @{ Headers = @{ Authorization = 'test' } }")
    assert "authorization" not in _told(session, "(Go 302 $a)")["headers"]
    session.evaluate("$a.PreserveAuthorizationOnRedirect = $true")
    assert _told(session, "(Go 302 $a)")["headers"]["authorization"] == "test"
    assert session.evaluate(
        '(Invoke-WebRequest "$u/redirect?status=302&to=/x" -MaximumRedirection 0 -SkipHttpErrorCheck -EA SilentlyContinue'
        " -EV e).StatusCode; $e.FullyQualifiedErrorId"
    ) == [302, "MaximumRedirectExceeded,Microsoft.PowerShell.Commands.InvokeWebRequestCommand"]


def test_a_session_keeps_cookies_and_headers(session):
    """A cookie goes where its path says."""
    session.evaluate("$null = Invoke-WebRequest $u/cookie -SessionVariable s -Headers @{ X = 'kept' }")
    assert session.evaluate("$s.GetType().Name; $s.Cookies.Count") == ["WebRequestSession", 2]
    told = _told(session, "Invoke-RestMethod $u/x -WebSession $s")["headers"]
    assert (told["cookie"], told["x"]) == ("a=1", "kept")


def test_what_an_answer_means(session):
    """JSON is objects, an array one object, XML a document, a feed its entries, else the text."""
    assert session.evaluate("@(Invoke-RestMethod $u/list).Count; (Invoke-RestMethod $u/list).Count") == [1, 3]
    assert session.evaluate("(Invoke-RestMethod $u/xml).mail.to; Invoke-RestMethod $u/text") == ["ann", "just text"]
    assert session.evaluate("Invoke-RestMethod $u/feed | ForEach-Object title") == ["one", "two"]
    assert session.evaluate("(Invoke-RestMethod $u/pages?n=1 -FollowRelLink).n") == [1, 2, 3]
    assert session.evaluate("(Invoke-RestMethod $u/pages?n=1 -FollowRelLink -MaximumFollowRelLink 2).n") == [1, 2]


def test_files_go_out_and_come_in(session, tmp_path):
    """-OutFile keeps the bytes; -InFile sends them; -PassThru writes the answer too."""
    assert session.evaluate("Invoke-WebRequest $u/bytes -OutFile got.bin") == []
    assert (tmp_path / "got.bin").read_bytes() == bytes(range(4))
    session.evaluate("Invoke-WebRequest $u/bytes -OutFile .")
    assert (tmp_path / "bytes").exists()
    assert session.evaluate("(Invoke-WebRequest $u/text -OutFile t -PassThru).Content; Get-Content t") == [
        "just text",
        "just text",
    ]
    assert _told(session, "Invoke-RestMethod $u/x -Method Post -InFile t")["body"] == "just text"


def test_a_server_that_is_busy_is_asked_again(session):
    """As often as -MaximumRetryCount says."""
    assert session.evaluate("Invoke-RestMethod $u/flaky -MaximumRetryCount 3 -RetryIntervalSec 1") == ["at last"]

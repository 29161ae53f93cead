"""Invoke-WebRequest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.utility.web_request_cmdlet import WebRequestCmdlet

if TYPE_CHECKING:
    from spshell.dotnet.net.http_messages import HttpResponseMessage


class InvokeWebRequest(WebRequestCmdlet, verb="Invoke", noun="WebRequest", default_set="StandardMethod"):
    """Ask a web server for something and write its whole answer.

    The answer has StatusCode, Headers, Content, Links and more. An answer that tells of an error is an error of the
    command, unless -SkipHttpErrorCheck. -OutFile saves the body.

        PS> Invoke-WebRequest http://127.0.0.1:1/ -ConnectionTimeoutSeconds 2 -ErrorAction SilentlyContinue
    """

    def report(self, response: HttpResponseMessage) -> None:
        from cmdlets.utility.web_response import response_object

        if self.out_file is None or self.pass_thru:
            self.write(response_object(response))
        if self.out_file is not None:
            self.save(response)

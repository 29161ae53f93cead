"""Invoke-RestMethod."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.web_request_cmdlet import WebRequestCmdlet
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import parameter
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from spshell.dotnet.net.http_messages import HttpResponseMessage


class InvokeRestMethod(WebRequestCmdlet, verb="Invoke", noun="RestMethod", default_set="StandardMethod"):
    """Ask a web service for something and write what it means: objects of JSON, a document of XML, else the text.

    The entries of a feed come one by one.

        PS> Invoke-RestMethod http://127.0.0.1:1/ -ConnectionTimeoutSeconds 2 -ErrorAction SilentlyContinue
    """

    follow_rel_link: Any = parameter("switch", aliases=("FL",), help="Go on to the next page.")
    maximum_follow_rel_link: Any = parameter(
        "int",
        aliases=("ML",),
        default=2147483647,
        validate=[ValidateRange(1, 2147483647)],
        help="How many pages.",
    )
    response_headers_variable: Any = parameter(
        "string", aliases=("RHV",), help="The variable for the headers."
    )
    status_code_variable: Any = parameter("string", help="The variable for the status.")

    def answer(self, flow: Any) -> None:
        from cmdlets.utility.web_response import relation_links
        from spshell.dotnet.net.uris import Uri

        uri: Any = self.uri
        for _ in range(self.maximum_follow_rel_link if self.follow_rel_link else 1):
            response = flow.get(uri)
            self.received(response)
            following = relation_links(response).get("next")
            if following is None:
                return
            uri = Uri.create(following)

    def report(self, response: HttpResponseMessage) -> None:
        from spshell.engine.variables.variables import write

        if self.out_file is None or self.pass_thru:
            self._write_meaning(response)
        if self.out_file is not None:
            self.save(response)
        if self.status_code_variable:
            write(self.scope, self.status_code_variable, response.status)
        if self.response_headers_variable:
            write(self.scope, self.response_headers_variable, response.header_table())

    def _write_meaning(self, response: HttpResponseMessage) -> None:
        from cmdlets.utility.web_response import decoded, is_json, media_type

        text, codec = decoded(response)
        self.write_verbose(f"Content encoding: {codec}")
        entries = _feed_entries(text)
        if entries is not None:
            for entry in entries:
                self.write(entry)
            return
        readers = [_json, _xml] if is_json(media_type(response)) else [_xml, _json]
        for reader in readers:
            try:
                self.write(reader(text))
            except NetException:
                continue
            return
        self.write(text)


def _json(text: str) -> Any:
    from cmdlets.utility.json_dates import date_reader
    from cmdlets.utility.json_reading import DEFAULT_DEPTH, JsonReader
    from spshell.values.exceptions import fault

    if not text.strip():
        raise fault("System.ArgumentException", "There is no JSON in an empty text.", "Argument")
    return JsonReader(depth=DEFAULT_DEPTH, date=date_reader("Default")).read(text)


def _xml(text: str) -> Any:
    from spshell.dotnet.xml.xml_document import XmlDocument
    from spshell.dotnet.xml.xml_reader import read_document

    document = XmlDocument()
    document.keeps_whitespace = True
    read_document(text, document)
    return document


def _feed_entries(text: str) -> list[Any] | None:
    """The entries of an RSS or Atom feed; None when the text is none."""
    head = text[:4096].lower()
    if "<rss" not in head and "<feed" not in head:
        return None
    try:
        document = _xml(text)
    except NetException:
        return None
    root = document.document_element
    if root is None or root.name.lower() not in ("rss", "feed"):
        return None
    return [node for node in _descendants(root) if node.name.lower() in ("item", "entry")]


def _descendants(node: Any) -> list[Any]:
    found: list[Any] = []
    for child in node.children:
        if hasattr(child, "children") and child.name:
            found.append(child)
            if child.name.lower() not in ("item", "entry"):
                found.extend(_descendants(child))
    return found

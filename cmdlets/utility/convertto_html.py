"""ConvertTo-Html."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.object_text import object_text
from cmdlets.utility.property_expressions import PropertyExpression, read_expressions
from spshell.engine.attributes.validation import ValidateSet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.text import to_string, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRICT = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
)
_TRANSITIONAL = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
_HTTP_META = ("content-type", "default-style", "x-ua-compatible")
_NAMED_META = ("application-name", "author", "description", "generator", "keywords", "viewport")


class ConvertToHtml(Cmdlet, verb="ConvertTo", noun="Html", default_set="Page"):
    """Write objects as an HTML page with a table.

    PS> [pscustomobject]@{ Name = 'web01' } | ConvertTo-Html -Title 'Farm'
    PS> [pscustomobject]@{ Name = 'web01'; Port = 443 } | ConvertTo-Html Name -Fragment
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")
    property: Any = parameter("System.Object[]", position=0, help="The columns.")
    body: Any = parameter("string[]", sets={"Page": SetFlags(position=3)}, help="Lines before the table.")
    head: Any = parameter("string[]", sets={"Page": SetFlags(position=1)}, help="What stands in the head.")
    title: Any = parameter("string", sets={"Page": SetFlags(position=2)}, help="The page's title.")
    as_: Any = parameter(
        "string", name="As", default="Table", validate=[ValidateSet("Table", "List")], help="Table or List."
    )
    css_uri: Any = parameter("uri", sets=("Page",), aliases=("cu", "uri"), help="The style sheet.")
    fragment: Any = parameter("switch", sets=("Fragment",), help="Only the table.")
    post_content: Any = parameter("string[]", help="Lines after the table.")
    pre_content: Any = parameter("string[]", help="Lines before the table.")
    meta: Any = parameter("hashtable", sets=("Page",), help="Meta tags.")
    charset: Any = parameter("string", sets=("Page",), help="The page's character set.")
    transitional: Any = parameter("switch", sets=("Page",), help="XHTML 1.0 Transitional.")

    def begin(self) -> Iterator[object]:
        self.arguments = read_expressions(self.property, ("width", "alignment"))
        self.columns: list[PropertyExpression] = []
        self.count = 0
        if not self.fragment:
            yield from self._page_head()
        yield from self.pre_content or ()
        yield "<table>"

    def _page_head(self) -> Iterator[object]:
        yield _TRANSITIONAL if self.transitional else _STRICT
        yield '<html xmlns="http://www.w3.org/1999/xhtml">'
        yield "<head>"
        if self.charset:
            yield f'<meta charset="{self.charset}">'
        if self.meta is not None:
            yield from self._meta_tags()
        if self.head:
            yield from self.head
        else:
            yield f"<title>{self.title or 'HTML TABLE'}</title>"
        if self.css_uri is not None:
            yield f'<link rel="stylesheet" type="text/css" href="{to_string(self.css_uri)}" />'
        yield "</head><body>"
        yield from self.body or ()

    def _meta_tags(self) -> Iterator[object]:
        for key, value in self.meta.items():
            name = to_text(key)
            if name.lower() in _HTTP_META:
                yield f'<meta http-equiv="{name}" content="{to_text(value)}">'
            elif name.lower() in _NAMED_META:
                yield f'<meta name="{name}" content="{to_text(value)}">'
            else:
                self.write_warning(
                    f"'{name}' is no name of a meta tag; those are {', '.join(_HTTP_META + _NAMED_META)}."
                )

    def process(self) -> Iterator[object]:
        return self._rows(self.input_object)

    def accept(self, value: Any) -> None:
        """Write the rows of an object."""
        for line in self._rows(value):
            self.out(line)

    def _rows(self, value: Any) -> Iterator[object]:
        if value is None or type(value).__name__ == "Nothing":
            return
        self.count += 1
        if self.count == 1:
            self.columns = self._resolved(value)
        if self.as_.lower() == "list":
            if self.count > 1:
                yield "<tr><td><hr></td></tr>"
            for column in self.columns:
                yield f"<tr><td>{column.label}:</td><td>{self._cell(column, value)}</td></tr>"
            return
        if self.count == 1:
            yield f"<colgroup>{''.join(_column_tag(column) for column in self.columns)}</colgroup>"
            yield f"<tr>{''.join(f'<th>{column.label}</th>' for column in self.columns)}</tr>"
        yield f"<tr>{''.join(f'<td>{self._cell(column, value)}</td>' for column in self.columns)}</tr>"

    def _resolved(self, value: Any) -> list[PropertyExpression]:
        """The columns, wildcards replaced by the names that the first object has."""
        found: list[PropertyExpression] = []
        for column in self.arguments or [PropertyExpression("*", None, "*", {})]:
            if not column.wildcards:
                found.append(column)
                continue
            found.extend(PropertyExpression(name, None, name, column.options) for name in column.names(value))
        return found

    def _cell(self, column: PropertyExpression, value: Any) -> str:
        from spshell.dotnet.net.uris import WebUtility

        results = column.values(value, self.scope)
        if not results or results[0][2] is not None or results[0][1] is None:
            return ""
        return str(WebUtility.html_encode(object_text(results[0][1])))

    def end(self) -> Iterator[object]:
        yield "</table>"
        yield from self.post_content or ()
        if not self.fragment:
            yield "</body></html>"


def _column_tag(column: PropertyExpression) -> str:
    width, alignment = column.options.get("width"), column.options.get("alignment")
    tag = "<col"
    if width is not None:
        tag += f' width = "{to_text(width)}"'
    if alignment is not None:
        tag += f' align = "{to_text(alignment)}"'
    return tag + "/>"

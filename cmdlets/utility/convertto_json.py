"""ConvertTo-Json."""

from __future__ import annotations

from cmdlets.utility.json_writing import JsonWriter, quote_ascii, quote_html
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_QUOTING = {"EscapeNonAscii": quote_ascii, "EscapeHtml": quote_html}


class ConvertToJson(Cmdlet, verb="ConvertTo", noun="Json"):
    """Write objects as JSON.

    Several objects from the pipeline become one array; a single one stays alone unless -AsArray is given.

        PS> @{ Name = 'web01'; Ports = 80, 443 } | ConvertTo-Json -Compress
        PS> 1 | ConvertTo-Json -AsArray
    """

    input_object: Any = parameter(
        "System.Object", position=0, mandatory=True, from_pipeline=True, allow_null=True, help="The objects."
    )
    depth: Any = parameter(
        "int",
        default=2,
        validate=[ValidateRange(0, 100)],
        help="How many levels of contained objects are written; what lies deeper is written as text.",
    )
    compress: Any = parameter("switch", help="Without blanks and line ends.")
    enums_as_strings: Any = parameter("switch", help="Enumeration values by name instead of number.")
    as_array: Any = parameter("switch", help="An array, even for a single object.")
    escape_handling: Any = parameter(
        "Newtonsoft.Json.StringEscapeHandling", help="Which characters are written as escape sequences."
    )

    def begin(self) -> None:
        self.items: list[Any] = []
        self.warned = False
        self.accept = self.items.append  # type: ignore[assignment,method-assign]  # collecting is all there is to do
        self.take_all = self.items.extend

    def accept(self, value: Any) -> None:
        """Replaced when the command begins."""

    def process(self) -> None:
        self.items.append(self.input_object)

    def end(self) -> None:
        if not self.items:
            return
        escape = "Default" if self.escape_handling is None else self.escape_handling.name
        writer = JsonWriter(
            self.depth,
            self._warn_of_depth,
            compress=bool(self.compress),
            enum_names=bool(self.enums_as_strings),
            quote=_QUOTING.get(escape),
        )
        piped = self.expects_input
        if self.as_array or len(self.items) > 1:
            self.out(writer.array(self.items, piped=piped))
        else:
            self.out(writer.text(self.items[0], piped=piped))

    def _warn_of_depth(self) -> None:
        if not self.warned:
            self.warned = True
            self.write_warning(
                f"The JSON is cut at depth {self.depth}: what lies deeper is written as text. Use -Depth for more."
            )

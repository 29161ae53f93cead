"""Select-String."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateCount, ValidateNotNullOrEmpty, ValidateRange
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.providers.places import Place


class SelectString(Cmdlet, verb="Select", noun="String", default_set="File"):
    """Find lines that match a pattern, in files or in text.

    PS> 'web01 up', 'sql01 down' | Select-String down -Raw
    PS> Select-String localhost /etc/hosts -Quiet
    """

    culture: Any = parameter(
        "string", help="The culture of -SimpleMatch: Ordinal, Invariant, Current or a name."
    )
    input_object: Any = parameter(
        "psobject",
        sets={
            "Object": SetFlags(mandatory=True, by_value=True),
            "ObjectRaw": SetFlags(mandatory=True, by_value=True),
        },
        allow_null=True,
        allow_empty_string=True,
        help="The objects.",
    )
    pattern: Any = parameter(
        "string[]", position=0, mandatory=True, help="Regular expressions, or text with -SimpleMatch."
    )
    path: Any = parameter(
        "string[]",
        sets={
            "File": SetFlags(mandatory=True, position=1, by_name=True),
            "FileRaw": SetFlags(mandatory=True, position=1, by_name=True),
        },
        help="The files.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={
            "LiteralFile": SetFlags(mandatory=True, by_name=True),
            "LiteralFileRaw": SetFlags(mandatory=True, by_name=True),
        },
        aliases=("PSPath", "LP"),
        help="The files, taken as they are.",
    )
    raw: Any = parameter(
        "switch",
        sets={
            "FileRaw": SetFlags(mandatory=True),
            "LiteralFileRaw": SetFlags(mandatory=True),
            "ObjectRaw": SetFlags(mandatory=True),
        },
        help="Only the lines.",
    )
    simple_match: Any = parameter("switch", help="Find the text itself.")
    case_sensitive: Any = parameter("switch", help="Capital letters differ.")
    quiet: Any = parameter(
        "switch",
        sets=(
            "File",
            "LiteralFile",
            "Object",
        ),
        help="Only whether anything matches.",
    )
    list: Any = parameter("switch", help="Only the first match of each file.")
    no_emphasis: Any = parameter("switch", help="Do not mark what matched.")
    include: Any = parameter("string[]", validate=[ValidateNotNullOrEmpty()], help="Only names like these.")
    exclude: Any = parameter("string[]", validate=[ValidateNotNullOrEmpty()], help="No names like these.")
    not_match: Any = parameter("switch", help="What does not match.")
    all_matches: Any = parameter("switch", help="All matches of each line.")
    encoding: Any = encoding_parameter()
    context: Any = parameter(
        "int[]",
        validate=[ValidateNotNullOrEmpty(), ValidateCount(1, 2), ValidateRange(0, 2147483647)],
        help="So many lines before and after.",
    )

    def begin(self) -> None:
        from cmdlets.utility.line_search import LineSearch

        if self.is_bound("Culture") and not self.simple_match:
            self.throw(utility_fault("CannotSpecifyCultureWithoutSimpleMatch"))
        self._search = LineSearch(self)
        self.take_text = self._search.taker()

    def process(self) -> None:
        search = self._search
        if self.parameter_set.startswith("Object"):
            self._search_object()
            return
        for place in self._files():
            search.file(place.path)

    def _search_object(self) -> None:
        from spshell.values.objects import unwrap
        from spshell.values.text import to_text

        item = self.input_object
        path = getattr(unwrap(item), "full_name", None) if type(unwrap(item)).__name__ == "FileInfo" else None
        if path is not None:
            self._search.file(path)
            return
        self._search.next_line("" if item is None else to_text(item))

    def end(self) -> None:
        self._search.finish()

    def _files(self) -> Iterator[Place]:
        from spshell.engine.providers.globbing import Selection, resolve
        from spshell.values.wildcard import wildcard_test

        literal = self.literal_path is not None
        for path in self.literal_path if literal else self.path:
            for place in resolve(self.session, path, Selection(), literal=literal):
                included = not self.include or any(wildcard_test(p)(place.path) for p in self.include)
                excluded = any(wildcard_test(pattern)(place.path) for pattern in self.exclude or ())
                if included and not excluded and not place.provider.is_container(place.path):
                    yield place

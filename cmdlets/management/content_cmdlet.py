"""What Set-Content and Add-Content share: all but whether the old content goes."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.encoding_argument import encoding_parameter
from spshell.engine.metadata import SetFlags


class ContentCmdlet(ItemCmdlet):
    """A cmdlet that writes values to items; `appends` says that what is there stays."""

    appends = False

    value: Any = parameter(
        "System.Object[]",
        position=1,
        mandatory=True,
        from_pipeline=True,
        by_name=True,
        allow_null=True,
        allow_empty_collection=True,
        help="The value.",
    )
    pass_thru: Any = parameter("switch", help="Write the object too.")
    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")
    no_newline: Any = parameter("switch", help="Without line ends.")
    encoding: Any = encoding_parameter()
    as_byte_stream: Any = parameter("switch", help="As bytes.")

    def begin(self) -> None:
        from cmdlets.management.content_writing import ContentWriting

        self._writing = ContentWriting(self, append=self.appends)

    def process(self) -> None:
        self._writing.write(self.value)

    def close(self) -> None:
        writing = getattr(self, "_writing", None)
        if writing is not None:
            writing.close()

"""What Set-Content and Add-Content share: all but whether the old content goes."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.commands.cmdlet import parameter


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
    path: Any = items.path_parameter(by_value=False)
    literal_path: Any = items.literal_path_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()
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

"""Get-Content."""

from __future__ import annotations

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.commands.cmdlet import parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.providers.places import Place


class GetContent(ItemCmdlet, verb="Get", noun="Content", default_set="Path"):
    """Read the content of items, line by line.

    -TotalCount and -Tail read a part, -Raw all as one text, -Wait goes on with what is added.

        PS> Get-Content Env:PATH | ForEach-Object { $_.Length -gt 0 }
        PS> Get-Content /etc/hostname -TotalCount 1 | ForEach-Object { $_.Length -gt 0 }
    """

    read_count: Any = parameter(
        "long", by_name=True, default=1, help="How many lines are written together; 0 is all."
    )
    total_count: Any = parameter(
        "long",
        by_name=True,
        aliases=(
            "First",
            "Head",
        ),
        validate=[ValidateRange(0, 9223372036854775807)],
        help="Only so many lines from the beginning.",
    )
    tail: Any = parameter(
        "int",
        by_name=True,
        aliases=("Last",),
        validate=[ValidateRange(0, 2147483647)],
        help="Only so many lines from the end.",
    )
    path: Any = items.path_parameter(by_value=False)
    literal_path: Any = items.literal_path_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()
    delimiter: Any = parameter("string", help="Where to cut the text.")
    wait: Any = parameter("switch", help="Go on with what is added.")
    raw: Any = parameter("switch", help="As one text.")
    encoding: Any = encoding_parameter()
    as_byte_stream: Any = parameter("switch", help="As bytes.")

    def process(self) -> None:
        from cmdlets.management.content_reading import ContentReading
        from spshell.engine.providers.messages import provider_fault
        from spshell.values.exceptions import NetException

        if self.is_bound("TotalCount") and self.is_bound("Tail"):
            self.write_error(provider_fault("TailAndHeadCannotCoexist", "TotalCount", "Tail"))
            return
        if self.is_bound("TotalCount") and self.total_count == 0:
            return
        reading = ContentReading(self)
        for path in self.paths():
            for place in self._readable(path):
                reading.refuse_together()
                try:
                    reading.read(place)
                except NetException as error:
                    self.write_error(error, target=error.target)

    def _readable(self, path: str) -> list[Place]:
        from spshell.engine.providers.messages import provider_fault
        from spshell.values.wildcard import has_wildcards

        errors = len(self.session.errors)
        found = self.resolved(path)
        if not found and not self.literal and has_wildcards(path) and errors == len(self.session.errors):
            self.write_error(provider_fault("NothingMatches", path, error_id="ItemNotFound", target=path))
        return found

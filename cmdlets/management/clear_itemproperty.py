"""Clear-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.cmdlet import parameter
from spshell.engine.metadata import SetFlags


class ClearItemProperty(
    ItemCmdlet, verb="Clear", noun="ItemProperty", default_set="Path", should_process=True
):
    """Set a property of items back.

    Only the attributes of files can be set back.

        PS> $f = [IO.Path]::GetTempFileName(); Clear-ItemProperty $f Attributes
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
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
    name: Any = parameter("string", position=1, mandatory=True, by_name=True, help="The name.")
    pass_thru: Any = parameter("switch", help="Write the object too.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    filter: Any = parameter("string", help="A pattern that the provider itself applies.")
    include: Any = parameter("string[]", help="Only names like these.")
    exclude: Any = parameter("string[]", help="No names like these.")
    credential: Any = parameter("pscredential", by_name=True, help="Not used by these providers.")

    def process(self) -> None:
        from cmdlets.management.item_properties import clear_value
        from spshell.values.exceptions import NetException

        for place in self.places():
            if not self.should_process(f"Item: {place.path} Property: {self.name}", "Clear Property File"):
                continue
            try:
                clear_value(place, self.name)
            except NetException as error:
                self.write_error(error, target=error.target)

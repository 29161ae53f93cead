"""Get-ItemPropertyValue."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter


class GetItemPropertyValue(ItemCmdlet, verb="Get", noun="ItemPropertyValue", default_set="Path"):
    """Read the values of properties of items.

    PS> Get-ItemPropertyValue / Name
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(position=0, by_value=True, by_name=True)},
        validate=[ValidateNotNullOrEmpty()],
        help="The path; wildcards count.",
    )
    literal_path: Any = items.literal_path_parameter()
    name: Any = parameter("string[]", position=1, mandatory=True, aliases=("PSProperty",), help="The name.")
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from cmdlets.management.item_properties import property_value
        from spshell.values.exceptions import NetException

        if not self.paths():
            self.path = ["."]
        for place in self.places():
            for name in self.name:
                try:
                    self.write(property_value(place, name))
                except NetException as error:
                    if error.error_id == "NotSupported":
                        raise
                    error.error_id, error.category = error.net_name, "NotSpecified"
                    self.throw(error)

"""Get-ItemPropertyValue."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from cmdlets.management.item_parameters import (
    credential_parameter,
    exclude_parameter,
    filter_parameter,
    include_parameter,
    literal_path_parameter,
)
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
    literal_path: Any = literal_path_parameter()
    name: Any = parameter("string[]", position=1, mandatory=True, aliases=("PSProperty",), help="The name.")
    filter: Any = filter_parameter()
    include: Any = include_parameter()
    exclude: Any = exclude_parameter()
    credential: Any = credential_parameter()

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
                    error.error_id, error.category = error.net_name, "NotSpecified"
                    self.throw(error)

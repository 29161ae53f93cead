"""Set-ItemProperty."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter


class SetItemProperty(
    ItemCmdlet, verb="Set", noun="ItemProperty", default_set="propertyValuePathSet", should_process=True
):
    """Change a property of items.

    PS> $f = [IO.Path]::GetTempFileName(); Set-ItemProperty $f LastWriteTime '2020-01-02'; (Get-Item $f).LastWriteTime.Year
    """

    path: Any = parameter(
        "string[]",
        sets={
            "propertyPSObjectPathSet": SetFlags(mandatory=True, position=0, by_name=True),
            "propertyValuePathSet": SetFlags(mandatory=True, position=0, by_name=True),
        },
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={
            "propertyPSObjectLiteralPathSet": SetFlags(mandatory=True, by_name=True),
            "propertyValueLiteralPathSet": SetFlags(mandatory=True, by_name=True),
        },
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    name: Any = parameter(
        "string",
        sets={
            "propertyValueLiteralPathSet": SetFlags(mandatory=True, position=1, by_name=True),
            "propertyValuePathSet": SetFlags(mandatory=True, position=1, by_name=True),
        },
        aliases=("PSProperty",),
        help="The name.",
    )
    value: Any = parameter(
        "System.Object",
        sets={
            "propertyValueLiteralPathSet": SetFlags(mandatory=True, position=2, by_name=True),
            "propertyValuePathSet": SetFlags(mandatory=True, position=2, by_name=True),
        },
        allow_null=True,
        help="The value.",
    )
    input_object: Any = parameter(
        "psobject",
        sets={
            "propertyPSObjectLiteralPathSet": SetFlags(mandatory=True, by_value=True, by_name=True),
            "propertyPSObjectPathSet": SetFlags(mandatory=True, by_value=True, by_name=True),
        },
        help="The objects.",
    )
    pass_thru: Any = parameter("switch", help="Write the object too.")
    force: Any = items.force_parameter()
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from cmdlets.management.item_properties import set_value
        from spshell.dotnet.reflection.members import property_values
        from spshell.values.exceptions import NetException

        rows = [(self.name, self.value)] if self.name is not None else property_values(self.input_object)
        for place in self.places():
            for name, value in rows:
                if not self.should_process(f"Item: {place.path} Property: {name}", "Set Property File"):
                    continue
                try:
                    set_value(place, name, value)
                except NetException as error:
                    self.write_error(error, target=error.target)
                    continue
                if self.pass_thru:
                    self.write(place.provider.item(place))

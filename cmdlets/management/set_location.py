"""Set-Location."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter


class SetLocation(ItemCmdlet, verb="Set", noun="Location", default_set="Path"):
    """Go to another location.

    A minus goes back to where one was before, a plus forward again; without a path one goes home.

        PS> Set-Location /
        PS> Set-Location Env:; Set-Location -
    """

    path: Any = parameter(
        "string",
        sets={"Path": SetFlags(position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    pass_thru: Any = parameter("switch", help="Write the object too.")
    stack_name: Any = parameter(
        "string", sets={"Stack": SetFlags(by_name=True)}, help="The stack of locations."
    )

    def process(self) -> None:
        from cmdlets.management.moving import go_to

        if self.parameter_set == "Stack":
            self._choose_stack()
            return
        place = go_to(self, self.literal_path if self.literal else self.path)
        if place is not None and self.pass_thru:
            from spshell.engine.providers.places import PathInfo

            self.write(PathInfo(place))

    def _choose_stack(self) -> None:
        from spshell.engine.providers.messages import provider_fault

        name = self.stack_name or ""
        if name and name not in self.drives.stacks:
            self.throw(provider_fault("StackNotFound", name, error_id="Argument"))
        self.drives.default_stack = name

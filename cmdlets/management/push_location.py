"""Push-Location."""

from __future__ import annotations

from typing import Any

from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter


class PushLocation(ItemCmdlet, verb="Push", noun="Location", default_set="Path"):
    """Go to another location and remember this one.

    Pop-Location comes back to it.

        PS> Push-Location /; Pop-Location
    """

    path: Any = parameter(
        "string",
        sets={"Path": SetFlags(position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string",
        sets={"LiteralPath": SetFlags(by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    pass_thru: Any = parameter("switch", help="Write the object too.")
    stack_name: Any = parameter("string", by_name=True, help="The stack of locations.")

    def process(self) -> None:
        from cmdlets.management.moving import go_to
        from spshell.engine.providers.places import PathInfo

        here = self.drives.here()
        given = self.literal_path if self.literal else self.path
        place = here if given is None else go_to(self, given)
        if place is None:
            return
        name = self.stack_name if self.stack_name is not None else self.drives.default_stack
        self.drives.stacks.setdefault("" if name == "default" else name, []).append(here)
        if self.pass_thru:
            self.write(PathInfo(place))

"""Pop-Location."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class PopLocation(Cmdlet, verb="Pop", noun="Location"):
    """Go back to the location that Push-Location remembered.

    With an empty stack nothing happens.

        PS> Push-Location /; Pop-Location -PassThru
    """

    pass_thru: Any = parameter("switch", help="Write the object too.")
    stack_name: Any = parameter("string", by_name=True, help="The stack of locations.")

    def process(self) -> None:
        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.messages import provider_fault
        from spshell.engine.providers.places import PathInfo

        table = drives_of(self.session)
        name = self.stack_name if self.stack_name is not None else table.default_stack
        name = "" if name == "default" else name
        if name and name not in table.stacks:
            self.write_error(provider_fault("StackNotFound", name, error_id="Argument", target=name))
            return
        places = table.stacks.get(name, [])
        if not places:
            return
        table.go(places.pop())
        if self.pass_thru:
            self.write(PathInfo(table.here()))

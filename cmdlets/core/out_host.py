"""Out-Host."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class OutHost(Cmdlet, verb="Out", noun="Host"):
    """Show objects on the host.

    PS> 'x' | Out-Host
    """

    paging: Any = parameter("switch", help="Page by page.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        self.renderer = self.session.new_renderer(self.session.host.write, self.session.host.width)

    def process(self) -> None:
        self.renderer.add(self.input_object)

    def end(self) -> None:
        self.renderer.finish()

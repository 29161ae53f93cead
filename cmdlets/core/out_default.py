"""Out-Default."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class OutDefault(Cmdlet, verb="Out", noun="Default"):
    """Show objects as the end of a pipeline does.

    PS> 'x' | Out-Default
    """

    transcript: Any = parameter("switch", help="Only for the transcript.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        self.renderer = self.session.new_renderer(self.session.host.write, self.session.host.width)

    def process(self) -> None:
        self.renderer.add(self.input_object)

    def end(self) -> None:
        self.renderer.finish()

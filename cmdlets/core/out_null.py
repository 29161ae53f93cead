"""Out-Null."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class OutNull(Cmdlet, verb="Out", noun="Null"):
    """Throw the output away.

    What comes down the pipeline is neither shown nor stored.

        PS> 1..3 | Out-Null
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects to throw away.")

    def accept(self, value: Any) -> None:
        """Take an object and do nothing with it."""

"""Write-Information."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class WriteInformation(Cmdlet, verb="Write", noun="Information"):
    """Write data to the information stream.

    It is shown when $InformationPreference or -InformationAction is Continue.

        PS> Write-Information 'queue is empty' -InformationAction Continue
    """

    message_data: Any = parameter(
        "System.Object",
        position=0,
        mandatory=True,
        from_pipeline=True,
        allow_null=True,
        aliases=("Msg", "Message"),
        help="The data.",
    )
    tags: Any = parameter("string[]", position=1, help="Words by which readers filter.")

    def process(self) -> Iterator[object] | None:
        self.write_information(self.message_data, tuple(self.tags or ()))
        return None

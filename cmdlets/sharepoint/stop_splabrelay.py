"""Stop-SPLabRelay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class StopSPLabRelay(FarmCmdlet, verb="Stop", noun="SPLabRelay"):
    """Stop the lab relay.

    PS> Get-Help Stop-SPLabRelay
    """

    def process(self) -> Iterator[object] | None:
        relay = self.session.services.pop("lab relay", None)
        if relay is not None:
            relay.stop()
        return None

"""Remove-SPApplicationCredentialKey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class RemoveSPApplicationCredentialKey(
    FarmCmdlet, verb="Remove", noun="SPApplicationCredentialKey", signature=True
):
    """Remove this server's application credential key.

    PS> Get-Help Remove-SPApplicationCredentialKey
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import credential_key

        farm = self.farm
        farm.authorize_server("removing the application credential key")
        if self.should_process(farm.context.server, "Remove-SPApplicationCredentialKey"):
            credential_key.remove_key(farm.context.home, farm.context.server)
            server = farm.local_server()
            if server is not None:
                server.body.pop("key_check", None)
                server.commit()
        return None

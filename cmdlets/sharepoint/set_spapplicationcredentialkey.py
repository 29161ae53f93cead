"""Set-SPApplicationCredentialKey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetSPApplicationCredentialKey(
    FarmCmdlet, verb="Set", noun="SPApplicationCredentialKey", signature=True
):
    """Set this server's application credential key.

    The key encrypts the SMTP password and must be the same on every server of the farm. It is kept on this server only.

        PS> Get-Help Set-SPApplicationCredentialKey -Parameter Password
    """

    def process(self) -> Iterator[object] | None:
        from spshell.farm import credential_key, errors

        farm = self.farm
        farm.authorize_server("setting the application credential key")
        if not self.should_process(farm.context.server, "Set-SPApplicationCredentialKey"):
            return None
        password = self.bound["Password"].reveal()
        weak = credential_key.weakness(password)
        if weak is not None:
            self.write_warning(f"The application credential key is weak: {weak}.")
        key = credential_key.derive(password, str(farm.record.id))
        server = farm.local_server()
        if server is None:
            self.throw(
                errors.invalid(
                    f"This computer, {farm.context.server}, is no server of the farm.", "NotAFarmServer"
                )
            )
        credential_key.store_key(farm.context.home, farm.context.server, key)
        server.body["key_check"] = credential_key.key_check(key)
        server.commit()
        self._compare(farm)
        return None

    def _compare(self, farm: Any) -> None:
        """Warn when servers have different keys, or a stored password was sealed with another one."""
        from spshell.farm.server import SPServer
        from spshell.farm.web_application import all_applications

        own = farm.local_server().key_check
        for server in farm.all(SPServer):
            if server.is_member and server.key_check not in (None, own):
                self.write_warning(f"The server {server.name} has another application credential key.")
        for application in all_applications(farm, administration=True):
            if application.body.get("mail_key_check") not in (None, own):
                self.write_warning(
                    f"The SMTP password of {application.url} was stored with another key; set -SMTPCredentials again."
                )

"""Start-SPLabRelay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spshell.mail.lab.connector import Connector


class StartSPLabRelay(FarmCmdlet, verb="Start", noun="SPLabRelay"):
    """Start a small SMTP relay on loopback, for trying outgoing mail without a mail server.

    It has its own private authority, wants STARTTLS and AUTH LOGIN, and keeps what it receives.

        PS> Get-Help Start-SPLabRelay
    """

    credential: Any = parameter("pscredential", help="The account that may send; without one, anybody may.")
    port: Any = parameter("int", default=0, help="The port; a free one by default.")
    connector: Any = parameter(
        "string", help="An Exchange receive connector to play, with its rights (Get-ReceiveConnector)."
    )
    accepted_domain: Any = parameter(
        "string[]",
        help="Domains that Exchange is authoritative for; those of the farm's From addresses by default.",
    )
    trust: Any = parameter("switch", help="Put the relay's authority into the farm's Root store.")

    def process(self) -> Iterator[object]:
        from spshell.mail.lab import LabRelay

        accounts = {}
        if self.credential is not None:
            accounts[str(self.credential.user_name)] = self.credential.password.reveal()
        relay = LabRelay(accounts, connector=self._rules() if self.connector else None)
        relay.start(int(self.port))
        self.session.services["lab relay"] = relay
        if self.trust:
            self._trust(relay.authority.certificate)
        from spshell.values.objects import PSCustomObject

        yield PSCustomObject(
            {"Host": relay.host, "Port": relay.port, "StartTls": True, "Mechanisms": ["LOGIN", "PLAIN"]},
            ["Spshell.LabRelay", "System.Management.Automation.PSCustomObject", "System.Object"],
        )

    def _rules(self) -> Callable[[], Connector]:
        """The connector's rules as they stand at the moment they are asked for."""
        from spshell.farm import errors
        from spshell.farm.receive_connector import find_connector

        farm, name = self.farm, str(self.connector)
        if find_connector(farm, name) is None:
            raise errors.not_found("receive connector", name)
        domains = tuple(map(str, self.accepted_domain or self._own_domains()))

        def rules() -> Connector:
            found = find_connector(farm, name)
            return Connector(ranges=()) if found is None else found.rules(domains)

        from spshell.mail.lab.connector import Connector

        return rules

    def _own_domains(self) -> list[str]:
        from spshell.farm.web_application import all_applications

        senders = (
            str(app.body.get("mail_sender", "")) for app in all_applications(self.farm, administration=True)
        )
        return [sender.rpartition("@")[2].rstrip(">") for sender in senders if "@" in sender]

    def _trust(self, pem: str) -> None:
        from uuid import uuid4

        from spshell.state import Record

        farm = self.farm
        farm.authorize_server("trusting the lab relay's authority")
        body = {"name": "Lab relay authority", "store": "Root", "pem": pem}
        farm.store.commit(puts=[Record("certificate", uuid4(), body)])

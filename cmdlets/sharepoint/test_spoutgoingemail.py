"""Test-SPOutgoingEmail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.farm.mail_tests import MailTest

_LOOK = 0.5
"""Seconds between two looks for another server's answer."""


class TestSPOutgoingEmail(FarmCmdlet, verb="Test", noun="SPOutgoingEmail", should_process=True):
    """Say, step by step, whether outgoing mail leaves, and if not, why and what to do.

    Tries everything a delivery needs, each by itself: the effective settings and where each comes from, the
    credential key of every server, timer job and alerts, DNS, every address of the relay, its greeting, what it
    offers before and inside TLS, its certificates, each way to sign in, and whether it takes mail from the
    configured From and in a user's name. Nothing is sent without -Send. A credential that the relay rejects is
    not shown to it again. Secrets appear nowhere.

    Each step is an object with Step, Phase, State (ok, note, skipped, warning, failed), Detail, Milliseconds,
    Facts, Remedies, Transcript and Steps; the last object is the result. $LASTEXITCODE is 0 when mail leaves, else
    the number of the phase that failed, as swaks counts: 2 connection, 10 settings, 21 greeting, 22 EHLO, 23 MAIL,
    24 recipients, 25 DATA, 26 message, 28 authentication, 29 TLS.

    Only the way to your own relay is tested, as only that is controlled: what the relay does next is its business.

        PS> Get-Help Test-SPOutgoingEmail -Parameter Send
    """

    web_application: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPWebApplicationPipeBind",
        position=0,
        from_pipeline=True,
        help="The web application; the farm's own settings when none is given.",
    )
    from_: Any = parameter(
        "string[]",
        name="From",
        help="Users to send in the name of, by address or login; one user of its sites by default.",
    )
    to: Any = parameter("string[]", help="Recipients; the configured Reply-To or From by default.")
    server: Any = parameter(
        "string[]",
        help="Farm servers to test from, * for all: the others' timer services answer. This server by default.",
    )
    send: Any = parameter("switch", help="Really send a message to -To (and one in the name of each -From).")
    timeout_seconds: Any = parameter(
        "int", default=60, validate=[ValidateRange(1, 3600)], help="How long to wait for other servers."
    )

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.mail_tests import MailTest
        from spshell.farm.web_application import find_application

        identity, farm = self.given("WebApplication"), self.farm
        application = farm.central_administration() if identity is None else find_application(farm, identity)
        if application is None:
            self.throw(errors.not_found("web application", str(identity or "Central Administration")))
        if self.send and not self.to:
            self.throw(
                errors.invalid("-Send needs -To: somebody has to receive the message.", "SendNeedsRecipient")
            )
        send = bool(self.send) and self.should_process(", ".join(map(str, self.to)), "Send a test message")
        users = tuple(self._address(application, str(user)) for user in self.from_ or ())
        test = MailTest(str(application.record.id), users, tuple(map(str, self.to or ())), send)
        worst = 0
        for server in self._servers():
            steps: list[Any] = []
            for step in self._steps(server, application, test):
                steps.append(step)
                yield self._shown(server, step)
            yield self._result(server, steps)
            worst = worst or self._code(steps)
        self.session.global_scope.vars["lastexitcode"] = worst

    def _steps(self, server: str, application: Any, test: MailTest) -> Iterator[Any]:
        from spshell.farm.mail_tests import run_test

        if server.lower() == self.farm.context.server.lower():
            yield from run_test(self.farm, test)
        else:
            yield from self._ask(server, application, test)

    def _ask(self, server: str, application: Any, test: MailTest) -> Iterator[Any]:
        import time

        from spshell.farm.mail_tests import ask, collect, withdraw
        from spshell.mail.diagnosis import Step, from_data
        from spshell.mail.outcome import Phase

        ident = ask(self.farm, server, application, test)
        until = time.monotonic() + int(self.timeout_seconds)
        while time.monotonic() < until:
            found = collect(self.farm, ident)
            if found is not None:
                yield from (from_data(data) for data in found)
                return
            time.sleep(_LOOK)
        withdraw(self.farm, ident)
        yield Step("Timer service", Phase.SETTINGS).fail(
            f"{server} did not answer within {self.timeout_seconds} seconds", "other-server"
        )

    def _servers(self) -> list[str]:
        """The servers to test from: this one first."""
        from spshell.farm import errors
        from spshell.farm.server import SPServer
        from spshell.values.wildcard import wildcard_test

        here = str(self.farm.context.server)
        if not self.server:
            return [here]
        members = [str(server.name) for server in self.farm.all(SPServer) if server.is_member]
        found: dict[str, None] = {}
        for pattern in map(str, self.server):
            matching = list(filter(wildcard_test(pattern), members))
            if not matching:
                self.write_error(errors.not_found("server", pattern), target=pattern)
            found.update(dict.fromkeys(matching))
        return sorted(found, key=lambda name: (name.lower() != here.lower(), name.lower()))

    def _address(self, application: Any, user: str) -> str:
        r"""An address as it is; a login (DOMAIN\user) by the address of the user it belongs to."""
        from spshell.farm import errors
        from spshell.farm.farm import same_login
        from spshell.farm.site import SPUser

        if "@" in user:
            return user
        for known in application.farm_object.all(SPUser):
            if same_login(str(known.user_login), user) and "@" in str(known.email):
                return str(known.email)
        raise errors.not_found("user with an e-mail address", user)

    def _shown(self, server: str, step: Any) -> Any:
        from cmdlets.sharepoint.mail_test_object import step_object

        host = self.session.host
        return step_object(server, step, width=host.width - 1, colour=host.interactive)

    def _result(self, server: str, steps: list[Any]) -> Any:
        from cmdlets.sharepoint.mail_test_object import result_object

        return result_object(server, steps, colour=self.session.host.interactive)

    def _code(self, steps: list[Any]) -> int:
        from spshell.mail.diagnosis import exit_code

        return exit_code(steps)

"""New-SPAccessRequest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewSPAccessRequest(FarmCmdlet, verb="New", noun="SPAccessRequest", should_process=True):
    """File an access request, as a user without permission does in the browser.

    SharePoint has no cmdlet for it; this one stands for the page that a refused user fills in.

        PS> Get-Help New-SPAccessRequest
    """

    web: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPWebPipeBind",
        mandatory=True,
        position=0,
        from_pipeline=True,
        help="The web.",
    )
    user: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPUserPipeBind", mandatory=True, position=1, help="Who asks."
    )
    reason: Any = parameter(
        "string", default="I would like to see this site.", position=2, help="What they write."
    )

    def process(self) -> Iterator[object] | None:
        from spshell.farm import errors
        from spshell.farm.outgoing import open_outbox, request_access
        from spshell.farm.site import find_web
        from spshell.jobs.delivery import deliver

        identity = self.given("Web")
        web = find_web(self.farm, identity)
        if web is None:
            self.throw(errors.not_found("web", str(identity)))
        who = self.given("User")
        user = web.find_user(str(getattr(who, "user_login", who)))
        if user is None:
            self.throw(errors.not_found("user", str(who)))
        if not self.should_process(str(web.url), "New-SPAccessRequest"):
            return None
        with open_outbox(self.farm) as outbox:
            request_access(web, user, str(self.reason), outbox)
            report = deliver(self.farm, outbox)
        for problem in report.problems():
            self.write_warning(problem)
        return None

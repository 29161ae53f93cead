"""Get-SPMailSettings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.farm_cmdlet import FarmCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetSPMailSettings(FarmCmdlet, verb="Get", noun="SPMailSettings"):
    """The outgoing mail settings of the farm, or of a web application with where each comes from.

    PS> Get-Help Get-SPMailSettings
    """

    web_application: Any = parameter(
        "Microsoft.SharePoint.PowerShell.SPWebApplicationPipeBind",
        position=0,
        from_pipeline=True,
        help="A web application.",
    )

    def process(self) -> Iterator[object]:
        from cmdlets.sharepoint.mail_settings_object import settings_object
        from spshell.farm import errors
        from spshell.farm.web_application import find_application

        identity = self.given("WebApplication")
        farm = self.farm
        application = farm.central_administration() if identity is None else find_application(farm, identity)
        if application is None:
            self.throw(errors.not_found("web application", str(identity or "Central Administration")))
        yield settings_object(application)

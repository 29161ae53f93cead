"""Parameters of the cmdlets of sites, webs, users, assignments, as the vendor declares them (see `signatures.py`)."""

from __future__ import annotations

from typing import Any

# fmt: off
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "Set-SPSite": ("Set-SPSite", "Default", True, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPSitePipeBind", (("", "MV", 0),), {}),
        ("OwnerAlias", "Microsoft.SharePoint.PowerShell.SPUserPipeBind", (("Default", "", None),), {}),
        ("QuotaTemplate", "Microsoft.SharePoint.PowerShell.SPQuotaTemplatePipeBind", (("Default", "", None),), {}),
        ("Template", "Microsoft.SharePoint.PowerShell.SPWebTemplatePipeBind", (("Default", "", None),), {}),
        ("Url", "string", (("Default", "", None),), {}),
        ("MaxSize", "long", (("Default", "", None),), {}),
        ("WarningSize", "long", (("Default", "", None),), {}),
        ("SharingType", "string", (("Default", "", None),), {}),
        ("LockState", "string", (("Default", "", None),), {"values": ("Unlock", "NoAdditions", "ReadOnly", "NoAccess")}),
        ("SecondaryOwnerAlias", "Microsoft.SharePoint.PowerShell.SPUserPipeBind", (("Default", "", None),), {}),
        ("UserAccountDirectoryPath", "string", (("Default", "", None),), {}),
        ("SiteSubscription", "Microsoft.SharePoint.PowerShell.SPSiteSubscriptionPipeBind", (
            ("SiteSubscription", "", None),
        ), {}),
        ("Force", "switch", (("SiteSubscription", "", None),), {}),
        ("AdministrationSiteType", "Microsoft.SharePoint.Administration.SPAdministrationSiteType", (("", "", None),), {}),
    )),
    "New-SPWeb": ("New-SPWeb", "", True, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Url", "string", (("", "MV", 0),), {}),
        ("Language", "uint", (("", "", None),), {}),
        ("Template", "Microsoft.SharePoint.PowerShell.SPWebTemplatePipeBind", (("", "", None),), {}),
        ("Name", "string", (("", "", None),), {}),
        ("Description", "string", (("", "", None),), {}),
        ("AddToQuickLaunch", "switch", (("", "", None),), {}),
        ("UniquePermissions", "switch", (("", "", None),), {}),
        ("AddToTopNav", "switch", (("", "", None),), {}),
        ("UseParentTopNav", "switch", (("", "", None),), {}),
    )),
    "Remove-SPWeb": ("Remove-SPWeb", "", True, "High", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPWebPipeBind", (("", "MV", 0),), {}),
        ("Recycle", "switch", (("", "", None),), {}),
        ("CheckComplianceFlags", "bool", (("", "", None),), {"versions": ("2019", "SE")}),
    )),
    "Remove-SPUser": ("Remove-SPUser", "", True, "High", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPUserPipeBind", (
            ("", "MV", 0),
        ), {"aliases": ("UserAlias",), "flags": ("ValidateNotNull",)}),
        ("Web", "Microsoft.SharePoint.PowerShell.SPWebPipeBind", (("", "MV", None),), {"flags": ("ValidateNotNull",)}),
        ("Group", "Microsoft.SharePoint.PowerShell.SPGroupPipeBind", (("", "", None),), {}),
    )),
    "Start-SPAssignment": ("Start-SPAssignment", "", False, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Global", "switch", (("", "", None),), {}),
    )),
    "Stop-SPAssignment": ("Stop-SPAssignment", "", False, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Global", "switch", (("", "", None),), {}),
        ("SemiGlobal", "Microsoft.SharePoint.PowerShell.SPAssignmentCollection", (("", "V", 0),), {}),
    )),
}
# fmt: on

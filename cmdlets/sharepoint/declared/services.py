"""Parameters of the cmdlets of services, accounts, health rules, as the vendor declares them (see `signatures.py`)."""

from __future__ import annotations

from typing import Any

# fmt: off
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "Get-SPServiceInstance": ("Get-SPServiceInstance", "Identity", False, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServiceInstancePipeBind", (("Identity", "V", 0),), {}),
        ("Server", "Microsoft.SharePoint.PowerShell.SPServerPipeBind", (("Server", "MV", None),), {}),
        ("All", "switch", (("", "", None),), {}),
    )),
    "Start-SPServiceInstance": ("Start-SPServiceInstance", "", True, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServiceInstancePipeBind", (
            ("", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
    )),
    "Stop-SPServiceInstance": ("Stop-SPServiceInstance", "", True, "High", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServiceInstancePipeBind", (
            ("", "MV", 0),
        ), {"flags": ("ValidateNotNull",)}),
    )),
    "Get-SPService": ("Get-SPService", "Identity", False, "Medium", ("2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServicePipeBind", (("Identity", "V", 0),), {}),
        ("All", "switch", (("", "", None),), {}),
    )),
    "Start-SPService": ("Start-SPService", "", True, "Medium", ("2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServicePipeBind", (("", "MV", 0),), {"flags": ("ValidateNotNull",)}),
        ("IncludeCustomServerRole", "switch", (("", "", None),), {}),
    )),
    "Stop-SPService": ("Stop-SPService", "", True, "High", ("2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPServicePipeBind", (("", "MV", 0),), {"flags": ("ValidateNotNull",)}),
        ("IncludeCustomServerRole", "switch", (("", "", None),), {}),
    )),
    "Get-SPHealthAnalysisRule": ("Get-SPHealthAnalysisRule", "Default", False, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPHealthAnalysisRuleInstancePipeBind", (("SpecificRule", "MV", 0),), {}),
    )),
    "Enable-SPHealthAnalysisRule": ("Enable-SPHealthAnalysisRule", "", False, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPHealthAnalysisRuleInstancePipeBind", (("", "MV", 0),), {}),
    )),
    "Disable-SPHealthAnalysisRule": ("Disable-SPHealthAnalysisRule", "", True, "High", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPHealthAnalysisRuleInstancePipeBind", (("", "MV", 0),), {}),
    )),
    "Get-SPManagedAccount": ("Get-SPManagedAccount", "Service", False, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPManagedAccountPipeBind", (("", "V", 0),), {}),
        ("Service", "Microsoft.SharePoint.PowerShell.SPServicePipeBind", (("Service", "V", None),), {}),
        ("WebApplication", "Microsoft.SharePoint.PowerShell.SPWebApplicationPipeBind", (("WebApplication", "V", None),), {}),
        ("Server", "Microsoft.SharePoint.PowerShell.SPServerPipeBind", (("Server", "V", None),), {}),
    )),
    "New-SPManagedAccount": ("New-SPManagedAccount", "", True, "Medium", ("2013", "2016", "2019", "SE"), (
        ("Credential", "pscredential", (("", "MV", 0),), {}),
    )),
    "Set-SPManagedAccount": ("Set-SPManagedAccount", "Default", True, "High", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPManagedAccountPipeBind", (("", "MV", 0),), {}),
        ("Schedule", "string", (("", "", None),), {}),
        ("PreExpireDays", "int", (("", "", None),), {}),
        ("EmailNotification", "int", (("", "", None),), {}),
        ("AutoGeneratePassword", "switch", (("AutoGeneratePassword", "", None),), {}),
        ("Password", "securestring", (("NewPasswordAsParameter", "M", None),), {}),
        ("SetNewPassword", "switch", (("NewPassword", "", None),), {}),
        ("NewPassword", "securestring", (("NewPassword", "M", None),), {}),
        ("ConfirmPassword", "securestring", (("NewPassword", "M", None),), {}),
        ("UseExistingPassword", "switch", (("ExistingPassword", "", None),), {}),
        ("ExistingPassword", "securestring", (("ExistingPassword", "M", None),), {}),
    )),
    "Remove-SPManagedAccount": ("Remove-SPManagedAccount", "Default", True, "High", ("2013", "2016", "2019", "SE"), (
        ("Identity", "Microsoft.SharePoint.PowerShell.SPManagedAccountPipeBind", (("", "MV", 0),), {}),
        ("ChangePassword", "switch", (("ChangePassword", "", None),), {}),
        ("NewPassword", "securestring", (("ChangePassword", "M", None),), {}),
    )),
}
# fmt: on

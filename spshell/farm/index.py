"""Where the farm's .NET types are declared: full name -> module, for the type loader."""

from __future__ import annotations

from spshell.values.hooks import TYPE_MODULES

PIPE_BINDS = (
    "SPAlertPipeBind",
    "SPAuthenticationProviderPipeBind",
    "SPClaimProviderPipeBind",
    "SPContentDatabasePipeBind",
    "SPGroupPipeBind",
    "SPListPipeBind",
    "SPServicePipeBind",
    "SPServiceInstancePipeBind",
    "SPManagedAccountPipeBind",
    "SPHealthAnalysisRuleInstancePipeBind",
    "SPProcessAccountPipeBind",
    "SPQuotaTemplatePipeBind",
    "SPServerCertificatePipeBind",
    "SPServerPipeBind",
    "SPServiceApplicationProxyGroupPipeBind",
    "SPSitePipeBind",
    "SPSiteSubscriptionPipeBind",
    "SPTimerJobPipeBind",
    "SPTrustedIdentityTokenIssuerPipeBind",
    "SPUserPipeBind",
    "SPUserSettingsProviderPipeBind",
    "SPWebApplicationPipeBind",
    "SPWebPipeBind",
    "SPWebTemplatePipeBind",
)
"""The types of -Identity parameters and their like, in Microsoft.SharePoint.PowerShell."""

_ADMINISTRATION = "Microsoft.SharePoint.Administration."
_SP = "Microsoft.SharePoint."

_CERTIFICATES = _ADMINISTRATION + "CertificateManagement."

_MODULES = {
    "spshell.farm.certificate": (_CERTIFICATES + "SPServerCertificate",),
    "spshell.farm.certificate_settings": (
        _CERTIFICATES + "SPServerCertificateManagementProperties",
        _CERTIFICATES + "SPCertificateNotificationContact",
    ),
    "spshell.farm.farm": (_ADMINISTRATION + "SPFarm",),
    "spshell.farm.server": (_ADMINISTRATION + "SPServer",),
    "spshell.farm.persisted": (_ADMINISTRATION + "SPPersistedObject",),
    "spshell.farm.web_application": (
        _ADMINISTRATION + "SPWebApplication",
        _ADMINISTRATION + "SPAdministrationWebApplication",
        _ADMINISTRATION + "SPOutboundMailServiceInstance",
    ),
    "spshell.farm.site": (_SP + "SPSite", _SP + "SPWeb", _SP + "SPList", _SP + "SPListItem", _SP + "SPUser"),
    "spshell.farm.alert": (
        _SP + "SPAlert",
        _SP + "SPAlertCollection",
        _SP + "SPAlertType",
        _SP + "SPAlertFrequency",
        _SP + "SPEventType",
        _SP + "SPAlertDeliveryChannels",
        _SP + "SPAlertStatus",
    ),
    "spshell.farm.utility": (_SP + "Utilities.SPUtility",),
    "spshell.farm.quota": (
        _ADMINISTRATION + "SPQuota",
        _ADMINISTRATION + "SPQuotaTemplate",
        _ADMINISTRATION + "SPQuotaTemplateCollection",
        _ADMINISTRATION + "SPWebService",
    ),
    "spshell.farm.service_instance": (
        _ADMINISTRATION + "SPServiceInstance",
        _ADMINISTRATION + "SPService",
    ),
    "spshell.farm.assignment": (_SP + "PowerShell.SPAssignmentCollection",),
    "spshell.farm.managed_account": (_ADMINISTRATION + "SPManagedAccount",),
    "spshell.farm.health": (_ADMINISTRATION + "Health.SPHealthAnalysisRuleInstance",),
    "spshell.farm.job_definition": (_ADMINISTRATION + "SPJobDefinition",),
    "spshell.farm.enumerations": (
        _ADMINISTRATION + "SPUrlZone",
        _CERTIFICATES + "EllipticCurveType",
        _CERTIFICATES + "KeyAlgorithmGroup",
        _CERTIFICATES + "RsaSignaturePaddingType",
        _ADMINISTRATION + "SPServerRole",
        _ADMINISTRATION + "SPAdministrationSiteType",
    ),
}


def install() -> None:
    """Tell the type loader where the farm's types are."""
    for module, names in _MODULES.items():
        for name in names:
            TYPE_MODULES[name.lower()] = module
    for name in PIPE_BINDS:
        TYPE_MODULES[f"microsoft.sharepoint.powershell.{name}".lower()] = "spshell.farm.pipe_binds"

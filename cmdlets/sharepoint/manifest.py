"""The commands of the SharePoint module."""

MODULE = "SharePointServer"

COMMANDS = {
    "Add-SPCertificateNotificationContact": "add_spcertificatenotificationcontact",
    "Clear-SPCertificateNotificationContact": "clear_spcertificatenotificationcontact",
    "Disable-SPHealthAnalysisRule": "disable_sphealthanalysisrule",
    "Disable-SPTimerJob": "disable_sptimerjob",
    "Enable-SPHealthAnalysisRule": "enable_sphealthanalysisrule",
    "Enable-SPTimerJob": "enable_sptimerjob",
    "Export-SPCertificate": "export_spcertificate",
    "Export-SPOutboundMail": "export_spoutboundmail",
    "Get-SPAlert": "get_spalert",
    "Get-SPCertificate": "get_spcertificate",
    "Get-SPCertificateNotificationContact": "get_spcertificatenotificationcontact",
    "Get-SPCertificateSettings": "get_spcertificatesettings",
    "Get-SPFarm": "get_spfarm",
    "Get-SPHealthAnalysisRule": "get_sphealthanalysisrule",
    "Get-SPLabMessage": "get_splabmessage",
    "Get-SPMailSettings": "get_spmailsettings",
    "Get-SPManagedAccount": "get_spmanagedaccount",
    "Get-SPOutboundMail": "get_spoutboundmail",
    "Get-SPServer": "get_spserver",
    "Get-SPService": "get_spservice",
    "Get-SPServiceInstance": "get_spserviceinstance",
    "Get-SPSite": "get_spsite",
    "Get-SPTimerJob": "get_sptimerjob",
    "Get-SPUser": "get_spuser",
    "Get-SPWeb": "get_spweb",
    "Get-SPWebApplication": "get_spwebapplication",
    "Import-SPCertificate": "import_spcertificate",
    "Move-SPCertificate": "move_spcertificate",
    "New-SPAccessRequest": "new_spaccessrequest",
    "New-SPAlert": "new_spalert",
    "New-SPCentralAdministration": "new_spcentraladministration",
    "New-SPCertificate": "new_spcertificate",
    "New-SPConfigurationDatabase": "new_spconfigurationdatabase",
    "New-SPManagedAccount": "new_spmanagedaccount",
    "New-SPSite": "new_spsite",
    "New-SPUser": "new_spuser",
    "New-SPWeb": "new_spweb",
    "New-SPWebApplication": "new_spwebapplication",
    "Remove-SPApplicationCredentialKey": "remove_spapplicationcredentialkey",
    "Remove-SPCertificate": "remove_spcertificate",
    "Remove-SPCertificateNotificationContact": "remove_spcertificatenotificationcontact",
    "Remove-SPManagedAccount": "remove_spmanagedaccount",
    "Remove-SPOutboundMail": "remove_spoutboundmail",
    "Remove-SPSite": "remove_spsite",
    "Remove-SPUser": "remove_spuser",
    "Remove-SPWeb": "remove_spweb",
    "Remove-SPWebApplication": "remove_spwebapplication",
    "Rename-SPCertificate": "rename_spcertificate",
    "Renew-SPCertificate": "renew_spcertificate",
    "Resume-SPOutboundMail": "resume_spoutboundmail",
    "Send-SPMail": "send_spmail",
    "Set-SPApplicationCredentialKey": "set_spapplicationcredentialkey",
    "Set-SPCertificateSettings": "set_spcertificatesettings",
    "Set-SPMailSettings": "set_spmailsettings",
    "Set-SPManagedAccount": "set_spmanagedaccount",
    "Set-SPSite": "set_spsite",
    "Set-SPTimerJob": "set_sptimerjob",
    "Set-SPUser": "set_spuser",
    "Set-SPWeb": "set_spweb",
    "Set-SPWebApplication": "set_spwebapplication",
    "Start-SPAssignment": "start_spassignment",
    "Start-SPLabRelay": "start_splabrelay",
    "Start-SPMailDelivery": "start_spmaildelivery",
    "Start-SPService": "start_spservice",
    "Start-SPServiceInstance": "start_spserviceinstance",
    "Start-SPTimerJob": "start_sptimerjob",
    "Stop-SPAssignment": "stop_spassignment",
    "Stop-SPLabRelay": "stop_splabrelay",
    "Stop-SPService": "stop_spservice",
    "Stop-SPServiceInstance": "stop_spserviceinstance",
    "Suspend-SPOutboundMail": "suspend_spoutboundmail",
    "Switch-SPCertificate": "switch_spcertificate",
    "Test-SPOutgoingEmail": "test_spoutgoingemail",
}

ALIASES: dict[str, str] = {}


def outside(name: str) -> str | None:
    """What to say about a command that SharePoint has and this module has not; None for any other name."""
    from cmdlets.sharepoint.outside_scope import versions_of

    versions = versions_of(name)
    if versions is None:
        return None
    where = f" {versions}" if versions else ""
    return f" SharePoint Server{where} has it; it is outside the scope of spshell, which administers outgoing mail."

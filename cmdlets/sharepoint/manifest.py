"""The commands of the SharePoint module."""

MODULE = "SharePointServer"

COMMANDS = {
    "Export-SPOutboundMail": "export_spoutboundmail",
    "Get-SPAlert": "get_spalert",
    "Get-SPFarm": "get_spfarm",
    "Get-SPLabMessage": "get_splabmessage",
    "Get-SPMailSettings": "get_spmailsettings",
    "Get-SPOutboundMail": "get_spoutboundmail",
    "Get-SPServer": "get_spserver",
    "Get-SPSite": "get_spsite",
    "Get-SPTimerJob": "get_sptimerjob",
    "Get-SPUser": "get_spuser",
    "Get-SPWeb": "get_spweb",
    "Get-SPWebApplication": "get_spwebapplication",
    "New-SPAccessRequest": "new_spaccessrequest",
    "New-SPAlert": "new_spalert",
    "New-SPCentralAdministration": "new_spcentraladministration",
    "New-SPConfigurationDatabase": "new_spconfigurationdatabase",
    "New-SPSite": "new_spsite",
    "New-SPUser": "new_spuser",
    "New-SPWebApplication": "new_spwebapplication",
    "Remove-SPApplicationCredentialKey": "remove_spapplicationcredentialkey",
    "Remove-SPOutboundMail": "remove_spoutboundmail",
    "Remove-SPSite": "remove_spsite",
    "Remove-SPWebApplication": "remove_spwebapplication",
    "Resume-SPOutboundMail": "resume_spoutboundmail",
    "Send-SPMail": "send_spmail",
    "Set-SPApplicationCredentialKey": "set_spapplicationcredentialkey",
    "Set-SPMailSettings": "set_spmailsettings",
    "Set-SPWebApplication": "set_spwebapplication",
    "Start-SPLabRelay": "start_splabrelay",
    "Start-SPMailDelivery": "start_spmaildelivery",
    "Start-SPTimerJob": "start_sptimerjob",
    "Stop-SPLabRelay": "stop_splabrelay",
    "Suspend-SPOutboundMail": "suspend_spoutboundmail",
    "Test-SPOutgoingEmail": "test_spoutgoingemail",
}

ALIASES: dict[str, str] = {}

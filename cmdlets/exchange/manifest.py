"""The commands of the Exchange module: the receive connector that a farm sends to, as far as the lab plays it."""

MODULE = "ExchangePowerShell"

COMMANDS = {
    "Add-ADPermission": "add_adpermission",
    "Get-ADPermission": "get_adpermission",
    "Get-ReceiveConnector": "get_receiveconnector",
    "New-ReceiveConnector": "new_receiveconnector",
    "Remove-ADPermission": "remove_adpermission",
    "Remove-ReceiveConnector": "remove_receiveconnector",
    "Set-ReceiveConnector": "set_receiveconnector",
}

ALIASES: dict[str, str] = {}

"""The commands of Microsoft.PowerShell.Core."""

MODULE = "Microsoft.PowerShell.Core"

COMMANDS = {
    "Add-History": "add_history",
    "Clear-History": "clear_history",
    "Export-ModuleMember": "export_modulemember",
    "ForEach-Object": "foreach_object",
    "Get-Command": "get_command",
    "Get-Help": "get_help",
    "Get-History": "get_history",
    "Get-Module": "get_module",
    "Import-Module": "import_module",
    "Invoke-Command": "invoke_command",
    "Invoke-History": "invoke_history",
    "New-Module": "new_module",
    "Out-Default": "out_default",
    "Out-Host": "out_host",
    "Out-Null": "out_null",
    "Remove-Module": "remove_module",
    "Set-PSDebug": "set_psdebug",
    "Set-StrictMode": "set_strictmode",
    "Where-Object": "where_object",
}

ALIASES = {
    "%": "ForEach-Object",
    "?": "Where-Object",
    "clhy": "Clear-History",
    "foreach": "ForEach-Object",
    "gcm": "Get-Command",
    "ghy": "Get-History",
    "gmo": "Get-Module",
    "h": "Get-History",
    "history": "Get-History",
    "icm": "Invoke-Command",
    "ihy": "Invoke-History",
    "ipmo": "Import-Module",
    "nmo": "New-Module",
    "oh": "Out-Host",
    "r": "Invoke-History",
    "rmo": "Remove-Module",
    "where": "Where-Object",
}

TYPES = {
    "Microsoft.PowerShell.Commands.ModuleSpecification": "module_specification",
}

"""The commands of Microsoft.PowerShell.Core."""

MODULE = "Microsoft.PowerShell.Core"

COMMANDS = {
    "Export-ModuleMember": "export_modulemember",
    "ForEach-Object": "foreach_object",
    "Get-Command": "get_command",
    "Get-Help": "get_help",
    "Get-Module": "get_module",
    "Import-Module": "import_module",
    "Invoke-Command": "invoke_command",
    "New-Module": "new_module",
    "Out-Default": "out_default",
    "Out-Host": "out_host",
    "Out-Null": "out_null",
    "Remove-Module": "remove_module",
    "Set-StrictMode": "set_strictmode",
    "Where-Object": "where_object",
}

ALIASES = {
    "%": "ForEach-Object",
    "?": "Where-Object",
    "foreach": "ForEach-Object",
    "gcm": "Get-Command",
    "gmo": "Get-Module",
    "icm": "Invoke-Command",
    "ipmo": "Import-Module",
    "nmo": "New-Module",
    "oh": "Out-Host",
    "rmo": "Remove-Module",
    "where": "Where-Object",
}

TYPES = {
    "Microsoft.PowerShell.Commands.ModuleSpecification": "module_specification",
}

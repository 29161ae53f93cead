"""The commands of Microsoft.PowerShell.Core."""

MODULE = "Microsoft.PowerShell.Core"

COMMANDS = {
    "Add-History": "add_history",
    "Add-PSSnapin": "add_pssnapin",
    "Clear-History": "clear_history",
    "Export-ModuleMember": "export_modulemember",
    "ForEach-Object": "foreach_object",
    "Get-Command": "get_command",
    "Get-Help": "get_help",
    "Get-History": "get_history",
    "Get-Job": "get_job",
    "Get-Module": "get_module",
    "Get-PSSnapin": "get_pssnapin",
    "Import-Module": "import_module",
    "Invoke-Command": "invoke_command",
    "Invoke-History": "invoke_history",
    "New-Module": "new_module",
    "New-ModuleManifest": "new_modulemanifest",
    "Out-Default": "out_default",
    "Out-Host": "out_host",
    "Out-Null": "out_null",
    "Receive-Job": "receive_job",
    "Register-ArgumentCompleter": "register_argumentcompleter",
    "Remove-Job": "remove_job",
    "Remove-Module": "remove_module",
    "Remove-PSSnapin": "remove_pssnapin",
    "Set-PSDebug": "set_psdebug",
    "Set-StrictMode": "set_strictmode",
    "Start-Job": "start_job",
    "Start-ThreadJob": "start_threadjob",
    "Stop-Job": "stop_job",
    "Switch-Process": "switch_process",
    "TabExpansion2": "tabexpansion2",
    "Test-ModuleManifest": "test_modulemanifest",
    "Wait-Job": "wait_job",
    "Where-Object": "where_object",
}

FUNCTIONS = frozenset({"TabExpansion2"})

ALIASES = {
    "%": "ForEach-Object",
    "?": "Where-Object",
    "asnp": "Add-PSSnapin",
    "clhy": "Clear-History",
    "cls": "Clear-Host",
    "foreach": "ForEach-Object",
    "gcm": "Get-Command",
    "ghy": "Get-History",
    "gjb": "Get-Job",
    "gmo": "Get-Module",
    "h": "Get-History",
    "history": "Get-History",
    "icm": "Invoke-Command",
    "ihy": "Invoke-History",
    "ipmo": "Import-Module",
    "nmo": "New-Module",
    "oh": "Out-Host",
    "r": "Invoke-History",
    "rcjb": "Receive-Job",
    "rjb": "Remove-Job",
    "rmo": "Remove-Module",
    "sajb": "Start-Job",
    "spjb": "Stop-Job",
    "where": "Where-Object",
    "wjb": "Wait-Job",
}

TYPES = {
    "Microsoft.PowerShell.Commands.ModuleSpecification": "module_specification",
}

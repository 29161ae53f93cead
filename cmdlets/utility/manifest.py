"""The commands of Microsoft.PowerShell.Utility."""

MODULE = "Microsoft.PowerShell.Utility"

COMMANDS = {
    "Format-Custom": "format_custom",
    "Format-List": "format_list",
    "Format-Table": "format_table",
    "Format-Wide": "format_wide",
    "Out-File": "out_file",
    "Out-String": "out_string",
    "Write-Debug": "write_debug",
    "Write-Error": "write_error",
    "Write-Host": "write_host",
    "Write-Information": "write_information",
    "Write-Output": "write_output",
    "Write-Verbose": "write_verbose",
    "Write-Warning": "write_warning",
}

ALIASES = {
    "echo": "Write-Output",
    "fc": "Format-Custom",
    "fl": "Format-List",
    "ft": "Format-Table",
    "fw": "Format-Wide",
    "write": "Write-Output",
}

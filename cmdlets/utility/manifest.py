"""The commands of Microsoft.PowerShell.Utility."""

MODULE = "Microsoft.PowerShell.Utility"

COMMANDS = {
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
    "write": "Write-Output",
}

"""The commands of Microsoft.PowerShell.Utility."""

MODULE = "Microsoft.PowerShell.Utility"

COMMANDS = {
    "Clear-Variable": "clear_variable",
    "Format-Custom": "format_custom",
    "Format-List": "format_list",
    "Format-Table": "format_table",
    "Format-Wide": "format_wide",
    "Get-Alias": "get_alias",
    "Get-Date": "get_date",
    "Get-Variable": "get_variable",
    "Invoke-Expression": "invoke_expression",
    "Measure-Object": "measure_object",
    "New-Alias": "new_alias",
    "New-Object": "new_object",
    "New-Variable": "new_variable",
    "Out-File": "out_file",
    "Out-String": "out_string",
    "Remove-Alias": "remove_alias",
    "Remove-Variable": "remove_variable",
    "Select-Object": "select_object",
    "Set-Alias": "set_alias",
    "Set-Variable": "set_variable",
    "Sort-Object": "sort_object",
    "Start-Sleep": "start_sleep",
    "Write-Debug": "write_debug",
    "Write-Error": "write_error",
    "Write-Host": "write_host",
    "Write-Information": "write_information",
    "Write-Output": "write_output",
    "Write-Progress": "write_progress",
    "Write-Verbose": "write_verbose",
    "Write-Warning": "write_warning",
}

ALIASES = {
    "clv": "Clear-Variable",
    "echo": "Write-Output",
    "fc": "Format-Custom",
    "fl": "Format-List",
    "ft": "Format-Table",
    "fw": "Format-Wide",
    "gal": "Get-Alias",
    "gv": "Get-Variable",
    "iex": "Invoke-Expression",
    "measure": "Measure-Object",
    "nal": "New-Alias",
    "nv": "New-Variable",
    "rv": "Remove-Variable",
    "sal": "Set-Alias",
    "select": "Select-Object",
    "set": "Set-Variable",
    "sv": "Set-Variable",
    "write": "Write-Output",
}

TYPES = {
    "Microsoft.PowerShell.Commands.GenericMeasureInfo": "measure_info",
    "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo": "measure_info",
    "Microsoft.PowerShell.Commands.PSPropertyExpression": "property_expressions",
    "Microsoft.PowerShell.Commands.TextMeasureInfo": "measure_info",
}

"""The commands of Microsoft.PowerShell.Core."""

MODULE = "Microsoft.PowerShell.Core"

COMMANDS = {
    "ForEach-Object": "foreach_object",
    "Out-Default": "out_default",
    "Out-Host": "out_host",
    "Out-Null": "out_null",
    "Where-Object": "where_object",
}

ALIASES = {
    "oh": "Out-Host",
    "%": "ForEach-Object",
    "?": "Where-Object",
    "foreach": "ForEach-Object",
    "where": "Where-Object",
}

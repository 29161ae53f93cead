"""The commands of Microsoft.PowerShell.Core."""

MODULE = "Microsoft.PowerShell.Core"

COMMANDS = {
    "ForEach-Object": "foreach_object",
    "Out-Null": "out_null",
    "Where-Object": "where_object",
}

ALIASES = {
    "%": "ForEach-Object",
    "?": "Where-Object",
    "foreach": "ForEach-Object",
    "where": "Where-Object",
}

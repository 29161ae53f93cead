"""The functions that every session begins with, as text; each is defined when its name is first used."""

from __future__ import annotations

TEXTS = {
    "cd..": "Set-Location ..",
    "cd\\": "Set-Location \\",
    "cd~": "Set-Location ~",
    "Clear-Host": '[Console]::Write("`e[H`e[2J`e[3J")',
    "exec": "Switch-Process -WithCommand $args",
    "help": "Get-Help @args",
    "oss": (
        "[CmdletBinding()] param([ValidateRange(2, 2147483647)] [int] $Width, "
        "[Parameter(ValueFromPipeline = $true)] [psobject] $InputObject)\n"
        "begin { $line = { Out-String -Stream @PSBoundParameters }.GetSteppablePipeline(); $line.Begin($PSCmdlet) }\n"
        "process { $line.Process($_) }\n"
        "end { $line.End() }"
    ),
    "Pause": "$null = Read-Host 'Press Enter to continue...'",
    "prompt": "\"PS $($ExecutionContext.SessionState.Path.CurrentLocation)$('>' * ($NestedPromptLevel + 1)) \"",
}
"""Name as spelled -> body."""

_BY_FOLDED = {name.lower(): name for name in TEXTS}


def spelled(name: str) -> str | None:
    """The spelling of a built-in function's name, or None."""
    return _BY_FOLDED.get(name.lower())

"""Microsoft.PowerShell.Utility: writing, variables, aliases, selecting, sorting, measuring, converting."""

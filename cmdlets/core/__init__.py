"""Microsoft.PowerShell.Core: filters and loops over the pipeline, commands, modules, help."""

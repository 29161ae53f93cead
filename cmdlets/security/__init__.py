"""Commands of Microsoft.PowerShell.Security."""

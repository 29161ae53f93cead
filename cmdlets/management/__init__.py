"""Microsoft.PowerShell.Management: items, locations, drives, content."""

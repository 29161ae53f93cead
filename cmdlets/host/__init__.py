"""Microsoft.PowerShell.Host: transcripts."""

"""The commands of Microsoft.PowerShell.Host."""

MODULE = "Microsoft.PowerShell.Host"

COMMANDS = {
    "Start-Transcript": "start_transcript",
    "Stop-Transcript": "stop_transcript",
}

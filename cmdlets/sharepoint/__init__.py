"""SharePoint's cmdlets, and those that spshell adds for outgoing mail."""

"""Commands: the kinds there are, how a name finds one, what Get-Command shows of it, and how a cmdlet is written."""

"""The commands, one file each, in modules as PowerShell groups them."""

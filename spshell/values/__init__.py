"""What a PowerShell value is in Python, and the operations on values; one family of operations a module."""

"""Running the recordings of real PowerShell against spshell: one module a kind of recording."""

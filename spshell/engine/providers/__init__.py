"""Drives and what lies behind them: files, environment, variables, functions, aliases (about_Providers).

`drives` turns the path that a script writes into a `Place` (provider, drive, path inside the provider);
`globbing` does so for wildcards. A provider answers what is at a path and changes it; cmdlets know no provider.
Nothing here is imported before a command needs a path.
"""

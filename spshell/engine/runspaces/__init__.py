"""Sessions that scripts open themselves: [powershell]::Create(), runspaces and runspace pools.

sessions.py      a session beside the running one, and running code in it on a thread of its own
data.py          PSDataCollection
commands.py      the commands of a pipeline being put together, as a script
powershell.py    System.Management.Automation.PowerShell
runspace.py      Runspace, RunspacePool, RunspaceFactory, InitialSessionState
"""

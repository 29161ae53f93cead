"""What only Windows has, by name: drives, providers, types and parameters that cannot exist here, and what to do instead."""

from __future__ import annotations

_REGISTRY = "The registry exists on Windows only; keep settings in a file (ConvertFrom-Json, Import-PowerShellDataFile)."
_CERTIFICATES = "Certificate stores exist on Windows only; read certificates from files (Get-PfxCertificate, Get-SPCertificate)."
_WSMAN = "WS-Management exists on Windows only; run spshell on the other machine, over ssh for instance."
_FORMS = "Windows and dialogs exist on Windows only; ask with Read-Host or $Host.UI.PromptForChoice, show with Out-String."
_DIRECTORY = "Active Directory is not spoken here; ask the directory with its own program (ldapsearch)."
_WMI = "There is no WMI or CIM here; ask the system's own programs, or the .NET types such as [System.Environment]."
_COM = "COM objects exist on Windows only; read documents as files, and ask services over HTTP."
_COMPUTER = "There is no remoting here; run spshell on the other machine, over ssh for instance."
_BITS = "There is one kind of process here; leave the parameter out."
_WINDOWS_MODULES = (
    "Windows PowerShell is not on this machine; the module must work in PowerShell 7 by itself."
)

_DRIVES = {
    **dict.fromkeys(("hklm", "hkcu", "hkcr", "hku", "hkcc", "registry"), _REGISTRY),
    **dict.fromkeys(("cert", "certificate"), _CERTIFICATES),
    "wsman": _WSMAN,
    "ad": _DIRECTORY,
    "activedirectory": _DIRECTORY,
}
_TYPES = (
    ("system.windows.", _FORMS),
    ("windows.forms.", _FORMS),
    ("microsoft.win32.", _REGISTRY),
    ("system.directoryservices.", _DIRECTORY),
    ("directoryservices.", _DIRECTORY),
    ("system.management.management", _WMI),
    ("microsoft.management.infrastructure.", _WMI),
    ("microsoft.office.", _COM),
)
_NAMES = {
    "adsi": _DIRECTORY,
    "adsisearcher": _DIRECTORY,
    "wmi": _WMI,
    "wmiclass": _WMI,
    "wmisearcher": _WMI,
    "cimsession": _WMI,
}
_PARAMETERS = {
    ("new-object", "comobject"): _COM,
    ("new-object", "strict"): _COM,
    ("start-job", "runas32"): _BITS,
    ("import-module", "usewindowspowershell"): _WINDOWS_MODULES,
    ("import-module", "cimsession"): _WMI,
}
_REMOTE = frozenset(
    {"computername", "cn", "hostname", "cimsession", "vmname", "vmid", "containerid", "sshconnection"}
)


def about_drive(name: str) -> str:
    """The end of the sentence about a drive or provider that there is not, or an empty string."""
    return _then(_DRIVES.get(name.lower().rpartition("\\")[2]))


def about_type(name: str) -> str:
    """The end of the sentence about a type that there is not, or an empty string."""
    folded = name.lower()
    return _then(_NAMES.get(folded) or next((why for start, why in _TYPES if folded.startswith(start)), None))


def about_parameter(command: str, name: str) -> str:
    """The end of the sentence about a parameter that a command has on Windows only, or an empty string."""
    folded = name.lower()
    return _then(_PARAMETERS.get((command.lower(), folded)) or (_COMPUTER if folded in _REMOTE else None))


def _then(reason: str | None) -> str:
    return "" if reason is None else f" {reason}"

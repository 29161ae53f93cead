"""Commands that PowerShell has and spshell cannot have: why, and what to do instead.

They are not found, as any unknown name; the sentence then says more. What else only Windows has: `spshell.values.absent`.
"""

from __future__ import annotations

_CIM = "there is no WMI or CIM here; ask the system's own programs, or the .NET types such as [System.Environment]."
_SERVICES = (
    "Windows services are not managed here; use the system's own service program (systemctl, launchctl, sc)."
)
_EVENTS = "there is no Windows event log here; read the system's journal (journalctl) or a log file."
_REMOTING = "there is no remoting here; run spshell on the other machine, over ssh for instance."
_ACCOUNTS = "local accounts are the system's own business; use its programs (useradd, dscl, net user)."
_WINDOWS = "it exists on Windows only."
_WINDOWED = "there is no window to show; write the objects with Format-Table, Export-Csv or ConvertTo-Html."

_GROUPS: dict[str, str] = {
    _CIM: """
        Get-WmiObject Invoke-WmiMethod Register-WmiEvent Remove-WmiObject Set-WmiInstance Get-CimInstance Get-CimClass
        Get-CimAssociatedInstance Get-CimSession Invoke-CimMethod New-CimInstance New-CimSession New-CimSessionOption
        Register-CimIndicationEvent Remove-CimInstance Remove-CimSession Set-CimInstance Get-ComputerInfo Get-HotFix
        Get-Counter
    """,
    _SERVICES: """
        Get-Service New-Service Remove-Service Restart-Service Resume-Service Set-Service Start-Service Stop-Service
        Suspend-Service
    """,
    _EVENTS: """
        Get-EventLog Write-EventLog New-EventLog Remove-EventLog Clear-EventLog Limit-EventLog Show-EventLog
        Get-WinEvent New-WinEvent
    """,
    _REMOTING: """
        Enter-PSSession Exit-PSSession New-PSSession Get-PSSession Remove-PSSession Connect-PSSession
        Disconnect-PSSession Receive-PSSession Import-PSSession Export-PSSession Enable-PSRemoting Disable-PSRemoting
        New-PSSessionOption Register-PSSessionConfiguration Set-WSManInstance Test-WSMan Connect-WSMan
        Enter-PSHostProcess
    """,
    _ACCOUNTS: """
        Get-LocalUser New-LocalUser Set-LocalUser Remove-LocalUser Get-LocalGroup New-LocalGroup
        Add-LocalGroupMember Get-LocalGroupMember Remove-LocalGroupMember
    """,
    _WINDOWS: """
        Get-Acl Set-Acl Get-AuthenticodeSignature Set-AuthenticodeSignature New-FileCatalog Test-FileCatalog
        Clear-RecycleBin Checkpoint-Computer Restore-Computer Add-Computer Remove-Computer Rename-Computer
        Reset-ComputerMachinePassword Get-ControlPanelItem Set-TimeZone New-WebServiceProxy Import-Counter
        Export-Counter Get-Transaction Use-Transaction ConvertFrom-SddlString Get-ScheduledTask
        Register-ScheduledTask Register-ScheduledJob Export-Console Get-ClipboardHistory
        Get-WindowsUpdateLog
    """,
    _WINDOWED: "Out-GridView Show-Command Out-Printer",
    "help comes with the commands; Get-Help shows it at once.": "Update-Help Save-Help",
}

_MODULES: tuple[tuple[str, str, str], ...] = (
    ("AD", "ActiveDirectory", "ask the directory with ldapsearch"),
    ("GPO", "GroupPolicy", "group policies are a matter of Windows"),
    ("VM", "Hyper-V", "use the hypervisor's own program (virsh, VBoxManage)"),
    (
        "WindowsFeature WindowsOptionalFeature WindowsCapability WindowsPackage",
        "DISM",
        "use the system's package manager",
    ),
    ("AppxPackage AppxProvisionedPackage", "Appx", "use the system's package manager"),
    (
        "Net TNC NetConnection NetIP NetAdapter NetFirewall NetRoute NetTCP",
        "NetTCPIP",
        "use ip, ss, nft or Test-Connection",
    ),
    ("DnsName DnsClient DnsServer", "DnsClient", "use dig, or [System.Net.Dns]"),
    ("Smb", "SmbShare", "use smbclient, mount or testparm"),
    ("Disk Partition Volume PhysicalDisk StoragePool VirtualDisk", "Storage", "use lsblk, df or Get-PSDrive"),
    (
        "BitLocker Tpm Mp",
        "BitLocker, TPM and Defender",
        "use the system's own programs (cryptsetup, clamscan)",
    ),
    ("Printer PrintJob", "PrintManagement", "use lpstat and lp"),
    ("ScheduledTask ScheduledJob JobTrigger", "ScheduledTasks", "use cron or a systemd timer"),
    ("BitsTransfer", "BitsTransfer", "use Invoke-WebRequest or curl"),
    ("Dsc", "PSDesiredStateConfiguration", "write the steps as a script"),
    (
        "WebSite Website WebAppPool WebBinding WebApplication IIS",
        "IIS administration",
        "use the web server's own program",
    ),
    ("Transaction", "Windows PowerShell's transactions", "a farm's changes have Start-SPTransaction"),
    ("Cluster", "FailoverClusters", "use the cluster's own program (pcs, crm)"),
)
"""How nouns of modules begin that only Windows has, which module it is, and what to do instead."""

REASONS: dict[str, str] = {
    name.lower(): reason for reason, names in _GROUPS.items() for name in names.split()
}
"""Folded command name -> why it is not here and what to do instead."""


def about(name: str) -> str:
    """The end of the sentence about a command that cannot exist here, or an empty string."""
    reason = REASONS.get(name.lower()) or _of_a_module(name)
    return f" spshell cannot have this command: {reason}" if reason is not None else ""


def _of_a_module(name: str) -> str | None:
    """The reason for a command of a module of Windows; only its noun tells."""
    _verb, dash, noun = name.partition("-")
    if not dash:
        return None
    for nouns, module, instead in _MODULES:
        for start in nouns.split():
            rest = noun[len(start) :]
            if noun.lower().startswith(start.lower()) and (not rest or rest[0].isupper()):
                return f"it belongs to {module}, which only Windows has; {instead}."
    return None

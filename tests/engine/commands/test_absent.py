"""Commands that cannot exist here are refused by name, with what to do instead."""

from __future__ import annotations

import io

import pytest

from spshell.engine.commands.absent import REASONS
from spshell.engine.commands.manifest import ManifestTable
from spshell.engine.host.host import Host
from spshell.engine.session import Session


@pytest.mark.parametrize("name", ["Get-Acl", "get-wmiobject", "Out-GridView", "Get-Service"])
def test_the_error_says_why_and_what_to_do(name):
    """
    Still CommandNotFoundException, so that scripts which try and catch go on.
    """
    session = Session(Host(io.StringIO(), io.StringIO()))
    session.evaluate(name)
    record = session.errors[0]
    assert record.fqid == "CommandNotFoundException"
    assert REASONS[name.lower()] in record.message


def test_no_command_that_exists_is_called_absent():
    """
    The list is about what is not there.
    """
    assert {name.lower() for name in ManifestTable().names()} & set(REASONS) == set()


@pytest.mark.parametrize(
    ("text", "fqid", "said"),
    [
        ("New-Object -ComObject Excel.Application", "NamedParameterNotFound,*NewObjectCommand", "COM objects"),
        ("Get-WmiObject Win32_BIOS", "CommandNotFoundException", "WMI"),
        ("Get-CimInstance Win32_OperatingSystem", "CommandNotFoundException", "WMI or CIM"),
        ("Get-ItemProperty HKLM:/Software", "DriveNotFound,*GetItemPropertyCommand", "registry"),
        ("Set-Location HKCU:", "DriveNotFound,*SetLocationCommand", "registry"),
        ("Get-ChildItem Registry::HKEY_LOCAL_MACHINE", "ProviderNotFound,*GetChildItemCommand", "registry"),
        ("Get-ChildItem Cert:", "DriveNotFound,*GetChildItemCommand", "read certificates from files"),
        ("Get-EventLog System", "CommandNotFoundException", "journalctl"),
        ("Get-WinEvent -LogName System", "CommandNotFoundException", "journalctl"),
        ("Get-Acl /", "CommandNotFoundException", "Windows only"),
        ("Get-Service", "CommandNotFoundException", "systemctl"),
        ("Get-ADUser x", "CommandNotFoundException", "ActiveDirectory"),
        ("Get-NetAdapter", "CommandNotFoundException", "NetTCPIP"),
        ("Get-WindowsFeature", "CommandNotFoundException", "package manager"),
        ("Get-ScheduledTask", "CommandNotFoundException", "Windows only"),
        ("Invoke-Command -ComputerName srv { 1 }", "NotSupportedHere,*InvokeCommandCommand", "ssh"),
        ("Invoke-Command -HostName srv { 1 }", "NamedParameterNotFound,*InvokeCommandCommand", "remoting"),
        ("Get-Process -ComputerName srv", "NamedParameterNotFound,*GetProcessCommand", "remoting"),
        ("Enter-PSSession srv", "CommandNotFoundException", "remoting"),
        ("Start-Process ls -Verb RunAs", "NotSupportedException,*StartProcessCommand", "-Verb"),
        ("Start-Process ls -WindowStyle Hidden", "NotSupportedException,*StartProcessCommand", "-WindowStyle"),
        ("[System.Windows.Forms.MessageBox]::Show('x')", "TypeNotFound", "Read-Host"),
        ("[Microsoft.Win32.Registry]::LocalMachine", "TypeNotFound", "registry"),
        ("[adsi]'LDAP://x'", "TypeNotFound", "ldapsearch"),
        ("[wmi]''", "TypeNotFound", "WMI"),
        ("Import-Module X -UseWindowsPowerShell", "NamedParameterNotFound,*ImportModuleCommand", "PowerShell 7"),
    ],
)
def test_what_only_windows_has_is_refused_with_a_way_out(text, fqid, said):
    """
    The identity is the one that PowerShell gives off Windows; the sentence says why, and what to do instead.
    """
    from fnmatch import fnmatchcase

    from spshell.app import make_session

    session = make_session(Host(io.StringIO(), io.StringIO()))
    found = session.evaluate(f"try {{ $ErrorActionPreference = 'Stop'; {text} }} catch {{ $_.FullyQualifiedErrorId; \"$_\" }}")
    assert fnmatchcase(found[0], fqid), found
    assert said in found[1]

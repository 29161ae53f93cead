"""The types that cmdlets say they write, as PowerShell declares them: one line a list of types, in front of it the commands."""

from __future__ import annotations

_TABLE = """
Add-History Get-History = !HistoryInfo
Add-Type = System.Type
Clear-Variable Get-Variable New-Variable Set-Variable = ~PSVariable
Convert-Path ConvertFrom-SecureString ConvertTo-CliXml ConvertTo-Csv ConvertTo-Html ConvertTo-Json
  Get-Clipboard Join-Path Join-String New-ModuleManifest Out-String Protect-CmsMessage Set-Clipboard
  Start-Transcript Stop-Transcript Unprotect-CmsMessage = System.String
ConvertFrom-StringData = System.Collections.Hashtable
ConvertTo-SecureString = System.Security.SecureString
ConvertTo-Xml = System.Xml.XmlDocument System.String
Disable-PSBreakpoint Enable-PSBreakpoint = ~Breakpoint
Export-Alias Get-Alias Import-Alias New-Alias Set-Alias = ~AliasInfo
Export-PSSession New-TemporaryFile = System.IO.FileInfo
Format-Custom Format-List Format-Table Format-Wide = !Internal.Format.FormatStartData
  !Internal.Format.FormatEntryData !Internal.Format.FormatEndData !Internal.Format.GroupStartData
  !Internal.Format.GroupEndData
Format-Hex = !ByteCollection
Get-ChildItem = System.IO.FileInfo System.IO.DirectoryInfo
Get-CmsMessage = System.Security.Cryptography.Pkcs.EnvelopedCms
Get-Command = ~AliasInfo ~ApplicationInfo ~FunctionInfo ~CmdletInfo ~ExternalScriptInfo ~FilterInfo
  System.String ~PSObject
Get-Content = System.Byte System.String
Get-Credential = ~PSCredential
Get-Culture Get-UICulture = System.Globalization.CultureInfo
Get-Date = System.String System.DateTime
Get-Error = ~ErrorRecord#PSExtendedError System.Exception#PSExtendedError
Get-Event New-Event Wait-Event = ~PSEventArgs
Get-EventSubscriber = ~PSEventSubscriber
Get-ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy
Get-ExperimentalFeature = ~ExperimentalFeature
Get-FileHash = !FileHashInfo
Get-FormatData = ~ExtendedTypeDefinition
Get-Host = ~Host.PSHost
Get-Item = System.IO.FileInfo System.Boolean System.String System.IO.DirectoryInfo
Get-ItemProperty = System.Boolean System.String System.DateTime System.IO.FileInfo System.IO.DirectoryInfo
Get-Job Remove-Job Stop-Job Wait-Job = ~Job
Get-Location Set-Location = ~PathInfo ~PathInfoStack
Get-Member = !MemberDefinition
Get-Module Import-Module Import-PSSession New-Module Test-ModuleManifest = ~PSModuleInfo
Get-PSBreakpoint = ~CommandBreakpoint ~LineBreakpoint ~VariableBreakpoint ~Breakpoint
Get-PSCallStack = ~CallStackFrame
Get-PSDrive = ~PSDriveInfo
Get-PSHostProcessInfo = !PSHostProcessInfo
Get-PSProvider = ~ProviderInfo
Get-PSSession New-PSSession = ~Runspaces.PSSession
Get-PSSubsystem = ~Subsystem.SubsystemInfo
Get-PfxCertificate = System.Security.Cryptography.X509Certificates.X509Certificate2
Get-Process = System.Diagnostics.ProcessModule System.Diagnostics.FileVersionInfo System.Diagnostics.Process
Get-Random Get-SecureRandom = System.Int32 System.Int64 System.Double
Get-Runspace = ~Runspaces.Runspace
Get-RunspaceDebug = !PSRunspaceDebug
Get-TimeZone = System.TimeZoneInfo
Get-TraceSource Set-TraceSource = ~PSTraceSource
Get-TypeData = ~PSObject
Get-Uptime = System.TimeSpan System.DateTime
Get-Verb = ~VerbInfo
Group-Object = System.Collections.Hashtable !GroupInfo
Invoke-WebRequest = !BasicHtmlWebResponseObject
Measure-Command New-TimeSpan = System.TimeSpan
Measure-Object = !GenericMeasureInfo !TextMeasureInfo !GenericObjectMeasureInfo
New-Guid = System.Guid
New-Item = System.String System.IO.FileInfo System.IO.DirectoryInfo
New-PSSessionOption = ~Remoting.PSSessionOption
New-PSTransportOption = !WSManConfigurationOption
Pop-Location Push-Location = ~PathInfo
Read-Host = System.String System.Security.SecureString
Register-EngineEvent Register-ObjectEvent = ~PSEventJob
Resolve-Path = System.String ~PathInfo
Select-String = System.Boolean !MatchInfo System.String
Select-Xml = !SelectXmlInfo
Set-Date = System.DateTime
Set-PSBreakpoint = ~CommandBreakpoint ~LineBreakpoint ~VariableBreakpoint
Split-Path = System.String System.Boolean
Start-Job = ~PSRemotingJob
Start-Process Stop-Process Wait-Process = System.Diagnostics.Process
Test-Connection = !TestConnectionCommand+PingStatus System.Boolean !TestConnectionCommand+PingMtuStatus
  System.Int32 !TestConnectionCommand+TraceStatus !TestConnectionCommand+TcpPortStatus
Test-Path = System.Boolean
"""
"""`~` stands for System.Management.Automation, `!` for Microsoft.PowerShell.Commands."""


def _read() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        names, _, types = line.partition(" = ")
        full = [
            word.replace("~", "System.Management.Automation.").replace("!", "Microsoft.PowerShell.Commands.")
            for word in types.split()
        ]
        found.update(dict.fromkeys(names.lower().split(), full))
    return found


OUTPUT_TYPES = _read()
"""Folded name of a cmdlet -> full names of types."""

"""Which exception derives from which, as far as the order of `catch` clauses is concerned."""

from __future__ import annotations

# A line is a base and what derives from it; names without a dot belong to the base's namespace.
_TREE = """
System.Exception: SystemException ApplicationException AggregateException System.IO.InternalBufferOverflowException
System.SystemException: ArithmeticException ArgumentException ArrayTypeMismatchException FormatException
System.SystemException: IndexOutOfRangeException InvalidCastException InvalidOperationException
System.SystemException: NotImplementedException NotSupportedException NullReferenceException OutOfMemoryException
System.SystemException: RankException TimeoutException UnauthorizedAccessException OperationCanceledException
System.SystemException: TypeInitializationException StackOverflowException MemberAccessException
System.SystemException: System.IO.IOException System.IO.InvalidDataException
System.SystemException: System.Collections.Generic.KeyNotFoundException System.Security.SecurityException
System.SystemException: System.Security.Authentication.AuthenticationException System.Xml.XmlException
System.SystemException: System.Runtime.InteropServices.ExternalException System.Data.DataException
System.SystemException: System.Management.Automation.RuntimeException
System.ArithmeticException: DivideByZeroException OverflowException NotFiniteNumberException
System.ArgumentException: ArgumentNullException ArgumentOutOfRangeException
System.ArgumentException: System.Text.RegularExpressions.RegexParseException
System.FormatException: UriFormatException System.IO.FileFormatException
System.InvalidOperationException: ObjectDisposedException System.Net.WebException
System.InvalidOperationException: System.Net.NetworkInformation.PingException System.Net.Mail.SmtpException
System.NotSupportedException: PlatformNotSupportedException
System.OperationCanceledException: System.Threading.Tasks.TaskCanceledException
System.MemberAccessException: MissingMemberException
System.MissingMemberException: MissingMethodException MissingFieldException
System.IO.IOException: DirectoryNotFoundException DriveNotFoundException EndOfStreamException
System.IO.IOException: FileLoadException FileNotFoundException PathTooLongException
System.Runtime.InteropServices.ExternalException: COMException System.ComponentModel.Win32Exception
System.ComponentModel.Win32Exception: System.Net.Sockets.SocketException System.Net.HttpListenerException
System.Exception: System.Net.Http.HttpRequestException System.Net.CookieException
System.Net.Http.HttpRequestException: Microsoft.PowerShell.Commands.HttpResponseException
System.Management.Automation.RuntimeException: ActionPreferenceStopException CmdletInvocationException
System.Management.Automation.RuntimeException: CommandNotFoundException ExtendedTypeSystemException
System.Management.Automation.RuntimeException: MetadataException ParameterBindingException ParseException
System.Management.Automation.RuntimeException: PipelineStoppedException RemoteException ScriptCallDepthException
System.Management.Automation.RuntimeException: SessionStateException WildcardPatternException PSSecurityException
System.Management.Automation.RuntimeException: ScriptRequiresException HaltCommandException HostException
System.Management.Automation.CmdletInvocationException: CmdletProviderInvocationException
System.Management.Automation.ExtendedTypeSystemException: GetValueException MethodException SetValueException
System.Management.Automation.GetValueException: GetValueInvocationException PropertyNotFoundException
System.Management.Automation.MethodException: MethodInvocationException
System.Management.Automation.SetValueException: SetValueInvocationException
System.Management.Automation.MetadataException: ValidationMetadataException
System.Management.Automation.MetadataException: ArgumentTransformationMetadataException ParsingMetadataException
System.Management.Automation.ParameterBindingException: ParameterBindingArgumentTransformationException
System.Management.Automation.ParameterBindingException: ParameterBindingValidationException
System.Management.Automation.ParseException: IncompleteParseException
System.Management.Automation.SessionStateException: DriveNotFoundException ItemNotFoundException
System.Management.Automation.SessionStateException: ProviderNotFoundException SessionStateOverflowException
System.Management.Automation.SessionStateException: SessionStateUnauthorizedAccessException
System.InvalidCastException: System.Management.Automation.PSInvalidCastException
System.InvalidOperationException: System.Management.Automation.PSInvalidOperationException
System.ArgumentException: System.Management.Automation.PSArgumentException
System.NotSupportedException: System.Management.Automation.PSNotSupportedException
"""


def exception_bases() -> dict[str, tuple[str, str]]:
    """Lower-case full name -> full name and the base's full name."""
    found: dict[str, tuple[str, str]] = {"system.exception": ("System.Exception", "")}
    for line in _TREE.strip().splitlines():
        base, _, derived = line.partition(": ")
        for name in derived.split():
            full = name if "." in name else f"{base.rpartition('.')[0]}.{name}"
            found[full.lower()] = (full, base)
    return found

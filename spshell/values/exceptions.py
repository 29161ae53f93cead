"""Exceptions of the running script: one Python class a .NET exception type, made when first named.

Every error that a script can see is a :class:`NetException`. Layers below the engine raise it with the error id,
category and target that PowerShell gives; the engine wraps it into an ErrorRecord.
Control flow (break, exit, stop upstream) never derives from it.
"""

from __future__ import annotations

from _weakref import ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class NetException(Exception):
    """System.Exception as a script sees it.

    ``error_id`` is the first part of FullyQualifiedErrorId, ``category`` an ErrorCategory name,
    ``arguments`` what the sentence names, ``target`` the TargetObject,
    ``inner`` the InnerException, ``record`` the ErrorRecord once the engine made one,
    ``properties`` further .NET properties by name (``ParamName``, ``ActualValue`` ...).
    """

    net_name = "System.Exception"
    error_id: str | None = None
    category = "NotSpecified"
    target: Any = None
    inner: NetException | None = None
    arguments: tuple[Any, ...] = ()
    properties: dict[str, Any] | None = None
    _record: Any = None
    thrown_object = False
    """Whether a script threw the object itself: its message is the error's id."""
    thrown = False
    """Whether the error unwinds everything up to a catch (throw, ErrorAction Stop), not just its statement."""

    def __init__(
        self,
        message: str = "",
        *,
        error_id: str | None = None,
        category: str = "NotSpecified",
        target: Any = None,
        inner: NetException | None = None,
        arguments: tuple[Any, ...] = (),
        properties: dict[str, Any] | None = None,
    ) -> None:
        self.message = message  # (Python's own args were set when the object was made)
        if error_id is not None:
            self.error_id = error_id
        self.category = category
        if target is not None:
            self.target = target
        if inner is not None:
            self.inner = inner
        if arguments:
            self.arguments = arguments
        if properties is not None:
            self.properties = properties

    def __str__(self) -> str:
        return self.message

    @property
    def record(self) -> Any:
        """The ErrorRecord, or None while (or when no longer) there is none."""
        held = self._record
        return held() if held.__class__ is ref else held

    @record.setter
    def record(self, value: Any) -> None:
        self._record = value

    def loosen_record(self) -> None:
        """Keep the record only as long as somebody else does, and let go of the frames it unwound: no cycles are left."""
        self.__traceback__ = None
        held = self._record
        if held is not None and held.__class__ is not ref:
            self._record = ref(held)
        if self.inner is not None:
            self.inner.loosen_record()


_BASES: dict[str, str] = {
    "System.SystemException": "System.Exception",
    "System.ApplicationException": "System.Exception",
    "System.AggregateException": "System.Exception",
    "System.ArithmeticException": "System.SystemException",
    "System.DivideByZeroException": "System.ArithmeticException",
    "System.OverflowException": "System.ArithmeticException",
    "System.NotFiniteNumberException": "System.ArithmeticException",
    "System.ArgumentException": "System.SystemException",
    "System.ArgumentNullException": "System.ArgumentException",
    "System.ArgumentOutOfRangeException": "System.ArgumentException",
    "System.Globalization.CultureNotFoundException": "System.ArgumentException",
    "System.DuplicateWaitObjectException": "System.ArgumentException",
    "System.Text.DecoderFallbackException": "System.ArgumentException",
    "System.Text.EncoderFallbackException": "System.ArgumentException",
    "System.Text.RegularExpressions.RegexParseException": "System.ArgumentException",
    "System.FormatException": "System.SystemException",
    "System.UriFormatException": "System.FormatException",
    "System.IO.FileFormatException": "System.FormatException",
    "System.Net.CookieException": "System.FormatException",
    "System.IndexOutOfRangeException": "System.SystemException",
    "System.Data.DataException": "System.SystemException",
    "System.Data.DuplicateNameException": "System.Data.DataException",
    "System.Data.NoNullAllowedException": "System.Data.DataException",
    "System.Data.InvalidExpressionException": "System.Data.DataException",
    "System.Data.EvaluateException": "System.Data.InvalidExpressionException",
    "System.Data.SyntaxErrorException": "System.Data.InvalidExpressionException",
    "System.InvalidCastException": "System.SystemException",
    "System.InvalidOperationException": "System.SystemException",
    "System.ObjectDisposedException": "System.InvalidOperationException",
    "System.Net.WebException": "System.InvalidOperationException",
    "System.Net.Mail.SmtpException": "System.Exception",
    "System.Net.Mail.SmtpFailedRecipientException": "System.Net.Mail.SmtpException",
    "System.Net.Mail.SmtpFailedRecipientsException": "System.Net.Mail.SmtpFailedRecipientException",
    "System.NotImplementedException": "System.SystemException",
    "System.NotSupportedException": "System.SystemException",
    "System.PlatformNotSupportedException": "System.NotSupportedException",
    "System.NullReferenceException": "System.SystemException",
    "System.OutOfMemoryException": "System.SystemException",
    "System.InsufficientExecutionStackException": "System.SystemException",
    "System.RankException": "System.SystemException",
    "System.ArrayTypeMismatchException": "System.SystemException",
    "System.MemberAccessException": "System.SystemException",
    "System.MissingMemberException": "System.MemberAccessException",
    "System.MissingMethodException": "System.MissingMemberException",
    "System.MissingFieldException": "System.MissingMemberException",
    "System.TimeoutException": "System.SystemException",
    "System.TimeZoneNotFoundException": "System.Exception",
    "System.TypeLoadException": "System.SystemException",
    "System.UnauthorizedAccessException": "System.SystemException",
    "System.OperationCanceledException": "System.SystemException",
    "System.Threading.Tasks.TaskCanceledException": "System.OperationCanceledException",
    "System.Collections.Generic.KeyNotFoundException": "System.SystemException",
    "System.ComponentModel.Win32Exception": "System.Runtime.InteropServices.ExternalException",
    "System.Runtime.InteropServices.ExternalException": "System.SystemException",
    "System.Runtime.InteropServices.COMException": "System.Runtime.InteropServices.ExternalException",
    "System.Net.Sockets.SocketException": "System.ComponentModel.Win32Exception",
    "System.IO.IOException": "System.SystemException",
    "System.IO.DirectoryNotFoundException": "System.IO.IOException",
    "System.IO.DriveNotFoundException": "System.IO.IOException",
    "System.IO.EndOfStreamException": "System.IO.IOException",
    "System.IO.FileLoadException": "System.IO.IOException",
    "System.IO.FileNotFoundException": "System.IO.IOException",
    "System.IO.PathTooLongException": "System.IO.IOException",
    "System.IO.InvalidDataException": "System.SystemException",
    "System.Security.SecurityException": "System.SystemException",
    "System.Security.Cryptography.CryptographicException": "System.SystemException",
    "System.Security.Authentication.AuthenticationException": "System.SystemException",
    "System.Xml.XmlException": "System.SystemException",
    "System.Xml.XPath.XPathException": "System.SystemException",
    "System.Reflection.TargetInvocationException": "System.ApplicationException",
    "System.Reflection.AmbiguousMatchException": "System.SystemException",
    "System.Text.Json.JsonException": "System.Exception",
    "System.Net.Http.HttpRequestException": "System.Exception",
    "Microsoft.PowerShell.Commands.HttpResponseException": "System.Net.Http.HttpRequestException",
    "System.Management.Automation.RuntimeException": "System.SystemException",
    "System.Management.Automation.ArgumentTransformationMetadataException": "System.Management.Automation.MetadataException",
    "System.Management.Automation.CmdletInvocationException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.CmdletProviderInvocationException": (
        "System.Management.Automation.CmdletInvocationException"
    ),
    "System.Management.Automation.ActionPreferenceStopException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ApplicationFailedException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.CommandNotFoundException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ScriptRequiresException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ExtendedTypeSystemException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.MethodException": "System.Management.Automation.ExtendedTypeSystemException",
    "System.Management.Automation.MethodInvocationException": "System.Management.Automation.MethodException",
    "System.Management.Automation.GetValueException": "System.Management.Automation.ExtendedTypeSystemException",
    "System.Management.Automation.GetValueInvocationException": "System.Management.Automation.GetValueException",
    "System.Management.Automation.SetValueException": "System.Management.Automation.ExtendedTypeSystemException",
    "System.Management.Automation.SetValueInvocationException": "System.Management.Automation.SetValueException",
    "System.Management.Automation.PropertyNotFoundException": "System.Management.Automation.ExtendedTypeSystemException",
    "System.Management.Automation.HaltCommandException": "System.SystemException",
    "System.Management.Automation.MetadataException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ValidationMetadataException": "System.Management.Automation.MetadataException",
    "System.Management.Automation.ParsingMetadataException": "System.Management.Automation.MetadataException",
    "System.Management.Automation.ParameterBindingException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ParameterBindingArgumentTransformationException": (
        "System.Management.Automation.ParameterBindingException"
    ),
    "System.Management.Automation.ParameterBindingValidationException": (
        "System.Management.Automation.ParameterBindingException"
    ),
    "System.Management.Automation.ParameterBindingParameterDefaultValueException": (
        "System.Management.Automation.ParameterBindingException"
    ),
    "System.Management.Automation.ParseException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.IncompleteParseException": "System.Management.Automation.ParseException",
    "System.Management.Automation.ParentContainsErrorRecordException": "System.SystemException",
    "System.Management.Automation.PipelineStoppedException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.PipelineClosedException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ProviderInvocationException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.PSArgumentException": "System.ArgumentException",
    "System.Management.Automation.PSArgumentNullException": "System.ArgumentNullException",
    "System.Management.Automation.PSArgumentOutOfRangeException": "System.ArgumentOutOfRangeException",
    "System.Management.Automation.PSInvalidCastException": "System.InvalidCastException",
    "System.Management.Automation.PSInvalidOperationException": "System.InvalidOperationException",
    "System.Management.Automation.PSNotImplementedException": "System.NotImplementedException",
    "System.Management.Automation.PSNotSupportedException": "System.NotSupportedException",
    "System.Management.Automation.PSObjectDisposedException": "System.ObjectDisposedException",
    "System.Management.Automation.PSSecurityException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.NativeCommandExitException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.NativeCommandIOException": "System.SystemException",
    "System.Management.Automation.RemoteException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.ScriptBlockToPowerShellNotSupportedException": (
        "System.Management.Automation.RuntimeException"
    ),
    "System.Management.Automation.ScriptCallDepthException": "System.SystemException",
    "System.Management.Automation.SessionStateException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.SessionStateOverflowException": "System.Management.Automation.SessionStateException",
    "System.Management.Automation.SessionStateUnauthorizedAccessException": (
        "System.Management.Automation.SessionStateException"
    ),
    "System.Management.Automation.ItemNotFoundException": "System.Management.Automation.SessionStateException",
    "System.Management.Automation.DriveNotFoundException": "System.Management.Automation.SessionStateException",
    "System.Management.Automation.ProviderNotFoundException": "System.Management.Automation.SessionStateException",
    "System.Management.Automation.WildcardPatternException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.JobFailedException": "System.SystemException",
    "System.Management.Automation.SetValueInvocationExceptionWithInnerException": "System.Exception",
    "System.Management.Automation.Host.HostException": "System.Management.Automation.RuntimeException",
    "System.Management.Automation.Host.PromptingException": "System.Management.Automation.Host.HostException",
    "Microsoft.PowerShell.Commands.WriteErrorException": "System.SystemException",
    "Microsoft.PowerShell.Commands.ServiceCommandException": "System.SystemException",
    "Microsoft.PowerShell.Commands.ProcessCommandException": "System.SystemException",
    "Microsoft.SharePoint.SPException": "System.Runtime.InteropServices.ExternalException",
    "Microsoft.SharePoint.Administration.SPUpdatedConcurrencyException": "System.ApplicationException",
}
"""Exception type -> its base type, for the types that scripts name in ``catch`` or that we raise."""

_CLASSES: dict[str, type[NetException]] = {"system.exception": NetException}
_FOLDED: dict[str, str] = {}


def exception_class(full_name: str) -> type[NetException]:
    """The Python class of a .NET exception type; unknown names become direct children of System.Exception."""
    folded = full_name.lower()
    found = _CLASSES.get(folded)
    if found is None:
        base = exception_class(_BASES.get(full_name, "System.Exception"))
        found = type(full_name.rpartition(".")[2], (base,), {"net_name": full_name, "__module__": __name__})
        _CLASSES[folded] = found
    return found


def known_exception(name: str) -> type[NetException] | None:
    """The class of an exception type that exists, by full name in any case, with or without ``System.``."""
    folded = name.lower()
    if not _FOLDED:
        _FOLDED.update({full.lower(): full for full in _BASES})
        _FOLDED["system.exception"] = "System.Exception"
    full = (
        _FOLDED.get(folded)
        or _FOLDED.get("system." + folded)
        or _FOLDED.get("system.management.automation." + folded)
    )
    if full is not None:
        return exception_class(full)
    return _CLASSES.get(folded)


def declare_exception(full_name: str, base: str = "System.Exception") -> type[NetException]:
    """Add an exception type of another package (farm, mail) to the hierarchy and return its class."""
    _BASES[full_name] = base
    _FOLDED.clear()
    return exception_class(full_name)


def fault(
    net_name: str,
    message: str,
    error_id: str,
    category: str = "NotSpecified",
    *,
    target: Any = None,
    inner: NetException | None = None,
    arguments: tuple[Any, ...] = (),
) -> NetException:
    """Build (not raise) the exception of a type with its error identity."""
    return exception_class(net_name)(
        message, error_id=error_id, category=category, target=target, inner=inner, arguments=arguments
    )


def fault_of(
    entry: tuple[str, str, str], error_id: str, arguments: tuple[Any, ...], target: Any = None
) -> NetException:
    """As `fault`, from an entry of a table of errors: type, category, sentence with places for the arguments."""
    net_name, category, sentence = entry
    return fault(
        net_name, sentence.format(*arguments), error_id, category, target=target, arguments=arguments
    )

"""Members of exceptions; every exception type of the hierarchy has them and its constructors."""

from __future__ import annotations

from spshell.dotnet.reflection.definitions import define
from spshell.values import hooks
from spshell.values.declare import Members, add_constructor, add_property
from spshell.values.exceptions import NetException, exception_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType

EXCEPTION = Members()


def _stored(name: str, default: Any = None) -> Any:
    return lambda error: (error.properties or {}).get(name, default)


EXCEPTION.prop("System.Reflection.MethodBase TargetSite {get}")(_stored("TargetSite"))


@EXCEPTION.prop("string Message {get}")
def message(error: NetException) -> str:
    """What happened, in a sentence."""
    return error.message


@EXCEPTION.prop("System.Collections.IDictionary Data {get}")
def data(error: NetException) -> Any:
    """A dictionary for notes about the error."""
    from spshell.values.hashtable import Hashtable

    notes = _properties(error)
    if "Data" not in notes:
        notes["Data"] = Hashtable()
    return notes["Data"]


@EXCEPTION.prop("System.Exception InnerException {get}")
def inner_exception(error: NetException) -> Any:
    """The exception behind this one."""
    return error.inner


def _properties(error: NetException) -> dict[str, Any]:
    if error.properties is None:
        error.properties = {}
    return error.properties


def _storing(name: str) -> Any:
    def store(error: NetException, value: Any) -> None:
        _properties(error)[name] = value

    return store


_RESULT_CODES = {
    "System.Exception": 0x80131500,
    "System.SystemException": 0x80131501,
    "System.ArgumentException": 0x80070057,
    "System.ArgumentNullException": 0x80004003,
    "System.ArgumentOutOfRangeException": 0x80131502,
    "System.ArithmeticException": 0x80070216,
    "System.DivideByZeroException": 0x80020012,
    "System.OverflowException": 0x80131516,
    "System.FormatException": 0x80131537,
    "System.IndexOutOfRangeException": 0x80131508,
    "System.InvalidCastException": 0x80004002,
    "System.InvalidOperationException": 0x80131509,
    "System.ObjectDisposedException": 0x80131622,
    "System.NotImplementedException": 0x80004001,
    "System.NotSupportedException": 0x80131515,
    "System.PlatformNotSupportedException": 0x80131539,
    "System.NullReferenceException": 0x80004003,
    "System.OutOfMemoryException": 0x8007000E,
    "System.TimeoutException": 0x80131505,
    "System.OperationCanceledException": 0x8013153B,
    "System.UnauthorizedAccessException": 0x80070005,
    "System.Collections.Generic.KeyNotFoundException": 0x80131577,
    "System.IO.IOException": 0x80131620,
    "System.IO.FileNotFoundException": 0x80070002,
    "System.IO.DirectoryNotFoundException": 0x80070003,
    "System.IO.PathTooLongException": 0x800700CE,
    "System.IO.EndOfStreamException": 0x80070026,
    "System.Runtime.InteropServices.ExternalException": 0x80004005,
}
"""HResult of exception types; others have that of their base."""


def _result_code(error: NetException) -> int:
    for kind in type(error).__mro__:
        found = _RESULT_CODES.get(getattr(kind, "net_name", ""))
        if found is not None:
            return found - 2**32
    return 0x80131500 - 2**32


EXCEPTION.prop("string HelpLink {get;set}")(_stored("HelpLink"))
EXCEPTION.setter("HelpLink")(_storing("HelpLink"))
EXCEPTION.prop("string Source {get;set}")(_stored("Source"))
EXCEPTION.setter("Source")(_storing("Source"))
EXCEPTION.prop("int HResult {get;set}")(
    lambda error: (error.properties or {}).get("HResult", _result_code(error))
)
EXCEPTION.setter("HResult")(_storing("HResult"))
EXCEPTION.prop("string StackTrace {get}")(_stored("StackTrace"))


@EXCEPTION.method("System.Exception GetBaseException()")
def get_base_exception(error: NetException) -> NetException:
    """The innermost exception."""
    while error.inner is not None:
        error = error.inner
    return error


def declare(net_type: NetType) -> None:
    """The members of one exception type: constructors and what its kind adds."""
    name = net_type.full_name
    made = exception_class(name)
    if name == "System.Exception":
        EXCEPTION.fill(net_type)
    for signature, build in _constructors(name):
        add_constructor(net_type, signature, _maker(made, build))
    for declaration in _ADDED.get(name, ()):
        key = declaration.partition(" {")[0].rpartition(" ")[2]
        add_property(net_type, declaration, _added(key))


_ADDED: dict[str, tuple[str, ...]] = {
    "System.ArgumentException": ("string ParamName {get}",),
    "System.ArgumentOutOfRangeException": ("System.Object ActualValue {get}",),
    "System.IO.FileNotFoundException": ("string FileName {get}", "string FusionLog {get}"),
    "System.ObjectDisposedException": ("string ObjectName {get}",),
    "System.Xml.XmlException": ("int LineNumber {get}", "int LinePosition {get}", "string SourceUri {get}"),
    "System.Net.Http.HttpRequestException": ("System.Nullable[System.Net.HttpStatusCode] StatusCode {get}",),
    "Microsoft.PowerShell.Commands.HttpResponseException": (
        "System.Net.Http.HttpResponseMessage Response {get}",
    ),
    "System.Net.Sockets.SocketException": ("int ErrorCode {get}",),
    "System.Management.Automation.RuntimeException": (
        "System.Management.Automation.ErrorRecord ErrorRecord {get}",
        "bool WasThrownFromThrowStatement {get}",
    ),
    **dict.fromkeys(
        (
            "System.Management.Automation.PSArgumentException",
            "System.Management.Automation.PSArgumentNullException",
            "System.Management.Automation.PSArgumentOutOfRangeException",
            "System.Management.Automation.PSInvalidCastException",
            "System.Management.Automation.PSInvalidOperationException",
            "System.Management.Automation.PSNotImplementedException",
            "System.Management.Automation.PSNotSupportedException",
            "System.Management.Automation.PSObjectDisposedException",
        ),
        ("System.Management.Automation.ErrorRecord ErrorRecord {get}",),
    ),
    "System.Management.Automation.ParseException": (
        "System.Management.Automation.Language.ParseError[] Errors {get}",
    ),
    "System.Management.Automation.NativeCommandExitException": (
        "string Path {get}",
        "int ExitCode {get}",
        "int ProcessId {get}",
    ),
    "System.Management.Automation.CommandNotFoundException": ("string CommandName {get}",),
    "System.Management.Automation.ItemNotFoundException": ("string ItemName {get}",),
    "System.Management.Automation.ParameterBindingException": (
        "string ParameterName {get}",
        "string ErrorId {get}",
    ),
    "System.Management.Automation.Runspaces.InvalidRunspaceStateException": (
        "System.Management.Automation.Runspaces.RunspaceState CurrentState {get}",
        "System.Management.Automation.Runspaces.RunspaceState ExpectedState {get}",
    ),
    "System.AggregateException": (
        "System.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions {get}",
    ),
}


_BOUND = frozenset(
    f"System.Management.Automation.{name}"
    for name in (
        "ParameterBindingException", "ParameterBindingValidationException", "CmdletInvocationException",
        "ParameterBindingArgumentTransformationException", "ActionPreferenceStopException",
    )
)  # fmt: skip
"""Exceptions that know the command from the start."""


def _without_cmdlet(record: Any) -> Any:
    """The record that an exception had before it went through a cmdlet, whose name the record of the error bears."""
    if not record.command.startswith("Microsoft.PowerShell.Commands."):
        return record
    from copy import copy

    twin = copy(record)
    twin.command = ""
    return twin


def _added(key: str) -> Any:
    def read(error: NetException) -> Any:
        if key == "ErrorRecord":
            make = hooks.unraised_record
            own = error.record if error.record is not None or make is None else make(error)
            return _without_cmdlet(own) if own is not None and error.net_name not in _BOUND else own
        if key == "WasThrownFromThrowStatement":
            return bool(error.__dict__.get("thrown_value", False))
        if key == "CommandName":
            return (error.properties or {}).get(key, error.target)
        return (error.properties or {}).get(key)

    return read


def _constructors(name: str) -> list[tuple[str, tuple[str, ...]]]:
    if name in ("System.ArgumentNullException", "System.ArgumentOutOfRangeException"):
        return [
            ("()", ()),
            ("(string paramName)", ("ParamName",)),
            ("(string message, System.Exception innerException)", ("message", "inner")),
            ("(string paramName, string message)", ("ParamName", "message")),
            (
                "(string paramName, System.Object actualValue, string message)",
                ("ParamName", "ActualValue", "message"),
            ),
        ][: 4 if name.endswith("NullException") else 5]
    shared: list[tuple[str, tuple[str, ...]]] = [
        ("()", ()),
        ("(string message)", ("message",)),
        ("(string message, System.Exception innerException)", ("message", "inner")),
    ]
    if name == "System.ArgumentException":
        shared.append(("(string message, string paramName)", ("message", "ParamName")))
        shared.append(
            (
                "(string message, string paramName, System.Exception innerException)",
                ("message", "ParamName", "inner"),
            )
        )
    if name == "System.IO.FileNotFoundException":
        shared.append(("(string message, string fileName)", ("message", "FileName")))
    if name == "System.Exception":
        return shared
    return shared


def _maker(made: type[NetException], names: tuple[str, ...]) -> Any:
    def make_message(text: Any) -> NetException:
        return made(f"An exception of the type '{made.net_name}' was thrown." if text is None else str(text))

    if names == ("message",):
        return make_message

    def make(*values: Any) -> NetException:
        given = dict(zip(names, values, strict=True))
        text = given.pop("message", None)
        inner = given.pop("inner", None)
        sentence = f"An exception of the type '{made.net_name}' was thrown." if text is None else str(text)
        if given.get("ParamName"):
            sentence = f"{sentence} (Parameter '{given['ParamName']}')"
        return made(sentence, inner=inner, properties=given or None)

    return make


define("System.Exception").declare = declare

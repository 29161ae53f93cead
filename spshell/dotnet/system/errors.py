"""Build the exceptions that .NET members throw and the ones PowerShell puts around them."""

from __future__ import annotations

from spshell.dotnet.messages import text
from spshell.values.exceptions import NetException, exception_class, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import NetType

_AUTOMATION = "System.Management.Automation."


def thrown(net_name: str, message_id: str, *arguments: Any, **properties: Any) -> NetException:
    """The exception a .NET member throws; PowerShell names it by its short type name."""
    return exception_class(net_name)(
        text(message_id, *arguments),
        error_id=net_name.rpartition(".")[2],
        arguments=arguments,
        properties=properties or None,
    )


def out_of_range(parameter: str, value: Any = None, limit: Any = None) -> NetException:
    """ArgumentOutOfRangeException for a parameter; `limit` is the value that it may just have."""
    words: tuple[Any, ...] = (parameter,)
    if limit is not None:
        words = (parameter, value, limit)
    elif value is not None:
        words = (parameter, value)
    return thrown(
        "System.ArgumentOutOfRangeException",
        ("ArgumentOutOfRange", "ArgumentOutOfRangeValue", "ArgumentOutOfRangeLimit")[len(words) - 1],
        *words,
        ParamName=parameter,
        ActualValue=value,
    )


def argument_null(parameter: str) -> NetException:
    """ArgumentNullException for a parameter."""
    return thrown("System.ArgumentNullException", "ArgumentNull", parameter, ParamName=parameter)


def bad_argument(sentence: str, parameter: str = "") -> NetException:
    """ArgumentException with a sentence of its own."""
    if not parameter:
        return thrown("System.ArgumentException", "Invalid", sentence)
    return thrown("System.ArgumentException", "Argument", sentence, parameter, ParamName=parameter)


def automation_argument(sentence: str, parameter: str, *, null: bool = False) -> NetException:
    """PSArgumentException or PSArgumentNullException, as PowerShell's own types throw them."""
    name = "PSArgumentNullException" if null else "PSArgumentException"
    return thrown(_AUTOMATION + name, "Argument", sentence, parameter, ParamName=parameter)


def bad_format(message_id: str = "FormatString", *arguments: Any) -> NetException:
    """FormatException."""
    return thrown("System.FormatException", message_id, *arguments)


def invalid_operation(sentence: str) -> NetException:
    """InvalidOperationException with a sentence of its own."""
    return thrown("System.InvalidOperationException", "Invalid", sentence)


def not_supported(message_id: str = "FixedSize") -> NetException:
    """NotSupportedException, as fixed-size and read-only collections throw."""
    return thrown("System.NotSupportedException", message_id)


def method_not_found(net_type: NetType, name: str) -> NetException:
    return fault(
        _AUTOMATION + "RuntimeException",
        text("MethodNotFound", net_type.full_name, name),
        "MethodNotFound",
        "InvalidOperation",
        arguments=(net_type.full_name, name),
    )


def method_on_null() -> NetException:
    return fault(
        _AUTOMATION + "RuntimeException", text("InvokeMethodOnNull"), "InvokeMethodOnNull", "InvalidOperation"
    )


def no_overload(name: str, count: int, *, ambiguous: bool = False) -> NetException:
    """No overload takes these arguments, or several take them equally well (one id for both)."""
    message_id = "MethodAmbiguousException" if ambiguous else "MethodArgumentCountException"
    return fault(
        _AUTOMATION + "MethodException",
        text(message_id, name, count),
        "MethodCountCouldNotFindBest",
        arguments=(name, count),
    )


def argument_conversion(
    parameter: str, value_text: str, method: str, net_type: NetType, inner: NetException
) -> NetException:
    """An argument cannot be converted to its parameter's type."""
    arguments = (parameter, value_text, method, net_type.full_name, inner.message)
    return fault(
        _AUTOMATION + "MethodException",
        text("MethodArgumentConversionException", *arguments),
        "MethodArgumentConversionInvalidCastArgument",
        inner=inner,
        arguments=arguments,
    )


def method_failed(name: str, count: int, inner: NetException) -> NetException:
    """A .NET method threw: the id is the short name of what it threw."""
    return fault(
        _AUTOMATION + "MethodInvocationException",
        text("MethodInvocationException", name, count, inner.message),
        inner.net_name.rpartition(".")[2],
        inner=inner,
        arguments=(name, count, inner.message),
    )


def getter_failed(name: str, inner: NetException) -> NetException:
    return fault(
        _AUTOMATION + "GetValueInvocationException",
        text("ExceptionWhenGetting", name, inner.message),
        "ExceptionWhenGetting",
        inner=inner,
        arguments=(name, inner.message),
    )


def setter_failed(name: str, inner: NetException) -> NetException:
    return fault(
        _AUTOMATION + "SetValueInvocationException",
        text("ExceptionWhenSetting", name, inner.message),
        "ExceptionWhenSetting",
        inner=inner,
        arguments=(name, inner.message),
    )


def property_missing(name: str) -> NetException:
    """Reading an unknown property under Set-StrictMode."""
    return fault(
        _AUTOMATION + "PropertyNotFoundException",
        text("PropertyNotFoundStrict", name),
        "PropertyNotFoundStrict",
        arguments=(name,),
    )


def property_not_settable(name: str, error_id: str) -> NetException:
    """Setting an unknown property: the id depends on what carries it."""
    return fault(
        _AUTOMATION + "RuntimeException",
        text("PropertyNotFound", name),
        error_id,
        "InvalidOperation",
        arguments=(name,),
    )


def property_read_only(name: str) -> NetException:
    sentence = text("PropertyIsReadOnly", name)
    return fault(
        _AUTOMATION + "RuntimeException",
        sentence,
        "PropertyAssignmentException",
        "InvalidOperation",
        inner=fault(_AUTOMATION + "SetValueException", sentence, "PropertyAssignmentException"),
        arguments=(name,),
    )


def is_conversion_error(error: NetException) -> bool:
    """Whether an exception says that a value cannot be converted (InvalidCastException and its children)."""
    return isinstance(error, exception_class("System.InvalidCastException"))


def is_method_error(error: NetException) -> bool:
    """Whether an exception is a MethodException already, which is not wrapped again."""
    return isinstance(error, exception_class(_AUTOMATION + "MethodException"))

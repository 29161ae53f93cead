"""The sentences of errors that operations on values raise: error id or resource name -> template."""

from __future__ import annotations

from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MESSAGES: dict[str, str] = {
    # conversions; {0} value, {1} type, {2} reason
    "InvalidCastException": 'Cannot turn the {1} value "{0}" into type "{2}".',
    "InvalidCastExceptionWithInnerException": 'Cannot turn the value "{0}" into type "{1}": {2}',
    "InvalidCastExceptionWithoutValue": 'Cannot turn a value of type "{0}" into type "{1}".',
    "InvalidCastFromNull": 'There is no value of type "{0}" that stands for null.',
    "InvalidCastExceptionEnumerationNull": 'Null is no value of "{0}". It has these: {1}.',
    "InvalidCastExceptionEnumerationNoValue": '"{0}" is no value of "{1}". It has these: {2}.',
    "InvalidCastExceptionEnumerationNoFlagAndComma": (
        'Several values, "{0}", cannot be combined: "{1}" is not made of flags.'
    ),
    "InvalidCastCannotRetrieveString": "The value cannot be written as text.",
    "ConversionSupportedOnlyToCoreTypes": 'Conversion to "{0}" is not allowed here.',
    "IsOperatorRequiresType": "A type belongs right of -is: write [int] or 'int'.",
    "NoMatchInEnum": '"{0}" is no name in {1}. Possible names: {2}.',
    "MultipleMatchesInEnum": '"{0}" fits several names of {1}: {2}.',
    "TypeNotFound": "There is no type [{0}].",
    "ObjectCreationError": 'An object of type "{0}" could not be made: {1}',
    # .NET's own sentences
    "Format_InvalidStringWithValue": 'The text "{0}" has not the form that is needed.',
    "Format_InvalidString": "The text has not the form that is needed.",
    "Format_InvalidStringWithOffset": "The format text is not valid at character {0}.",
    "Overflow": "The value lies outside the range of {0}.",
    "Overflow_Decimal": "The value lies outside the range of Decimal.",
    "Arg_OutOfMemoryException": "The text would be longer than a text can be.",
    "DivideByZero": "A number cannot be divided by zero.",
    "Arg_IndexOutOfRange": "The index lies outside the bounds of the array.",
    "Argument_BadFormatSpecifier": "This format specifier is not valid here.",
    "Format_IndexOutOfRange": "An index in the format is not smaller than the number of arguments.",
    "InvalidCast_FromTo": "A value of type '{0}' cannot be cast to '{1}'.",
    "NotConvertible": "A value of type {0} is no {1}.",
    "InvalidCast_IConvertible": "The object cannot be converted: it does not implement IConvertible.",
    "CharLength": "The text must be exactly one character long.",
    "ArgumentNegative": "The value {0} for {1} is below zero. (Parameter '{1}')\nThe value was {0}.",
    "ArgumentOutOfRange": "The value {0} lies outside the allowed range. (Parameter '{1}')",
    "ArgumentNull_Generic": "The value must not be null. (Parameter '{0}')",
    "NullReference": "The operation needs an object, and there is none.",
    "RegexParse": 'The pattern "{0}" is not valid at character {2}: {1}',
    # operators
    "AddHashTableToNonHashTable": "Only another hash table can be added to a hash table.",
    "NotADefinedOperationForType": "The operation is not defined: [{0}] {1} [{2}].",
    "MethodNotFound": "[{0}] has no method named '{1}'.",
    "OperatorRequiresNumber": "The operator {0} works on numbers only; this is a {1}.",
    "ComparisonFailure": 'Cannot compare "{0}" with "{1}": {2}',
    "InvalidOperation_EnumFailedVersion": "The collection was changed while its elements were visited.",
    "NoCoercion": "No operator turns a {0} into a {1}.",
    "EnumAssignment": "A result of type {0} is no value of {1}.",
    "UnaryNotDefined": "The sign is not defined for the type {0}.",
    "BinaryNotDefined": "The operator {0} is not defined for enumeration values.",
    "MethodArgumentConversionException": (
        'The argument "{0}" with the value "{1}" for "{2}" cannot become a "{3}": {4}'
    ),
    "MethodInvocationException": 'The call of "{0}" with {1} argument(s) failed: {2}',
    "PropertyNotFound": "There is no property {0} in {1} that can be set. There are: {2}.",
    "NoSettableProperty": "There is no property {0} in {1}, and none that can be set.",
    "ReadOnlyCIMProperty": "The property {0} can only be read.",
    "InvalidSplitOptionWithPredicate": "Options cannot be used when a script block splits.",
    "InvalidSplitOptionCombination": "SimpleMatch can only be combined with IgnoreCase.",
    "NotTheSameTypeOrNotIcomparable": (
        'Cannot compare "{0}" with "{1}": they differ in type, or "{2}" is no {3}.'
    ),
    "NotIcomparable": 'Cannot compare "{0}": objects of its type have no order.',
    "FormatError": "The format operator failed: {0}",
    "InvalidRegularExpression": "The regular expression pattern {0} is not valid.",
    "BadOperatorArgument": "Operator {0} cannot use the value {1}.",
    "BadReplaceArgument": "Operator {0} takes a pattern and a replacement, not {1} values.",
    "WildcardPattern_Invalid": "The wildcard pattern {0} is not valid.",
    "RangeTooLarge": "The range has more elements than an array can hold.",
    "DuplicateKey": "The key '{0}' is there already (new: '{1}').",
    # indexing
    "NullArrayIndex": "The index is null.",
    "NullArray": "A null value cannot be indexed.",
    "CannotIndex": "An object of type {0} cannot be indexed.",
    "ArraySliceAssignmentFailed": "The slice [{0}] cannot be assigned to.",
    "NeedMultidimensionalIndex": "The array has {0} dimensions, and the index is [{1}].",
}
"""Template by resource name; ``{0}`` names the first argument."""


def text_of(resource: str, arguments: tuple[Any, ...] = ()) -> str:
    """The sentence of a resource with its arguments filled in."""
    text = MESSAGES.get(resource, resource + ": {0}" if arguments else resource)
    for number, argument in enumerate(arguments):
        text = text.replace("{" + str(number) + "}", str(argument))
    return text


def runtime_fault(
    error_id: str, *arguments: Any, inner: NetException | None = None, target: Any = None
) -> NetException:
    """A RuntimeException of category InvalidOperation, as the engine's operators raise it."""
    return fault(
        "System.Management.Automation.RuntimeException",
        text_of(error_id, arguments),
        error_id,
        "InvalidOperation",
        target=target,
        inner=inner,
        arguments=arguments,
    )


def cast_fault(
    error_id: str, resource: str, *arguments: Any, inner: NetException | None = None
) -> NetException:
    """A PSInvalidCastException: what every failed conversion raises (the engine wraps it)."""
    return fault(
        "System.Management.Automation.PSInvalidCastException",
        text_of(resource, arguments),
        error_id,
        "InvalidArgument",
        inner=inner,
        arguments=arguments,
    )


def cast_text(value: Any) -> str:
    """The text of a value that could not be converted: as ToString() gives it, a custom object with its properties."""
    from spshell.values.text import to_string, to_text

    return to_text(value) if type(value).__name__ == "PSCustomObject" else to_string(value)


def operand_type(value: Any) -> str:
    """The type of an operand as errors of operators name it: a custom object is a PSObject to them."""
    from spshell.values.nettype import type_of

    if type(value).__name__ == "PSCustomObject":
        return "System.Management.Automation.PSObject"
    return type_of(value).full_name


def net_fault(net_name: str, resource: str, *arguments: Any) -> NetException:
    """An exception of .NET itself: its id is its type name when nothing wraps it."""
    return fault(net_name, text_of(resource, arguments), net_name, "OperationStopped", arguments=arguments)


def wrapped_fault(inner: NetException) -> NetException:
    """A RuntimeException around an exception of arithmetic (DivideByZero, Overflow)."""
    return fault(
        "System.Management.Automation.RuntimeException",
        inner.message,
        "RuntimeException",
        "NotSpecified",
        inner=inner,
    )

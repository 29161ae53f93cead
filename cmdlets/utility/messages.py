"""Errors of Microsoft.PowerShell.Utility: id -> exception type, category, sentence."""

from __future__ import annotations

from spshell.values.exceptions import fault_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.exceptions import NetException

_SMA = "System.Management.Automation."

TABLE: dict[str, tuple[str, str, str]] = {
    "EventSourceNotFound": (
        "System.ArgumentException",
        "InvalidArgument",
        "No event with the source identifier '{0}' waits.",
    ),
    "EventNumberNotFound": (
        "System.ArgumentException",
        "InvalidArgument",
        "There is no event with the number {0}.",
    ),
    "SubscriptionSourceNotFound": (
        "System.ArgumentException",
        "InvalidArgument",
        "Nobody subscribes to events with the source identifier '{0}'.",
    ),
    "SubscriptionNumberNotFound": (
        "System.ArgumentException",
        "InvalidArgument",
        "There is no subscription with the number {0}.",
    ),
    "ImportAliasFileFormatError": (
        "System.FormatException",
        "ReadError",
        "Line {1} of the alias file '{0}' has not the four values of an alias.",
    ),
    "MaximumDurationExceeded": (
        "System.ArgumentException",
        "InvalidArgument",
        "Start-Sleep waits at most {0} seconds; call it repeatedly for longer times.",
    ),
    "ParameterArgumentValidationError": (
        _SMA + "ParameterBindingException",
        "InvalidData",
        "The value for parameter '{0}' must not be negative.",
    ),
    "AlreadyPresentPSMemberInfoInternalCollectionAdd": (
        _SMA + "ExtendedTypeSystemException",
        "NotSpecified",
        "The member '{0}' is there already.",
    ),
    "PSBreakpoint:BreakpointIdNotFound": (
        "System.ArgumentException",
        "InvalidArgument",
        "There is no breakpoint with the id '{0}'.",
    ),
    "CannotSpecifyQuoteFieldsAndUseQuotes": (
        "System.InvalidOperationException",
        "InvalidData",
        "Give -QuoteFields or -UseQuotes, not both.",
    ),
    "CannotSpecifyIncludeTypeInformationAndNoTypeInformation": (
        "System.InvalidOperationException",
        "InvalidData",
        "Give -IncludeTypeInformation or -NoTypeInformation, not both.",
    ),
    "CannotSpecifyPathAndLiteralPath": (
        "System.InvalidOperationException",
        "InvalidData",
        "Give exactly one of -Path and -LiteralPath.",
    ),
    "CannotAppendCsvWithMismatchedPropertyNames": (
        "System.InvalidOperationException",
        "InvalidData",
        "The object lacks the property '{1}', which is a column of {0}; -Force leaves the field empty.",
    ),
    "MissingInputObjectParameter": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "-Property needs objects: pipe them in or give -InputObject.",
    ),
    "MissingPropertyParameter": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "-InputObject needs -Property: which list is it?",
    ),
    "MemberDoesntExist": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The object has no member named '{0}'.",
    ),
    "ApplyFailed": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "The value of '{0}' is no list.",
    ),
    "ReadWriteMultipleFilesNotSupported": (
        _SMA + "PSInvalidOperationException",
        "InvalidArgument",
        "The path '{0}' fits several files; give one.",
    ),
    "NoClobber": (
        "System.IO.IOException",
        "ResourceExists",
        "The file '{0}' exists already and -NoClobber was given.",
    ),
    "InvalidDataLine": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "The line '{0}' is not of the form name=value.",
    ),
    "DataItemAlreadyDefined": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "The name '{0}' of the line '{1}' has a value already.",
    ),
    "UnknownEscape": (
        "System.Text.RegularExpressions.RegexParseException",
        "NotSpecified",
        "'{0}' is no escape sequence; write a backslash as two.",
    ),
    "InvalidXmlCharacter": (
        "System.ArgumentException",
        "NotSpecified",
        "XML cannot hold the character {0}.",
    ),
    "ProcessingFile": (
        "System.ArgumentException",
        "InvalidArgument",
        "The file '{0}' cannot be read as XML: {1}",
    ),
    "PrefixError": (
        "System.ArgumentException",
        "InvalidArgument",
        "The table of namespaces is wrong: {0}",
    ),
    "StringNotRecognizedAsGuid": (
        "System.FormatException",
        "InvalidArgument",
        "'{0}' is not a GUID: it takes 32 hexadecimal digits, with or without dashes and braces.",
    ),
    "MinGreaterThanOrEqualMax": (
        "System.ArgumentException",
        "InvalidArgument",
        "The minimum {0} must be below the maximum {1}.",
    ),
    "CultureNotFound": (
        "System.Globalization.CultureNotFoundException",
        "ObjectNotFound",
        "There is no culture named '{0}'.",
    ),
    "PathNotFound": (
        "System.ArgumentException",
        "InvalidArgument",
        "There is no file '{0}'.",
    ),
    "CouldNotParseAsPowerShellDataFile": (
        "System.InvalidOperationException",
        "InvalidData",
        "The file '{0}' is no data file: it must hold one hashtable.",
    ),
    "CantConvertWithDynamicExpression": (
        "System.InvalidOperationException",
        "NotSpecified",
        "The value is more than data, for which something would have to run: {0}",
    ),
    "CannotFindPsd1File": (
        _SMA + "PSInvalidOperationException",
        "ObjectNotFound",
        "The data file '{0}' is neither in the folder '{1}' nor in one of a culture above it.",
    ),
    "NotCalledFromAScriptFile": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "Outside a script file, -FileName must say which file to read.",
    ),
    "CmdletNotInAllowedListForDataSection": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The command '{0}' may not be used in the data file {1}; -SupportedCommand allows it.",
    ),
    "FormatHexTypeNotSupported": (
        "System.ArgumentException",
        "ParserError",
        "An object of type {0} has no bytes that could be shown.",
    ),
    "FileNotFound": (
        "System.IO.FileNotFoundException",
        "ObjectNotFound",
        "There is no file '{0}' that could be read.",
    ),
    "NonStringKeyInDictionary": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "A {0} with a key that is no text cannot be written as JSON; give it text keys.",
    ),
    "KeysWithDifferentCasingInJsonString": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The JSON object has the names '{0}' and '{1}', which one object cannot hold; use -AsHashtable.",
    ),
    "EmptyKeyInJsonString": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The JSON object has an empty name, which an object cannot hold; use -AsHashtable.",
    ),
    "PSObjectMembersMembersAddReservedName": (
        _SMA + "ExtendedTypeSystemException",
        "NotSpecified",
        "The member name '{0}' is reserved.",
    ),
    "VariableNotFound": (
        _SMA + "ItemNotFoundException",
        "ObjectNotFound",
        "There is no variable named '{0}'.",
    ),
    "VariableAlreadyExists": (
        _SMA + "SessionStateException",
        "ResourceExists",
        "A variable named '{0}' exists already; -Force replaces it.",
    ),
    "NoSuchEvent": (
        "System.ArgumentException",
        "InvalidArgument",
        "An object of type [{0}] has no event '{1}' to subscribe to.{2}",
    ),
    "SubscriberExists": (
        "System.ArgumentException",
        "InvalidArgument",
        "There is a subscription '{0}' already: name another one, or end that one with Unregister-Event.",
    ),
    "ActionMandatoryForLocal": (
        "System.ArgumentException",
        "InvalidArgument",
        "Events of this session need an -Action; only events that are sent on with -Forward do without.",
    ),
    "VariableNotRemovable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable {0} is constant or belongs to every scope and cannot be removed.",
    ),
    "VariableNotWritable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The variable {0} is read-only or constant and cannot be changed.",
    ),
    "AliasAlreadyExists": (
        _SMA + "SessionStateException",
        "ResourceExists",
        "An alias named '{0}' exists already; -Force replaces it.",
    ),
    "AliasNotWritable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The alias {0} is read-only or constant and cannot be changed.",
    ),
    "AliasNotRemovable": (
        _SMA + "SessionStateUnauthorizedAccessException",
        "WriteError",
        "The alias {0} is read-only or constant and cannot be removed.",
    ),
    "AliasNotFound": (
        _SMA + "ItemNotFoundException",
        "ObjectNotFound",
        "No alias matches the name or definition '{0}'.",
    ),
    "DictionaryKeyIllegal": (
        "System.NotSupportedException",
        "InvalidArgument",
        "'{0}' is no key that a calculated property may have here.",
    ),
    "DictionaryKeyAmbiguous": (
        "System.NotSupportedException",
        "InvalidArgument",
        "'{0}' could be {1} or {2}; write more of it.",
    ),
    "DictionaryKeyNonString": (
        "System.NotSupportedException",
        "InvalidArgument",
        "The key {0} of a calculated property is no text.",
    ),
    "DictionaryKeyDuplicate": (
        "System.NotSupportedException",
        "InvalidArgument",
        "'{0}' says {1} a second time.",
    ),
    "DictionaryKeyMandatoryEntry": (
        "System.NotSupportedException",
        "InvalidArgument",
        "A calculated property needs the key {0}.",
    ),
    "DictionaryKeyMissingValue": (
        "System.NotSupportedException",
        "InvalidArgument",
        "The key '{0}' of a calculated property has no value.",
    ),
    "DictionaryKeyIllegalValue2": (
        "System.NotSupportedException",
        "InvalidArgument",
        "The key '{0}' takes text; '{1}' is none.",
    ),
    "DictionaryKeyIllegalValue1": (
        "System.NotSupportedException",
        "InvalidArgument",
        "The key '{0}' takes text or a script block; '{1}' is neither.",
    ),
    "ExpressionEmptyString1": (
        "System.NotSupportedException",
        "InvalidArgument",
        "The expression of a calculated property is empty.",
    ),
    "ExpressionEmptyString2": (
        "System.NotSupportedException",
        "InvalidArgument",
        "A property name must not be empty.",
    ),
    "ExpressionGlobbing1": (
        "System.NotSupportedException",
        "InvalidArgument",
        "The expression '{0}' has wildcards; name one property.",
    ),
    "ExpressionGlobbing2": (
        "System.NotSupportedException",
        "InvalidArgument",
        "'{0}' has wildcards; name one property.",
    ),
    "AlreadyExistingProperty": (
        _SMA + "PSArgumentException",
        "InvalidOperation",
        "There is a property '{0}' already.",
    ),
    "RenamingMultipleResults": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "'{0}' cannot name several properties.",
    ),
    "EmptyScriptBlockAndNoName": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "An empty script block needs a name beside it.",
    ),
    "ExpandPropertyNotFound": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "There is no property '{0}' to expand.",
    ),
    "MutlipleExpandProperties": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "'{0}' means several properties; only one can be expanded.",
    ),
    "PropertyEvaluationExpand": (
        _SMA + "RuntimeException",
        "InvalidResult",
        "The property to expand failed: {0}",
    ),
    "NonNumericInputObject": (
        _SMA + "PSInvalidOperationException",
        "InvalidType",
        "'{0}' is no number.",
    ),
    "NotIcomparable": (
        _SMA + "PSArgumentException",
        "InvalidArgument",
        "'{0}' has no order: it cannot be the largest or the smallest.",
    ),
    "GenericMeasurePropertyNotFound": (
        _SMA + "PSArgumentException",
        "ObjectNotFound",
        "No object has the property '{0}'.",
    ),
    "TextMeasurePropertyNotFound": (
        _SMA + "PSArgumentException",
        "ObjectNotFound",
        "No object has the property '{0}'.",
    ),
    "GroupObjectWithHashTable": (
        "System.ArgumentException",
        "InvalidArgument",
        "-AsString needs -AsHashTable.",
    ),
    "GroupObjectSingleProperty": (
        "System.ArgumentException",
        "InvalidArgument",
        "A table has one key: name one property, or add -AsString.",
    ),
    "GroupKeyDuplication": (
        "System.Exception",
        "InvalidArgument",
        "Two groups have the same key, or one has none: choose another property or add -AsString.",
    ),
    "CannotFindAppropriateCtor": (
        _SMA + "PSArgumentException",
        "ObjectNotFound",
        "The type '{0}' has no constructor.",
    ),
    "MemberNotFound": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "There is no member '{0}' in this {1} object.",
    ),
    "InvalidValue": (
        "System.Exception",
        "InvalidData",
        "The member '{0}' does not take the value: {1}",
    ),
    "MemberAlreadyExists": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "There is a member '{0}' already; -Force replaces it.",
    ),
    "WrongMemberCount": (
        "System.InvalidOperationException",
        "InvalidArgument",
        "One member is added at a time; '{0}' means several kinds.",
    ),
    "CannotAddMemberType": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "A member of the kind {0} cannot be added.",
    ),
    "Value1ShouldBeSpecified": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The member '{0}' needs -Value.",
    ),
    "Value1ShouldNotBeNull": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The -Value of the member '{0}' must not be null.",
    ),
    "Value1AndValue2AreNotBothNull": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The member '{0}' needs -Value or -SecondValue.",
    ),
    "Value2ShouldNotBeSpecified": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The member '{0}' takes no -SecondValue.",
    ),
    "NoObjectSpecified": (
        "System.InvalidOperationException",
        "CloseError",
        "There is no object: pipe one in or give -InputObject.",
    ),
    "MemberTypeIsMissing": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "-MemberName needs -MemberType.",
    ),
    "MemberNameShouldBeSpecified": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "-MemberType needs -MemberName.",
    ),
    "ValueShouldBeSpecified": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The member '{0}' needs -Value.",
    ),
    "WrongExtension": (
        "System.InvalidOperationException",
        "InvalidArgument",
        "'{0}' is no types file: its name does not end in .ps1xml.",
    ),
    "TypeDataEmpty": (
        "System.InvalidOperationException",
        "InvalidArgument",
        "Nothing is said about the type '{0}': add a member or a display property.",
    ),
    "TypesDynamicUpdateException": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The type data of '{0}' cannot be changed: '{1}' is there already; -Force replaces it.",
    ),
    "TypesDynamicRemoveException": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "There is no type data of '{0}'.",
    ),
    "TypePathException": (
        "System.InvalidOperationException",
        "InvalidOperation",
        "The types file '{0}' was never read in, or is not there.",
    ),
    "TypesAppendPathException": (
        _SMA + "ItemNotFoundException",
        "InvalidOperation",
        "There is no file '{0}'.",
    ),
    "TypesFileFormat": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "'{0}' is no types file: {1}",
    ),
    "InvalidRegex": ("System.ArgumentException", "InvalidArgument", "'{0}' is no regular expression: {1}"),
    "UnauthorizedAccessError": (
        "System.UnauthorizedAccessException",
        "InvalidData",
        "'{0}' cannot be read: it is a folder, or access is denied.",
    ),
    "CannotSpecifyCultureWithoutSimpleMatch": (
        "System.InvalidOperationException",
        "InvalidData",
        "-Culture goes with -SimpleMatch only; regular expressions have (?i) and the current culture.",
    ),
    "SetPSBreakpoint:LineLessThanOne": (
        "System.ArgumentException",
        "InvalidArgument",
        "Lines count from 1; there is no line {0}.",
    ),
    "FileOpenFailure": ("System.IO.IOException", "OpenError", "The file '{0}' cannot be opened: {1}"),
    "FormatCannotSpecifyViewAndProperty": (
        "System.NotSupportedException",
        "InvalidArgument",
        "-View and -Property cannot be used together (-View {0}).",
    ),
    "FormatViewNotFound": (
        _SMA + "PSInvalidOperationException",
        "ObjectNotFound",
        "There is no view '{0}' of this kind for the objects.",
    ),
    "NotFormatFile": (
        _SMA + "PSInvalidOperationException",
        "InvalidOperation",
        "'{0}' is no format file: its name does not end in .ps1xml.",
    ),
    "FormatXmlUpdateException": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "The format file '{0}' cannot be loaded: {1}",
    ),
    "SOURCE_CODE_ERROR": (
        "System.Exception",
        "InvalidData",
        "C# that does more than declare data is not compiled here ({0}): write a PowerShell class or function instead.",
    ),
    "COMPILER_ERRORS": (
        "System.InvalidOperationException",
        "InvalidData",
        "No type was added: the C# text could not be used ({0}).",
    ),
    "TYPE_ALREADY_EXISTS": (
        "System.Exception",
        "InvalidOperation",
        "There is a type '{0}' already: give the new one another name.",
    ),
    "OUTPUTTYPE_REQUIRES_ASSEMBLY": (
        "System.Exception",
        "InvalidArgument",
        "-OutputType needs -OutputAssembly.",
    ),
    "AssemblyTypeNotSupported": (
        _SMA + "PSNotSupportedException",
        "NotImplemented",
        "An assembly of type {0} cannot be made; only Library.",
    ),
    "EXTENSION_NOT_SUPPORTED": (
        "System.Exception",
        "InvalidArgument",
        "'{0}': files that end in '{1}' hold no C#; give a .cs file.",
    ),
    "ErrorLoadingAssembly": (
        "System.Exception",
        "InvalidOperation",
        "The assembly '{0}' cannot be loaded: compiled code does not run here.",
    ),
    "AssemblyFileNotFound": (
        "System.IO.FileNotFoundException",
        "NotSpecified",
        "There is no assembly '{0}'.",
    ),
}


def utility_fault(
    name: str, *arguments: Any, error_id: str | None = None, target: Any = None
) -> NetException:
    """The exception for an entry of the table."""
    return fault_of(TABLE[name], error_id or name, arguments, target)

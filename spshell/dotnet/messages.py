"""The sentences of errors raised here, by the id of PowerShell's or .NET's message."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    # calls and properties (ids of PowerShell's extended type system)
    "MethodNotFound": "[{0}] has no method called '{1}'.",
    "InvokeMethodOnNull": "A method cannot be called: the expression before the dot is $null.",
    "MethodArgumentCountException": "'{0}' has no overload that takes {1} argument(s).",
    "MethodAmbiguousException": "Several overloads of '{0}' fit the {1} argument(s) equally well.",
    "MethodArgumentConversionException": (
        "Argument '{0}' with the value '{1}' does not suit '{2}', which wants type '{3}': {4}"
    ),
    "MethodInvocationException": "Calling '{0}' with {1} argument(s) failed: {2}",
    "NonRefArgumentToRefParameter": "Argument {0} of this call must be passed as [{1}]: write {2}.",
    "RefArgumentToNonRefParameter": "Argument {0} of this call is not a reference: leave out [{1}].",
    "PropertyNotFound": "There is no property '{0}' on this object that could be set.",
    "PropertyNotFoundStrict": "There is no property '{0}' on this object.",
    "PropertyIsReadOnly": "The property '{0}' can only be read.",
    "RegexMatchTimeout": "The pattern was still being matched when its time was over.",
    "TypeInitialization": "The static part of the class '{0}' failed; the class cannot be used.",
    "ExceptionWhenSetting": "Setting '{0}' failed: {1}",
    "ExceptionWhenGetting": "Getting '{0}' failed: {1}",
    "CannotFindAppropriateCtor": "No constructor of '{0}' fits.",
    "MemberAlreadyPresent": "A member called '{0}' is there already.",
    "CannotAddPropertyOrMethod": "A member of this kind cannot be added to '{0}'.",
    "ForEachNonexistentMemberReference": "No member called '{0}'.",
    "XmlNodeSetShouldBeAString": "'{0}' can only be set to text.",
    # argument checks of the .NET types themselves
    "ArgumentNull": "A value is required. (Parameter '{0}')",
    "ArgumentOutOfRange": "The value is outside the permitted range. (Parameter '{0}')",
    "ArgumentOutOfRangeValue": "The value '{1}' is outside the permitted range. (Parameter '{0}')",
    "ArgumentOutOfRangeLimit": (
        "The value '{1}' is outside the permitted range, which ends at '{2}'. (Parameter '{0}')\n"
        "Actual value was {1}."
    ),
    "IndexOutOfRange": "The index lies outside the collection. (Parameter '{0}')",
    "ArrayIndexOutOfRange": "The index lies outside the array.",
    "CountAndPosition": "Index and count must describe a place inside the collection. (Parameter '{0}')",
    "Argument": "{0} (Parameter '{1}')",
    "DuplicateKey": "The key '{1}' is present already (as '{0}').",
    "KeyNotFound": "The key '{0}' is not present.",
    "CollectionEmpty": "The collection holds no element.",
    "FixedSize": "The collection has a fixed size.",
    "ReadOnly": "The collection can only be read.",
    "FormatString": "'{0}' is not in the expected format.",
    "FormatNumber": "'{0}' is not a number of the expected kind.",
    "FormatDate": "'{0}' is no date.",
    "FormatDateCalendar": "'{0}' names a date or time that the calendar {1} does not have.",
    "FormatDateWord": "'{0}' is no date: the word at position {1} means nothing here.",
    "FormatQuote": "The quotation that {0} opens in the format text does not end.",
    "FormatSpecifier": "The format text is not valid.",
    "FormatIndex": "The format text asks for an argument that is not there.",
    "Overflow": "The value lies outside the range of {0}.",
    "MustBeType": "The object must be of type {0}.",
    "EnumNotFound": "'{0}' is no value of the enumeration.",
    "TypeMustBeEnum": "An enumeration type is required. (Parameter '{0}')",
    "CultureNotFound": "'{0}' names no known culture. (Parameter 'name')",
    "TimeZoneNotFound": "The time zone '{0}' is not known here.",
    "UriFormat": "'{0}' is not a valid URI.",
    "Disposed": "'{0}' has been disposed.",
    "FileNotFound": "The file '{0}' does not exist.",
    "DirectoryNotFound": "A part of the path '{0}' does not exist.",
    "AccessDenied": "Access to '{0}' is denied.",
    "FileExists": "The file '{0}' exists already.",
    "IO": "'{0}': {1}",
    "Regex": "The pattern '{0}' is not valid: {1}",
    "Xml": "The text is not well-formed XML: {0}",
    "Invalid": "{0}",
}


def text(message_id: str, *arguments: object) -> str:
    """The sentence of an id with its arguments filled in."""
    return MESSAGES[message_id].format(*arguments)

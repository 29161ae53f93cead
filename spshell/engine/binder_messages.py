"""Sentences of validation, warnings of the binder and ShouldProcess: resource name -> template."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "ArgumentIsNull": "The argument is null; give a value that is not.",
    "ArgumentIsEmpty": "The argument is null, empty, or has an empty element; give a value that is not.",
    "ArgumentIsWhiteSpace": "The argument is null, empty or only white space, or has such an element.",
    "ValidateRangeGreaterThanMaxRangeFailure": "{0} is greater than the largest allowed value, {1}.",
    "ValidateRangeSmallerThanMinRangeFailure": "{0} is smaller than the smallest allowed value, {1}.",
    "ValidateRangeElementType": "{0} cannot be compared with {1}: the types differ.",
    "ValidateRangePositiveFailure": "{0} is not greater than zero.",
    "ValidateRangeNonNegativeFailure": "{0} is smaller than zero.",
    "ValidateRangeNegativeFailure": "{0} is not smaller than zero.",
    "ValidateRangeNonPositiveFailure": "{0} is greater than zero.",
    "InvalidValueForNotePropertyName": "'{0}' names a kind of member; a note property needs another name.",
    "ValidateSetFailure": "{0} is none of the allowed values: {1}.",
    "ValidatePatternFailure": "{0} does not match the pattern {1}.",
    "ValidateScriptFailure": "The check {1} did not accept the value {0}.",
    "ValidateLengthMinLengthFailure": "The text has {0} characters and needs at least {1}.",
    "ValidateLengthMaxLengthFailure": "The text has {0} characters and may have at most {1}.",
    "ValidateLengthNotString": "Only text has a length to check.",
    "ValidateCountMinMaxFailure": "{2} values were given; at least {0} and at most {1} are allowed.",
    "ValidateCountExactFailure": "{1} values were given; exactly {0} are needed.",
    "ValidateCountNotInArray": "Only a collection has a number of values to check.",
    "ValidateVersionFailure": "{0} is no version that can be used here.",
    "ValidateDriveFailure": "The drive {0} is none of the allowed drives: {1}.",
    "ValidateVariableName": "'{0}' is no variable name.",
    "InvalidCastExceptionForBooleanArgumentValue": (
        'A value of type "{0}" cannot be used as "{1}"; give $true, $false, 1 or 0.'
    ),
    "InvalidCastCannotRetrieveString": "An array cannot be used as one piece of text.",
    "ReferenceTypeExpected": "A [ref] variable is needed here.",
    "InvalidCastFromNull": 'There is no value of type "{0}" that stands for null.',
    "Arg_NotSupportedException": "The method is not supported for such a value.",
    "UseOfDeprecatedParameterWarning": "Parameter '{0}' is obsolete. {1}",
    "UseOfDeprecatedCommandWarning": "The {0} is obsolete. {1}",
    "ErrorPreferenceStop": "The command stopped because {0} is Stop or a parameter asked for it: {1}",
    "FailToBindDefaultParameter": "$PSDefaultParameterValues gives {0} for '{1}', which was ignored: {2}",
    "MultipleParametersMatched": "$PSDefaultParameterValues: '{0}' fits several parameters and was ignored.",
    "DifferentValuesAssignedToSingleParameter": (
        "$PSDefaultParameterValues gives different values for parameter '{0}'; they were ignored."
    ),
    "SingleKeyInBadFormat": "The key {0} of $PSDefaultParameterValues has not the form 'command:parameter'.",
    "MultipleKeysInBadFormat": "These keys of $PSDefaultParameterValues are not 'command:parameter': {0}.",
    "ActionPreferenceReservedForFutureUseError": "The preference {0} is reserved and cannot be used.",
    "ExceptionWhenSetting": "'{0}' could not be set: {1}",
    "ShouldProcessMessage": 'Performing the operation "{0}" on target "{1}".',
    "ShouldProcessWhatIfMessage": "What if: {0}",
}

"""What the hints of completion say: operators, keys of hash tables, keywords of help comments."""

from __future__ import annotations

OPERATORS: dict[str, str] = {
    "and": "true when both sides are true",
    "as": "converts to a type, or gives null",
    "band": "Bitwise AND",
    "bnot": "Bitwise NOT",
    "bor": "sets the bits that one side or the other has",
    "bxor": "sets the bits that only one side has",
    "contains": "whether a collection holds a value",
    "eq": "equal",
    "f": "formats values into a text",
    "ge": "greater or equal",
    "gt": "greater",
    "in": "whether a value is in a collection",
    "is": "whether a value is of a type",
    "isnot": "whether a value is not of a type",
    "join": "joins texts into one",
    "le": "less or equal",
    "like": "fits a pattern with wildcards",
    "lt": "less",
    "match": "fits a regular expression",
    "ne": "not equal",
    "not": "the opposite",
    "notcontains": "whether a collection lacks a value",
    "notin": "whether a value is not in a collection",
    "notlike": "fits no pattern with wildcards",
    "notmatch": "fits no regular expression",
    "or": "true when one side is true",
    "replace": "replaces what a regular expression finds",
    "shl": "moves the bits to the left",
    "shr": "moves the bits to the right",
    "split": "splits a text",
    "xor": "true when exactly one side is true",
}
"""Operator without its dash and case letter -> what it does."""

KEYS: dict[str, str] = {
    "Alignment": "where the column's texts stand: left, center, right",
    "Ascending": "whether small values come first",
    "Descending": "whether large values come first",
    "Depth": "how deep to expand",
    "Expression": "a property, or a block that works the value out",
    "FormatString": "the format of the values",
    "Label": "what the column is called",
    "Name": "what the property is called",
    "Width": "how many characters the column has",
}
"""Key of a calculated property -> what it means."""

REQUIRES: dict[str, str] = {
    "Modules": "modules that must be there",
    "PSEdition": "the edition that the script is for",
    "RunAsAdministrator": "the script needs an administrator",
    "Version": "the lowest version of the shell",
}

COMMENT_KEYWORDS: dict[str, str] = {
    "COMPONENT": "the technology that the command belongs to",
    "DESCRIPTION": "what the command does, at length",
    "EXAMPLE": "a call with what it shows",
    "EXTERNALHELP": "a file that holds the help",
    "FORWARDHELPCATEGORY": "the kind of the command whose help is shown",
    "FORWARDHELPTARGETNAME": "the command whose help is shown",
    "FUNCTIONALITY": "what the command is used for",
    "INPUTS": "the types that can be piped in",
    "LINK": "a related topic",
    "NOTES": "more about the command",
    "OUTPUTS": "the types that come out",
    "PARAMETER": "what a parameter is for",
    "REMOTEHELPRUNSPACE": "a session that has the help",
    "ROLE": "who uses the command",
    "SYNOPSIS": "what the command does, in a line",
}

USING: dict[str, str] = {
    "assembly": "a .NET library",
    "module": "a module of commands and classes",
    "namespace": "a namespace whose types need no prefix",
    "type": "another name of a type",
}

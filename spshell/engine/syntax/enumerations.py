"""The enumerations of the syntax tree: token kinds and flags, kinds of strings, streams, flags of statements."""

from __future__ import annotations

from spshell.engine.syntax import LANGUAGE
from spshell.values.enums import EnumType, EnumValue
from spshell.values.nettype import BY_NAME, register

_TOKEN_KINDS = (
    (0, ("Unknown Variable SplattedVariable Parameter Number Label Identifier Generic NewLine LineContinuation Comment "
        "EndOfInput StringLiteral StringExpandable HereStringLiteral HereStringExpandable LParen RParen LCurly RCurly "
        "LBracket RBracket AtParen AtCurly DollarParen Semi AndAnd OrOr Ampersand Pipe Comma MinusMinus PlusPlus DotDot "
        "ColonColon Dot Exclaim Multiply Divide Rem Plus Minus Equals PlusEquals MinusEquals MultiplyEquals DivideEquals "
        "RemainderEquals Redirection RedirectInStd Format Not Bnot And Or Xor Band Bor Bxor Join Ieq Ine Ige Igt Ilt Ile "
        "Ilike Inotlike Imatch Inotmatch Ireplace Icontains Inotcontains Iin Inotin Isplit Ceq Cne Cge Cgt Clt Cle Clike "
        "Cnotlike Cmatch Cnotmatch Creplace Ccontains Cnotcontains Cin Cnotin Csplit Is IsNot As PostfixPlusPlus "
        "PostfixMinusMinus Shl Shr Colon QuestionMark QuestionQuestionEquals QuestionQuestion QuestionDot "
        "QuestionLBracket")),
    (119, ("Begin Break Catch Class Continue Data Define Do Dynamicparam Else ElseIf End Exit Filter Finally For Foreach "
          "From Function If In Param Process Return Switch Throw Trap Try Until Using Var While Workflow Parallel "
          "Sequence InlineScript Configuration DynamicKeyword Public Private Static Interface Enum Namespace Module Type "
          "Assembly Command Hidden Base Default Clean")),
)  # fmt: skip

_ROWS: dict[str, tuple[dict[str, int], bool]] = {
    "TokenKind": (
        {name: first + index for first, names in _TOKEN_KINDS for index, name in enumerate(names.split())},
        False,
    ),
    "TokenFlags": (
        {
            "None": 0, "BinaryPrecedenceLogical": 1, "BinaryPrecedenceBitwise": 2, "BinaryPrecedenceComparison": 5,
            "BinaryPrecedenceCoalesce": 7, "BinaryPrecedenceAdd": 9, "BinaryPrecedenceMultiply": 10,
            "BinaryPrecedenceFormat": 12, "BinaryPrecedenceRange": 13, "BinaryPrecedenceMask": 15, "Keyword": 0x10,
            "ScriptBlockBlockName": 0x20, "BinaryOperator": 0x100, "UnaryOperator": 0x200, "CaseSensitiveOperator": 0x400,
            "TernaryOperator": 0x800, "SpecialOperator": 0x1000, "AssignmentOperator": 0x2000,
            "ParseModeInvariant": 0x8000, "TokenInError": 0x10000, "DisallowedInRestrictedMode": 0x20000,
            "PrefixOrPostfixOperator": 0x40000, "CommandName": 0x80000, "MemberName": 0x100000, "TypeName": 0x200000,
            "AttributeName": 0x400000, "CanConstantFold": 0x800000, "StatementDoesntSupportAttributes": 0x1000000,
        },
        True,
    ),
    "StringConstantType": (
        {"SingleQuoted": 0, "SingleQuotedHereString": 1, "DoubleQuoted": 2, "DoubleQuotedHereString": 3, "BareWord": 4},
        False,
    ),
    "RedirectionStream": (
        {"All": 0, "Output": 1, "Error": 2, "Warning": 3, "Verbose": 4, "Debug": 5, "Information": 6},
        False,
    ),
    "SwitchFlags": (
        {"None": 0, "File": 1, "Regex": 2, "Wildcard": 4, "Exact": 8, "CaseSensitive": 16, "Parallel": 32},
        True,
    ),
    "ForEachFlags": ({"None": 0, "Parallel": 1}, True),
    "UsingStatementKind": ({"Assembly": 0, "Command": 1, "Module": 2, "Namespace": 3, "Type": 4}, False),
    "TypeAttributes": ({"None": 0, "Class": 1, "Interface": 2, "Enum": 4}, True),
    "MethodAttributes": ({"None": 0, "Public": 1, "Private": 2, "Static": 16, "Hidden": 64}, True),
    "PropertyAttributes": ({"None": 0, "Public": 1, "Private": 2, "Static": 16, "Literal": 32, "Hidden": 64}, True),
    "AstVisitAction": ({"Continue": 0, "SkipChildren": 1, "StopVisit": 2}, False),
}  # fmt: skip

_PARENT = LANGUAGE.removesuffix("Language.")
_KINDS_OF_OLD = (
    "Unknown Command CommandParameter CommandArgument Number String Variable Member LoopLabel Attribute Type Operator "
    "GroupStart GroupEnd Keyword Comment StatementSeparator NewLine LineContinuation Position"
)

ENUMERATIONS = (*(LANGUAGE + name for name in _ROWS), _PARENT + "PSTokenType")


def _register() -> None:
    for name, (constants, flags) in _ROWS.items():
        register(EnumType(LANGUAGE + name, constants, flags=flags))
    numbers = {name: index for index, name in enumerate(_KINDS_OF_OLD.split())}
    register(EnumType(_PARENT + "PSTokenType", numbers))


def named(enumeration: str, name: str) -> EnumValue:
    """A constant of an enumeration of the Language namespace."""
    found = BY_NAME[(LANGUAGE + enumeration).lower()]
    assert isinstance(found, EnumType)
    return EnumValue(found, found.names[name])


def flagged(enumeration: str, names: object) -> EnumValue:
    """The value that has all the named flags."""
    found = BY_NAME[(LANGUAGE + enumeration).lower()]
    assert isinstance(found, EnumType)
    total = 0
    for name in names:  # type: ignore[attr-defined]  # any collection of names
        total |= found.names[name]
    return EnumValue(found, total)


def token_type(name: str) -> EnumValue:
    """A constant of PSTokenType."""
    found = BY_NAME[(_PARENT + "PSTokenType").lower()]
    assert isinstance(found, EnumType)
    return EnumValue(found, found.names[name])


_register()

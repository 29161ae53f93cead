"""Token kinds: their traits, their spelling, and the tokens of a text as a list."""

# ruff: noqa: E501 - tables of names read better unbroken

from __future__ import annotations

# Traits as PowerShell lists them for a kind, in the order in which it writes them.
_TRAITS = {
    "ParseModeInvariant": "NewLine LineContinuation Comment EndOfInput StringLiteral StringExpandable HereStringLiteral HereStringExpandable LParen RParen LCurly RCurly RBracket AtParen AtCurly DollarParen Semi AndAnd OrOr",
    "SpecialOperator, ParseModeInvariant": "Ampersand Pipe",
    "UnaryOperator, ParseModeInvariant": "Comma",
    "UnaryOperator, DisallowedInRestrictedMode, PrefixOrPostfixOperator": "MinusMinus PlusPlus PostfixPlusPlus PostfixMinusMinus",
    "BinaryPrecedenceRange, BinaryOperator, DisallowedInRestrictedMode": "DotDot",
    "SpecialOperator, DisallowedInRestrictedMode": "ColonColon Dot Colon QuestionDot",
    "UnaryOperator, CanConstantFold": "Exclaim Not Bnot",
    "BinaryPrecedenceMultiply, BinaryOperator, CanConstantFold": "Multiply Divide Rem",
    "BinaryPrecedenceAdd, BinaryOperator, UnaryOperator, CanConstantFold": "Plus Minus",
    "AssignmentOperator": "Equals PlusEquals MinusEquals MultiplyEquals DivideEquals RemainderEquals QuestionQuestionEquals",
    "DisallowedInRestrictedMode": "Redirection",
    "ParseModeInvariant, DisallowedInRestrictedMode": "RedirectInStd",
    "BinaryPrecedenceFormat, BinaryOperator, DisallowedInRestrictedMode": "Format",
    "BinaryPrecedenceLogical, BinaryOperator, CanConstantFold": "And Or Xor",
    "BinaryPrecedenceBitwise, BinaryOperator, CanConstantFold": "Band Bor Bxor",
    "BinaryPrecedenceComparison, BinaryOperator, UnaryOperator, DisallowedInRestrictedMode": "Join Isplit",
    "BinaryPrecedenceComparison, BinaryOperator": "Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Icontains Inotcontains Iin Inotin Is IsNot",
    "BinaryPrecedenceComparison, BinaryOperator, DisallowedInRestrictedMode": "Imatch Inotmatch Ireplace As",
    "BinaryPrecedenceComparison, BinaryOperator, CaseSensitiveOperator": "Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Ccontains Cnotcontains Cin Cnotin",
    "BinaryPrecedenceComparison, BinaryOperator, CaseSensitiveOperator, DisallowedInRestrictedMode": "Cmatch Cnotmatch Creplace",
    "BinaryPrecedenceComparison, BinaryOperator, UnaryOperator, CaseSensitiveOperator, DisallowedInRestrictedMode": "Csplit",
    "BinaryPrecedenceComparison, BinaryOperator, CanConstantFold": "Shl Shr",
    "TernaryOperator, DisallowedInRestrictedMode": "QuestionMark",
    "BinaryPrecedenceCoalesce, BinaryOperator": "QuestionQuestion",
    "Keyword, ScriptBlockBlockName": "Begin Dynamicparam End Process Clean",
    "Keyword, StatementDoesntSupportAttributes": "Break Continue Data Define Do Exit Filter For Foreach From Function If Return Switch Throw Trap Try Using Var While Workflow Parallel Sequence InlineScript",
    "Keyword": "Catch Class Else ElseIf Finally In Param Until Configuration DynamicKeyword Public Private Static Interface Enum Namespace Module Type Assembly Command Hidden Base Default",
}

# How a kind is spelt in an error, where that is not its name in lower case.
_SPELLINGS = {
    "LParen": "(",
    "RParen": ")",
    "LCurly": "{",
    "RCurly": "}",
    "LBracket": "[",
    "RBracket": "]",
    "AtParen": "@(",
    "AtCurly": "@{",
    "DollarParen": "$(",
    "Semi": ";",
    "AndAnd": "&&",
    "OrOr": "||",
    "Ampersand": "&",
    "Pipe": "|",
    "Comma": ",",
    "MinusMinus": "--",
    "PlusPlus": "++",
    "DotDot": "..",
    "ColonColon": "::",
    "Dot": ".",
    "Exclaim": "!",
    "Multiply": "*",
    "Divide": "/",
    "Rem": "%",
    "Plus": "+",
    "Minus": "-",
    "Equals": "=",
    "PlusEquals": "+=",
    "MinusEquals": "-=",
    "MultiplyEquals": "*=",
    "DivideEquals": "/=",
    "RemainderEquals": "%=",
    "RedirectInStd": "<",
    "Format": "-f",
    "Not": "-not",
    "Bnot": "-bnot",
    "And": "-and",
    "Or": "-or",
    "Xor": "-xor",
    "Band": "-band",
    "Bor": "-bor",
    "Bxor": "-bxor",
    "Join": "-join",
    "Ieq": "-eq",
    "Ine": "-ne",
    "Ige": "-ge",
    "Igt": "-gt",
    "Ilt": "-lt",
    "Ile": "-le",
    "Ilike": "-ilike",
    "Inotlike": "-inotlike",
    "Imatch": "-imatch",
    "Inotmatch": "-inotmatch",
    "Ireplace": "-ireplace",
    "Icontains": "-icontains",
    "Inotcontains": "-inotcontains",
    "Iin": "-iin",
    "Inotin": "-inotin",
    "Isplit": "-isplit",
    "Ceq": "-ceq",
    "Cne": "-cne",
    "Cge": "-cge",
    "Cgt": "-cgt",
    "Clt": "-clt",
    "Cle": "-cle",
    "Clike": "-clike",
    "Cnotlike": "-cnotlike",
    "Cmatch": "-cmatch",
    "Cnotmatch": "-cnotmatch",
    "Creplace": "-creplace",
    "Ccontains": "-ccontains",
    "Cnotcontains": "-cnotcontains",
    "Cin": "-cin",
    "Cnotin": "-cnotin",
    "Csplit": "-csplit",
    "Is": "-is",
    "IsNot": "-isnot",
    "As": "-as",
    "PostfixPlusPlus": "++",
    "PostfixMinusMinus": "--",
    "Shl": "-shl",
    "Shr": "-shr",
    "Colon": ":",
    "QuestionMark": "?",
    "QuestionQuestionEquals": "??=",
    "QuestionQuestion": "??",
    "QuestionDot": "?.",
    "QuestionLBracket": "?[",
}

# Binary operators; a higher number binds tighter.
PRECEDENCE = {
    kind: strength
    for strength, kinds in {
        1: "And Or Xor",
        2: "Band Bor Bxor",
        5: "Join Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Imatch Inotmatch Ireplace Icontains Inotcontains Iin Inotin Isplit Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Cmatch Cnotmatch Creplace Ccontains Cnotcontains Cin Cnotin Csplit Is IsNot As Shl Shr",
        7: "QuestionQuestion",
        9: "Plus Minus",
        10: "Multiply Divide Rem",
        12: "Format",
        13: "DotDot",
    }.items()
    for kind in kinds.split()
}

TRAITS: dict[str, tuple[str, ...]] = {
    kind: tuple(traits.split(", ")) for traits, kinds in _TRAITS.items() for kind in kinds.split()
}


def _having(trait: str) -> frozenset[str]:
    return frozenset(kind for kind, traits in TRAITS.items() if trait in traits)


INVARIANT = _having("ParseModeInvariant")
UNARY = _having("UnaryOperator")
ASSIGNMENT = _having("AssignmentOperator")
BLOCK_NAMES = _having("ScriptBlockBlockName")
NO_ATTRIBUTES = _having("StatementDoesntSupportAttributes")
KEYWORD_KINDS = _having("Keyword")

KEYWORDS = {
    kind.lower(): kind for kind in sorted(KEYWORD_KINDS) if kind not in {"DynamicKeyword", "InlineScript"}
}

_PLAIN_OPERATORS = [
    "eq",
    "ne",
    "ge",
    "gt",
    "lt",
    "le",
    "like",
    "notlike",
    "match",
    "notmatch",
    "replace",
    "contains",
    "notcontains",
    "in",
    "notin",
    "split",
]
DASH_OPERATORS = {
    **{word: "I" + word for word in _PLAIN_OPERATORS},
    **{"i" + word: "I" + word for word in _PLAIN_OPERATORS},
    **{"c" + word: "C" + word for word in _PLAIN_OPERATORS},
    **{
        word: word.capitalize()
        for word in [
            "bnot",
            "not",
            "is",
            "as",
            "and",
            "band",
            "or",
            "bor",
            "xor",
            "bxor",
            "join",
            "shl",
            "shr",
        ]
    },
    "isnot": "IsNot",
    "f": "Format",
}

_FLAG_ORDER = [
    "Keyword",
    "ScriptBlockBlockName",
    "BinaryOperator",
    "UnaryOperator",
    "CaseSensitiveOperator",
    "TernaryOperator",
    "SpecialOperator",
    "AssignmentOperator",
    "ParseModeInvariant",
    "TokenInError",
    "DisallowedInRestrictedMode",
    "PrefixOrPostfixOperator",
    "CommandName",
    "MemberName",
    "TypeName",
    "AttributeName",
    "CanConstantFold",
    "StatementDoesntSupportAttributes",
]


def spelling(kind: str) -> str:
    """How a kind is spelt: `-eq`, `while`, `,`."""
    return _SPELLINGS.get(kind) or kind.lower()


class Token:
    """A token as editors want it: kind, place, and what the parser found out about it."""

    __slots__ = ("added", "end", "kind", "removed", "start", "traits")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.traits = TRAITS.get(kind, ())  # stay when the kind changes
        self.added: set[str] = set()
        self.removed: frozenset[str] = frozenset()

    def flags(self) -> list[str]:
        """Traits of the kind and what the parser added, in PowerShell's order."""
        traits = [trait for trait in self.traits if trait not in self.removed]
        if not self.added:
            return traits
        strengths = [trait for trait in traits if trait.startswith("BinaryPrecedence")]
        rest = self.added.union(traits)
        return strengths + [flag for flag in _FLAG_ORDER if flag in rest]

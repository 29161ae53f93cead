"""Character classes of PowerShell's tokens, as pieces of regular expressions."""

from __future__ import annotations

# Besides ASCII: no-break space, next line and the Unicode separators count as blanks.
_WIDE_BLANKS = "\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
BLANK = " \t\f\v" + _WIDE_BLANKS
DASHES = "-\u2013\u2014\u2015"
SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"
DOUBLE_QUOTES = '"\u201c\u201d\u201e'

# Characters that always end a word of a command.
WORD_ENDS = "\0\r\n&(),;{|}" + BLANK

BLANK_SET = frozenset(" \t\f\v\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | frozenset(
    chr(code) for code in range(0x2000, 0x200B)
)
WORD_END_SET = BLANK_SET | frozenset("\0\r\n&(),;{|}")
DASH_SET = frozenset(DASHES)
SINGLE_QUOTE_SET = frozenset(SINGLE_QUOTES)
DOUBLE_QUOTE_SET = frozenset(DOUBLE_QUOTES)

# In expressions these end a number too.
NUMBER_END_SET = frozenset("!#%*+-./<=>]") | DASH_SET

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_VARIABLE_STARTS = LETTERS | frozenset("0123456789:?^$")


def is_name_start(char: str) -> bool:
    """Whether a name can begin with this character."""
    return char in LETTERS or (char > "\x7f" and char.isalpha())


def is_variable_start(char: str) -> bool:
    """Whether `$` before this character makes a variable."""
    return char in _VARIABLE_STARTS or (char > "\x7f" and (char.isalpha() or char.isdecimal()))

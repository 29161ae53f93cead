"""How ``-split`` divides text: by a pattern, plain text or a predicate, from either end.  Source:
about_Split.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.arrays import TypedArray
from spshell.values.core_types import INT32, STRING
from spshell.values.enumeration import elements, enumerate_value
from spshell.values.exceptions import NetException, fault
from spshell.values.messages import runtime_fault, text_of, wrapped_fault
from spshell.values.regex_dialect import (
    EXPLICIT_CAPTURE,
    IGNORE_CASE,
    IGNORE_WHITESPACE,
    MULTILINE,
    RIGHT_TO_LEFT,
    SINGLELINE,
    NetPattern,
    compile_pattern,
    literal,
)
from spshell.values.text import to_text
from spshell.values.truth import truth
from spshell.values.typenames import make_array_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spshell.values.nettype import NetType

_STRING_ARRAY = make_array_type(STRING)
_SIMPLE_MATCH = 1
_REGEX_MATCH = 2
_OPTION_NAMES = {
    "SimpleMatch": _SIMPLE_MATCH,
    "RegexMatch": _REGEX_MATCH,
    "CultureInvariant": 4,
    "IgnorePatternWhitespace": 8,
    "Multiline": 16,
    "Singleline": 32,
    "IgnoreCase": 64,
    "ExplicitCapture": 128,
}
_REGEX_BITS = {
    8: IGNORE_WHITESPACE,
    16: MULTILINE,
    32: SINGLELINE,
    64: IGNORE_CASE,
    128: EXPLICIT_CAPTURE,
}


def split_blanks(left: Any) -> Any:
    """Unary -split: blanks around and between the words are dropped."""
    return _strings([word for text in _texts(left) for word in _words(text)])


def _words(text: str) -> list[str]:
    return text.split() or [""]


def _texts(left: Any) -> Iterable[str]:
    iterator = None if type(left) is str else enumerate_value(left)
    return [to_text(left)] if iterator is None else [to_text(item) for item in iterator]


def _strings(items: list[str]) -> Any:
    return TypedArray(items, _STRING_ARRAY)


def split_values(left: Any, right: Any, *, ignore_case: bool) -> Any:
    """Binary -split; captured groups are part of the result."""
    if type(right) is str and type(left) is str:
        return TypedArray(
            split_by_pattern(compile_pattern(right, IGNORE_CASE if ignore_case else 0), left), _STRING_ARRAY
        )
    arguments = elements(right) if enumerate_value(right) is not None else [right]
    if not arguments:
        raise runtime_fault("BadOperatorArgument", "-split", "")
    limit = 0
    if len(arguments) > 1:
        limit = int(_argument(arguments[1], INT32))
    options = 64 if ignore_case else 0
    given = len(arguments) > 2 and arguments[2] is not None and arguments[2] != ""
    if given:
        options |= _options(arguments[2])
    if hasattr(arguments[0], "invoke_value"):
        if given:
            raise _option_fault("InvalidSplitOptionWithPredicate")
        return _strings(
            [piece for text in _texts(left) for piece in _by_predicate(text, arguments[0], limit)]
        )
    pattern = _pattern(arguments[0], options, from_right=limit < 0)
    return _strings([piece for text in _texts(left) for piece in split_by_pattern(pattern, text, abs(limit))])


def text_splitter(pattern: str, *, ignore_case: bool) -> Callable[[str], Any]:
    """``-split`` for one text after the other with the same pattern, in the shortest way."""
    plain = literal(pattern, ignore_case=ignore_case)
    if plain is not None:
        return lambda text: TypedArray(text.split(plain), _STRING_ARRAY)
    compiled = compile_pattern(pattern, IGNORE_CASE if ignore_case else 0)
    return lambda text: TypedArray(split_by_pattern(compiled, text), _STRING_ARRAY)


def _options(value: Any) -> int:
    if isinstance(value, int) and type(value) is not bool:
        return int(value)
    if type(value).__name__ == "EnumValue":
        return int(value.value)
    from spshell.values.enums import EnumType

    kind = EnumType("System.Management.Automation.SplitOptions", _OPTION_NAMES, flags=True)
    return int(_argument(value, kind).value)


def _argument(value: Any, net_type: NetType) -> Any:
    """A limit or options converted; the failure is wrapped without an id of its own."""
    from spshell.values.conversion import convert

    try:
        return convert(value, net_type)
    except NetException as error:
        raise wrapped_fault(error) from None


def _option_fault(error_id: str) -> Exception:
    return fault("System.Management.Automation.ParseException", text_of(error_id), error_id, "ParserError")


def _pattern(separator: Any, options: int, *, from_right: bool) -> NetPattern:
    text = to_text(separator)
    bits = RIGHT_TO_LEFT if from_right else 0
    if options & _SIMPLE_MATCH:
        if options & ~(_SIMPLE_MATCH | 64):
            raise _option_fault("InvalidSplitOptionCombination")
        import re

        text = re.escape(text)
    for option, bit in _REGEX_BITS.items():
        if options & option:
            bits |= bit
    return compile_pattern(text, bits)


def split_by_pattern(pattern: NetPattern, text: str, limit: int = 0) -> list[str]:
    """Regex.Split: at most `limit` pieces (0: all); groups that took part stand between the pieces."""
    if limit == 0 and pattern.splits:
        return pattern.compiled.split(text)  # type: ignore[no-any-return]  # str pattern
    pieces: list[str] = []
    if limit == 1:
        return [text]
    matches = pattern.compiled.finditer(text)
    if pattern.options & RIGHT_TO_LEFT:
        return _split_backwards(pattern, text, list(matches), limit)
    position = 0
    for found in matches:
        pieces.append(text[position : found.start()])
        position = found.end()
        pieces.extend(
            found.group(number)
            for number in list(pattern.index.values())[1:]
            if found.group(number) is not None
        )
        limit -= 1
        if limit == 1:
            break
    pieces.append(text[position:])
    return pieces


def _split_backwards(pattern: NetPattern, text: str, matches: list[Any], limit: int) -> list[str]:
    pieces: list[str] = []
    end = len(text)
    for found in matches:
        pieces.append(text[found.end() : end])
        end = found.start()
        pieces.extend(
            found.group(number)
            for number in list(pattern.index.values())[1:]
            if found.group(number) is not None
        )
        limit -= 1
        if limit == 1:
            break
    pieces.append(text[:end])
    pieces.reverse()
    return pieces


def _by_predicate(text: str, predicate: Any, limit: int) -> list[str]:
    """Pieces between the characters for which the script block is true."""
    if abs(limit) == 1:
        return [text]
    backwards = limit < 0
    pieces: list[str] = []
    order = range(len(text) - 1, -1, -1) if backwards else range(len(text))
    edge = len(text) if backwards else 0
    for place in order:
        if not truth(predicate.invoke_value((text, place), dollar=text[place], apart=True)):
            continue
        pieces.append(text[place + 1 : edge] if backwards else text[edge:place])
        edge = place if backwards else place + 1
        if limit and len(pieces) + 1 == abs(limit):
            break
    pieces.append(text[:edge] if backwards else text[edge:])
    if backwards:
        pieces.reverse()
    return pieces

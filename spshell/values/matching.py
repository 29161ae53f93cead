"""``-like -match -replace -split -join``: the operators on text, for one value or each element of a list.

Source: about_Comparison_Operators, about_Split, about_Join, about_Regular_Expressions.
"""

from __future__ import annotations

from spshell.values import hooks
from spshell.values.arrays import TypedArray
from spshell.values.enumeration import enumerate_value
from spshell.values.exceptions import NetException
from spshell.values.messages import runtime_fault
from spshell.values.regex_dialect import IGNORE_CASE, NetPattern, compile_pattern, literal
from spshell.values.replacement import replacement
from spshell.values.text import culture_text, to_text
from spshell.values.wildcard import WILDCARD_TESTS, wildcard_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def like(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -like right``; a list gives the matching elements as text."""
    test = WILDCARD_TESTS.get((right, ignore_case)) if type(right) is str else None
    if test is None:
        test = _wildcard(right, ignore_case)
    if type(left) is str:
        return bool(test(left))
    iterator = enumerate_value(left)
    if iterator is None:
        return bool(test(to_text(left)))
    return [text for text in map(to_text, iterator) if test(text)]


def not_like(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -notlike right``."""
    test = _wildcard(right, ignore_case)
    iterator = None if type(left) is str else enumerate_value(left)
    if iterator is None:
        return not test(to_text(left))
    return [text for text in map(to_text, iterator) if not test(text)]


def _wildcard(right: Any, ignore_case: bool) -> Callable[[str], Any]:
    own = getattr(type(right), "wildcard_matcher", None)
    if own is not None:
        return own(right)  # type: ignore[no-any-return]  # a WildcardPattern object brings its own test
    return wildcard_test(right if type(right) is str else to_text(right), ignore_case)


def pattern_for(value: Any, options: int) -> NetPattern:
    """The pattern of a right operand: a Regex object keeps its own options, anything else is text."""
    if type(value) is str:
        return compile_pattern(value, options)
    for attribute in ("net_pattern", "pattern"):
        own = getattr(value, attribute, None)
        if isinstance(own, NetPattern):
            return own
    return compile_pattern(to_text(value), options)


def match(left: Any, right: Any, ignore_case: bool = True) -> tuple[Any, Any]:
    """``left -match right`` as (result, match object of a single value or None)."""
    pattern = pattern_for(right, IGNORE_CASE if ignore_case else 0)
    if type(left) is str:
        found = pattern.search(left)
        return found is not None, found
    iterator = enumerate_value(left)
    if iterator is None:
        found = pattern.search(to_text(left))
        return found is not None, found
    return [item for item in iterator if pattern.search(to_text(item)) is not None], None


def not_match(left: Any, right: Any, ignore_case: bool = True) -> tuple[Any, Any]:
    """``left -notmatch right`` as (result, match object of a single value that does match)."""
    pattern = pattern_for(right, IGNORE_CASE if ignore_case else 0)
    iterator = None if type(left) is str else enumerate_value(left)
    if iterator is None:
        found = pattern.search(to_text(left))
        return found is None, found
    return [item for item in iterator if pattern.search(to_text(item)) is None], None


def replace(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -replace pattern, replacement``; a script block gets the match as ``$_``."""
    if type(right) is list and len(right) == 2 and type(right[0]) is str and type(right[1]) is str:
        compiled, function = _text_replacer(right[0], right[1], ignore_case)
    else:
        pattern, function = _replacer(right, ignore_case)
        compiled = pattern.compiled
    if type(left) is str:
        return compiled.sub(function, left)
    iterator = enumerate_value(left)
    if iterator is None:
        return compiled.sub(function, to_text(left))
    return [compiled.sub(function, to_text(item)) for item in iterator]


def text_replacer(pattern: str, template: str, ignore_case: bool) -> Callable[[str], str]:
    """``-replace`` for one text after the other with the same right side, in the shortest way."""
    compiled, function = _text_replacer(pattern, template, ignore_case)
    constant = template if "$" not in template and "\\" not in template else None
    if constant is None:
        return lambda text: compiled.sub(function, text)
    plain = literal(pattern, ignore_case=ignore_case)
    if plain is not None:
        return lambda text: text.replace(plain, constant)
    return lambda text: compiled.sub(constant, text)


_REPLACERS: dict[tuple[str, str, bool], tuple[Any, Callable[[Any], str]]] = {}
_REPLACER_LIMIT = 500


def _text_replacer(pattern: str, template: str, ignore_case: bool) -> tuple[Any, Callable[[Any], str]]:
    found = _REPLACERS.get((pattern, template, ignore_case))
    if found is None:
        made, function = _replacer([pattern, template], ignore_case)
        if len(_REPLACERS) >= _REPLACER_LIMIT:
            _REPLACERS.clear()
        found = _REPLACERS[(pattern, template, ignore_case)] = (made.compiled, function)
    return found


def _replacer(right: Any, ignore_case: bool) -> tuple[NetPattern, Callable[[Any], str]]:
    source: Any = ""
    new: Any = ""
    if isinstance(right, list):
        if len(right) > 2:
            raise runtime_fault("BadReplaceArgument", "-replace", len(right))
        if right:
            source = right[0]
        if len(right) > 1:
            new = right[1]
    else:
        source = right
    try:
        pattern = pattern_for(source, IGNORE_CASE if ignore_case else 0)
    except NetException as error:
        raise runtime_fault("InvalidRegularExpression", to_text(source), inner=error) from None
    if type(new) is str:
        return pattern, replacement(pattern, new)
    if hasattr(new, "invoke_value"):
        return pattern, _script_replacement(pattern, new)
    return pattern, replacement(pattern, to_text(new))


def _script_replacement(pattern: NetPattern, script: Any) -> Callable[[Any], str]:
    def call(found: Any) -> str:
        dollar = found if hooks.match_object is None else hooks.match_object(found, pattern)
        return to_text(script.invoke_value((dollar,) if is_delegate else (), dollar=dollar))

    is_delegate = getattr(script, "is_delegate", False)
    return call


def join(left: Any, right: Any) -> str:
    """``left -join right``."""
    if (left.__class__ is list or left.__class__ is TypedArray) and right.__class__ is str:
        if left and left[0].__class__ is not str:
            return culture_text(left, right)
        try:
            return right.join(left)
        except TypeError:  # something else than text among the elements
            return culture_text(left, right)
    separator = right if type(right) is str else to_text(right)
    if enumerate_value(left) is None or hasattr(left, "move_next"):  # an enumerator is one value here
        return to_text(left)
    return culture_text(left, separator)


def join_all(left: Any) -> str:
    """Unary ``-join``."""
    return join(left, "")


def split(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -split pattern[, limit[, options]]``, or ``-split {predicate}``."""
    from spshell.values.splitting import split_values

    return split_values(left, right, ignore_case=ignore_case)


def split_words(left: Any) -> Any:
    """Unary ``-split``: words between blanks."""
    from spshell.values.splitting import split_blanks

    return split_blanks(left)

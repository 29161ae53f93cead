"""From the arguments of a validation attribute in a script to the validator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine import validation

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = ("positive", "nonnegative", "negative", "nonpositive")


def make_validator(kind: str, positional: list[Any], named: dict[str, Any]) -> Any:
    """The validator of an attribute by its short name."""
    return _MAKERS[kind](positional, named)


def _set(positional: list[Any], named: dict[str, Any]) -> Any:
    from spshell.values.nettype import NetType
    from spshell.values.text import to_text
    from spshell.values.truth import truth

    options: dict[str, Any] = {
        "ignore_case": truth(named.get("ignorecase", True)),
        "error_message": to_text(named.get("errormessage", "")),
    }
    if positional and isinstance(positional[0], NetType):
        return validation.ValidateSetGenerator(positional[0], **options)
    values = [
        to_text(item) for value in positional for item in (value if isinstance(value, list) else [value])
    ]
    return validation.ValidateSet(*values, **options)


def _range(positional: list[Any], _named: dict[str, Any]) -> Any:
    from spshell.values.text import to_text

    if len(positional) == 1:
        return validation.ValidateRange(None, kind=_range_kind(to_text(positional[0])))
    low, high = positional[:2]
    return validation.ValidateRange(*_same_type(low, high))


def _range_kind(text: str) -> str:
    folded = text.lower()
    return next((name for name in _KINDS if name == folded), folded)


def _same_type(low: Any, high: Any) -> tuple[Any, Any]:
    """Both limits in one type: the wider number, or text when one of them is text."""
    from spshell.values.conversion import try_convert
    from spshell.values.nettype import type_of

    if type(low) is type(high):
        return low, high
    for wanted, other, swap in ((low, high, False), (high, low, True)):
        fits, converted = try_convert(other, type_of(wanted))
        if fits and (type(other) is not float or converted == other):
            return (converted, wanted) if swap else (wanted, converted)
    return low, high


def _pattern(positional: list[Any], named: dict[str, Any]) -> Any:
    from spshell.values.text import to_text

    options = to_text(named["options"]).lower() if "options" in named else "ignorecase"
    return validation.ValidatePattern(
        to_text(positional[0]),
        case_sensitive="ignorecase" not in options,
        error_message=to_text(named.get("errormessage", "")),
    )


def _script(positional: list[Any], named: dict[str, Any]) -> Any:
    from spshell.values.text import to_text

    return validation.ValidateScript(positional[0], error_message=to_text(named.get("errormessage", "")))


def _numbers(maker: Callable[[int, int], Any]) -> Callable[[list[Any], dict[str, Any]], Any]:
    def make(positional: list[Any], _named: dict[str, Any]) -> Any:
        from spshell.values.conversion import to_int

        return maker(to_int(positional[0]), to_int(positional[1]))

    return make


def _plain(maker: Callable[[], Any]) -> Callable[[list[Any], dict[str, Any]], Any]:
    return lambda _positional, _named: maker()


_MAKERS: dict[str, Callable[[list[Any], dict[str, Any]], Any]] = {
    "ValidateSet": _set,
    "ValidateRange": _range,
    "ValidatePattern": _pattern,
    "ValidateScript": _script,
    "ValidateLength": _numbers(validation.ValidateLength),
    "ValidateCount": _numbers(validation.ValidateCount),
    "ValidateNotNull": _plain(validation.ValidateNotNull),
    "ValidateNotNullOrEmpty": _plain(validation.ValidateNotNullOrEmpty),
    "ValidateNotNullOrWhiteSpace": _plain(validation.ValidateNotNullOrWhiteSpace),
    "ValidateDrive": lambda positional, _named: validation.ValidateDrive(*positional),
    "ValidateUserDrive": lambda _positional, _named: validation.ValidateDrive("User"),
    "ValidateTrustedData": _plain(validation.AcceptAll),
}

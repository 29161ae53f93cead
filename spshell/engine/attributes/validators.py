"""From the arguments of a validation attribute in a script to the validator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes import validation
from spshell.engine.attributes.validation import message
from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.values.exceptions import NetException

_KINDS = ("positive", "nonnegative", "negative", "nonpositive")
_ORDER = (
    "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal",
)  # fmt: skip
"""Number types; the later one of two decides what both are promoted to."""


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
    if _is_number(low) and _is_number(high):
        low, high = _same_type(low, high)
    _check_range(low, high)
    return validation.ValidateRange(low, high)


def _is_number(value: Any) -> bool:
    from spshell.values.nettype import type_of

    return type_of(value).name in _ORDER


def _check_range(low: Any, high: Any) -> None:
    """Limits are of one type, the low one first. Raises ValidationMetadataException."""
    from spshell.values.comparison import order
    from spshell.values.nettype import type_of
    from spshell.values.text import to_text

    if type_of(low) is not type_of(high):
        raise validation.refusal("MinRangeNotTheSameTypeOfMaxRange", type_of(low).name, type_of(high).name)
    if order(low, high, ignore_case=True) > 0:
        raise validation.refusal("MaxRangeSmallerThanMinRange", to_text(low), to_text(high))


def _unmade(attribute: str, why: str) -> NetException:
    """The error of an attribute whose arguments make none."""
    return fault(
        "System.Management.Automation.RuntimeException",
        message("ExceptionConstructingAttribute", attribute, why),
        "ExceptionConstructingAttribute",
        "InvalidOperation",
        arguments=(attribute, why),
    )


def _range_kind(text: str) -> str:
    folded = text.lower()
    if folded not in _KINDS:
        raise _unmade("ValidateRange", f"'{text}' is no kind of range; the kinds are {', '.join(_KINDS)}")
    return folded


def _same_type(low: Any, high: Any) -> tuple[Any, Any]:
    """Two numbers in one type that holds both, as the runtime promotes them."""
    from spshell.values.conversion import resolve_type_name, try_convert
    from spshell.values.nettype import type_of

    names = {type_of(low).name, type_of(high).name}
    if len(names) == 1:
        return low, high
    wanted = resolve_type_name("System." + _common_type(names))
    made = [try_convert(value, wanted) for value in (low, high)]
    return (made[0][1], made[1][1]) if made[0][0] and made[1][0] else (low, high)


def _common_type(names: set[str]) -> str:
    highest = max(names, key=_ORDER.index)
    signed = any(name in ("SByte", "Int16", "Int32", "Int64") for name in names)
    if _ORDER.index(highest) <= _ORDER.index("Int32"):
        return "Int32"
    if highest in ("UInt32", "UInt64") and signed:
        return "Double"
    return "Double" if highest == "Single" else highest


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


def _numbers(
    attribute: str, maker: Callable[[int, int], Any], order_id: str
) -> Callable[[list[Any], dict[str, Any]], Any]:
    """The maker of an attribute with a lowest and a highest number; `order_id` is the error of swapped ones."""

    def make(positional: list[Any], _named: dict[str, Any]) -> Any:
        from spshell.values.conversion import to_int

        low, high = to_int(positional[0]), to_int(positional[1])
        if low < 0 or high <= 0:
            raise _unmade(attribute, f"{low} and {high} are no lowest and highest number of something")
        if high < low:
            raise validation.refusal(order_id, low, high)
        return maker(low, high)

    return make


def _plain(maker: Callable[[], Any]) -> Callable[[list[Any], dict[str, Any]], Any]:
    return lambda _positional, _named: maker()


_MAKERS: dict[str, Callable[[list[Any], dict[str, Any]], Any]] = {
    "ValidateSet": _set,
    "ValidateRange": _range,
    "ValidatePattern": _pattern,
    "ValidateScript": _script,
    "ValidateLength": _numbers(
        "ValidateLength", validation.ValidateLength, "ValidateLengthMaxLengthSmallerThanMinLength"
    ),
    "ValidateCount": _numbers(
        "ValidateCount", validation.ValidateCount, "ValidateRangeMaxLengthSmallerThanMinLength"
    ),
    "ValidateNotNull": _plain(validation.ValidateNotNull),
    "ValidateNotNullOrEmpty": _plain(validation.ValidateNotNullOrEmpty),
    "ValidateNotNullOrWhiteSpace": _plain(validation.ValidateNotNullOrWhiteSpace),
    "ValidateDrive": lambda positional, _named: validation.ValidateDrive(*positional),
    "ValidateUserDrive": lambda _positional, _named: validation.ValidateDrive("User"),
    "ValidateTrustedData": _plain(validation.AcceptAll),
}

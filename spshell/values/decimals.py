"""[decimal] on Python's Decimal: 96 bits of digits, 0 to 28 places, rounding half to even.

``decimal`` is imported by the functions that need it, never at start.
"""

from __future__ import annotations

from math import isfinite

from spshell.values.messages import net_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Context, Decimal
    from typing import Any

MAX_COEFFICIENT = 2**96 - 1
_MAX_SCALE = 28

_contexts: list[Any] = []


def wide_context() -> Context:
    """A context wide enough to compute exactly before :func:`fit` rounds."""
    if not _contexts:
        import decimal

        _contexts.append(
            decimal.Context(
                prec=80,
                rounding=decimal.ROUND_HALF_EVEN,
                Emin=-999999,
                Emax=999999,
                traps=[decimal.InvalidOperation, decimal.DivisionByZero],
            )
        )
    return _contexts[0]  # type: ignore[no-any-return]  # the only element is that context


def is_decimal(value: Any) -> bool:
    """Whether `value` is a [decimal], without importing the module."""
    kind = type(value)
    return kind.__name__ == "Decimal" and kind.__module__ == "decimal"


def overflow() -> Exception:
    """The OverflowException of a value that no [decimal] can hold."""
    return net_fault("System.OverflowException", "Overflow_Decimal")


def fit(value: Decimal) -> Decimal:
    """Round to what a [decimal] holds; raises OverflowException when it is too large."""
    context = wide_context()
    _sign, digits, power = value.as_tuple()
    if not isinstance(power, int):
        raise overflow()
    exponent: int = power
    if exponent > 0:
        if len(digits) + exponent > 30 and any(digits):
            raise overflow()
        value = _rescale(value, 0, context)
        exponent = 0
    if exponent < -_MAX_SCALE:
        value = _rescale(value, _MAX_SCALE, context)
        exponent = -_MAX_SCALE
    while abs(int(value.scaleb(-exponent, context=context))) > MAX_COEFFICIENT:
        if exponent == 0:
            raise overflow()
        # one place at a time from the exact value would round twice: go straight to the places that fit
        excess = max(1, len(str(abs(int(value.scaleb(-exponent, context=context))))) - 29)
        exponent = min(0, exponent + excess)
        value = _rescale(value, -exponent, context)
    return value


def _rescale(value: Decimal, places: int, context: Context) -> Decimal:
    from decimal import Decimal

    return value.quantize(Decimal(1).scaleb(-places), context=context)


def from_int(number: int) -> Decimal:
    """A whole number; raises OverflowException beyond 96 bits."""
    from decimal import Decimal

    if abs(number) > MAX_COEFFICIENT:
        raise overflow()
    return Decimal(number)


def from_float(number: float, digits: int = 15) -> Decimal:
    """A double keeps 15 significant digits (a single 7), without trailing zeros."""
    from decimal import Decimal

    if not isfinite(number):
        raise overflow()
    value = Decimal(f"{number:.{digits - 1}e}")
    if not value:
        return Decimal(0)
    value = value.normalize(wide_context())
    if value.adjusted() < -_MAX_SCALE:
        return Decimal(0)
    return fit(value)


def parse(text: str) -> Decimal | None:
    """Plain digits with an optional point and exponent; None when the text has another form."""
    from decimal import Decimal, InvalidOperation

    if not text.isascii() or "_" in text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return fit(value) if value.is_finite() else None


def to_text(value: Decimal) -> str:
    """All digits, with the trailing zeros that the value carries."""
    text = format(value, "f")
    return text[1:] if text.startswith("-") and not value else text


def truncate(value: Decimal) -> int:
    """The whole part."""
    return int(value)


def round_half_even(value: Decimal) -> int:
    """The nearest whole number, halves to even."""
    from decimal import ROUND_HALF_EVEN

    return int(value.to_integral_value(rounding=ROUND_HALF_EVEN))


def binary(name: str, left: Decimal, right: Decimal) -> Decimal:
    """`name` of add, subtract, multiply, divide, remainder; raises Overflow- or DivideByZeroException."""
    context = wide_context()
    if name in ("divide", "remainder") and not right:
        raise net_fault("System.DivideByZeroException", "DivideByZero")
    if name == "add":
        return fit(context.add(left, right))
    if name == "subtract":
        return fit(context.subtract(left, right))
    if name == "multiply":
        return fit(context.multiply(left, right))
    if name == "divide":
        return fit(context.divide(left, right))
    if left.copy_abs() < right.copy_abs():
        return left
    return fit(context.remainder(left, right))

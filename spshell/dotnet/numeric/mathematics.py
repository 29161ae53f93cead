"""System.Math."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import bad_argument, out_of_range, thrown
from spshell.values.declare import Members
from spshell.values.nettype import type_of
from spshell.values.numbers import INT_RANGES, Int64

if TYPE_CHECKING:
    from collections.abc import Callable

MATH = Members()

_NAN = float("nan")


def _safe(function: Callable[[float], float]) -> Callable[[float], float]:
    """The function with .NET's answers where Python raises."""

    def run(value: float) -> float:
        try:
            return function(value)
        except ValueError:
            return _NAN
        except OverflowError:
            return math.inf

    return run


def _log(value: float) -> float:
    if value == 0:
        return -math.inf
    return math.log(value) if value > 0 else _NAN


def _log_base(value: float, base: float) -> float:
    if value != value or base != base or base == 1 or (value != 1 and (base == 0 or base == math.inf)):  # noqa: PLR0124
        return _NAN
    return _log(value) / _log(base)


def _zero_log(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: -math.inf if value == 0 else function(value) if value > 0 else _NAN


def _trigonometric(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda value: _NAN if math.isinf(value) else function(value)


def _sinh(value: float) -> float:
    try:
        return math.sinh(value)
    except OverflowError:
        return math.copysign(math.inf, value)


def _atanh(value: float) -> float:
    if abs(value) == 1:
        return math.copysign(math.inf, value)
    return math.atanh(value)


REAL_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "Acos": _safe(math.acos),
    "Acosh": _safe(math.acosh),
    "Asin": _safe(math.asin),
    "Asinh": _safe(math.asinh),
    "Atan": _safe(math.atan),
    "Atanh": _safe(_atanh),
    "Cbrt": _safe(math.cbrt),
    "Cos": _safe(_trigonometric(math.cos)),
    "Cosh": _safe(math.cosh),
    "Exp": _safe(math.exp),
    "Log": _safe(_log),
    "Log10": _safe(_zero_log(math.log10)),
    "Log2": _safe(_zero_log(math.log2)),
    "Sin": _safe(_trigonometric(math.sin)),
    "Sinh": _safe(_sinh),
    "Sqrt": _safe(math.sqrt),
    "Tan": _safe(_trigonometric(math.tan)),
    "Tanh": _safe(math.tanh),
}
"""Functions of one double."""

_PARAMETER_NAMES = {"Cosh": "value", "Sinh": "value", "Tanh": "value", "Sin": "a", "Tan": "a", "Log2": "x"}

MATH.constant("double E {get}", math.e)
MATH.constant("double PI {get}", math.pi)
MATH.constant("double Tau {get}", math.tau)
for _name, _function in REAL_FUNCTIONS.items():
    MATH.method(f"static double {_name}(double {_PARAMETER_NAMES.get(_name, 'd')})")(_function)
MATH.method("static double Log(double a, double newBase)")(_log_base)


def _pow(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        odd = exponent % 2 == 1
        return -math.inf if base < 0 and odd else math.inf
    except ValueError:
        if base == 0:
            return -math.inf if math.copysign(1, base) < 0 and exponent % 2 == 1 else math.inf
        return _NAN


MATH.method("static double Pow(double x, double y)")(_pow)
MATH.method("static double Atan2(double y, double x)")(math.atan2)
MATH.method("static double BitDecrement(double x)")(lambda value: math.nextafter(value, -math.inf))
MATH.method("static double BitIncrement(double x)")(lambda value: math.nextafter(value, math.inf))
MATH.method("static double CopySign(double x, double y)")(math.copysign)
MATH.method("static double FusedMultiplyAdd(double x, double y, double z)")(lambda x, y, z: x * y + z)
MATH.method("static double IEEERemainder(double x, double y)")(
    lambda x, y: _NAN if y == 0 or math.isinf(x) else math.remainder(x, y)
)
MATH.method("static int ILogB(double x)")(lambda value: math.frexp(value)[1] - 1)
MATH.method("static double ScaleB(double x, int n)")(math.ldexp)


@MATH.method(
    "static short Abs(short value)",
    "static int Abs(int value)",
    "static long Abs(long value)",
    "static sbyte Abs(sbyte value)",
    "static decimal Abs(decimal value)",
    "static double Abs(double value)",
    "static float Abs(float value)",
)
def absolute(value: Any) -> Any:
    kind = type(value)
    if kind in INT_RANGES and -value > INT_RANGES[kind][1]:
        raise thrown("System.OverflowException", "Overflow", type_of(value).name)
    return value.copy_abs() if kind.__name__ == "Decimal" else kind(abs(value))


def _is_decimal(value: Any) -> bool:
    return type(value).__name__ == "Decimal"


def _to_whole(value: Any, rounding: str, function: Callable[[float], int]) -> Any:
    if _is_decimal(value):
        return value.to_integral_value(rounding=rounding)
    if not math.isfinite(value):
        return value
    return math.copysign(float(function(value)), value)


@MATH.method(
    "static double Ceiling(double a)",
    "static decimal Ceiling(decimal d)",
)
def ceiling(value: Any) -> Any:
    if type(value) is float:
        whole = -(-value // 1.0)
        return whole if whole == whole else value  # noqa: PLR0124 - infinities and NaN have no whole part
    return _to_whole(value, "ROUND_CEILING", math.ceil)


@MATH.method(
    "static double Floor(double d)",
    "static decimal Floor(decimal d)",
)
def floor(value: Any) -> Any:
    if type(value) is float:
        whole = value // 1.0
        return whole if whole == whole else value  # noqa: PLR0124 - as above
    return _to_whole(value, "ROUND_FLOOR", math.floor)


@MATH.method(
    "static decimal Truncate(decimal d)",
    "static double Truncate(double d)",
)
def truncate(value: Any) -> Any:
    if type(value) is float:
        return floor(value) if value > 0 else ceiling(value)
    return _to_whole(value, "ROUND_DOWN", math.trunc)


@MATH.method(
    "static decimal Round(decimal d)",
    "static decimal Round(decimal d, int decimals)",
    "static decimal Round(decimal d, System.MidpointRounding mode)",
    "static decimal Round(decimal d, int decimals, System.MidpointRounding mode)",
    "static double Round(double a)",
    "static double Round(double value, int digits)",
    "static double Round(double value, System.MidpointRounding mode)",
    "static double Round(double value, int digits, System.MidpointRounding mode)",
)
def round_number(value: Any, *rest: Any) -> Any:
    if value.__class__ is float and len(rest) < 2 and -1e16 < value < 1e16:
        digits = rest[0] if rest else 0
        if digits.__class__ is int and 0 <= digits <= 15:
            power = 10.0**digits
            return math.copysign(round(value * power) / power, value)
    if _is_decimal(value) and (
        not rest or (len(rest) == 1 and rest[0].__class__ is int and 0 <= rest[0] <= 28)
    ):
        whole = value.to_integral_value()
        if value.same_quantum(whole):
            return whole  # it has no places
    places = next((int(item) for item in rest if isinstance(item, int)), 0)
    mode = next((int(item.value) for item in rest if hasattr(item, "net_type")), 0)
    if _is_decimal(value):
        from spshell.dotnet.numeric.big_numbers import round_decimal

        return round_decimal(value, places, mode)
    if not 0 <= places <= 15:
        raise out_of_range("digits", places)
    if abs(value) >= 1e16 or value != value:  # noqa: PLR0124 - NaN
        return value
    power = 10.0**places
    return math.copysign(_round_whole(value * power, mode) / power, value)


def _round_whole(value: float, mode: int) -> float:
    if mode == 0:
        return float(round(value))
    if mode == 1:
        whole = math.trunc(value)
        return whole + math.copysign(1, value) if abs(value - whole) >= 0.5 else float(whole)
    return float((math.trunc, math.floor, math.ceil)[mode - 2](value))


@MATH.method(
    "static int Sign(decimal value)",
    "static int Sign(double value)",
    "static int Sign(short value)",
    "static int Sign(int value)",
    "static int Sign(long value)",
    "static int Sign(sbyte value)",
    "static int Sign(float value)",
)
def sign(value: Any) -> int:
    if value != value:  # noqa: PLR0124 - NaN
        raise thrown("System.ArithmeticException", "Invalid", "NaN has no sign.")
    return int(value > 0) - int(value < 0)


@MATH.method(
    "static byte Max(byte val1, byte val2)",
    "static decimal Max(decimal val1, decimal val2)",
    "static double Max(double val1, double val2)",
    "static short Max(short val1, short val2)",
    "static int Max(int val1, int val2)",
    "static long Max(long val1, long val2)",
    "static sbyte Max(sbyte val1, sbyte val2)",
    "static float Max(float val1, float val2)",
    "static ushort Max(ushort val1, ushort val2)",
    "static uint Max(uint val1, uint val2)",
    "static ulong Max(ulong val1, ulong val2)",
)
def maximum(left: Any, right: Any) -> Any:
    if left != left or right != right:  # noqa: PLR0124 - NaN
        return _NAN
    return max(left, right)


@MATH.method(
    "static byte Min(byte val1, byte val2)",
    "static decimal Min(decimal val1, decimal val2)",
    "static double Min(double val1, double val2)",
    "static short Min(short val1, short val2)",
    "static int Min(int val1, int val2)",
    "static long Min(long val1, long val2)",
    "static sbyte Min(sbyte val1, sbyte val2)",
    "static float Min(float val1, float val2)",
    "static ushort Min(ushort val1, ushort val2)",
    "static uint Min(uint val1, uint val2)",
    "static ulong Min(ulong val1, ulong val2)",
)
def minimum(left: Any, right: Any) -> Any:
    if left != left or right != right:  # noqa: PLR0124 - NaN
        return _NAN
    return min(left, right)


MATH.method("static double MaxMagnitude(double x, double y)")(
    lambda x, y: x if abs(x) > abs(y) else max(x, y) if abs(x) == abs(y) else y
)
MATH.method("static double MinMagnitude(double x, double y)")(
    lambda x, y: x if abs(x) < abs(y) else min(x, y) if abs(x) == abs(y) else y
)


@MATH.method(
    "static byte Clamp(byte value, byte min, byte max)",
    "static decimal Clamp(decimal value, decimal min, decimal max)",
    "static double Clamp(double value, double min, double max)",
    "static short Clamp(short value, short min, short max)",
    "static int Clamp(int value, int min, int max)",
    "static long Clamp(long value, long min, long max)",
    "static sbyte Clamp(sbyte value, sbyte min, sbyte max)",
    "static float Clamp(float value, float min, float max)",
    "static ushort Clamp(ushort value, ushort min, ushort max)",
    "static uint Clamp(uint value, uint min, uint max)",
    "static ulong Clamp(ulong value, ulong min, ulong max)",
)
def clamp(value: Any, low: Any, high: Any) -> Any:
    if low > high:
        from spshell.values.text import to_string

        raise bad_argument(f"The least value {to_string(low)} is above the greatest, {to_string(high)}.")
    return low if value < low else min(value, high)


@MATH.method(
    "static ulong BigMul(uint a, uint b)",
    "static long BigMul(int a, int b)",
)
def big_multiply(left: int, right: int) -> Any:
    from spshell.values.numbers import UInt32, UInt64

    product = int(left) * int(right)
    return UInt64(product) if type(left) is UInt32 else Int64(product)


@MATH.method(
    "static int DivRem(int a, int b, out int result)",
    "static long DivRem(long a, long b, out long result)",
)
def divide_remainder(left: int, right: int, remainder: Any) -> Any:
    if not right:
        from spshell.dotnet.numeric.big_numbers import divide_by_zero

        raise divide_by_zero()
    kind = type(left)
    quotient = abs(int(left)) // abs(int(right))
    quotient = quotient if (left < 0) == (right < 0) else -quotient
    remainder.value = kind(int(left) - quotient * int(right))
    return kind(quotient)


@MATH.method(
    "static System.ValueTuple[int,int] DivRem(int left, int right)",
    "static System.ValueTuple[long,long] DivRem(long left, long right)",
)
def divide_remainder_pair(left: int, right: int) -> Any:
    from spshell.dotnet.collections.tuples import value_tuple
    from spshell.values.reference import PSReference

    cell = PSReference()
    quotient = divide_remainder(left, right, cell)
    return value_tuple([quotient, cell.value])


define("System.Math", MATH, kind="static")

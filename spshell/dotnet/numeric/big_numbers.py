"""Members of System.Decimal and System.Numerics.BigInteger."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import gcd, isfinite, log, log2, log10
from typing import TYPE_CHECKING, Any

from spshell.dotnet.numeric import number_parsing as parsing
from spshell.dotnet.numeric.numbers import _parsers, _shared
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import bad_argument, out_of_range, thrown
from spshell.values.declare import Members
from spshell.values.numbers import BigInteger, Byte, Int64

if TYPE_CHECKING:
    from collections.abc import Callable

DECIMAL = Members()
BIG = Members()

_MAX = Decimal(2**96 - 1)
ROUNDINGS = {0: ROUND_HALF_EVEN, 1: ROUND_HALF_UP, 2: ROUND_DOWN, 3: ROUND_FLOOR, 4: ROUND_CEILING}


def _arithmetic(name: str) -> Callable[[Any, Any], Any]:
    def run(left: Any, right: Any) -> Any:
        from spshell.values import arithmetic

        return getattr(arithmetic, name)(left, right)

    return run


def divide_by_zero() -> Exception:
    """DivideByZeroException."""
    return thrown("System.DivideByZeroException", "Invalid", "A number was divided by zero.")


def round_decimal(value: Decimal, places: int = 0, mode: int = 0) -> Decimal:
    """The value with so many places; raises ArgumentOutOfRangeException."""
    if not 0 <= places <= 28:
        raise out_of_range("decimals", places)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent <= places:
        return value
    from spshell.values.decimals import wide_context

    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUNDINGS[mode], context=wide_context())


def _decimal_members() -> None:
    _shared(DECIMAL, "decimal", "Decimal", "Decimal")
    _parsers(
        DECIMAL,
        "decimal",
        lambda text, styles, provider: parsing.parse_decimal(
            text, parsing.NUMBER if styles is None else styles, provider
        ),
        Decimal(0),
    )
    for name, value in (
        ("MaxValue", _MAX),
        ("MinValue", _MAX.copy_negate()),
        ("One", 1),
        ("MinusOne", -1),
        ("Zero", 0),
    ):
        DECIMAL.constant(f"decimal {name} {{get}}", Decimal(value))
    for name, operation in (
        ("Add", "add"),
        ("Subtract", "subtract"),
        ("Multiply", "multiply"),
        ("Divide", "divide"),
        ("Remainder", "remainder"),
    ):
        DECIMAL.method(f"static decimal {name}(decimal d1, decimal d2)")(_arithmetic(operation))
    one = "decimal d"
    DECIMAL.method(f"static decimal Negate({one})")(lambda v: -v)
    DECIMAL.method("static decimal Abs(decimal value)")(abs)
    DECIMAL.method(f"static decimal Floor({one})")(lambda v: _whole(v, ROUND_FLOOR))
    DECIMAL.method(f"static decimal Ceiling({one})")(lambda v: _whole(v, ROUND_CEILING))
    DECIMAL.method(f"static decimal Truncate({one})")(lambda v: _whole(v, ROUND_DOWN))
    DECIMAL.method("static int Sign(decimal d)")(lambda v: (v > 0) - (v < 0))
    DECIMAL.method("static bool IsNegative(decimal value)")(lambda v: v < 0)
    DECIMAL.method("static bool IsInteger(decimal value)")(lambda v: v == v.to_integral_value())
    DECIMAL.method("static decimal Max(decimal x, decimal y)")(max)
    DECIMAL.method("static decimal Min(decimal x, decimal y)")(min)
    DECIMAL.method(
        "static decimal Round(decimal d)",
        "static decimal Round(decimal d, int decimals)",
        "static decimal Round(decimal d, System.MidpointRounding mode)",
        "static decimal Round(decimal d, int decimals, System.MidpointRounding mode)",
    )(_round)
    DECIMAL.method("static int Compare(decimal d1, decimal d2)")(lambda a, b: (a > b) - (a < b))
    for ps_name in ("byte", "sbyte", "short", "ushort", "uint", "long", "ulong", "int", "char"):
        DECIMAL.method(f"static decimal op_Implicit({ps_name} value)")(lambda v: Decimal(int(v)))
    for ps_name, name in (("int", "Int32"), ("long", "Int64"), ("double", "Double"), ("byte", "Byte")):
        DECIMAL.method(f"static {ps_name} To{name}(decimal d)")(_changer(name))
    DECIMAL.method("static int[] GetBits(decimal d)")(_bits)
    DECIMAL.prop("byte Scale {get}")(lambda v: Byte(-int(v.as_tuple().exponent)))
    DECIMAL.constructor("(int value)", "(long value)", "(double value)", "(uint value)", "(ulong value)")(
        _create
    )


def _create(value: Any) -> Decimal:
    from spshell.values.decimals import from_float

    return from_float(value) if isinstance(value, float) else Decimal(int(value))


def _whole(value: Decimal, rounding: str) -> Decimal:
    return value.to_integral_value(rounding=rounding)


def _round(value: Decimal, *rest: Any) -> Decimal:
    places = next((int(item) for item in rest if isinstance(item, int)), 0)
    mode = next((item.value for item in rest if hasattr(item, "net_type")), 0)
    return round_decimal(value, places, mode)


def _changer(name: str) -> Callable[[Decimal], Any]:
    def change(value: Decimal) -> Any:
        from spshell.dotnet.numeric.converter import change_to

        return change_to(value, name)

    return change


def _bits(value: Decimal) -> Any:
    sign, digits, exponent = value.as_tuple()
    number = int("".join(map(str, digits)))
    words = [number >> shift & 0xFFFFFFFF for shift in (0, 32, 64)]
    words.append((-int(exponent) << 16 | (0x80000000 if sign else 0)) & 0xFFFFFFFF)
    return [word - 2**32 if word >= 2**31 else word for word in words]


def _big_members() -> None:
    _shared(BIG, "bigint", "BigInteger", "Object")
    _parsers(
        BIG,
        "bigint",
        lambda text, styles, provider: BigInteger(
            parsing.parse_integer(
                text, None, None, parsing.INTEGER if styles is None else styles, provider, "BigInteger"
            )
        ),
        BigInteger(0),
    )
    for name, value in (("Zero", 0), ("One", 1), ("MinusOne", -1)):
        BIG.constant(f"bigint {name} {{get}}", BigInteger(value))
    BIG.prop("bool IsPowerOfTwo {get}")(lambda v: v > 0 and v & (v - 1) == 0)
    BIG.prop("bool IsZero {get}")(lambda v: v == 0)
    BIG.prop("bool IsOne {get}")(lambda v: v == 1)
    BIG.prop("bool IsEven {get}")(lambda v: v % 2 == 0)
    BIG.prop("int Sign {get}")(lambda v: (v > 0) - (v < 0))

    def declare(signature: str, function: Callable[..., Any]) -> None:
        BIG.method(f"static bigint {signature}")(lambda *values: BigInteger(function(*values)))

    two = "bigint left, bigint right"
    declare("Abs(bigint value)", abs)
    declare(f"Add({two})", lambda a, b: int(a) + int(b))
    declare(f"Subtract({two})", lambda a, b: int(a) - int(b))
    declare(f"Multiply({two})", lambda a, b: int(a) * int(b))
    declare("Divide(bigint dividend, bigint divisor)", _quotient)
    declare("Remainder(bigint dividend, bigint divisor)", _remainder)
    declare("Negate(bigint value)", lambda v: -int(v))
    declare("Pow(bigint value, int exponent)", _power)
    declare(
        "ModPow(bigint value, bigint exponent, bigint modulus)", lambda b, e, m: pow(int(b), int(e), int(m))
    )
    declare(f"GreatestCommonDivisor({two})", lambda a, b: gcd(int(a), int(b)))
    declare(f"Max({two})", max)
    declare(f"Min({two})", min)
    declare("Log2(bigint value)", lambda v: int(v).bit_length() - 1)
    BIG.method("static int Compare(bigint left, bigint right)")(lambda a, b: (a > b) - (a < b))
    BIG.method("static double Log(bigint value)", "static double Log(bigint value, double baseValue)")(_log)
    BIG.method("static double Log10(bigint value)")(lambda v: log10(int(v)) if v > 0 else float("nan"))
    BIG.method("static bool IsEvenInteger(bigint value)")(lambda v: v % 2 == 0)
    BIG.method("static bool IsOddInteger(bigint value)")(lambda v: v % 2 == 1)
    BIG.method("static bool IsNegative(bigint value)")(lambda v: v < 0)
    BIG.method("static bool IsPow2(bigint value)")(lambda v: v > 0 and v & (v - 1) == 0)
    BIG.method(
        "byte[] ToByteArray()", "byte[] ToByteArray(bool isUnsigned = False, bool isBigEndian = False)"
    )(_bytes)
    BIG.method("long GetBitLength()")(lambda v: Int64((int(v) if v >= 0 else ~int(v)).bit_length()))
    BIG.method("int GetByteCount(bool isUnsigned = False)")(lambda v, _u=False: len(_bytes(v)))
    BIG.method("static bigint DivRem(bigint dividend, bigint divisor, out bigint remainder)")(_div_rem)
    BIG.constructor(
        "(int value)", "(uint value)", "(long value)", "(ulong value)", "(double value)", "(decimal value)"
    )(_from_number)
    BIG.constructor("(byte[] value)")(lambda v: BigInteger(int.from_bytes(bytes(v), "little", signed=True)))


def _from_number(value: Any) -> BigInteger:
    if isinstance(value, float) and not isfinite(value):
        raise thrown("System.OverflowException", "Overflow", "BigInteger")
    return BigInteger(int(value))


def _quotient(left: int, right: int) -> int:
    if not right:
        raise divide_by_zero()
    quotient = abs(int(left)) // abs(int(right))
    return quotient if (left < 0) == (right < 0) else -quotient


def _remainder(left: int, right: int) -> int:
    return int(left) - _quotient(left, right) * int(right)


def _div_rem(left: int, right: int, remainder: Any) -> BigInteger:
    remainder.value = BigInteger(_remainder(left, right))
    return BigInteger(_quotient(left, right))


def _power(value: int, exponent: int) -> int:
    if exponent < 0:
        raise out_of_range("exponent", exponent)
    return int(int(value) ** exponent)


def _log(value: int, base: float | None = None) -> float:
    if value <= 0:
        return float("nan") if value else float("-inf")
    return log(int(value)) if base is None else log2(int(value)) / log2(base)


def _bytes(value: int, unsigned: bool = False, big_endian: bool = False) -> Any:
    from spshell.dotnet.collections.byte_arrays import byte_array

    number = int(value)
    if unsigned and number < 0:
        raise bad_argument("A negative number has no unsigned bytes.")
    bits = (number if number >= 0 else ~number).bit_length()
    length = max((bits + 7) // 8, 1) if unsigned else bits // 8 + 1
    order = "big" if big_endian else "little"
    return byte_array(number.to_bytes(length, order, signed=not unsigned))  # type: ignore[arg-type]  # one of two words


_decimal_members()
_big_members()
define("System.Decimal", DECIMAL)
define("System.Numerics.BigInteger", BIG)

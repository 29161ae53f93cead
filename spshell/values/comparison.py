"""``-eq -ne -lt -le -gt -ge -contains -in``: dispatch on the left operand's type, the right one converted
to it.

A list on the left is filtered. ``equal`` and ``order`` compare single values (Sort-Object, Group-Object,
switch). Source: about_Comparison_Operators.
"""

from __future__ import annotations

from math import isnan

from spshell.values.collation import compare as compare_text
from spshell.values.collation import equals as equal_text
from spshell.values.enumeration import enumerate_value
from spshell.values.enums import EnumType, EnumValue
from spshell.values.exceptions import NetException, fault
from spshell.values.messages import cast_text, net_fault, runtime_fault, text_of
from spshell.values.numbers import Char
from spshell.values.operands import CODES, DECIMAL_CODE, as_number, plain, type_code
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any


def eq(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -eq right``."""
    kind = type(left)
    if kind is str and type(right) is str:
        return left == right or equal_text(left, right, ignore_case)
    if kind is int and type(right) is int:
        return left == right
    if kind is Char and ignore_case and isinstance(right, str):
        return _same_character(left, right)
    if kind is EnumValue and type(right) is str:
        return _is_constant(left, right)
    if kind is type(right) and _orders_itself(kind):
        return left == right
    if kind is not str and kind is not int and kind is not bool:
        iterator = enumerate_value(left)
        if iterator is not None:
            return [item for item in iterator if equal(item, right, ignore_case)]
    return equal(left, right, ignore_case)


def ne(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -ne right``."""
    kind = type(left)
    if kind is str and type(right) is str:
        return left != right and not equal_text(left, right, ignore_case)
    if kind is int and type(right) is int:
        return left != right
    if kind is Char and ignore_case and isinstance(right, str):
        return not _same_character(left, right)
    if kind is EnumValue and type(right) is str:
        return not _is_constant(left, right)
    if kind is type(right) and _orders_itself(kind):
        return left != right
    if kind is not str and kind is not int and kind is not bool:
        iterator = enumerate_value(left)
        if iterator is not None:
            return [item for item in iterator if not equal(item, right, ignore_case)]
    return not equal(left, right, ignore_case)


_PLAIN_NUMBERS = frozenset({int, float})
"""Int32 and Double: both compare as Doubles do."""


def lt(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -lt right``."""
    if type(left) in _PLAIN_NUMBERS and type(right) in _PLAIN_NUMBERS:
        return left < right
    if type(left) is float and (type(right) is int or type(right) is float):
        return left < right
    return _ordered("lt", left, right, ignore_case)


def le(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -le right``."""
    if type(left) in _PLAIN_NUMBERS and type(right) in _PLAIN_NUMBERS:
        return left <= right
    if type(left) is float and (type(right) is int or type(right) is float):
        return left <= right
    return _ordered("le", left, right, ignore_case)


def gt(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -gt right``."""
    if type(left) in _PLAIN_NUMBERS and type(right) in _PLAIN_NUMBERS:
        return left > right
    if type(left) is float and (type(right) is int or type(right) is float):
        return left > right
    return _ordered("gt", left, right, ignore_case)


def ge(left: Any, right: Any, ignore_case: bool = True) -> Any:
    """``left -ge right``."""
    if type(left) in _PLAIN_NUMBERS and type(right) in _PLAIN_NUMBERS:
        return left >= right
    if type(left) is float and (type(right) is int or type(right) is float):
        return left >= right
    return _ordered("ge", left, right, ignore_case)


def _base(value: Any) -> Any:
    name = type(value).__name__
    if name == "PSObject":
        return value.base
    return None if name == "Nothing" else value


def equal(left: Any, right: Any, ignore_case: bool = True) -> bool:
    """Whether two single values are equal: the right one is converted to the type of the left one."""
    kind = type(left)
    if kind is int and type(right) is int:
        return bool(left == right)
    if kind is str:
        return equal_text(left, right if type(right) is str else to_text(right), ignore_case) and not (
            right is None or type(right).__name__ == "Nothing"
        )
    left, right = _base(left), _base(right)
    if left is None or right is None:
        return left is right
    if type(left) is str:
        return equal(left, right, ignore_case)
    if type_code(left) > 4:
        return _equal_number(left, right)
    if type(left) is Char and ignore_case and isinstance(right, str):
        return _same_character(left, right)
    return _equal_object(left, right)


def _same_character(left: Char, right: str) -> bool:
    return len(right) == 1 and (str.__eq__(left, right) or left.upper() == right.upper())


def _orders_itself(kind: type) -> bool:
    """Whether objects of a class say themselves in which order they stand: dates, spans, versions. No list does."""
    return getattr(kind, "compare_to", None) is not None and kind not in CODES


_CONSTANTS: dict[tuple[EnumType, str], int] = {}
"""(enum type, name of a constant in any case) -> its number."""


def _is_constant(left: EnumValue, text: str) -> bool:
    """``$day -eq 'monday'``: the name of a constant is looked for once; any other text is converted."""
    key = (left.net_type, text)
    number = _CONSTANTS.get(key)
    if number is not None:
        return bool(left.value == number)
    names = left.net_type.names
    folded = text.lower()
    found = names.get(text, next((number for name, number in names.items() if name.lower() == folded), None))
    if found is None:
        return _equal_number(left, text)
    if len(_CONSTANTS) > 1000:
        _CONSTANTS.clear()
    _CONSTANTS[key] = found
    return bool(left.value == found)


def _equal_number(left: Any, right: Any) -> bool:
    try:
        number = as_number(right, left)
        if number is None:
            if type(right) is str:
                return _equal_number(left, _scan(right, left))
            return _equal_object(left, right)
    except NetException as error:
        if _is_cast_error(error):
            return False
        raise
    return _compare_numbers(left, number) == 0


def _is_cast_error(error: NetException) -> bool:
    from spshell.values.exceptions import exception_class

    return isinstance(error, exception_class("System.InvalidCastException"))


def _scan(text: str, other: Any) -> Any:
    from spshell.values.nettype import type_of
    from spshell.values.number_conversion import scan_operand

    return scan_operand(text, type_of(other))


def _compare_numbers(left: Any, right: Any) -> int | None:
    """-1, 0, 1, or None when one of them is NaN."""
    code = max(type_code(left), type_code(right))
    a, b = plain(left), plain(right)
    if code in (13, 14):
        a, b = float(a), float(b)
    elif code == DECIMAL_CODE:
        a, b = _decimal_pair(a, b)
    if isnan(a) or isnan(b):
        return None
    return int(a > b) - int(a < b)


def _decimal_pair(a: Any, b: Any) -> tuple[Any, Any]:
    """Both as decimals; a double that no decimal can hold makes it a comparison of doubles."""
    from spshell.values.number_conversion import make_decimal

    try:
        return make_decimal(a), make_decimal(b)
    except NetException:
        return float(a), float(b)


def same_value(left: Any, right: Any) -> bool:
    """.NET's Equals: the same type and value; arrays, hash tables and objects only when they are the same
    one.
    """
    if left is right:
        return True
    if type(left) is not type(right) or isinstance(left, list):
        return False
    return bool(left == right)


def _equal_object(left: Any, right: Any) -> bool:
    if same_value(left, right):
        return True
    from spshell.values.conversion import convert
    from spshell.values.nettype import type_of

    target = type_of(left)
    if target is type_of(right):
        return False
    try:
        return same_value(left, convert(right, target))
    except NetException as error:
        if _is_cast_error(error):
            return False
        raise


def _ordered(name: str, left: Any, right: Any, ignore_case: bool) -> Any:
    kind = type(left)
    if kind is str and type(right) is str:
        return _TESTS[name](compare_text(left, right, ignore_case))
    if kind is type(right) and _orders_itself(kind):
        return _TESTS[name](left.compare_to(right))
    if (kind is float or kind is int) and (type(right) is float or type(right) is int):
        return _NUMBER_TESTS[name](left, right)
    if kind is not str:
        iterator = enumerate_value(left)
        if iterator is not None:
            return [item for item in iterator if _ordered_scalar(name, item, right, ignore_case)]
    return _ordered_scalar(name, left, right, ignore_case)


def _ordered_scalar(name: str, left: Any, right: Any, ignore_case: bool) -> bool:
    left, right = _base(left), _base(right)
    if left is None or right is None:
        return _ordered_null(name, left, right)
    if type_code(left) > 4:
        number = as_number(right, left)
        if number is None and type(right) is str:
            return _ordered_scalar(name, left, _scan(right, left), ignore_case)
        if number is not None:
            found = _compare_numbers(left, number)
            return found is not None and _TESTS[name](found)
    if type(left) is str:
        return _TESTS[name](compare_text(left, to_text(right), ignore_case))
    return _TESTS[name](_compare_objects(left, right, name))


def _ordered_null(name: str, left: Any, right: Any) -> bool:
    """Null is less than everything but negative numbers."""
    for value, negative_wins in ((left, name in ("lt", "le")), (right, name in ("gt", "ge"))):
        if type_code(value) > 4:
            if type(value).__name__ == "EnumValue":
                raise net_fault("System.InvalidOperationException", "BinaryNotDefined", name)
            return bool(plain(value) < 0) is negative_wins
    if left is None and right is None:
        return name in ("le", "ge")
    return (right is not None) if name in ("lt", "le") else (left is not None)


def _compare_objects(left: Any, right: Any, name: str) -> int:
    """The order of objects by IComparable after conversion; raises ComparisonFailure or NotIcomparable."""
    from spshell.values.nettype import type_of
    from spshell.values.type_identity import full_name

    if type(left).__name__ == "PSCustomObject" and left is not right:
        shown, other = to_text(left), cast_text(right)
        reason = text_of("InvalidCastException", (other, full_name(type_of(right)), type_of(left).full_name))
        inner = net_fault(
            "System.Management.Automation.PSArgumentException", "ComparisonFailure", "", other, reason
        )
        raise fault(
            "System.Management.Automation.ExtendedTypeSystemException",
            text_of("NotTheSameTypeOrNotIcomparable", (shown, other, shown, "IComparable")),
            "PSObjectCompareTo",
            "NotSpecified",
            inner=inner,
        )
    if not has_order(left):
        if same_value(left, right):
            return 0 if name in ("le", "ge") else {"lt": 1, "gt": -1}[name]
        raise runtime_fault("NotIcomparable", cast_text(left))
    found = compare_same(left, right if type_of(left) is type_of(right) else _converted(left, right))
    if found is None:
        raise runtime_fault("NotIcomparable", cast_text(left))
    return found


def has_order(value: Any) -> bool:
    """Whether the type of a value is IComparable."""
    kind = type(value)
    if kind.__name__ in ("EnumValue", "Decimal") or hasattr(kind, "compare_to"):
        return True
    return "__lt__" in _own_names(kind) and not isinstance(value, (list, tuple))


def _own_names(kind: type) -> set[str]:
    """The names that a class or a base other than object defines."""
    return {name for base in kind.__mro__[:-1] for name in base.__dict__}


def _converted(left: Any, right: Any) -> Any:
    from spshell.values.conversion import convert
    from spshell.values.nettype import type_of

    try:
        return convert(right, type_of(left))
    except NetException as error:
        if not _is_cast_error(error):
            raise
        inner = None if error.error_id == "ConvertToFinalInvalidCastException" else error
        raise runtime_fault(
            "ComparisonFailure", to_text(left), to_text(right), error.message, inner=inner
        ) from None


def compare_same(left: Any, right: Any) -> int | None:
    """The order of two values of one type; None when the type has no order."""
    own = getattr(type(left), "compare_to", None)
    if own is not None:
        return int(own(left, right))
    if not has_order(left):
        return None
    left, right = plain(left), plain(right)
    try:
        return int(left > right) - int(left < right)
    except TypeError:
        return None


def order(left: Any, right: Any, ignore_case: bool = True) -> int:
    """-1, 0 or 1 for sorting; raises ComparisonFailure or NotIcomparable for what has no order."""
    kind = type(left)
    if kind is str and type(right) is str:
        return compare_text(left, right, ignore_case)
    if kind is int and type(right) is int:
        return int(left > right) - int(left < right)
    if kind is EnumValue and type(right) is EnumValue and left.net_type is right.net_type:
        return int(left.value > right.value) - int(left.value < right.value)
    left, right = _base(left), _base(right)
    if left is None or right is None:
        return _order_null(left, right)
    if type_code(left) > 4:
        number = as_number(right, left)
        if number is None and type(right) is str:
            number = _scan(right, left)
        if number is not None:
            # .NET sorts NaN before every number
            return _compare_numbers(left, number) or int(plain(number) != plain(number)) - int(
                plain(left) != plain(left)
            )
    if type(left) is str:
        return compare_text(left, to_text(right), ignore_case)
    return _compare_objects(left, right, "le")


def _order_null(left: Any, right: Any) -> int:
    if left is None and right is None:
        return 0
    other, sign = (right, -1) if left is None else (left, 1)
    if type_code(other) > 4 and plain(other) < 0:
        return -sign
    return sign


def contains(left: Any, right: Any, ignore_case: bool = True) -> bool:
    """``left -contains right``: some element of the left side equals the right side."""
    iterator = enumerate_value(left)
    if iterator is None:
        return equal(left, right, ignore_case)
    kind = type(right)
    if kind is str:
        return _contains_text(iterator, right, ignore_case)
    for item in iterator:
        if kind is int and type(item) is int and item == right:
            return True
        if (kind is not int or type(item) is not int) and equal(item, right, ignore_case):
            return True
    return False


def _contains_text(items: Iterable[Any], text: str, ignore_case: bool) -> bool:
    """Whether some item equals a text; printable ASCII is compared without asking how."""
    plain = text.isascii() and text.isprintable()
    folded = text.lower() if ignore_case else text
    for item in items:
        if item.__class__ is str and plain and item.isascii() and item.isprintable():
            if item == text or (ignore_case and item.lower() == folded):
                return True
        elif equal(item, text, ignore_case):
            return True
    return False


def not_contains(left: Any, right: Any, ignore_case: bool = True) -> bool:
    """``left -notcontains right``."""
    return not contains(left, right, ignore_case)


def is_in(left: Any, right: Any, ignore_case: bool = True) -> bool:
    """``left -in right``."""
    return contains(right, left, ignore_case)


def not_in(left: Any, right: Any, ignore_case: bool = True) -> bool:
    """``left -notin right``."""
    return not contains(right, left, ignore_case)


_TESTS: dict[str, Callable[[int], bool]] = {
    "lt": lambda found: found < 0,
    "le": lambda found: found <= 0,
    "gt": lambda found: found > 0,
    "ge": lambda found: found >= 0,
}
_NUMBER_TESTS: dict[str, Callable[[float, float], bool]] = {
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}

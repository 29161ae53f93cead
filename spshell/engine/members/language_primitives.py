"""System.Management.Automation.LanguagePrimitives: the language's conversions and comparisons as methods."""

from __future__ import annotations

from spshell.values.declare import method, net_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@net_class("System.Management.Automation.LanguagePrimitives", kind="static")
class LanguagePrimitives:
    """What ``-as``, ``-eq``, ``[bool]`` and pipelines do, for scripts that hand types around."""

    @method("static System.Object ConvertTo(System.Object valueToConvert, type resultType)")
    @staticmethod
    def convert_to(value: Any, wanted: Any) -> Any:
        from spshell.values.conversion import convert

        return convert(value, wanted)

    @method(
        "static bool TryConvertTo(System.Object valueToConvert, type resultType, ref System.Object result)"
    )
    @staticmethod
    def try_convert_to(value: Any, wanted: Any, result: Any) -> bool:
        from spshell.values.conversion import try_convert

        fits, converted = try_convert(value, wanted)
        result.value = converted if fits else None
        return bool(fits)

    @method("static bool IsTrue(System.Object obj)")
    @staticmethod
    def is_true(value: Any) -> bool:
        from spshell.values.truth import truth

        return truth(value)

    @method("static bool Equals(System.Object first, System.Object second)",
            "static bool Equals(System.Object first, System.Object second, bool ignoreCase)")  # fmt: skip
    @staticmethod
    def same(first: Any, second: Any, ignore_case: bool = False) -> bool:
        from spshell.values.comparison import equal

        return bool(equal(first, second, ignore_case=ignore_case))

    @method("static int Compare(System.Object first, System.Object second)",
            "static int Compare(System.Object first, System.Object second, bool ignoreCase)")  # fmt: skip
    @staticmethod
    def compare(first: Any, second: Any, ignore_case: bool = False) -> int:
        from spshell.values.comparison import order

        return int(order(first, second, ignore_case=ignore_case))

    @method("static bool TryCompare(System.Object first, System.Object second, ref int result)",
            "static bool TryCompare(System.Object first, System.Object second, bool ignoreCase, ref int result)",
            "static bool TryCompare(System.Object first, System.Object second, bool ignoreCase,"
            " System.IFormatProvider formatProvider, ref int result)")  # fmt: skip
    @staticmethod
    def try_compare(first: Any, second: Any, *more: Any) -> bool:
        """Whether two values can be ordered; how is put into the last argument."""
        from spshell.values.comparison import order
        from spshell.values.exceptions import NetException

        *options, result = more
        try:
            result.value = int(order(first, second, ignore_case=bool(options and options[0])))
        except NetException:
            result.value = 0
            return False
        return True

    @method("static bool IsObjectEnumerable(System.Object obj)")
    @staticmethod
    def is_enumerable(value: Any) -> bool:
        from spshell.values.enumeration import enumerate_value

        return enumerate_value(value) is not None

"""System.Collections.BitArray."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range
from spshell.values.conversion import to_int
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.truth import truth

if TYPE_CHECKING:
    from collections.abc import Iterator


@net_class(
    "System.Collections.BitArray",
    interfaces=("System.Collections.ICollection", "System.Collections.IEnumerable", "System.ICloneable"),
)
class BitArray:
    """Bits, read and written as Booleans; operations change the array itself."""

    def __init__(self, bits: list[bool]) -> None:
        self.bits = bits
        self.ps_members: Any = None

    def net_enumerate(self) -> Iterator[bool]:
        return iter(list(self.bits))

    def __len__(self) -> int:
        return len(self.bits)

    def ps_get_index(self, index: Any) -> Any:
        return self.get(to_int(index))

    def ps_set_index(self, index: Any, value: Any) -> None:
        self.set(to_int(index), truth(value))

    @constructor("(int length)", "(int length, bool defaultValue)")
    @staticmethod
    def create(length: int, value: bool = False) -> BitArray:
        if length < 0:
            raise out_of_range("length", length)
        return BitArray([value] * length)

    @constructor("(bool[] values)")
    @staticmethod
    def from_booleans(values: Any) -> BitArray:
        if values is None:
            raise argument_null("values")
        return BitArray(list(values))

    @constructor("(byte[] bytes)")
    @staticmethod
    def from_bytes(values: Any) -> BitArray:
        return BitArray([bool(int(value) >> bit & 1) for value in values for bit in range(8)])

    @constructor("(int[] values)")
    @staticmethod
    def from_integers(values: Any) -> BitArray:
        return BitArray([bool(int(value) >> bit & 1) for value in values for bit in range(32)])

    @constructor("(System.Collections.BitArray bits)")
    @staticmethod
    def copied(source: BitArray) -> BitArray:
        return BitArray(list(source.bits))

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.bits)

    @prop("int Length {get;set}")
    def length(self) -> int:
        return len(self.bits)

    @length.setter
    def set_length(self, value: int) -> None:
        self.bits = [*self.bits[:value], *[False] * (value - len(self.bits))]

    @prop("bool IsReadOnly {get}")
    def is_read_only(self) -> bool:
        return False

    @method("bool Get(int index)")
    def get(self, index: int) -> bool:
        if not 0 <= index < len(self.bits):
            raise out_of_range("index", index)
        return self.bits[index]

    @method("void Set(int index, bool value)")
    def set(self, index: int, value: bool) -> None:
        if not 0 <= index < len(self.bits):
            raise out_of_range("index", index)
        self.bits[index] = value

    @method("void SetAll(bool value)")
    def set_all(self, value: bool) -> None:
        self.bits = [value] * len(self.bits)

    def _combined(self, other: Any, operation: Any) -> BitArray:
        if other is None:
            raise argument_null("value")
        if len(other.bits) != len(self.bits):
            raise bad_argument("Both arrays must have the same length.")
        self.bits = [operation(left, right) for left, right in zip(self.bits, other.bits, strict=True)]
        return self

    @method("System.Collections.BitArray And(System.Collections.BitArray value)")
    def conjunction(self, value: Any) -> BitArray:
        return self._combined(value, lambda left, right: left and right)

    @method("System.Collections.BitArray Or(System.Collections.BitArray value)")
    def disjunction(self, value: Any) -> BitArray:
        return self._combined(value, lambda left, right: left or right)

    @method("System.Collections.BitArray Xor(System.Collections.BitArray value)")
    def difference(self, value: Any) -> BitArray:
        return self._combined(value, lambda left, right: left != right)

    @method("System.Collections.BitArray Not()")
    def inverted(self) -> BitArray:
        self.bits = [not bit for bit in self.bits]
        return self

    @method("bool HasAllSet()")
    def has_all_set(self) -> bool:
        return all(self.bits)

    @method("bool HasAnySet()")
    def has_any_set(self) -> bool:
        return any(self.bits)

    @method("System.Object Clone()")
    def clone(self) -> BitArray:
        return BitArray(list(self.bits))

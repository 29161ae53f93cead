"""Where random numbers come from: secrets of the system, or a sequence that a seed decides."""

from __future__ import annotations

from typing import Any

from spshell.values.numbers import INT32_MAX, Int64


class RandomSource:
    """Numbers without a pattern, from the system's source of secrets."""

    def __init__(self) -> None:
        import random

        self.system = random.SystemRandom()

    def fraction(self) -> float:
        """A number from 0 up to 1."""
        return float(self.system.random())

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` up to, not including, `high`."""
        return int(self.system.randrange(low, high))


class SeededSource(RandomSource):
    """The sequence of a seed: whole numbers made of the bytes that System.Random gives, as Get-Random makes them."""

    def __init__(self, seed: int) -> None:
        from spshell.dotnet.numeric.random_numbers import Random

        self.sequence = Random(seed)

    def fraction(self) -> float:
        number = self._sample()
        return (number + INT32_MAX if number < 0 else number) * (1.0 / INT32_MAX)

    def _sample(self) -> int:
        """A number of 32 bits, the largest left out."""
        number = INT32_MAX
        while number == INT32_MAX:
            number = int.from_bytes(self._bytes(4), "little", signed=True)
        return number

    def _bytes(self, count: int) -> bytes:
        return bytes(self.sequence.sample() % 256 for _ in range(count))

    def between(self, low: int, high: int) -> int:
        extent = high - low
        if extent <= INT32_MAX:
            return low + int(self.fraction() * extent)
        if extent < 2**32:
            return low + int((self._sample() + INT32_MAX) * (1.0 / (2 * INT32_MAX)) * extent)
        return low + self._wide(extent)

    def _wide(self, extent: int) -> int:
        """A number below an extent of up to 64 bits."""
        mask = (1 << extent.bit_length()) - 1
        found = extent
        while found >= extent:
            found = int.from_bytes(self._bytes(8), "little") & mask
        return found


def number_between(source: RandomSource, low: Any, high: Any) -> Any:
    """A random number of the type that the bounds share. Raises ArgumentException when there is none."""
    if _all_of((low, high), (int,)):
        found = _bounds(0 if low is None else low, INT32_MAX if high is None else high)
        return source.between(*found)
    if _all_of((low, high), (int, Int64)):
        first, last = _bounds(0 if low is None else int(low), 2**63 - 1 if high is None else int(high))
        return Int64(source.between(first, last))
    from spshell.values.conversion import convert
    from spshell.values.core_types import DOUBLE

    start = 0.0 if low is None else convert(low, DOUBLE)
    end = 1.7976931348623157e308 if high is None else convert(high, DOUBLE)
    _bounds(start, end)
    return _fraction_between(source, start, end)


def _fraction_between(source: RandomSource, start: float, end: float) -> float:
    extent = end - start
    while True:
        fraction = source.fraction()
        if extent == float("inf"):
            value = start + fraction * end - fraction * start
        else:
            value = start + fraction * extent
            extent *= fraction
        if value < end:
            return value


def _all_of(values: tuple[Any, ...], kinds: tuple[type, ...]) -> bool:
    return all(value is None or type(value) in kinds for value in values)


def _bounds(low: Any, high: Any) -> tuple[Any, Any]:
    if low >= high:
        from cmdlets.utility.messages import utility_fault
        from spshell.values.text import to_text

        raise utility_fault("MinGreaterThanOrEqualMax", to_text(low), to_text(high))
    return low, high


def shuffled(source: RandomSource, items: list[Any]) -> list[Any]:
    """The items in a random order."""
    result = list(items)
    count = len(result)
    for index in range(count):
        other = source.between(index, count)
        result[index], result[other] = result[other], result[index]
    return result

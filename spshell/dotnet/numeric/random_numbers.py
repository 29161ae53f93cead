"""System.Random."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections.byte_arrays import byte_array
from spshell.dotnet.system.errors import argument_null, out_of_range
from spshell.values.declare import constructor, method, net_class, prop


@net_class("System.Random")
class Random:
    """System.Random; with a seed it gives .NET's own sequence."""

    def __init__(self, seed: int | None = None) -> None:
        import random

        self.source: Any = random.Random() if seed is None else None  # noqa: S311 - System.Random is no secret either
        if seed is not None:
            self._seeded(seed)

    def _seeded(self, seed: int) -> None:
        # The subtractive generator that .NET keeps for seeded instances (Knuth, volume 2).
        big = 2147483647
        table = [0] * 56
        last = (161803398 - (big if seed == -2147483648 else abs(seed))) % 2**32
        last = last - 2**32 if last >= 2**31 else last
        table[55] = last
        value = 1
        position = 0
        for _ in range(1, 55):
            position = position + 21 if position + 21 < 55 else position - 34
            table[position] = value
            value = last - value
            if value < 0:
                value += big
            last = table[position]
        for _ in range(4):
            for index in range(1, 56):
                other = index + 30
                other = other - 55 if other >= 55 else other
                table[index] -= table[1 + other]
                if table[index] < 0:
                    table[index] += big
        self.table, self.first, self.second = table, 0, 21

    def sample(self) -> int:
        """A number from 0 to 2147483646."""
        if self.source is not None:
            return int(self.source.randrange(2147483647))
        self.first = self.first + 1 if self.first + 1 < 56 else 1
        self.second = self.second + 1 if self.second + 1 < 56 else 1
        found = self.table[self.first] - self.table[self.second]
        if found == 2147483647:
            found -= 1
        if found < 0:
            found += 2147483647
        self.table[self.first] = found
        return found

    @constructor("()", "(int Seed)")
    @staticmethod
    def create(seed: int | None = None) -> Random:
        return Random(seed)

    @method("double NextDouble()")
    def next_double(self) -> float:
        return self.sample() * (1.0 / 2147483647)

    @method("float NextSingle()")
    def next_single(self) -> float:
        return float(self.next_double())

    @method("int Next()", "int Next(int maxValue)", "int Next(int minValue, int maxValue)")
    def next(self, *limits: int) -> int:
        if not limits:
            return self.sample()
        low, high = (0, limits[0]) if len(limits) == 1 else limits
        if low > high:
            raise out_of_range("maxValue" if len(limits) == 1 else "minValue", low)
        return low + int(self.next_double() * (high - low))

    @method(
        "long NextInt64()", "long NextInt64(long maxValue)", "long NextInt64(long minValue, long maxValue)"
    )
    def next_long(self, *limits: int) -> Any:
        from spshell.values.numbers import Int64

        low, high = (0, 2**63 - 1) if not limits else (0, limits[0]) if len(limits) == 1 else limits
        if low > high:
            raise out_of_range("minValue", low)
        return Int64(low + int(self.next_double() * (high - low)))

    @method("void NextBytes(byte[] buffer)")
    def next_bytes(self, buffer: Any) -> None:
        buffer[:] = byte_array(self.sample() % 256 for _ in buffer)

    @method("void Shuffle[T](T[] values)")
    def shuffle(self, values: Any) -> None:
        if values is None:
            raise argument_null("values")
        for index in range(len(values) - 1):
            other = index + self.next(len(values) - index)
            values[index], values[other] = values[other], values[index]

    @method("T[] GetItems[T](T[] choices, int length)")
    def get_items(self, choices: Any, length: int) -> Any:
        return [choices[self.next(len(choices))] for _ in range(length)]

    @prop("static System.Random Shared {get}")
    @staticmethod
    def shared() -> Random:
        return Random()

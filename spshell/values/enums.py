"""Enumerations: a type with named constants, and its values."""

from __future__ import annotations

from spshell.values.core_types import ENUM
from spshell.values.nettype import NetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class EnumType(NetType):
    """An enum type: ``names`` maps a constant's name to its number in declaration order."""

    __slots__ = ("flags", "names", "underlying")

    def __init__(
        self,
        full_name: str,
        names: dict[str, int],
        *,
        flags: bool = False,
        underlying: type = int,
        **more: Any,
    ) -> None:
        more.setdefault("base", ENUM)
        super().__init__(full_name, kind="enum", is_value_type=True, **more)
        self.names = names
        self.flags = flags
        self.underlying = underlying
        self.default = None

    def value(self, number: int) -> EnumValue:
        """The enum value with this number."""
        return EnumValue(self, number)


class EnumValue:
    """One value of an enum; equal to another of the same type and number."""

    __slots__ = ("net_type", "value")

    def __init__(self, net_type: EnumType, value: int) -> None:
        self.net_type = net_type
        self.value = value

    @property
    def name(self) -> str:
        """What ToString() gives: a name, a list of flags, or the number."""
        enum = self.net_type
        for name, number in enum.names.items():
            if number == self.value:
                return name
        if enum.flags and self.value:
            rest = self.value
            found: list[str] = []
            for name, number in sorted(enum.names.items(), key=lambda item: -item[1]):
                if number and rest & number == number:
                    rest &= ~number
                    found.append(name)
            if not rest and found:
                return ", ".join(reversed(found))
        return str(self.value)

    def __eq__(self, other: object) -> bool:
        return type(other) is EnumValue and other.net_type is self.net_type and other.value == self.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"{self.net_type.name}.{self.name}"

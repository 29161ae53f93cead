"""[ref]: a cell that a method or function may write (about_Ref)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class PSReference:
    """System.Management.Automation.PSReference around a value of its own."""

    __slots__ = ("_value",)

    net_name = "System.Management.Automation.PSReference"

    def __init__(self, value: Any = None) -> None:
        self._value = value

    @property
    def value(self) -> Any:
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        self._value = value


class VariableReference(PSReference):
    """`[ref]$name`: reads and writes the variable itself."""

    __slots__ = ("_read", "_write")

    def __init__(self, read: Callable[[], Any], write: Callable[[Any], None]) -> None:
        super().__init__()
        self._read = read
        self._write = write

    @property
    def value(self) -> Any:
        return self._read()

    @value.setter
    def value(self, value: Any) -> None:
        self._write(value)

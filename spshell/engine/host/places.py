"""Places and sizes in the console: System.Management.Automation.Host.Coordinates and Size."""

from __future__ import annotations

from spshell.values.declare import constructor, net_class, prop

_HOST = "System.Management.Automation.Host."


class _Pair:
    """Two numbers; equal ones are the same place."""

    __slots__ = ("first", "second")

    def __init__(self, first: int = 0, second: int = 0) -> None:
        self.first = first
        self.second = second

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, _Pair) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int]:
        return self.first, self.second

    def ps_text(self) -> str:
        return f"{self.first},{self.second}"

    to_string = ps_text


@net_class(_HOST + "Coordinates", base="System.ValueType", kind="struct", is_value_type=True)
class Coordinates(_Pair):
    """A column and a row, from the upper left corner."""

    __slots__ = ()

    @constructor("()", "(int x, int y)")
    @staticmethod
    def create(x: int = 0, y: int = 0) -> Coordinates:
        return Coordinates(x, y)

    @prop("int X {get;set}")
    def x(self) -> int:
        return self.first

    @x.setter
    def set_x(self, value: int) -> None:
        self.first = value

    @prop("int Y {get;set}")
    def y(self) -> int:
        return self.second

    @y.setter
    def set_y(self, value: int) -> None:
        self.second = value


@net_class(_HOST + "Size", base="System.ValueType", kind="struct", is_value_type=True)
class Size(_Pair):
    """A width and a height in characters."""

    __slots__ = ()

    @constructor("()", "(int width, int height)")
    @staticmethod
    def create(width: int = 0, height: int = 0) -> Size:
        return Size(width, height)

    @prop("int Width {get;set}")
    def width(self) -> int:
        return self.first

    @width.setter
    def set_width(self, value: int) -> None:
        self.first = value

    @prop("int Height {get;set}")
    def height(self) -> int:
        return self.second

    @height.setter
    def set_height(self, value: int) -> None:
        self.second = value

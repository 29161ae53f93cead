"""System.Text.StringBuilder."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, bad_argument, out_of_range, thrown
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.numbers import Char
from spshell.values.text import to_string

_VALUES = (
    "string value",
    "bool value",
    "char value",
    "sbyte value",
    "byte value",
    "short value",
    "int value",
    "long value",
    "float value",
    "double value",
    "decimal value",
    "ushort value",
    "uint value",
    "ulong value",
    "System.Object value",
    "char[] value",
    "System.Text.StringBuilder value",
)
_SB = "System.Text.StringBuilder"


def _text(value: Any) -> str:
    if isinstance(value, list) and value and all(isinstance(item, Char) for item in value):
        return "".join(value)
    return to_string(value)


@net_class(_SB)
class StringBuilder:
    """Text that is changed in place."""

    def __init__(self, text: str = "") -> None:
        self.pieces = [text]
        self.room = max(16, len(text))

    def text(self) -> str:
        """The text so far."""
        if len(self.pieces) > 1:
            self.pieces = ["".join(self.pieces)]
        return self.pieces[0]

    def put(self, text: str) -> StringBuilder:
        """Replace the text."""
        self.pieces = [text]
        return self

    def ps_text(self) -> str:
        return self.text()

    to_string = ps_text

    def ps_get_index(self, index: Any) -> Any:
        from spshell.values.conversion import to_int

        return self.char_at(to_int(index))

    def ps_set_index(self, index: Any, value: Any) -> None:
        from spshell.values.conversion import to_int

        self.set_char(to_int(index), str(value))

    def char_at(self, index: int) -> Char:
        text = self.text()
        if not 0 <= index < len(text):
            raise thrown("System.IndexOutOfRangeException", "ArrayIndexOutOfRange")
        return Char(text[index])

    def set_char(self, index: int, value: str) -> None:
        text = self.text()
        if not 0 <= index < len(text):
            raise out_of_range("index", index)
        self.put(text[:index] + value + text[index + 1 :])

    @constructor(
        "()",
        "(int capacity)",
        "(string value)",
        "(string value, int capacity)",
        "(string value, int startIndex, int length, int capacity)",
        "(int capacity, int maxCapacity)",
    )
    @staticmethod
    def create(*arguments: Any) -> StringBuilder:
        made = StringBuilder(arguments[0] or "" if arguments and not isinstance(arguments[0], int) else "")
        if len(arguments) == 4:
            made.put(made.text()[arguments[1] : arguments[1] + arguments[2]])
        numbers = [item for item in arguments[:1] if isinstance(item, int)] or list(arguments[-1:])
        if numbers and isinstance(numbers[0], int):
            if numbers[0] < 0:
                raise out_of_range("capacity", numbers[0])
            made.room = max(numbers[0], len(made.text())) or 16
        return made

    @prop("int Capacity {get;set}")
    def capacity(self) -> int:
        length = len(self.text())
        while self.room < length:
            self.room = max(self.room * 2, length)
        return self.room

    @capacity.setter
    def set_capacity(self, value: int) -> None:
        if value < len(self.text()):
            raise out_of_range("value", value)
        self.room = value

    @prop("int MaxCapacity {get}")
    def max_capacity(self) -> int:
        return 2147483647

    @prop("int Length {get;set}")
    def length(self) -> int:
        return len(self.text())

    @length.setter
    def set_length(self, value: int) -> None:
        if value < 0:
            raise out_of_range("value", value)
        text = self.text()
        self.put(text[:value] if value <= len(text) else text + "\0" * (value - len(text)))

    @prop("char Chars(int index) {get;set}")
    def chars(self) -> Any:
        return None

    @method(*(f"{_SB} Append({value})" for value in _VALUES))
    def append(self, value: Any) -> StringBuilder:
        kind = value.__class__
        self.pieces.append(value if kind is str else str(value) if kind is int else _text(value))
        return self

    @method(f"{_SB} Append(char value, int repeatCount)")
    def append_repeated(self, value: str, count: int) -> StringBuilder:
        if count < 0:
            raise out_of_range("repeatCount", count)
        self.pieces.append(str(value) * count)
        return self

    @method(f"{_SB} Append(string value, int startIndex, int count)")
    def append_part(self, value: str, start: int, count: int) -> StringBuilder:
        if start < 0 or count < 0 or start + count > len(value or ""):
            raise out_of_range("startIndex", start)
        self.pieces.append((value or "")[start : start + count])
        return self

    @method(f"{_SB} AppendLine()", f"{_SB} AppendLine(string value)")
    def append_line(self, value: str | None = "") -> StringBuilder:
        self.pieces += (value, "\n") if value else ("\n",)
        return self

    @method(
        f"{_SB} AppendFormat(string format, System.Object arg0)",
        f"{_SB} AppendFormat(string format, System.Object arg0, System.Object arg1)",
        f"{_SB} AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
        f"{_SB} AppendFormat(string format, params System.Object[] args)",
        f"{_SB} AppendFormat(System.IFormatProvider provider, string format, params System.Object[] args)",
    )
    def append_format(self, *arguments: Any) -> StringBuilder:
        from spshell.dotnet.text.string_statics import format_text

        self.pieces.append(format_text(*arguments))
        return self

    @method(
        f"{_SB} AppendJoin(string separator, params System.Object[] values)",
        f"{_SB} AppendJoin(string separator, params string[] values)",
        f"{_SB} AppendJoin(char separator, params System.Object[] values)",
    )
    def append_join(self, separator: str, values: Any) -> StringBuilder:
        self.pieces.append(str(separator or "").join(map(to_string, values)))
        return self

    @method(*(f"{_SB} Insert(int index, {value})" for value in _VALUES[:15]))
    def insert(self, index: int, value: Any) -> StringBuilder:
        text = self.text()
        if not 0 <= index <= len(text):
            raise out_of_range("index", index)
        return self.put(text[:index] + _text(value) + text[index:])

    @method(f"{_SB} Remove(int startIndex, int length)")
    def remove(self, start: int, count: int) -> StringBuilder:
        text = self.text()
        if start < 0:
            raise out_of_range("startIndex", start)
        if count < 0 or start + count > len(text):
            raise out_of_range("length", count)
        return self.put(text[:start] + text[start + count :])

    @method(
        f"{_SB} Replace(string oldValue, string newValue)",
        f"{_SB} Replace(char oldChar, char newChar)",
        f"{_SB} Replace(string oldValue, string newValue, int startIndex, int count)",
    )
    def replace(
        self, old: str | None, new: str | None, start: int = 0, count: int | None = None
    ) -> StringBuilder:
        if old is None:
            raise argument_null("oldValue")
        if not old:
            raise bad_argument("The text to be replaced is empty.", "oldValue")
        text = self.text()
        end = len(text) if count is None else start + count
        if start < 0 or end > len(text):
            raise out_of_range("startIndex", start)
        return self.put(text[:start] + text[start:end].replace(str(old), str(new or "")) + text[end:])

    @method(f"{_SB} Clear()")
    def clear(self) -> StringBuilder:
        return self.put("")

    @method("int EnsureCapacity(int capacity)")
    def ensure_capacity(self, wanted: int) -> int:
        if wanted < 0:
            raise out_of_range("capacity", wanted)
        self.room = max(self.room, wanted)
        return self.room

    @method("string ToString()", "string ToString(int startIndex, int length)")
    def to_text(self, start: int = 0, count: int | None = None) -> str:
        text = self.text()
        end = len(text) if count is None else start + count
        if start < 0 or end > len(text):
            raise out_of_range("startIndex", start)
        return text[start:end]

    @method(f"bool Equals({_SB} sb)")
    def equals(self, other: Any) -> bool:
        return isinstance(other, StringBuilder) and other.text() == self.text()

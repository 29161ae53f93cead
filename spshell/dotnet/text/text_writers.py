"""TextWriter and StringWriter: where text is written to, piece by piece."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.text import to_string


@net_class("System.IO.TextWriter", kind="abstract", interfaces=("System.IDisposable",))
class TextWriter:
    """Where text is written to."""

    def __init__(self) -> None:
        self.line_end = "\n"

    def put(self, text: str) -> None:
        """Write the text itself."""
        raise NotImplementedError(text)

    @prop("string NewLine {get;set}")
    def new_line(self) -> str:
        return self.line_end

    @new_line.setter
    def set_new_line(self, value: str) -> None:
        self.line_end = value or "\n"

    @method(
        "void Write(string value)",
        "void Write(char value)",
        "void Write(bool value)",
        "void Write(int value)",
        "void Write(long value)",
        "void Write(double value)",
        "void Write(decimal value)",
        "void Write(System.Object value)",
        "void Write(string format, params System.Object[] arg)",
    )
    def write(self, value: Any, arguments: Any = None) -> None:
        self.put(_formatted(value, arguments))

    @method(
        "void WriteLine()",
        "void WriteLine(string value)",
        "void WriteLine(char value)",
        "void WriteLine(bool value)",
        "void WriteLine(int value)",
        "void WriteLine(long value)",
        "void WriteLine(double value)",
        "void WriteLine(decimal value)",
        "void WriteLine(System.Object value)",
        "void WriteLine(string format, params System.Object[] arg)",
    )
    def write_line(self, value: Any = "", arguments: Any = None) -> None:
        self.put(_formatted(value, arguments) + self.line_end)

    @prop("System.Text.Encoding Encoding {get}")
    def encoding(self) -> Any:
        from spshell.dotnet.reflection.members import construct
        from spshell.dotnet.reflection.typenames import resolve

        return construct(resolve("System.Text.UnicodeEncoding"), [])

    @prop("System.IFormatProvider FormatProvider {get}")
    def format_provider(self) -> Any:
        return None

    @method("void Flush()")
    def flush(self) -> None:
        """Nothing is held back."""

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        """Nothing is held open."""


def _formatted(value: Any, arguments: Any) -> str:
    if arguments is None:
        return to_string(value)
    from spshell.values.composite import format_composite

    return format_composite(to_string(value), list(arguments))


@net_class("System.IO.StringWriter")
class StringWriter(TextWriter):
    """Collects text."""

    def __init__(self, builder: Any = None) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.builder = builder

    @constructor("()", "(System.IFormatProvider formatProvider)", "(System.Text.StringBuilder sb)")
    @staticmethod
    def create(source: Any = None) -> StringWriter:
        return StringWriter(source if type(source).__name__ == "StringBuilder" else None)

    def put(self, text: str) -> None:
        if self.builder is not None:
            from spshell.dotnet.reflection.members import invoke_method

            invoke_method(self.builder, "Append", [text])
        self.pieces.append(text)

    @method("System.Text.StringBuilder GetStringBuilder()")
    def get_string_builder(self) -> Any:
        if self.builder is None:
            from spshell.dotnet.reflection.members import construct
            from spshell.dotnet.reflection.typenames import resolve

            self.builder = construct(resolve("System.Text.StringBuilder"), [self.ps_text()])
        return self.builder

    def ps_text(self) -> str:
        return "".join(self.pieces)

    to_string = ps_text

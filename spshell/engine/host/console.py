"""System.Console: the host's streams as .NET shows them."""

from __future__ import annotations

import sys

from spshell.dotnet.reflection.definitions import define
from spshell.values.declare import Members, method, net_class, prop
from spshell.values.exceptions import fault
from spshell.values.text import to_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.host.host import Host

CONSOLE = Members()
_ENCODING = "System.Text.Encoding"


def _host() -> Host:
    from spshell.engine.running import RUNNING

    session = RUNNING.get()
    assert session is not None
    return session.host


def _formatted(values: tuple[Any, ...]) -> str:
    """The text of Write's arguments: a format with its values, or one value."""
    if not values:
        return ""
    first = values[0]
    if len(values) > 1 and isinstance(first, str):
        from spshell.values.composite import format_composite

        rest = values[1] if len(values) == 2 and type(values[1]) is list else list(values[1:])
        return format_composite(first, rest)
    if isinstance(first, list):
        return "".join(to_string(item) for item in first)
    return "" if first is None else to_string(first)


@net_class("System.IO.TextWriter+Console", register_class=False)
class ConsoleWriter:
    """``[Console]::Out`` and ``[Console]::Error``."""

    def __init__(self, errors: bool) -> None:
        self.errors = errors

    def _put(self, text: str) -> None:
        host = _host()
        (host.write_error if self.errors else host.write)(text)

    @method(
        "void Write(string value)",
        "void Write(System.Object value)",
        "void Write(char[] buffer)",
        "void Write(string format, params System.Object[] arg)",
    )
    def write(self, *values: Any) -> None:
        self._put(_formatted(values))

    @method(
        "void WriteLine()",
        "void WriteLine(string value)",
        "void WriteLine(System.Object value)",
        "void WriteLine(char[] buffer)",
        "void WriteLine(string format, params System.Object[] arg)",
    )
    def write_line(self, *values: Any) -> None:
        self._put(_formatted(values) + "\n")

    @method("void Flush()")
    def flush(self) -> None:
        _host().flush()

    @method("void Close()", "void Dispose()")
    def close(self) -> None:
        """The console stays open."""

    @prop("string NewLine {get}")
    def new_line(self) -> str:
        return "\n"

    @prop("System.Text.Encoding Encoding {get}")
    def encoding(self) -> Any:
        return _output_encoding()


@net_class("System.IO.TextReader+Console", register_class=False)
class ConsoleReader:
    """``[Console]::In``."""

    @method("string ReadLine()")
    def read_line(self) -> str | None:
        return _host().read_line()

    @method("string ReadToEnd()")
    def read_to_end(self) -> str:
        stream = _host().stdin
        return stream.read() if stream is not None else ""

    @method("int Read()")
    def read(self) -> int:
        stream = _host().stdin
        text = stream.read(1) if stream is not None else ""
        return ord(text) if text else -1

    @method("int Peek()")
    def peek(self) -> int:
        return -1


def _utf8() -> Any:
    from spshell.dotnet.text.encodings import UTF8

    return UTF8.create()


def _output_encoding() -> Any:
    return _host().output_encoding or _utf8()


@CONSOLE.prop("static System.IO.TextWriter Out {get}")
def _out() -> ConsoleWriter:
    return ConsoleWriter(errors=False)


@CONSOLE.prop("static System.IO.TextWriter Error {get}")
def _error() -> ConsoleWriter:
    return ConsoleWriter(errors=True)


@CONSOLE.prop("static System.IO.TextReader In {get}")
def _in() -> ConsoleReader:
    return ConsoleReader()


@CONSOLE.prop(f"static {_ENCODING} OutputEncoding {{get;set}}")
def _get_output_encoding() -> Any:
    return _output_encoding()


@CONSOLE.setter("OutputEncoding")
def _set_output_encoding(value: Any) -> None:
    _host().output_encoding = value


@CONSOLE.prop(f"static {_ENCODING} InputEncoding {{get;set}}")
def _get_input_encoding() -> Any:
    return _host().input_encoding or _utf8()


@CONSOLE.setter("InputEncoding")
def _set_input_encoding(value: Any) -> None:
    _host().input_encoding = value


def _redirected(stream: Any) -> bool:
    return not (stream is not None and stream.isatty())


@CONSOLE.prop("static bool IsOutputRedirected {get}")
def _output_redirected() -> bool:
    return _redirected(_host().out)


@CONSOLE.prop("static bool IsErrorRedirected {get}")
def _error_redirected() -> bool:
    return _redirected(_host().err)


@CONSOLE.prop("static bool IsInputRedirected {get}")
def _input_redirected() -> bool:
    host = _host()
    return not host.interactive and _redirected(host.stdin if host.stdin is not None else sys.stdin)


@CONSOLE.prop("static bool KeyAvailable {get}")
def _key_available() -> bool:
    if _input_redirected():
        raise _no_keys()
    return False


def _width() -> int:
    return _host().width


def _height() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).lines


for _name in ("WindowWidth", "BufferWidth", "LargestWindowWidth"):
    CONSOLE.prop(f"static int {_name} {{get}}")(_width)
for _name in ("WindowHeight", "BufferHeight", "LargestWindowHeight"):
    CONSOLE.prop(f"static int {_name} {{get}}")(_height)


@CONSOLE.prop("static string Title {get;set}")
def _title() -> str:
    return ""


@CONSOLE.setter("Title")
def _set_title(value: str) -> None:
    host = _host()
    if not _redirected(host.out):
        host.write(f"\x1b]0;{value}\x07")


def _color(word: str) -> Any:
    from spshell.engine.variables.objects import enum_value

    return enum_value("System.ConsoleColor", word)


@CONSOLE.prop("static System.ConsoleColor ForegroundColor {get;set}")
def _foreground() -> Any:
    return _color("Gray")


@CONSOLE.prop("static System.ConsoleColor BackgroundColor {get;set}")
def _background() -> Any:
    return _color("Black")


@CONSOLE.setter("ForegroundColor")
@CONSOLE.setter("BackgroundColor")
def _set_color(value: Any) -> None:
    """Colours are the terminal's business."""


@CONSOLE.method(
    "static void Write(string value)",
    "static void Write(System.Object value)",
    "static void Write(char[] buffer)",
    "static void Write(string format, params System.Object[] arg)",
)
def _write(*values: Any) -> None:
    _host().write(_formatted(values))


@CONSOLE.method(
    "static void WriteLine()",
    "static void WriteLine(string value)",
    "static void WriteLine(System.Object value)",
    "static void WriteLine(char[] buffer)",
    "static void WriteLine(string format, params System.Object[] arg)",
)
def _write_line(*values: Any) -> None:
    _host().write(_formatted(values) + "\n")


@CONSOLE.method("static string ReadLine()")
def _read_line() -> str | None:
    return _host().read_line()


@CONSOLE.method("static int Read()")
def _read() -> int:
    return int(ConsoleReader().read())


@CONSOLE.method(
    "static System.ConsoleKeyInfo ReadKey()", "static System.ConsoleKeyInfo ReadKey(bool intercept)"
)
def _read_key(_intercept: bool = False) -> Any:
    raise _no_keys()


def _no_keys() -> Exception:
    return fault(
        "System.InvalidOperationException",
        "Keys cannot be read: the input is not a terminal.",
        "InvalidOperationException",
        "NotSpecified",
    )


@CONSOLE.method("static void Beep()", "static void ResetColor()", "static void Clear()")
def _nothing() -> None:
    """Only a terminal could show it."""


define("System.Console", CONSOLE, kind="static")

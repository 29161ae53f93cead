"""Format-Hex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.byte_lines import ByteCollection, byte_lines, title_of, value_bytes
from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.encoding_argument import encoding_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.nettype import type_of
from spshell.values.objects import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 2**63 - 1


class FormatHex(Cmdlet, verb="Format", noun="Hex", net_class="Microsoft.PowerShell.Commands.FormatHex"):
    """Show the bytes of files, texts and numbers.

    PS> 'Mail' | Format-Hex
    PS> (1, 2 | Format-Hex).HexBytes
    """

    path: Any = parameter(
        "string[]", sets={"Path": SetFlags(mandatory=True, position=0)}, help="The files.", wildcards=True
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True)},
        aliases=("PSPath", "LP"),
        help="The files, without wildcards.",
    )
    input_object: Any = parameter(
        "psobject", sets={"ByInputObject": SetFlags(mandatory=True, by_value=True)}, help="Texts and numbers."
    )
    encoding: Any = encoding_parameter(sets=("ByInputObject",))
    count: Any = parameter("long", default=_MOST, validate=[ValidateRange(1, _MOST)], help="How many bytes.")
    offset: Any = parameter("long", default=0, validate=[ValidateRange(0, _MOST)], help="Bytes to leave out.")
    raw: Any = parameter("switch", sets=("ByInputObject",), help="Accepted for old scripts.")

    def begin(self) -> None:
        self.pending = b""
        self.first: Any = None

    def process(self) -> Iterator[object]:
        if self.parameter_set != "ByInputObject":
            for given in self.path or self.literal_path:
                yield from self._file(given)
            return
        value = unwrap(self.input_object)
        if hasattr(value, "path") and type_of(value).full_name == "System.IO.FileInfo":
            yield from self._flushed()
            yield from self._file(value.path)
            return
        data = value_bytes(value, self.encoding.codec if self.encoding is not None else "utf-8")
        if data is None:
            self.write_error(utility_fault("FormatHexTypeNotSupported", type_of(value).full_name))
            return
        if type(value) is str or type(value) is not type(self.first):
            yield from self._flushed()
        if self.first is None:
            self.first = value
        self.pending += data

    def end(self) -> Iterator[object]:
        yield from self._flushed()

    def _flushed(self) -> list[ByteCollection]:
        """The lines of what came so far."""
        if self.first is None:
            return []
        lines = byte_lines(self._part(self.pending), title_of(self.first))
        self.pending, self.first = b"", None
        return lines

    def _part(self, data: bytes) -> bytes:
        start = int(self.offset)
        return data[start : start + int(self.count)]

    def _file(self, given: str) -> Iterator[object]:
        from cmdlets.utility.data_files import file_path

        path = file_path(self, given, literal=self.path is None)
        try:
            with open(path, "rb") as file:
                file.seek(int(self.offset))
                data = file.read(-1 if self.count == _MOST else int(self.count))
        except OSError:
            self.write_error(utility_fault("FileNotFound", given, target=given))
            return
        yield from byte_lines(data, path, path)

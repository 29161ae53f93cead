"""How Get-Content reads one item: as lines, in pieces, as one text, as bytes."""

from __future__ import annotations

import os

from spshell.engine.providers.file_content import decode, follow, lines, pieces, read_bytes
from spshell.engine.providers.filesystem import FileSystem
from spshell.engine.providers.messages import provider_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.providers.places import Place

_INTERVAL = 0.25


class ContentReading:
    """One run of Get-Content."""

    def __init__(self, cmdlet: Any) -> None:
        self.cmdlet = cmdlet

    def refuse_together(self) -> None:
        """-Raw reads everything. Raises InvalidOperation beside parameters that read a part."""
        cmdlet = self.cmdlet
        if not cmdlet.raw:
            return
        for name in ("TotalCount", "Tail", "Wait", "Delimiter"):
            if cmdlet.is_bound(name) and (name != "Wait" or cmdlet.wait):
                raise_id = "NoFirstLastWaitForRaw" if name != "Delimiter" else "NoRawWithDelimiter"
                cmdlet.throw(provider_fault(raise_id, "Raw", name, error_id="InvalidOperation"))

    def read(self, place: Place) -> None:
        """Write what an item holds."""
        cmdlet = self.cmdlet
        provider = place.provider
        if not isinstance(provider, FileSystem):
            if cmdlet.is_bound("Tail"):
                raise provider_fault("TailNotSupported", cmdlet.tail, target=cmdlet.tail)
            if provider.is_container(place.path):
                raise provider_fault("GetContainerContentException", place.shown(), target=place.shown())
            self._write(provider.read_values(place))
            return
        data = read_bytes(place.path)
        if cmdlet.as_byte_stream:
            self._write_bytes(data)
            return
        text = decode(data, cmdlet.encoding)
        if cmdlet.raw:
            if data:
                cmdlet.write(text)
            return
        self._write(lines(text) if cmdlet.delimiter is None else pieces(text, cmdlet.delimiter))
        if cmdlet.wait:
            for line in follow(place.path, os.path.getsize(place.path), cmdlet.encoding, _INTERVAL):
                cmdlet.write(line)

    def _write_bytes(self, data: bytes) -> None:
        from spshell.dotnet.collections.byte_arrays import byte_array

        array = byte_array(data)
        if self.cmdlet.raw:
            if data:
                self.cmdlet.write(array)
        else:
            self._write(list(array))

    def _write(self, values: list[Any]) -> None:
        cmdlet = self.cmdlet
        if cmdlet.is_bound("TotalCount"):
            values = values[: int(cmdlet.total_count)]
        elif cmdlet.is_bound("Tail"):
            values = values[-int(cmdlet.tail) :] if cmdlet.tail else []
        count = int(cmdlet.read_count)
        out = cmdlet.out
        if count == 1:
            for value in values:
                out(value)
            return
        if count <= 0:
            count = max(len(values), 1)
        for start in range(0, len(values), count):
            out(values[start : start + count])

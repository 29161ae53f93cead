"""How Set-Content and Add-Content write: the items stay open while values come down the pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.providers.file_content import Writer
from spshell.engine.providers.filesystem import FileSystem
from spshell.engine.providers.messages import provider_fault
from spshell.values.exceptions import NetException
from spshell.values.wildcard import has_wildcards

if TYPE_CHECKING:
    from spshell.engine.providers.places import Place


class ContentWriting:
    """One run of Set-Content or Add-Content."""

    def __init__(self, cmdlet: Any, *, append: bool) -> None:
        self.cmdlet = cmdlet
        self.append = append
        self.paths: list[str] | None = None
        self.writers: list[Writer] = []
        self.others: list[tuple[Place, list[Any]]] = []

    def write(self, value: Any) -> None:
        """Write the values of one record."""
        paths = self.cmdlet.paths()
        if paths != self.paths:
            self.close()
            self.paths = paths
            self._open(paths)
        values = value if isinstance(value, list) else [value]
        if value is None:
            values = []
        for writer in self.writers:
            self._write_file(writer, values)
        for _, held in self.others:
            held.extend(values)
        if value is not None and self.cmdlet.pass_thru and (self.writers or self.others):
            self.cmdlet.write(value)

    def close(self) -> None:
        """Everything is written."""
        for writer in self.writers:
            writer.close()
        self.writers.clear()
        for place, values in self.others:
            try:
                place.provider.write_values(place, values, append=self.append)
            except NetException as error:
                self.cmdlet.write_error(error, target=error.target)
        self.others.clear()

    def _open(self, paths: list[str]) -> None:
        cmdlet = self.cmdlet
        action = "Add Content" if self.append else "Set Content"
        for path in paths:
            for place in self._places(path):
                files = isinstance(place.provider, FileSystem)
                shown = place.path if files else place.shown()
                if not cmdlet.should_process(f"Path: {shown}" if files else f"Item: {shown}", action):
                    continue
                if not files:
                    self.others.append((place, []))
                    continue
                try:
                    self.writers.append(
                        Writer(
                            place.path,
                            cmdlet.encoding,
                            append=self.append,
                            force=bool(cmdlet.force),
                            follow_mark=self.append,
                        )
                    )
                except NetException as error:
                    if error.error_id == "ClearDirectoryContent":
                        error.error_id, error.category = error.net_name, "NotSpecified"
                        raise
                    cmdlet.write_error(error, target=error.target)

    def _places(self, path: str) -> list[Place]:
        """The items to write: those that wildcards match, else the path itself, there or not."""
        cmdlet = self.cmdlet
        if cmdlet.literal or not has_wildcards(path):
            place = cmdlet.located(path)
            return [] if place is None else [place]
        found: list[Place] = cmdlet.resolved(path)
        if not found:
            error = provider_fault("NothingMatches", path, error_id="ItemNotFound", target=path)
            cmdlet.write_error(error, target=path)
        return found

    def _write_file(self, writer: Writer, values: list[Any]) -> None:
        cmdlet = self.cmdlet
        if cmdlet.as_byte_stream:
            self._write_bytes(writer, values)
            return
        end = "" if cmdlet.no_newline else "\n"
        writer.write_text("".join(_text(value) + end for value in values))

    def _write_bytes(self, writer: Writer, values: list[Any]) -> None:
        from spshell.values.numbers import Byte
        from spshell.values.objects import unwrap

        for value in values:
            plain = unwrap(value)
            if type(plain) is not Byte:
                error = provider_fault("ByteEncodingError", error_id="Argument", target=value)
                self.cmdlet.write_error(error, target=value)
                return
            writer.write_bytes(bytes([int(plain)]))


def _text(value: Any) -> str:
    """A value as ToString() gives it in the current culture."""
    from spshell.values.objects import PSCustomObject
    from spshell.values.text import to_string, to_text

    if value is None:
        return ""
    return to_text(value) if type(value) is PSCustomObject else to_string(value)

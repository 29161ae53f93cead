"""Get-FileHash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.attributes.validation import ValidateSet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.providers.places import Place


class GetFileHash(Cmdlet, verb="Get", noun="FileHash", default_set="Path"):
    """Compute the hash of files or a stream.

    PS> Get-FileHash /etc/hosts -Algorithm MD5 | ForEach-Object { $_.Hash.Length }
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, position=0, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    input_stream: Any = parameter(
        "System.IO.Stream",
        sets={"StreamParameterSet": SetFlags(mandatory=True, position=0)},
        help="A stream to read.",
    )
    algorithm: Any = parameter(
        "string",
        position=1,
        validate=[ValidateSet("SHA1", "SHA256", "SHA384", "SHA512", "MD5")],
        help="MD5, SHA1, SHA256, SHA384 or SHA512.",
    )

    def process(self) -> None:
        from cmdlets.utility.file_hash import FileHashInfo, hash_of, read_stream

        algorithm = (self.algorithm or "SHA256").upper()
        if self.input_stream is not None:
            self.write(FileHashInfo(algorithm, hash_of(algorithm, read_stream(self.input_stream)), None))
            return
        for place in self._files():
            try:
                with open(place.path, "rb") as file:
                    self.write(FileHashInfo(algorithm, hash_of(algorithm, file), place.path))
            except (PermissionError, IsADirectoryError):
                self.write_error(utility_fault("UnauthorizedAccessError", place.path, target=place.path))
            except OSError as error:
                from spshell.engine.providers.filesystem import io_error

                self.write_error(io_error(error, place.path, "FileReadError", "ReadError"))

    def _files(self) -> Iterator[Place]:
        from spshell.engine.providers.globbing import Selection, resolve
        from spshell.values.exceptions import NetException

        literal = self.literal_path is not None
        for path in self.literal_path if literal else self.path:
            try:
                found = resolve(self.session, path, Selection(force=True), literal=literal)
            except NetException as error:
                if error.error_id == "PathNotFound":
                    error.error_id = "FileNotFound"
                self.write_error(error, target=error.target)
                continue
            yield from found

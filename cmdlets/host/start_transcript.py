"""Start-Transcript."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class StartTranscript(Cmdlet, verb="Start", noun="Transcript", default_set="ByPath", should_process=True):
    """Write what is shown to a file as well.

    Without a path the file gets a name of its own in the home folder.

        PS> $f = [IO.Path]::GetTempFileName(); $null = Start-Transcript $f; $null = Stop-Transcript
    """

    path: Any = parameter(
        "string",
        sets={"ByPath": SetFlags(position=0)},
        validate=[ValidateNotNullOrEmpty()],
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string",
        sets={"ByLiteralPath": SetFlags(position=0)},
        aliases=(
            "PSPath",
            "LP",
        ),
        validate=[ValidateNotNullOrEmpty()],
        help="The path, taken as it is.",
    )
    output_directory: Any = parameter(
        "string",
        sets={"ByOutputDirectory": SetFlags(position=0)},
        validate=[ValidateNotNullOrEmpty()],
        help="The folder for a file with a name of its own.",
    )
    append: Any = parameter("switch", help="Add to the file.")
    force: Any = parameter("switch", help="What is hidden or read-only too.")
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Never overwrite.")
    include_invocation_header: Any = parameter("switch", help="Note when each command ran.")
    use_minimal_header: Any = parameter("switch", help="A short header.")

    def process(self) -> None:
        from cmdlets.host.messages import host_fault
        from cmdlets.host.transcript import Transcript
        from spshell.engine.providers.drives import drives_of
        from spshell.values.objects import PSObject

        given = self.path or self.literal_path or self._own_name()
        path = drives_of(self.session).locate(given).path
        if not self.should_process(path, "Start-Transcript"):
            return
        import os

        if self.no_clobber and not self.append and os.path.lexists(path):
            self.throw(host_fault("NoClobber", path, target=path))
        try:
            made = Transcript(
                self.session, path, append=bool(self.append), minimal=bool(self.use_minimal_header)
            )
        except OSError as error:
            self.throw(
                host_fault("CannotStartTranscription", path, error.strerror or str(error), target=path)
            )
        self.session.host.transcribers.append(made)
        text = f"Transcript started, output file is {given}"
        self.write(PSObject(text, {"Path": given}))

    def _own_name(self) -> str:
        import os
        import socket
        import time
        from secrets import token_urlsafe

        folder = self.output_directory or os.path.expanduser("~")
        stamp = time.strftime("%Y%m%d%H%M%S")
        return os.path.join(
            folder, f"PowerShell_transcript.{socket.gethostname()}.{token_urlsafe(6)}.{stamp}.txt"
        )

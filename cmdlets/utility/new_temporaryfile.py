"""New-TemporaryFile."""

from __future__ import annotations

from spshell.engine.commands.cmdlet import Cmdlet


class NewTemporaryFile(Cmdlet, verb="New", noun="TemporaryFile", should_process=True, impact="Low"):
    """Make an empty file with a name of its own in the folder for temporary files.

    PS> (New-TemporaryFile).Length
    """

    def process(self) -> None:
        import tempfile

        from spshell.engine.providers.drives import drives_of
        from spshell.engine.providers.filesystem import file_object

        if not self.should_process(tempfile.gettempdir(), "New-TemporaryFile"):
            return
        handle, path = tempfile.mkstemp(suffix=".tmp", prefix="tmp")
        import os

        os.close(handle)
        self.write(file_object(drives_of(self.session).locate(path), container=False))

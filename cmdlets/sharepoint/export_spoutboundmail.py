"""Export-SPOutboundMail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.outbox_cmdlet import OutboxCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExportSPOutboundMail(OutboxCmdlet, verb="Export", noun="SPOutboundMail", should_process=True):
    """Write a message, byte for byte as it leaves, to an .eml file that every mail program opens.

    PS> Get-Help Export-SPOutboundMail -Parameter Path
    """

    path: Any = parameter(
        "string",
        position=1,
        default=".",
        help="The file; or a folder, in which the file is named after the message.",
    )
    force: Any = parameter("switch", help="Write over a file that is there.")

    def process(self) -> Iterator[object]:
        from spshell.farm import errors
        from spshell.farm.outgoing import open_outbox

        farm = self.farm
        farm.authorize_configure("reading mail of the outbox")
        with open_outbox(farm) as outbox:
            ident = self.message_id(outbox)
            if ident is None:
                return
            content = outbox.content(ident)
        path = self.session.resolve_path(str(self.path))
        if os.path.isdir(path):
            path = os.path.join(path, f"{ident}.eml")
        if os.path.exists(path) and not self.force:
            self.write_error(
                errors.invalid(
                    f"'{path}' is there already; -Force writes over it.", "FileExists", target=path
                )
            )
            return
        if not self.should_process(path, "Export-SPOutboundMail"):
            return
        try:
            with open(path, "wb") as file:
                file.write(content)
        except OSError as error:
            self.write_error(
                errors.invalid(
                    f"'{path}' cannot be written: {error.strerror}.", "CannotWriteFile", target=path
                )
            )
            return
        yield self._file(path)

    def _file(self, path: str) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        return convert(path, resolve_type_name("System.IO.FileInfo"))

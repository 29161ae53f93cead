"""Unblock-File."""

from __future__ import annotations

from typing import Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class UnblockFile(Cmdlet, verb="Unblock", noun="File", default_set="ByPath", should_process=True):
    """Take the mark of a download off files.

    On this system files carry no such mark: existing files are left as they are.

        PS> Unblock-File /etc/hosts
    """

    path: Any = parameter(
        "string[]", sets={"ByPath": SetFlags(mandatory=True, position=0)}, help="The path; wildcards count."
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )

    def process(self) -> None:
        from spshell.engine.providers.globbing import Selection, resolve
        from spshell.values.exceptions import NetException

        literal = self.literal_path is not None
        for path in self.literal_path if literal else self.path:
            try:
                resolve(self.session, path, Selection(), literal=literal)
            except NetException as error:
                self.write_error(error, target=error.target)

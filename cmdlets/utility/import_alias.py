"""Import-Alias."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import scope_of
from spshell.values.exceptions import fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS = 4


class ImportAlias(Cmdlet, verb="Import", noun="Alias", default_set="ByPath", should_process=True):
    """Define the aliases of a file that Export-Alias wrote.

    PS> Get-Help Import-Alias -Parameter Force
    """

    path: Any = parameter(
        "string",
        sets={"ByPath": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        help="The file.",
    )
    literal_path: Any = parameter(
        "string",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_value=True, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The file, taken as it is written.",
    )
    scope_name: Any = parameter("string", name="Scope", help="Global, Local, Script or a number.")
    pass_thru: Any = parameter("switch", help="Return the aliases.")
    force: Any = parameter("switch", help="Replace aliases that exist.")

    def process(self) -> Iterator[object]:
        path = self.session.resolve_path(self.path or self.literal_path)
        scope = scope_of(self.scope, self.scope_name)
        for name, value, description, options in self._rows(path):
            if not self.should_process(f"Name: {name} Value: {value}", "Import Alias"):
                continue
            if not self.force and self.session.commands.find_alias(scope, name) is not None:
                self.write_error(utility_fault("AliasAlreadyExists", name, target=name))
                continue
            chosen = frozenset(part.strip() for part in options.split(",")) - {"None", ""}
            made = self.session.commands.assign_alias(
                scope, name, value, description=description, options=chosen
            )
            if self.pass_thru:
                yield made

    def _rows(self, path: str) -> Iterator[list[str]]:
        try:
            with open(path, encoding="utf-8-sig", newline="") as file:
                lines = [line for line in file if line.strip() and not line.startswith("#")]
        except OSError as error:
            reason = error.strerror or str(error)
            text = f"The file '{path}' cannot be read: {reason}"
            self.throw(
                fault("System.IO.FileNotFoundException", text, "FileOpenFailure", "OpenError", target=path)
            )
        for number, row in enumerate(csv.reader(lines), 1):
            if len(row) != _COLUMNS:
                self.throw(utility_fault("ImportAliasFileFormatError", path, number, target=path))
            yield row

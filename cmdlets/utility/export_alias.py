"""Export-Alias."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cmdlets.utility.alias_tables import visible_aliases
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.variables.objects import scope_of
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.commands.kinds import AliasInfo


class ExportAlias(Cmdlet, verb="Export", noun="Alias", default_set="ByPath", should_process=True):
    """Write aliases to a file that Import-Alias reads, or as a script.

    PS> Get-Help Export-Alias -Parameter As
    """

    path: Any = parameter("string", sets={"ByPath": SetFlags(mandatory=True, position=0)}, help="The file.")
    literal_path: Any = parameter(
        "string",
        sets={"ByLiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The file, taken as it is written.",
    )
    name: Any = parameter(
        "string[]", position=1, by_name=True, help="Names, wildcards allowed.", wildcards=True
    )
    pass_thru: Any = parameter("switch", help="Return the aliases.")
    as_format: Any = parameter(
        "Microsoft.PowerShell.Commands.ExportAliasFormat", name="As", help="Csv or Script."
    )
    append: Any = parameter("switch", help="Add to the file.")
    force: Any = parameter("switch", help="Write a read-only file too.")
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Write no file that exists.")
    description: Any = parameter("string", help="A line for the head of the file.")
    scope_name: Any = parameter("string", name="Scope", help="Global, Local, Script or a number.")

    def end(self) -> Iterator[object]:
        named = self.path or self.literal_path
        if named is None:
            return  # no object of the pipeline named a file
        path = self.session.resolve_path(named)
        if not self.should_process(path):
            return
        aliases = visible_aliases(
            scope_of(self.scope, self.scope_name), only_here=self.scope_name is not None
        )
        tests = [wildcard_test(pattern) for pattern in self.name or ["*"]]
        chosen = [info for info in aliases.values() if any(test(info.name) for test in tests)]
        write = _script_line if self.as_format is not None and self.as_format.name == "Script" else _csv_line
        with open(path, "a" if self.append else "w", encoding="utf-8", newline="") as file:
            file.writelines(f"# {line}\n" for line in self._head())
            file.writelines(write(info) + "\n" for info in chosen)
        if self.pass_thru:
            yield from chosen

    def _head(self) -> list[str]:
        import datetime as dt
        import getpass
        import socket

        lines = [
            "Alias File",
            f"Exported by : {getpass.getuser()}",
            f"Date/Time : {dt.datetime.now().astimezone():%A, %d %B %Y %H:%M:%S}",
            f"Computer : {socket.gethostname()}",
        ]
        return [*lines, *(self.description.split(os.linesep) if self.description else ())]


def _options(info: AliasInfo) -> str:
    return ", ".join(sorted(info.options)) or "None"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _csv_line(info: AliasInfo) -> str:
    return ",".join(_quoted(text) for text in (info.name, info.definition, info.description, _options(info)))


def _script_line(info: AliasInfo) -> str:
    return (
        f"set-alias -Name:{_quoted(info.name)} -Value:{_quoted(info.definition)}"
        f" -Description:{_quoted(info.description)} -Option:{_quoted(_options(info))}"
    )

"""Import-LocalizedData."""

from __future__ import annotations

import os
from typing import Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class ImportLocalizedData(
    Cmdlet,
    verb="Import",
    noun="LocalizedData",
    net_class="Microsoft.PowerShell.Commands.ImportLocalizedData",
):
    """Read a script's texts in the language of the user interface.

    The file NAME.psd1 is looked for in the folder of the culture (``en-US``), of its language (``en``), and beside them.

        PS> Import-LocalizedData -BindingVariable texts -FileName Messages -ErrorAction SilentlyContinue
    """

    binding_variable: Any = parameter(
        "string", position=0, aliases=("Variable",), help="The variable that takes the texts."
    )
    ui_culture: Any = parameter(
        "string", name="UICulture", position=1, help="Another culture than the user's."
    )
    base_directory: Any = parameter("string", help="Where the folders of the cultures are.")
    file_name: Any = parameter("string", help="The file's name, without .psd1.")
    supported_command: Any = parameter("string[]", help="Commands that the file may use.")

    def process(self) -> None:
        name = self._name()
        folder = self._folder()
        culture = self.ui_culture or self._current_culture()
        path = _find(folder, culture, name)
        if path is None:
            place = os.path.join(folder, culture)
            self.write_error(
                utility_fault(
                    "CannotFindPsd1File", f"{name}.psd1", place, error_id="ImportLocalizedData", target=name
                )
            )
            return
        value = self._data(path)
        if self.binding_variable:
            self.scope.vars[self.binding_variable.lower()] = value
        else:
            self.write_all(value)

    def _automatic(self, name: str) -> str:
        from spshell.engine.variables.scope import UNSET
        from spshell.engine.variables.variables import lookup
        from spshell.values.text import to_text

        found = lookup(self.scope, name)
        return "" if found is UNSET or found is None else to_text(found)

    def _name(self) -> str:
        given = self.file_name or os.path.basename(self._automatic("pscommandpath"))
        if not given:
            raise utility_fault("NotCalledFromAScriptFile")
        stem, extension = os.path.splitext(given)
        return stem if extension.lower() in (".psd1", ".ps1", ".psm1", ".sps1") else given

    def _folder(self) -> str:
        given = self.base_directory or self._automatic("psscriptroot") or self.session.location
        return str(self.session.resolve_path(given))

    def _current_culture(self) -> str:
        from spshell.dotnet.reflection.members import get_property, get_static
        from spshell.values.conversion import resolve_type_name

        return str(get_property(get_static(resolve_type_name("cultureinfo"), "CurrentUICulture"), "Name"))

    def _data(self, path: str) -> Any:
        from spshell.compiler.below import walk
        from spshell.engine.pipelines.output import unwrap_list
        from spshell.engine.variables.scope import Scope

        allowed = {"convertfrom-stringdata", *(name.lower() for name in self.supported_command or ())}
        block = self.session.load_script(path)
        for node in walk(block.node):
            if node.kind == "Command":
                name = getattr(node.elements[0], "value", "")
                if str(name).lower() not in allowed:
                    raise utility_fault("CmdletNotInAllowedListForDataSection", name, path)
        output: list[Any] = []
        scope = Scope(self.session, self.session.global_scope)
        scope.vars["psscriptroot"] = os.path.dirname(path)
        block.run_inline(scope, output.append)
        return unwrap_list(output)


def _find(folder: str, culture: str, name: str) -> str | None:
    """The file of a culture, of its language, or beside the folders; None when there is none."""
    parts = culture.split("-")
    places = ["-".join(parts[:count]) for count in range(len(parts), 0, -1)] if culture else []
    for place in [*places, ""]:
        path = os.path.join(folder, place, f"{name}.psd1")
        if os.path.isfile(path):
            return path
    return None

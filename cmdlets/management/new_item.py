"""New-Item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from cmdlets.management.item_options import options_parameter
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.providers.places import Place


class NewItem(ItemCmdlet, verb="New", noun="Item", default_set="pathSet", should_process=True):
    """Make a file, a folder, a link, or an item of another drive.

    -Force replaces a file and makes the folders above it.

        PS> New-Item ([IO.Path]::GetTempPath()) -Name relay-example.txt -ItemType File -Value x -Force | ForEach-Object Name
        PS> New-Item Env:RELAY -Value mail01 | ForEach-Object Value
    """

    path: Any = parameter(
        "string[]",
        sets={
            "nameSet": SetFlags(position=0, by_name=True),
            "pathSet": SetFlags(mandatory=True, position=0, by_name=True),
        },
        help="The path; wildcards count.",
    )
    name: Any = parameter(
        "string",
        sets={"nameSet": SetFlags(mandatory=True, by_name=True)},
        allow_null=True,
        allow_empty_string=True,
        help="The name.",
    )
    item_type: Any = parameter(
        "string",
        by_name=True,
        aliases=("Type",),
        help="What to make: file, directory, symboliclink, hardlink.",
    )
    value: Any = parameter(
        "System.Object", from_pipeline=True, by_name=True, aliases=("Target",), help="The value."
    )
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()
    options: Any = None

    @classmethod
    def dynamic_parameters(cls, binding: Any) -> list[ParameterSpec]:
        """Functions and aliases have -Options."""
        return options_parameter(binding)

    def process(self) -> None:
        from spshell.engine.pipelines.output import emit
        from spshell.values.exceptions import NetException

        for path in self.paths() or ["."]:
            place = self.located(path)
            if place is None:
                continue
            if self.name:
                place = place.at(place.provider.absolute(place.provider.join(place.path, self.name)))
            try:
                if self._agreed(place):
                    made = place.provider.new_item(
                        place, self.item_type or "", self.value, force=bool(self.force)
                    )
                    emit(self.out, made if self.options is None else self._with_options(place))
            except NetException as error:
                if error.error_id == "Argument":
                    raise
                self.write_error(error, target=error.target)

    def _with_options(self, place: Place) -> Any:
        from spshell.engine.variables.objects import option_names

        return place.provider.set_with_options(place, None, option_names(self.options))

    def _agreed(self, place: Place) -> bool:
        from spshell.engine.providers.file_changes import item_kind
        from spshell.engine.providers.filesystem import FileSystem

        if not isinstance(place.provider, FileSystem):
            return self.should_process(f"Item: {place.path}", "New Item")
        kind = item_kind(self.item_type or "", place.path)
        actions = {"file": "Create File", "directory": "Create Directory", "hard": "Create Hard Link"}
        return self.should_process(f"Destination: {place.path}", actions.get(kind, "Create Symbolic Link"))

"""Set-Item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from cmdlets.management.item_options import options_parameter
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.providers.places import Place


class SetItem(ItemCmdlet, verb="Set", noun="Item", default_set="Path", should_process=True):
    """Give an item a value.

    Drives with values take part: variables, functions, aliases, the environment.

        PS> Set-Item Env:RELAY mail01; $env:RELAY
    """

    path: Any = items.path_parameter(by_value=False)
    literal_path: Any = items.literal_path_parameter()
    value: Any = parameter("System.Object", position=1, from_pipeline=True, by_name=True, help="The value.")
    force: Any = items.force_parameter()
    pass_thru: Any = parameter("switch", help="Write the object too.")
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    credential: Any = items.credential_parameter()

    options: Any = None

    @classmethod
    def dynamic_parameters(cls, binding: Any) -> list[ParameterSpec]:
        """Functions and aliases have -Options."""
        return options_parameter(binding)

    def process(self) -> None:
        from spshell.values.exceptions import NetException

        for place in self._targets():
            if not self.should_process(f"Item: {place.path} Value: {self.value}", "Set Item"):
                continue
            try:
                made = self._set(place)
            except NetException as error:
                if error.error_id == "NotSupported":
                    raise
                self.write_error(error, target=error.target)
                continue
            if self.pass_thru and made is not None:
                self.write(made)

    def _targets(self) -> Iterator[Place]:
        from spshell.values.wildcard import has_wildcards

        for path in self.paths():
            if not self.literal and has_wildcards(path):
                yield from self.resolved(path)
                continue
            place = self.located(path)
            if place is not None:
                yield place

    def _set(self, place: Place) -> Any:
        if self.options is None:
            return place.provider.set_item(place, self.value)
        from spshell.engine.variables.objects import option_names

        return place.provider.set_with_options(place, self.value, option_names(self.options))

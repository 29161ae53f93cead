"""Test-Path."""

from __future__ import annotations

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.providers.places import Place


class TestPath(ItemCmdlet, verb="Test", noun="Path", default_set="Path"):
    """Tell whether there is something at a path.

    PS> Test-Path /tmp -PathType Container
    PS> Test-Path Env:NO_SUCH_VARIABLE
    """

    path: Any = parameter(
        "string[]",
        sets={"Path": SetFlags(mandatory=True, position=0, by_value=True, by_name=True)},
        allow_null=True,
        allow_empty_collection=True,
        allow_empty_string=True,
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        allow_null=True,
        allow_empty_collection=True,
        allow_empty_string=True,
        help="The path, taken as it is.",
    )
    filter: Any = items.filter_parameter()
    include: Any = items.include_parameter()
    exclude: Any = items.exclude_parameter()
    path_type: Any = parameter(
        "Microsoft.PowerShell.Commands.TestPathType",
        aliases=("Type",),
        help="What it has to be: Any, Container or Leaf.",
    )
    is_valid: Any = parameter("switch", help="Only whether the path could exist.")
    credential: Any = items.credential_parameter()
    older_than: Any = parameter("System.Nullable[datetime]", help="Whether it is older.")
    newer_than: Any = parameter("System.Nullable[datetime]", help="Whether it is newer.")

    def process(self) -> None:
        given = self.literal_path if self.literal else self.path
        if given is None or (isinstance(given, list) and not given):
            self._refuse()
            return
        for path in self.paths():
            if path is None:
                self._refuse()
            elif not path.strip():
                self.write(False)
            else:
                self.write(self._holds(path))

    def _refuse(self) -> None:
        from spshell.engine.providers.messages import provider_fault

        self.write_error(provider_fault("PathIsNullOrEmptyCollection", error_id="NullPathNotPermitted"))

    def _holds(self, path: str) -> bool:
        from spshell.engine.providers.globbing import resolve
        from spshell.values.exceptions import NetException

        try:
            if self.is_valid:
                self.drives.locate(path)
                return True
            selection = self.selection()
            selection.force = True
            found = resolve(self.session, path, selection, literal=self.literal)
        except NetException:
            return False
        return any(self._fits(place) for place in found)

    def _fits(self, place: Place) -> bool:
        provider = place.provider
        kind = self.path_type.name if self.path_type is not None else "Any"
        if kind != "Any" and (kind == "Container") != provider.is_container(place.path):
            return False
        if provider is not self.drives.files:
            return True
        import os

        if not os.path.exists(place.path):
            return os.path.islink(place.path) and kind == "Any"
        written = getattr(provider.item(place), "last_write_time", None)
        if self.older_than is not None and not _before(written, self.older_than):
            return False
        return self.newer_than is None or _before(self.newer_than, written)


def _before(left: Any, right: Any) -> bool:
    return int(left.ticks) < int(right.ticks)

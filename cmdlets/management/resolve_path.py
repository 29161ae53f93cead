"""Resolve-Path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter

if TYPE_CHECKING:
    from spshell.engine.providers.places import Place


class ResolvePath(ItemCmdlet, verb="Resolve", noun="Path", default_set="Path"):
    """Resolve wildcards and show full paths of what exists.

    PS> Resolve-Path /tm*
    PS> (Resolve-Path .).Path
    """

    path: Any = items.path_parameter()
    literal_path: Any = items.literal_path_parameter()
    relative: Any = parameter(
        "switch",
        sets=(
            "LiteralPath",
            "Path",
        ),
        help="As a path from the current folder.",
    )
    relative_base_path: Any = parameter("string", help="The folder that relative paths begin at.")
    force: Any = items.force_parameter()
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        from spshell.engine.providers import path_text
        from spshell.engine.providers.places import PathInfo

        base = None
        if self.relative_base_path:
            found = self.resolved(self.relative_base_path)
            if not found:
                return
            base = found[0]
        for path in self.paths():
            for place in self._resolved(path, base):
                if self.relative or (base is not None and self.relative):
                    here = base or self.drives.here()
                    self.write(path_text.relative_to(place.path, here.path))
                else:
                    self.write(PathInfo(place))

    def _resolved(self, path: str, base: Place | None) -> list[Place]:
        from spshell.engine.providers import path_text

        if base is not None and not path_text.is_rooted(path) and path_text.drive_prefix(path) is None:
            path = path_text.joined(base.path, path)
        return self.resolved(path)

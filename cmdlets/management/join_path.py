"""Join-Path."""

from __future__ import annotations

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.commands.cmdlet import parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from spshell.engine.variables.scope import Scope


class JoinPath(ItemCmdlet, verb="Join", noun="Path"):
    """Put a path and a child path together.

    PS> Join-Path /var log mail
    PS> Join-Path Env: PATH
    """

    path: Any = parameter(
        "string[]",
        position=0,
        mandatory=True,
        from_pipeline=True,
        by_name=True,
        aliases=("PSPath",),
        help="The path; wildcards count.",
    )
    child_path: Any = parameter(
        "string[]",
        position=1,
        mandatory=True,
        by_name=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="What to add.",
    )
    additional_child_path: Any = parameter(
        "string[]",
        position=2,
        by_name=True,
        remaining=True,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        help="More to add.",
    )
    resolve: Any = parameter("switch", help="Only what exists, wildcards resolved.")
    credential: Any = items.credential_parameter()

    @staticmethod
    def quick(_scope: Scope, args: tuple[Any, ...]) -> Sequence[Any] | None:
        """Two texts without a drive."""
        if len(args) != 2 or args[0].__class__ is not str or args[1].__class__ is not str:
            return None
        path = args[0]
        if not path or ":" in path or path.startswith(("//", "\\\\")):
            return None
        from spshell.engine.providers.path_text import joined

        return (joined(path, args[1]),)

    def process(self) -> None:
        children = [child or "" for child in [*(self.child_path or []), *(self.additional_child_path or [])]]
        for path in self.paths():
            made = self._joined(path, children or [""])
            if made is None:
                continue
            if not self.resolve:
                self.write(made)
                continue
            for place in self.resolved(made):
                self.write(place.shown())

    def _joined(self, path: str, children: list[str]) -> str | None:
        from spshell.engine.providers import path_text
        from spshell.engine.providers.messages import provider_fault
        from spshell.values.exceptions import NetException

        if path.startswith(("//", "\\\\")):
            self.throw(provider_fault("ArgumentNull", "drive", target=path))
        found = None if path_text.is_rooted(path) else path_text.drive_prefix(path)
        if found is not None and path_text.provider_prefix(path) is None:
            try:
                drive = self.drives.find_drive(found[0])
            except NetException as error:
                self.write_error(error, target=error.target)
                return None
            if drive.provider_object is not self.drives.files:
                path = f"{drive.title}:/"
                if path_text.is_rooted(children[0]):
                    path = ""
        for child in children:
            path = path_text.joined(path, child)
        return path

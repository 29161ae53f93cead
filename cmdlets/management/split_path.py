"""Split-Path."""

from __future__ import annotations

from typing import Any

from cmdlets.management import item_parameters as items
from cmdlets.management.item_cmdlet import ItemCmdlet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter


class SplitPath(ItemCmdlet, verb="Split", noun="Path", default_set="ParentSet"):
    """Take a path apart.

    Without a switch, what holds the last part is given.

        PS> Split-Path /var/log/mail.log
        PS> Split-Path /var/log/mail.log -LeafBase
    """

    path: Any = parameter(
        "string[]",
        sets={
            "ExtensionSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
            "IsAbsoluteSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
            "LeafBaseSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
            "LeafSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
            "NoQualifierSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
            "ParentSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
            "QualifierSet": SetFlags(mandatory=True, position=0, by_value=True, by_name=True),
        },
        help="The path; wildcards count.",
    )
    literal_path: Any = parameter(
        "string[]",
        sets={"LiteralPathSet": SetFlags(mandatory=True, by_name=True)},
        aliases=(
            "PSPath",
            "LP",
        ),
        help="The path, taken as it is.",
    )
    qualifier: Any = parameter(
        "switch", sets={"QualifierSet": SetFlags(mandatory=True, by_name=True)}, help="The drive or provider."
    )
    no_qualifier: Any = parameter(
        "switch",
        sets={"NoQualifierSet": SetFlags(mandatory=True, by_name=True)},
        help="Everything but the drive.",
    )
    parent: Any = parameter(
        "switch", sets={"ParentSet": SetFlags(by_name=True)}, help="Everything but the last part."
    )
    leaf: Any = parameter(
        "switch", sets={"LeafSet": SetFlags(mandatory=True, by_name=True)}, help="The last part."
    )
    leaf_base: Any = parameter(
        "switch",
        sets={"LeafBaseSet": SetFlags(mandatory=True, by_name=True)},
        help="The last part without its extension.",
    )
    extension: Any = parameter(
        "switch", sets={"ExtensionSet": SetFlags(mandatory=True, by_name=True)}, help="The extension."
    )
    resolve: Any = parameter("switch", help="Only what exists, wildcards resolved.")
    is_absolute: Any = parameter(
        "switch", sets={"IsAbsoluteSet": SetFlags(mandatory=True)}, help="Whether the path begins at a root."
    )
    credential: Any = items.credential_parameter()

    def process(self) -> None:
        for path in self.paths():
            if not self.resolve:
                self._write_part(path)
                continue
            for place in self.resolved(path):
                self._write_part(place.shown())

    def _write_part(self, path: str) -> None:
        from spshell.engine.providers import path_text
        from spshell.engine.providers.messages import provider_fault

        kind = self.parameter_set
        if kind in ("ParentSet", "LiteralPathSet"):
            if path in ("/", "\\"):
                self.throw(provider_fault("Argument", "path", path, target=path))
            self.write(path_text.parent(path))
        elif kind == "LeafSet":
            self.write(path_text.leaf(path))
        elif kind == "LeafBaseSet":
            self.write(path_text.stem(path_text.leaf(path)))
        elif kind == "ExtensionSet":
            self.write(path_text.extension(path_text.leaf(path)))
        elif kind == "IsAbsoluteSet":
            self.write(path_text.is_rooted(path) or _qualified(path) is not None)
        else:
            self._write_qualified(path, kind)

    def _write_qualified(self, path: str, kind: str) -> None:
        from spshell.engine.providers.messages import provider_fault

        qualifier = _qualified(path)
        if kind == "NoQualifierSet":
            rest = path if qualifier is None else path[len(qualifier) :]
            self.write(rest or path)
        elif qualifier is None:
            self.write_error(provider_fault("ParsePathFormatError", path, target=path))
        else:
            self.write(qualifier)


def _qualified(path: str) -> str | None:
    """The provider or drive in front of a path, with its colons."""
    from spshell.engine.providers import path_text

    found = path_text.provider_prefix(path)
    if found is not None:
        return found[0] + "::"
    drive = None if path_text.is_rooted(path) else path_text.drive_prefix(path)
    return None if drive is None else drive[0] + ":"

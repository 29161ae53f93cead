"""A module with the version that is wanted: ``@{ModuleName = 'x'; ModuleVersion = '1.0'}``."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import constructor, net_class, prop
from spshell.values.hashtable import Hashtable


@net_class("Microsoft.PowerShell.Commands.ModuleSpecification")
class ModuleSpecification:
    """Microsoft.PowerShell.Commands.ModuleSpecification."""

    def __init__(self, module: str, required: str = "", lowest: str = "", highest: str = "") -> None:
        self.module = module
        self.required = required
        self.lowest = lowest
        self.highest = highest

    @property
    def wanted(self) -> Any:
        """The bounds of the version, or None."""
        from spshell.engine.modules import Wanted

        if not (self.required or self.lowest or self.highest):
            return None
        return Wanted(self.lowest, self.highest, self.required)

    @constructor("(string moduleName)")
    @staticmethod
    def of_name(name: str) -> ModuleSpecification:
        return ModuleSpecification(name)

    @constructor("(hashtable moduleSpecification)")
    @staticmethod
    def of_table(table: Hashtable) -> ModuleSpecification:
        from spshell.values.text import to_text

        def text(key: str) -> str:
            found: Any = table.get(key)
            return "" if found is None else to_text(found)

        return ModuleSpecification(
            text("ModuleName"), text("RequiredVersion"), text("ModuleVersion"), text("MaximumVersion")
        )

    @prop("string Name {get}")
    def name(self) -> str:
        return self.module

    @prop("string RequiredVersion {get}")
    def required_version(self) -> str:
        return self.required

    @prop("string Version {get}")
    def version(self) -> str:
        return self.lowest

    def ps_text(self) -> str:
        return self.module

    to_string = ps_text

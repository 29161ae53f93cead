"""What `#requires` asks for."""

from __future__ import annotations


class ModuleRequirement:
    """A module name, perhaps with version bounds (texts as written)."""

    __slots__ = ("guid", "maximum_version", "minimum_version", "name", "required_version")

    def __init__(
        self,
        name: str,
        minimum_version: str | None = None,
        maximum_version: str | None = None,
        required_version: str | None = None,
        guid: str | None = None,
    ) -> None:
        self.name = name
        self.minimum_version = minimum_version
        self.maximum_version = maximum_version
        self.required_version = required_version
        self.guid = guid


class ScriptRequirements:
    """The sum of a script's `#requires` lines (about_Requires)."""

    __slots__ = ("application_id", "assemblies", "editions", "elevated", "modules", "snapins", "version")

    def __init__(self) -> None:
        self.version: str | None = None
        self.editions: list[str] = []
        self.modules: list[ModuleRequirement] = []
        self.snapins: list[tuple[str, str | None]] = []
        self.assemblies: list[str] = []
        self.elevated = False
        self.application_id: str | None = None

"""Which cmdlets exist and where: manifests are imported at the first look-up, a cmdlet's file at its first
use.
"""

from __future__ import annotations

import sys

from spshell.engine.commands.kinds import CmdletInfo, ProvidedFunctionInfo
from spshell.values.hooks import TYPE_MODULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

PACKAGES = (
    "cmdlets.core",
    "cmdlets.utility",
    "cmdlets.management",
    "cmdlets.security",
    "cmdlets.host",
    "cmdlets.sharepoint",
    "cmdlets.exchange",
    "cmdlets.runbook",
)
"""Packages with a ``manifest`` module, in the order in which a name is looked up."""


class Manifest:
    """One loaded manifest: its module's name, commands (folded name -> spelled name, file) and aliases."""

    __slots__ = ("aliases", "commands", "functions", "module", "outside", "package")

    def __init__(self, package: str, contents: Any) -> None:
        self.package = package
        self.module: str = contents.MODULE
        self.functions: frozenset[str] = getattr(contents, "FUNCTIONS", frozenset())
        """The commands that are functions in the original."""
        self.outside: Callable[[str], str | None] | None = getattr(contents, "outside", None)
        """What a module says about commands that its original has and it has not."""
        self.commands: dict[str, tuple[str, str]] = {
            name.lower(): (name, file) for name, file in contents.COMMANDS.items()
        }
        self.aliases: dict[str, tuple[str, str]] = {
            name.lower(): (name, command) for name, command in getattr(contents, "ALIASES", {}).items()
        }


class ManifestTable:
    """The cmdlets and built-in aliases of a session, by folded name."""

    def __init__(self, packages: Iterable[str] = PACKAGES) -> None:
        self._waiting = list(packages)
        self._loaded: list[Manifest] = []
        self._infos: dict[str, CmdletInfo] = {}
        self._aliases: dict[str, str | None] = {}

    def manifests(self) -> Iterator[Manifest]:
        """All manifests, imported one by one as the iteration needs them."""
        index = 0
        while True:
            if index == len(self._loaded):
                if not self._waiting:
                    return
                loaded = _load(self._waiting.pop(0))
                if loaded is None:
                    continue
                self._loaded.append(loaded)
            yield self._loaded[index]
            index += 1

    def find(self, name: str, module: str | None = None) -> CmdletInfo | None:
        """The cmdlet of a name in any case, of one module when that is given."""
        folded = name.lower()
        if module is None:
            found = self._infos.get(folded)
            if found is not None:
                return found
        for manifest in self.manifests():
            if module is not None and manifest.module.lower() != module.lower():
                continue
            entry = manifest.commands.get(folded)
            if entry is not None:
                info = self._infos.get(folded)
                if info is None or info.module != manifest.module:
                    kind = ProvidedFunctionInfo if entry[0] in manifest.functions else CmdletInfo
                    info = kind(entry[0], _importer(manifest.package, *entry), manifest.module)
                    self._infos[folded] = info
                return info
        return None

    def find_alias(self, folded: str) -> str | None:
        """The command that a built-in alias stands for."""
        if folded in self._aliases:
            return self._aliases[folded]
        found = next((m.aliases[folded][1] for m in self.manifests() if folded in m.aliases), None)
        self._aliases[folded] = found
        return found

    def names(self) -> list[str]:
        """The names of all cmdlets."""
        return [name for manifest in self.manifests() for name, _ in manifest.commands.values()]

    def outside(self, name: str) -> str | None:
        """What some module says about a command that it leaves out on purpose, or None."""
        for manifest in self.manifests():
            said = manifest.outside(name) if manifest.outside is not None else None
            if said is not None:
                return said
        return None

    def aliases(self) -> list[tuple[str, str]]:
        """All built-in aliases with what they stand for."""
        return [pair for manifest in self.manifests() for pair in manifest.aliases.values()]


def _load(package: str) -> Manifest | None:
    """Import a manifest; its TYPES (full name -> file) become known to the type look-up."""
    name = package + ".manifest"
    try:
        contents = _imported(name)
        for type_name, file in getattr(contents, "TYPES", {}).items():
            TYPE_MODULES[type_name.lower()] = f"{package}.{file}"
        return Manifest(package, contents)
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
            return None
        raise


def _imported(name: str) -> Any:
    __import__(name)
    return sys.modules[name]


def _importer(package: str, command: str, file: str) -> Callable[[], Any]:
    def load() -> Any:
        module = _imported(f"{package}.{file}")
        for value in vars(module).values():
            if isinstance(value, type) and getattr(value, "command_name", "") == command:
                return value
        raise LookupError(f"{package}.{file} defines no {command}")

    return load

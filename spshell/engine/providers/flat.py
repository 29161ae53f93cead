"""Drives without folders: Env, Variable, Function, Alias."""

from __future__ import annotations

import os

from spshell.engine.providers.places import item_members
from spshell.engine.providers.provider import Provider
from spshell.values.objects import PSObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.providers.places import Place


class FlatProvider(Provider):
    """Items by name; the root is their only container."""

    def names(self) -> list[str]:
        """All names."""
        raise NotImplementedError

    def find(self, name: str) -> Any:
        """The object of a name, or None."""
        raise NotImplementedError

    def value(self, name: str) -> Any:
        """What Get-Content shows."""
        raise NotImplementedError

    def assign(self, name: str, value: Any) -> None:
        """Give a name a value, made when it is new; null removes it."""
        raise NotImplementedError

    def absolute(self, path: str) -> str:
        name = super().absolute(path)
        while name.startswith(("./", ".\\", "../", "..\\")):
            name = super().absolute(name.lstrip("."))
        return "" if name in (".", "..") else name

    def exists(self, path: str) -> bool:
        return path == "" or self.find(path) is not None

    def child_names(self, path: str) -> list[str]:
        return sorted(self.names(), key=str.lower) if path == "" else []

    def item(self, place: Place) -> Any:
        if place.path == "":
            return [self.item(place.child(name)) for name in self.child_names("")]
        return PSObject(self.find(place.path), item_members(place, container=False))

    def set_item(self, place: Place, value: Any) -> Any:
        self.assign(place.path, value)
        return self.item(place) if self.exists(place.path) else None

    def clear_item(self, place: Place) -> None:
        self.assign(place.path, None)

    def new_item(self, place: Place, item_type: str, value: Any, *, force: bool) -> Any:
        from spshell.engine.providers.messages import provider_fault

        del item_type
        if not force and self.find(place.path) is not None:
            raise provider_fault("Argument", place.path, "it exists already", target=place.path)
        self.assign(place.path, value)
        return self.item(place)

    def remove_item(self, place: Place, *, recurse: bool, force: bool) -> None:
        del recurse, force
        self.assign(place.path, None)

    def rename_item(self, place: Place, name: str, *, force: bool) -> Place:
        from spshell.engine.providers.messages import provider_fault

        options = self.options(place.path)
        if "Constant" in options or ("ReadOnly" in options and not force):
            raise provider_fault("CannotRename", place.path, error_id=self.rename_error, target=place.path)
        value = self.value(place.path)
        self.remove_item(place, recurse=False, force=True)
        self.assign(name, value)
        if options:
            self.set_options(name, options)
        return place.at(name)

    rename_error = "CannotRename"
    takes_options = False
    """Whether New-Item and Set-Item have -Options here."""

    def options(self, name: str) -> frozenset[str]:
        """ReadOnly, Constant and the like of an item; none for what has no options."""
        found = self.find(name)
        held = getattr(found, "options", None)
        return held if isinstance(held, frozenset) else frozenset()

    def set_options(self, name: str, options: frozenset[str]) -> None:
        """Give an item options."""
        found = self.find(name)
        if found is not None:
            found.options = options

    def set_with_options(self, place: Place, value: Any, options: frozenset[str]) -> Any:
        """Set-Item -Options: without a value only the options change."""
        if value is not None:
            self.assign(place.path, value)
        self.set_options(place.path, options)
        return self.item(place) if self.exists(place.path) else None

    def read_values(self, place: Place) -> list[Any]:
        if place.path == "":
            raise self.refuse(place.path)
        return [self.value(place.path)]

    def write_values(self, place: Place, values: list[Any], *, append: bool) -> None:
        kept = [self.value(place.path)] if append and self.find(place.path) is not None else []
        values = kept + values
        self.assign(place.path, values[0] if len(values) == 1 else values or None)


class EnvironmentProvider(FlatProvider):
    """The environment of the process."""

    name = "Environment"

    def names(self) -> list[str]:
        return list(os.environ)

    def find(self, name: str) -> Any:
        if name not in os.environ:
            return None
        from spshell.dotnet.collections.tuples import Pair

        return Pair(name, os.environ[name])

    def value(self, name: str) -> Any:
        return os.environ.get(name)

    def assign(self, name: str, value: Any) -> None:
        from spshell.engine.variables.environment import set_environment

        set_environment(name, value)


class VariableProvider(FlatProvider):
    """The variables that the running scope sees."""

    name = "Variable"
    rename_error = "CannotRenameVariable"

    def options(self, name: str) -> frozenset[str]:
        from spshell.engine.variables.objects import option_names

        found = self.find(name)
        return frozenset() if found is None else option_names(found.options)

    def set_options(self, name: str, options: frozenset[str]) -> None:
        from spshell.engine.variables.objects import set_options

        found = self.find(name)
        if found is not None:
            set_options(found.scope, found.spelled, options)

    def names(self) -> list[str]:
        from spshell.engine.variables.objects import names_in

        found: dict[str, str] = {}
        scope = self._scope()
        while scope is not None:
            for name in names_in(scope):
                found.setdefault(name.lower(), name)
            scope = scope.parent
        return list(found.values())

    def find(self, name: str) -> Any:
        from spshell.engine.variables.objects import VariableObject, find_scope

        holder = find_scope(self._scope(), name.lower())
        return None if holder is None else VariableObject(holder, name)

    def value(self, name: str) -> Any:
        found = self.find(name)
        return None if found is None else found.value

    def assign(self, name: str, value: Any) -> None:
        from spshell.engine.variables.variables import write

        write(self._scope(), name, value)

    def remove_item(self, place: Place, *, recurse: bool, force: bool) -> None:
        del recurse, force
        scope = self._scope().find(place.path.lower())
        if scope is not None:
            scope.vars.pop(place.path.lower(), None)

    def _scope(self) -> Any:
        return self.session.current or self.session.global_scope


class FunctionProvider(FlatProvider):
    """The functions that the running scope sees."""

    name = "Function"
    rename_error = "CannotRenameFunction"
    takes_options = True

    def names(self) -> list[str]:
        from spshell.engine.commands.built_in_functions import TEXTS

        found: dict[str, str] = {}
        scope = self._scope()
        while scope is not None:
            for folded, function in (scope.functions or {}).items():
                found.setdefault(folded, function.name)
            scope = scope.parent
        gone = self.session.commands.removed_built_ins
        return [*found.values(), *(name for name in TEXTS if name not in gone and name.lower() not in found)]

    def find(self, name: str) -> Any:
        commands = self.session.commands
        return commands.find_function(self._scope(), name) or commands.built_in_function(name)

    def value(self, name: str) -> Any:
        found = self.find(name)
        return None if found is None else found.script_block

    def assign(self, name: str, value: Any) -> None:
        scope = self._scope()
        if value is None:
            while scope is not None and name.lower() not in (scope.functions or {}):
                scope = scope.parent
        else:
            value = _body(name, value)
        self.session.commands.assign_function(scope or self._scope(), name, value)

    def _scope(self) -> Any:
        return self.session.current or self.session.global_scope


class AliasProvider(FlatProvider):
    """The aliases that the running scope sees, and the built-in ones."""

    name = "Alias"
    rename_error = "CannotRenameAlias"
    takes_options = True

    def names(self) -> list[str]:
        found = {name.lower(): name for name, _ in self.session.commands.manifests.aliases()}
        scope = self._scope()
        while scope is not None:
            found.update(
                {
                    folded: folded if alias is None else alias.name
                    for folded, alias in (scope.aliases or {}).items()
                }
            )
            scope = scope.parent
        return [name for name in found.values() if self.find(name) is not None]

    def find(self, name: str) -> Any:
        return self.session.commands.find_alias(self._scope(), name)

    def value(self, name: str) -> Any:
        found = self.find(name)
        return None if found is None else found.definition

    def assign(self, name: str, value: Any) -> None:
        from spshell.values.text import to_text

        scope = self._scope()
        if value is None:
            if scope.aliases is None:
                scope.aliases = {}
            scope.aliases[name.lower()] = None
            self.session.commands.changed(scope, name)
            return
        self.session.commands.assign_alias(scope, name, to_text(value))

    def _scope(self) -> Any:
        return self.session.current or self.session.global_scope


def _body(name: str, value: Any) -> Any:
    """What a function is made of: a block, a text, or another function. Raises PSArgumentException."""
    from spshell.engine.commands.kinds import FunctionInfo
    from spshell.engine.providers.messages import provider_fault
    from spshell.engine.scriptblock import ScriptBlock

    base = value.base if type(value) is PSObject else value
    if isinstance(base, FunctionInfo):
        return base.script_block
    if isinstance(base, (ScriptBlock, str)):
        return base
    raise provider_fault("Argument", name, "a function is made of a script block or a text", target=name)

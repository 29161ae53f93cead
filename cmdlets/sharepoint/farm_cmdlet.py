"""What SharePoint's cmdlets share: parameters from the signature table, the farm, identities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cmdlets.sharepoint.declared import signature as declared
from spshell.engine.binding.metadata import ALL_SETS, SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, Field, parameter
from spshell.farm import errors
from spshell.farm.pipe_binds import given
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from spshell.farm.farm import SPFarm


class FarmCmdlet(Cmdlet):
    """Base of the cmdlets; a class with ``signature=True`` takes its parameters from the signature table.

    ``helps`` may describe parameters by name; the rest describe themselves by their names.
    """

    helps: dict[str, str] = {}  # noqa: RUF012 - a table of the class, never changed

    def __init_subclass__(
        cls, *, signature: bool = False, verb: str = "", noun: str = "", **more: Any
    ) -> None:
        if signature:
            row = declared(f"{verb}-{noun}")
            assert row is not None
            _name, default_set, should_process, impact, _versions, parameters = row
            for parameter_row in parameters:
                attribute, made = _field(parameter_row, cls.helps)
                setattr(cls, attribute, made)
            more.setdefault("default_set", default_set or None)
            more.setdefault("should_process", should_process)
            more.setdefault("impact", impact)
        if verb:
            more.setdefault(
                "net_class", f"Microsoft.SharePoint.PowerShell.SPCmdlet{verb}{noun.removeprefix('SP')}"
            )
        super().__init_subclass__(verb=verb, noun=noun, **more)

    @property
    def farm(self) -> SPFarm:
        """The farm. Ends the command with FarmNotFound when there is none, or when its version lacks what was given."""
        farm: SPFarm = self.require("farm").farm
        self._check_version(farm)
        return farm

    def _check_version(self, farm: SPFarm) -> None:
        row = declared(self.command_name)
        if row is None:
            return
        version = farm.product_version
        if row[4] and version not in row[4]:  # Exchange's cmdlets do not depend on the farm's version
            self.throw(errors.version_lacks(version, self.command_name, row[4]))
        for name, _type, _sets, more in row[5]:
            versions = more.get("versions")
            if versions and version not in versions and self.is_bound(name):
                self.throw(
                    errors.version_lacks(version, f"The parameter -{name} of {self.command_name}", versions)
                )

    def text(self, name: str) -> str | None:
        """A bound text parameter, or None."""
        value = self.bound.get(name)
        return None if value is None or value is NOTHING else str(value)

    def given(self, name: str) -> Any:
        """What was given for a PipeBind parameter, or None."""
        return given(self.bound.get(name))


def _field(row: tuple[Any, ...], helps: dict[str, str]) -> tuple[str, Field]:
    name, type_name, sets, more = row
    flags = {
        (set_name or ALL_SETS): SetFlags(
            mandatory="M" in letters, position=position, by_value="V" in letters, by_name="P" in letters
        )
        for set_name, letters, position in sets
    }
    options: dict[str, Any] = {
        "sets": flags,
        "name": name,
        "help": helps.get(name, _words(name)),
        "validate": _checks(more),
    }
    if more.get("aliases"):
        options["aliases"] = more["aliases"]
    if "AllowNull" in more.get("flags", ()):
        options["allow_null"] = True
    return attribute_name(name), parameter(type_name, **options)


def _checks(more: dict[str, Any]) -> list[Any]:
    from spshell.engine.attributes.validation import (
        ValidateLength,
        ValidateNotNull,
        ValidateNotNullOrEmpty,
        ValidateRange,
        ValidateSet,
    )

    found: list[Any] = []
    if "values" in more:
        found.append(ValidateSet(*more["values"]))
    if "range" in more:
        found.append(ValidateRange(*more["range"]))
    if "length" in more:
        found.append(ValidateLength(*more["length"]))
    if "ValidateNotNull" in more.get("flags", ()):
        found.append(ValidateNotNull())
    if "ValidateNotNullOrEmpty" in more.get("flags", ()):
        found.append(ValidateNotNullOrEmpty())
    return found


def attribute_name(name: str) -> str:
    """``SMTPServer`` -> ``smtp_server``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def _words(name: str) -> str:
    return attribute_name(name).replace("_", " ").capitalize() + "."

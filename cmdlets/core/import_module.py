"""Import-Module."""

from __future__ import annotations

from cmdlets.core.messages import core_fault, core_text
from spshell.engine.attributes.validation import ValidateNotNull
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.modules.exports import ImportSelection
from spshell.engine.modules.modules import NOT_FOUND, not_found
from spshell.values.exceptions import NetException
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

NOTHING_YET = ImportSelection({"function": ()})
"""Loading publishes nothing: what was asked for is published afterwards."""

_NAMED = {"Name": SetFlags(mandatory=True, position=0, by_value=True)}


class ImportModule(Cmdlet, verb="Import", noun="Module", default_set="Name"):
    """Load a module and make its commands available.

    PS> New-Module -Name Relay { function Get-Relay { 'mail01' } } | Import-Module; Get-Relay
    """

    global_scope: Any = parameter("switch", name="Global", help="Import into the global scope.")
    prefix: Any = parameter("string", validate=[ValidateNotNull()], help="Put this in front of the nouns.")
    name: Any = parameter("string[]", sets=_NAMED, help="Names or paths.")
    fully_qualified_name: Any = parameter(
        "Microsoft.PowerShell.Commands.ModuleSpecification[]",
        sets={"FullyQualifiedName": SetFlags(mandatory=True, position=0, by_value=True)},
        help="Names with versions.",
    )
    function: Any = parameter("string[]", validate=[ValidateNotNull()], help="Only these functions.")
    cmdlet: Any = parameter("string[]", validate=[ValidateNotNull()], help="Only these cmdlets.")
    variable: Any = parameter("string[]", validate=[ValidateNotNull()], help="Only these variables.")
    alias: Any = parameter("string[]", validate=[ValidateNotNull()], help="Only these aliases.")
    force: Any = parameter("switch", help="Load again.")
    skip_edition_check: Any = parameter("switch", help="For other editions; has no effect.")
    pass_thru: Any = parameter("switch", help="Return the module.")
    as_custom_object: Any = parameter("switch", help="Return an object with the functions as methods.")
    minimum_version: Any = parameter(
        "version", sets=("Name",), aliases=("Version",), help="At least this version."
    )
    maximum_version: Any = parameter("string", sets=("Name",), help="At most this version.")
    required_version: Any = parameter("version", sets=("Name",), help="Exactly this version.")
    module_info: Any = parameter(
        "psmoduleinfo[]",
        sets={"ModuleInfo": SetFlags(mandatory=True, position=0, by_value=True)},
        help="Modules as objects.",
    )
    argument_list: Any = parameter(
        "System.Object[]", aliases=("Args",), help="Arguments of the module's script."
    )
    disable_name_checking: Any = parameter("switch", help="No warnings about verbs.")
    no_clobber: Any = parameter("switch", aliases=("NoOverwrite",), help="Replace no commands.")
    scope_name: Any = parameter("string", name="Scope", help="Local or Global.")

    def begin(self) -> None:
        if self.minimum_version is not None and self.maximum_version:
            from spshell.engine.modules.modules import version_key

            lowest, highest = to_text(self.minimum_version), to_text(self.maximum_version)
            if version_key(highest.replace("*", "999999999")) < version_key(lowest):
                raise core_fault("ArgumentOutOfRange", lowest, highest)

    def process(self) -> Iterator[object]:
        if self.parameter_set == "ModuleInfo":
            yield from self._given()
            return
        if self.parameter_set == "FullyQualifiedName":
            for item in self.fully_qualified_name:
                yield from self._import(item.module, item.wanted)
            return
        wanted = self._versions()
        for name in self.name:
            yield from self._import(name, wanted)

    def _versions(self) -> Any:
        if self.minimum_version is None and self.maximum_version is None and self.required_version is None:
            return None
        from spshell.engine.modules.modules import Wanted

        texts = (self.minimum_version, self.maximum_version, self.required_version)
        return Wanted(*("" if value is None else to_text(value) for value in texts))

    def _import(self, name: str, wanted: Any) -> Iterator[object]:
        modules = self.session.modules
        if self.force or modules.find_loaded(name, wanted) is None:
            path = modules.find_file(name, wanted)
            if path is not None:
                self.write_verbose(core_text("LoadingModule", path))
        try:
            module = modules.import_module(
                self._scope(),
                name,
                args=tuple(self.argument_list or ()),
                force=bool(self.force),
                selection=NOTHING_YET,
                wanted=wanted,
            )
        except NetException as error:
            if not (error.error_id or "").startswith("Modules_"):
                raise
            self.write_error(_about(error, name, wanted), target=name)
            return
        yield from self._result(module)

    def _scope(self) -> Any:
        everywhere = self.global_scope or (self.scope_name or "").lower() == "global"
        return self.session.global_scope if everywhere else self.scope

    def _given(self) -> Iterator[object]:
        for module in self.module_info:
            self.session.modules.keep(module)
            yield from self._result(module)

    def _result(self, module: Any) -> Iterator[object]:
        if self.as_custom_object:
            from cmdlets.core.module_object import module_object

            yield module_object(module)
            return
        local = (self.scope_name or "").lower() == "local"
        self.session.modules.publish(
            module, self._scope(), self._selection(module), target=self.scope if local else None
        )
        if self.pass_thru:
            yield module

    def _selection(self, module: Any) -> ImportSelection:
        prefix = self.prefix
        if prefix is None and module.manifest is not None:
            prefix = to_text(module.manifest.get("DefaultCommandPrefix") or "")
        return ImportSelection(
            {
                "function": self.function,
                "cmdlet": self.cmdlet,
                "variable": self.variable,
                "alias": self.alias,
            },
            prefix=prefix or "",
            no_clobber=bool(self.no_clobber),
            tell=lambda kind, name: self.write_verbose(core_text(kind, name)),
        )


def _about(error: NetException, name: str, wanted: Any) -> NetException:
    """Not found is said of the name that was asked for, not of the file that could not be read."""
    return not_found(name, wanted) if error.error_id in NOT_FOUND else error

"""Import-Module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.cmdlet import Cmdlet, parameter
from spshell.engine.metadata import SetFlags
from spshell.engine.validation import ValidateNotNull
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def process(self) -> Iterator[object]:
        if self.parameter_set == "ModuleInfo":
            yield from self._given()
            return
        for name in self.name or [item.module for item in self.fully_qualified_name or []]:
            try:
                module = self.session.modules.import_module(
                    self._target(), name, args=tuple(self.argument_list or ()), force=bool(self.force)
                )
            except NetException as error:
                if error.error_id != "Modules_ModuleNotFound":
                    raise
                self.write_error(error, target=name)
                continue
            yield from self._result(module)

    def _target(self) -> Any:
        everywhere = self.global_scope or (self.scope_name or "").lower() == "global"
        return self.session.global_scope if everywhere else self.scope

    def _given(self) -> Iterator[object]:
        for module in self.module_info:
            self.session.modules.loaded[module.name.lower()] = module
            self.session.modules.publish(module, self._target())
            yield from self._result(module)

    def _result(self, module: Any) -> Iterator[object]:
        if self.prefix:
            from cmdlets.core.module_prefix import publish_prefixed

            publish_prefixed(self.session, module, self._target(), self.prefix)
        if self.as_custom_object:
            from cmdlets.core.module_object import module_object

            yield module_object(module)
        elif self.pass_thru:
            yield module

"""New-Module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateNotNull
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewModule(Cmdlet, verb="New", noun="Module", default_set="ScriptBlock"):
    """Make a module from a script block.

    PS> New-Module -Name Relay { function Get-Relay { 'mail01' } } | Import-Module; Get-Relay
    """

    name: Any = parameter(
        "string",
        sets={"Name": SetFlags(mandatory=True, position=0, by_value=True)},
        help="The module's name.",
    )
    script_block: Any = parameter(
        "scriptblock",
        sets={
            "Name": SetFlags(mandatory=True, position=1),
            "ScriptBlock": SetFlags(mandatory=True, position=0),
        },
        validate=[ValidateNotNull()],
        help="The module's script.",
    )
    function: Any = parameter("string[]", validate=[ValidateNotNull()], help="Functions to export.")
    cmdlet: Any = parameter("string[]", validate=[ValidateNotNull()], help="Cmdlets to export.")
    return_result: Any = parameter("switch", help="Return what the block writes.")
    as_custom_object: Any = parameter("switch", help="Return an object with the functions as methods.")
    argument_list: Any = parameter(
        "System.Object[]", remaining=True, aliases=("Args",), help="Arguments of the block."
    )

    def end(self) -> Iterator[object]:
        from spshell.engine.modules.modules import ModuleInfo

        name = self.name or _dynamic_name()
        module = ModuleInfo(name, self.session)
        block = self.script_block.bound_to(module.scope)
        output = self.session.modules.run_body(module, block, tuple(self.argument_list or ()))
        if self.function is not None:
            wanted = {item.lower() for item in self.function}
            module.exported_functions = [item for item in module.exported_functions if item.lower() in wanted]
        if self.as_custom_object:
            from cmdlets.core.module_object import module_object

            yield module_object(module)
            return
        self.session.modules.publish(module, self.scope)
        if self.return_result:
            yield from output
        else:
            yield module


def _dynamic_name() -> str:
    import uuid

    return f"__DynamicModule_{uuid.uuid4()}"

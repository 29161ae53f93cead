"""Get-Command."""

from __future__ import annotations

from cmdlets.core.messages import core_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards, wildcard_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.engine.commands.kinds import CommandInfo


class GetCommand(Cmdlet, verb="Get", noun="Command", default_set="CmdletSet"):
    """Find commands, or show how one is called.

    PS> Get-Command Where-Object | ForEach-Object Name
    PS> Get-Command Out-Null -Syntax
    """

    name: Any = parameter(
        "string[]",
        sets={"AllCommandSet": SetFlags(position=0, by_value=True, by_name=True)},
        validate=[ValidateNotNullOrEmpty()],
        help="Names, wildcards allowed.",
        wildcards=True,
    )
    verb: Any = parameter("string[]", sets=("CmdletSet",), by_name=True, help="Only these verbs.")
    noun: Any = parameter("string[]", sets=("CmdletSet",), by_name=True, help="Only these nouns.")
    module: Any = parameter(
        "string[]", by_name=True, aliases=("PSSnapin",), help="Only commands of these modules."
    )
    exclude_module: Any = parameter("string[]", help="No commands of these modules.")
    fully_qualified_module: Any = parameter(
        "Microsoft.PowerShell.Commands.ModuleSpecification[]", by_name=True, help="Modules with versions."
    )
    command_type: Any = parameter(
        "System.Management.Automation.CommandTypes",
        sets=("AllCommandSet",),
        by_name=True,
        aliases=("Type",),
        help="Alias, Function, Cmdlet, ExternalScript, Application.",
    )
    total_count: Any = parameter("int", by_name=True, default=-1, help="At most so many.")
    syntax: Any = parameter("switch", by_name=True, help="How the command is called.")
    show_command_info: Any = parameter("switch", help="For graphical tools.")
    argument_list: Any = parameter(
        "System.Object[]",
        position=1,
        remaining=True,
        aliases=("Args",),
        allow_null=True,
        allow_empty_collection=True,
        help="Arguments that decide about dynamic parameters.",
    )
    all: Any = parameter("switch", by_name=True, help="All commands of that name, hidden ones too.")
    list_imported: Any = parameter("switch", by_name=True, help="Only commands that are loaded.")
    parameter_name: Any = parameter(
        "string[]", validate=[ValidateNotNullOrEmpty()], help="Commands with this parameter."
    )
    parameter_type: Any = parameter(
        "System.Object[]", validate=[ValidateNotNullOrEmpty()], help="Commands with a parameter of this type."
    )
    use_fuzzy_matching: Any = parameter("switch", sets=("AllCommandSet",), help="Similar names too.")
    fuzzy_minimum_distance: Any = parameter("uint", sets=("AllCommandSet",), help="How similar.")
    use_abbreviation_expansion: Any = parameter(
        "switch", sets=("AllCommandSet",), by_name=True, help="Abbreviated nouns."
    )

    def begin(self) -> None:
        self.left = self.total_count if self.total_count >= 0 else None

    def process(self) -> Iterator[object]:
        for info in list(self._found()):  # what is not found is said before anything is written
            if self.left is not None:
                if self.left == 0:
                    return
                self.left -= 1
            yield self._shown(info)

    def _found(self) -> Iterator[CommandInfo]:
        from cmdlets.core.command_search import every_command, named_command

        if self.name is None:
            commands = every_command(self.session, self.scope)
            if self.verb is not None or self.noun is not None or self.module is not None:
                commands = (info for info in commands if info.command_type != "Alias")
            yield from self._filtered(commands)
            return
        for pattern in self.name:
            if has_wildcards(pattern):
                test = wildcard_test(pattern)
                yield from self._filtered(
                    info for info in every_command(self.session, self.scope) if test(info.name)
                )
                continue
            every = bool(self.all) or self.command_type is not None
            found = list(self._filtered(named_command(self.session, self.scope, pattern, every=every)))
            if not self.all:
                del found[1:]
            if not found:
                from spshell.engine.suggestions import for_command

                hint = for_command(self.session.commands, pattern)
                self.write_error(core_fault("CommandNotFoundException", pattern, hint, target=pattern))
            yield from found

    def _filtered(self, commands: Any) -> Iterator[CommandInfo]:
        types = (
            None
            if self.command_type is None
            else {part.strip() for part in self.command_type.name.split(",")}
        )
        for info in commands:
            if types is not None and "All" not in types and info.command_type not in types:
                continue
            if self._fits(info):
                yield info

    def _fits(self, info: CommandInfo) -> bool:
        verb, dash, noun = info.name.partition("-")
        if self.verb is not None and not (dash and _any(self.verb, verb)):
            return False
        if self.noun is not None and not (dash and _any(self.noun, noun)):
            return False
        if self.module is not None and not _any(self.module, info.source):
            return False
        if self.exclude_module is not None and _any(self.exclude_module, info.source):
            return False
        return self.parameter_name is None or self._has_parameter(info)

    def _has_parameter(self, info: Any) -> bool:
        metadata = getattr(info, "metadata", None)
        if metadata is None:
            return False
        names = [name for spec in metadata.all_parameters() for name in (spec.name, *spec.aliases)]
        return any(_any(self.parameter_name, name) for name in names)

    def _shown(self, info: Any) -> object:
        if self.argument_list:
            from cmdlets.core.command_search import with_dynamic_parameters

            info = with_dynamic_parameters(info, self.argument_list, self.scope)
        return self._syntax(info) if self.syntax else info

    def _syntax(self, info: Any) -> str:
        from spshell.engine.commands.members import resolved
        from spshell.engine.commands.syntax import command_syntax

        if info.command_type == "Alias":
            target: Any = resolved(info)
            if target is None or getattr(target, "metadata", None) is None:
                return str(info.definition)
            return f"{info.name} (alias) -> {target.name}\n" + command_syntax(target.metadata, info.name)
        metadata = getattr(info, "dynamic_metadata", None) or getattr(info, "metadata", None)
        return getattr(info, "path", info.name) if metadata is None else command_syntax(metadata, info.name)


def _any(patterns: Any, text: str) -> bool:
    return any(wildcard_test(pattern)(text) for pattern in patterns)

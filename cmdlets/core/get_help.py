"""Get-Help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.help.topic import HelpTopic


class GetHelp(Cmdlet, verb="Get", noun="Help", default_set="AllUsersView"):
    """Show what a command does and how it is called.

    Help of functions comes from their comments, help of cmdlets from their source.

        PS> (Get-Help Out-Null).Synopsis
        PS> Get-Help Where-Object -Parameter FilterScript
    """

    name: Any = parameter(
        "string", position=0, by_name=True, validate=[ValidateNotNullOrEmpty()], help="The command."
    )
    path: Any = parameter("string", help="Where help lies; not used.")
    category: Any = parameter("string[]", help="Only this kind of help.")
    detailed: Any = parameter(
        "switch", sets={"DetailedView": SetFlags(mandatory=True)}, help="With parameters and examples."
    )
    full: Any = parameter("switch", sets=("AllUsersView",), help="Everything.")
    examples: Any = parameter(
        "switch", sets={"Examples": SetFlags(mandatory=True)}, help="Only the examples."
    )
    parameter_names: Any = parameter(
        "string[]",
        sets={"Parameters": SetFlags(mandatory=True)},
        name="Parameter",
        help="Only these parameters.",
    )
    component: Any = parameter("string[]", help="Only help of this component.")
    functionality: Any = parameter("string[]", help="Only help of this functionality.")
    role: Any = parameter("string[]", help="Only help for this role.")
    online: Any = parameter(
        "switch", sets={"Online": SetFlags(mandatory=True)}, help="In a browser; not available."
    )

    def process(self) -> Iterator[object]:
        name = self.name or "Get-Help"
        info: Any = self.session.commands.find(self.scope, name)
        metadata = getattr(info, "metadata", None)
        if info is None or metadata is None:
            raise self._unknown(name)
        topic = self._topic(info)
        if self.parameter_set == "Parameters":
            yield from self._parameters(topic, metadata)
            return
        from spshell.engine.help.objects import help_object

        name = info.path if info.command_type == "ExternalScript" else info.name
        yield help_object(name, info.command_type, topic, metadata, self._text(name, topic, metadata))

    def _topic(self, info: Any) -> HelpTopic:
        from spshell.engine.help.topic import HelpTopic

        if info.command_type == "Cmdlet":
            from spshell.engine.help.docstrings import topic_of_cmdlet

            return topic_of_cmdlet(info.cmdlet)
        from spshell.engine.help.comments import topic_of_function

        return topic_of_function(info.script_block) or HelpTopic()

    def _text(self, name: str, topic: HelpTopic, metadata: Any) -> str:
        from spshell.engine.help import render

        width = self.session.host.width
        if self.examples:
            return render.examples_view(name, topic, width)
        if self.full or self.detailed:
            return render.full_view(name, topic, metadata, width, full=bool(self.full))
        return render.default_view(name, topic, metadata, width)

    def _parameters(self, topic: HelpTopic, metadata: Any) -> Iterator[object]:
        from spshell.engine.help.objects import DISPLAY_TEXT, parameter_object
        from spshell.engine.help.render import numbered

        shown: list[Any] = []
        for pattern in self.parameter_names:
            test = wildcard_test(pattern)
            found = [row for row in numbered(metadata) if test(row[0].name)]
            if not found:
                self.write_error(
                    core_fault("NoParameterMatched", pattern, error_id="NoParmsFound", target=pattern)
                )
            shown.extend(parameter_object(topic, *row) for row in found)
        if shown:
            shown[-1].members[DISPLAY_TEXT].text += "\n"
        yield from shown

    def _unknown(self, name: str) -> Exception:
        from spshell.engine.suggestions import for_command

        hint = for_command(self.session.commands, name)
        return core_fault("HelpNotFound", name, hint, target=name)

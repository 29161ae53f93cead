"""Get-Help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.messages import core_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import has_wildcards, wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.help.lookup import HelpEntry
    from spshell.engine.help.topic import HelpTopic
    from spshell.values.exceptions import NetException


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
        from spshell.engine.help.lookup import find_topic, topics_like

        name = self.name or "Get-Help"
        if has_wildcards(name):
            from cmdlets.core.command_search import every_command

            found = topics_like(self.session, every_command(self.session, self.scope), name)
            named = [item for item in found if self._is_wanted(item)]
            if len(named) != 1 or named[0].category == "Alias":
                yield from (item.summary() for item in named)
                return
            name = named[0].name
        entry = find_topic(self.session, self.scope, name)
        if entry is None or not self._is_wanted(entry):
            self.write_error(self._unknown(name))
            return
        if self.parameter_set == "Parameters":
            yield from self._parameters(entry.topic, entry.metadata)
            return
        from spshell.engine.help.objects import help_object

        text = self._text(entry.name, entry.topic, entry.metadata)
        yield help_object(entry.name, entry.category, entry.topic, entry.metadata, text)

    def _is_wanted(self, entry: HelpEntry) -> bool:
        """Whether the topic is of the kind, component, role and functionality asked for."""
        if self.category is not None and entry.category.lower() not in [
            item.lower() for item in self.category
        ]:
            return False
        for asked, word in (
            (self.component, "component"), (self.role, "role"), (self.functionality, "functionality"),
        ):  # fmt: skip
            said = getattr(entry.topic, word) if asked is not None else ""
            if asked is not None and not (said and any(wildcard_test(item)(said) for item in asked)):
                return False
        return True

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

    def _unknown(self, name: str) -> NetException:
        from spshell.engine.suggestions import for_command

        hint = for_command(self.session.commands, name)
        return core_fault("HelpNotFound", name, hint, target=name)

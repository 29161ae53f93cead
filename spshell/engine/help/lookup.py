"""Which help there is: the topic of a command by name, and the names that a pattern fits."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from spshell.engine.help.topic import HelpTopic
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


class HelpEntry:
    """A command with help; the topic is read when it is asked for."""

    def __init__(self, session: Session, info: Any, name: str) -> None:
        self.session = session
        self.info = info
        self.name = name
        self._topic: HelpTopic | None = None

    @property
    def category(self) -> str:
        return str(self.info.command_type)

    @property
    def metadata(self) -> Any:
        return self.info.metadata

    @property
    def topic(self) -> HelpTopic:
        if self._topic is None:
            self._topic = _read(self.session, self.info)
        return self._topic

    def summary(self) -> Any:
        """What a list of topics shows of it."""
        from spshell.values.objects import PSCustomObject

        synopsis = self.info.definition if self.category == "Alias" else self.topic.synopsis
        module = getattr(self.info, "module_name", None) or getattr(self.info, "source", "") or ""
        return PSCustomObject(
            {"Name": self.name, "Category": self.category, "Module": module, "Synopsis": synopsis}
        )


def find_topic(session: Session, scope: Scope, name: str) -> HelpEntry | None:
    """The help of a command; a comment may forward to another command's."""
    seen: set[str] = set()
    while name.lower() not in seen:
        seen.add(name.lower())
        info: Any = session.commands.find(scope, name)
        if info is None or getattr(info, "metadata", None) is None:
            return None
        entry = HelpEntry(session, info, info.path if info.command_type == "ExternalScript" else info.name)
        if not entry.topic.forward_target:
            return entry
        name = entry.topic.forward_target
    return None


def topics_like(session: Session, commands: Iterable[Any], pattern: str) -> Iterator[HelpEntry]:
    """Those of the commands whose names fit a pattern, each once."""
    test = wildcard_test(pattern)
    seen: set[str] = set()
    for info in commands:
        if info.name.lower() not in seen and test(info.name):
            seen.add(info.name.lower())
            yield HelpEntry(session, info, info.name)


def _read(session: Session, info: Any) -> HelpTopic:
    if info.command_type == "Cmdlet":
        from spshell.engine.help.docstrings import topic_of_cmdlet

        return topic_of_cmdlet(info.cmdlet)
    block = getattr(info, "script_block", None)
    if block is None:
        return HelpTopic()
    from spshell.engine.help.comments import topic_of_function

    topic = topic_of_function(block) or HelpTopic()
    if topic.external:
        from spshell.engine.help.external import external_topic
        from spshell.values.hooks import UI_CULTURE

        folder = os.path.dirname(block.node.source.name or "") or session.location
        return external_topic(topic.external, folder, str(UI_CULTURE.get()), info.name) or topic
    return topic

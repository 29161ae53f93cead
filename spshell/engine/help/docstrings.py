"""Help of cmdlets: the summary, the description and the ``PS>`` lines of a class's docstring."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from spshell.engine.help.topic import Example, HelpTopic

if TYPE_CHECKING:
    from spshell.engine.commands.cmdlet import Cmdlet

PROMPT = "PS> "


def topic_of_cmdlet(cmdlet: type[Cmdlet]) -> HelpTopic:
    """The topic that a cmdlet's docstring and parameter help make."""
    topic = HelpTopic()
    lines = inspect.cleandoc(cmdlet.__doc__ or "").splitlines()
    topic.written = bool(lines)
    text = [line for line in lines if not line.strip().startswith(PROMPT)]
    paragraphs = "\n".join(text).strip().split("\n\n")
    topic.synopsis = paragraphs[0].replace("\n", " ").strip() if paragraphs else ""
    topic.description = "\n\n".join(
        part.replace("\n", " ").strip() for part in paragraphs[1:] if part.strip()
    )
    topic.examples = [
        Example(line.strip().removeprefix(PROMPT)) for line in lines if line.strip().startswith(PROMPT)
    ]
    for spec in cmdlet.metadata().parameters:
        texts = [flags.help for flags in spec.sets.values() if flags.help]
        if texts:
            topic.parameters[spec.folded] = texts[0]
    return topic

"""Help as objects: what scripts read from ``(Get-Help X).examples.example[0].code``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.help import render
from spshell.values.objects import Member, PSCustomObject

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec, SetFlags
    from spshell.engine.help.topic import HelpTopic

DISPLAY_TEXT = "<text>"
"""The hidden member that holds how the object is shown."""


class DisplayText(Member):
    """The text that stands for an object on the screen."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        super().__init__(DISPLAY_TEXT)
        self.hidden = True
        self.text = text


def _object(**members: Any) -> PSCustomObject:
    return PSCustomObject(members)


def _paragraphs(text: str) -> list[Any]:
    return [_object(Text=text)] if text else []


def help_object(
    name: str, category: str, topic: HelpTopic, metadata: CommandMetadata, text: str
) -> PSCustomObject:
    """The object of a command's help, shown as `text`."""
    synopsis = topic.synopsis
    if not topic.written:
        lines = render.syntax_lines(metadata, name, written=False)
        synopsis = (
            "\n" + "\n".join(line.rstrip() + (" " if line.rstrip() == name else "") for line in lines) + "\n"
        )
    made = _object(
        Name=name,
        Category=category,
        Synopsis=synopsis,
        details=_object(name=name, description=_paragraphs(topic.synopsis)),
        description=_paragraphs(topic.description),
        parameters=_object(parameter=_one(parameter_objects(topic, metadata))),
        examples=_object(example=_one(_examples(topic))),
        alertSet=_object(alert=_paragraphs(topic.notes)),
        relatedLinks=_object(navigationLink=_one([_object(linkText=link, uri="") for link in topic.links])),
        inputTypes=_object(inputType=_one([_object(type=_object(name=item)) for item in topic.inputs])),
        returnValues=_object(returnValue=_one([_object(type=_object(name=item)) for item in topic.outputs])),
        Component=topic.component,
        Role=topic.role,
        Functionality=topic.functionality,
    )
    made.members[DISPLAY_TEXT] = DisplayText(text)
    return made


def _one(items: list[Any]) -> Any:
    return items


def _examples(topic: HelpTopic) -> list[Any]:
    return [
        _object(
            title=f"-------------------------- EXAMPLE {number} --------------------------",
            introduction=[_object(Text="PS > ")],
            code=example.code,
            remarks=_paragraphs(example.remarks),
        )
        for number, example in enumerate(topic.examples, 1)
    ]


def parameter_objects(topic: HelpTopic, metadata: CommandMetadata) -> list[Any]:
    """The parameters as help objects."""
    return [parameter_object(topic, *row) for row in render.numbered(metadata)]


def parameter_object(topic: HelpTopic, spec: ParameterSpec, flags: SetFlags, position: str) -> PSCustomObject:
    """One parameter as an object, shown as its view."""
    text = topic.parameters.get(spec.folded, "")
    made = _object(
        name=spec.name,
        description=_paragraphs(text),
        defaultValue=render.default_text(spec),
        required="true" if flags.mandatory else "false",
        position=position,
        pipelineInput=render.pipeline_text(flags),
        aliases="",
        globbing="true" if spec.wildcards else "false",
        type=_object(name=spec.type.ps_name),
        parameterValue=spec.type.name,
    )
    made.members[DISPLAY_TEXT] = DisplayText(render.parameter_view(spec, flags, position, text, 80))
    return made

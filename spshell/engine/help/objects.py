"""Help as objects: what scripts read from ``(Get-Help X).examples.example[0].code``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import ALL_SETS
from spshell.engine.commands.syntax import enum_words
from spshell.engine.help import render
from spshell.values.objects import Member, PSCustomObject, PSObject

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec, SetFlags
    from spshell.engine.help.topic import HelpTopic

_EMPTY_LINES = 4
"""Paragraphs without text that follow an example."""

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
        syntax=_syntax(name, metadata),
        description=_paragraphs(topic.description),
        parameters=_object(parameter=_one(parameter_objects(topic, metadata))),
        examples=_object(example=_one(_examples(topic))),
        alertSet=_object(alert=_paragraphs(topic.notes)),
        relatedLinks=_object(navigationLink=_one([_link(link) for link in topic.links])),
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
            introduction=[_object(Text=example.prompt)],
            code=example.code,
            remarks=[_object(Text=example.remarks), *(_object(Text="") for _ in range(_EMPTY_LINES))],
        )
        for number, example in enumerate(topic.examples, 1)
    ]


def _link(link: str) -> PSCustomObject:
    """An address, or the name of another topic."""
    scheme, colon, rest = link.partition(":")
    is_address = bool(colon) and scheme.isalpha() and len(scheme) > 1 and bool(rest) and " " not in link
    return _object(uri=link) if is_address else _object(linkText=link)


def _syntax(name: str, metadata: CommandMetadata) -> PSCustomObject:
    """How the command is called: one item a parameter set."""
    from spshell.engine.commands import syntax as command_syntax

    items: list[Any] = []
    for set_name in command_syntax.set_names(metadata):
        rows = [
            (spec, flags)
            for spec in metadata.parameters
            for flags in (spec.sets.get(set_name) or spec.sets.get(ALL_SETS),)
            if flags is not None
        ]
        items.append(_object(name=name, parameter=[_called(spec, flags) for spec, flags in rows]))
    made = _object(syntaxItem=items)
    lines = render.syntax_lines(metadata, name, written=True)
    made.members[DISPLAY_TEXT] = DisplayText("\n".join([*lines, "", ""]) + "\n")
    return made


def _called(spec: ParameterSpec, flags: SetFlags) -> PSCustomObject:
    position = "named" if flags.position is None else str(flags.position + 1)
    return _object(name=spec.name, **_values(spec, shows_switch=False), **_facts(spec, flags, position))


def _facts(spec: ParameterSpec, flags: SetFlags, position: str) -> dict[str, Any]:
    return {
        "required": "true" if flags.mandatory else "false",
        "globbing": "true" if spec.wildcards else "false",
        "pipelineInput": render.pipeline_text(flags),
        "position": position,
        "aliases": "",
    }


def _values(spec: ParameterSpec, *, shows_switch: bool) -> dict[str, Any]:
    """What stands behind the parameter: words to choose from, or a value of its type."""
    words = enum_words(spec.type)
    if words:
        return {
            "parameterValueGroup": _object(parameterValue=[_word(word, required=False) for word in words])
        }
    if spec.is_switch and not shows_switch:
        return {}
    return {"parameterValue": _word(spec.type.name, required=not spec.is_switch)}


def _word(text: str, *, required: bool) -> Any:
    return PSObject(text, {"required": "true" if required else "false"})


def parameter_objects(topic: HelpTopic, metadata: CommandMetadata) -> list[Any]:
    """The parameters as help objects."""
    return [parameter_object(topic, *row) for row in render.numbered(metadata)]


def parameter_object(topic: HelpTopic, spec: ParameterSpec, flags: SetFlags, position: str) -> PSCustomObject:
    """One parameter as an object, shown as its view."""
    text = topic.parameters.get(spec.folded, "")
    made = _object(
        name=spec.name,
        description=_paragraphs(text),
        **_values(spec, shows_switch=True),
        type=_object(name=spec.type.name),
        defaultValue=render.default_text(spec),
        **_facts(spec, flags, position),
    )
    made.members[DISPLAY_TEXT] = DisplayText(render.parameter_view(spec, flags, position, text, 80))
    return made

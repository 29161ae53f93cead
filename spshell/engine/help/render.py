"""Help as text: the views of Get-Help (default, -Detailed, -Full, -Examples, -Parameter)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec, SetFlags
    from spshell.engine.help.topic import HelpTopic

INDENT = "    "


def wrapped(text: str, width: int, indent: str = INDENT) -> list[str]:
    """Lines of at most `width` columns; a broken line keeps the blank at its end."""
    result: list[str] = []
    for line in text.split("\n"):
        rest = line
        room = width - len(indent) - 1
        while len(rest) > room:
            cut = rest.rfind(" ", 0, room + 1)
            if cut <= 0:
                break
            result.append(indent + rest[: cut + 1])
            rest = rest[cut + 1 :]
        result.append(indent + rest)
    return result


def syntax_lines(metadata: CommandMetadata, name: str, *, written: bool) -> list[str]:
    """One line a parameter set; help that was written names types by their .NET names."""
    from spshell.engine.commands import syntax as command_syntax

    lines: list[str] = []
    for set_name in command_syntax.set_names(metadata):
        text = command_syntax.set_syntax(metadata, set_name, dotnet_names=written)
        if written and metadata.is_simple:
            text = f"{text} [<CommonParameters>]".strip()
        lines.append(f"{name} {text}" if written else f"{name} {text} ")
    return lines


def default_view(name: str, topic: HelpTopic, metadata: CommandMetadata, width: int) -> str:
    """What ``Get-Help Name`` shows."""
    if not topic.written:
        return _bare_view(name, metadata, width)
    lines = _head(name, topic)
    lines += [*_syntax_section(name, metadata, width), "DESCRIPTION"]
    lines += [*(wrapped(topic.description, width) if topic.description else []), INDENT]
    lines += ["", "RELATED LINKS", *(INDENT + link for link in topic.links)]
    remarks = (("examples", "Examples"), ("more information", "Detailed"), ("technical information", "Full"))
    lines += ["", "REMARKS"]
    for index, (what, option) in enumerate(remarks):
        start = "To see the examples" if index == 0 else f"For {what}"
        lines += wrapped(f'{start}, type: "Get-Help {name} -{option}"', width)
    return "\n".join(["", *lines, "", ""]) + "\n"


def _syntax_section(name: str, metadata: CommandMetadata, width: int) -> list[str]:
    lines = ["SYNTAX"]
    for line in syntax_lines(metadata, name, written=True):
        lines += [*wrapped(line, width), INDENT, INDENT]
    return lines


def _head(name: str, topic: HelpTopic) -> list[str]:
    return ["NAME", INDENT + name, INDENT, "SYNOPSIS", INDENT + topic.synopsis, INDENT, INDENT]


def _bare_view(name: str, metadata: CommandMetadata, width: int) -> str:
    lines = ["", "NAME", INDENT + name, INDENT, "SYNTAX"]
    for line in syntax_lines(metadata, name, written=False):
        lines += [*wrapped(line, width), INDENT]
    lines += ["", "ALIASES", INDENT + "None", INDENT, "", "REMARKS", INDENT + "None", "", ""]
    return "\n".join(lines) + "\n"


def examples_view(name: str, topic: HelpTopic, width: int) -> str:
    """What ``-Examples`` shows."""
    return "\n".join(["", *_head(name, topic), *_example_lines(topic, width), INDENT, "", ""]) + "\n"


def _example_lines(topic: HelpTopic, width: int) -> list[str]:
    lines: list[str] = []
    for number, example in enumerate(topic.examples, 1):
        lines += [f"{INDENT}-------------------------- EXAMPLE {number} --------------------------", INDENT]
        first, *more = f"{example.prompt}{example.code}".split("\n")
        lines += [INDENT + first, *(INDENT + line for line in more), INDENT]
        if more:
            lines.append(INDENT)
        if example.remarks.strip():
            lines += [*wrapped(example.remarks.strip("\n"), width), INDENT, INDENT, INDENT, INDENT]
        else:
            lines += [INDENT] * 4
    return lines


def parameter_view(spec: ParameterSpec, flags: SetFlags, position: str, text: str, width: int) -> str:
    """What ``-Parameter`` shows of one parameter."""
    head = f"-{spec.name} [<SwitchParameter>]" if spec.is_switch else f"-{spec.name} <{_dotnet_name(spec)}>"
    lines = ["", head]
    if text:
        lines += wrapped(text, width)
    lines.append(INDENT)
    for label, value in parameter_facts(spec, flags, position):
        lines.append(f"{INDENT}{label:<29}{value}")
    lines.append(INDENT)
    return "\n".join(lines) + "\n"


def parameter_facts(spec: ParameterSpec, flags: SetFlags, position: str) -> Iterable[tuple[str, str]]:
    """The table under a parameter."""
    yield "Required?", "true" if flags.mandatory else "false"
    yield "Position?", position
    yield "Default value", default_text(spec)
    yield "Accept pipeline input?", pipeline_text(flags)
    yield "Aliases", ""
    yield "Accept wildcard characters?", "true" if spec.wildcards else "false"


def default_text(spec: ParameterSpec) -> str:
    """What [PSDefaultValue()] says, a constant default, or the text of its expression."""
    if spec.default_help is not None:
        return spec.default_help
    if not spec.has_default:
        return "False" if spec.is_switch else ""
    node = getattr(spec.default, "node", None)
    if node is not None:
        return str(spec.default.source.text[node.start : node.end])
    from spshell.values.text import to_text

    return to_text(spec.default)


def pipeline_text(flags: SetFlags) -> str:
    """``true (ByValue, ByPropertyName)`` and its kin."""
    ways = [word for word, taken in (("ByValue", flags.by_value), ("ByPropertyName", flags.by_name)) if taken]
    return f"true ({', '.join(ways)})" if ways else "false"


def _dotnet_name(spec: ParameterSpec) -> str:
    from spshell.engine.commands.syntax import dotnet_type

    return dotnet_type(spec.type)


def full_view(name: str, topic: HelpTopic, metadata: CommandMetadata, width: int, *, full: bool) -> str:
    """What ``-Detailed`` and ``-Full`` show."""
    lines = ["", *_head(name, topic), *_syntax_section(name, metadata, width)]
    lines += ["DESCRIPTION", *wrapped(topic.description, width), INDENT, "", "PARAMETERS"]
    for spec, flags, position in numbered(metadata):
        text = topic.parameters.get(spec.folded, "")
        body = parameter_view(spec, flags, position, text, width).strip("\n").split("\n")
        if not full:
            body = body[: body.index(INDENT) + 1]
        lines += [INDENT + line for line in body]
    lines += [INDENT + "<CommonParameters>", *wrapped(_COMMON, width, INDENT * 2), INDENT]
    if full:
        for title, entries in (("INPUTS", topic.inputs), ("OUTPUTS", topic.outputs)):
            lines += [title, *(INDENT + entry for entry in entries), INDENT]
        if topic.notes:
            lines += ["NOTES", INDENT, INDENT, *wrapped(topic.notes, width, INDENT * 2), INDENT]
    lines += [
        *_example_lines(topic, width),
        INDENT,
        "RELATED LINKS",
        *(INDENT + link for link in topic.links),
    ]
    return "\n".join([*lines, "", ""]) + "\n"


_COMMON = (
    "Verbose, Debug, ErrorAction, ErrorVariable, WarningAction, WarningVariable, OutBuffer, PipelineVariable and "
    "OutVariable work as with every command."
)


def numbered(metadata: CommandMetadata) -> list[tuple[ParameterSpec, SetFlags, str]]:
    """The command's own parameters with the position that help shows: counted from 1, or ``named``."""
    rows: list[tuple[ParameterSpec, SetFlags, str]] = []
    for spec in metadata.parameters:
        flags = next(iter(spec.sets.values()))
        position = "named" if flags.position is None else str(flags.position + 1)
        rows.append((spec, flags, position))
    return rows

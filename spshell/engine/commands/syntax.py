"""How a command is called: ``[[-Name] <string>] -Force [<CommonParameters>]``, one line a parameter set."""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec, SetFlags
    from spshell.values.nettype import NetType


def set_names(metadata: CommandMetadata) -> list[str]:
    """The parameter sets, the default one first; a command without named sets has __AllParameterSets."""
    metadata.all_parameters()
    used = {name.lower() for spec in metadata.all_parameters() for name in spec.sets if name != ALL_SETS}
    names = [name for name in metadata.bits if name.lower() in used]
    return names or [metadata.default_set or ALL_SETS]


def set_parameters(metadata: CommandMetadata, set_name: str) -> list[tuple[ParameterSpec, SetFlags]]:
    """The parameters of a set in declaration order."""
    found: list[tuple[ParameterSpec, SetFlags]] = []
    folded = set_name.lower()
    for spec in metadata.all_parameters():
        flags = next((value for name, value in spec.sets.items() if name.lower() == folded), None)
        flags = flags or spec.sets.get(ALL_SETS)
        if flags is not None:
            found.append((spec, flags))
    return found


def set_syntax(metadata: CommandMetadata, set_name: str, *, dotnet_names: bool = False) -> str:
    """The parameters of one set as text: positional ones first, then the mandatory, then the others."""
    from spshell.engine.binding.common_parameters import is_standard

    rows = [row for row in set_parameters(metadata, set_name) if not row[0].hidden]
    own = [row for row in rows if not is_standard(row[0])]
    positional = sorted(
        (row for row in own if row[1].position is not None), key=lambda row: row[1].position or 0
    )
    named = [row for row in own if row[1].position is None]
    ordered = [*positional, *(r for r in named if r[1].mandatory), *(r for r in named if not r[1].mandatory)]
    words = [
        parameter_syntax(spec, flags, dotnet_names=dotnet_names)
        for spec, flags in (own if dotnet_names else ordered)
    ]
    if len(own) < len(rows):
        words.append("[<CommonParameters>]")
    return " ".join(words)


def parameter_syntax(spec: ParameterSpec, flags: SetFlags, *, dotnet_names: bool = False) -> str:
    """One parameter with its brackets."""
    if spec.is_switch:
        return f"-{spec.name}" if flags.mandatory else f"[-{spec.name}]"
    words = enum_words(spec.type) if dotnet_names else []
    type_text = f"<{dotnet_type(spec.type) if dotnet_names else short_type(spec.type)}>"
    if words:
        type_text = "{" + " | ".join(words) + "}"
    if flags.position is None:
        text = f"-{spec.name} {type_text}"
        return text if flags.mandatory else f"[{text}]"
    text = f"[-{spec.name}] {type_text}"
    return text if flags.mandatory else f"[{text}]"


def enum_words(net_type: NetType) -> list[str]:
    """The words of an enumeration, or of an array of it."""
    from spshell.values.enums import EnumType

    inner = net_type.element or net_type
    return list(inner.names) if isinstance(inner, EnumType) else []


def dotnet_type(net_type: NetType) -> str:
    """A type's .NET name without its namespace, as written help shows it."""
    if net_type.element is not None:
        return dotnet_type(net_type.element) + "[]"
    return net_type.name


def short_type(net_type: NetType) -> str:
    """A type's name as syntax shows it: accelerators as they are, others without their namespace."""
    if net_type.element is not None:
        return short_type(net_type.element) + "[]"
    name = net_type.ps_name
    if net_type.generic_arguments:
        inner = ",".join(short_type(item) for item in net_type.generic_arguments)
        if net_type.full_name.startswith("System.Nullable`1"):
            return inner
        return f"{net_type.name.partition('`')[0].rpartition('.')[2]}[{inner}]"
    return name.rpartition(".")[2].rpartition("+")[2]


def command_syntax(metadata: CommandMetadata, name: str) -> str:
    """The whole text of ``Get-Command -Syntax``: a line a set, with an empty line around each."""
    lines = []
    for set_name in set_names(metadata):
        parameters = set_syntax(metadata, set_name)
        lines.append(f"{name} {parameters}".rstrip())
    return "\n" + "\n\n".join(lines) + "\n"

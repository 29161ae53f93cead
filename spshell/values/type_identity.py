"""How reflection spells a type: ``FullName`` with qualified generic arguments, and ``AssemblyQualifiedName``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.values.nettype import NetType

_CORE_KEY, _EXTRA_KEY, _XML_KEY, _SHELL_KEY = (
    "7cec85d7bea7798e",
    "b03f5f7f11d50a3a",
    "cc7b13ffcd2ddd51",
    "31bf3856ad364e35",
)

_HOMES: tuple[tuple[str, str, str], ...] = (
    ("System.Management.Automation.", "System.Management.Automation", _SHELL_KEY),
    ("Microsoft.PowerShell.Commands.", "Microsoft.PowerShell.Commands.Utility", _SHELL_KEY),
    ("System.Text.RegularExpressions.", "System.Text.RegularExpressions", _EXTRA_KEY),
    ("System.Uri", "System.Private.Uri", _EXTRA_KEY),
    ("System.Numerics.", "System.Runtime.Numerics", _EXTRA_KEY),
    ("System.Collections.Specialized.", "System.Collections.Specialized", _EXTRA_KEY),
    ("System.Collections.Concurrent.ConcurrentDictionary", "System.Collections.Concurrent", _EXTRA_KEY),
    ("System.Collections.Generic.Sorted", "System.Collections", _EXTRA_KEY),
    ("System.Collections.Generic.LinkedList", "System.Collections", _EXTRA_KEY),
    ("System.Collections.Generic.Stack", "System.Collections", _EXTRA_KEY),
    ("System.Collections.BitArray", "System.Collections", _EXTRA_KEY),
    ("System.Collections.SortedList", "System.Collections.NonGeneric", _EXTRA_KEY),
    ("System.Collections.Stack", "System.Collections.NonGeneric", _EXTRA_KEY),
    ("System.Collections.Queue", "System.Collections.NonGeneric", _EXTRA_KEY),
    ("System.Linq.", "System.Linq", _EXTRA_KEY),
    ("System.Diagnostics.Process", "System.Diagnostics.Process", _EXTRA_KEY),
    ("System.ComponentModel.", "System.ComponentModel.Primitives", _EXTRA_KEY),
    ("System.Xml.", "System.Private.Xml", _XML_KEY),
    ("System.Net.Mail.", "System.Net.Mail", _XML_KEY),
    ("System.Net.Http.", "System.Net.Http", _EXTRA_KEY),
    ("System.Net.", "System.Net.Primitives", _EXTRA_KEY),
    ("System.Security.Cryptography.", "System.Security.Cryptography", _EXTRA_KEY),
)
"""Beginning of a full name -> assembly and its key; everything else lives in System.Private.CoreLib."""


def full_name(net_type: NetType) -> str:
    """FullName as .NET writes it: generic arguments in double brackets, with their assemblies."""
    if net_type.element is not None:
        return full_name(net_type.element) + net_type.full_name[len(net_type.element.full_name) :]
    if not net_type.generic_arguments:
        return net_type.full_name
    stem = net_type.full_name.partition("[")[0]
    arguments = ",".join(f"[{qualified_name(argument)}]" for argument in net_type.generic_arguments)
    return f"{stem}[{arguments}]"


def qualified_name(net_type: NetType) -> str:
    """AssemblyQualifiedName."""
    return f"{full_name(net_type)}, {assembly(net_type)}"


def assembly(net_type: NetType) -> str:
    """The full name of the assembly that holds the type."""
    if isinstance(net_type.data, dict) and "node" in net_type.data:  # a class or enum of a script
        return "PowerShell Class Assembly, Version=1.0.0.1, Culture=neutral, PublicKeyToken=null"
    return _identity(*assembly_name(net_type))


def named_assemblies() -> Iterator[str]:
    """The full names of the assemblies that the table names, whether or not a type of theirs was used yet."""
    return (_identity(name, key) for _beginning, name, key in _HOMES)


def _identity(name: str, key: str) -> str:
    version = "7.6.0.500" if key == _SHELL_KEY else "10.0.0.0"
    return f"{name}, Version={version}, Culture=neutral, PublicKeyToken={key}"


def assembly_name(net_type: NetType) -> tuple[str, str]:
    """The short name of the assembly and its key."""
    plain = net_type.full_name
    for beginning, name, key in _HOMES:
        if plain.startswith(beginning):
            return name, key
    return "System.Private.CoreLib", _CORE_KEY

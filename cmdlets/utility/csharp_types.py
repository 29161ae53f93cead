"""Types of this session out of C# declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cmdlets.utility.csharp_declarations import ClassDeclaration, EnumDeclaration
from spshell.values.nettype import find_type, register

if TYPE_CHECKING:
    from cmdlets.utility.csharp_declarations import Declaration, MemberDeclaration
    from spshell.engine.session import Session
    from spshell.values.nettype import NetType

_WORDS = {"float": "single", "short": "int16", "ushort": "uint16", "uint": "uint32", "ulong": "uint64"}
"""Words of C# for types that PowerShell calls otherwise; the other words are the same."""


def make_types(session: Session, declarations: list[Declaration], used: list[str]) -> list[NetType]:
    """Make and register the types, enums first, so that the classes may have members of them."""
    made = [_enum(found) for found in declarations if isinstance(found, EnumDeclaration)]
    classes = [found for found in declarations if isinstance(found, ClassDeclaration)]
    return made + [_class(session, found, used) for found in classes]


def _enum(found: EnumDeclaration) -> NetType:
    from spshell.values.enums import EnumType

    underlying = find_type(_WORDS.get(found.underlying, found.underlying))
    kind = (underlying.python_type if underlying is not None else None) or int
    made = EnumType(found.name, found.members, flags=found.is_flags, underlying=kind)
    made.loaded = True
    return register(made)


def _class(session: Session, found: ClassDeclaration, used: list[str]) -> NetType:
    """A class by way of PowerShell's own: what a script could have written, under its full name."""
    from spshell.engine.classes.classes import define_all
    from spshell.engine.variables.scope import Scope
    from spshell.language import parse

    short = found.name.rpartition(".")[2]
    namespaces = [found.name.rpartition(".")[0], *used]
    lines = [_property(member, namespaces) for member in found.members]
    block = parse("\n".join([f"class {short} {{", *lines, "}"])).script_block
    scope = Scope(session, session.global_scope)
    assert block.end_block is not None
    define_all(scope, list(block.end_block.statements), block.source)
    made: NetType = scope.types[short.lower()]  # type: ignore[index]  # define_all has filled it
    made.full_name = made.ps_name = found.name
    made.namespace = found.name.rpartition(".")[0]
    return register(made)


def _property(member: MemberDeclaration, namespaces: list[str]) -> str:
    before = "static " if member.is_static else ""
    after = "" if member.initial in (None, "null") else f" = {_literal(member.initial or '')}"
    return f"{before}[{_qualified(member.type_name, namespaces)}] ${member.name}{after}"


def _qualified(type_name: str, namespaces: list[str]) -> str:
    """The name under which PowerShell finds a type of C#; generic arguments and element types by themselves."""
    stem, bracket, rest = type_name.partition("[")
    word = _WORDS.get(stem, stem)
    arity = f"`{rest.count(',') + 1}" if rest and not rest.startswith("]") else ""
    if find_type(word + arity) is None:
        candidates = [f"{namespace}.{word}" for namespace in namespaces if namespace]
        word = next((name for name in candidates if find_type(name + arity) is not None), word)
    if arity:
        inner, _, tail = rest.rpartition("]")
        arguments = ",".join(_qualified(part, namespaces) for part in inner.split(","))
        return f"{word}[{arguments}]{tail}"
    return word + bracket + rest


def _literal(token: str) -> str:
    """A literal of C# as PowerShell writes it."""
    if token in ("true", "false"):
        return f"${token}"
    if token.startswith('@"'):
        text = token[2:-1].replace('""', '"')
    elif token.startswith('"'):
        text = token[1:-1].encode("latin-1", "backslashreplace").decode("unicode_escape")
    else:
        return token.rstrip("uUlLfFdDmM").replace("_", "") if not token.lower().startswith("0x") else token
    return "'" + text.replace("'", "''") + "'"

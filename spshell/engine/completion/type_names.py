"""Completing the names of types and namespaces: in brackets, behind `using namespace`, as the values of -TypeName."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.completion.messages import USING
from spshell.engine.completion.place import Place, walk
from spshell.engine.completion.results import Completion, match, starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.session import Session
    from spshell.language.tokens import Token

_WORDS = frozenset({"Identifier", "Generic"})
_OWN = ("System.Management.Automation.", "Microsoft.PowerShell.")


def offer(session: Session, place: Place) -> Completion | None:
    """Types, where a type is being written."""
    using = _using(place)
    if using is not None:
        return using
    opening = _opening(place)
    if opening is None:
        return None
    word = place.word if place.at is not opening else ""
    start = place.start if word else place.cursor
    return Completion(start, len(word), type_matches(session, word, place))


def _opening(place: Place) -> Token | None:
    """The bracket in front of the type that is being written; None when none is."""
    at, before = place.at, place.before
    if at is not None and at.kind == "LBracket":
        return at if _takes_type(place, at) else None
    if at is None or at.kind not in _WORDS or before is None or before.kind not in ("LBracket", "Comma"):
        return None
    if before.kind == "LBracket" and before.end == at.start and _takes_type(place, before):
        return before
    return before if at.added & {"TypeName", "AttributeName"} else None


def _takes_type(place: Place, bracket: Token) -> bool:
    """Whether a bracket opens a type: not one that follows an operand, which opens an index."""
    index = place.index(bracket)
    if index == 0:
        return True
    ahead = place.tokens[index - 1]
    operand = ahead.kind in ("Variable", "RParen", "RBracket", "RCurly", "StringLiteral", "StringExpandable")
    touches = ahead.end == bracket.start
    return not (operand and touches and ahead.kind != "RBracket") and not (
        ahead.kind in _WORDS and touches and not ahead.added & {"TypeName"}
    )


def _using(place: Place) -> Completion | None:
    tokens = [token for token in place.tokens if token.start < place.cursor]
    if place.at is not None and tokens and tokens[-1] is place.at:
        tokens.pop()
    if not tokens:
        return None
    if tokens[-1].kind == "Using":
        names = [name for name in USING if name.startswith(place.word.lower())]
        matches = [match(name, name, "Keyword", USING[name]) for name in names]
        return Completion(place.start, place.length, matches)
    if tokens[-1].kind == "Namespace" and len(tokens) > 1 and tokens[-2].kind == "Using":
        return Completion(place.start, place.length, _namespaces(place.word))
    return None


def _namespaces(word: str) -> list[CompletionResult]:
    depth = word.count(".")
    test = starts(word)
    found = {
        ".".join(name.split(".")[: depth + 1]) for name in known_namespaces() if name.count(".") >= depth
    }
    return [_namespace(name) for name in sorted(found, key=str.lower) if test(name)]


def _namespace(name: str) -> CompletionResult:
    return match(name, name.rpartition(".")[2], "Namespace", f"Namespace {name}")


def known_types() -> Iterator[str]:
    """The full names of all types that can be named."""
    from spshell.dotnet import index
    from spshell.dotnet.system.enumerations import ROWS
    from spshell.engine import syntax
    from spshell.engine.members import net_types
    from spshell.values.nettype import ACCELERATORS, BY_NAME

    names: dict[str, str] = {}
    for row, _constants in ROWS.values():
        name = row.partition("|")[0]
        names.setdefault(name.lower(), name)
    found = (found.full_name for found in list(BY_NAME.values()) if not found.generic_arguments)
    declared = (*index.declared_names(), *net_types.declared_names(), *syntax.declared_names())
    for name in (*ACCELERATORS.values(), *declared, *found):
        if "[" not in name and "." in name:
            names.setdefault(name.lower(), name)
    yield from names.values()


def known_namespaces() -> set[str]:
    """The namespaces of all known types."""
    return {name.rpartition(".")[0] for name in known_types()}


def type_matches(session: Session, word: str, place: Place | None = None) -> list[CompletionResult]:
    """Types by their short name, or by namespace and name when the word has a dot."""
    del session
    from spshell.values.nettype import ACCELERATORS

    found: list[CompletionResult] = []
    if place is not None and "." not in word:
        found += _written_types(place, word)
    by_short = "." not in word
    test = starts(word)
    depth = word.count(".")
    namespaces: set[str] = set()
    short = _accelerators()
    for name in known_types():
        plain = name.partition("`")[0]
        if by_short:
            accelerator = short.get(name)
            own = plain.rpartition(".")[2].lower()
            if accelerator is None and own in ACCELERATORS:
                continue  # the name alone means another type
            if test(plain.rpartition(".")[2]) or (accelerator is not None and test(accelerator)):
                found.append(_type(name, accelerator))
        elif test(plain):
            if plain.count(".") == depth:
                found.append(_type(name, None))
            else:
                namespaces.add(".".join(plain.split(".")[: depth + 1]))
    found += [_namespace(name) for name in namespaces if test(name)]
    return sorted(found, key=lambda item: item.shown.lower())


def _accelerators() -> dict[str, str]:
    from spshell.values.nettype import ACCELERATORS, accelerated_name

    found: dict[str, str] = {}
    for short, full in ACCELERATORS.items():
        found.setdefault(full, short)
    return {full: accelerated_name(full) if accelerated_name(full) != full else found[full] for full in found}


def _type(name: str, accelerator: str | None) -> CompletionResult:
    plain, mark, count = name.partition("`")
    shown = plain.rpartition(".")[2]
    if mark:
        parameters = ["T"] if count == "1" else [f"T{number}" for number in range(1, int(count) + 1)]
        return match(plain, shown + "<>", "Type", f"{plain}[{', '.join(parameters)}]")
    hint = name
    if name.startswith(_OWN) or name in _accelerators():
        hint = f"{_nature(name)}{name}"
    return match(accelerator or name, shown, "Type", hint)


def _nature(name: str) -> str:
    """What a loaded type is, as hints say it."""
    from spshell.engine.completion.inference import named_type
    from spshell.values.type_relations import has_base

    found = named_type(name)
    if found is None:
        return "Class "
    if has_base(found, "System.Delegate"):
        return "Delegate "
    word = {"interface": "Interface ", "enum": "Enum "}.get(found.kind)
    return word or ("Struct " if found.is_value_type else "Class ")


def _written_types(place: Place, word: str) -> Iterator[CompletionResult]:
    from spshell.language.nodes import TypeDefinition

    test = starts(word)
    for node in walk(place.result.script_block):
        if isinstance(node, TypeDefinition) and test(node.name):
            kind = "Enum " if node.type_kind == "enum" else "Class "
            yield match(node.name, node.name, "Type", kind + node.name)

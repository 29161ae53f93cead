"""The types that declarations name (``string``, ``char[]``, ``System.Predicate[T]``) as types."""

from __future__ import annotations

from spshell.values.nettype import BY_NAME, NetType, find_type

_RESOLVED: dict[str, NetType] = {}
"""Declared spelling -> type: a registry filled as signatures are first used."""


def resolve(name: str) -> NetType:
    """The type behind a name in a declaration; what nothing declares becomes an empty type of that name."""
    found = _RESOLVED.get(name)
    if found is None:
        found = _RESOLVED[name] = _find(name)
    return found


def _find(name: str) -> NetType:
    if name.endswith("[]"):
        from spshell.values.typenames import make_array_type

        return make_array_type(resolve(name[:-2]))
    if name.endswith("]"):
        stem, _, inner = name.partition("[")
        return _generic(stem, [resolve(part.strip()) for part in split_arguments(inner[:-1])])
    return find_type(name) or _unknown(name)


def split_arguments(text: str) -> list[str]:
    """The parts of ``TKey,System.Func[A,B]`` at the commas outside brackets."""
    parts: list[str] = []
    depth = start = 0
    for index, character in enumerate(text):
        if character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
        elif character == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _generic(stem: str, arguments: list[NetType]) -> NetType:
    stem = stem.partition("`")[0] + f"`{len(arguments)}"
    definition = find_type(stem)
    if definition is not None:
        from spshell.values.typenames import make_generic

        return make_generic(definition, arguments)
    full = f"{stem}[{','.join(argument.full_name for argument in arguments)}]"
    found = _unknown(full)
    found.generic_arguments = tuple(arguments)
    return found


def _unknown(name: str) -> NetType:
    if len(name) <= 2 or (name[0] == "T" and "." not in name):
        return BY_NAME["system.object"]  # a type parameter of a generic method
    short = name.partition("[")[0].rpartition(".")[2].partition("`")[0]
    if short in _DELEGATES:
        return NetType(name, base=BY_NAME["system.multicastdelegate"])
    is_interface = short[:1] == "I" and short[1:2].isupper()
    base = None if is_interface else BY_NAME["system.object"]
    return NetType(name, base=base, kind="interface" if is_interface else "class")


_DELEGATES = frozenset(
    {"Predicate", "Action", "Func", "Comparison", "Converter", "MatchEvaluator", "EventHandler", "Delegate"}
)

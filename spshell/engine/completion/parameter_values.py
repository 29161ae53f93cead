"""The values that a parameter can take: its own completer's, its set's, its enumeration's, else files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.completer_blocks import own_matches
from spshell.engine.completion.known_arguments import known_matches
from spshell.engine.completion.paths import path_matches
from spshell.engine.completion.results import match, unquoted, values
from spshell.engine.completion.visible import current_scope
from spshell.values.enums import EnumType

if TYPE_CHECKING:
    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.completion.bound_arguments import BoundArguments
    from spshell.engine.completion.place import Place
    from spshell.engine.session import Session
    from spshell.values.nettype import NetType

_ENCODINGS = (
    "ansi", "ascii", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf7", "utf8", "utf8BOM", "utf8NoBOM", "utf32",
)  # fmt: skip


def argument_matches(
    session: Session, place: Place, bound: BoundArguments, info: Any, word: str
) -> list[CompletionResult]:
    """What may stand as the argument under the cursor."""
    spec = bound.target
    quote, bare = unquoted(word)
    if spec is None:
        return path_matches(session, bare, quote)
    found = own_matches(session, place, bound, info, spec, word)
    if found is not None:
        return found
    allowed = _allowed(session, spec)
    if allowed is not None:
        return values(word, allowed)
    typed = _of_type(spec, word)
    if typed is not None:
        return typed
    known = known_matches(session, place, bound, info, spec, word)
    if known is not None:
        return known
    literal = spec.folded in ("literalpath", "pspath")
    containers = info.name.lower() in ("set-location", "push-location")
    return path_matches(session, bare, quote, literal=literal, containers=containers)


def _allowed(session: Session, spec: ParameterSpec) -> list[str] | None:
    from spshell.values.text import to_text

    for check in spec.validators:
        if hasattr(check, "allowed"):
            return [to_text(value) for value in check.allowed(current_scope(session))]
    return None


def _inner(net_type: NetType) -> NetType:
    while net_type.element is not None:
        net_type = net_type.element
    if net_type.generic_arguments and net_type.name.partition("`")[0] in ("Nullable", "FlagsExpression"):
        return net_type.generic_arguments[0]
    return net_type


def _of_type(spec: ParameterSpec, word: str) -> list[CompletionResult] | None:
    inner = _inner(spec.type)
    if spec.is_switch or inner.full_name == "System.Boolean":
        return [match(text, text) for text in ("$true", "$false") if text.startswith(word.lower())]
    if inner.full_name == "System.Text.Encoding":
        return values(word, _ENCODINGS, ordered=True)
    if isinstance(inner, EnumType):
        return values(word, inner.names)
    return None

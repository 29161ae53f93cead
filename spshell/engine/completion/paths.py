"""Completing paths of every provider: hidden items too, quoted where they must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.engine.completion.results import match, starts

if TYPE_CHECKING:
    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.session import Session

_SPECIAL = re.compile(r"([\[\]*?`])")


def path_matches(
    session: Session, word: str, quote: str = "", *, literal: bool = False, containers: bool = False
) -> list[CompletionResult]:
    """What lies where the word points; a relative path gets `./` in front."""
    from spshell.engine.providers.drives import drives_of
    from spshell.values.exceptions import NetException

    folder, leaf = _divided(word)
    table = drives_of(session)
    bare = folder if literal else folder.replace("`", "")
    try:
        place = table.locate(bare or ".")
        names = list(place.provider.child_names(place.path))
    except (NetException, OSError):
        return []
    provider = place.provider
    files = provider is table.files
    prefix = folder
    if not folder and files:
        prefix = "./"
    test = starts(leaf.replace("`", "") if literal else leaf)
    rows = [name for name in names if test(name)]
    found = []
    for name in sorted(rows, key=str.lower):
        full = provider.join(place.path, name)
        container = provider.is_container(full)
        if containers and not container:
            continue
        shown = name if literal or not files else _SPECIAL.sub(r"`\1", name)
        hint = full if files else prefix + name
        kind = "ProviderContainer" if container else "ProviderItem"
        found.append(match(_written(prefix + shown, quote), name, kind, hint))
    return found


def _divided(word: str) -> tuple[str, str]:
    """(folder with its separator, last part)."""
    cut = max(word.rfind("/"), word.rfind("\\")) + 1
    if cut == 0:
        colon = word.find(":")
        cut = colon + 1 if colon > 0 else 0
    return word[:cut], word[cut:]


def _written(path: str, quote: str) -> str:
    if quote:
        return quote + (path.replace("'", "''") if quote == "'" else path) + quote
    if needs_argument_quotes(path):
        return "'" + path.replace("'", "''") + "'"
    return path


def needs_argument_quotes(text: str) -> bool:
    """Whether a path is no single bare argument."""
    from spshell.language import parse

    found = parse("x " + text)
    tokens: list[Any] = [token for token in found.tokens if token.kind != "EndOfInput"]
    return len(tokens) != 2 or bool(found.errors) or any(c in text for c in "$`")

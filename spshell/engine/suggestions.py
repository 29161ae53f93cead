"""Did you mean: the nearest known name to one that is not known."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from spshell.engine.commands.lookup import CommandTable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`, or None when none is close."""
    import difflib

    by_folded = {item.lower(): item for item in known}
    found = difflib.get_close_matches(name.lower(), by_folded, n=1, cutoff=0.72)
    return by_folded[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str], prefix: str = "") -> str:
    """`` Did you mean X?`` with the nearest known name, or an empty string."""
    found = nearest(name, known)
    return f" Did you mean {prefix}{found}?" if found is not None else ""


def for_command(commands: CommandTable, name: str) -> str:
    """The end of the sentence about an unknown command: that it is left out, a likely name, or an empty string."""
    left_out: str | None = commands.manifests.outside(name)
    if left_out is not None:
        return left_out
    functions = commands.session.global_scope.functions or {}
    names = [*commands.manifests.names(), *(info.name for info in functions.values())]
    return did_you_mean(name, names)

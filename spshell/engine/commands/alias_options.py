"""Which options the aliases have that every session begins with: most are read-only (Get-Alias | Select Name, Options)."""

from __future__ import annotations

_EVERYWHERE = frozenset(["cd", "copy", "del", "dir", "echo", "md", "move", "popd", "pushd"])
_BOTH = frozenset(["?", "%", "foreach", "select", "where"])
_FREE = frozenset(
    [
        "chdir",
        "cls",
        "erase",
        "etsn",
        "exsn",
        "fhx",
        "gcb",
        "gjb",
        "gsn",
        "gtz",
        "h",
        "history",
        "icm",
        "nsn",
        "pwd",
        "r",
        "rcjb",
        "rd",
        "ren",
        "rjb",
        "rsn",
        "sajb",
        "scb",
        "set",
        "sls",
        "spjb",
        "type",
        "wjb",
    ]
)


def alias_options(name: str) -> frozenset[str]:
    """The options of a built-in alias."""
    folded = name.lower()
    if folded in _EVERYWHERE:
        return frozenset(("AllScope",))
    if folded in _FREE:
        return frozenset()
    return frozenset(("AllScope", "ReadOnly")) if folded in _BOTH else frozenset(("ReadOnly",))

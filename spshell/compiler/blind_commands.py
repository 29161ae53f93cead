"""Built-in commands that neither look at nor change variables of their caller, preference variables apart.

Functions and loops that call them may keep their variables in Python locals. Whether a name still means the built-in command
is asked when it is called; paths on the drives of variables, functions and aliases, and parameters that fill a variable of
the caller, take the general way.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BLIND = frozenset(
    {
        "write-output", "write-verbose", "write-debug", "write-warning", "write-information", "write-host", "get-date",
        "get-random", "get-securerandom", "new-guid", "new-timespan", "new-object", "convertto-json", "convertfrom-json",
        "convertto-csv", "convertfrom-csv", "convertfrom-stringdata", "start-sleep", "get-culture", "get-filehash",
        "import-csv", "join-path", "split-path", "test-path", "resolve-path", "convert-path", "get-location", "get-item",
        "get-childitem", "get-content", "set-content", "add-content", "new-item", "remove-item", "copy-item", "move-item",
        "rename-item",
    }
)  # fmt: skip
"""Folded names."""

LOOKING = frozenset({"write-error"})
"""Commands that look at which function calls them, and at nothing else."""

TAKERS = frozenset(
    {
        "sort-object", "measure-object", "select-object", "group-object", "compare-object", "get-unique", "select-string",
        "out-null", "out-file", "out-string", "out-host", "out-default", "set-content", "add-content", "format-table",
        "format-list", "format-wide", "format-custom", "convertto-json", "convertto-csv", "convertto-xml", "convertto-html",
        "export-csv", "export-clixml", "convertfrom-json", "convertfrom-csv", "write-output", "write-host", "get-member",
        "join-string",
    }
)  # fmt: skip
"""Commands that take objects from the pipeline and, unless a block is among their arguments, run no code of their caller."""

_BLOCK_TAKERS = frozenset(
    {
        "sort-object", "sort", "group-object", "group", "select-object", "select", "measure-object", "measure",
        "compare-object", "compare", "diff", "join-string", "format-table", "ft", "format-list", "fl", "format-wide", "fw",
        "format-custom", "fc", "convertto-html",
    }
)  # fmt: skip
"""Commands that run a block which they are given for a property."""

_COUNTS = frozenset({"first", "last", "skip", "skiplast", "top", "bottom"})
"""Parameters of these that take a number."""

_FILLING = ("errorv", "ev", "outv", "ov", "warningv", "wv", "informationv", "iv", "pipelinev", "pv")
"""How the names of parameters begin that fill a variable of the caller."""


def is_known(name: str) -> bool:
    """Whether calls of a built-in command (folded name) are no obstacle to keeping variables in locals."""
    return name in BLIND or name in LOOKING


def looks_around(command: Any) -> bool:
    """Whether a call of such a command must find its caller's scope all the same."""
    return command.elements[0].value.lower() in LOOKING or any(
        node.kind == "CommandParameter" and node.name.lower().startswith(_FILLING)
        for node in command.elements[1:]
    )


def may_run_a_block(command: Any) -> bool:
    """Whether a variable among the arguments of a built-in command can hold a block that the command runs."""
    if command.elements[0].value.lower() not in _BLOCK_TAKERS:
        return False
    before = ""
    for node in command.elements[1:]:
        if node.kind == "VariableExpression" and before not in _COUNTS:
            return True
        before = node.name.lower() if node.kind == "CommandParameter" else ""
    return False

"""Parameters that many cmdlets about items declare alike, one function each.

A cmdlet still lists its parameters one by one, in PowerShell's order; how -LiteralPath is bound, say, stands here only.
"""

from __future__ import annotations

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def path_parameter(*, by_value: bool = True) -> Any:
    """-Path, mandatory in its set; `by_value` says that the pipeline's objects themselves are paths."""
    flags = SetFlags(mandatory=True, position=0, by_value=by_value, by_name=True)
    return parameter("string[]", sets={"Path": flags}, help="The path; wildcards count.")


def literal_path_parameter() -> Any:
    """-LiteralPath, mandatory in its set; objects of the pipeline give it as their PSPath."""
    return parameter(
        "string[]",
        sets={"LiteralPath": SetFlags(mandatory=True, by_name=True)},
        aliases=("PSPath", "LP"),
        help="The path, taken as it is.",
    )


def filter_parameter() -> Any:
    """-Filter."""
    return parameter("string", help="A pattern that the provider itself applies.")


def include_parameter() -> Any:
    """-Include."""
    return parameter("string[]", help="Only names like these.")


def exclude_parameter() -> Any:
    """-Exclude."""
    return parameter("string[]", help="No names like these.")


def force_parameter() -> Any:
    """-Force of the cmdlets that otherwise leave out hidden and read-only items."""
    return parameter("switch", help="What is hidden or read-only too.")


def credential_parameter() -> Any:
    """-Credential, which scripts may give: none of the providers here asks for one."""
    return parameter("pscredential", by_name=True, help="Not used by these providers.")

"""What the grammar allows and PowerShell refuses all the same.

The parser says with `needs_checks` when a tree holds anything of the kind, so most scripts are never walked.
"""

from __future__ import annotations

from spshell.language.checks.semantic import SemanticChecks
from spshell.language.checks.symbols import SymbolChecks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import ScriptBlock
    from spshell.language.stream import Stream


def check(stream: Stream, block: ScriptBlock) -> None:
    """Report what is wrong with a tree beyond its grammar."""
    if stream.needs_symbols:
        SymbolChecks(stream).visit_script(block)
    SemanticChecks(stream).visit(block)


__all__ = ["check"]

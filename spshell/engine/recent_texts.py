"""Texts that scripts run again and again (Invoke-Expression, [scriptblock]::Create): parsed and compiled once.

What a text means to the parser must not hang on the session, so texts that may define types are parsed each time.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.session import Session

MOST_BLOCKS = 64
LONGEST_TEXT = 4096
"""In characters. The memory is for short texts in loops, not for whole scripts."""
_TYPE_WORDS = ("class", "enum", "using", "#requires")


class RecentTexts:
    """The blocks made of the latest texts of a session; the oldest goes when there are too many."""

    __slots__ = ("_blocks", "_session")

    def __init__(self, session: Session) -> None:
        self._session = session
        self._blocks: dict[str, ScriptBlock] = {}

    def block(self, text: str) -> ScriptBlock:
        """A block to be bound to the scope that it is for. Raises ParseException."""
        blocks = self._blocks
        known = blocks.get(text)
        if known is not None and self._session.debugger is None:
            return known
        made = self._session.make_block(text)
        if len(text) <= LONGEST_TEXT:
            folded = text.lower()
            if not any(word in folded for word in _TYPE_WORDS):
                blocks[text] = made
                if len(blocks) > MOST_BLOCKS:
                    del blocks[next(iter(blocks))]
        return made

"""Text that stands in a script as a constant, compared with other text: each other text is looked at once.

``k[other]`` tells whether the texts are linguistically equal. Scripts compare a constant with few different texts, many
times; a dictionary knows these faster than any comparison does.
"""

from __future__ import annotations

from spshell.values.collation import equals

_LIMIT = 256
"""How many answers are kept: a place with more different texts compares each time."""


class TextTest(dict[str, bool]):
    """Answers for one constant."""

    __slots__ = ("ignore_case", "text")

    def __init__(self, text: str, ignore_case: bool) -> None:
        super().__init__()
        self.text = text
        self.ignore_case = ignore_case

    def __missing__(self, other: str) -> bool:
        answer = equals(other, self.text, self.ignore_case)
        if len(self) < _LIMIT:
            self[other] = answer
        return answer

"""[regex]::new(pattern, options, timeout): matching that takes longer fails with RegexMatchTimeoutException."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import thrown
from spshell.values.regex_dialect import NetPattern, capturing

if TYPE_CHECKING:
    from collections.abc import Iterator


class TimedPattern:
    """A compiled pattern whose searches end after a number of seconds."""

    def __init__(self, compiled: Any, seconds: float) -> None:
        self.compiled = compiled
        self.seconds = seconds

    def search(self, text: str, *where: int) -> Any:
        """As the pattern's own search."""
        return self._timed(self.compiled.search, text, *where)

    def match(self, text: str, *where: int) -> Any:
        """As the pattern's own match."""
        return self._timed(self.compiled.match, text, *where)

    def sub(self, new: Any, text: str, count: int = 0) -> Any:
        """As the pattern's own sub."""
        return self._timed(self.compiled.sub, new, text, count)

    def split(self, text: str, count: int = 0) -> Any:
        """As the pattern's own split."""
        return self._timed(self.compiled.split, text, count)

    def finditer(self, text: str, *where: int) -> Iterator[Any]:
        """As the pattern's own finditer."""
        found = self._timed(self.compiled.finditer, text, *where)
        try:
            yield from found
        except TimeoutError as error:
            raise _too_slow(error) from error

    def _timed(self, function: Any, *arguments: Any) -> Any:
        try:
            return function(*arguments, timeout=self.seconds)
        except TimeoutError as error:
            raise _too_slow(error) from error


def _too_slow(_error: TimeoutError) -> Any:
    return thrown("System.Text.RegularExpressions.RegexMatchTimeoutException", "RegexMatchTimeout")


def timed(pattern: NetPattern, seconds: float) -> NetPattern:
    """The same pattern with a limit for each search."""
    made = NetPattern(pattern.text, pattern.options, TimedPattern(capturing(pattern), seconds), pattern.index)
    made.splits = False
    return made

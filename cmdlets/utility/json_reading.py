"""JSON text as values, as ConvertFrom-Json reads it.

Proper JSON goes through Python's own scanner; everything else through the lenient one, which takes what PowerShell
takes: comments, single quotes, bare names, commas before an end, hexadecimal and octal numbers, an array without end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.hashtable import OrderedHashtable
from spshell.values.numbers import BigInteger, Int64
from spshell.values.objects import PSCustomObject

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_DEPTH = 1024
_LONG = 2**63
_RESERVED = frozenset({"psobject", "psbase", "psadapted", "psextended", "pstypenames"})


class JsonReader:
    """Reads texts; `as_hashtable` makes tables of objects, `date` reads a string that looks like a date."""

    def __init__(
        self,
        *,
        as_hashtable: bool = False,
        depth: int = DEFAULT_DEPTH,
        date: Callable[[str], Any] | None = None,
    ) -> None:
        self.depth = depth
        self.date = date
        self.make = self.table if as_hashtable else self.object

    def read(self, text: str) -> Any:
        """The value of a text; raises ArgumentException and InvalidOperationException as NetException."""
        if not text or text.isspace():
            return None
        from json import JSONDecoder

        if self.depth == DEFAULT_DEPTH:
            decoder = JSONDecoder(object_pairs_hook=self.make, parse_int=integer, strict=False)
            try:
                return self.finished(decoder.decode(text))
            except (ValueError, RecursionError):
                pass  # not JSON proper
        from cmdlets.utility.json_lenient import LenientScanner

        return self.finished(LenientScanner(text, self.make, self.depth).document())

    def finished(self, value: Any) -> Any:
        """A value of the scanner with dates in place of their texts, inside arrays too."""
        kind = type(value)
        if kind is str:
            return self.dated(value)
        if kind is list:
            return [self.finished(item) if type(item) in (str, list) else item for item in value]
        return value

    def dated(self, text: str) -> Any:
        """A text that is a date and time as a date, else as it is."""
        if self.date is None or len(text) < 9 or (text[10:11] != "T" and text[0] != "/"):
            return text
        found = self.date(text)
        return text if found is None else found

    def object(self, pairs: list[tuple[str, Any]]) -> PSCustomObject:
        """The object of its members; names that differ only in case cannot stand in one object."""
        members = dict(pairs)
        folded = {name.lower() for name in members}
        if len(folded) != len(members) or "" in members or not folded.isdisjoint(_RESERVED):
            raise _bad_names(members)
        for name, value in members.items():
            if type(value) in (str, list):
                members[name] = self.finished(value)
        return PSCustomObject(members)

    def table(self, pairs: list[tuple[str, Any]]) -> OrderedHashtable:
        """The hashtable of an object's members."""
        made = OrderedHashtable(case_sensitive=True)
        made.data = {
            name: self.finished(value) if type(value) in (str, list) else value for name, value in pairs
        }
        return made


def integer(text: str) -> int:
    """A whole number: Int64, or BigInteger beyond it."""
    number = int(text)
    return Int64(number) if -_LONG <= number < _LONG else BigInteger(number)


def _bad_names(members: dict[str, Any]) -> Exception:
    from cmdlets.utility.messages import utility_fault

    seen: dict[str, str] = {}
    for name in members:
        if not name:
            return utility_fault("EmptyKeyInJsonString")
        folded = name.lower()
        if folded in _RESERVED:
            return utility_fault("PSObjectMembersMembersAddReservedName", name)
        if folded in seen:
            return utility_fault("KeysWithDifferentCasingInJsonString", seen[folded], name)
        seen[folded] = name
    raise AssertionError

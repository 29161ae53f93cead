"""Get-Unique."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class GetUnique(Cmdlet, verb="Get", noun="Unique", default_set="AsString"):
    """Leave out objects that are equal to the one before them.

    PS> 'a', 'a', 'b' | Get-Unique
    PS> 1, 1, 2, 1 | Get-Unique
    """

    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects, in order.")
    as_string: Any = parameter("switch", sets=("AsString",), help="Compare their text.")
    on_type: Any = parameter("switch", sets=("UniqueByType",), help="Only one of objects of one type.")
    case_insensitive: Any = parameter("switch", help="Capital letters do not differ.")

    def begin(self) -> None:
        self._first = True
        self._last: Any = None
        self._last_text: str | None = None

    def accept(self, value: Any) -> None:
        """One object."""
        if self._first or self._differs(value):
            self._first = False
            self._last = value
            self._last_text = None
            self.out(value)

    def process(self) -> None:
        self.accept(self.input_object)

    def _differs(self, value: Any) -> bool:
        if value is None or self._last is None:
            return True
        if self.on_type:
            from spshell.dotnet.reflection.members import type_names

            return type_names(value)[:1] != type_names(self._last)[:1]
        if self.as_string:
            from spshell.values.text import to_text

            if self._last_text is None:
                self._last_text = to_text(self._last)
            return not _equal_text(to_text(value), self._last_text, ignore_case=bool(self.case_insensitive))
        from cmdlets.utility.ordering import compare_values

        return compare_values(value, self._last, ignore_case=bool(self.case_insensitive)) != 0


def _equal_text(left: str, right: str, *, ignore_case: bool) -> bool:
    from spshell.values.collation import equals

    return equals(left, right, ignore_case)

"""Get-Date -UFormat: the directives of Unix date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_NET_FORMATS = {
    "A": "dddd",
    "a": "ddd",
    "B": "MMMM",
    "b": "MMM",
    "c": "ddd dd MMM yyyy HH:mm:ss",
    "D": "MM/dd/yy",
    "d": "dd",
    "F": "yyyy-MM-dd",
    "H": "HH",
    "h": "MMM",
    "I": "hh",
    "M": "mm",
    "m": "MM",
    "p": "tt",
    "R": "HH:mm",
    "r": "hh:mm:ss tt",
    "S": "ss",
    "T": "HH:mm:ss",
    "X": "HH:mm:ss",
    "x": "MM/dd/yy",
    "Y": "yyyy",
    "y": "yy",
}


def unix_format(date: Any, pattern: str) -> str:
    """The date in the form of a pattern; a leading + is dropped, unknown directives stay as their letter."""
    result: list[str] = []
    text = pattern.removeprefix("+")
    index = 0
    while index < len(text):
        character = text[index]
        if character != "%" or index + 1 == len(text):
            result.append(character)
            index += 1
            continue
        result.append(_directive(date, text[index + 1]))
        index += 2
    return "".join(result)


def _directive(date: Any, letter: str) -> str:
    net = _NET_FORMATS.get(letter)
    if net is not None:
        from spshell.dotnet.reflection.members import invoke_method

        # one letter alone would be a standard format, but none of these is one letter long
        return str(invoke_method(date, "ToString", [net]))
    worked_out = _COMPUTED.get(letter)
    return letter if worked_out is None else worked_out(date)


def _part(date: Any, name: str) -> int:
    from spshell.dotnet.reflection.members import get_property

    found = get_property(date, name)
    return int(getattr(found, "value", found))


def _iso(date: Any) -> tuple[int, int]:
    import datetime as dt

    year, week, _ = dt.date(_part(date, "Year"), _part(date, "Month"), _part(date, "Day")).isocalendar()
    return year, week


def _seconds(date: Any) -> str:
    from spshell.dotnet.reflection.members import get_property, invoke_method

    ticks = int(get_property(invoke_method(date, "ToUniversalTime", []), "Ticks"))
    return str((ticks - 621_355_968_000_000_000) // 10_000_000)


def _zone(date: Any) -> str:
    from spshell.dotnet.reflection.members import invoke_method

    return str(invoke_method(date, "ToString", ["zz"]))


_COMPUTED: dict[str, Callable[[Any], str]] = {
    "%": lambda _date: "%",
    "n": lambda _date: "\n",
    "t": lambda _date: "\t",
    "C": lambda date: f"{_part(date, 'Year') // 100:02}",
    "e": lambda date: f"{_part(date, 'Day'):2}",
    "G": lambda date: str(_iso(date)[0]),
    "g": lambda date: f"{_iso(date)[0] % 100:02}",
    "j": lambda date: f"{_part(date, 'DayOfYear'):03}",
    "k": lambda date: f"{_part(date, 'Hour'):2}",
    "l": lambda date: f"{(_part(date, 'Hour') + 11) % 12 + 1:2}",
    "s": _seconds,
    "U": lambda date: str(_part(date, "DayOfYear") // 7),
    "u": lambda date: str(_part(date, "DayOfWeek") or 7),
    "V": lambda date: f"{_iso(date)[1]:02}",
    "W": lambda date: str(_part(date, "DayOfYear") // 7),
    "w": lambda date: str(_part(date, "DayOfWeek")),
    "Z": _zone,
}

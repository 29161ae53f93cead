"""TimeSpan to text: the standard formats c, g, G and custom formats."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import bad_format

_DAY, _HOUR, _MINUTE, _SECOND = 864_000_000_000, 36_000_000_000, 600_000_000, 10_000_000


def split(ticks: int) -> tuple[int, int, int, int, int]:
    """(days, hours, minutes, seconds, ticks) of a length."""
    days, ticks = divmod(abs(ticks), _DAY)
    hours, ticks = divmod(ticks, _HOUR)
    minutes, ticks = divmod(ticks, _MINUTE)
    seconds, ticks = divmod(ticks, _SECOND)
    return days, hours, minutes, seconds, ticks


def constant(ticks: int) -> str:
    """``[-][d.]hh:mm:ss[.fffffff]``, in every culture."""
    days, hours, minutes, seconds, fraction = split(ticks)
    text = f"{hours:02d}:{minutes:02d}:{seconds:02d}"
    if days:
        text = f"{days}.{text}"
    if fraction:
        text = f"{text}.{fraction:07d}"
    return "-" + text if ticks < 0 else text


def format_span(ticks: int, spec: str, culture: Any) -> str:
    """The text by a format; raises FormatException."""
    if spec in ("", "c", "t", "T"):
        return constant(ticks)
    if spec in ("g", "G"):
        return _general(ticks, spec, _decimal(culture))
    if len(spec) == 1:
        raise bad_format("FormatSpecifier")
    return _custom(ticks, spec)


def _decimal(culture: Any) -> str:
    from spshell.values.culture import number_culture

    if culture is None:
        return "."
    return number_culture(str(getattr(culture, "name", culture))).decimal


def _general(ticks: int, spec: str, point: str) -> str:
    days, hours, minutes, seconds, fraction = split(ticks)
    sign = "-" if ticks < 0 else ""
    if spec == "G":
        return f"{sign}{days}:{hours:02d}:{minutes:02d}:{seconds:02d}{point}{fraction:07d}"
    tail = f"{point}{fraction:07d}".rstrip("0") if fraction else ""
    head = f"{days}:" if days else ""
    return f"{sign}{head}{hours}:{minutes:02d}:{seconds:02d}{tail}"


def _custom(ticks: int, spec: str) -> str:
    result: list[str] = []
    position = 0
    while position < len(spec):
        character = spec[position]
        count = 1
        if character in "dhmsfF":
            while position + count < len(spec) and spec[position + count] == character:
                count += 1
            result.append(_field(ticks, character, count))
        elif character in "'\"":
            end = spec.find(character, position + 1)
            if end < 0:
                raise bad_format("FormatSpecifier")
            result.append(spec[position + 1 : end])
            count = end + 1 - position
        elif character == "%":
            following = spec[position + 1 : position + 2]
            if not following or following == "%":
                raise bad_format("FormatSpecifier")
            result.append(_custom(ticks, following))
            count = 2
        elif character == "\\":
            if position + 1 >= len(spec):
                raise bad_format("FormatSpecifier")
            result.append(spec[position + 1])
            count = 2
        else:
            raise bad_format("FormatSpecifier")
        position += count
    return "".join(result)


def _field(ticks: int, letter: str, count: int) -> str:
    days, hours, minutes, seconds, fraction = split(ticks)
    if letter in "fF":
        if count > 7:
            raise bad_format("FormatSpecifier")
        digits = f"{fraction:07d}"[:count]
        return digits.rstrip("0") if letter == "F" else digits
    if count > (8 if letter == "d" else 2):
        raise bad_format("FormatSpecifier")
    value = {"d": days, "h": hours, "m": minutes, "s": seconds}[letter]
    return f"{value:0{count}d}"

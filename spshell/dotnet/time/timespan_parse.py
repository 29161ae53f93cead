"""Text to TimeSpan: ``7``, ``1:30``, ``1.05:00:00.5``, and exact formats."""

from __future__ import annotations

from spshell.dotnet.system.errors import argument_null, bad_format, thrown

_DAY, _HOUR, _MINUTE, _SECOND = 864_000_000_000, 36_000_000_000, 600_000_000, 10_000_000


def _overflow(text: str) -> Exception:
    return thrown("System.OverflowException", "Overflow", f"TimeSpan ('{text}')")


def parse_span(text: str) -> int:
    """Ticks of a text in the usual forms; raises FormatException or OverflowException."""
    if text is None:
        raise argument_null("s")
    body = text.strip(" \t\n\r\v\f")
    negative = body.startswith("-")
    if negative:
        body = body[1:]
    fields, separators = _tokens(body)
    if fields is None or not fields:
        raise bad_format("FormatString", text)
    ticks = _combine(fields, separators, text)
    ticks = -ticks if negative else ticks
    if not -(2**63) <= ticks < 2**63:
        raise _overflow(text)
    return ticks


def _tokens(body: str) -> tuple[list[str] | None, str]:
    fields: list[str] = []
    separators: list[str] = []
    current = ""
    for character in body:
        if character.isdigit() and character.isascii():
            current += character
        elif character in ".:" and current:
            fields.append(current)
            separators.append(character)
            current = ""
        else:
            return None, ""
    if not current:
        return None, ""
    return [*fields, current], "".join(separators)


def _combine(fields: list[str], separators: str, text: str) -> int:
    fraction = 0
    if separators.endswith(".") and ":" in separators:
        fraction = int((fields[-1] + "0000000")[:7])
        if len(fields[-1]) > 7:
            fraction += fields[-1][7] >= "5"
        fields, separators = fields[:-1], separators[:-1]
        has_fraction = True
    else:
        has_fraction = False
    numbers = [int(field) for field in fields]
    if any(number > 10_675_199 for number in numbers):
        raise _overflow(text)
    if not separators and not has_fraction:
        return numbers[0] * _DAY
    if separators == ":" and not has_fraction:
        return _checked(0, numbers[0], numbers[1], 0, 0, text)
    if separators == "::":
        if numbers[0] > 23 and not has_fraction:
            return _checked(numbers[0], numbers[1], numbers[2], 0, 0, text)
        return _checked(0, numbers[0], numbers[1], numbers[2], fraction, text)
    if separators == ".:" and not has_fraction:
        return _checked(numbers[0], numbers[1], numbers[2], 0, 0, text)
    if separators in (".::", ":::"):
        return _checked(numbers[0], numbers[1], numbers[2], numbers[3], fraction, text)
    if separators == ":" and has_fraction:
        return _checked(0, 0, numbers[0], numbers[1], fraction, text)
    raise bad_format("FormatString", text)


def _checked(days: int, hours: int, minutes: int, seconds: int, fraction: int, text: str) -> int:
    if hours > 23 or minutes > 59 or seconds > 59:
        raise _overflow(text)
    return days * _DAY + hours * _HOUR + minutes * _MINUTE + seconds * _SECOND + fraction


def parse_exact(text: str, patterns: list[str], *, negative: bool = False) -> int:
    """Ticks of a text in one of the formats; raises FormatException."""
    if text is None:
        raise argument_null("input")
    for pattern in patterns:
        if pattern in ("c", "t", "T", "g", "G"):
            return parse_span(text)
        if len(pattern) < 2:
            raise bad_format("FormatSpecifier")
        found = _match(text, pattern)
        if found is not None:
            return -found if negative else found
    raise bad_format("FormatString", text)


def _match(text: str, pattern: str) -> int | None:
    units = {"d": _DAY, "h": _HOUR, "m": _MINUTE, "s": _SECOND}
    ticks = 0
    at = position = 0
    while position < len(pattern):
        letter = pattern[position]
        count = 1
        while position + count < len(pattern) and pattern[position + count] == letter and letter in "dhmsfF":
            count += 1
        if letter in "dhms":
            end = at
            longest = 8 if letter == "d" else 2
            while end < len(text) and text[end].isdigit() and end - at < (count if count > 1 else longest):
                end += 1
            if end - at < count:
                return None
            number = int(text[at:end])
            if number > {"d": 10_675_199, "h": 23, "m": 59, "s": 59}[letter]:
                return None
            ticks += number * units[letter]
            at = end
        elif letter in "fF":
            end = at
            while end < len(text) and text[end].isdigit() and end - at < count:
                end += 1
            if letter == "f" and end - at < count:
                return None
            ticks += int((text[at:end] + "0000000")[:7])
            at = end
        elif letter == "%":
            pass
        else:
            literal = letter
            if letter == "\\":
                literal, count = pattern[position + 1 : position + 2], 2
            elif letter in "'\"":
                close = pattern.find(letter, position + 1)
                if close < 0:
                    raise bad_format("FormatSpecifier")
                literal, count = pattern[position + 1 : close], close + 1 - position
            if not text.startswith(literal, at):
                return None
            at += len(literal)
        position += count
    return ticks if at == len(text) else None

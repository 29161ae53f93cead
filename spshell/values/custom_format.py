"""Custom numeric formats (``#,##0.00;(0);zero``): placeholders filled from rounded decimal digits.

Doubles enter with 15 digits, singles with 7, and round half away from zero like everything else here.
Source: .NET custom numeric format strings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.number_format import exact_digits
from spshell.values.number_text import split_scientific
from spshell.values.numbers import Single

if TYPE_CHECKING:
    from spshell.values.culture import NumberCulture

_NONE = 1 << 30
_CACHE: dict[str, list[_Section]] = {}
_CACHE_LIMIT = 500


class _Section:
    """What one section of a format says before any digit is known."""

    __slots__ = (
        "decimal_at",
        "digit_count",
        "exponent",
        "first_zero",
        "last_zero",
        "scale",
        "text",
        "thousands",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.digit_count = 0
        self.first_zero = _NONE
        self.last_zero = 0
        self.decimal_at = -1
        self.exponent = False
        self.thousands = False
        self.scale = 0
        self._scan()

    def _scan(self) -> None:
        comma_at, commas = -1, 0
        position = 0
        text = self.text
        while position < len(text):
            character = text[position]
            position += 1
            if character == "#":
                self.digit_count += 1
            elif character == "0":
                if self.first_zero == _NONE:
                    self.first_zero = self.digit_count
                self.digit_count += 1
                self.last_zero = self.digit_count
            elif character == ".":
                if self.decimal_at < 0:
                    self.decimal_at = self.digit_count
            elif character == ",":
                if self.digit_count > 0 and self.decimal_at < 0:
                    if comma_at == self.digit_count:
                        commas += 1
                        continue
                    self.thousands = self.thousands or comma_at >= 0
                    comma_at, commas = self.digit_count, 1
            elif character == "%":
                self.scale += 2
            elif character == "‰":
                self.scale += 3
            elif character in "'\"":
                end = text.find(character, position)
                position = len(text) if end < 0 else end + 1
            elif character == "\\":
                position += 1
            elif character in "eE" and _exponent_length(text, position):
                self.exponent = True
                position += _exponent_length(text, position)
        if self.decimal_at < 0:
            self.decimal_at = self.digit_count
        if comma_at >= 0:
            if comma_at == self.decimal_at:
                self.scale -= commas * 3
            else:
                self.thousands = True


def _exponent_length(text: str, position: int) -> int:
    """How many characters after an E belong to it: a sign and zeros; 0 when it is a plain letter."""
    end = position + (text[position : position + 1] in ("+", "-"))
    zeros = end
    while end < len(text) and text[end] == "0":
        end += 1
    return end - position if end > zeros else 0


def _sections(spec: str) -> list[str]:
    """The format split at semicolons outside quotes."""
    found: list[str] = []
    start = position = 0
    while position < len(spec):
        character = spec[position]
        if character == ";":
            found.append(spec[start:position])
            start = position + 1
        elif character == "\\":
            position += 1
        elif character in "'\"":
            end = spec.find(character, position + 1)
            position = len(spec) if end < 0 else end
        position += 1
    found.append(spec[start:])
    return found


def format_custom(value: Any, spec: str, culture: NumberCulture) -> str:
    """The number in a custom format."""
    negative, digits, scale = _digits(value)
    parsed = _CACHE.get(spec)
    if parsed is None:
        if len(_CACHE) >= _CACHE_LIMIT:
            _CACHE.clear()
        parsed = _CACHE[spec] = [_Section(text) for text in _sections(spec)]
    sections = [section.text for section in parsed]
    chosen = _choose(sections, negative=negative, zero=not digits)
    while True:
        section = parsed[chosen]
        if not digits:
            negative = negative and isinstance(value, float)
            scale = 0
            break
        moved = scale + section.scale
        places = section.digit_count if section.exponent else moved + section.digit_count - section.decimal_at
        rounded, raised = _round(digits, places)
        if rounded:
            digits, scale = rounded, moved + raised
            break
        digits, scale = "", 0
        again = _choose(sections, negative=False, zero=True) if len(sections) > 2 else chosen
        if again == chosen:
            negative = negative and isinstance(value, float)
            break
        chosen = again
    text = _Writer(section, digits, scale, culture).write()
    return culture.negative + text if negative and chosen == 0 and text else text


def _choose(sections: list[str], *, negative: bool, zero: bool) -> int:
    if zero:
        return 2 if len(sections) > 2 and sections[2] else 0
    if negative:
        return 1 if len(sections) > 1 and sections[1] else 0
    return 0


def _digits(value: Any) -> tuple[bool, str, int]:
    """(negative, digits, scale): the value is 0.digits times ten to the scale."""
    if isinstance(value, float):
        negative, digits, exponent = split_scientific(f"{value:.{6 if type(value) is Single else 14}e}")
    else:
        negative, digits, exponent = exact_digits(value)
    digits = digits.rstrip("0")
    return negative, digits, exponent + 1 if digits else 0


def _round(digits: str, places: int) -> tuple[str, int]:
    """(digits, 1 when they gained a place) rounded half away from zero."""
    if places >= len(digits):
        return digits, 0
    if places < 0:
        return "", 0
    up = digits[places] >= "5"
    kept = digits[:places]
    if up:
        raised = str(int(kept or "0") + 1).rjust(places, "0")
        gained = len(raised) - len(kept)
        return raised.rstrip("0"), gained
    return kept.rstrip("0"), 0


class _Writer:
    """Writes a section with the digits filled in."""

    def __init__(self, section: _Section, digits: str, scale: int, culture: NumberCulture) -> None:
        self.section = section
        self.digits = digits
        self.scale = scale
        self.culture = culture
        self.next = 0
        self.out: list[str] = []
        at = section.decimal_at
        self.first = at - section.first_zero if section.first_zero < at else 0
        self.last = at - section.last_zero if section.last_zero > at else 0
        if section.exponent:
            self.place, self.adjust = at, 0
        else:
            self.place = max(scale, at)
            self.adjust = scale - at
        total = self.place + min(self.adjust, 0)
        self.grouped_below = max(self.first, total)

    def _digit(self, character: str) -> None:
        self.out.append(character)
        if (
            self.section.thousands
            and 1 < self.place <= self.grouped_below
            and self._ends_group(self.place - 1)
        ):
            self.out.append(self.culture.group)

    def _ends_group(self, remaining: int) -> bool:
        if self.culture.wide_groups and remaining > 3:
            return remaining % 2 == 1
        return remaining % 3 == 0

    def _take(self) -> str:
        if self.next < len(self.digits):
            self.next += 1
            return self.digits[self.next - 1]
        return ""

    def _placeholder(self) -> None:
        if self.adjust < 0:
            self.adjust += 1
            character = "0" if self.place <= self.first else ""
        else:
            character = self._take() or ("0" if self.place > self.last else "")
        if character:
            self._digit(character)
        self.place -= 1

    def write(self) -> str:
        text, position, point_written = self.section.text, 0, False
        exponent_pending = self.section.exponent
        while position < len(text):
            character = text[position]
            position += 1
            if character in "#0.":
                while self.adjust > 0:
                    self._digit(self._take() or "0")
                    self.place -= 1
                    self.adjust -= 1
            if character in "#0":
                self._placeholder()
            elif character == ".":
                if (
                    self.place == 0
                    and not point_written
                    and (
                        self.last < 0
                        or (
                            self.section.decimal_at < self.section.digit_count
                            and self.next < len(self.digits)
                        )
                    )
                ):
                    self.out.append(self.culture.decimal)
                    point_written = True
            elif character == "%":
                self.out.append(self.culture.percent)
            elif character == "‰":
                self.out.append(self.culture.per_mille)
            elif character in "'\"":
                end = text.find(character, position)
                end = len(text) if end < 0 else end
                self.out.append(text[position:end])
                position = end + 1
            elif character == "\\":
                self.out.append(text[position : position + 1])
                position += 1
            elif character in "eE":
                length = _exponent_length(text, position)
                if length and exponent_pending:
                    self._exponent(character, text[position : position + length])
                    exponent_pending = False
                    position += length
                else:
                    self.out.append(character)
            elif character != ",":
                self.out.append(character)
        return "".join(self.out)

    def _exponent(self, letter: str, shape: str) -> None:
        power = self.scale - self.section.decimal_at if self.digits else 0
        width = min(10, shape.count("0"))
        sign = self.culture.negative if power < 0 else (self.culture.positive if shape[0] == "+" else "")
        self.out.append(f"{letter}{sign}{abs(power):0{width}d}")

"""Linguistic order and equality of text, as ICU gives them for English: letters first, then accents, then case.

Blanks and punctuation count and come before digits; control characters, soft hyphens and zero-width characters do
not count at all. Without case, what differs only at the third level (case, compatibility forms) is equal.
The order of characters follows the root collation of Unicode CLDR.
"""

from __future__ import annotations

_BLANKS = "\t\n\v\f\r\u0085\u2028\u2029 "
_PUNCTUATION = (
    "_\u203f-\u2013\u2014,;:!\u00a1?\u00bf.\u2026\u00b7'\u2018\u2019\u201a\u2039\u203a\"\u201c\u201d\u201e"
    "\u00ab\u00bb()[]{}\u00a7\u00b6@*/\\&#%\u2030\u2020\u2021\u2022"
)
_SYMBOLS = "`\u00b4\u02dc^\u00af\u00a8\u00b0\u00a9\u00ae+\u00b1\u00f7\u00d7<=>|\u00a6~\u00ac"
_CURRENCY = "\u00a4\u00a2$\u00a3\u00a5\u20ac"

_FIXED: dict[int, int] = {
    ord(character): 0x100 + place
    for place, character in enumerate(_BLANKS + _PUNCTUATION + _SYMBOLS + _CURRENCY)
}
_WIDTH = 0x120
_DIGIT, _LETTER = 0x300, 0x400
_OTHER_PUNCTUATION, _OTHER_SYMBOL, _OTHER_CURRENCY, _OTHER_LETTER = 0x10000, 0x30000, 0x50000, 0x60000

# A letter that is another one with a mark of its own: (letters, mark at the second level).
_EXPANSIONS: dict[str, tuple[str, int]] = {
    "æ": ("ae", 0x110),
    "œ": ("oe", 0x110),
    "ß": ("ss", 0x118),
    "ø": ("o", 0x2F),
    "đ": ("d", 0x2F),
    "ł": ("l", 0x2F),
    "ħ": ("h", 0x2F),
    "ŧ": ("t", 0x2F),
}
# Letters that follow a plain one: key of the plain one, distance.
_AFTER: dict[str, tuple[str, int]] = {
    "ð": ("d", 1),
    "ı": ("i", 1),
    "ŋ": ("n", 1),
    "ə": ("e", 1),
    "þ": ("z", 4),
    "ʒ": ("z", 2),
}
_MARKS: dict[int, int] = {
    0x301: 0x24, 0x300: 0x25, 0x306: 0x26, 0x302: 0x27, 0x30C: 0x28, 0x30A: 0x29, 0x308: 0x2B,
    0x30B: 0x2C, 0x303: 0x2D, 0x307: 0x2E, 0x327: 0x30, 0x328: 0x31, 0x304: 0x32,
}  # fmt: skip

_ASCII_PRIMARY: dict[int, int] = {
    **{code: weight for code, weight in _FIXED.items() if code < 128},
    **{ord(digit): _DIGIT + place for place, digit in enumerate("0123456789")},
    **{ord(letter): _LETTER + 8 * place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")},
    **{ord(letter): _LETTER + 8 * place for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")},
}

SortKey = tuple[str, tuple[int, ...], str]


def equals(left: str, right: str, ignore_case: bool = True) -> bool:
    """Whether two texts are linguistically equal."""
    if left == right:
        return True
    if left.isascii() and right.isascii() and left.isprintable() and right.isprintable():
        return ignore_case and len(left) == len(right) and left.lower() == right.lower()
    return sort_key(left, ignore_case) == sort_key(right, ignore_case)


def compare(left: str, right: str, ignore_case: bool = True) -> int:
    """-1, 0 or 1."""
    if left == right:
        return 0
    first, second = sort_key(left, ignore_case), sort_key(right, ignore_case)
    return (first > second) - (first < second)


def sort_key(text: str, ignore_case: bool = True) -> SortKey:
    """A key whose order is the linguistic one; equal keys are equal text."""
    if text.isascii() and text.isprintable():
        return text.translate(_ASCII_PRIMARY), (), "" if ignore_case else _case(text)
    return _full_key(text, ignore_case)


def _case(text: str) -> str:
    """The third level of plain text: small before capital."""
    return "".join(["\x08" if character.isupper() else "\x02" for character in text])


def _full_key(text: str, ignore_case: bool) -> SortKey:
    from unicodedata import normalize

    primary: list[int] = []
    secondary: list[int] = []
    tertiary: list[int] = []
    for character in normalize("NFD", text):
        folded = character.lower()
        case = 8 if folded != character else 2
        expansion = _EXPANSIONS.get(folded)
        if expansion is not None:
            letters, mark = expansion
            for letter in letters:
                primary.append(_ASCII_PRIMARY[ord(letter)])
                secondary.append(0x20)
                tertiary.append(case + 2)
            secondary.append(mark)
            tertiary.append(case + 2)
            continue
        _weigh(character, folded, case, primary, secondary, tertiary)
    while secondary and secondary[-1] == 0x20:
        secondary.pop()
    third = "" if ignore_case else "".join(map(chr, tertiary))
    return "".join(map(chr, primary)), tuple(secondary), third


def _weigh(
    character: str, folded: str, case: int, primary: list[int], secondary: list[int], tertiary: list[int]
) -> None:
    """Append the weights of one decomposed character."""
    from unicodedata import category, combining, normalize

    code = ord(folded[0])
    weight = _ASCII_PRIMARY.get(code) or _FIXED.get(code)
    if character == "ς":  # the final form of sigma is the same letter
        folded, code = "σ", ord("σ")
        case += 1
    if weight is None and combining(character):
        secondary.append(_MARKS.get(code, 0x40 + (code & 0xFF)))
        tertiary.append(2)
        return
    if weight is None:
        kind = category(character)
        if kind in ("Cc", "Cf") or code in (0x34F, 0x180E) or 0xFE00 <= code <= 0xFE0F:
            return
        compatible = normalize("NFKD", character)
        if compatible != character:
            for part in compatible:
                lowered = part.lower()
                _weigh(part, lowered, (8 if lowered != part else 2) + 2, primary, secondary, tertiary)
            if 0xFF00 <= code <= 0xFFEF:
                secondary.append(_WIDTH)  # .NET tells full and half width apart even without case
                tertiary.append(2)
            return
        weight = _other(folded[0], code, kind)
    primary.append(weight)
    secondary.append(0x20)
    tertiary.append(case)


def _other(folded: str, code: int, kind: str) -> int:
    """The first-level weight of a character outside the tables, by its kind and code."""
    if folded in _AFTER:
        letter, distance = _AFTER[folded]
        return _ASCII_PRIMARY[ord(letter)] + distance
    if kind == "Nd":
        from unicodedata import digit

        return _DIGIT + digit(folded)
    if kind[0] == "P":
        start = _OTHER_PUNCTUATION
    elif kind == "Sc":
        return _FIXED[0x20AC] + 1
    elif kind[0] in "SZ":
        start = _OTHER_SYMBOL
    else:
        start = _OTHER_LETTER
    # Weights travel as characters of a str, so they stay below the last code point.
    return min(start + code, 0x10FFFF)


def index_of(text: str, part: str, ignore_case: bool = False) -> int:
    """The first linguistic occurrence of `part`, or -1: what .NET's IndexOf(string) finds."""
    found = _find(text, part, range(len(text) + 1), ignore_case)
    return -1 if found is None else found[0]


def last_index_of(text: str, part: str, ignore_case: bool = False) -> int:
    """The last linguistic occurrence of `part`, or -1."""
    found = _find(text, part, range(len(text), -1, -1), ignore_case)
    return -1 if found is None else found[0]


def starts_with(text: str, part: str, ignore_case: bool = False) -> bool:
    """Whether the text begins with `part`, linguistically."""
    return _find(text, part, range(1), ignore_case) is not None


def ends_with(text: str, part: str, ignore_case: bool = False) -> bool:
    """Whether the text ends with `part`, linguistically."""
    if _plain(text) and _plain(part):
        return text.lower().endswith(part.lower()) if ignore_case else text.endswith(part)
    return any(equals(text[start:], part, ignore_case) for start in range(len(text), -1, -1))


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _find(text: str, part: str, starts: range, ignore_case: bool) -> tuple[int, int] | None:
    """(start, end) of a stretch of the text that equals `part`, beginning at one of the starts."""
    if _plain(text) and _plain(part):
        haystack, needle = (text.lower(), part.lower()) if ignore_case else (text, part)
        if len(starts) == 1:
            return (0, len(part)) if haystack.startswith(needle) else None
        position = haystack.find(needle) if starts.step > 0 else haystack.rfind(needle)
        return None if position < 0 else (position, position + len(part))
    wanted = sort_key(part, ignore_case)
    for start in starts:
        # a match is seldom longer than its pattern: accents and ignorable characters add a few
        for end in range(start, min(len(text), start + 2 * len(part) + 8) + 1):
            if sort_key(text[start:end], ignore_case) == wanted and not _cuts_accent(text, end):
                return start, end
    return None


def _cuts_accent(text: str, end: int) -> bool:
    from unicodedata import combining

    return end < len(text) and combining(text[end]) != 0

"""Linguistic order and equality of text, as ICU gives them for English: letters first, then accents, then
case.

Blanks and punctuation count and come before digits; control characters, soft hyphens and zero-width
characters do not count at all. Without case, what differs only at the third level (case, compatibility
forms) is equal. The order of characters follows the root collation of Unicode CLDR.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BLANKS = "\t\n\v\f\r\u0085\u2028\u2029 "
_PUNCTUATION = (
    "_\u203f-\u2013\u2014,;:!\u00a1?\u00bf.\u2026\u00b7'\u2018\u2019\u201a\u2039\u203a\"\u201c\u201d\u201e"
    "\u00ab\u00bb()[]{}\u00a7\u00b6@*/\\&#%\u2030\u2020\u2021\u2022"
)
_SYMBOLS = "`\u00b4\u02dc^\u00af\u00a8\u00b0\u00a9\u00ae+\u00b1\u00f7\u00d7<=>|\u00a6~\u00ac"
_CURRENCY = "\u00a4$\u00a2\u00a3\u00a5\u20ac"
_LETTERS = "abcd\u00f0e\u0259fghi\u0131jklmn\u014bopqrstuvwxyz\u0292\u00fe"
_AFTER = 0x78  # above every weight of an ASCII character, so that "after x" is also after x and anything
_LAST = "\x7f"


def _weights() -> tuple[dict[int, int], dict[str, str]]:
    """(ASCII code -> weight below 0x78, other character -> its weights): what has no weight sorts behind
    the z.
    """
    plain: dict[int, int] = {}
    others: dict[str, str] = {}
    weight, after = 0, 0
    for character in _BLANKS + _PUNCTUATION + _SYMBOLS + _CURRENCY + "0123456789" + _LETTERS:
        if ord(character) < 128:
            weight, after = weight + 1, 0
            plain[ord(character)] = weight
            plain[ord(character.upper())] = weight
        else:
            after += 1
            others[character] = chr(weight) + chr(min(0x7E, _AFTER + after))
    return plain, others


_ASCII_PRIMARY, _OTHER_PRIMARY = _weights()
_WIDE = chr(_AFTER)

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
_MARKS: dict[int, int] = {
    0x301: 0x24, 0x300: 0x25, 0x306: 0x26, 0x302: 0x27, 0x30C: 0x28, 0x30A: 0x29, 0x308: 0x2B,
    0x30B: 0x2C, 0x303: 0x2D, 0x307: 0x2E, 0x327: 0x30, 0x328: 0x31, 0x304: 0x32,
}  # fmt: skip

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
    if left.isascii() and right.isascii() and left.isprintable() and right.isprintable():
        first, second = left.translate(_ASCII_PRIMARY), right.translate(_ASCII_PRIMARY)
        if first != second or ignore_case:
            return (first > second) - (first < second)
    key, other = sort_key(left, ignore_case), sort_key(right, ignore_case)
    return (key > other) - (key < other)


def sort_key(text: str, ignore_case: bool = True) -> SortKey:
    """A key whose order is the linguistic one; equal keys are equal text."""
    if text.isascii() and text.isprintable():
        return text.translate(_ASCII_PRIMARY), (), "" if ignore_case else _case(text)
    return _full_key(text, ignore_case)


def sort_keys(texts: list[str], ignore_case: bool = True) -> list[Any]:
    """Keys for many texts that are compared with each other only; plain text is weighed in one go."""
    joined = "".join(texts)
    if not (ignore_case and joined.isascii() and joined.isprintable()):
        return [sort_key(text, ignore_case) for text in texts]
    return list(_LAST.join(texts).translate(_ASCII_PRIMARY).split(_LAST)) if texts else []


def _case(text: str) -> str:
    """The third level of plain text: small before capital."""
    return "".join(["\x08" if character.isupper() else "\x02" for character in text])


class _Key:
    """The three levels of a text as they are collected."""

    __slots__ = ("ignores_case", "primary", "secondary", "tertiary")

    def __init__(self, *, ignores_case: bool) -> None:
        self.ignores_case = ignores_case
        self.primary: list[str] = []
        self.secondary: list[int] = []
        self.tertiary: list[int] = []

    def add(self, primary: str, case: int) -> None:
        self.primary.append(primary)
        self.secondary.append(0x20)
        self.tertiary.append(case)

    def mark(self, weight: int, case: int = 2) -> None:
        self.secondary.append(weight)
        self.tertiary.append(case)


def _full_key(text: str, ignore_case: bool) -> SortKey:
    from unicodedata import normalize

    key = _Key(ignores_case=ignore_case)
    for character in normalize("NFD", text):
        folded = character.lower()
        case = 8 if folded != character else 2
        expansion = _EXPANSIONS.get(folded)
        if expansion is None:
            _weigh(key, character, folded, case)
            continue
        letters, mark = expansion
        for letter in letters:
            key.add(chr(_ASCII_PRIMARY[ord(letter)]), case + 2)
        key.mark(mark, case + 2)
    while key.secondary and key.secondary[-1] == 0x20:
        key.secondary.pop()
    third = "" if ignore_case else "".join(map(chr, key.tertiary))
    return "".join(key.primary), tuple(key.secondary), third


def _weigh(key: _Key, character: str, folded: str, case: int) -> None:
    """Append the weights of one decomposed character."""
    if character == "ς":  # the final form of sigma is the same letter
        folded = "σ"
        case += 1
    code = ord(folded[0])
    plain = _ASCII_PRIMARY.get(code)
    if plain is not None:
        key.add(chr(plain), case)
        return
    if folded in _OTHER_PRIMARY:
        key.add(_OTHER_PRIMARY[folded], case)
        return
    from unicodedata import category, combining, digit, normalize

    if combining(character):
        key.mark(_MARKS.get(code, 0x40 + (code & 0xFF)))
        return
    kind = category(character)
    if kind in ("Cc", "Cf") or code in (0x34F, 0x180E) or 0xFE00 <= code <= 0xFE0F:
        return
    compatible = normalize("NFKD", character)
    if compatible != character:
        for part in compatible:
            lowered = part.lower()
            _weigh(key, part, lowered, (8 if lowered != part else 2) + 2)
        if 0xFF00 <= code <= 0xFFEF and key.ignores_case:
            key.primary.append(_WIDE)  # .NET puts full width behind half width where case does not count
    elif kind == "Nd":
        key.add(chr(_ASCII_PRIMARY[ord("0") + digit(folded)]), case + 2)
    else:
        before = {"P": "%", "S": "~", "Z": " "}.get(kind[0])
        start = _LAST if before is None else chr(_ASCII_PRIMARY[ord(before)]) + chr(0x7E)
        key.add(start + folded[0], case)


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

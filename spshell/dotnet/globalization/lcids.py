"""Windows' locale ids of cultures (MS-LCID)."""

from __future__ import annotations

from functools import cache

_LANGUAGES = """
ar bg ca zh-Hans cs da de el en es fi fr he hu is it ja ko nl no pl pt rm ro ru hr sk sq sv th
tr ur id uk be sl et lv lt tg fa vi hy az eu hsb mk st ts tn ve xh zu af ka fo hi mt se ga yi
ms kk ky sw tk uz tt bn pa gu or ta te kn ml as mr sa mn bo cy km lo my gl
"""
LANGUAGES: tuple[str, ...] = tuple(_LANGUAGES.split())
"""Neutral cultures by the low ten bits of their LCID, from 1."""

INVARIANT, NO_ID = 127, 4096


@cache
def _by_name() -> dict[str, int]:
    """Culture with a region -> its id: the standard library's table, of which a language's sort orders come last."""
    from locale import windows_locale

    found: dict[str, int] = {}
    for number, name in windows_locale.items():
        found.setdefault(name.replace("_", "-"), number)
    found["es-ES"] = 3082  # 1034 is its traditional sort
    return found


def lcid_of(name: str) -> int:
    """The id of a culture's name; 4096 (custom, unspecified) when it has none."""
    if not name:
        return INVARIANT
    if name in LANGUAGES:
        return LANGUAGES.index(name) + 1
    return _by_name().get(name, NO_ID)


def name_of(number: int) -> str | None:
    """The culture's name of an id; None when there is none."""
    if number == INVARIANT:
        return ""
    if 0 < number <= len(LANGUAGES):
        return LANGUAGES[number - 1]
    return next((name for name, known in _by_name().items() if known == number), None)

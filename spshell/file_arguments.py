"""Arguments of ``-File``: text, except names of parameters and truth words after a colon (about_Pwsh)."""

from __future__ import annotations

from spshell.engine.compiled.sites import ParameterName

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TRUTH = {"$true": True, "true": True, "$false": False, "false": False}
_DASHES = ("-", "\u2013", "\u2014", "\u2015")


def to_arguments(words: list[str]) -> tuple[Any, ...]:
    """The words after the script as the binder takes them; any word with a dash may be a name, ``-5`` too."""
    result: list[Any] = []
    waiting = False
    for word in words:
        if waiting or len(word) < 2 or word[0] not in _DASHES:
            result.append(word)
            waiting = False
            continue
        name, colon, value = word.partition(":")
        result.append(ParameterName(name[1:], name, bool(colon)))
        if value:
            result.append(_TRUTH.get(value.lower(), value))
        waiting = bool(colon and not value)
    if waiting:
        result[-1] = ParameterName(result[-1].name, result[-1].text)
    return tuple(result)

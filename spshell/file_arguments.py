"""Arguments of ``-File``: text, except names of parameters and truth words after a colon (about_Pwsh)."""

from __future__ import annotations

from typing import Any

from spshell.engine.sites import ParameterName

_TRUTH = {"$true": True, "true": True, "$false": False, "false": False}
_DASHES = ("-", "\u2013", "\u2014", "\u2015")


def to_arguments(block: Any, words: list[str]) -> tuple[Any, ...]:
    """The words after the script as the binder takes them."""
    names = [name.lower() for name in block.parameter_names()]
    result: list[Any] = []
    for word in words:
        if len(word) > 1 and word[0] in _DASHES and (word[1].isalpha() or word[1] == "_"):
            if word[0] != "-" and not any(
                name.startswith(word[1:].partition(":")[0].lower()) for name in names
            ):
                result.append(word)
                continue
            name, colon, value = word[1:].partition(":")
            result.append(ParameterName(name, word[0] + name, bool(colon and value)))
            if colon and value:
                result.append(_TRUTH.get(value.lower(), value))
        else:
            result.append(word)
    return tuple(result)

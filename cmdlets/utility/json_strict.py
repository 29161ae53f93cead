"""JSON to the letter (RFC 8259), as Test-Json wants it; comments and commas before an end only when they are allowed."""

from __future__ import annotations

import re

_STRING = r'"(?:[^"\\]|\\.)*"'
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/|//[^\n]*", re.DOTALL)
_COMMA = re.compile(rf"({_STRING})|,(\s*[\]}}])", re.DOTALL)


def problem(text: str, allowed: set[str]) -> str | None:
    """What is wrong with a text, in words; None when it is JSON. `allowed` are folded names of Test-Json's options."""
    import json

    if "ignorecomments" in allowed:
        text = _COMMENT.sub(lambda match: match.group(1) or " ", text)
    if "allowtrailingcommas" in allowed:
        text = _COMMA.sub(lambda match: match.group(1) or match.group(2), text)
    try:
        json.loads(text, parse_constant=_refuse)
    except RecursionError:
        return "it is nested too deep"
    except ValueError as error:
        return str(error)
    return None


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no value of JSON")

"""What may be repeated of a dialogue: nothing secret, nothing that a terminal would obey."""

from __future__ import annotations

import base64
import re

_UNSEEMLY = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_LONGEST = 1000
MARK = "***"


class Redactor:
    """Takes secrets out of text; learns them as they become known."""

    def __init__(self) -> None:
        self._secrets: list[str] = []

    def learn(self, secret: str) -> None:
        """Never show this, nor its base64, whichever of the three ways it falls into a longer text."""
        if not secret:
            return
        raw = secret.encode()
        found = {secret, *(_inside(raw, shift) for shift in range(3)), base64.b64encode(raw).decode()}
        found.add(base64.b64encode(secret.encode("utf-16-le")).decode())
        self._secrets = sorted(
            {*self._secrets, *(word for word in found if len(word) > 3 or word == secret)}, key=len
        )

    def shown(self, text: str) -> str:
        """The text for a report: one line, at most so long, no secret."""
        text = " ".join(_UNSEEMLY.sub(" ", text).split())
        for secret in reversed(self._secrets):
            text = text.replace(secret, MARK)
        return text[:_LONGEST]


def _inside(raw: bytes, shift: int) -> str:
    """The characters of base64 that depend on `raw` alone when it begins `shift` bytes into a group."""
    text = base64.b64encode(b"\0" * shift + raw).decode()
    first = (0, 2, 3)[shift]
    last = len(text) - (0, 3, 2)[(shift + len(raw)) % 3]
    return text[first:last]

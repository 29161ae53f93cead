"""Text that looks as if it held a secret. Such text is kept nowhere: not in the history, nor as compiled code."""

from __future__ import annotations

_WORDS = (
    "password", "passwd", "passphrase", "secret", "credential", "asplaintext", "securestring", "apikey", "token",
    "connectionstring",
)  # fmt: skip


def is_sensitive(text: str) -> bool:
    """Whether a text names something that goes with secrets, in any case."""
    folded = text.lower()
    return any(word in folded for word in _WORDS)

"""Sentences for syntax errors (interim)."""

from __future__ import annotations

from typing import Any


def message(error: Any) -> str:
    """The sentence for a parse error."""
    words = " ".join(str(item) for item in error.arguments)
    return f"Syntax error {error.error_id}: {words}".rstrip(": ")

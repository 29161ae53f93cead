"""Number literals whose type is not Int32 or Double, as values."""

from __future__ import annotations

from typing import Any

from spshell.values.nettype import find_type


def make(value: Any, type_name: str) -> Any:
    """The value of a literal in the type that its suffix or size gave it; decimals come as text."""
    found = find_type(type_name)
    if found is None or found.python_type is None:
        from decimal import Decimal

        return Decimal(value)
    return found.python_type(value)

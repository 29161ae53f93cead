"""SecureString in and out, by the type's own declared members: the farm knows no dotnet module."""

from __future__ import annotations

from typing import Any


def to_secure_string(text: str) -> Any:
    """A SecureString holding `text`."""
    from spshell.values.conversion import resolve_type_name

    secure = resolve_type_name("securestring")
    assert secure.python_type is not None
    return secure.python_type(text)


def from_secure_string(secret: Any) -> str:
    """The text of a SecureString."""
    return str(secret.reveal())

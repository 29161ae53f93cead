"""Writing the environment of the process: ``$env:NAME``, the Env: drive."""

from __future__ import annotations

import os

from spshell.values.nothing import NOTHING
from spshell.values.text import to_text
from spshell.values.unencodable import environment_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def set_environment(name: str, value: Any) -> None:
    """Set a variable, or remove it (null). Raises an ArgumentException for a name that the system cannot have."""
    if not name or "=" in name or "\0" in name:
        from spshell.dotnet.system.errors import bad_argument

        raise bad_argument("A variable's name is neither empty nor holds an equals sign.", "variable")
    if value is None or value is NOTHING:
        os.environ.pop(name, None)
    else:
        os.environ[name] = environment_text(to_text(value))

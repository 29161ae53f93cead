"""-TypeName of the type data commands: a type, the name of one in any spelling, or any other name."""

from __future__ import annotations

from typing import Any


class TypeNameTransformer:
    """A type, or text that names one, becomes its full name; other text stays."""

    def transform(self, value: Any, _scope: Any) -> Any:
        """The name to look data up by."""
        from spshell.values.conversion import find_named_type
        from spshell.values.nettype import NetType
        from spshell.values.objects import unwrap

        plain = unwrap(value)
        if type(plain) is str:
            found = find_named_type(plain)
            return value if found is None else found.full_name
        return plain.full_name if isinstance(plain, NetType) else value

"""Get-UICulture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.commands.cmdlet import Cmdlet

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetUICulture(Cmdlet, verb="Get", noun="UICulture"):
    """Give the culture of the user interface.

    PS> (Get-UICulture).Name
    """

    def process(self) -> Iterator[object]:
        from spshell.dotnet.reflection.statics import get_static
        from spshell.values.conversion import resolve_type_name

        yield get_static(resolve_type_name("cultureinfo"), "CurrentUICulture")

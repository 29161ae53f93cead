"""Get-Culture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetCulture(Cmdlet, verb="Get", noun="Culture", default_set="CurrentCulture"):
    """Give the current culture, or one by its name.

    PS> (Get-Culture).Name
    PS> (Get-Culture de-DE).NumberFormat.NumberDecimalSeparator
    """

    name: Any = parameter(
        "string[]", sets={"Name": SetFlags(position=0, by_value=True)}, help="Names of cultures."
    )
    no_user_overrides: Any = parameter(
        "switch", sets=("CurrentCulture", "Name"), help="As the system has it, without the user's changes."
    )
    list_available: Any = parameter("switch", sets=("ListAvailable",), help="All cultures.")

    def process(self) -> Iterator[object]:
        from spshell.dotnet.reflection.statics import construct, get_static, invoke_static
        from spshell.values.conversion import resolve_type_name
        from spshell.values.enumeration import elements

        kind = resolve_type_name("cultureinfo")
        if self.list_available:
            yield from elements(invoke_static(kind, "GetCultures", ["AllCultures"]))
        elif self.name is None:
            yield get_static(kind, "CurrentCulture")
        else:
            for name in self.name:
                try:
                    yield construct(kind, [name])
                except NetException:
                    self.write_error(
                        utility_fault("CultureNotFound", name, error_id="ItemNotFoundException", target=name)
                    )

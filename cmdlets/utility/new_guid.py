"""New-Guid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.messages import utility_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException

if TYPE_CHECKING:
    from collections.abc import Iterator


class NewGuid(Cmdlet, verb="New", noun="Guid", default_set="Default"):
    """Make a globally unique identifier.

    PS> (New-Guid).GetType().Name
    PS> '11111111222233334444555555555555' | New-Guid
    """

    empty: Any = parameter("switch", sets=("Empty",), help="The one of zeros.")
    input_object: Any = parameter(
        "string", sets={"InputObject": SetFlags(position=0, by_value=True)}, help="One as text."
    )

    def process(self) -> Iterator[object]:
        from spshell.dotnet.reflection.statics import get_static, invoke_static
        from spshell.values.conversion import resolve_type_name

        kind = resolve_type_name("guid")
        if self.empty:
            yield get_static(kind, "Empty")
        elif self.is_bound("InputObject") or self.parameter_set == "InputObject":
            try:
                yield invoke_static(kind, "Parse", [self.input_object])
            except NetException:
                self.write_error(utility_fault("StringNotRecognizedAsGuid", self.input_object))
        else:
            yield invoke_static(kind, "NewGuid", [])

"""-First, -Skip and -IncludeTotalCount of functions with SupportsPaging."""

from __future__ import annotations

from spshell.values.declare import method, net_class, prop
from spshell.values.numbers import UInt64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@net_class("System.Management.Automation.PagingParameters")
class PagingParameters:
    """System.Management.Automation.PagingParameters."""

    def __init__(self, bound: dict[str, Any]) -> None:
        self.bound = {name.lower(): value for name, value in bound.items()}

    @prop("ulong First {get}")
    def first(self) -> Any:
        return self.bound.get("first", UInt64(2**64 - 1))

    @prop("ulong Skip {get}")
    def skip(self) -> Any:
        return self.bound.get("skip", UInt64(0))

    @prop("switch IncludeTotalCount {get}")
    def include_total_count(self) -> Any:
        from spshell.engine.commands.switch import ABSENT

        return self.bound.get("includetotalcount", ABSENT)

    @method("System.Object NewTotalCount(ulong totalCount, double accuracy)")
    def new_total_count(self, total: Any, accuracy: float) -> Any:
        from spshell.values.objects import PSObject

        name = "Estimated" if accuracy < 1 else ""
        return PSObject(total, {"Accuracy": accuracy, "Kind": name} if name else {"Accuracy": accuracy})

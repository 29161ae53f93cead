"""[switch]: whether a switch was given."""

from __future__ import annotations

from spshell.values.declare import Members
from spshell.values.exceptions import fault
from spshell.values.nettype import BY_NAME, NetType, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MEMBERS = Members()


class SwitchParameter:
    """System.Management.Automation.SwitchParameter; equal to the Boolean of the same truth."""

    __slots__ = ("is_present",)

    net_type: NetType

    def __init__(self, is_present: bool) -> None:
        self.is_present = is_present

    def ps_truth(self) -> bool:
        return self.is_present

    def ps_text(self) -> str:
        return "True" if self.is_present else "False"

    to_string = ps_text

    def __bool__(self) -> bool:
        return self.is_present

    def __eq__(self, other: object) -> bool:
        if type(other) is bool:
            return self.is_present is other
        return type(other) is SwitchParameter and other.is_present is self.is_present

    def __hash__(self) -> int:
        return hash(self.is_present)

    def __repr__(self) -> str:
        return f"SwitchParameter({self.is_present})"


PRESENT = SwitchParameter(True)
ABSENT = SwitchParameter(False)


def _convert(value: Any) -> Any:
    if type(value) is bool:
        return PRESENT if value else ABSENT
    return NotImplemented


SWITCH = NetType(
    "System.Management.Automation.SwitchParameter",
    ps_name="switch",
    base=BY_NAME.get("system.valuetype"),
    kind="struct",
    is_value_type=True,
    python_type=SwitchParameter,
    default=ABSENT,
)
SWITCH.convert = _convert
SWITCH.declare = _MEMBERS.fill
SwitchParameter.net_type = SWITCH
register(SWITCH)


@_MEMBERS.prop("bool IsPresent {get}")
def _is_present(target: SwitchParameter) -> bool:
    return target.is_present


@_MEMBERS.prop("static switch Present {get}")
def _present() -> SwitchParameter:
    return PRESENT


@_MEMBERS.method("bool ToBool()")
def _to_bool(target: SwitchParameter) -> bool:
    return target.is_present


@_MEMBERS.method("string ToString()")
def _to_string(target: SwitchParameter) -> str:
    return target.ps_text()


@_MEMBERS.method("bool Equals(System.Object other)")
def _equals(target: SwitchParameter, other: Any) -> bool:
    return bool(target == other)


@_MEMBERS.constructor("(bool isPresent)")
def _create(is_present: bool) -> SwitchParameter:
    return PRESENT if is_present else ABSENT


def boolean_argument(kind: str, target: str) -> Exception:
    """The error of a value that a switch or Boolean parameter does not take."""
    from spshell.engine.attributes.validation import message

    return fault(
        "System.Management.Automation.PSInvalidCastException",
        message("InvalidCastExceptionForBooleanArgumentValue", kind, target),
        "InvalidCastExceptionUnsupportedParameterType",
        "InvalidArgument",
    )

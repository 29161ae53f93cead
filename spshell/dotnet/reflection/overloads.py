"""Choose the overload that fits the arguments best, and convert the arguments for it.

The rules are those of PowerShell's method binder: every overload of the right arity is ranked argument by
argument (:mod:`spshell.dotnet.reflection.ranks`), earlier arguments weigh more, ties go to the more specific (or, for
conversions that lose information, the more general) parameter type. No overload left, or a tie:
MethodCountCouldNotFindBest.
"""

from __future__ import annotations

from spshell.dotnet.messages import text
from spshell.dotnet.reflection import ranks
from spshell.dotnet.reflection.ranks import rank
from spshell.dotnet.reflection.typenames import resolve
from spshell.dotnet.system.errors import argument_conversion, is_conversion_error, no_overload
from spshell.values.exceptions import NetException, fault
from spshell.values.messages import cast_text
from spshell.values.nettype import type_of
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSObject
from spshell.values.reference import PSReference
from spshell.values.type_relations import assignable, has_base

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.values.nettype import MethodGroup, NetType, Overload, Parameter

    Types = list[NetType]


class Candidate:
    """An overload that takes the arguments: ``types`` are the parameter types one per argument."""

    __slots__ = ("expanded", "overload", "ranks", "types")

    def __init__(self, overload: Overload, count: int) -> None:
        self.overload = overload
        self.ranks = [0] * count
        self.types: Types = []
        self.expanded = False


class Call:
    """The outcome: which overload, and whether the last arguments are gathered into its ``params`` array."""

    __slots__ = ("direct", "expanded", "name", "overload", "types")

    def __init__(self, name: str, overload: Overload, *, expanded: bool) -> None:
        self.direct = False  # whether the remembered arguments need no conversion at all
        self.name = name
        self.overload = overload
        self.expanded = expanded
        self.types = [parameter.resolved or resolve(parameter.type_name) for parameter in overload.parameters]


def argument_type(value: Any, *, by_reference: bool = False) -> NetType | None:
    """The type that ranks an argument; None for null. A reference counts as what it refers to."""
    if value is None or value is NOTHING:
        return None
    if type(value) is PSObject:
        value = value.base
    if by_reference and isinstance(value, PSReference):
        return argument_type(value.value)
    return type_of(value)


def choose(name: str, group: MethodGroup, arguments: list[Any]) -> Call:
    """The best overload; raises the MethodException that PowerShell raises when there is none."""
    overloads = group.overloads
    count = len(arguments)
    if len(overloads) == 1:
        parameters = overloads[0].parameters
        if len(parameters) == count and not (parameters and parameters[-1].is_params):
            return Call(group.name, overloads[0], expanded=False)
    candidates = [found for overload in overloads if (found := _candidate(overload, arguments)) is not None]
    if not candidates:
        raise no_overload(name, count)
    best = candidates[0] if len(candidates) == 1 else _best(candidates, arguments)
    if best is None:
        raise no_overload(name, count, ambiguous=True)
    return Call(group.name, best.overload, expanded=best.expanded)


def _fits_count(parameters: tuple[Parameter, ...], count: int) -> bool:
    wanted = len(parameters)
    has_params = bool(parameters) and parameters[-1].is_params
    if count == wanted:
        return True
    if count > wanted:
        return has_params
    optional = sum(1 for parameter in parameters if parameter.optional)
    if optional:
        return count + optional >= wanted
    return has_params and count + 1 == wanted


def _candidate(overload: Overload, arguments: list[Any]) -> Candidate | None:
    parameters = overload.parameters
    count = len(arguments)
    if not _fits_count(parameters, count):
        return None
    candidate = Candidate(overload, count)
    for index, parameter in enumerate(parameters):
        if parameter.optional and count <= index:
            break
        wanted = parameter.resolved or resolve(parameter.type_name)
        if not parameter.is_params:
            found = rank(argument_type(arguments[index], by_reference=parameter.is_ref), wanted)
            if not found:
                return None
            candidate.ranks[index] = found
            candidate.types.append(wanted)
            continue
        if not _rank_params(candidate, arguments, index, wanted, last=len(parameters) == count):
            return None
    return candidate


def _rank_params(
    candidate: Candidate, arguments: list[Any], index: int, array: NetType, *, last: bool
) -> bool:
    element = array.element
    assert element is not None
    if last:
        source = argument_type(arguments[index])
        as_array, as_element = rank(source, array), rank(source, element)
        candidate.expanded = as_element > as_array
        candidate.ranks[index] = max(as_array, as_element)
        candidate.types.append(element if candidate.expanded else array)
        return candidate.ranks[index] > 0
    candidate.expanded = True
    for position in range(index, len(arguments)):
        found = rank(argument_type(arguments[position]), element)
        if not found:
            return False
        candidate.ranks[position] = found
        candidate.types.append(element)
    return True


def _best(candidates: list[Candidate], arguments: list[Any]) -> Candidate | None:
    best = candidates[0]
    tied = False
    for current in candidates[1:]:
        result = _compare(best, current, arguments)
        if result == 0:
            tied = True
        elif result < 0:
            best, tied = current, False
    return None if tied else best


def _compare(first: Candidate, second: Candidate, arguments: list[Any]) -> int:
    """Positive when `first` is better, negative when `second` is."""
    count = len(first.ranks)
    better = 0
    for index, (a, b) in enumerate(zip(first.ranks, second.ranks, strict=True)):
        weight = count - index
        if a == b == ranks.UNRELATED_ARRAYS:
            element = effective_element(arguments[index])
            a = _element_rank(element, first.types[index])
            b = _element_rank(element, second.types[index])
        better += weight if a > b else -weight if a < b else 0
    if better == 0:
        better = _compare_types(first, second)
    if better == 0:
        if any(a.full_name != b.full_name for a, b in zip(first.types, second.types, strict=False)):
            return 0
        if first.expanded and second.expanded:
            longer = len(first.overload.parameters) > len(second.overload.parameters)
            return 1 if longer else -1
        if first.expanded or second.expanded:
            return -1 if first.expanded else 1
        better = len(second.overload.parameters) - len(first.overload.parameters)
    return better


def _element_rank(element: NetType | None, array: NetType) -> int:
    return rank(element, array.element) if array.element is not None else 0


def effective_element(value: Any) -> NetType | None:
    """The element type of an array argument: an Object[] whose elements share one type counts as typed."""
    array = argument_type(value)
    if array is None or array.element is None:
        return None
    if array.element.full_name == "System.Object" and value:
        kinds = {(argument_type(item)) for item in (value.base if type(value) is PSObject else value)}
        if len(kinds) == 1:
            return kinds.pop() or array.element
    return array.element


def _compare_types(first: Candidate, second: Candidate) -> int:
    # Conversions without loss prefer the most specific parameter type, lossy ones the most general.
    better = 0
    weight = len(first.ranks)
    for index, (a, b) in enumerate(zip(first.ranks, second.ranks, strict=True)):
        if a >= ranks.NULL_TO_VALUE and b >= ranks.NULL_TO_VALUE:
            exact = a >= ranks.NUMERIC_IMPLICIT
            if exact == (b >= ranks.NUMERIC_IMPLICIT):
                signed = -weight if exact else weight
                forth = rank(first.types[index], second.types[index])
                back = rank(second.types[index], first.types[index])
                better += signed if forth < back else -signed if forth > back else 0
                weight = signed
        weight = abs(weight) - 1
    return better


def convert_arguments(call: Call, arguments: list[Any]) -> list[Any]:
    """The arguments as the overload wants them: converted, gathered into ``params``, defaults filled in."""
    parameters = call.overload.parameters
    result: list[Any] = []
    last = len(parameters) - 1
    for index, parameter in enumerate(parameters):
        if index == last and call.expanded:
            result.append(_gather(call, arguments[index:], index))
        elif index < len(arguments):
            result.append(convert_argument(arguments[index], call.types[index], parameter, call.name, index))
        elif not parameter.is_params:
            result.append(_default(parameter, call.types[index]))
        else:
            result.append(_gather(call, [], index))
    return result


def _default(parameter: Parameter, net_type: NetType) -> Any:
    if type(parameter.default) is str and net_type.kind == "enum":
        return _convert(parameter.default, net_type)
    return parameter.default


def _gather(call: Call, rest: list[Any], index: int) -> Any:
    if len(rest) == 1 and rest[0] is None:
        return None
    from spshell.values.arrays import TypedArray

    array = call.types[index]
    element = array.element
    assert element is not None
    items = [
        convert_argument(value, element, None, call.name, index + position)
        for position, value in enumerate(rest)
    ]
    return items if element.full_name == "System.Object" else TypedArray(items, array)


def convert_argument(
    value: Any, wanted: NetType, parameter: Parameter | None, method: str, index: int
) -> Any:
    """One argument converted; raises MethodArgumentConversionInvalidCastArgument."""
    if value is NOTHING:
        value = None
    if type(value) is PSObject and wanted.full_name != "System.Management.Automation.PSObject":
        value = value if wanted.full_name == "System.Object" else value.base
    is_reference = isinstance(value, PSReference)
    if parameter is not None and parameter.is_ref != is_reference:
        if not parameter.is_ref and wanted.full_name in (
            "System.Object",
            "System.Management.Automation.PSReference",
        ):
            return value
        _complain_about_reference(index, is_ref=parameter.is_ref)
    if is_reference:
        if wanted.is_value_type and value.value is not None:
            _check_referred(value, wanted, method, index)
        return value
    if wanted.full_name == "System.Object":
        return value
    if wanted.full_name == "System.String" and type(value).__name__ == "NullString":
        return None  # [NullString]::Value is the null that a string parameter would else take as empty text
    try:
        return _convert(value, wanted)
    except NetException as error:
        inner = error.inner if error.net_name.endswith(".RuntimeException") and error.inner else error
        if not is_conversion_error(inner):
            raise
        # operators are called without a call site: their arguments are told by place
        name = str(index) if parameter is None or method.startswith("op_") else parameter.name
        raise argument_conversion(name, _shown(value), method, wanted, inner) from error


def _check_referred(reference: Any, wanted: NetType, method: str, index: int) -> None:
    """The value behind a reference must suit the parameter, also where it is only written."""
    try:
        _convert(reference.value, wanted)
    except NetException as error:
        inner = error.inner if error.net_name.endswith(".RuntimeException") and error.inner else error
        if not is_conversion_error(inner):
            raise
        from spshell.dotnet.system.errors import method_failed

        raise method_failed(method, index + 1, inner) from error


def _convert(value: Any, wanted: NetType) -> Any:
    if wanted.kind == "interface" and value is None:
        return None
    if value is not None and assignable(type_of(value), wanted):
        return value
    if has_base(wanted, "System.Delegate") and hasattr(value, "invoke_value"):
        from spshell.dotnet.reflection.delegates import as_delegate

        made = as_delegate(value, wanted)
        if made is not NotImplemented:
            return made
    from spshell.values.conversion import convert

    return convert(value, wanted)


def _shown(value: Any) -> str:
    return "null" if value is None else cast_text(value)


def _complain_about_reference(index: int, *, is_ref: bool) -> None:
    name = "System.Management.Automation.PSReference"
    message_id = "NonRefArgumentToRefParameter" if is_ref else "RefArgumentToNonRefParameter"
    raise fault(
        "System.Management.Automation.MethodException",
        text(message_id, index + 1, name, "[ref]"),
        message_id + "Msg",
        arguments=(index + 1, name, "[ref]"),
    )

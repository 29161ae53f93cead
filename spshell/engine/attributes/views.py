"""The attributes of a parameter as objects: what ``(Get-Command x).Parameters['Y'].Attributes`` shows."""

from __future__ import annotations

from spshell.engine.attributes import validation
from spshell.engine.attributes.instances import AttributeInstance
from spshell.values.nettype import BY_NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.metadata import ParameterSpec

_SMA = "system.management.automation."


def _instance(kind: str, positional: list[Any], **properties: Any) -> AttributeInstance:
    made = AttributeInstance(kind, BY_NAME[f"{_SMA}{kind.lower()}attribute"], positional)
    made.properties.update(properties)
    return made


def attribute_list(spec: ParameterSpec) -> list[Any]:
    """Parameter attributes first, then aliases, validation and what is allowed."""
    result: list[Any] = []
    for name, flags in spec.sets.items():
        result.append(
            _instance(
                "Parameter",
                [],
                position=-(2**31) if flags.position is None else flags.position,
                parametersetname=name,
                mandatory=flags.mandatory,
                valuefrompipeline=flags.by_value,
                valuefrompipelinebypropertyname=flags.by_name,
                valuefromremainingarguments=flags.remaining,
                helpmessage=flags.help or None,
                dontshow=spec.hidden,
            )
        )
    if spec.aliases:
        result.append(_instance("Alias", list(spec.aliases), aliasnames=list(spec.aliases)))
    result.extend(_validator(item) for item in spec.validators)
    for flag, kind in (
        (spec.allow_null, "AllowNull"),
        (spec.allow_empty_string, "AllowEmptyString"),
        (spec.allow_empty_collection, "AllowEmptyCollection"),
    ):
        if flag:
            result.append(_instance(kind, []))
    return result


def _validator(item: Any) -> Any:
    kind = type(item)
    if kind is validation.ValidateSet:
        return _instance(
            "ValidateSet", list(item.values), validvalues=list(item.values), ignorecase=item.ignore_case
        )
    if kind is validation.ValidateRange:
        return _instance("ValidateRange", [item.low, item.high], minrange=item.low, maxrange=item.high)
    if kind is validation.ValidatePattern:
        return _instance("ValidatePattern", [item.pattern], regexpattern=item.pattern)
    if kind is validation.ValidateScript:
        return _instance("ValidateScript", [item.script], scriptblock=item.script)
    if kind is validation.ValidateLength:
        return _instance("ValidateLength", [item.low, item.high], minlength=item.low, maxlength=item.high)
    if kind is validation.ValidateCount:
        return _instance("ValidateCount", [item.low, item.high], minlength=item.low, maxlength=item.high)
    name = kind.__name__
    if f"{_SMA}{name.lower()}attribute" in BY_NAME:
        return _instance(name, [])
    return item

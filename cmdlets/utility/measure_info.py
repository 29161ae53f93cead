"""What Measure-Object writes."""

from __future__ import annotations

from spshell.values.declare import field, net_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_COMMANDS = "Microsoft.PowerShell.Commands."
_NUMBER = "System.Nullable[double]"


@net_class(_COMMANDS + "MeasureInfo", kind="abstract")
class MeasureInfo:
    """What all results share."""

    property = field("string Property {get;set}")


@net_class(_COMMANDS + "GenericMeasureInfo")
class GenericMeasureInfo(MeasureInfo):
    """Count and numbers."""

    count: Any = field("int Count {get;set}", default=0)
    average: Any = field(f"{_NUMBER} Average {{get;set}}")
    sum: Any = field(f"{_NUMBER} Sum {{get;set}}")
    maximum: Any = field(f"{_NUMBER} Maximum {{get;set}}")
    minimum: Any = field(f"{_NUMBER} Minimum {{get;set}}")
    standard_deviation: Any = field(f"{_NUMBER} StandardDeviation {{get;set}}")


@net_class(_COMMANDS + "GenericObjectMeasureInfo")
class GenericObjectMeasureInfo(MeasureInfo):
    """Count, and the largest and smallest of values that are no numbers."""

    count: Any = field("int Count {get;set}", default=0)
    average: Any = field(f"{_NUMBER} Average {{get;set}}")
    sum: Any = field(f"{_NUMBER} Sum {{get;set}}")
    maximum: Any = field("System.Object Maximum {get;set}")
    minimum: Any = field("System.Object Minimum {get;set}")
    standard_deviation: Any = field(f"{_NUMBER} StandardDeviation {{get;set}}")


@net_class(_COMMANDS + "TextMeasureInfo")
class TextMeasureInfo(MeasureInfo):
    """Lines, words and characters."""

    lines: Any = field("System.Nullable[int] Lines {get;set}")
    words: Any = field("System.Nullable[int] Words {get;set}")
    characters: Any = field("System.Nullable[int] Characters {get;set}")

"""Get-Date."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.conversion import resolve_type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_DATE = SetFlags(position=0, by_value=True, by_name=True)
_FILE_FORMATS = {
    "filedate": "yyyyMMdd",
    "filedateuniversal": "yyyyMMddZ",
    "filedatetime": "yyyyMMddTHHmmssffff",
    "filedatetimeuniversal": "yyyyMMddTHHmmssffffZ",
}
_PARTS = (
    ("Year", "AddYears"),
    ("Month", "AddMonths"),
    ("Day", "AddDays"),
    ("Hour", "AddHours"),
    ("Minute", "AddMinutes"),
    ("Second", "AddSeconds"),
)


def _part(low: int, high: int, text: str) -> Any:
    return parameter("int", validate=[ValidateRange(low, high)], help=text)


class GetDate(Cmdlet, verb="Get", noun="Date", default_set="DateAndFormat"):
    """Give the present date and time, or one that is described.

    PS> Get-Date -Year 2027 -Month 1 -Day 2 -Format yyyy-MM-dd
    PS> Get-Date '2024-03-05' -UFormat %j
    """

    date: Any = parameter(
        "datetime",
        sets={"DateAndFormat": _DATE.copy(), "DateAndUFormat": _DATE.copy()},
        aliases=("LastWriteTime",),
        help="The date instead of now.",
    )
    unix_time_seconds: Any = parameter(
        "long",
        sets={
            "UnixTimeSecondsAndFormat": SetFlags(mandatory=True),
            "UnixTimeSecondsAndUFormat": SetFlags(mandatory=True),
        },
        aliases=("UnixTime",),
        help="Seconds since 1970.",
    )
    year: Any = _part(1, 9999, "The year.")
    month: Any = _part(1, 12, "The month.")
    day: Any = _part(1, 31, "The day of the month.")
    hour: Any = _part(0, 23, "The hour.")
    minute: Any = _part(0, 59, "The minute.")
    second: Any = _part(0, 59, "The second.")
    millisecond: Any = _part(0, 999, "The millisecond.")
    display_hint: Any = parameter(
        "Microsoft.PowerShell.Commands.DisplayHintType", help="Date, Time or DateTime."
    )
    u_format: Any = parameter(
        "string",
        name="UFormat",
        sets={
            "DateAndUFormat": SetFlags(mandatory=True),
            "UnixTimeSecondsAndUFormat": SetFlags(mandatory=True),
        },
        help="A pattern of Unix date.",
    )
    format: Any = parameter(
        "string",
        sets=("DateAndFormat", "UnixTimeSecondsAndFormat"),
        help="A .NET format, or FileDate and its kin.",
    )
    as_utc: Any = parameter("switch", name="AsUTC", help="Give universal time.")

    def process(self) -> Iterator[object]:
        date = self._start()
        date = self._with_parts(date)
        if self.as_utc:
            date = _call(date, "ToUniversalTime")
        if self.u_format is not None:
            from cmdlets.utility.unix_date_format import unix_format

            yield unix_format(date, self.u_format)
        elif self.format is not None:
            yield _formatted(date, self.format)
        else:
            yield self._hinted(date)

    def _start(self) -> Any:
        from spshell.dotnet.reflection.members import get_static, invoke_static

        if self.is_bound("UnixTimeSeconds"):
            offset = invoke_static(
                resolve_type_name("datetimeoffset"), "FromUnixTimeSeconds", [self.unix_time_seconds]
            )
            return _property(offset, "LocalDateTime")
        if self.is_bound("Date"):
            return self.date
        return get_static(resolve_type_name("datetime"), "Now")

    def _with_parts(self, date: Any) -> Any:
        for name, method in _PARTS:
            if self.is_bound(name):
                date = _call(date, method, getattr(self, name.lower()) - int(_property(date, name)))
        if self.is_bound("Millisecond"):
            date = _call(date, "AddMilliseconds", self.millisecond - int(_property(date, "Millisecond")))
            from spshell.values.numbers import Int64

            rest = int(_property(date, "Ticks")) % 10_000
            date = _call(date, "AddTicks", Int64(-rest))
        return date

    def _hinted(self, date: Any) -> object:
        from spshell.dotnet.system.enumerations import enum_value
        from spshell.values.objects import PSObject

        hint = self.display_hint or enum_value("Microsoft.PowerShell.Commands.DisplayHintType", "DateTime")
        return PSObject(date, {"DisplayHint": hint})


def _property(target: Any, name: str) -> Any:
    from spshell.dotnet.reflection.members import get_property

    return get_property(target, name)


def _call(target: Any, name: str, *arguments: Any) -> Any:
    from spshell.dotnet.reflection.members import invoke_method

    return invoke_method(target, name, list(arguments))


def _formatted(date: Any, pattern: str) -> Any:
    folded = pattern.lower()
    if folded in _FILE_FORMATS:
        if folded.endswith("universal"):
            date = _call(date, "ToUniversalTime")
        pattern = _FILE_FORMATS[folded]
    from spshell.values.exceptions import NetException

    try:
        return _call(date, "ToString", pattern)
    except NetException as error:
        raise error.inner or error from None

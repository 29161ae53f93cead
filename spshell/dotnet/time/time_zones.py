"""System.TimeZoneInfo."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import thrown
from spshell.dotnet.time import local_time
from spshell.dotnet.time.datetimes import (
    TICKS_PER_DAY,
    UTC,
    DateTime,
    date_ticks,
)
from spshell.dotnet.time.timespans import TimeSpan
from spshell.values.declare import Members

ZONE = Members()
_WINDOWS_NAMES = {
    "W. Europe Standard Time": "Europe/Berlin",
    "Romance Standard Time": "Europe/Paris",
    "GMT Standard Time": "Europe/London",
    "Eastern Standard Time": "America/New_York",
    "Central Standard Time": "America/Chicago",
    "Mountain Standard Time": "America/Denver",
    "Pacific Standard Time": "America/Los_Angeles",
    "Tokyo Standard Time": "Asia/Tokyo",
    "India Standard Time": "Asia/Kolkata",
    "China Standard Time": "Asia/Shanghai",
    "FLE Standard Time": "Europe/Kyiv",
}


class TimeZone:
    """System.TimeZoneInfo; without a zone it is UTC."""

    __slots__ = ("id", "zone")

    def __init__(self, name: str, zone: Any) -> None:
        self.id = name
        self.zone = zone

    def offset(self, utc_ticks: int) -> int:
        """The offset at a moment given in UTC ticks."""
        if self.zone is None:
            return 0
        from datetime import datetime, timedelta

        moment = datetime(1, 1, 1, tzinfo=self.zone) if utc_ticks < TICKS_PER_DAY else None
        if moment is None:
            from datetime import UTC as PYTHON_UTC

            moment = (
                datetime(1, 1, 1, tzinfo=PYTHON_UTC) + timedelta(microseconds=utc_ticks // 10)
            ).astimezone(self.zone)
        shift = moment.utcoffset()
        return 0 if shift is None else int(shift.total_seconds()) * 10_000_000

    def offset_at_clock(self, ticks: int) -> int:
        """The offset at a reading of the zone's clock."""
        return self.offset(ticks - self.offset(ticks - self.offset(ticks)))

    def base(self) -> int:
        """The standard offset."""
        year = DateTime(local_time.utc_now()).year
        return min(self.offset(date_ticks(year, month, 1)) for month in (1, 7))

    def ps_text(self) -> str:
        minutes = self.base() // 600_000_000
        sign = "-" if minutes < 0 else "+"
        return (
            f"(UTC{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}) {self.id}"
            if minutes
            else f"(UTC) {self.id}"
        )

    to_string = ps_text


def find_zone(name: str) -> TimeZone:
    """A zone by its IANA or Windows name; raises TimeZoneNotFoundException."""
    if name.upper() == "UTC":
        return TimeZone("UTC", None)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return TimeZone(name, ZoneInfo(_WINDOWS_NAMES.get(name, name)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise thrown("System.TimeZoneNotFoundException", "TimeZoneNotFound", name) from None


def local_zone() -> TimeZone:
    import os

    path = os.path.realpath("/etc/localtime")
    name = os.environ.get("TZ") or (path.partition("zoneinfo/")[2] if "zoneinfo/" in path else "UTC")
    try:
        return find_zone(name.removeprefix("Etc/"))
    except Exception:  # noqa: BLE001 - an odd TZ variable still has a clock
        return TimeZone("UTC", None)


def _to_utc(value: DateTime, zone: TimeZone | None = None) -> int:
    if zone is None or value.kind == UTC:
        return value.ticks if value.kind == UTC else local_time.to_utc(value.ticks)
    return value.ticks - zone.offset_at_clock(value.ticks)


def _in_zone(utc: int, zone: TimeZone) -> DateTime:
    return DateTime(utc + zone.offset(utc), UTC if zone.zone is None else 0)


_Z = "System.TimeZoneInfo"
ZONE.prop(f"static {_Z} Utc {{get}}")(lambda: TimeZone("UTC", None))
ZONE.prop(f"static {_Z} Local {{get}}")(local_zone)
ZONE.prop("string Id {get}")(lambda z: z.id)
ZONE.prop("string DisplayName {get}")(lambda z: z.ps_text())
ZONE.prop("string StandardName {get}")(lambda z: "Coordinated Universal Time" if z.zone is None else z.id)
ZONE.prop("string DaylightName {get}")(lambda z: "Coordinated Universal Time" if z.zone is None else z.id)
ZONE.prop("timespan BaseUtcOffset {get}")(lambda z: TimeSpan(z.base()))
ZONE.prop("bool SupportsDaylightSavingTime {get}")(
    lambda z: z.base() != max(z.offset(date_ticks(2024, m, 1)) for m in (1, 7))
)
ZONE.prop("bool HasIanaId {get}")(lambda z: z.id not in _WINDOWS_NAMES)
ZONE.method(f"static {_Z} FindSystemTimeZoneById(string id)")(find_zone)
ZONE.method(f"static datetime ConvertTimeFromUtc(datetime dateTime, {_Z} destinationTimeZone)")(
    lambda value, zone: _in_zone(value.ticks, zone)
)
ZONE.method(
    "static datetime ConvertTimeToUtc(datetime dateTime)",
    f"static datetime ConvertTimeToUtc(datetime dateTime, {_Z} sourceTimeZone)",
)(lambda value, zone=None: DateTime(_to_utc(value, zone), UTC))
ZONE.method(
    f"static datetime ConvertTime(datetime dateTime, {_Z} destinationTimeZone)",
    f"static datetime ConvertTime(datetime dateTime, {_Z} sourceTimeZone, {_Z} destinationTimeZone)",
)(lambda value, *zones: _in_zone(_to_utc(value, zones[0] if len(zones) > 1 else None), zones[-1]))
ZONE.method("static datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)")(
    lambda value, name: _in_zone(_to_utc(value), find_zone(name))
)
ZONE.method("timespan GetUtcOffset(datetime dateTime)")(
    lambda z, value: TimeSpan(z.offset(_to_utc(value, z)))
)
ZONE.method("bool IsDaylightSavingTime(datetime dateTime)")(
    lambda z, value: z.offset(_to_utc(value, z)) != z.base()
)
define(_Z, ZONE, python_type=TimeZone)

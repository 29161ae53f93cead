"""Get-TimeZone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.management.messages import process_fault
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetTimeZone(Cmdlet, verb="Get", noun="TimeZone", default_set="Name"):
    """Give the time zone of this machine, or others by id or name.

    PS> (Get-TimeZone).Id
    PS> Get-TimeZone -Id Europe/Berlin
    """

    id: Any = parameter("string[]", sets={"Id": SetFlags(mandatory=True, by_name=True)}, help="Ids.")
    list_available: Any = parameter(
        "switch", sets={"ListAvailable": SetFlags(mandatory=True)}, help="All time zones."
    )
    name: Any = parameter(
        "string[]", sets={"Name": SetFlags(position=0, by_value=True)}, help="Names, wildcards allowed."
    )

    def process(self) -> Iterator[object]:
        from spshell.dotnet.time.time_zones import find_zone, local_zone
        from spshell.values.exceptions import NetException

        if self.list_available:
            yield from _all_zones()
        elif self.id is not None:
            for zone_id in self.id:
                try:
                    yield find_zone(zone_id)
                except NetException:
                    self.write_error(process_fault("TimeZoneNotFound", zone_id))
        elif self.name is not None:
            yield from self._named()
        else:
            yield local_zone()

    def _named(self) -> Iterator[object]:
        from spshell.dotnet.reflection.members import get_property
        from spshell.values.wildcard import wildcard_test

        for pattern in self.name:
            test = wildcard_test(pattern)
            found = [
                zone
                for zone in _all_zones()
                if test(str(get_property(zone, "StandardName")))
                or test(str(get_property(zone, "DaylightName")))
            ]
            if not found:
                self.write_error(process_fault("TimeZoneNotFound", pattern))
            yield from found


def _all_zones() -> list[Any]:
    from zoneinfo import available_timezones

    from spshell.dotnet.time.time_zones import find_zone

    return [find_zone(name) for name in sorted(available_timezones()) if "/" in name or name == "UTC"]

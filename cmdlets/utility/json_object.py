"""[Microsoft.PowerShell.Commands.JsonObject]: ConvertFrom-Json for code that calls it as a method."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import method, net_class
from spshell.values.exceptions import NetException, exception_class

_REFUSED = frozenset({"EmptyKeyInJsonString", "KeysWithDifferentCasingInJsonString"})
"""What comes back as a record; everything else is thrown."""


@net_class("Microsoft.PowerShell.Commands.JsonObject", kind="static")
class JsonObject:
    """Text to objects, with what is wrong in a record."""

    @method(
        "static System.Object ConvertFromJson(string input, out System.Management.Automation.ErrorRecord error)",
        "static System.Object ConvertFromJson(string input, bool returnHashtable, "
        "out System.Management.Automation.ErrorRecord error)",
        "static System.Object ConvertFromJson(string input, bool returnHashtable, System.Nullable[int] maxDepth, "
        "out System.Management.Automation.ErrorRecord error)",
    )
    @staticmethod
    def convert_from(text: str | None, *rest: Any) -> Any:
        from cmdlets.utility.json_dates import date_reader
        from cmdlets.utility.json_reading import DEFAULT_DEPTH, JsonReader

        *options, error = rest
        depth = options[1] if len(options) > 1 and options[1] is not None else DEFAULT_DEPTH
        reader = JsonReader(
            as_hashtable=bool(options and options[0]), depth=int(depth), date=date_reader("Default")
        )
        error.value = None
        try:
            return reader.read(text or "")
        except NetException as found:
            if found.error_id in _REFUSED:
                from spshell.engine.errors.records import ErrorRecord

                error.value = ErrorRecord(found)
                return None
            raise exception_class("System.ArgumentException")(found.message, inner=found) from found

"""-Options of Set-Item and New-Item: a parameter that only drives of functions and aliases have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spshell.engine.binding.metadata import ParameterSpec


def options_parameter(binding: Any) -> list[ParameterSpec]:
    """The parameter, when the path given so far, or the current location, is such a drive's."""
    from spshell.engine.binding.metadata import ParameterSpec
    from spshell.engine.providers.drives import drives_of
    from spshell.values.exceptions import NetException

    given = binding.bound.get("Path") or binding.bound.get("LiteralPath") or "."
    path = (given[0] if given else ".") if isinstance(given, list) else given
    try:
        provider = drives_of(binding.session).locate(path).provider
    except NetException:
        return []
    if not getattr(provider, "takes_options", False):
        return []
    return [ParameterSpec("Options", "System.Management.Automation.ScopedItemOptions", attribute="options")]

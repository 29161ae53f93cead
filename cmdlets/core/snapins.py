"""Snap-ins: how SharePoint's and Exchange's commands came into Windows PowerShell. Here they are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.declare import field, net_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.session import Session

REGISTERED = {
    "Microsoft.SharePoint.PowerShell": "The commands of the SharePoint farm.",
    "Microsoft.Exchange.Management.PowerShell.SnapIn": "The commands of the mail relay.",
    "Microsoft.Exchange.Management.PowerShell.E2010": "The commands of the mail relay.",
}


@net_class("System.Management.Automation.PSSnapInInfo")
class SnapIn:
    """System.Management.Automation.PSSnapInInfo."""

    name: Any = field("string Name {get}")
    description: Any = field("string Description {get}")
    ps_version: Any = field("version PSVersion {get}")

    ps_view = ("list", ("Name", "PSVersion", "Description"))

    def __init__(self, name: str) -> None:
        from spshell.values.conversion import convert, resolve_type_name

        self.name = name
        self.description = REGISTERED[name]
        self.ps_version = convert("2.0", resolve_type_name("version"))

    def ps_text(self) -> str:
        return str(self.name)

    to_string = ps_text


class LoadedSnapIns:
    """Which snap-ins a session has added, in order."""

    def __init__(self) -> None:
        self.names: list[str] = []


def loaded(session: Session) -> list[str]:
    """The names of the snap-ins that were added."""
    table = session.services.setdefault(LoadedSnapIns, LoadedSnapIns())
    names: list[str] = table.names
    return names


def matching(pattern: str, names: list[str]) -> Iterator[str]:
    """Names that a pattern fits."""
    from spshell.values.wildcard import wildcard_test

    test = wildcard_test(pattern)
    return (name for name in names if test(name))

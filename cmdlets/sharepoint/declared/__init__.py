"""Which table declares a cmdlet's parameters; a table is read when one of its cmdlets is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_TABLES = {
    "SPCertificate": "certificates",
    "SPCertificateSettings": "certificates",
    "SPCertificateNotificationContact": "certificates",
    "SPServiceInstance": "services",
    "SPService": "services",
    "SPHealthAnalysisRule": "services",
    "SPManagedAccount": "services",
    "SPAssignment": "content",
    "ReceiveConnector": "exchange",
    "ADPermission": "exchange",
    "Set-SPSite": "content",
    "New-SPWeb": "content",
    "Remove-SPWeb": "content",
    "Remove-SPUser": "content",
}
"""Command, or noun of all its commands -> module here; the others stand in `cmdlets.sharepoint.signatures`."""


def signature(command: str) -> tuple[Any, ...] | None:
    """The row of a command, or None when the vendor knows no such command."""
    table = _TABLES.get(command) or _TABLES.get(command.partition("-")[2])
    module = import_module(
        f"cmdlets.sharepoint.declared.{table}" if table else "cmdlets.sharepoint.signatures"
    )
    found: tuple[Any, ...] | None = module.SIGNATURES.get(command)
    return found

"""The farm as a service of the session: opened when a cmdlet first asks for it."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session


def attach_farm(session: Session, url: str | None, server: str | None) -> None:
    """Offer the farm of -Farm or $SPSHELL_FARM, as the server of -Server or $SPSHELL_SERVER."""
    from spshell.values.hooks import TYPE_PREFIXES

    TYPE_PREFIXES["microsoft.sharepoint."] = "spshell.farm.index"
    opened: list[Any] = []

    def open_it() -> Any:
        from spshell.farm import open_farm, set_local

        if not opened:
            opened.append(
                open_farm(
                    url or os.environ.get("SPSHELL_FARM"),
                    server or os.environ.get("SPSHELL_SERVER"),
                    os.environ.get("SPSHELL_HOME"),
                )
            )
            set_local(lambda: opened[0])
        return opened[0]

    session.provide("farm", open_it)

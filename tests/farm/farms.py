"""A small farm for tests: created through the farm package, or driven by scripts through a session."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from spshell.app import make_session
from spshell.engine.host.host import Host
from spshell.farm import open_farm, set_local
from spshell.farm.creation import (
    create_central_administration,
    create_farm,
    create_site,
    create_user,
    create_web_application,
)

PORTAL = "http://portal.corp.test"
SITE = PORTAL + "/sites/hr"
CANARY = "Canary-Secret-4711!"


class Shell:
    """A session over a farm of its own: `run` scripts, look at the farm from Python."""

    def __init__(self, folder: Path, *, server: str = "WEB01", caller: str | None = None) -> None:
        self.folder = folder
        self.out, self.err = io.StringIO(), io.StringIO()
        self.session = make_session(Host(self.out, self.err, io.StringIO("")))
        self.service = open_farm(str(folder / "farm.toml"), server, str(folder / "home"), caller=caller)
        self.session.provide("farm", self.service)
        set_local(lambda: self.service)

    def run(self, text: str) -> list[Any]:
        """Run a script's text; terminating errors are raised."""
        self.session.try_depth = 1
        return self.session.evaluate(text)

    @property
    def farm(self) -> Any:
        return self.service.farm


def make_farm(
    folder: Path, *, version: str = "SE", title: str = "Human Resources", name: str = "Ann Berg"
) -> Shell:
    """A farm with Central Administration, a portal, a site, an owner, Ann (may read) and Ben (may not)."""
    shell = Shell(folder)
    farm = create_farm(shell.service, "SharePoint_Config", version=version)
    create_central_administration(farm, 2016)
    create_web_application(farm, "Portal", PORTAL, "Portal", None)
    create_site(farm, SITE, "CORP\\olga", name=title, owner_email="olga@corp.test")
    from spshell.farm.site import find_web

    web = find_web(farm, SITE)
    create_user(web, "CORP\\ann", email="ann@corp.test", name=name, levels=["Read"], groups=[])
    create_user(web, "CORP\\ben", email="ben@corp.test", name="Ben Ode", levels=[], groups=[])
    return shell


def trust(farm: Any, pem: str) -> None:
    """Put an authority into the farm's Root store."""
    from uuid import uuid4

    from spshell.state import Record

    farm.store.commit(puts=[Record("certificate", uuid4(), {"name": "test", "store": "Root", "pem": pem})])

"""Profiles: scripts of the user that run first unless -NoProfile is given (about_Profiles); where modules lie."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session

NAMES = ("profile.ps1", "Microsoft.PowerShell_profile.ps1")


def configuration_folder() -> str:
    """Where the user's profiles lie: PowerShell's folder, so that they are shared with it."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(base, "powershell")


def run_profiles(session: Session) -> None:
    """Run the profiles that exist, for all hosts first; an error in one does not stop what follows."""
    from spshell.running import guarded

    for name in NAMES:
        path = os.path.join(configuration_folder(), name)
        if os.path.isfile(path):

            def body(out: Any, path: str = path) -> None:
                session.run_block(session.load_script(path), out)

            guarded(session, body, command_mode=False)
            if session.leaving:
                return


def set_module_path() -> None:
    """Put the user's and the system's module folders in front of ``$env:PSModulePath``, once."""
    data = os.environ.get("XDG_DATA_HOME") or os.path.join(os.path.expanduser("~"), ".local", "share")
    given = [folder for folder in os.environ.get("PSModulePath", "").split(os.pathsep) if folder]
    usual = [os.path.join(data, "powershell", "Modules"), "/usr/local/share/powershell/Modules"]
    os.environ["PSModulePath"] = os.pathsep.join([*(item for item in usual if item not in given), *given])

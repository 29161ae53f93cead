"""Switch-Process."""

from __future__ import annotations

import os
import sys
from typing import Any

from cmdlets.core.messages import core_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class SwitchProcess(Cmdlet, verb="Switch", noun="Process"):
    """Put a program in the place of this shell: same process, same environment, nothing after it runs.

    Without a command nothing happens. ``exec`` is the short form.

        PS> Switch-Process
    """

    with_command: Any = parameter(
        "string[]", position=0, remaining=True, help="The program and its arguments."
    )

    def end(self) -> None:
        import shutil

        command = list(self.with_command or ())
        if not command:
            return
        name = command[0]
        program = shutil.which(self.session.resolve_path(name) if "/" in name else name)
        if program is None:
            self.throw(core_fault("CommandNotFound", name, target=name))
        sys.stdout.flush()
        sys.stderr.flush()
        os.chdir(self.session.location)
        os.execv(program, command)  # noqa: S606 - becoming the program is the command's purpose

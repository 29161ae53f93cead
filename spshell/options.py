"""What a command line asks for, and the exit codes that answer it (README, `usage`)."""

from __future__ import annotations

FAILED = 1
USAGE_ERROR = 64
SYNTAX_ERROR = 65
INTERNAL_FAULT = 70
INTERRUPTED = 130
CLOSED = 141
"""Nobody reads on, as in `spshell ... | head`: 128 and the number of SIGPIPE."""


class Options:
    """What the command line asks for."""

    def __init__(self) -> None:
        self.mode = ""  # "", file, command, encoded, arguments, version, help
        self.target = ""
        self.arguments: list[str] = []
        self.farm: str | None = None
        self.server: str | None = None
        self.working_directory: str | None = None
        self.output_format = ""
        self.input_format = ""
        self.execution_policy = ""
        self.settings_file = ""
        self.configuration = ""
        self.window_style = ""
        self.ignored = ""
        self.ignored_flag = False
        self.no_profile = False
        self.non_interactive = False
        self.no_logo = False
        self.no_exit = False
        self.interactive = False
        self.strict = False
        self.syntax_only = False
        self.timer_service = False
        self.mail_service = False

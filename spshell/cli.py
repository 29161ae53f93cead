"""The command line: as pwsh reads it, with spshell's own switches (DESIGN.md, about_Pwsh).

Exit codes: 0 ok, 1 failed, 64 usage, 65 parse error under -SyntaxOnly, 70 internal fault, 130 interrupted.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

USAGE_ERROR = 64

_VALUED = {
    "farm": "farm", "server": "server", "workingdirectory": "working_directory", "wd": "working_directory",
    "executionpolicy": "ignored", "ex": "ignored", "ep": "ignored", "inputformat": "ignored",
    "if": "ignored", "outputformat": "output_format",
    "of": "output_format", "configurationname": "ignored", "configurationfile": "ignored", "settingsfile": "ignored",
    "custompipename": "ignored", "resultfile": "result_file", "out": "out", "windowstyle": "window_style", "w": "window_style",
}  # fmt: skip

_FLAGS = {
    "noprofile": "no_profile", "nop": "no_profile", "noninteractive": "non_interactive", "nonint": "non_interactive",
    "nologo": "no_logo", "nol": "no_logo", "noexit": "no_exit", "noe": "no_exit",
    "interactive": "interactive", "i": "interactive",
    "login": "ignored_flag", "l": "ignored_flag", "mta": "ignored_flag", "sta": "ignored_flag", "strict": "strict",
    "syntaxonly": "syntax_only", "timerservice": "timer_service", "mailservice": "mail_service",
    "noprofileloadtime": "ignored_flag",
}  # fmt: skip


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
        self.window_style = ""
        self.result_file: str | None = None
        self.out: str | None = None
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


class UsageError(Exception):
    """A command line that cannot be understood; `usage` says whether to print the usage text too."""

    def __init__(self, message: str, *, usage: bool = True) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


def parse_arguments(arguments: list[str]) -> Options:
    """Read the command line. Raises UsageError."""
    options = Options()
    index = 0
    while index < len(arguments):
        word = arguments[index]
        index += 1
        if word == "-":
            options.mode = "stdin"
            options.arguments = arguments[index:]
            return options
        switch = _switch_name(word)
        if switch is None:
            return _ending(options, "file", word, arguments[index:])
        if switch in ("help", "h", "?"):
            options.mode = "help"
            return options
        if switch in ("version", "v"):
            options.mode = "version"
            return options
        ending = _ENDINGS.get(switch) or _abbreviated_ending(switch)
        if ending is not None:
            if index >= len(arguments):
                raise UsageError(f"The switch -{switch} needs a value after it.")
            return _ending(options, ending, arguments[index], arguments[index + 1 :])
        index = _option(options, switch, arguments, index)
    return options


_ENDINGS = {
    "file": "file", "f": "file", "command": "command", "c": "command", "encodedcommand": "encoded",
    "e": "encoded", "ec": "encoded",
    "commandwithargs": "arguments", "cwa": "arguments", "plan": "plan", "apply": "apply",
}  # fmt: skip


def _abbreviated_ending(switch: str) -> str | None:
    for full, shortest in (("file", 1), ("command", 1), ("encodedcommand", 1)):
        if len(switch) >= shortest and full.startswith(switch):
            return _ENDINGS[full]
    return None


def _switch_name(word: str) -> str | None:
    """The folded name of a switch, or None for a plain word."""
    if word.startswith("--"):
        return word[2:].lower()
    if word[:1] in ("-", "\u2013", "\u2014", "\u2015"):
        return word[1:].lower()
    if (
        word.startswith("/")
        and len(word) > 1
        and (
            word[1:].lower() in _FLAGS
            or word[1:].lower() in _VALUED
            or word[1:].lower() in _ENDINGS
            or word in ("/?", "/h")
        )
    ):
        return word[1:].lower()
    return None


def _ending(options: Options, mode: str, target: str, rest: list[str]) -> Options:
    """-File, -Command and their like take everything that follows."""
    if mode == "file" and target == "-":
        mode = "stdin"
    if mode == "command" and target == "-":
        if rest:
            raise UsageError("-Command - reads standard input and takes no further arguments.")
        mode = "stdin_command"
    options.mode = mode
    options.target = target
    options.arguments = rest
    return options


def _option(options: Options, switch: str, arguments: list[str], index: int) -> int:
    """A switch that is not the last: set it and return the index after it."""
    name = _complete(switch)
    if name in _FLAGS:
        setattr(options, _FLAGS[name], True)
        return index
    if index >= len(arguments):
        raise UsageError(f"The switch -{name} needs a value after it.")
    setattr(options, _VALUED[name], arguments[index])
    return index + 1


def _complete(switch: str) -> str:
    """The full name of an abbreviated switch. Raises UsageError for unknown and ambiguous ones."""
    if switch in _FLAGS or switch in _VALUED:
        return switch
    found = sorted(name for name in (*_FLAGS, *_VALUED) if len(name) > 3 and name.startswith(switch))
    if len(found) == 1:
        return found[0]
    if found:
        _raise_ambiguous(switch, found)
    raise UsageError(f"The switch -{switch} is not known to spshell.")


def _raise_ambiguous(switch: str, found: list[str]) -> NoReturn:
    raise UsageError(f"-{switch} could mean: {', '.join('-' + name for name in found)}.", usage=False)


def main(arguments: list[str]) -> int:
    """Run a command line and return the exit code."""
    try:
        options = parse_arguments(arguments)
    except UsageError as error:
        sys.stderr.write(error.message + "\n")
        if error.usage:
            from spshell.usage import USAGE

            sys.stdout.write(USAGE)
        return USAGE_ERROR
    if options.mode in ("help", "version"):
        return _INFORM[options.mode]()
    from spshell.app import run

    return run(options)


def _help() -> int:
    from spshell.usage import USAGE

    sys.stdout.write(USAGE)
    return 0


def _version() -> int:
    from spshell import __version__
    from spshell.engine.session_objects import PS_VERSION

    sys.stdout.write(f"spshell {__version__} (PowerShell {PS_VERSION})\n")
    return 0


_INFORM: dict[str, Callable[[], int]] = {"help": _help, "version": _version}

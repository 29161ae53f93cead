"""The command line: as pwsh reads it, with spshell's own switches (DESIGN.md, about_Pwsh).

Exit codes: 0 ok, 1 failed, 64 usage, 65 parse error under -SyntaxOnly, 70 internal fault, 130 interrupted.
"""

from __future__ import annotations

import sys

from spshell.options import INTERNAL_FAULT, USAGE_ERROR, Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn


# switch -> (shortest abbreviation, option); as pwsh completes them, the first that fits wins
_FLAGS: dict[str, tuple[str, str]] = {
    "login": ("l", "ignored_flag"),
    "noexit": ("noe", "no_exit"),
    "noprofile": ("nop", "no_profile"),
    "nologo": ("nol", "no_logo"),
    "noninteractive": ("noni", "non_interactive"),
    "noprofileloadtime": ("noprofileloadtime", "ignored_flag"),
    "interactive": ("i", "interactive"),
    "sta": ("sta", "ignored_flag"),
    "mta": ("mta", "ignored_flag"),
    "strict": ("stri", "strict"),
    "syntaxonly": ("syn", "syntax_only"),
    "timerservice": ("timer", "timer_service"),
    "mailservice": ("mail", "mail_service"),
}
_VALUED: dict[str, tuple[str, str]] = {
    "configurationfile": ("configurationfile", "ignored"),
    "configurationname": ("config", "configuration"),
    "custompipename": ("cus", "ignored"),
    "windowstyle": ("w", "window_style"),
    "outputformat": ("o", "output_format"),
    "of": ("of", "output_format"),
    "inputformat": ("inp", "input_format"),
    "if": ("if", "input_format"),
    "executionpolicy": ("ex", "execution_policy"),
    "ep": ("ep", "execution_policy"),
    "settingsfile": ("settings", "settings_file"),
    "workingdirectory": ("wo", "working_directory"),
    "wd": ("wd", "working_directory"),
    "farm": ("farm", "farm"),
    "server": ("serv", "server"),
}
_ENDINGS: dict[str, tuple[str, str]] = {
    "commandwithargs": ("commandwithargs", "arguments"),
    "cwa": ("cwa", "arguments"),
    "command": ("c", "command"),
    "file": ("f", "file"),
    "encodedcommand": ("e", "encoded"),
    "ec": ("ec", "encoded"),
}
_EXACT_FIRST = ("farm", "server", "strict")
"""Switches of spshell that abbreviations of pwsh's would hide."""

_PROPOSED = (
    "command", "commandwithargs", "configurationname", "custompipename", "encodedcommand", "executionpolicy", "file",
    "help", "inputformat", "login", "noexit", "nologo", "noninteractive", "noprofile", "noprofileloadtime",
    "outputformat", "removeworkingdirectorytrailingcharacter", "settingsfile", "version", "windowstyle",
    "workingdirectory",
)  # fmt: skip
_CHOICES = {
    "output_format": ("text", "xml"),
    "input_format": ("text", "xml"),
    "execution_policy": (
        "unrestricted", "remotesigned", "allsigned", "restricted", "default", "bypass", "undefined",
    ),
}  # fmt: skip


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
        switch = _switch_name(word)
        if switch is None or word == "-":
            return _ending(options, "file", word, arguments[index:])
        if switch in ("?", "h") or (switch and "help".startswith(switch)):
            options.mode = "help"
            return options
        if switch and "version".startswith(switch):
            options.mode = "version"
            return options
        ending = _find(_ENDINGS, switch) if switch not in _EXACT_FIRST else None
        if ending is not None:
            if index >= len(arguments):
                raise UsageError(f"The switch {word} needs a value after it.")
            return _ending(options, _ENDINGS[ending][1], arguments[index], arguments[index + 1 :])
        index = _option(options, switch, word, arguments, index)
    return options


def _find(table: dict[str, tuple[str, str]], switch: str) -> str | None:
    """The switch that a word or its abbreviation means."""
    if switch in table:
        return switch
    for name, (shortest, _option_name) in table.items():
        if len(switch) >= len(shortest) and name.startswith(switch):
            return name
    return None


def _switch_name(word: str) -> str | None:
    """The folded name of a switch, or None for a plain word; a path may begin with a slash too."""
    if word.startswith("--"):
        return word[2:].lower()
    if word[:1] in ("-", "\u2013", "\u2014", "\u2015"):
        return word[1:].lower()
    if word.startswith("/"):
        switch = word[1:].lower()
        known = switch in ("?", "h") or any(_find(table, switch) for table in (_FLAGS, _VALUED, _ENDINGS))
        return switch if switch and known and "/" not in switch else None
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


def _option(options: Options, switch: str, word: str, arguments: list[str], index: int) -> int:
    """A switch that is not the last: set it and return the index after it."""
    name = _find(_FLAGS, switch)
    if name is not None:
        setattr(options, _FLAGS[name][1], True)
        return index
    name = _find(_VALUED, switch)
    if name is None:
        _raise_unknown(word, switch)
    if index >= len(arguments):
        raise UsageError(f"The switch {word} needs a value after it.")
    _set(options, _VALUED[name][1], word, arguments[index])
    return index + 1


def _set(options: Options, attribute: str, word: str, value: str) -> None:
    """Keep a switch's value when it is one that the switch takes. Raises UsageError."""
    choices = _CHOICES.get(attribute)
    if choices is not None and value.lower() not in choices:
        raise UsageError(f"The switch {word} takes {', '.join(choices)}; '{value}' is none of them.")
    if attribute == "window_style":
        raise UsageError(f"The switch {word} has no effect here: there is no window to style.", usage=False)
    if attribute == "settings_file":
        import os

        path = os.path.abspath(value)
        if not os.path.isfile(path):
            raise UsageError(f"The settings file '{path}' does not exist.", usage=False)
    setattr(options, attribute, value)


def _raise_unknown(word: str, switch: str) -> NoReturn:
    """No switch is meant: say which ones contain what was typed, else how spshell is called."""
    found = [name for name in _PROPOSED if switch and switch in name]
    if not found:
        raise UsageError(f"The switch {word} is not known to spshell.")
    names = "".join(f"\n  -{name}" for name in found)
    raise UsageError(f"'{word}' is not a switch; one of these may be meant:\n{names}", usage=False)


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
    if options.configuration:
        sys.stderr.write(f"There is no session configuration named '{options.configuration}' here.\n")
        return INTERNAL_FAULT
    from spshell.app import run

    return run(options)


def _help() -> int:
    from spshell.usage import USAGE

    sys.stdout.write(USAGE)
    return 0


def _version() -> int:
    from spshell import __version__
    from spshell.engine.host.session_objects import PS_VERSION

    sys.stdout.write(f"spshell {__version__} (PowerShell {PS_VERSION})\n")
    return 0


_INFORM: dict[str, Callable[[], int]] = {"help": _help, "version": _version}

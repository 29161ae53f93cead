"""Start-up is guarded by names, not by times: what `-Command 1` must not load, and how a process ends."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = (
    "prompt_toolkit", "pygments", "asyncio", "sqlalchemy", "cryptography", "aiosmtpd", "dataclasses",
    "pathlib", "argparse", "logging", "email", "tomllib", "regex", "subprocess", "decimal", "ssl", "socket",
    "spshell.farm", "spshell.mail", "spshell.state", "spshell.repl", "spshell.jobs",
)  # fmt: skip

_PROBE = """
import sys
before = set(sys.modules)
from spshell.bundle import install
bundle = install()
from spshell import cli
code = cli.main(["-NoProfile", "-Command", "1"])
loaded = set(sys.modules)
bundle.save()
print(*sorted(loaded - before), file=sys.stderr)
"""


NEEDED = {
    "spshell": {"app", "bundle", "cli", "compiler", "dotnet", "engine", "farm_service", "language", "options", "own_files",
                "profiles", "running", "script_cache", "values"},
    "spshell.compiler": {"kept_code", "outline", "plain_parameters", "unit"},
    "spshell.engine": {"binding", "calls", "compiled", "errors", "host", "ops", "pipelines", "running", "scriptblock",
                       "session", "variables"},
    "spshell.engine.binding": {"default_parameters"},
    "spshell.engine.calls": {"call"},
    "spshell.engine.compiled": {"linker"},
    "spshell.engine.errors": {"signals"},
    "spshell.engine.host": {"host"},
    "spshell.engine.pipelines": {"streams"},
    "spshell.engine.variables": {"preferences", "scope"},
    "spshell.language": {"source"},
    "spshell.values": {"exceptions", "hashtable", "hooks", "nothing", "unencodable"},
}  # fmt: skip
"""Package -> its modules that a command in one line loads when its code was kept, and no more."""

NEEDED_OF_PYTHON = {"__future__", "_blake2", "_contextvars", "_imp", "_thread", "gc", "marshal"}
OF_EVERY_PYTHON = {"_collections_abc", "_stat", "abc", "_abc", "genericpath", "ntpath", "os", "os.path", "posixpath", "stat", "winreg"}
"""What `site` imports in any case."""


def test_a_command_loads_nothing_heavy(tmp_path):
    """
    None of the expensive modules is imported for a one-line command that was never seen.
    """
    assert sorted(name for name in HEAVY if name in _loaded(tmp_path)) == []


def test_a_known_command_loads_exactly_what_it_needs(tmp_path):
    """
    Neither parser nor compiler, no command table, no formatter, nothing like re, enum or typing.
    """
    _loaded(tmp_path)
    loaded = _loaded(tmp_path)
    needed = {f"{package}.{name}" for package, names in NEEDED.items() for name in names}
    assert {name for name in loaded if name.startswith("spshell.")} == needed
    assert {name for name in loaded if not name.startswith("spshell")} <= NEEDED_OF_PYTHON | OF_EVERY_PYTHON


def _loaded(home):
    """The modules that `-Command 1` imports."""
    environment = {**os.environ, "SPSHELL_HOME": str(home)}
    command = [sys.executable, "-I", "-S", "-c", _path() + _PROBE]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "1\n"
    return set(done.stderr.split())


def _path() -> str:
    return f"import sys; sys.path[:0] = {[p for p in sys.path if p]!r}\n"


def spshell(*arguments, stdin=""):
    return subprocess.run(
        [sys.executable, "-m", "spshell", "-NoProfile", *arguments], capture_output=True, text=True, input=stdin, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-Command", "1"], 0),
        (["-Command", "exit 7"], 7),
        (["-Command", "throw 'x'"], 1),
        (["-Command", "1/0"], 1),
        (["-Command", "1/0; 2"], 0),
        (["-NoSuchSwitch"], 64),
        (["-File", "/no/such/file.ps1"], 64),
        (["-Help"], 0),
    ],
)
def test_exit_codes(arguments, code):
    """
    0 ok, 1 failed, n by `exit n`, 64 usage.
    """
    assert spshell(*arguments).returncode == code


def test_a_script_with_a_syntax_error_runs_nothing(tmp_path):
    """
    Nothing before the error is run; -SyntaxOnly has a code of its own.
    """
    script = tmp_path / "broken.sps1"
    script.write_text("'before'\nif (1) {\n", encoding="utf-8")
    done = spshell("-File", str(script))
    assert (done.returncode, done.stdout) == (1, "")
    assert "ParserError" in done.stderr
    assert spshell("-SyntaxOnly", "-File", str(script)).returncode == 65


def test_standard_input_is_one_script():
    """
    Without -File and -Command, standard input is parsed whole before anything runs.
    """
    assert spshell(stdin="'a'\n'b'\n").stdout == "a\nb\n"
    assert spshell(stdin="'a'\n)\n").stdout == ""


def test_script_arguments_and_shebang(tmp_path):
    """
    A .sps1 with #! runs with its arguments bound.
    """
    script = tmp_path / "args.sps1"
    script.write_text('#!/usr/bin/env spshell\nparam([int]$Port, [switch]$Tls)\n"$Port $Tls"\n', encoding="utf-8")
    assert spshell("-File", str(script), "-Port", "587", "-Tls").stdout == "587 True\n"


def test_errors_go_to_standard_error_and_never_as_a_traceback():
    """
    Output and errors are apart, and no Python traceback reaches the user.
    """
    done = spshell("-Command", "'out'; Get-NoSuchThing")
    assert done.stdout == "out\n"
    assert "Get-NoSuchThing" in done.stderr
    assert "Traceback" not in done.stderr

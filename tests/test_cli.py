"""The command line: switches as pwsh completes them, and what reaches the script."""

from __future__ import annotations

import subprocess
import sys

import pytest

from spshell import cli


def spshell(*arguments, stdin="", cwd=None, env=None):
    return subprocess.run(
        [sys.executable, "-m", "spshell", *arguments],
        capture_output=True, text=True, input=stdin, check=False, cwd=cwd, env=env,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "mode", "target"),
    [
        (["-nop", "-c", "1"], "command", "1"),
        (["-NoProf", "-Comm", "1"], "command", "1"),
        (["/NoLogo", "--file", "x.ps1"], "file", "x.ps1"),
        (["-ep", "Bypass", "-f", "x.ps1"], "file", "x.ps1"),
        (["-enc", "AAA="], "encoded", "AAA="),
        (["/tmp/x.ps1"], "file", "/tmp/x.ps1"),
        (["-Farm", "f.toml", "-"], "stdin", "-"),
        (["-o", "Text", "-cwa", "1"], "arguments", "1"),
    ],
)
def test_switches_complete_as_pwsh_completes_them(words, mode, target):
    """Case, dash and abbreviation are free."""
    options = cli.parse_arguments(words)

    assert (options.mode, options.target) == (mode, target)


@pytest.mark.parametrize(
    ("words", "shown", "usage"),
    [
        (["-no"], "  -noexit\n  -nologo", False),
        (["-Bogus"], "-Bogus", True),
        (["-ExecutionPolicy", "Never"], "Never", True),
        (["-WindowStyle", "Hidden"], "-WindowStyle", False),
        (["-SettingsFile", "none.json"], "none.json", False),
        (["-Command"], "-Command", True),
        (["-Command", "-", "x"], "-Command -", True),
    ],
)
def test_what_cannot_be_understood_is_named(words, shown, usage):
    """The usage text follows where the switch is not known or its value is wrong."""
    with pytest.raises(cli.UsageError) as caught:
        cli.parse_arguments(words)

    assert shown in caught.value.message
    assert caught.value.usage is usage


def test_dashed_words_of_a_file_may_be_names(tmp_path):
    """-5 is no value of a position; a colon gives a value, truth words as such."""
    script = tmp_path / "s.ps1"
    script.write_text("param($Name, [switch]$Flag)\n\"n=$Name f=$Flag a=$($args -join ',')\"", encoding="utf-8")

    assert spshell("-NoProfile", str(script), "-5", "-x").stdout == "n= f=False a=-5,-x\n"
    assert spshell("-NoProfile", str(script), "-Name:a:b", "-Flag:$true").stdout == "n=a:b f=True a=\n"
    assert spshell("-NoProfile", str(script), "-Name:", "-v").stdout == "n=-v f=False a=\n"


def test_standard_input_is_input_for_code_that_names_it():
    """Blank lines stay; the end of the last line is no line."""
    assert spshell("-nop", "-c", '$input | % { "<$_>" }', stdin="a\n\nb\n").stdout == "<a>\n<>\n<b>\n"
    assert spshell("-nop", "-c", "[Console]::In.ReadLine()", stdin="a\n").stdout == "a\n"


def test_statements_of_standard_input_wait_until_they_are_complete():
    """A blank line inside an open block does not end it; exit ends the rest."""
    text = "foreach ($i in 1..2) {\n\n  $i\n\n}\n\nexit 3\n'no'\n"

    done = spshell("-nop", "-c", "-", stdin=text)

    assert (done.stdout, done.returncode) == ("1\n2\n", 3)
    assert spshell("-nop", "-c", "-", stdin="'a'\nif (1) {\n'b'\n").stdout == "a\n"


def test_profiles_run_first_and_modules_are_found(tmp_path):
    """The one for all hosts comes first; -NoProfile leaves both out."""
    folder = tmp_path / ".config" / "powershell"
    folder.mkdir(parents=True)
    (folder / "profile.ps1").write_text("$p = 1", encoding="utf-8")
    (folder / "Microsoft.PowerShell_profile.ps1").write_text("$p += 10", encoding="utf-8")
    import os

    env = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": "/x"}
    env.pop("XDG_CONFIG_HOME", None)

    assert spshell("-c", "$p", env=env).stdout == "11\n"
    assert spshell("-nop", "-c", "$p; ($env:PSModulePath -split ':')[0]", env=env).stdout == "/x/powershell/Modules\n"


def test_a_file_is_found_from_where_spshell_was_started(tmp_path):
    """-WorkingDirectory is where the script runs."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "s.ps1").write_text("$pwd.Path", encoding="utf-8")
    import os

    env = {**os.environ, "PYTHONPATH": os.getcwd()}

    assert spshell("-nop", "-wd", "sub", "-f", "s.ps1", cwd=tmp_path, env=env).stdout.strip().endswith("/sub")


def test_a_wanted_exit_code_does_not_stop_the_script():
    """$Host.SetShouldExit says what the process will answer."""
    done = spshell("-nop", "-c", "$Host.SetShouldExit(21); 'on'")

    assert (done.stdout, done.returncode) == ("on\n", 21)


@pytest.mark.parametrize("text", ["Get-Item /no/such/thing; 'after'", "sh -c 'exit 3'; 'after'"])
def test_strict_ends_the_script_at_its_first_error(text):
    """An error that PowerShell would go on after is the end, with exit code 1; programs count."""
    done = spshell("-NoProfile", "-Strict", "-Command", text)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr


def test_a_switch_of_another_version_is_refused_and_nothing_runs():
    """Never is the script read from standard input instead."""
    done = spshell("-Plan", "x.ps1", stdin="'ran'")

    assert done.returncode == 64
    assert "'ran'" not in done.stdout
    assert "-Plan" in done.stderr

"""Compiled scripts between runs: used when nothing changed, made again when anything did, never believed when damaged."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from spshell import script_cache
from spshell.app import make_session
from spshell.engine.host.host import Host
from spshell.script_cache import FOLDER, ScriptCache
from spshell.values.exceptions import NetException

SCRIPT = """
param([int]$Count = 2, [string[]]$Names = @('a', 'b'))
function Add([int]$a, [int]$b = 5) { $a + $b }
function Get-Shown {
    [CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][ValidateSet('x', 'y')][string]$Item)
    begin { 'begin' } process { "<$Item>" } end { 'end' }
}
filter Twice { $_ * 2 }
$block = { param($n) $n + 1 }
1..$Count | ForEach-Object { Add $_ } | Twice
'x', 'y' | Get-Shown
& $block 41
foreach ($name in $Names) { switch -Regex ($name) { '^a' { 'A' } default { "other $name" } } }
try { throw [System.ArgumentException]::new('bad') } catch [System.ArgumentException] { $_.Exception.Message }
[pscustomobject]@{ Sum = Add -a 1 -b 2 } | ForEach-Object { $_.Sum }
"{0:N1} {1}" -f 2.25, 0x10
1kb; 3L; 1.5d
$ErrorActionPreference = 'SilentlyContinue'
Get-Item /no/such/thing
$Error[0].InvocationInfo.ScriptLineNumber
"""


@pytest.fixture
def run(tmp_path):
    """A function that runs a text in a session of its own that keeps compiled code; returns what came out."""

    def once(text, name="", stamp="1"):
        session = make_session()
        session.script_cache = ScriptCache(str(tmp_path), stamp)
        result = []
        session.run_text(text, result.append, name)
        session.script_cache.save()
        return [str(item) for item in result]

    once.folder = tmp_path / FOLDER
    once.files = lambda: sorted(once.folder.iterdir()) if once.folder.exists() else []
    return once


@pytest.fixture
def no_parser(monkeypatch):
    """A switch that makes every parse fail."""

    def switch():
        def parse(*_arguments):
            raise AssertionError("parsed")

        monkeypatch.setattr("spshell.language.parser.parse", parse)
        monkeypatch.setattr("spshell.language.parse", parse, raising=False)

    return switch


def test_the_second_run_gives_the_same_without_the_parser(run, no_parser):
    """
    Functions, pipelines, blocks, classes of errors, literals: all from the kept code.
    """
    plain = make_session()
    expected = [str(item) for item in plain.evaluate(SCRIPT)]
    assert run(SCRIPT) == expected
    no_parser()
    assert run(SCRIPT) == expected


def test_what_did_not_run_before_is_compiled_when_it_runs(run):
    """
    A function that only the second run calls is read from the text, and kept from then on.
    """
    text = "function One { 1 }\nfunction Two($x) { if ($x) { \"$x $(One)\" } }\nif ($env:SPSHELL_TEST_TWO) { Two 'a' } else { One }"
    assert run(text) == ["1"]
    first = run.files()[0].stat().st_size
    os.environ["SPSHELL_TEST_TWO"] = "1"
    try:
        assert run(text) == ["a 1"]
        assert run.files()[0].stat().st_size > first
        assert run(text) == ["a 1"]
    finally:
        del os.environ["SPSHELL_TEST_TWO"]


def test_text_and_tree_of_kept_code_are_the_scripts(run):
    """
    ScriptBlock text, $sb.Ast and its parents, positions of errors and help of functions come from the text.
    """
    text = (
        "function Get-It { <# .SYNOPSIS\n It is shown. #> param($a) 'it' }\nGet-It\n$sb = { 1 + 1 }\n\"$sb\"\n$sb.Ast.Extent.StartLineNumber\n"
        "(Get-Command Get-It).ScriptBlock.Ast.GetType().Name\n(Get-Command Get-It).ScriptBlock.Ast.Parent.GetType().Name\n"
        "$sb.Ast.Parent.GetType().Name\n(Get-Command Get-It).Parameters.Keys\n(Get-Help Get-It).Synopsis\n"
        "try { Get-It | ForEach-Object { throw 'x' } } catch { $_.InvocationInfo.ScriptLineNumber, $_.InvocationInfo.OffsetInLine }"
    )
    first = run(text)
    assert run(text) == first
    assert run(text) == first
    assert "It is shown." in first


def test_another_text_name_or_package_is_another_file(run):
    """
    Nothing is ever used for something else.
    """
    run("1")
    run("2")
    run("1", name="/a.ps1")
    run("1", stamp="2")
    assert len(run.files()) == 4


def test_a_text_with_an_error_leaves_nothing(run):
    """
    A file is made after a whole parse without an error only.
    """
    with pytest.raises(NetException):
        run("1\nif (")
    assert run.files() == []


def test_types_are_asked_for_in_each_run(run):
    """
    Whether classes are right depends on others, so their text is parsed each time.
    """
    assert run("class A { [int]$x = 3 }\n[A]::new().x") == ["3"]
    assert run.files() == []


def test_a_command_that_becomes_a_function_is_one(run):
    """
    Code that was compiled while a name was no function is not used once it is one.
    """
    body = "for ($i = 0; $i -lt 2; $i++) { Get-Thing $i }"
    with_function = make_session()
    with_function.evaluate('function Get-Thing($n) { "thing $n" }')
    expected = with_function.evaluate(body)
    folder = str(run.folder.parent)
    for prelude, wanted in (("", []), ('function Get-Thing($n) { "thing $n" }', expected), ("", [])):
        session = make_session()
        session.evaluate("$ErrorActionPreference = 'SilentlyContinue'\n" + prelude)
        session.script_cache = ScriptCache(folder, "1")
        result = []
        session.run_text(body, result.append)
        session.script_cache.save()
        assert result == wanted


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: data[:-1], lambda data: b"\0" + data[1:], lambda _data: b"i\1\0\0\0"])
def test_a_damaged_file_is_made_again(run, damage):
    """
    Empty, cut off, overwritten, or something else altogether.
    """
    expected = run(SCRIPT)
    (file,) = run.files()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert run(SCRIPT) == expected
    assert file.stat().st_size > len(whole) - 100


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")
def test_a_file_that_others_can_write_is_not_run(run, no_parser):
    """
    Kept code is code: from a file that somebody else may have written it is not run.
    """
    run("'own'")
    os.chmod(run.files()[0], 0o666)
    no_parser()
    with pytest.raises(AssertionError, match="parsed"):
        run("'own'")


def test_writers_at_the_same_time_leave_a_whole_file(run):
    """
    Each puts its file in place at once; any of them is right.
    """
    expected = make_session().evaluate("1..3 | ForEach-Object { $_ * 2 }")
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: run("1..3 | ForEach-Object { $_ * 2 }"), range(8)))
    assert results == [[str(item) for item in expected]] * 8
    assert [path.name.startswith(".") for path in run.files()] == [False]


def test_the_folder_stays_within_its_size(run, monkeypatch):
    """
    The files that were used longest ago go first.
    """
    run("'old'")
    (old,) = run.files()
    os.utime(old, (1, 1))
    monkeypatch.setattr(script_cache, "MOST_BYTES", old.stat().st_size + 100)
    run("'new'")
    assert [path for path in run.files() if path == old] == []
    assert len(run.files()) == 1


def test_what_is_typed_at_a_prompt_is_not_kept(run):
    """
    Only the files that a prompt loads are.
    """
    session = make_session(Host(interactive=True))
    session.script_cache = ScriptCache(str(run.folder.parent), "1")
    session.run_text("'typed'", lambda _value: None)
    session.script_cache.save()
    assert run.files() == []


def test_no_script_text_is_in_the_file(run):
    """
    Comments and code stay in the script; its constants are part of the code.
    """
    run("# a remark\nfunction NeverCalled { 'spelled out' }\n$plain = 'constant'")
    data = run.files()[0].read_bytes()
    assert b"remark" not in data
    assert b"spelled out" not in data
    assert b"constant" in data


@pytest.mark.parametrize("text", ["$p = ConvertTo-SecureString 'spelled out' -AsPlainText -Force", "$ApiToken = 'spelled out'"])
def test_a_text_that_may_hold_a_secret_is_not_kept(run, text):
    """
    The constants of kept code are plain in its file: nothing is written.
    """
    run(text)
    assert run.files() == []


def test_a_block_of_kept_code_runs_in_another_thread_too(run):
    """
    A job compiles its block anew: the stand-in of the kept node takes what the compiler finds out.
    """
    text = "Start-ThreadJob { 3 } | Receive-Job -Wait -AutoRemoveJob; 1..2 | ForEach-Object -Parallel { $_ * 2 } -ThrottleLimit 1"
    assert run(text) == run(text) == run(text) == ["3", "2", "4"]

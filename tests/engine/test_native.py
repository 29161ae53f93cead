"""Programs: their arguments, their bytes, their exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from spshell.app import make_session
from spshell.engine.native_output import Lines

SHOW = "/usr/bin/printf '<%s>\\n' "


@pytest.fixture
def session(tmp_path, monkeypatch):
    """A session in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return make_session()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b 'c','d'", ["a,b", "'c','d'"]),
        ("@('c','d')", ["c", "d"]),
        ("-Name:x -Name: y", ["-Name:x", "-Name:", "y"]),
        ("-- \u2013x", ["--", "\u2013x"]),
        ("$null '' @()", [""]),
        ('--% "a b" %NOPE%', ['"a', 'b"', "%NOPE%"]),
        ("1.50 0x10", ["1.50", "0x10"]),
    ],
)
def test_arguments_arrive_as_written(session, text, expected):
    """Each word is one argument, exactly."""
    assert session.evaluate(SHOW + text) == [f"<{word}>" for word in expected]


def test_wildcards_expand_folders_first_and_without_dot_slash(session):
    """As a Unix shell would, hidden files left out."""
    Path("b").mkdir()
    for name in ("a.log", ".hidden"):
        Path(name).touch()

    assert session.evaluate(SHOW + "./* '*'") == ["<b>", "<a.log>", "<*>"]


def test_bytes_pass_between_programs_and_into_files(session):
    """Nothing is decoded on the way."""
    session.evaluate(r"/usr/bin/printf 'a\377\r\n' | /bin/cat > out.bin; /usr/bin/printf 'z' >> out.bin")

    assert Path("out.bin").read_bytes() == b"a\xff\r\nz"


def test_output_encoding_of_the_session_is_what_programs_read(session):
    """$OutputEncoding decides about bytes of text that is piped in."""
    assert session.evaluate("$OutputEncoding = [Text.Encoding]::ASCII; 'ü' | /usr/bin/od -An -tx1") == [
        " 3f 0a"
    ]


def test_a_failing_program_in_a_function_does_not_fail_the_function(session):
    """$? is about the function, $LASTEXITCODE about the program."""
    assert session.evaluate("function f { /bin/sh -c 'exit 9' }; f; $?; $LASTEXITCODE") == [True, 9]


def test_a_file_that_is_no_program_cannot_be_run(session):
    """It was found, so the error is not that there is no such command."""
    Path("data.txt").write_text("x", encoding="utf-8")

    assert session.evaluate("try { ./data.txt } catch { $_.FullyQualifiedErrorId }") == [
        "NativeCommandFailed"
    ]


def test_a_stage_that_has_enough_ends_the_program(session):
    """Output is passed on as it comes."""
    assert session.evaluate("/usr/bin/yes | Select-Object -First 2") == ["y", "y"]


def test_lines_may_be_cut_anywhere():
    """A chunk may end within a character or a line."""
    taken: list[str] = []
    lines = Lines(taken.append)

    for chunk in (b"a\r", b"\nz\xc3", b"\xbc\n\n", b"rest"):
        lines.add(chunk, False)
    lines.add(b"", True)

    assert taken == ["a", "z\u00fc", "", "rest"]


def test_what_a_program_writes_is_shown_as_it_comes(tmp_path):
    """
    Without a line end at the end there is none; what a script takes are lines.
    """
    import io

    from spshell.engine.host import Host

    output = io.StringIO()
    session = make_session(Host(output, io.StringIO()))
    lines: list[object] = []
    session.default_out = lines.append
    session.run_text("& printf 'no end'; $text = & printf 'one'; $text", session.default_out)
    assert output.getvalue() == "no end"
    assert lines == ["one"]

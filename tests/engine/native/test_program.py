"""Programs: their arguments, their bytes, their exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from spshell.app import make_session
from spshell.engine.native.output import Lines

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


def test_a_program_that_has_enough_ends_the_one_before_it(session):
    """Bytes go on as they come, and a pipe that nobody reads stops its writer."""
    assert session.evaluate("/usr/bin/yes | /usr/bin/head -2; $LASTEXITCODE") == ["y", "y", 0]


def test_input_reaches_a_program_while_more_is_made(session):
    """The first line is answered before the second is written."""
    text = "$seen = @(); 1..3 | ForEach-Object { $_; Start-Sleep -Milliseconds 60 } | /bin/cat | ForEach-Object { $seen += $_ }"
    before = "1..4 | ForEach-Object { $seen.Count; $_; Start-Sleep -Milliseconds 60 } | /bin/cat | ForEach-Object { $seen += $_; $_ }"
    session.evaluate(text)

    assert session.evaluate("$seen -join ','") == ["1,2,3"]
    counts = [int(line) for line in session.evaluate("$seen = @(); " + before)[::2]]
    assert counts[-1] >= 4  # six lines were made by then, and most have come back


def test_a_program_behind_a_pipe_has_no_other_input(session):
    """Nothing came, so it reads the end at once."""
    assert session.evaluate("@() | /bin/cat; 'after'") == ["after"]


def test_an_error_above_a_program_ends_it(session):
    """What it had been given by then is lost, as with any stopped command."""
    text = (
        "try { 1..3 | ForEach-Object { if ($_ -eq 2) { throw 'odd' }; $_ } | /bin/sleep 60 } catch { \"$_\" }"
    )
    assert session.evaluate(text) == ["odd"]


def test_more_than_a_pipe_holds_goes_in_and_comes_out(session):
    """A program that writes while it reads is emptied while it is fed."""
    assert session.evaluate("(1..40000 | /bin/cat | /bin/cat).Count") == [40000]
    assert session.evaluate("1..30000 | /bin/true; $LASTEXITCODE") == [0]


def test_a_text_with_a_null_character_ends_there_and_half_a_character_is_replaced(session):
    """Programs take C strings of UTF-8."""
    assert session.evaluate('/bin/echo "a`0b" "c$([char]0xD800)"') == ["a c\ufffd"]


@pytest.mark.parametrize(("signal", "code"), [("KILL", 137), ("TERM", 143)])
def test_a_program_that_a_signal_ended_has_128_more(session, signal, code):
    """As shells say it."""
    assert session.evaluate(f"/bin/sh -c 'kill -{signal} $$'; $LASTEXITCODE") == [code]


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

    from spshell.engine.host.host import Host

    output = io.StringIO()
    session = make_session(Host(output, io.StringIO()))
    lines: list[object] = []
    session.default_out = lines.append
    session.run_text("& printf 'no end'; $text = & printf 'one'; $text", session.default_out)
    assert output.getvalue() == "no end"
    assert lines == ["one"]


def test_pwsh_in_pshome_is_this_shell(session):
    """
    Scripts start the shell that runs them again by that path; its exit code comes back.
    """
    got = session.evaluate('& "$PSHOME/pwsh" -NoProfile -Command \'"in $(2 * 3)"; exit 4\'; $LASTEXITCODE')
    assert got == ["in 6", 4]


def test_a_block_for_another_shell_goes_as_its_text(session):
    """
    `-Command { }` becomes one encoded argument, the words around it stay.
    """
    assert session.evaluate('& "$PSHOME/pwsh" -NoProfile -Command { 5 + 5 }') == ["10"]


def test_an_unquoted_word_with_a_variable_expands_for_programs_only(session, tmp_path):
    """
    Functions and cmdlets get the pattern as text.
    """
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    got = session.evaluate(
        'function Show($p) { "$p $($p.GetType().Name)" }; $d = \'.\'; /bin/echo $d/*.txt; /bin/echo "$d/*.txt"; Show $d/*.txt;'
        " 'x' | Show $d/*.q; & { param($z) $z.Length } $d/*.txt; & { \"$args\" } a*b"
    )
    assert got == ["a.txt b.txt", "./*.txt", "./*.txt String", "./*.q String", 7, "a*b"]

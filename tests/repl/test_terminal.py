"""The prompt at a real (pseudo) terminal."""

from __future__ import annotations

import os
import sys
import time

import pexpect
import pyte
import pytest

from spshell.language.sensitive import is_sensitive
from spshell.repl.highlighting import coloured


@pytest.fixture
def terminal(tmp_path):
    """
    An interactive spshell; its home is a folder of the test's own.
    """
    environment = {**os.environ, "SPSHELL_HOME": str(tmp_path), "TERM": "xterm", "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1"}
    child = pexpect.spawn(
        sys.executable, ["-m", "spshell"], env=environment, dimensions=(24, 100), encoding="utf-8", timeout=15
    )
    child.expect("PS [^>]*>")
    child.expect("PS [^>]*>")  # the editor's own, behind the painted one
    yield child
    child.close(force=True)


def screen_with(terminal, text, seconds=15):
    """
    What the screen shows once it shows the text: a line may be painted in several pieces.
    """
    screen = pyte.Screen(100, 24)
    painter = pyte.Stream(screen)
    end = time.monotonic() + seconds
    while text not in "\n".join(screen.display) and time.monotonic() < end:
        try:
            painter.feed(terminal.read_nonblocking(4096, timeout=1))
        except pexpect.TIMEOUT:
            continue
    return "\n".join(screen.display)


def test_an_expression_is_answered(terminal):
    """
    A line is run when Enter is pressed.
    """
    terminal.send("1 + 41\r")
    terminal.expect("42\r\n")


def test_unfinished_input_continues(terminal):
    """
    An open brace asks for more lines.
    """
    terminal.send("foreach ($i in 1..2) {\r")
    terminal.expect(">>")
    terminal.send('"n$i" }\r')
    terminal.expect("n1\r\nn2\r\n")


def test_errors_do_not_end_the_session(terminal):
    """
    Statement errors, unknown commands and throw are shown, then the next line runs.
    """
    for line, shown in (("1/0", "RuntimeException"), ("nosuchcommand", "nosuchcommand:"), ("throw 'bad'", "bad")):
        terminal.send(line + "\r")
        terminal.expect(shown)
    terminal.send("'still ' + 'here'\r")
    terminal.expect("still here")


def test_tab_completes_a_command(terminal):
    """
    A unique beginning of a command name is completed.
    """
    terminal.send("Get-SPWebAppl\t")
    assert "Get-SPWebApplication" in screen_with(terminal, "Get-SPWebApplication")


def test_exit_gives_its_code(terminal):
    """
    exit n ends the session with n.
    """
    terminal.send("exit 3\r")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 3


def test_lines_with_secrets_are_not_kept(terminal, tmp_path):
    """
    History holds ordinary lines and no line that looks like a secret.
    """
    terminal.send("'plain ' + 'line'\r")
    terminal.expect("plain line\r\n")
    terminal.send('$x = ConvertTo-SecureString "hush" -AsPlainText\r')
    terminal.send("exit\r")
    terminal.expect(pexpect.EOF)
    text = (tmp_path / "history").read_text(encoding="utf-8")
    assert "plain" in text
    assert "hush" not in text
    assert (tmp_path / "history").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("line", ["-Password x", "Set-SPApplicationCredentialKey $k", "$passphrase = 1"])
def test_what_counts_as_secret(line):
    """
    Passwords, passphrases and credentials under any spelling.
    """
    assert is_sensitive(line)


def test_colouring_keeps_the_text():
    """
    The coloured pieces are the text, whatever it is.
    """
    for text in ("Get-Item -Path $x # c", "'open", "if (1) {", "“q” – 1"):
        assert "".join(piece for _style, piece in coloured(text)) == text

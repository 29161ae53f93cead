"""Start-Transcript and Stop-Transcript."""

from __future__ import annotations

import re


def test_what_the_host_shows_is_in_the_file(session, tmp_path):
    """
    Each transcript has its own beginning and end; -Append keeps what was there.
    """
    session.evaluate(
        "$null = Start-Transcript a/t.log -UseMinimalHeader; Write-Host one; $null = Start-Transcript b.log -UseMinimalHeader; Write-Host two; $null = Stop-Transcript; Write-Host three; $null = Stop-Transcript"
    )
    frame = "*" * 22 + "\nPowerShell transcript {}\n{} time: TIME\n" + "*" * 22 + "\n"

    def read(name: str) -> str:
        return re.sub(r"\d{14}", "TIME", (tmp_path / name).read_text())

    assert read("a/t.log") == frame.format("start", "Start") + "one\ntwo\nthree\n" + frame.format(
        "end", "End"
    )
    assert read("b.log") == frame.format("start", "Start") + "two\n" + frame.format("end", "End")


def test_parts_of_a_line_are_lines_of_the_file(session, tmp_path):
    """
    What goes to the console past the streams is not in it.
    """
    session.evaluate(
        "$null = Start-Transcript t.log -UseMinimalHeader; Write-Host 'one ' -NoNewline; Write-Host two;"
        " $Host.UI.Write('three'); $null = Stop-Transcript"
    )
    assert (tmp_path / "t.log").read_text().splitlines()[4:6] == ["one", "two"]


def test_without_a_transcript_there_is_nothing_to_stop(session):
    """
    The error ends the statement.
    """
    assert session.evaluate("try { Stop-Transcript } catch { $_.FullyQualifiedErrorId }") == [
        "InvalidOperation,Microsoft.PowerShell.Commands.StopTranscriptCommand"
    ]

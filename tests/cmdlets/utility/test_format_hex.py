"""Format-Hex."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("'Mail' | Format-Hex", ["4D 61 69 6C"]),
        ("1, 2 | Format-Hex", ["01 00 00 00 02 00 00 00"]),
        ("'ab', 'c' | Format-Hex", ["61 62", "63"]),
        ("'é' | Format-Hex -Encoding utf8", ["C3 A9"]),
        ("'abcdefgh' | Format-Hex -Offset 2 -Count 3", ["63 64 65"]),
        ("Format-Hex -InputObject ([byte[]](1..17))", ["01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10", "11"]),
    ],
)
def test_bytes_come_in_lines_of_sixteen(session, text, lines):
    """
    Numbers of one type run on; each text begins anew.
    """
    assert [line.strip() for line in session.evaluate(f"({text}).HexBytes")] == lines


def test_control_characters_are_marked(session):
    """
    A zero byte is a blank, another control character the replacement character.
    """
    assert session.evaluate("([byte[]](65, 0, 7, 66) | Format-Hex).Ascii") == ["A \ufffdB"]


def test_a_file_is_read_from_the_offset(session, tmp_path):
    """
    The lines of a file carry its path as their label.
    """
    path = tmp_path / "m.bin"
    path.write_bytes(b"0123456789")
    shown = f"(Format-Hex '{path}' -Offset 7) | % {{ $_.HexBytes.Trim(); $_.Label; $_.Path }}"
    assert session.evaluate(shown) == ["37 38 39", str(path), str(path)]


def test_an_object_without_bytes_is_an_error(session):
    """
    The error goes on to the next object.
    """
    text = "(Get-Date), 'a' | Format-Hex -ErrorAction SilentlyContinue | Out-Null; $error[0].FullyQualifiedErrorId"
    assert session.evaluate(text) == ["FormatHexTypeNotSupported,Microsoft.PowerShell.Commands.FormatHex"]

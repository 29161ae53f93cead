"""Get-Content, Set-Content and Add-Content."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("command", "written"),
    [
        ("Set-Content f a, b", b"a\nb\n"),
        ("Set-Content f a, b -NoNewline", b"ab"),
        ("Set-Content f $null -Encoding unicode", b"\xff\xfe"),
        ("'a', 'b' | Set-Content f -Encoding utf8BOM", b"\xef\xbb\xbfa\nb\n"),
        ("Set-Content f x; Add-Content f y -Encoding unicode", b"x\ny\0\n\0"),
        ("Set-Content f ([byte[]](1, 2)) -AsByteStream", b"\x01\x02"),
        ("Set-Content f 1.5, $true, @{}", b"1.5\nTrue\nSystem.Collections.Hashtable\n"),
    ],
)
def test_what_is_written(session, tmp_path, command, written):
    """
    The mark stands in new files only; values are written as ToString() gives them.
    """
    session.evaluate(command)
    assert (tmp_path / "f").read_bytes() == written


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", ["l1", "l2", "l3"]),
        ("-TotalCount 2", ["l1", "l2"]),
        ("-Tail 1", ["l3"]),
        ("-Raw", ["l1\nl2\r\nl3"]),
        ("-Delimiter l", ["", "1\n", "2\r\n", "3"]),
        ("-ReadCount 2", [["l1", "l2"], ["l3"]]),
    ],
)
def test_what_is_read(session, tmp_path, options, expected):
    """
    Any kind of line end ends a line.
    """
    (tmp_path / "f").write_bytes(b"l1\nl2\r\nl3")
    assert session.evaluate(f"Get-Content f {options}") == expected


def test_every_drive_has_content(session):
    """
    Variables, functions and the environment are read and written like files, in braces too.
    """
    assert session.evaluate("Set-Content Variable:relay mail01; $relay; Get-Content Variable:relay") == [
        "mail01",
        "mail01",
    ]
    assert session.evaluate("${Env:relay} = 'mail02'; Get-Content Env:relay; ${Temp:no/such/file}") == [
        "mail02",
        None,
    ]

"""Times, attributes and modes of files, changed through FileInfo and File."""

from __future__ import annotations

import os

import pytest


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    return path


def test_times_are_set_one_by_one(session, file):
    """The birth time cannot be set on Unix: that of writing takes its place."""
    session.evaluate(f"$f = [IO.FileInfo]'{file}'; $f.LastAccessTimeUtc = '2002-01-01'; $f.CreationTime = '2001-02-03'")
    status = os.stat(file)
    assert session.evaluate(f"([IO.FileInfo]'{file}').LastAccessTimeUtc.Year") == [2002]
    assert status.st_mtime < status.st_atime
    assert session.evaluate(
        f"[IO.File]::SetLastWriteTimeUtc('{file}', '2020-01-01'); [IO.File]::GetLastWriteTimeUtc('{file}').Ticks"
    ) == session.evaluate("([datetime]'2020-01-01').Ticks")


def test_read_only_is_an_attribute(session, file):
    """Setting other attributes takes it away again."""
    text = f"$f = [IO.FileInfo]'{file}'; $f.Attributes = 'ReadOnly'; $f.IsReadOnly; $f.Attributes = 'Normal'; $f.IsReadOnly"
    assert session.evaluate(text) == [True, False]
    assert os.stat(file).st_mode & 0o222 == 0o200


def test_modes_are_flags(session, file):
    """UnixFileMode reads and writes the permission bits."""
    assert session.evaluate(f"$f = [IO.FileInfo]'{file}'; $f.UnixFileMode = 'UserRead, GroupRead'; [string]$f.UnixFileMode") == [
        "GroupRead, UserRead"
    ]
    assert os.stat(file).st_mode & 0o777 == 0o440


def test_items_carry_the_status_of_a_link_itself(session, file, tmp_path):
    """UnixStat does not follow links."""
    (tmp_path / "link").symlink_to(file)
    assert session.evaluate(f"(Get-Item '{tmp_path}/link').UnixStat.ItemType; (Get-Item '{file}').UnixStat.Inode") == [
        "SymbolicLink",
        os.stat(file).st_ino,
    ]

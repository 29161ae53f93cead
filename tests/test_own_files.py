"""Files that are run as code: read only when nobody else can have written them, written whole or not at all."""

from __future__ import annotations

import os
import sys

import pytest

from spshell.own_files import cache_folder, read_own, write_own

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")


def test_what_is_written_is_read_and_is_nobody_elses(tmp_path):
    """
    Folder 0700, file 0600, also under a folder that has to be made.
    """
    folder = tmp_path / "a" / "b"
    assert write_own(str(folder), "x", b"code")
    assert read_own(str(folder), "x") == b"code"
    assert [oct(path.stat().st_mode & 0o777) for path in (tmp_path / "a", folder, folder / "x")] == ["0o700", "0o700", "0o600"]
    assert os.listdir(folder) == ["x"]


@posix
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_can_write_is_not_read(tmp_path, mode):
    """
    Group or world write access makes a file worthless.
    """
    write_own(str(tmp_path / "c"), "x", b"code")
    os.chmod(tmp_path / "c" / "x", mode)
    assert read_own(str(tmp_path / "c"), "x") is None


@posix
def test_a_folder_that_others_can_write_is_not_used(tmp_path):
    """
    Neither read nor written: others could put files there.
    """
    folder = tmp_path / "c"
    write_own(str(folder), "x", b"code")
    os.chmod(folder, 0o777)
    assert read_own(str(folder), "x") is None
    assert not write_own(str(folder), "y", b"code")


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_file_or_folder_of_somebody_else_is_not_used(tmp_path):
    """
    A foreign owner may change what is in there at any time.
    """
    folder = tmp_path / "c"
    write_own(str(folder), "x", b"code")
    os.chown(folder / "x", 12345, 12345)
    assert read_own(str(folder), "x") is None
    os.chown(folder / "x", 0, 0)
    os.chown(folder, 12345, 12345)
    assert read_own(str(folder), "x") is None
    assert not write_own(str(folder / "d"), "y", b"code")  # nor is a folder made in there


@posix
def test_a_link_is_not_followed(tmp_path):
    """
    A link in the place of a file could lead anywhere.
    """
    write_own(str(tmp_path / "c"), "x", b"code")
    os.symlink(tmp_path / "c" / "x", tmp_path / "c" / "y")
    assert read_own(str(tmp_path / "c"), "y") is None


def test_what_cannot_be_written_is_no_error(tmp_path):
    """
    A home that is read-only, or a file where the folder should be.
    """
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not write_own(str(tmp_path / "file" / "c"), "x", b"code")
    assert read_own(str(tmp_path / "none"), "x") is None


def test_where_the_folder_is():
    """
    $SPSHELL_HOME wins; SPSHELL_CACHE=0 switches everything off.
    """
    home = os.path.join(os.sep, "home", "ann")
    assert cache_folder({"SPSHELL_HOME": home}) == os.path.join(home, "cache")
    assert cache_folder({"SPSHELL_HOME": home, "SPSHELL_CACHE": "0"}) is None
    if sys.platform == "linux":
        assert cache_folder({"XDG_CACHE_HOME": home}) == os.path.join(home, "spshell")
        assert cache_folder({"XDG_CACHE_HOME": "relative"}) == os.path.expanduser("~/.cache/spshell")

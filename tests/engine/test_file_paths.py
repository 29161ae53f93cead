"""Paths of files with a drive or a provider in front mean the same wherever a file is taken."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path):
    made = make_session()
    made.location = str(tmp_path)
    made.evaluate(f"$null = New-PSDrive -Name Data -PSProvider FileSystem -Root '{tmp_path}'")
    return made


@pytest.mark.parametrize("path", ["Data:/t.csv", r"Data:\t.csv", "t.csv", "FileSystem::{0}/t.csv", r"Microsoft.PowerShell.Core\FileSystem::{0}/t.csv"])
def test_a_file_is_found_by_every_way_to_name_it(session, tmp_path, path):
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    assert session.evaluate(f"(Import-Csv '{path.format(tmp_path)}').b") == ["2"]


def test_a_redirection_writes_to_a_drive(session, tmp_path):
    session.evaluate("'x' > Data:/o.txt")
    assert (tmp_path / "o.txt").read_text() == "x\n"


def test_a_name_with_a_colon_that_is_no_drive_is_a_file_here(session, tmp_path):
    assert session.resolve_path("odd:name") == str(tmp_path / "odd:name")


@pytest.mark.parametrize(
    "command", ["'x' > {}", "'x' | Out-File {}", "1 | Export-Csv {}", "1 | Export-Clixml {}", "'x' | Set-Content {}"]
)
def test_a_backslash_separates_folders_for_everything_that_writes_files(session, tmp_path, command):
    (tmp_path / "sub").mkdir()
    session.evaluate(command.format(rf"'{tmp_path}\sub\o.txt'"))
    assert (tmp_path / "sub" / "o.txt").exists()

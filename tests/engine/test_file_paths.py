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


@pytest.mark.parametrize("path", [r".\sub\t.csv", r"sub\t.csv", "sub/t*.csv", "sub/`[t`].csv"])
def test_separators_and_wildcards_lead_to_files_of_data(session, tmp_path, path):
    """
    A backslash separates folders, a backtick escapes.
    """
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / ("[t].csv" if "[" in path else "t.csv")).write_text("a\n1\n")
    assert session.evaluate(f"(Import-Csv '{path}').a") == ["1"]


def test_data_on_an_unknown_drive_is_refused(session):
    session.evaluate(r"Import-Csv 'C:\t.csv'")
    assert session.errors[0].fqid == "DriveNotFound,Microsoft.PowerShell.Commands.ImportCsvCommand"


@pytest.mark.parametrize(
    ("file", "result"),
    [
        (r"'.\t1.txt'", "x"),
        ("'t[1].txt'", "x"),
        ("(Get-Item t1.txt)", "x"),
        ("'t`[2`].txt'", "y"),
        ("'t[9].txt'", "FileNotFound"),
        ("'*.txt'", "AmbiguousPath"),
        ("''", "InvalidFilenameOption"),
    ],
)
def test_switch_reads_the_one_file_that_a_path_means(session, tmp_path, file, result):
    (tmp_path / "t1.txt").write_text("x\n")
    (tmp_path / "t[2].txt").write_text("y\n")
    got = session.evaluate(f"try {{ switch -File {file} {{ default {{ $_ }} }} }} catch {{ $_.FullyQualifiedErrorId }}")
    assert got == [result]

"""Drives and the places that paths lead to."""

from __future__ import annotations

import io

import pytest

from spshell.app import make_session
from spshell.engine.host.host import Host
from spshell.engine.providers.drives import drives_of
from spshell.engine.session import Session
from spshell.values.exceptions import NetException


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return drives_of(Session(Host(io.StringIO(), io.StringIO())))


@pytest.mark.parametrize(
    ("path", "provider", "inside"),
    [
        ("/a/../b/./c", "FileSystem", "/b/c"),
        (r"\a\b", "FileSystem", "/a/b"),
        ("FileSystem::/a", "FileSystem", "/a"),
        (r"Microsoft.PowerShell.Core\FileSystem::/a", "FileSystem", "/a"),
        ("env:PATH", "Environment", "PATH"),
        ("Env:/PATH", "Environment", "PATH"),
        ("Function:", "Function", ""),
    ],
)
def test_a_path_leads_to_a_place(table, path, provider, inside):
    """
    Drives and providers are named before colons; separators of both kinds mean the same.
    """
    place = table.locate(path)
    assert (place.provider.name, place.path) == (provider, inside)


def test_relative_paths_begin_at_the_current_location_of_the_drive(table, tmp_path):
    """
    Each drive remembers where one was on it.
    """
    (tmp_path / "web").mkdir()
    table.go(table.locate("web"))
    table.go(table.locate("Env:"))
    assert table.locate("PATH").provider.name == "Environment"
    assert table.on_drive(table.root).path == str(tmp_path / "web")


def test_an_unknown_drive_is_named(table):
    """
    What stands before the colon is the drive.
    """
    with pytest.raises(NetException) as caught:
        table.locate("nodrive:/x")
    assert (caught.value.error_id, caught.value.arguments) == ("DriveNotFound", ("nodrive",))


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("(Get-PSDrive /).Used -gt 0 -and (Get-PSDrive /).Free -gt 0", True),
        ("$null -eq (Get-PSDrive Env).Used", True),
        ("(Get-PSDrive Env).Description.Length -gt 0", True),
        ("(Get-PSDrive / | Get-Member Free).MemberType -eq 'ScriptProperty'", True),
    ],
)
def test_a_drive_tells_its_space(script, result):
    assert make_session().evaluate(script) == [result]

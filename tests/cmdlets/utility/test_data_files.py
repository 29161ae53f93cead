"""Import-PowerShellDataFile, Import-LocalizedData, Get-TimeZone."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("content", "result"),
    [
        ("@{ A = 1, -2; B = @{ C = $true } }", [1, -2]),
        ("@{ A = (Get-Date) }", ["System.InvalidOperationException"]),
        ("@{ A = $env:PATH }", ["System.InvalidOperationException"]),
        ("'text'", ["CouldNotParseAsPowerShellDataFileNoHashtableRoot"]),
        ("@{ A = ", ["CouldNotParseAsPowerShellDataFile"]),
    ],
)
def test_a_data_file_holds_data_only(session, tmp_path, content, result):
    """
    Values, arrays and tables; whatever would have to run is refused.
    """
    (tmp_path / "d.psd1").write_text(content)
    text = (
        "try { (Import-PowerShellDataFile d.psd1 -ErrorAction Stop).A }"
        " catch { ($_.FullyQualifiedErrorId -split ',')[0] }"
    )
    assert session.evaluate(text) == result


def test_texts_come_from_the_folder_of_the_culture(session, tmp_path):
    """
    The culture's own folder, then its language, then none.
    """
    for folder, word in (("de", "hallo"), ("en-US", "hello"), (".", "?")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "M.psd1").write_text(f"ConvertFrom-StringData 'Hi = {word}'")
    text = "Import-LocalizedData m M -BaseDirectory . {}; $m.Hi"
    assert session.evaluate(text.replace("M -B", "-FileName M -B").format("")) == ["hello"]
    assert session.evaluate(text.replace("M -B", "-FileName M -B").format("-UICulture de-AT")) == ["hallo"]
    assert session.evaluate(text.replace("M -B", "-FileName M -B").format("-UICulture fr-FR")) == ["?"]


def test_only_allowed_commands_make_texts(session, tmp_path):
    """
    ConvertFrom-StringData, and what -SupportedCommand names.
    """
    (tmp_path / "M.psd1").write_text("Get-Date")
    text = "try { Import-LocalizedData -FileName M -BaseDirectory . } catch { ($_.FullyQualifiedErrorId -split ',')[0] }"
    assert session.evaluate(text) == ["CmdletNotInAllowedListForDataSection"]


def test_time_zones_by_id_and_name(session):
    """
    An unknown one is an error that does not end the command.
    """
    assert (
        session.evaluate(
            "Get-TimeZone -Id UTC, Nope/Zone 2>&1 | % { if ($_.Id) { $_.Id } else { $_.CategoryInfo.Category } }"
        )[0]
        == "UTC"
    )
    assert session.evaluate("(Get-TimeZone -Id Europe/Berlin).BaseUtcOffset.Hours") == [1]

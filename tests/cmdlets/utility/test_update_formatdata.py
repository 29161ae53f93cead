"""Update-FormatData: views out of files."""

from __future__ import annotations

import io

import pytest

from spshell.app import make_session
from spshell.engine.host.host import Host

_FILE = """<Configuration><ViewDefinitions>
<View><Name>T</Name><ViewSelectedBy><TypeName>Farm.Server</TypeName></ViewSelectedBy>
<GroupBy><PropertyName>Role</PropertyName><Label>Role of it</Label></GroupBy>
<TableControl><TableHeaders><TableColumnHeader><Width>8</Width></TableColumnHeader>
<TableColumnHeader><Label>MB</Label><Width>6</Width><Alignment>Right</Alignment></TableColumnHeader></TableHeaders>
<TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
<TableColumnItem><ScriptBlock>$_.Used / 1MB</ScriptBlock><FormatString>N1</FormatString></TableColumnItem>
</TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View>
<View><Name>L</Name><ViewSelectedBy><TypeName>Farm.Server</TypeName></ViewSelectedBy>
<ListControl><ListEntries><ListEntry><ListItems><ListItem><Label>Called</Label><PropertyName>Name</PropertyName></ListItem>
<ListItem><PropertyName>Role</PropertyName><ItemSelectionCondition><ScriptBlock>$_.Role -ne 'FE'</ScriptBlock></ItemSelectionCondition></ListItem>
</ListItems></ListEntry></ListEntries></ListControl></View>
</ViewDefinitions></Configuration>"""


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """
    The text of a command's output, with the views loaded.
    """
    monkeypatch.chdir(tmp_path)
    (tmp_path / "farm.format.ps1xml").write_text(_FILE)
    session = make_session(Host(io.StringIO(), io.StringIO(), stdin=io.StringIO()))
    session.evaluate("Update-FormatData ./farm.format.ps1xml")
    session.evaluate(
        "$s = 'FE', 'DB' | ForEach-Object { [pscustomobject]@{ PSTypeName = 'Farm.Server'; Name = 'web01'; Role = $_; Used = 3MB } }"
    )

    def show(command: str) -> str:
        (text,) = session.evaluate(f"{command} | Out-String")
        return text

    return show


def test_the_first_view_is_the_default_one(shown):
    """
    Columns have labels, widths, formats and scripts; GroupBy makes headings.
    """
    table = "\n   Role of it: {}\n\nName         MB\n----         --\nweb01       3.0\n"
    assert shown("$s") == table.format("FE") + table.format("DB") + "\n"


def test_another_kind_is_taken_when_asked_for(shown):
    """
    A line with a condition is shown when the condition holds.
    """
    assert shown("$s | Format-List") == "\nCalled : web01\n\nCalled : web01\nRole   : DB\n\n"


def test_what_is_no_format_file_is_an_error(shown, tmp_path):
    """
    The error names the file and the reason.
    """
    (tmp_path / "bad.ps1xml").write_text("<Other/>")
    text = shown("Update-FormatData ./bad.ps1xml 2>&1 | ForEach-Object FullyQualifiedErrorId")
    assert text.strip() == "FormatXmlUpdateException,Microsoft.PowerShell.Commands.UpdateFormatDataCommand"

"""Format-Table, Format-List and Format-Wide as Out-String shows them."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.host.host import Host


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """
    The text that a command's output becomes.
    """
    import io

    monkeypatch.chdir(tmp_path)
    session = make_session(Host(io.StringIO(), io.StringIO(), stdin=io.StringIO()))

    def show(command: str) -> str:
        (text,) = session.evaluate(f"{command} | Out-String")
        return text

    return show


def test_groups_have_a_heading_each_and_one_blank_line_between(shown):
    """
    A missing property makes no heading.
    """
    rows = "[pscustomobject]@{ N = 1; G = 'a' }, [pscustomobject]@{ N = 2; G = 'b' }"
    assert shown(f"{rows} | Format-Table N -GroupBy G") == "\n   G: a\n\nN\n-\n1\n\n   G: b\n\nN\n-\n2\n\n"
    assert shown(f"{rows} | Format-Table N -GroupBy Nope") == "\nN\n-\n1\n2\n\n"


def test_text_keeps_its_place_in_a_table(shown):
    """
    Scalars are shown as they are.
    """
    assert (
        shown("[pscustomobject]@{ A = 1 }, 'text', [pscustomobject]@{ A = 2 } | Format-Table")
        == "\nA\n-\n1\ntext\n2\n\n"
    )


def test_a_failing_property_is_blank_or_marked(shown):
    """
    -DisplayError marks it; a format that does not suit the value is passed over.
    """
    assert (
        shown("[pscustomobject]@{ A = 1 } | Format-Table @{ n = 'B'; e = { throw 'x' } } -DisplayError")
        == "\nB\n-\n#ERR\n\n"
    )
    assert "1" in shown("[pscustomobject]@{ A = 1 } | Format-Table @{ n = 'B'; e = 'A'; f = '{0:N0}' }")


def test_folders_are_listed_under_their_heading(shown, tmp_path):
    """
    The default view of files groups by folder.
    """
    (tmp_path / "f.txt").write_text("abc")
    text = shown("Get-ChildItem")
    assert text.startswith(f"\n    Directory: {tmp_path}\n\nUnixMode")
    assert text.rstrip().endswith("3 f.txt")


def test_what_type_data_adds_stands_last_when_nothing_is_chosen(shown):
    """
    A wildcard finds it where the object has it: an alias before the properties of the type.
    """
    entry = "@{ Port = 25 } | Format-List"
    assert shown(entry + " *") == "\nName  : Port\nKey   : Port\nValue : 25\n\n"
    guid = "[guid]::Empty"
    assert shown(f"1, {guid}, [version]'1.2'").startswith("1\n\nGuid\n")
    assert shown(f"[version]'1.2', {guid}").endswith(
        "\nVariant : 0\nVersion : 0\nGuid    : 00000000-0000-0000-0000-000000000000\n\n\n"
    )


def test_messages_are_marked_only_where_a_redirection_brought_them_to_the_console(tmp_path):
    """
    A warning from a variable, and one in a string, is its text.
    """
    import io

    out = io.StringIO()
    session = make_session(Host(out, out, stdin=io.StringIO()))
    block = "& { [CmdletBinding()] param() Write-Warning 'w' }"
    session.evaluate(f"{block} -WarningVariable kept -WarningAction SilentlyContinue; $kept | Out-Host")
    session.evaluate(f"{block} 3>&1 | Out-Host")
    assert out.getvalue() == "w\nWARNING: w\n"
    assert session.evaluate(f"{block} 3>&1 | Out-String") == ["w\n"]


def test_write_host_shows_entries_and_values_of_the_culture(tmp_path):
    """
    A table is its entries; a date stands as the culture writes it.
    """
    import io

    out = io.StringIO()
    session = make_session(Host(out, out, stdin=io.StringIO()))
    session.evaluate("Write-Host @{ A = 1 } ([datetime]'2024-03-05')")
    assert out.getvalue() == "[A, 1] 3/5/2024 12:00:00\u202fAM\n"


def test_add_content_goes_on_in_the_encoding_of_the_mark_and_out_file_does_not(tmp_path):
    """
    -Append together with -NoClobber appends.
    """
    import io

    session = make_session(Host(io.StringIO(), io.StringIO(), stdin=io.StringIO()))
    path = tmp_path / "marked.txt"
    session.evaluate(f"'a' | Out-File {path} -Encoding unicode; 'b' | Out-File {path} -Append -NoClobber")
    session.evaluate(f"'c' | Add-Content {path}")
    assert path.read_bytes() == b"\xff\xfea\0\n\0b\nc\0\n\0"


def test_format_wide_takes_one_property(session):
    """A list of them is refused, as is whatever is no name, block or table."""
    for text in ("1 | Format-Wide A, B", "1 | Format-Table 5"):
        found = session.evaluate(f"try {{ {text} }} catch {{ $_.FullyQualifiedErrorId }}")
        assert found[0].startswith("DictionaryKeyUnknownType,Microsoft.PowerShell.Commands.Format")


def test_what_has_not_the_view_of_a_table_is_listed():
    """In the place where it comes."""
    session = make_session()
    text = "[version]'1.2', [pscustomobject]@{ A = 1 } | Format-Table | Out-String"
    assert session.evaluate(text)[0].endswith("1      2      -1     -1\n\nA : 1\n\n\n")

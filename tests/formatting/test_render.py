"""The default output: what the recordings do not show."""

from __future__ import annotations


def test_an_object_without_properties_is_text(shown):
    """
    It neither begins a table nor ends one.
    """
    assert shown("class Bare {}; [Bare]::new(); [pscustomobject]@{ A = 1 }; [Bare]::new()") == "Bare\n\nA\n-\n1\nBare\n\n"


def test_elements_of_classes_without_text_of_their_own_are_shown_by_name(shown):
    script = """
class Server { [string]$Name; [int]$Port }
class Spoken { [string]$Name; [string] ToString() { return 'spoken' } }
[pscustomobject]@{ All = @([Server]@{ Name = 'web01' }, [Spoken]@{ Name = 'web02' }) }
"""
    assert shown(script).split("\n")[3] == "{web01, spoken}"


def test_a_folder_has_no_length(shown):
    """
    The Length that every single object has to a script is no property to show.
    """
    assert shown("$null = New-Item sub -ItemType Directory; Get-Item sub | Format-Table Name, Length").split("\n")[3] == "sub  "


def test_lists_break_no_lines_in_text_unless_a_width_is_asked_for(shown):
    long = "[pscustomobject]@{ A = 'x' * 100; B = 1 } | Format-List | Out-String"
    assert "x" * 100 in shown(long)
    assert "x" * 100 not in shown(long + " -Width 80")


def test_nodes_show_their_attributes_and_children(shown):
    assert shown("([xml]'<a><b id=\"7\"><c>x</c></b></a>').a.b").split("\n")[1] == "id c"


def test_what_was_read_from_a_file_is_shown_as_the_original(shown, tmp_path):
    """
    The view of the type stands for its copies too, and an enum shows its name.
    """
    file = tmp_path / "x.xml"
    script = f"[pscustomobject]@{{ Day = [DayOfWeek]::Monday }} | Export-Clixml {file}; Import-Clixml {file}"
    assert shown(script) == "\n   Day\n   ---\nMonday\n\n"
    script = f"Get-Item / | Export-Clixml {file}; Import-Clixml {file}"
    assert "UnixMode" in shown(script)

"""Import-Csv, Export-Csv and their kin: reading and writing agree."""

from __future__ import annotations

import pytest

from cmdlets.utility.csv_reading import CsvReader


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("1,2\n", ["1", "2"]),
        (" a , b c  ,\td\n", ["a ", "b c  ", "d"]),
        ('"a,b","c""d"\n', ["a,b", 'c"d']),
        ('"a" x,c"d"  ,e\n', ["a x", 'c"d"  ', "e"]),
        ('"l1\r\nl2",b\r\n', ["l1\r\nl2", "b"]),
        ('"open,', ["open,"]),
        ("1,", ["1", None]),
        (",2\n", ["", "2"]),
    ],
)
def test_fields_of_a_record(line, values):
    """
    Quotes, blanks around fields, line ends inside quotes, and a text that ends early.
    """
    names = ["a", "b", "c"][: len(values)]
    found = list(CsvReader(",", names).objects(line))
    assert [list(item.members.values()) for item in found] == [values]


def test_a_file_comes_back_as_it_was_written(session):
    """
    Quotation marks, delimiters, line ends and null survive; all values are text.
    """
    session.evaluate(
        "[pscustomobject]@{ A = 'q\"q'; B = \"l1`nl2\"; C = 'x;y'; D = $null; E = 5 } | Export-Csv t.csv -Delimiter ';'"
    )
    assert session.evaluate("(Import-Csv t.csv -Delimiter ';').psobject.Properties.Value") == [
        'q"q',
        "l1\nl2",
        "x;y",
        "",
        "5",
    ]


def test_the_first_object_decides_the_columns(session):
    """
    Later objects fill them; without a value the field stays empty.
    """
    text = "[pscustomobject]@{ A = 1; B = 2 }, [pscustomobject]@{ C = 3; B = 4 } | ConvertTo-Csv -UseQuotes Never"
    assert session.evaluate(text) == ["A,B", "1,2", ",4"]


def test_appending_keeps_the_columns_of_the_file(session):
    """
    Properties are matched by name; one that is missing is an error unless forced.
    """
    session.evaluate("[pscustomobject]@{ A = 1; B = 2 } | Export-Csv t.csv")
    session.evaluate("[pscustomobject]@{ B = 4; A = 3; X = 9 } | Export-Csv t.csv -Append")
    refused = session.evaluate(
        "try { [pscustomobject]@{ A = 5 } | Export-Csv t.csv -Append } catch { $_.FullyQualifiedErrorId }"
    )
    assert refused == [
        "CannotAppendCsvWithMismatchedPropertyNames,Microsoft.PowerShell.Commands.ExportCsvCommand"
    ]
    session.evaluate("[pscustomobject]@{ A = 5 } | Export-Csv t.csv -Append -Force")
    assert session.evaluate('Import-Csv t.csv | % { "$($_.A)/$($_.B)" }') == ["1/2", "3/4", "5/"]


def test_a_type_line_names_the_objects(session):
    """
    #TYPE gives the type names, other lines with # before the header are passed over.
    """
    assert session.evaluate("('#TYPE X', 'a', '1' | ConvertFrom-Csv).psobject.TypeNames") == ["X", "CSV:X"]
    assert session.evaluate('("# made by hand`na`n1" | ConvertFrom-Csv).a') == ["1"]


def test_a_type_line_is_read_beside_a_header_of_the_caller(session):
    """
    Another line with # is a row then.
    """
    assert session.evaluate("'#TYPE T', 'a' | ConvertFrom-Csv -Header x | ForEach-Object { $_.psobject.TypeNames[0] + $_.x }") == ["Ta"]
    assert session.evaluate("('#note', 'a' | ConvertFrom-Csv -Header x).x") == ["#note", "a"]


def test_the_count_of_an_array_is_the_last_column(session):
    assert session.evaluate("(,@(1, 2) | ConvertTo-Csv)[0].Split(',')[-1]") == ['"Count"']


def test_files_begin_with_the_mark_of_their_encoding(session, tmp_path):
    """Once: what is appended has the encoding of the file, and no second mark."""
    text = (
        "[pscustomobject]@{ a = 'é' } | Export-Csv a.csv -Encoding bigendianunicode;"
        " [pscustomobject]@{ a = 'ü' } | Export-Csv a.csv -Append; (Import-Csv a.csv).a"
    )
    assert session.evaluate(text) == ["é", "ü"]
    assert (tmp_path / "a.csv").read_bytes() == b"\xfe\xff" + '"a"\n"é"\n"ü"\n'.encode("utf-16-be")


def test_utf7_is_warned_of(session):
    """Wherever -Encoding is a parameter; the file is written all the same."""
    text = "$w = & { [pscustomobject]@{ a = 1 } | Export-Csv a.csv -Encoding utf7 } 3>&1; $w.Count; 'x' | Set-Content b.txt -Encoding utf7 3>$null"
    assert session.evaluate(text) == [1]


def test_aliases_of_other_objects_come_first(session):
    assert session.evaluate("(Get-Process -Id $PID | ConvertTo-Csv)[0]")[0].startswith('"Name","SI","Handles"')

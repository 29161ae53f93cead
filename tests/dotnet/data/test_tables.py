"""DataTable: typed columns, rows whose columns are properties, filters and views."""

from __future__ import annotations

import pytest

from spshell.app import make_session

MADE = (
    "$t = [System.Data.DataTable]::new('T'); [void]$t.Columns.Add('Name'); [void]$t.Columns.Add('Size', [int]); "
    "$r = $t.NewRow(); $r.Name = 'ann'; $r['size'] = '5'; $t.Rows.Add($r); [void]$t.Rows.Add('bob', $null); "
    "[void]$t.Rows.Add('Cid', 7); "
)


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$t.Rows.Count; ($t | ForEach-Object Name) -join ','", [3, "ann,bob,Cid"]),
        ("$t.Rows[0].SIZE + 1; $t.Rows[1]['Size'] -is [DBNull]; $t.Rows[1].IsNull('Size')", [6, True, True]),
        ("$t.Select(\"Size >= 5 AND NOT (Name LIKE 'a%')\").Name", ["Cid"]),
        ("$t.Select('[Size] IS NULL').Name; $t.Select(\"Name IN ('ANN', 'x''y')\").Name", ["bob", "ann"]),
        ("$t.Select('', 'Name DESC, Size').Name -join ','", ["Cid,bob,ann"]),
        ("$v = $t.DefaultView; $v.RowFilter = 'Size < 7'; $v.Count; $v.ToTable().Rows[0].Name", [1, "ann"]),
        ("$t.Columns.Remove('Size'); $t.Rows[2].ItemArray", ["Cid"]),
        ("($t.Copy().Rows[2] | Get-Member Size).MemberType.ToString()", ["Property"]),
        ("$t.Rows.RemoveAt(0); $t.Rows.Count; $r.RowState.ToString()", [2, "Detached"]),
    ],
)
def test_rows_are_read_and_written_by_column(script, result):
    """
    Names in any case; null is DBNull; the pipeline sees rows; conditions compare as scripts do and nothing fits nothing.
    """
    assert make_session().evaluate(MADE + script) == result


@pytest.mark.parametrize(
    ("script", "error_id"),
    [
        ("$t.Rows[0].Size = 'x'", "ExceptionWhenSetting"),
        ("[void]$t.Columns.Add('NAME')", "DuplicateNameException"),
        ("$t.Rows.Add($r)", "ArgumentException"),
        ("[void]$t.Rows.Add(1, 2, 3)", "ArgumentException"),
        ("$t.Select('Nope = 1')", "EvaluateException"),
        ("$t.Select('Size =')", "SyntaxErrorException"),
        ("$t.Columns['Name'].AllowDBNull = $false; [void]$t.Rows.Add($null, 1)", "NoNullAllowedException"),
    ],
)
def test_what_does_not_fit_is_refused(script, error_id):
    assert make_session().evaluate(MADE + f"try {{ {script} }} catch {{ $_.FullyQualifiedErrorId }}") == [error_id]

"""ConvertTo-Json."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1.0", "1.0"),
        ("1e21", "1E+21"),
        ("[double]::NaN", '"NaN"'),
        ("5d", "5.0"),
        ("[DayOfWeek]::Friday", "5"),
        ("@{ a = @(); b = $null }", '{"a":[],"b":null}'),
        ("[datetime]::new(2024, 3, 5, 10, 0, 0, 'Utc')", '"2024-03-05T10:00:00Z"'),
    ],
)
def test_values_have_the_form_of_their_type(session, value, text):
    """
    Doubles and decimals keep a point, enumerations are numbers, what JSON lacks is text.
    """
    value = value.replace("'Utc'", "[DateTimeKind]::Utc")
    assert session.evaluate(f"ConvertTo-Json -Compress -InputObject ({value})") == [text]


def test_members_of_type_data_show_only_through_a_pipeline(session):
    """
    An argument shows what .NET has; an object from the pipeline also what PowerShell adds.
    """
    piped = session.evaluate("[ipaddress]'10.0.0.5' | ConvertTo-Json -Compress")[0]
    given = session.evaluate("ConvertTo-Json -Compress ([ipaddress]'10.0.0.5')")[0]
    assert piped.endswith(',"IPAddressToString":"10.0.0.5"}')
    assert "IPAddressToString" not in given


def test_what_lies_below_the_depth_is_its_text_with_one_warning(session):
    """
    Each cut value stands as text; the warning comes once.
    """
    text = "ConvertTo-Json -Compress -Depth 0 @{ a = @{} }, @{ a = @{} } 3>&1 | ForEach-Object { $_.GetType().Name }"
    assert session.evaluate(text) == ["WarningRecord", "String"]
    assert session.evaluate(
        "[ordered]@{ a = [pscustomobject]@{ b = 1 } } | ConvertTo-Json -Depth 0 -Compress"
    ) == ['{"a":"@{b=1}"}']


def test_escapes_follow_the_handling(session):
    """
    Line separators are always escaped; the rest as asked.
    """
    assert session.evaluate('ConvertTo-Json "é<`u{2028}"') == ['"é<\\u2028"']
    assert session.evaluate("ConvertTo-Json 'é😀' -EscapeHandling EscapeNonAscii") == [
        '"\\u00e9\\ud83d\\ude00"'
    ]
    assert session.evaluate("""ConvertTo-Json '<"' -EscapeHandling EscapeHtml""") == ['"\\u003c\\u0022"']


def test_a_piped_guid_shows_what_type_data_adds(session):
    """
    As an argument it is bare.
    """
    zero = "00000000-0000-0000-0000-000000000000"
    assert session.evaluate("[guid]::Empty | ConvertTo-Json -Compress; ConvertTo-Json ([guid]::Empty)") == [
        f'{{"value":"{zero}","Guid":"{zero}"}}',
        f'"{zero}"',
    ]


def test_flat_objects_are_written_as_others(session):
    """
    Plain values, one that is computed, nothing at all; with blanks and without, at any depth.
    """
    text = """
    $o = [pscustomobject]@{ a = 1; 'b"' = 'x"y'; c = $true; d = $null; e = $false; f = [long]5 }
    $p = [pscustomobject]@{ a = -2; s = '' } | Add-Member ScriptProperty t { $this.a * 2 } -PassThru
    $o, $p, ([pscustomobject]@{ in = [pscustomobject]@{ deep = 'z' } }), ([pscustomobject]@{}) | ConvertTo-Json -Compress
    [pscustomobject]@{ a = 1; i = [pscustomobject]@{ b = 'q' } } | ConvertTo-Json -Depth 1
    """
    assert session.evaluate(text) == [
        '[{"a":1,"b\\"":"x\\"y","c":true,"d":null,"e":false,"f":5},{"a":-2,"s":"","t":-4},{"in":{"deep":"z"}},{}]',
        '{\n  "a": 1,\n  "i": {\n    "b": "q"\n  }\n}',
    ]

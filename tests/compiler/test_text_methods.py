"""Methods of strings that are compiled to Python expressions do what the general call does, whatever they meet."""

from __future__ import annotations

from typing import Any

import pytest

from spshell.app import make_session

TEXTS = r"""
$texts = @('', ' a b ', 'Abc=def=', "`tx`t", 'straße', "e$([char]0x301)=", "$([char]0x1c) a", "a$([char]0xad)b=",
    [char]::ConvertFromUtf32(0x1F600) + '=b', "$([char]0x2003)w$([char]0x3000)", 5, 2.5, $null, @('p ', ' q'), [char]'c',
    [datetime]'2026-01-02', @{ Length = 9 }, [pscustomobject]@{ Length = 'own' }, ("x" | Add-Member -PassThru Extra 1), $true)
$one = 1; $two = '2'; $equals = '='; $null0 = $null; $accent = "$([char]0x301)"; $many = 40
"""

CALLS = [
    "Trim()", "Trim(' ')", "Trim('a')", "Trim('')", "TrimStart()", "TrimEnd('=')", "ToUpper()", "ToLowerInvariant()",
    "ToString()", "Substring(1)", "Substring($two)", "Substring($one, 1)", "Substring(0, $many)", "Substring(-1)",
    "Remove($one)", "Insert(1, '-')", "Insert(1, $null0)", "PadLeft(6)", "PadLeft($many, '*')", "PadRight(-1)",
    "PadRight(8, '')", "Replace('b', '')", "Replace('', 'x')", "Replace($equals, $null0)", "Replace($one, $two)",
    "Contains('=')", "Contains($one)", "Contains($null0)", "Contains('')", "Equals('')", "Equals($one)", "StartsWith('A')",
    "StartsWith('')", "StartsWith($accent)", "EndsWith($equals)", "EndsWith($null0)", "IndexOf('b')", "IndexOf($equals)",
    "IndexOf($accent)", "IndexOf([char]'=')", "LastIndexOf('=')", "LastIndexOf('')", "Split('=')", "Split(' ')", "Split($one)",
]  # fmt: skip


def run(text: str) -> list[Any]:
    session = make_session()
    return list(session.evaluate(TEXTS + text))


@pytest.mark.parametrize("call", CALLS)
def test_is_what_the_general_call_has(call: str) -> None:
    """The computed name goes the general way; both sides show types, values and error ids."""
    name, _, arguments = call.partition("(")
    loop = """
        $shown = foreach ($t in $texts) {{
            try {{ $r = $t.{0}; "$(if ($null -ne $r) {{ $r.GetType() }}) $(if ($r) {{ 'yes' }}) <$r>" }}
            catch {{ $_.FullyQualifiedErrorId }}
        }}
        $shown"""
    assert run(loop.format(call)) == run(f"$name = '{name}'" + loop.format(f"$name({arguments}"))


def test_length_is_that_of_dot_net() -> None:
    length = 'foreach ($t in $texts) { "$($t.Length)" }'
    assert run(length) == run("$name = 'Length'\n" + length.replace("Length", "$name"))


def test_joins_only_text_in_the_quick_way() -> None:
    """What is probably text may become something else: then the operator decides, and both sides are read in order."""
    text = """
        $s = ''; foreach ($n in 1..3) { $s = "<$n>".Trim(); $s = $s + $n; if ($n -eq 2) { $s = 4 }; $s = $s + $one; $s }
        foreach ($n in 1, 2) { $t = 'a'.PadLeft(2); $t + ($t = 'b'); $t + "$t" }"""
    assert run(text) == ["<1>11", 5, "<3>31", " ab", "bb", " ab", "bb"]


def test_type_data_win() -> None:
    """A member that type data give to strings hides the method, also in code that ran before."""
    text = """
        $f = { foreach ($t in 'a ', 'b ') { $t.Trim(); $t.Length } }
        & $f
        Update-TypeData -TypeName System.String -MemberType ScriptMethod -MemberName Trim -Value { 'own' }
        Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Length -Value { -1 }
        & $f
        Remove-TypeData -TypeName System.String
        & $f"""
    assert run(text) == ["a", 2, "b", 2, "own", -1, "own", -1, "a", 2, "b", 2]

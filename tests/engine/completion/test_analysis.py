"""What completion offers at a place; `|` marks the cursor."""

from __future__ import annotations

import pytest

from spshell.app import make_session
from spshell.engine.completion.analysis import complete

SETUP = """
function Set-Zone { [CmdletBinding()] param(
  [ValidateSet('Internet', 'Intranet', 'Custom')][string]$Zone,
  [ArgumentCompleter({ param($command, $parameter, $word) "$word-1"; "$word-2" })][string]$Server,
  [ArgumentCompletions('one', 'two')][string]$Kind,
  [DayOfWeek]$Day) }
$table = @{ relay = 1; 'reply to' = 2 }
"""


@pytest.fixture(scope="module")
def session():
    session = make_session()
    session.evaluate(SETUP)
    return session


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Set-Zone -Zone in|", ["Internet", "Intranet"]),
        ("Set-Zone -Server ab|", ["ab-1", "ab-2"]),
        ("Set-Zone -Kind t|", ["two"]),
        ("Set-Zone -Day T|", ["Thursday", "Tuesday"]),
        ("Set-Zone -Zone Custom -Z|", []),
        ("& { Set-Zone -Zo| }", ["-Zone"]),
        ("Write-Error x -Category Inv|", ["InvalidArgument", "InvalidData", "InvalidOperation", "InvalidResult", "InvalidType"]),
        ("$table.r|", ["relay", "'reply to'", "Remove("]),
        ("$table[|", ["'relay'", "'reply to'"]),
        ("[datetime]::MaxV|", ["MaxValue"]),
        ("'a'.PadL|", ["PadLeft("]),
        ("'a', 'b' | ForEach-Object { $_.PadL| }", ["PadLeft("]),
        ("[pscustomobject]@{ Site = 1; Size = 2 } | Sort-Object S|", ["Site", "Size"]),
        ("class Relay { [int]$Port }; [Relay]::new().P|", ["Port"]),
        ("foreach ($siteItem in 1) { $siteI| }", ["$siteItem"]),
        ('"a $($tabl|) b"', ["$table"]),
        ("1 -mat|", ["-match"]),
        ("switch -Wi|", ["-Wildcard"]),
        ("[Net.Mail.MailM|", []),
        ("[System.Net.Mail.MailM|", ["System.Net.Mail.MailMessage"]),
        ("using namespace System.Net.Mi|", ["System.Net.Mime"]),
        ("[CmdletBinding(Conf|", ["ConfirmImpact"]),
        ("[CmdletBinding(ConfirmImpact = 'H|", ["'High'"]),
        ("#requires -PSE|", ["PSEdition"]),
        ("<#\n.SYN|\n#>", ["SYNOPSIS"]),
        ("Get-Location | Select-Object @{ Na|", ["Name"]),
        ("$p = @{ Zo| }; Set-Zone @p", ["Zone"]),
        ("$d = [DayOfWeek]::Monday; $d -eq 'Mo|", ["'Monday'"]),
        ("Get-Location | |", []),
        ("$ErrorActionPreference = 's|", ["'SilentlyContinue'", "'Stop'", "'Suspend'"]),
        ("[ValidateSet(2, 11)]$n =|", ["2", "11"]),
        ("enum Tier { Gold; Bronze }; [Tier]$t = |", ["'Bronze'", "'Gold'"]),
        ("(1..3).Fo|", ["ForEach("]),
        ("i-psdf|", ["Import-PowerShellDataFile"]),
        ("[datetime]::  |", None),
    ],
)  # fmt: skip
def test_what_is_offered(session, text, expected):
    cursor = text.rindex("|")
    found = complete(session, text[:cursor] + text[cursor + 1 :], cursor)
    texts = [match.text for match in found.matches]
    assert texts == expected if expected is not None else "Now" in texts


def test_registered_blocks_get_what_is_bound_already(session):
    """
    The command, the parameter, the word, the tree, and the other arguments.
    """
    session.evaluate(
        "Register-ArgumentCompleter -CommandName Set-Zone -ParameterName Day -ScriptBlock {\n"
        '  param($command, $parameter, $word, $tree, $bound) "$command $parameter $word $($bound.Zone) $tree" }'
    )
    text = "Set-Zone -Zone Custom -Day Mo"
    (match,) = complete(session, text, len(text)).matches
    assert match.text == f"Set-Zone Day Mo Custom {text}"


def test_a_native_completer_offers_arguments_of_programs(session):
    session.evaluate(
        "Register-ArgumentCompleter -Native -CommandName farmtool -ScriptBlock {\n"
        '  param($word, $tree, $cursor) "$word!"; $cursor }'
    )
    assert [match.text for match in complete(session, "farmtool st", 11).matches] == ["st!", "11"]


def test_scripts_complete_texts_and_trees(session):
    """
    TabExpansion2 and CommandCompletion give the same answer, with the part that it replaces.
    """
    found = session.evaluate(
        "$a = TabExpansion2 'Get-Dat' 7; $b = [System.Management.Automation.CommandCompletion]::MapStringInputToParsedInput('Get-Dat', 3)\n"
        "$c = TabExpansion2 -ast $b.Item1 -tokens $b.Item2 -positionOfCursor $b.Item3\n"
        "foreach ($x in $a, $c) { $x.CompletionMatches[0].CompletionText; $x.ReplacementIndex; $x.ReplacementLength }\n"
        "$a.GetNextResult($true).ListItemText; (Get-Command TabExpansion2).CommandType.ToString()"
    )
    assert found == ["Get-Date", 0, 7, "Get-Date", 0, 7, "Get-Date", "Function"]


def test_what_asks_in_a_function_sees_the_variables_of_the_function(session):
    found = session.evaluate("& { $ownValue = 1; (TabExpansion2 '$ownV').CompletionMatches[0].ToolTip }")
    assert found == ["[int]$ownValue"]


def test_a_place_outside_of_the_text_is_refused(session):
    found = session.evaluate(
        "try { [System.Management.Automation.CommandCompletion]::MapStringInputToParsedInput('ab', 5) } catch { $_.FullyQualifiedErrorId }"
    )
    assert found == ["PSArgumentException"]

"""Select-String."""

from __future__ import annotations


def test_files_are_searched_line_by_line(session, tmp_path):
    """
    Path, number and line; -List stops a file at its first match; -Quiet stops everything.
    """
    (tmp_path / "a.txt").write_text("one\ntwo\none more\n")
    (tmp_path / "b.txt").write_text("none\n")
    assert session.evaluate(
        'Select-String one *.txt | ForEach-Object { "$($_.Filename):$($_.LineNumber)" }'
    ) == ["a.txt:1", "a.txt:3", "b.txt:1"]
    assert session.evaluate("Select-String one *.txt -List | ForEach-Object Filename") == ["a.txt", "b.txt"]
    assert session.evaluate("Select-String one *.txt -Quiet") == [True]


def test_context_overlaps(session):
    """
    Each match has its own lines before and after, also when matches stand close.
    """
    text = "'a', 'b', 'c', 'd' | Select-String 'b|c' -Context 1 | ForEach-Object { \"$($_.Context.PreContext)<$($_.Line)>$($_.Context.PostContext)\" }"
    assert session.evaluate(text) == ["a<b>c", "b<c>d"]


def test_a_wrong_pattern_is_refused_before_anything_is_read(session):
    """
    InvalidRegex carries the reason as inner exception.
    """
    assert session.evaluate(
        "try { 'a' | Select-String '[' } catch { $_.FullyQualifiedErrorId; $_.Exception.InnerException.GetType().Name }"
    ) == [
        "InvalidRegex,Microsoft.PowerShell.Commands.SelectStringCommand",
        "RegexParseException",
    ]


def test_lines_are_counted_over_text_and_other_objects(session):
    """
    Text after text takes a way of its own; a number between them does not, and the numbering goes on.
    """
    text = '"a1", "b", "a2", 3, "a4" | Select-String "[0-9]" | ForEach-Object { "$($_.LineNumber)$($_.Line)$($_.Matches[0].Value)" }'
    assert session.evaluate(text) == ["1a11", "3a22", "433", "5a44"]
    assert session.evaluate("'a', 'b', 'A' | Select-String a -NotMatch -Raw") == ["b"]
    assert session.evaluate("'x1y2', 'z', 'w3' | Select-String '\\d' -AllMatches | ForEach-Object { $_.Matches.Count }") == [2, 1]
    assert session.evaluate("'aB', 'c', 'ab' | Select-String a, C -SimpleMatch | ForEach-Object Pattern") == ["a", "C", "a"]

"""Properties of many objects are read by what their class declares; members of an object's own and of type data come first."""

from __future__ import annotations

from spshell.app import make_session


def test_members_that_an_object_carries_hide_what_its_class_declares() -> None:
    text = """
    $dates = 1..4 | ForEach-Object { [datetime]::new(2026, 1, $_) }
    $dates[2] = $dates[2] | Add-Member -NotePropertyName Day -NotePropertyValue 99 -PassThru -Force
    $dates[3] = $dates[3] | Add-Member -NotePropertyName Other -NotePropertyValue 7 -PassThru
    ($dates | ForEach-Object Day) -join ' '
    ($dates | Where-Object Day -gt 3 | ForEach-Object { $_.Day }) -join ' '
    ($dates | Sort-Object Day -Descending | ForEach-Object { $_.Month * 100 + $_.Day }) -join ' '
    ($dates | Measure-Object Day -Sum).Sum
    ($dates | Select-Object DAY, Other | ForEach-Object { "$($_.Day)/$($_.Other)" }) -join ' '
    """
    assert make_session().evaluate(text) == [
        "1 2 99 4", "99 4", "199 104 102 101", 106.0, "1/ 2/ 99/ 4/7",
    ]  # fmt: skip


def test_type_data_that_come_later_are_seen() -> None:
    text = """
    $spans = [timespan]::FromDays(1), [timespan]::FromDays(2)
    ($spans | ForEach-Object Twice) -join ' '
    ($spans | Sort-Object Days | ForEach-Object Days) -join ' '
    Update-TypeData -TypeName System.TimeSpan -MemberType ScriptProperty -MemberName Twice -Value { $this.Days * 2 }
    Update-TypeData -TypeName System.TimeSpan -MemberType ScriptProperty -MemberName Days -Value { 5 } -Force
    ($spans | ForEach-Object Twice) -join ' '
    ($spans | Select-Object Days | ForEach-Object { $_.Days }) -join ' '
    Remove-TypeData -TypeName System.TimeSpan
    ($spans | ForEach-Object Days) -join ' '
    """
    assert make_session().evaluate(text) == [" ", "1 2", "10 10", "5 5", "1 2"]


def test_objects_of_several_classes_and_null() -> None:
    text = """
    $mixed = 'abc', @(1, 2), $null, 5, [pscustomobject]@{ Length = 9 }, @{ Length = 8 }, [version]'1.2'
    ($mixed | ForEach-Object Length) -join ' '
    ($mixed | Where-Object Length -gt 2 | ForEach-Object { $_.Length }) -join ' '
    ('b', 'a' | ForEach-Object ToUpper) + ('x' | ForEach-Object Length) -join ' '
    (1, 'x', 2 | ForEach-Object GetType | ForEach-Object Name) -join ' '
    """
    assert make_session().evaluate(text)[2:] == ["B A 1", "Int32 String Int32"]
    assert make_session().evaluate(text)[:2] == ["3 2   9 8 ", "3 9 8"]

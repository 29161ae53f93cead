"""Get-Clipboard and Set-Clipboard where no program reaches the system's."""

from __future__ import annotations

import pytest

from cmdlets.management import clipboard


@pytest.fixture(autouse=True)
def no_programs(monkeypatch):
    monkeypatch.setattr(clipboard.shutil, "which", lambda _name: None)


def test_the_clipboard_holds_lines(session):
    """One a value; -Raw gives all of them as one text, -Append keeps what was there."""
    text = "'a', 'b' | Set-Clipboard; @(Get-Clipboard).Count; Set-Clipboard c -Append; Get-Clipboard -Raw; Get-Clipboard -Delimiter b"
    assert session.evaluate(text) == [2, "a\nb\nc", "a\n", "\nc"]


def test_nothing_is_no_output(session):
    """A null value empties the clipboard; -WhatIf leaves it."""
    assert session.evaluate("Set-Clipboard x; Set-Clipboard y -WhatIf; Get-Clipboard; Set-Clipboard $null; Get-Clipboard") == ["x"]

"""Colours: only when a script asks for them, and never where plain text is wanted."""

from __future__ import annotations


def test_unasked_there_are_no_colours(shown, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in shown("$PSStyle.OutputRendering; [pscustomobject]@{ A = 1 }")


def test_a_script_that_asks_gets_headers_and_labels_in_colour(shown, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = shown("$PSStyle.OutputRendering = 'Ansi'; $PSStyle.Formatting.TableHeader = \"`e[36m\"; [pscustomobject]@{ A = 1; B = 2 }")
    assert text.split("\n")[1:3] == ["\x1b[36mA\x1b[0m\x1b[36m B\x1b[0m", "\x1b[36m-\x1b[0m \x1b[36m-\x1b[0m"]
    warned = shown("$PSStyle.OutputRendering = 'Ansi'; Write-Warning 'w'")
    assert warned == "\x1b[33;1mWARNING: w\x1b[0m\n"


def test_plain_text_loses_its_sequences_on_the_console_only(shown, monkeypatch):
    """
    Their width never counts.
    """
    monkeypatch.setenv("NO_COLOR", "")
    coloured = '"`e[31mred`e[0m"'
    assert shown(f"{coloured}; {coloured} | Set-Content t.txt; (Get-Content t.txt).Length; [pscustomobject]@{{ A = {coloured}; B = 1 }}") == (
        "red\n12\n\nA   B\n-   -\nred 1\n\n"
    )

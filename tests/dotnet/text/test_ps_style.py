"""$PSStyle (about_ANSI_Terminals)."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("script", "shown"),
    [
        ("$PSStyle.Background.BrightCyan", "\x1b[106m"),
        ("$PSStyle.Foreground.FromRgb(0xf5f5dc)", "\x1b[38;2;245;245;220m"),
        ("$PSStyle.Background.FromRgb(1, 2, 3)", "\x1b[48;2;1;2;3m"),
        ("$PSStyle.FileInfo.Extension['.x'] = $PSStyle.Bold; $PSStyle.FileInfo.Extension['.x']", "\x1b[1m"),
        ("$PSStyle.Formatting.Error = $PSStyle.Dim; $PSStyle.Formatting.Error", "\x1b[2m"),
        ("$PSStyle.Progress.View = 'Classic'; \"$($PSStyle.Progress.View)\"", "Classic"),
        (
            "[System.Management.Automation.PSStyle]::MapColorPairToEscapeSequence('Red', 'Black')",
            "\x1b[91;40m",
        ),
    ],
)
def test_sequences_can_be_read_made_and_kept(script, shown):
    """
    One object serves the whole session.
    """
    assert make_session().evaluate(script) == [shown]


def test_a_decoration_has_no_visible_text():
    session = make_session()
    session.evaluate("$PSStyle.Formatting.Error = 'red'")
    assert session.errors[0].fqid == "ExceptionWhenSetting"


def test_providers_say_what_they_can_do():
    assert make_session().evaluate("(Get-PSProvider FileSystem).Capabilities.ToString()") == [
        "Filter, ShouldProcess, Credentials"
    ]

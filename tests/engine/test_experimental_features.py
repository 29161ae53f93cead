"""Experimental features: what modules name, and what the user switched on."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.setenv("SPSHELL_HOME", str(tmp_path / "home"))
    folder = tmp_path / "modules" / "M"
    folder.mkdir(parents=True)
    features = "@{ Name = 'M.One'; Description = 'first' }, @{ Name = 'M.Two'; Description = 'second' }"
    (folder / "M.psd1").write_text(
        f"@{{ ModuleVersion = '1.0'; PrivateData = @{{ PSData = @{{ ExperimentalFeatures = @({features}) }} }} }}"
    )
    monkeypatch.setenv("PSModulePath", str(tmp_path / "modules"))
    return make_session()


def test_features_of_modules_are_switched_for_later_sessions(session):
    """
    One warning for all; a name that no module has is an error.
    """
    text = (
        "Get-ExperimentalFeature | Enable-ExperimentalFeature -WarningVariable w -WarningAction SilentlyContinue; $w.Count;"
        "Disable-ExperimentalFeature M.One -WarningAction SilentlyContinue; (Get-ExperimentalFeature M.*).ForEach({ $_.Name, $_.Enabled });"
        "$EnabledExperimentalFeatures; Enable-ExperimentalFeature No.One -ErrorVariable e -WarningAction Ignore -ErrorAction SilentlyContinue;"
        "$e[0].CategoryInfo.Category.ToString()"
    )
    assert session.evaluate(text) == [1, "M.One", False, "M.Two", True, "M.Two", "ObjectNotFound"]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("[Experimental]::new('a', 'Show').ExperimentName", "a"),
        ("[Parameter]::new('a', 'Hide').ExperimentAction.ToString()", "Hide"),
        ("try { [Parameter]::new('', 'Show') } catch { $_.FullyQualifiedErrorId }", "PSArgumentNullException"),
        ("try { [Experimental]::new('a', 'None') } catch { $_.FullyQualifiedErrorId }", "PSArgumentException"),
        ("try { & { [Experimental()] param() } } catch { $_.FullyQualifiedErrorId }", "MethodCountCouldNotFindBest"),
        ("& { [Experimental('a', 'Show')] param([Parameter('a', 'Show')] $x) 'ran' }", "ran"),
    ],
)
def test_attributes_name_a_feature_and_what_to_do(session, text, result):
    """
    Show or Hide; an attribute without a name or an action cannot be made.
    """
    assert session.evaluate(text) == [result]

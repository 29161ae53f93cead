"""What a culture says of itself: codes of its language, its kind, calendar and comparison (Get-Culture)."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("de-AT", "deu DEA SpecificCultures, InstalledWin32Cultures"),
        ("fr", "fra FRA NeutralCultures, InstalledWin32Cultures"),
        ("", "ivl IVL SpecificCultures, InstalledWin32Cultures"),
    ],
)
def test_a_culture_has_codes_of_three_letters(name, result):
    script = (
        f"$c = [cultureinfo]'{name}'; \"$($c.ThreeLetterISOLanguageName) $($c.ThreeLetterWindowsLanguageName) $($c.CultureTypes)\""
    )
    assert make_session().evaluate(script) == [result]


def test_a_culture_lists_its_members_from_its_parent_on():
    script = "$c = [cultureinfo]'en-US'; $c.PSObject.Properties.Name[0, 1, 2]; \"$($c.TextInfo)/$($c.CompareInfo)\"; $c.Calendar.Eras"
    assert make_session().evaluate(script) == ["Parent", "LCID", "KeyboardLayoutId", "TextInfo - en-US/CompareInfo - en-US", 1]

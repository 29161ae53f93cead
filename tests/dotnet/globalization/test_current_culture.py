"""The current culture as a value of the session."""

from __future__ import annotations

from spshell.app import make_session


def run(text: str) -> list[object]:
    return make_session().evaluate(text)


def test_what_is_formatted_without_a_culture_follows_the_current_one():
    """
    -f, ToString, parsing and casts of dates; expansion in text stays invariant.
    """
    found = run(
        "[cultureinfo]::CurrentCulture = 'de-DE'\n"
        "'{0:N2}' -f 1234.5; 1.5.ToString(); [double]::Parse('1,5') -eq 1.5; \"$(1.5)\"\n"
        "([datetime]'2026-03-01').ToString('D'); $PSCulture; (1.5, 2 | Out-String).Trim()"
    )
    assert found == ["1.234,50", "1,5", True, "1.5", "Sonntag, 1. März 2026", "de-DE", "1,5\n2"]


def test_a_new_session_begins_in_english():
    run("[cultureinfo]::CurrentCulture = 'fr-FR'")
    assert run("(Get-Culture).Name; '{0}' -f 1.5") == ["en-US", "1.5"]


def test_a_culture_keeps_its_name_where_its_numbers_are_another_ones():
    assert run("[cultureinfo]::CurrentCulture = 'en-ZA'; [cultureinfo]::CurrentCulture.Name") == ["en-ZA"]


def test_the_formats_of_a_new_culture_can_be_changed_and_those_of_a_shared_one_not():
    found = run(
        "$own = [cultureinfo]::new('en-US'); $own.NumberFormat.NumberGroupSeparator = '_'; (1234.5).ToString('N1', $own)\n"
        "try { [cultureinfo]::GetCultureInfo('en-US').NumberFormat.NumberGroupSeparator = '_' }\n"
        "catch { $_.Exception.InnerException.GetType().Name }\n"
        "[cultureinfo]::GetCultureInfo('en-US').NumberFormat.NumberGroupSeparator"
    )
    assert found == ["1_234.5", "InvalidOperationException", ","]


def test_names_of_months_beside_a_day_are_in_the_genitive():
    date = "[datetime]'2026-03-01'"
    assert run(f"({date}).ToString('d MMMM', [cultureinfo]'pl-PL'); ({date}).ToString('MMMM', [cultureinfo]'pl-PL')") == [
        "1 marca",
        "marzec",
    ]


def test_the_list_separator_of_a_copy_is_its_own():
    """
    CSV with -UseCulture goes by it; a shared culture can only be read.
    """
    found = run(
        "$c = [cultureinfo]::new('en-US'); $c.TextInfo.ListSeparator = '/'; [cultureinfo]::CurrentCulture = $c\n"
        "[pscustomobject]@{ A = 1; B = 2 } | ConvertTo-Csv -UseCulture -UseQuotes Never\n"
        "('A/B', '1/2' | ConvertFrom-Csv -UseCulture).B; $c.Clone().TextInfo.ListSeparator\n"
        "try { [cultureinfo]::InvariantCulture.TextInfo.ListSeparator = '/' } catch { 'read-only' }"
    )
    assert found == ["A/B", "1/2", "2", "/", "read-only"]


def test_a_new_session_begins_without_the_changed_culture() -> None:
    make_session().evaluate(
        "$c = [cultureinfo]::new('en-US'); $c.TextInfo.ListSeparator = '/'; [cultureinfo]::CurrentCulture = $c"
    )
    assert make_session().evaluate("[cultureinfo]::CurrentCulture.TextInfo.ListSeparator") == [","]

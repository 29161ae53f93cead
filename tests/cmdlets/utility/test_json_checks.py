"""Test-Json, and ConvertFrom-Json as a method."""

from __future__ import annotations

import pytest

from spshell.app import make_session


@pytest.fixture
def session(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return make_session()


@pytest.mark.parametrize(
    ("text", "options", "good"),
    [
        ('{"a": 1}', "", True),
        ("1", "", True),
        ("null", "", True),
        ("{a: 1}", "", False),
        ("[1,]", "", False),
        ("NaN", "", False),
        ("[1,]", "-Options AllowTrailingCommas", True),
        ('["a,]", 1 /* x */ ] // y', "-Options IgnoreComments", True),
        ('["a//b", 1, ] // y', "-Options IgnoreComments, AllowTrailingCommas", True),
        ("[1,] // y", "-Options IgnoreComments", False),
    ],
)
def test_json_is_meant_to_the_letter(session, text, options, good):
    """What is wrong is an error beside the answer."""
    got = session.evaluate(f"'{text}' | Test-Json {options} -EV e -EA SilentlyContinue; $e.FullyQualifiedErrorId")
    assert got == [good, None if good else "InvalidJson,Microsoft.PowerShell.Commands.TestJsonCommand"]


def test_files_and_schemas(session, tmp_path):
    """A file must be there; a schema is read first, and refused since it cannot be used."""
    (tmp_path / "good.json").write_text("[]")
    session.evaluate("function Id($block) { try { & $block } catch { $_.FullyQualifiedErrorId.Split(',')[0] } }")
    assert session.evaluate(
        "Test-Json -Path good.json; Id { Test-Json -LiteralPath no.json }; Id { Test-Json -Json '1' -Schema '{' };"
        "Id { Test-Json -Json '1' -SchemaFile no.json }; Id { Test-Json -Json '1' -Schema '{}' }"
    ) == [True, "PathNotFound", "InvalidJsonSchema", "JsonSchemaFileOpenFailure", "JsonSchemaNotSupported"]


def test_the_method_gives_a_record_for_names_that_no_object_can_have(session):
    """Hashtables take them; text that is no JSON is thrown."""
    session.evaluate("$t = [Microsoft.PowerShell.Commands.JsonObject]; $e = $null")
    assert session.evaluate(
        "$null -eq $t::ConvertFromJson('{\"\": 1}', [ref]$e); $e.FullyQualifiedErrorId;"
        "$t::ConvertFromJson('{\"\": 1}', $true, [ref]$e)['']; $null -eq $e;"
        "$t::ConvertFromJson('{\"a\": 1}', $false, 5, [ref]$e).a;"
        "try { $t::ConvertFromJson('{\"a\":{\"b\":1}}', $false, 1, [ref]$e) } catch { $_.FullyQualifiedErrorId }"
    ) == [True, "EmptyKeyInJsonString", 1, True, 1, "ArgumentException"]

"""[xml]: documents by element names, changes, XPath and text."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text

FARM = (
    '$x = [xml]\'<farm name="F1"><server role="app">sp01</server><server role="web">sp02</server>'
    "<empty/><two></two><one><v>5</v></one></farm>'; "
)


@pytest.fixture(scope="module")
def session():
    return Session()


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$x.farm.name", ["F1"]),
        ("$x.FARM.server.role", ["app", "web"]),
        ("$x.farm.server[1].'#text'", ["sp02"]),
        ("$x.farm.one.v.GetType().Name", ["String"]),
        ("$null -eq $x.farm.nope", ["True"]),
        ("$x.farm['one'].v", ["5"]),
        ("$x.farm.empty.GetType().Name", ["String"]),
        ("$x.farm.one.OuterXml", ["<one><v>5</v></one>"]),
        (
            "$x.SelectSingleNode('//empty').OuterXml; $x.SelectSingleNode('//two').OuterXml",
            ["<empty />", "<two></two>"],
        ),
        ("$x.farm.SetAttribute('name','a<\"b'); $x.farm.Attributes[0].OuterXml", ['name="a&lt;&quot;b"']),
        ("$x.farm.one.v = '6'; $x.farm.one.InnerXml", ["<v>6</v>"]),
        ("$x.farm.name = 'F3'; $x.farm.name", ["F3"]),
        (
            "$e = $x.CreateElement('server'); $e.InnerText = '<'; $x.farm.AppendChild($e).OuterXml",
            ["<server>&lt;</server>"],
        ),
        ("$null = $x.farm.RemoveChild($x.farm.FirstChild); $x.farm.server.role", ["web"]),
        ("$x.farm.RemoveAttribute('name'); $x.farm.name", ["farm"]),
        ("$x.Clone().farm.name", ["F1"]),
        ('"$($x.farm)"', ["System.Xml.XmlElement"]),
        ("$x.ToString()", ["#document"]),
        ("$x.SelectNodes('//server').Count", ["2"]),
        ("$x.SelectNodes('//server[@role=\"web\"]/text()') | % Value", ["sp02"]),
        ("$x.SelectNodes('/farm/server[last()]/@role') | % Value", ["web"]),
        ("$x.SelectNodes('//server[contains(., \"02\") or position()=1]') | % InnerText", ["sp01", "sp02"]),
        ("$x.SelectNodes('//v/ancestor::*') | % LocalName", ["farm", "one"]),
        ("$x.SelectNodes('//*[starts-with(name(), \"e\")]') | % Name", ["empty"]),
        ("$x.SelectNodes('//v | //empty') | % Name", ["empty", "v"]),
    ],
)
def test_a_farm_file(session, script, result):
    assert [to_text(item) for item in session.evaluate(FARM + script)] == result


def test_namespaces_need_a_prefix_in_paths(session):
    script = (
        "$d = [xml]'<a xmlns=\"urn:x\"><b/></a>'; $n = [System.Xml.XmlNamespaceManager]::new($d.NameTable); "
        "$n.AddNamespace('p','urn:x'); $d.SelectNodes('//b').Count; $d.SelectNodes('//p:b',$n).Count"
    )
    assert session.evaluate(script) == [0, 1]


@pytest.mark.parametrize("text", ["x", "<a/><b/>", "<a b=1/>", ' <?xml version="1.0"?><a/>', "<a>"])
def test_text_that_is_not_well_formed(session, text):
    script = f"try {{ [xml]'{text}' }} catch {{ $_.FullyQualifiedErrorId }}"
    assert session.evaluate(script) == ["InvalidCastToXmlDocument"]


def test_entities_of_other_files_are_not_read(session, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    text = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{secret}">]><a>&e;</a>'
    script = f"try {{ ([xml]'{text}').a }} catch {{ 'refused' }}"
    assert "hidden" not in [to_text(item) for item in session.evaluate(script)]


def test_what_cannot_be_set(session):
    script = "$y = [xml]'<a><b>1</b><b>2</b></a>'; try { $y.a.b = '3' } catch { $_.FullyQualifiedErrorId }"
    assert session.evaluate(script) == ["XmlNodeSetRestrictionsMoreThanOneNode"]

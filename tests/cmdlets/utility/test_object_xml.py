"""ConvertTo-Xml, ConvertTo-Html, Select-Xml, ConvertFrom-StringData."""

from __future__ import annotations


def test_objects_below_the_depth_are_text(session):
    """
    What was added to such an object follows its text.
    """
    text = "([pscustomobject]@{ A = [pscustomobject]@{ B = 1 } } | ConvertTo-Xml -NoTypeInformation).Objects.OuterXml"
    assert session.evaluate(text) == [
        (
            '<Objects><Object><Property Name="A"><Property>@{B=1}</Property><Property Name="B">1</Property>'
            "</Property></Object></Objects>"
        )
    ]


def test_characters_that_xml_lacks_are_refused(session):
    """
    ArgumentException, as the XML writer has it.
    """
    assert session.evaluate('try { ConvertTo-Xml "`0" } catch { $_.Exception.GetType().Name }') == [
        "ArgumentException"
    ]


def test_a_list_separates_objects_by_a_rule(session):
    """
    -As List has a row a property.
    """
    text = '1..2 | % { [pscustomobject]@{ N = "<$_>" } } | ConvertTo-Html -Fragment -As List'
    assert session.evaluate(text) == [
        "<table>",
        "<tr><td>N:</td><td>&lt;1&gt;</td></tr>",
        "<tr><td><hr></td></tr>",
        "<tr><td>N:</td><td>&lt;2&gt;</td></tr>",
        "</table>",
    ]


def test_prefixes_stand_for_namespaces(session):
    """
    -Namespace names the prefixes of the expression.
    """
    text = "(Select-Xml -Content '<a xmlns=\"u\"><b>1</b></a>' -XPath '//x:b' -Namespace @{ x = 'u' }).Node.InnerText"
    assert session.evaluate(text) == ["1"]
    assert session.evaluate("\"$(Select-Xml -Content '<a><b>1</b></a>' -XPath '//b')\"") == ["1"]


def test_values_of_string_data_have_escapes(session):
    """
    As regular expressions write them; names are trimmed and occur once.
    """
    assert session.evaluate(r"(ConvertFrom-StringData ' a = x\ty\u0041\\ ').a") == ["x\tyA\\"]
    assert session.evaluate('try { ConvertFrom-StringData "a=1`nA=2" } catch { $_.CategoryInfo.Category }')[
        0
    ].name == ("InvalidOperation")

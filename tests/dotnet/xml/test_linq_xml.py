"""System.Xml.Linq."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text

DOCUMENT = "$x = [Xml.Linq.XElement]::Parse('<a b=\"1\"><c>2</c><c d=\"e\"/></a>'); "


@pytest.mark.parametrize(
    ("script", "result"),
    [
        (DOCUMENT + "$x.Attribute('b').Value", ["1"]),
        (DOCUMENT + "$x.Elements('c') | ForEach-Object { \"<$($_.Value)>\" }", ["<2>", "<>"]),
        (DOCUMENT + "$x.SetAttributeValue('n', $true); $x.Element('c').Remove(); \"$x\"", ['<a b="1" n="true">\n  <c d="e" />\n</a>']),
        (DOCUMENT + "$x.Descendants().Count; $x.Element('zz') -eq $null", ["2", "True"]),
        ("[Xml.Linq.XElement]::new('r', [Xml.Linq.XAttribute]::new('k', 5), 'te<xt').ToString()", ['<r k="5">te&lt;xt</r>']),
        ("[Xml.Linq.XDocument]::Parse('<a xmlns=\"urn:x\"><b/></a>').Root.Name", ["{urn:x}a"]),
        ("try { [Xml.Linq.XDocument]::Parse('<a>') } catch { $_.FullyQualifiedErrorId }", ["XmlException"]),
    ],
)
def test_trees(script, result):
    """
    Elements are found, changed, made and written; names carry their namespace.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == result

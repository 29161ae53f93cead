"""SecurityElement.Escape and XmlConvert."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("[Security.SecurityElement]::Escape('<a&\"b''>')", "&lt;a&amp;&quot;b&apos;&gt;"),
        ("[Xml.XmlConvert]::ToString($true)", "true"),
        ("[Xml.XmlConvert]::ToString([timespan]'1.02:03:04.5')", "P1DT2H3M4.5S"),
        ("[Xml.XmlConvert]::ToBoolean('1')", "True"),
        ("[Xml.XmlConvert]::EncodeName('a b')", "a_x0020_b"),
        ("[Xml.XmlConvert]::DecodeName('a_x0020_b')", "a b"),
    ],
)
def test_escapes(script, result):
    """
    Marks become entities; values are written as XML Schema has them.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == [result]

"""XmlWriter, XmlTextWriter, and where the reader of XML sees a fault."""

import pytest

from spshell.engine.session import Session
from spshell.values.text import to_text

WRITER = """
$sb = [Text.StringBuilder]::new(); $s = [Xml.XmlWriterSettings]::new(); $s.Indent = $true
$w = [Xml.XmlWriter]::Create($sb, $s); $w.WriteStartElement('a'); $w.WriteAttributeString('b', '1"')
$w.WriteElementString('c', '<x>'); $w.WriteStartElement('d'); $w.Close(); $sb.ToString()
"""


def test_elements_are_indented_escaped_and_closed() -> None:
    """
    A declaration goes first, what is empty stays short, Close ends what is open.
    """
    found = [to_text(item) for item in Session().evaluate(WRITER)]
    assert found == [
        '<?xml version="1.0" encoding="utf-16"?>\n<a b="1&quot;">\n  <c>&lt;x&gt;</c>\n  <d />\n</a>'
    ]


@pytest.mark.parametrize(
    ("script", "result"),
    [
        ("$w = [IO.StringWriter]::new(); ([xml]'<f><o>5</o></f>').f.WriteTo([Xml.XmlTextWriter]::new($w)); \"$w\"", "<f><o>5</o></f>"),
        ("$w = [IO.StringWriter]::new(); ([xml]'<f/>').Save($w); $w.ToString().Split(\"`n\")[0]", '<?xml version="1.0" encoding="utf-16"?>'),
        ("$m = [IO.MemoryStream]::new(); ([xml]'<f/>').Save($m); $m.Length", "5"),
        ("try { [xml]'<a b=1/>' } catch { $_.Exception.InnerException.InnerException.LinePosition }", "6"),
        ("try { [xml]' <?xml version=\"1.0\"?><a/>' } catch { $_.Exception.InnerException.InnerException.LinePosition }", "4"),
    ],
)
def test_documents_go_to_writers_and_faults_have_a_place(script, result) -> None:
    """
    A document saves to writers and streams; the exception tells line and position.
    """
    assert [to_text(item) for item in Session().evaluate(script)] == [result]

"""-OutputFormat XML: objects leave as CLIXML."""

from __future__ import annotations

from spshell.xml_output import XmlOutput


def test_each_object_says_which_stream_it_is_of():
    """
    One document, without line ends; values inside an object have no stream.
    """
    from spshell.values.objects import PSCustomObject

    written: list[str] = []
    output = XmlOutput(written.append)
    for value in ("a", 5, PSCustomObject({"Name": "web01"})):
        output.add(value)
    output.finish()
    text = "".join(written)
    assert text.startswith('#< CLIXML\n<Objs Version="1.1.0.1"')
    assert '<S S="Output">a</S><I32 S="Output">5</I32><Obj S="Output" RefId="0">' in text
    assert '<S N="Name">web01</S>' in text
    assert text.count("\n") == 1

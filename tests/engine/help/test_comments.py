"""Comment-based help (about_Comment_Based_Help)."""

from __future__ import annotations

import io

from spshell.app import make_session
from spshell.engine.help.comments import read_comment
from spshell.engine.host.host import Host
from spshell.engine.session import Session


def help_of(script: str, name: str, what: str) -> list[object]:
    return Session(Host(io.StringIO(), io.StringIO())).evaluate(f"{script}\n(Get-Help {name}).{what}")


def test_sections_are_read_and_an_unknown_one_makes_it_no_help():
    topic = read_comment([".SYNOPSIS", "  Sends.", ".PARAMETER Url", "  Where.", ".EXAMPLE", "a", "", "b"])
    assert topic is not None
    assert (topic.synopsis, topic.parameters) == ("Sends.", {"url": "Where."})
    assert (topic.examples[0].code, topic.examples[0].remarks) == ("a", "b")
    assert read_comment([".SYNOPSIS", "x", ".BOGUS"]) is None


def test_help_stands_before_the_function_inside_it_or_at_its_end():
    before = "<#\n.SYNOPSIS\nBefore.\n#>\n\nfunction f { }"
    inside = "function f {\n# .SYNOPSIS\n# Inside.\nparam($a)\n}"
    at_end = "function f {\n'x'\n<#\n.SYNOPSIS\nEnd.\n#>\n}"
    far = "<#\n.SYNOPSIS\nFar.\n#>\n\n\n\nfunction f { }"
    assert help_of(before, "f", "Synopsis") == ["Before."]
    assert help_of(inside, "f", "Synopsis") == ["Inside."]
    assert help_of(at_end, "f", "Synopsis") == ["End."]
    assert str(help_of(far, "f", "Synopsis")[0]).strip() == "f"


def test_a_question_mark_as_parameter_shows_help_instead_of_running():
    session = Session(Host(io.StringIO(), io.StringIO()))
    shown = session.evaluate("function f { <# .SYNOPSIS\nAsk.\n#> 'ran' }; f -?")
    assert shown != ["ran"]


def test_help_says_of_a_default_what_its_attribute_says():
    script = "function f { param([PSDefaultValue(Help = 'here')] $p = $PWD) }; (Get-Help f -Parameter p).defaultValue"
    assert make_session().evaluate(script) == ["here"]

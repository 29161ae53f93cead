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


def test_comments_at_parameters_describe_them():
    """
    Above one, within it or, after the last, behind it; a section of the help comment wins.
    """
    script = (
        "function f {\n# .SYNOPSIS\n# s\n# .PARAMETER b\n# said\nparam(\n# not this\n\n\n# first\n$a,\n"
        "[int]\n# inside\n$b, $c # behind\n) }"
    )
    assert help_of(script, "f", "parameters.parameter.ForEach({ $_.description.Text })") == ["first", "said", "behind"]


def test_examples_have_prompt_command_and_remarks():
    """
    What stands before the first '>' is the prompt; four empty paragraphs follow the remarks.
    """
    script = "function f { <#\n.EXAMPLE\nPS> f 1\nmore\n\nWhy.\n\nAlso.\n.EXAMPLE\nf 2\n#> }"
    what = "examples.example.ForEach({ $_.introduction[0].Text, $_.code, $_.remarks[0].Text, $_.remarks.Count })"
    assert help_of(script, "f", what) == ["PS>", "f 1\nmore", "Why.\n\nAlso.", 5, "PS > ", "f 2", "", 5]


def test_a_script_and_its_first_function_have_help_of_their_own(tmp_path):
    """
    The comment nearest to the function is the function's.
    """
    path = tmp_path / "s.ps1"
    path.write_text("# .SYNOPSIS\n# script\n\n# .SYNOPSIS\n# function\nfunction f { }\n(Get-Help f).Synopsis\n")
    assert make_session().evaluate(f"(Get-Help '{path}').Synopsis; & '{path}'") == ["script", "function"]


def test_syntax_names_every_set_and_the_words_of_enumerations():
    """
    Switches have no value; parameters stand as declared.
    """
    script = "function f { param([Parameter(Mandatory)][int]$N, [switch]$S, [DayOfWeek]$D) }"
    what = "syntax.syntaxItem[0].parameter.ForEach({ $_.name, $_.required, $_.position, $_.parameterValue.required })"
    assert help_of(script, "f", what) == ["N", "true", "1", "true", "S", "false", "named", None, "D", "false", "2", None]
    assert help_of(script, "f", "syntax.syntaxItem[0].parameter[2].parameterValueGroup.parameterValue[1].ToString()") == ["Monday"]


def test_help_is_chosen_by_component_and_forwarded():
    """
    A comment may send to another command's help; what does not fit what is asked for is not found.
    """
    script = "function f { <#\n.COMPONENT\nMail\n#> }; function g { # .FORWARDHELPTARGETNAME Get-Help\n }"
    text = (
        "(Get-Help f -Component m*).Component; Get-Help f -Component Web -ErrorVariable e -ErrorAction SilentlyContinue;"
        "$e[0].FullyQualifiedErrorId; (Get-Help g).Name; (Get-Help f*s | Where-Object Name -eq 'ForEach').Synopsis"
    )
    got = make_session().evaluate(f"{script}\n{text}")
    assert got[:3] == ["Mail", "HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand", "Get-Help"]


def test_external_help_is_looked_for_by_culture(tmp_path):
    """
    Beside the script, then in the folder of the culture.
    """
    (tmp_path / "en-US").mkdir()
    (tmp_path / "en-US" / "h.xml").write_text(
        "<helpItems xmlns:c='urn:c' xmlns:m='urn:m'><c:command><c:details><c:name>f</c:name>"
        "<m:description><m:para>Sends.</m:para></m:description></c:details></c:command></helpItems>"
    )
    path = tmp_path / "s.ps1"
    path.write_text("function f { # .EXTERNALHELP h.xml\n }")
    assert make_session().evaluate(f". '{path}'; (Get-Help f).Synopsis") == ["Sends."]

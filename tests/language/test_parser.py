"""What the parser makes of single constructs."""

import pytest

from spshell.language import parse, parse_type_name
from spshell.language.messages import message


def first(text):
    result = parse(text)
    assert result.errors == []
    return result.script_block.end_block.statements[0]


def expression(text):
    return first(text).elements[0].expression


def ids(text):
    return [error.error_id for error in parse(text).errors]


@pytest.mark.parametrize(
    ("text", "value", "type_name"),
    [
        ("5", 5, "System.Int32"),
        ("5l", 5, "System.Int64"),
        ("0xFFFFFFFF", -1, "System.Int32"),
        ("0xFFFFFFFFL", 4294967295, "System.Int64"),
        ("0b11111111", -1, "System.Int32"),
        ("-0x80000000", 2147483648, "System.Int64"),
        ("2147483648", 2147483648, "System.Int64"),
        ("9223372036854775808", "9223372036854775808", "System.Decimal"),
        ("1kb", 1024, "System.Int32"),
        ("1.5", 1.5, "System.Double"),
        ("1.5L", 2, "System.Int64"),
        ("1.50d", "1.50", "System.Decimal"),
        ("1n", 1, "System.Numerics.BigInteger"),
        ("255uy", 255, "System.Byte"),
        (".5", 0.5, "System.Double"),
        ("1e3", 1000.0, "System.Double"),
    ],
)
def test_numbers_have_the_narrowest_type_that_holds_them(text, value, type_name):
    """
    about_Numeric_Literals: suffixes, multipliers, hexadecimal and binary digits.
    """
    node = expression(text)

    assert (node.value, node.type_name, node.text) == (value, type_name, text)


def test_comma_binds_tighter_than_range_and_range_tighter_than_format():
    """
    The order is , .. -f * + and so on down to -and.
    """
    node = expression("'{0}' -f 1,2 + 3..4 * 2 -eq 5 -and $true")

    assert node.operator == "And"
    assert node.left.operator == "Ieq"
    assert node.left.left.operator == "Plus"
    assert node.left.left.left.operator == "Format"
    assert node.left.left.right.operator == "Multiply"
    assert node.left.left.right.left.operator == "DotDot"


def test_parts_of_a_string_stand_in_order():
    """
    Literal text and expressions alternate; escapes are resolved.
    """
    node = expression('"a $b`n$($c.d)!"')

    assert [part if isinstance(part, str) else part.kind for part in node.parts] == [
        "a ",
        "VariableExpression",
        "\n",
        "SubExpression",
        "!",
    ]


def test_inner_extents_of_strings_are_those_of_the_whole_text():
    """
    What is cut out of a string, with doubled quotes undone, keeps its place.
    """
    text = '"a $(""y"") $(f ""z"")"'
    node = expression(text)
    inner = node.parts[3].body.statements[0].elements[0].elements[1]

    assert text[inner.start : inner.end] == '""z""'


def test_a_keyword_is_only_one_at_the_beginning_of_a_statement():
    """
    As an argument it is a word like any other.
    """
    assert [element.value for element in first("echo if foreach").elements[0].elements] == [
        "echo",
        "if",
        "foreach",
    ]


def test_several_errors_come_from_one_pass():
    """
    The parser recovers and goes on.
    """
    assert ids("$a = @{ a 1 }\n5 6\n@{ b = }") == [
        "MissingEqualsInHashLiteral",
        "UnexpectedToken",
        "MissingStatementInHashLiteral",
    ]


@pytest.mark.parametrize("text", ["if ($a) {", "f |", "1 +", "'abc", "@'\nabc", "f `", "$x.", "try { 1 }"])
def test_unfinished_input_is_incomplete(text):
    """
    More text could mend it, so the prompt asks for another line.
    """
    assert parse(text).incomplete


@pytest.mark.parametrize("text", ["1 2", ")", "5 = 1", "if (1) { ) }", "@{ a = 1; a = 2 }"])
def test_wrong_input_is_not_incomplete(text):
    """
    No further text would help.
    """
    result = parse(text)

    assert result.errors
    assert not result.incomplete


@pytest.mark.parametrize(
    ("text", "error_id"),
    [
        ("5++", "OperatorRequiresVariableOrProperty"),
        ("1, $b = 5", "InvalidLeftHandSide"),
        ("@a.b", "SplattingNotPermitted"),
        ("f @a,1", "SplattingNotPermittedInArgumentList"),
        ("function f($a, $A) { }", "DuplicateFormalParameter"),
        ("function f($a) { param($b) }", "OnlyOneParameterListAllowed"),
        ("try { } catch { } catch [Exception] { }", "EmptyCatchNotLast"),
        (
            "try { } catch [IO.IOException] { } catch [IO.FileNotFoundException] { }",
            "ExceptionTypeAlreadyCaught",
        ),
        ("try { } finally { return }", "ControlLeavingFinally"),
        ("param([ValidateSet($x)]$a)", "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock"),
        ("data { Get-Date }", "CmdletNotInAllowedListForDataSection"),
        ("class A { [int] F() { 5 } }", "MethodHasCodePathNotReturn"),
        ("class A { F() { return 5 } }", "VoidMethodHasReturn"),
        ("class A { F() { try { $z = 1 } catch { } $z } }", "VariableNotLocal"),
        ("class A { $n; F() { $n = 1 } }", "MissingThis"),
        ("class A { } class A { }", "MemberAlreadyDefined"),
        ("[ordered]5", "OrderedAttributeOnlyOnHashLiteralNode"),
        ("$x = 1; using namespace System", "UsingMustBeAtStartOfScript"),
        ("#requires -Version x", "RequiresVersionInvalid"),
    ],
)
def test_what_the_grammar_allows_may_still_be_wrong(text, error_id):
    """
    Checks of meaning report before anything runs.
    """
    assert error_id in ids(text)


def test_finally_may_hold_a_loop_that_is_left():
    """
    Only a jump out of the finally block itself is refused.
    """
    assert ids("try { } finally { foreach ($x in 1) { break } }") == []


def test_requirements_are_gathered_from_all_lines():
    """
    about_Requires: each line adds to the others.
    """
    block = parse(
        "#Requires -Version 7.2 -Modules A, @{ ModuleName = 'B'; ModuleVersion = '2.0' }\n#requires -RunAs\n1"
    )
    needed = block.script_block.requirements

    assert needed.version == "7.2"
    assert [(module.name, module.minimum_version) for module in needed.modules] == [("A", None), ("B", "2.0")]
    assert needed.elevated


def test_nothing_may_follow_what_looks_like_a_signature():
    """
    Readers stop there, so PowerShell does too.
    """
    assert ids("1\n# SIG # Begin signature block\n2") == ["TokenAfterEndOfValidScriptText"]
    assert ids("1\n# SIG # Begin signature block\n# abc\n# SIG # End signature block") == []


def test_type_names_keep_their_structure():
    """
    Generic arguments, arrays and ranks.
    """
    found = parse_type_name("Dictionary[string, int[,]]")

    assert found.full_name == "Dictionary[string,int[,]]"
    assert found.generic_arguments[1].rank == 2
    assert parse_type_name("int[") is None


def test_comments_are_kept_with_their_extents():
    """
    The engine looks for help in them.
    """
    text = "<# .SYNOPSIS #> function f { # b\n}"

    assert [text[start:end] for start, end in parse(text).comments] == ["<# .SYNOPSIS #>", "# b"]


def test_every_sentence_takes_its_arguments():
    """
    An error of any id has a sentence that names its arguments.
    """
    error = parse("$a = 5 5").errors[0]

    assert message(error) == "'5' was not expected here."

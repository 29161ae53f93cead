"""The syntax tree as scripts see it: classes, properties, parents, searching, tokens."""

from __future__ import annotations

import pytest

from spshell.app import make_session

LANGUAGE = "System.Management.Automation.Language."


@pytest.fixture
def session():
    return make_session()


def test_a_node_is_the_same_object_wherever_it_is_met(session):
    text = "$b = { if ($x) { 1 } }; $i = $b.Ast.EndBlock.Statements[0]; $i.Clauses[0].Item2.Parent -eq $i; $i.Parent.Parent -eq $b.Ast"
    assert session.evaluate(text) == [True, True]


def test_the_ast_of_a_functions_block_is_its_definition(session):
    text = "function f($p) { 1 }; $a = (Get-Command f).ScriptBlock.Ast; $a.GetType().Name; $a.Parameters[0].Name.VariablePath.UserPath"
    assert session.evaluate(text) == ["FunctionDefinitionAst", "p"]


def test_findall_enters_functions_and_blocks_only_when_asked(session):
    session.evaluate("$b = { a; function f { b }; & { c } }")
    find = f"$b.Ast.FindAll({{ $args[0] -is [{LANGUAGE}CommandAst] }}, ${{0}}) | ForEach-Object {{ $_.GetCommandName() }}"
    assert session.evaluate(find.replace("${0}", "$true")) == ["a", "b", None, "c"]
    assert session.evaluate(find.replace("${0}", "$false")) == ["a", None]


def test_parseinput_gives_tokens_and_errors_by_reference(session):
    text = (
        f"$t = $e = $null; $null = [{LANGUAGE}Parser]::ParseInput('if (', [ref]$t, [ref]$e); "
        '"$($t[0].Kind) $($t[0].TokenFlags)"; $e[0].ErrorId; $e[0].IncompleteInput'
    )
    assert session.evaluate(text) == [
        "If Keyword, StatementDoesntSupportAttributes",
        "IfStatementMissingCondition",
        True,
    ]


def test_offsets_count_utf16_units(session):
    text = f"$t = $e = $null; $null = [{LANGUAGE}Parser]::ParseInput('\"😀\"; $x', [ref]$t, [ref]$e); $t[2].Extent.StartOffset, $t[2].Extent.StartColumnNumber"
    assert session.evaluate(text) == [6, 7]


@pytest.mark.parametrize(
    ("expression", "value"), [("@{ a = 1, 2 }.a[1]", 2), ("(1, 'x')[1]", "x"), ('"a$true"', "aTrue")]
)
def test_safegetvalue_works_out_plain_data(session, expression, value):
    text = f"{{ {expression} }}.Ast.EndBlock.Statements[0].PipelineElements[0].Expression"
    if "." in expression:  # a member access is no plain data
        session.evaluate(f"try {{ {text}.SafeGetValue() }} catch {{ $r = $_.FullyQualifiedErrorId }}")
        assert session.evaluate("$r") == ["InvalidOperationException"]
    else:
        assert session.evaluate(f"{text}.SafeGetValue()") == [value]


def test_a_visitor_class_meets_the_nodes_in_order_and_may_skip(session):
    session.evaluate(
        f"class V : {LANGUAGE}AstVisitor {{ [System.Collections.ArrayList]$seen = @(); "
        f"[{LANGUAGE}AstVisitAction] VisitCommand([{LANGUAGE}CommandAst]$c) {{ $this.seen.Add($c.GetCommandName()); return 'Continue' }} "
        f"[{LANGUAGE}AstVisitAction] VisitIfStatement([{LANGUAGE}IfStatementAst]$i) {{ return 'SkipChildren' }} }}; "
        "$v = [V]::new(); { a; if (b) { c }; d }.Ast.Visit($v)"
    )
    assert session.evaluate("$v.seen") == ["a", "d"]


@pytest.mark.parametrize(
    ("block", "commands", "variables", "error_id"),
    [
        ("'a', 1", "", "", None),
        ("Get-Date", "'Get-Date'", "", None),
        ("Get-Item", "'Get-Date'", "", "CmdletNotInAllowedListForDataSection"),
        ("$x", "", "'x'", None),
        ("$x", "", "", "VariableReferenceNotSupportedInDataSection"),
        ("$x.y()", "", "'*'", "MethodCallNotSupportedInDataSection"),
    ],
)
def test_checkrestrictedlanguage_refuses_what_was_not_allowed(session, block, commands, variables, error_id):
    session.evaluate(
        f"$r = $null; try {{ {{ {block} }}.CheckRestrictedLanguage([string[]]@({commands}), [string[]]@({variables}), $false) }} "
        "catch { $r = $_.Exception.InnerException.Errors[0].ErrorId }"
    )
    assert session.evaluate("$r") == [error_id]


def test_psparser_names_tokens_as_windows_powershell_2_did(session):
    text = (
        "$e = $null; [System.Management.Automation.PSParser]::Tokenize('dir -Path $x # c', [ref]$e) | "
        'ForEach-Object { "$($_.Type) $($_.Content)" }'
    )
    assert session.evaluate(text) == ["Command dir", "CommandParameter -Path", "Variable x", "Comment # c"]

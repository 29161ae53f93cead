"""Statements and blocks (interim)."""

from __future__ import annotations

import re
from typing import Any

from spshell.language import nodes
from spshell.language.interim import scan
from spshell.language.interim.commands import argument, pipeline_statement
from spshell.language.interim.expressions import expression, unary, variable
from spshell.language.interim.parser import Parser
from spshell.language.interim.types import bracketed

_LABEL = re.compile(r":([A-Za-z_]\w*)")
_NAMED = {"begin": "Begin", "process": "Process", "end": "End", "clean": "Clean", "dynamicparam": "DynamicParam"}
_FUNCTION_NAME = re.compile(r"[^\s(){};,|&<>\"']+")


def script(p: Parser) -> Any:
    p.pos = 1 if p.text.startswith("\ufeff") else 0
    return _body(p, 0, "")


def script_block_body(p: Parser, start: int, *, filter_: bool = False) -> Any:
    """After the opening brace: up to and with the closing one."""
    outer, p.no_comma = p.no_comma, 0
    block = _body(p, start, "}", filter_=filter_)
    p.no_comma = outer
    return block


def _body(p: Parser, start: int, close: str, *, filter_: bool = False) -> Any:
    usings: list[Any] = []
    while True:
        _separators(p)
        if p.word_at() == "using":
            usings.append(_using(p))
        else:
            break
    param_block = _param_block(p)
    named: dict[str, Any] = {}
    statements: list[Any] = []
    traps: list[Any] = []
    first = p.pos
    while True:
        _separators(p)
        word = p.word_at()
        if word in _NAMED and not statements:
            at = p.pos
            p.pos += len(word)
            p.trivia()
            if p.peek() == "{":
                block = _statement_block(p)
                kind = _NAMED[word]
                if kind in named:
                    p.error("DuplicateScriptCommandClause", word, start=at, end=at + len(word), incomplete=False)
                named[kind] = nodes.NamedBlock(kind, False, block.statements, block.traps, at, p.pos)
                continue
            p.pos = at
        break
    body_start = p.pos
    if not named:
        _statements(p, close, statements, traps)
    else:
        _separators(p)
    if statements or (not named):
        end = statements[-1].end if statements else p.pos
        begin = statements[0].start if statements else body_start
        kind = "Process" if filter_ else "End"
        named[kind] = nodes.NamedBlock(kind, True, statements, traps, begin, max(end, begin))
    if close:
        _separators(p)
        if not p.take(close):
            p.error("MissingEndCurlyBrace", start=start, end=start + 1, incomplete=True)
    elif p.pos < p.length:
        p.error("UnexpectedToken", p.peek(), start=p.pos, end=p.pos + 1, incomplete=False)
    del first
    return nodes.ScriptBlock(
        p.source, usings, [], param_block, named.get("DynamicParam"), named.get("Begin"), named.get("Process"), named.get("End"),
        named.get("Clean"), None, start, p.pos,
    )  # fmt: skip


def _param_block(p: Parser) -> Any:
    start = p.pos
    errors = len(p.errors)
    attributes: list[Any] = []
    while p.peek() == "[":
        found = bracketed(p)
        if found is None or found.kind != "Attribute":
            p.pos = start
            del p.errors[errors:]
            return None
        attributes.append(found)
        p.trivia()
    if p.word_at() != "param":
        p.pos = start
        del p.errors[errors:]
        return None
    begin = p.pos
    p.pos += 5
    p.trivia()
    if p.peek() != "(":
        p.pos = start
        return None
    parameters = parameter_list(p)
    return nodes.ParamBlock(attributes, parameters, start if attributes else begin, p.pos)


def parameter_list(p: Parser) -> list[Any]:
    """``( [type]$a = 1, $b )``."""
    p.pos += 1
    result: list[Any] = []
    outer, p.no_comma = p.no_comma, 1
    while True:
        p.trivia()
        if p.peek() in (")", ""):
            break
        start = p.pos
        attributes: list[Any] = []
        while p.peek() == "[":
            found = bracketed(p)
            if found is None:
                break
            attributes.append(found)
            p.trivia()
        name = variable(p) if p.peek() == "$" else None
        if name is None:
            p.error("MissingEndParenthesisInFunctionParameterList" if not attributes else "InvalidFunctionParameter", start=p.pos)
            break
        default = None
        before = p.pos
        p.trivia()
        if p.take("="):
            p.trivia()
            default = expression(p)
            if default is None:
                p.error("MissingExpressionAfterToken", "=", start=p.pos)
        else:
            p.pos = before
        result.append(nodes.Parameter(name, attributes, default, start, p.pos))
        p.trivia()
        if not p.take(","):
            break
    p.no_comma = outer
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisInFunctionParameterList", start=p.pos)
    return result


def statement_block_until(p: Parser, close: str) -> Any:
    """The statements of ``$( )`` or ``@( )``, opening already read."""
    outer, p.no_comma = p.no_comma, 0
    statements: list[Any] = []
    traps: list[Any] = []
    start = p.pos
    _statements(p, close, statements, traps)
    p.no_comma = outer
    end = statements[-1].end if statements else p.pos
    begin = statements[0].start if statements else start
    if close and not p.take(close):
        p.error("MissingEndParenthesisInSubexpression", start=p.pos)
    return nodes.StatementBlock(statements, traps, begin, end)


def _statements(p: Parser, close: str, statements: list[Any], traps: list[Any]) -> None:
    while True:
        _separators(p)
        c = p.peek()
        if not c or (close and c == close):
            return
        if c in ")}":
            if close:
                return
            p.error("UnexpectedToken", c, start=p.pos, end=p.pos + 1, incomplete=False)
            p.pos += 1
            continue
        before = p.pos
        node = statement(p)
        if node is None or p.pos == before:
            p.error("UnexpectedToken", p.peek(), start=p.pos, end=p.pos + 1, incomplete=False)
            p.pos = before + 1
            continue
        (traps if node.kind == "TrapStatement" else statements).append(node)
        p.comment()
        c = p.peek()
        if c and c not in ";\r\n" and not (close and c == close) and c not in ")}" and not _self_ended(node):
            p.error("UnexpectedToken", c, start=p.pos, end=p.pos + 1, incomplete=False)


def _self_ended(node: Any) -> bool:
    return node.kind in (
        "IfStatement", "SwitchStatement", "ForEachStatement", "ForStatement", "WhileStatement", "DoWhileStatement", "DoUntilStatement", "TryStatement",
        "FunctionDefinition", "TypeDefinition", "DataStatement", "TrapStatement",
    )  # fmt: skip


def _separators(p: Parser) -> None:
    while True:
        p.trivia()
        if not p.take(";"):
            return


def statement(p: Parser) -> Any:
    """One statement; None when none begins here."""
    p.blanks()
    start = p.pos
    c = p.peek()
    if c == ":":
        match = _LABEL.match(p.text, p.pos)
        if match:
            p.pos = match.end()
            p.trivia()
            word = p.word_at()
            if word in _LOOPS:
                return _KEYWORDS[word](p, start, match[1])
            p.pos = start
    word = p.word_at() if c.isalpha() else ""
    if word in _KEYWORDS:
        if word in ("class", "enum") and not re.compile(r"\w+\s+\w").match(p.text, p.pos):
            return pipeline_statement(p)
        if word in _LOOPS or word == "switch":
            return _KEYWORDS[word](p, start, None)
        return _KEYWORDS[word](p, start)
    if c == "[":
        found = _attributed_definition(p)
        if found is not None:
            return found
    return pipeline_statement(p)


def _attributed_definition(p: Parser) -> Any:
    """``[Flags()] enum X``, ``[Attribute()] class X``."""
    start = p.pos
    match = re.compile(r"(?:\[[^\[\]]*\]\s*)+(class|enum)\s+\w", re.IGNORECASE).match(p.text, p.pos)
    if match is None:
        return None
    attributes: list[Any] = []
    while p.peek() == "[":
        attributes.append(bracketed(p))
        p.trivia()
    return (_class if p.word_at() == "class" else _enum)(p, start, attributes)


def _statement_block(p: Parser) -> Any:
    start = p.pos
    if not p.take("{"):
        p.error("MissingStatementBlock", start=p.pos)
        return nodes.StatementBlock([], [], p.pos, p.pos)
    outer, p.no_comma = p.no_comma, 0
    statements: list[Any] = []
    traps: list[Any] = []
    _statements(p, "}", statements, traps)
    p.no_comma = outer
    if not p.take("}"):
        p.error("MissingEndCurlyBrace", start=start, end=start + 1, incomplete=True)
    return nodes.StatementBlock(statements, traps, start, p.pos)


def _condition(p: Parser, keyword: str) -> Any:
    p.trivia()
    if not p.take("("):
        p.error("MissingOpenParenthesisInIfStatement" if keyword == "if" else "MissingOpenParenthesisAfterKeyword", keyword, start=p.pos)
        return nodes.ErrorStatement([], p.pos, p.pos)
    outer, p.no_comma = p.no_comma, 0
    p.trivia()
    found = statement(p)
    p.no_comma = outer
    if found is None:
        p.error("IfStatementMissingCondition" if keyword == "if" else "MissingExpressionAfterKeyword", keyword, start=p.pos)
        found = nodes.ErrorStatement([], p.pos, p.pos)
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisAfterStatement", keyword, start=p.pos)
    p.trivia()
    return found


def _if(p: Parser, start: int) -> Any:
    p.pos += 2
    clauses = [(_condition(p, "if"), _statement_block(p))]
    otherwise = None
    while True:
        before = p.pos
        p.trivia()
        word = p.word_at()
        if word == "elseif":
            p.pos += 6
            clauses.append((_condition(p, "elseif"), _statement_block(p)))
            continue
        if word == "else":
            p.pos += 4
            p.trivia()
            otherwise = _statement_block(p)
            break
        p.pos = before
        break
    return nodes.IfStatement(clauses, otherwise, start, p.pos)


def _while(p: Parser, start: int, label: str | None) -> Any:
    p.pos += 5
    condition = _condition(p, "while")
    return nodes.WhileStatement(label, condition, _statement_block(p), start, p.pos)


def _do(p: Parser, start: int, label: str | None) -> Any:
    p.pos += 2
    p.trivia()
    body = _statement_block(p)
    p.trivia()
    word = p.word_at()
    if word not in ("while", "until"):
        p.error("MissingWhileOrUntilInDoWhile", start=p.pos)
        return nodes.DoWhileStatement(label, nodes.ErrorStatement([], p.pos, p.pos), body, start, p.pos)
    p.pos += 5
    p.trivia()
    begin = p.pos
    if not p.take("("):
        p.error("MissingOpenParenthesisAfterKeyword", word, start=begin)
    p.trivia()
    condition = statement(p) or nodes.ErrorStatement([], p.pos, p.pos)
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisAfterStatement", word, start=p.pos)
    made = nodes.DoWhileStatement if word == "while" else nodes.DoUntilStatement
    return made(label, condition, body, start, p.pos)


def _for(p: Parser, start: int, label: str | None) -> Any:
    p.pos += 3
    p.trivia()
    if not p.take("("):
        p.error("MissingOpenParenthesisAfterKeyword", "for", start=p.pos)
    parts: list[Any] = []
    for index in range(3):
        p.trivia()
        parts.append(None if p.peek() in (";", ")", "") else statement(p))
        p.trivia()
        if index < 2 and not p.take(";") and p.peek() == ")":
            break
    parts += [None] * (3 - len(parts))
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisAfterStatement", "for", start=p.pos)
    p.trivia()
    return nodes.ForStatement(label, *parts, _statement_block(p), start, p.pos)


def _foreach(p: Parser, start: int, label: str | None) -> Any:
    p.pos += 7
    p.trivia()
    if p.peek() != "(" and not p.peek() in scan.DASHES:
        p.pos = start
        return pipeline_statement(p)
    while p.peek() in tuple(scan.DASHES):
        match = re.compile(r"[-\u2013\u2014\u2015]\w+").match(p.text, p.pos)
        if match is None:
            break
        p.pos = match.end()
        p.trivia()
    if not p.take("("):
        p.error("MissingOpenParenthesisAfterKeyword", "foreach", start=p.pos)
    p.trivia()
    name = variable(p)
    if name is None:
        p.error("MissingVariableNameAfterForeach", start=p.pos)
        name = nodes.VariableExpression("_", False, p.pos, p.pos)
    p.trivia()
    if p.word_at() == "in":
        p.pos += 2
    else:
        p.error("MissingInInForeach", start=p.pos)
    p.trivia()
    items = statement(p) or nodes.ErrorStatement([], p.pos, p.pos)
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisAfterForeach", start=p.pos)
    p.trivia()
    return nodes.ForEachStatement(label, name, items, _statement_block(p), False, None, start, p.pos)


_SWITCH_FLAGS = {"file": "File", "regex": "Regex", "wildcard": "Wildcard", "exact": "Exact", "casesensitive": "CaseSensitive", "parallel": "Parallel"}


def _switch(p: Parser, start: int, label: str | None) -> Any:
    p.pos += 6
    p.trivia()
    flags: set[str] = set()
    condition: Any = None
    while p.peek() in tuple(scan.DASHES):
        match = re.compile(r"[-\u2013\u2014\u2015](\w+)").match(p.text, p.pos)
        if match is None:
            break
        found = [full for short, full in _SWITCH_FLAGS.items() if short.startswith(match[1].lower())]
        if len(found) < 1:
            p.error("InvalidSwitchFlag", match.group(), start=p.pos, end=match.end(), incomplete=False)
        p.pos = match.end()
        p.trivia()
        if found:
            if found[0] in ("Regex", "Wildcard", "Exact"):
                flags -= {"Regex", "Wildcard", "Exact"}
            flags.add(found[0])
            if found[0] == "File" and p.peek() != "(":
                inner = argument(p)
                element = nodes.CommandExpression(inner, [], inner.start, inner.end)
                condition = nodes.Pipeline([element], False, inner.start, inner.end)
                p.trivia()
    if condition is None:
        condition = _condition(p, "switch")
    p.trivia()
    clauses: list[Any] = []
    default = None
    opening = p.pos
    if not p.take("{"):
        p.error("MissingCurlyBraceInSwitchStatement", start=p.pos)
    while True:
        _separators(p)
        if p.peek() in ("}", ""):
            break
        before = p.pos
        if p.word_at() == "default":
            p.pos += 7
            p.trivia()
            if default is not None:
                p.error("MultipleSwitchDefaultClauses", start=before, end=before + 7, incomplete=False)
            default = _statement_block(p)
            continue
        test = _clause(p)
        if test is None:
            p.error("MissingSwitchConditionExpression" if False else "UnexpectedToken", p.peek(), start=p.pos)
            p.pos = before + 1
            continue
        p.trivia()
        clauses.append((test, _statement_block(p)))
    if not p.take("}"):
        p.error("MissingEndCurlyBrace", start=opening, end=opening + 1, incomplete=True)
    elif not clauses and default is None:
        p.error("EmptySwitch", start=p.pos - 1, incomplete=False)
    return nodes.SwitchStatement(label, frozenset(flags), condition, clauses, default, start, p.pos)


def _clause(p: Parser) -> Any:
    c = p.peek()
    if c.isalpha() or c in "*?_./\\":
        return argument(p)
    node = unary(p)
    return node if node is not None else argument(p)


def _try(p: Parser, start: int) -> Any:
    p.pos += 3
    p.trivia()
    body = _statement_block(p)
    catches: list[Any] = []
    final = None
    while True:
        before = p.pos
        p.trivia()
        word = p.word_at()
        if word == "catch":
            begin = p.pos
            p.pos += 5
            types: list[Any] = []
            while True:
                p.trivia()
                if p.peek() != "[":
                    break
                found = bracketed(p)
                if found is not None:
                    types.append(found)
                p.trivia()
                p.take(",")
            block = _statement_block(p)
            catches.append(nodes.CatchClause(types, block, begin, p.pos))
            continue
        if word == "finally":
            p.pos += 7
            p.trivia()
            final = _statement_block(p)
            break
        p.pos = before
        break
    if not catches and final is None:
        p.error("MissingCatchOrFinally", start=p.pos)
    return nodes.TryStatement(body, catches, final, start, p.pos)


def _trap(p: Parser, start: int) -> Any:
    p.pos += 4
    p.trivia()
    found = bracketed(p) if p.peek() == "[" else None
    p.trivia()
    return nodes.TrapStatement(found, _statement_block(p), start, p.pos)


def _flow(made: Any, length: int) -> Any:
    def parse_flow(p: Parser, start: int) -> Any:
        p.pos += length
        end = p.pos
        p.blanks()
        inner = None
        c = p.peek()
        if c and c not in "\r\n;})|&#":
            if made in (nodes.BreakStatement, nodes.ContinueStatement):
                inner = argument(p)
            else:
                inner = pipeline_statement(p)
        if inner is None:
            p.pos = end
        return made(inner, start, p.pos)

    return parse_flow


def _function(p: Parser, start: int) -> Any:
    word = p.word_at()
    p.pos += len(word)
    p.blanks()
    match = _FUNCTION_NAME.match(p.text, p.pos)
    if match is None:
        p.error("MissingNameAfterKeyword", word, start=p.pos)
        return nodes.ErrorStatement([], start, p.pos)
    name = match.group()
    p.pos = match.end()
    p.trivia()
    parameters = None
    if p.peek() == "(":
        parameters = parameter_list(p)
        p.trivia()
    opening = p.pos
    if not p.take("{"):
        p.error("MissingFunctionBody", start=p.pos)
        return nodes.ErrorStatement([], start, p.pos)
    body = script_block_body(p, opening, filter_=word == "filter")
    return nodes.FunctionDefinition(name, word == "filter", word == "workflow", parameters, body, start, p.pos)


def _using(p: Parser) -> Any:
    start = p.pos
    p.pos += 5
    p.blanks()
    match = re.compile(r"(namespace|module|assembly|command|type)\b", re.IGNORECASE).match(p.text, p.pos)
    if match is None:
        p.error("InvalidUsingStatement", start=p.pos)
        return nodes.ErrorStatement([], start, p.pos)
    p.pos = match.end()
    p.blanks()
    name = argument(p)
    alias = None
    specification = None
    if name is not None and name.kind == "Hashtable":
        specification, name = name, None
    p.blanks()
    if p.take("="):
        p.blanks()
        alias = argument(p)
    return nodes.UsingStatement(match[1].capitalize(), name, alias, specification, start, p.pos)


def _data(p: Parser, start: int) -> Any:
    p.pos += 4
    p.blanks()
    if p.peek() not in ("{", "-", "\n", "\r") and not p.peek().isalpha():
        p.pos = start
        return pipeline_statement(p)
    name = None
    match = scan.WORD.match(p.text, p.pos)
    if match:
        name = match.group()
        p.pos = match.end()
        p.trivia()
    allowed: list[Any] = []
    if re.compile(r"-s\w*", re.IGNORECASE).match(p.text, p.pos):
        p.pos = re.compile(r"-s\w*", re.IGNORECASE).match(p.text, p.pos).end()  # type: ignore[union-attr]
        p.trivia()
        while True:
            item = argument(p)
            if item is not None:
                allowed.append(item)
            p.trivia()
            if not p.take(","):
                break
            p.trivia()
    p.trivia()
    if p.peek() != "{":
        p.pos = start
        return pipeline_statement(p)
    return nodes.DataStatement(name, allowed, _statement_block(p), start, p.pos)


def _bases(p: Parser) -> list[Any]:
    bases: list[Any] = []
    p.trivia()
    if p.take(":"):
        from spshell.language.interim.types import type_name

        while True:
            p.trivia()
            begin = p.pos
            found = type_name(p)
            if found is None:
                p.error("TypeNameExpected", start=p.pos)
                break
            bases.append(nodes.TypeConstraint(found, begin, p.pos))
            p.trivia()
            if not p.take(","):
                break
    return bases


def _class(p: Parser, start: int, attributes: list[Any] | None = None) -> Any:
    p.pos += 5
    p.trivia()
    match = scan.WORD.match(p.text, p.pos)
    name = match.group() if match else ""
    p.pos = match.end() if match else p.pos
    bases = _bases(p)
    p.trivia()
    opening = p.pos
    members: list[Any] = []
    if not p.take("{"):
        p.error("MissingTypeBody", name, start=p.pos)
    while True:
        _separators(p)
        if p.peek() in ("}", ""):
            break
        before = p.pos
        member = _member(p, name)
        if member is None or p.pos == before:
            p.error("IncompleteMemberDefinition", start=p.pos)
            p.pos = max(p.pos, before + 1)
            continue
        members.append(member)
    if not p.take("}"):
        p.error("MissingEndCurlyBrace", start=opening, end=opening + 1, incomplete=True)
    return nodes.TypeDefinition(name, "class", attributes or [], bases, members, start, p.pos)


def _member(p: Parser, class_name: str) -> Any:
    start = p.pos
    attributes: list[Any] = []
    type_: Any = None
    modifiers: set[str] = set()
    while True:
        p.trivia()
        if p.peek() == "[":
            found = bracketed(p)
            if found is None:
                return None
            if found.kind == "Attribute":
                attributes.append(found)
            else:
                type_ = found
            continue
        word = p.word_at()
        if word in ("static", "hidden", "public", "private"):
            modifiers.add(word.capitalize())
            p.pos += len(word)
            continue
        break
    if p.peek() == "$":
        name = variable(p)
        if name is None:
            return None
        initial = None
        before = p.pos
        p.trivia()
        if p.take("="):
            p.trivia()
            initial = expression(p)
        else:
            p.pos = before
        return nodes.PropertyMember(name.path, type_, attributes, frozenset(modifiers), initial, start, p.pos)
    match = scan.WORD.match(p.text, p.pos)
    if match is None:
        return None
    p.pos = match.end()
    p.trivia()
    if p.peek() != "(":
        return None
    begin = p.pos
    parameters = parameter_list(p)
    p.trivia()
    base = None
    if match.group().lower() == class_name.lower() and p.take(":"):
        p.trivia()
        if p.word_at() == "base" or p.starts("base"):
            p.pos += 4
            p.trivia()
            from spshell.language.interim.expressions import call_arguments

            base = call_arguments(p) if p.peek() == "(" else []
            p.trivia()
    opening = p.pos
    if not p.take("{"):
        p.error("MissingFunctionBody", start=p.pos)
        return None
    body = script_block_body(p, opening)
    definition = nodes.FunctionDefinition(match.group(), False, False, parameters, body, begin, p.pos)
    return nodes.FunctionMember(match.group(), type_, attributes, frozenset(modifiers), definition, base, start, p.pos)


def _enum(p: Parser, start: int, attributes: list[Any] | None = None) -> Any:
    p.pos += 4
    p.trivia()
    match = scan.WORD.match(p.text, p.pos)
    name = match.group() if match else ""
    p.pos = match.end() if match else p.pos
    bases = _bases(p)
    p.trivia()
    opening = p.pos
    members: list[Any] = []
    if not p.take("{"):
        p.error("MissingTypeBody", name, start=p.pos)
    while True:
        _separators(p)
        if p.peek() in ("}", ""):
            break
        begin = p.pos
        match = scan.WORD.match(p.text, p.pos)
        if match is None:
            p.error("MissingPropertyName" if False else "UnexpectedToken", p.peek(), start=p.pos)
            p.pos += 1
            continue
        p.pos = match.end()
        initial = None
        before = p.pos
        p.blanks()
        if p.take("="):
            p.trivia()
            initial = expression(p)
        else:
            p.pos = before
        members.append(nodes.PropertyMember(match.group(), None, [], frozenset({"Public", "Static"}), initial, begin, p.pos))
    if not p.take("}"):
        p.error("MissingEndCurlyBrace", start=opening, end=opening + 1, incomplete=True)
    return nodes.TypeDefinition(name, "enum", attributes or [], bases, members, start, p.pos)


_LOOPS = ("for", "foreach", "while", "do", "switch")
_KEYWORDS: dict[str, Any] = {
    "if": _if, "while": _while, "do": _do, "for": _for, "foreach": _foreach, "switch": _switch, "try": _try, "trap": _trap,
    "function": _function, "filter": _function, "workflow": _function, "data": _data, "class": _class, "enum": _enum,
    "return": _flow(nodes.ReturnStatement, 6), "exit": _flow(nodes.ExitStatement, 4), "throw": _flow(nodes.ThrowStatement, 5),
    "break": _flow(nodes.BreakStatement, 5), "continue": _flow(nodes.ContinueStatement, 8),
}  # fmt: skip

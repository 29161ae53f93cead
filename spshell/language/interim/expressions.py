"""Expressions (interim)."""

from __future__ import annotations

import re
from typing import Any

from spshell.language import nodes
from spshell.language.interim import scan, strings
from spshell.language.interim.parser import Parser
from spshell.language.interim.types import bracketed

_OPERATORS = {
    **{w: ("I" + w, 5) for w in ("eq", "ne", "ge", "gt", "le", "lt", "like", "notlike", "match", "notmatch", "replace", "contains", "notcontains", "in", "notin", "split")},
    **{"i" + w: ("I" + w, 5) for w in ("eq", "ne", "ge", "gt", "le", "lt", "like", "notlike", "match", "notmatch", "replace", "contains", "notcontains", "in", "notin", "split")},
    **{"c" + w: ("C" + w, 5) for w in ("eq", "ne", "ge", "gt", "le", "lt", "like", "notlike", "match", "notmatch", "replace", "contains", "notcontains", "in", "notin", "split")},
    "and": ("And", 1), "or": ("Or", 1), "xor": ("Xor", 1), "band": ("Band", 2), "bor": ("Bor", 2), "bxor": ("Bxor", 2),
    "shl": ("Shl", 5), "shr": ("Shr", 5), "is": ("Is", 5), "isnot": ("IsNot", 5), "as": ("As", 5), "join": ("Join", 5), "f": ("Format", 12),
}
_DASH_OP = re.compile(rf"[{scan.DASHES}]([A-Za-z]++)(?![\w])")
_UNARY = {"not": "Not", "bnot": "Bnot", "join": "Join", "split": "Isplit", "isplit": "Isplit", "csplit": "Csplit"}
_MEMBER = re.compile(r"[A-Za-z_][\w]*+|\d+")


def expression(p: Parser, *, ternary: bool = True) -> Any:
    """A whole expression with ternary."""
    left = binary(p, 0)
    if left is None or not ternary:
        return left
    start = p.pos
    p.blanks()
    nl = p.pos
    if p.peek() == "?" and not p.starts("?.") and not p.starts("?[") and not p.starts("??"):
        p.pos += 1
        p.trivia()
        then = expression(p)
        p.trivia()
        if not p.take(":"):
            p.error("MissingColonInTernaryExpression")
            return left
        p.trivia()
        other = expression(p)
        if then is None or other is None:
            p.error("MissingExpressionAfterToken", ":")
            return left
        return nodes.TernaryExpression(left, then, other, left.start, other.end)
    del nl
    p.pos = start
    return left


def _operator(p: Parser) -> tuple[str, int, int] | None:
    """(kind, precedence, length) of a binary operator here."""
    text, pos = p.text, p.pos
    c = p.peek()
    if not c:
        return None
    if c in scan.DASHES:
        m = _DASH_OP.match(text, pos)
        if m:
            found = _OPERATORS.get(m[1].lower())
            return (found[0], found[1], m.end() - pos) if found else None
        nxt = text[pos + 1 : pos + 2]
        if nxt in scan.DASHES and nxt or nxt == "=":
            return None
        return "Minus", 9, 1
    if c == "+":
        if text.startswith("++", pos) or text.startswith("+=", pos):
            return None
        return "Plus", 9, 1
    if c in "*/%":
        if text.startswith("=", pos + 1):
            return None
        return {"*": "Multiply", "/": "Divide", "%": "Rem"}[c], 10, 1
    if c == "." and text.startswith("..", pos):
        return "DotDot", 13, 2
    if c == "?" and text.startswith("??", pos) and not text.startswith("??=", pos):
        return "QuestionQuestion", 7, 2
    return None


def binary(p: Parser, minimum: int) -> Any:
    left = array_literal(p)
    if left is None:
        return None
    while True:
        start = p.pos
        p.blanks()
        found = _operator(p)
        if found is None or found[1] <= minimum:
            p.pos = start
            return left
        kind, precedence, length = found
        operator_start = p.pos
        p.pos += length
        p.trivia()
        right = binary(p, precedence)
        if right is None:
            p.error("ExpectedValueExpression", p.text[operator_start : operator_start + length], start=operator_start + length)
            right = nodes.ErrorExpression([], p.pos, p.pos)
        left = nodes.BinaryExpression(kind, left, right, operator_start, operator_start + length, left.start, right.end)


def array_literal(p: Parser) -> Any:
    first = unary(p)
    if first is None or p.no_comma:
        return first
    elements = [first]
    while True:
        start = p.pos
        p.blanks()
        if p.peek() != ",":
            p.pos = start
            break
        p.pos += 1
        comma = p.pos
        p.trivia()
        item = unary(p)
        if item is None:
            p.error("MissingExpressionAfterToken", ",", start=comma)
            break
        elements.append(item)
    if len(elements) == 1:
        return first
    return nodes.ArrayLiteral(elements, elements[0].start, elements[-1].end)


def unary(p: Parser) -> Any:
    p.blanks()
    start = p.pos
    c = p.peek()
    if not c:
        return None
    if c == "!":
        return _prefix(p, "Exclaim", 1)
    if c == ",":
        p.pos += 1
        p.trivia()
        inner = unary(p)
        if inner is None:
            p.error("MissingExpressionAfterToken", ",")
            return None
        return nodes.ArrayLiteral([inner], start, inner.end)
    if c == "+":
        if p.starts("++"):
            return _prefix(p, "PlusPlus", 2)
        return _prefix(p, "Plus", 1)
    if c in scan.DASHES:
        m = _DASH_OP.match(p.text, p.pos)
        if m:
            kind = _UNARY.get(m[1].lower())
            return _prefix(p, kind, m.end() - p.pos) if kind else None
        if p.text[p.pos + 1 : p.pos + 2] in tuple(scan.DASHES):
            return _prefix(p, "MinusMinus", 2)
        m2 = scan.NUMBER.match(p.text, p.pos + 1)
        if m2 and m2.end() > p.pos + 1 and not _word_goes_on(p, m2.end()):
            value = scan.number_value(m2, negative=True)
            if value is not None:
                p.pos = m2.end()
                node = nodes.ConstantExpression(value[0], value[1], p.text[start : p.pos], start, p.pos)
                return postfix(p, node)
        return _prefix(p, "Minus", 1)
    if c == "[":
        return _bracket(p)
    return primary(p)


def _word_goes_on(p: Parser, pos: int) -> bool:
    c = p.text[pos : pos + 1]
    return bool(c) and (c.isalnum() or c == "_")


def _prefix(p: Parser, kind: str, length: int) -> Any:
    start = p.pos
    p.pos += length
    p.trivia()
    child = unary(p)
    if child is None:
        p.error("MissingExpressionAfterOperator", p.text[start : start + length], start=start + length)
        return nodes.ErrorExpression([], start, p.pos)
    return nodes.UnaryExpression(kind, child, start, child.end)


def _bracket(p: Parser) -> Any:
    start = p.pos
    found = bracketed(p)
    if found is None:
        p.error("MissingTypename", start=start + 1)
        p.pos = start + 1
        return None
    if found.kind == "TypeConstraint" and (p.starts("::") or p.peek() == "["):
        if p.starts("::"):
            return postfix(p, nodes.TypeExpression(found.type_name, found.start, found.end))
    before = p.pos
    p.blanks()
    c = p.peek()
    if found.kind == "Attribute":
        p.trivia()
    starts = c and (c in "$@('\"[{" or c.isdigit() or c in scan.SINGLE_QUOTES or c in scan.DOUBLE_QUOTES or c in ".!," and (c != "." or p.text[p.pos + 1 : p.pos + 2].isdigit()) and c != "," or c == "+" or (c in scan.DASHES))
    if starts and c in scan.DASHES:
        m = _DASH_OP.match(p.text, p.pos)
        starts = not m or m[1].lower() in ("not", "bnot") or (m[1].lower() in _UNARY and m[1].lower() not in _OPERATORS)
    if found.kind == "Attribute" and not starts:
        starts = p.peek() in "[$"
    if starts:
        child = unary(p)
        if child is not None:
            if found.kind == "Attribute":
                return nodes.AttributedExpression(found, child, start, child.end)
            return nodes.ConvertExpression(found, child, start, child.end)
    p.pos = before
    if found.kind == "Attribute":
        p.error("UnexpectedAttribute", found.type_name.text, start=start, end=found.end)
        return None
    return postfix(p, nodes.TypeExpression(found.type_name, found.start, found.end))


def primary(p: Parser) -> Any:
    node = primary_start(p)
    return None if node is None else postfix(p, node)


def variable(p: Parser) -> Any:
    text, start = p.text, p.pos
    braced = scan.BRACED_VARIABLE.match(text, start)
    splatted = text[start] == "@"
    if braced:
        p.pos = braced.end()
        return nodes.VariableExpression(strings._unescape_braced(braced[1]), splatted, start, p.pos)
    plain = scan.PLAIN_VARIABLE.match(text, start)
    if plain is None:
        return None
    p.pos = plain.end()
    return nodes.VariableExpression(plain[1], splatted, start, p.pos)


def primary_start(p: Parser) -> Any:
    from spshell.language.interim.statements import statement_block_until

    text, start = p.text, p.pos
    c = p.peek()
    if c == "$":
        if p.starts("$("):
            p.pos += 2
            body = statement_block_until(p, ")")
            return nodes.SubExpression(body, start, p.pos)
        found = variable(p)
        if found is not None and found.path.lower().startswith("using:"):
            inner = nodes.VariableExpression(found.path[6:], False, found.start, found.end)
            return nodes.UsingExpression(inner, found.start, found.end)
        return found
    if c in scan.SINGLE_QUOTES:
        return strings.single_quoted(p)
    if c in scan.DOUBLE_QUOTES:
        return strings.double_quoted(p)
    if c.isdigit() or (c == "." and text[start + 1 : start + 2].isdigit()):
        m = scan.NUMBER.match(text, start)
        if m is None or _word_goes_on(p, m.end()):
            return None
        value = scan.number_value(m)
        if value is None:
            p.error("BadNumericConstant", m.group(), start=start, end=m.end(), incomplete=False)
            value = (0, "System.Int32")
        p.pos = m.end()
        return nodes.ConstantExpression(value[0], value[1], m.group(), start, p.pos)
    if c == "(":
        return paren(p)
    if c == "@":
        if p.starts("@("):
            p.pos += 2
            body = statement_block_until(p, ")")
            return nodes.ArrayExpression(body, start, p.pos)
        if p.starts("@{"):
            return hashtable(p)
        here = strings.here_string(p)
        if here is not None:
            return here
        found = variable(p)
        if found is not None:
            return found
        return None
    if c == "{":
        from spshell.language.interim.statements import script_block_body

        p.pos += 1
        block = script_block_body(p, start)
        return nodes.ScriptBlockExpression(block, start, p.pos)
    return None


def paren(p: Parser) -> Any:
    from spshell.language.interim.statements import statement

    start = p.pos
    p.pos += 1
    outer, p.no_comma = p.no_comma, 0
    p.trivia()
    inner = statement(p) if p.peek() not in (")", "") else None
    p.no_comma = outer
    if inner is None:
        p.error("ExpectedExpression", start=p.pos)
        inner = nodes.ErrorStatement([], p.pos, p.pos)
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisInExpression")
        _recover(p, ")")
    return nodes.ParenExpression(inner, start, p.pos)


def _recover(p: Parser, close: str) -> None:
    del close
    while p.pos < p.length and p.text[p.pos] not in ")}\r\n;":
        p.pos += 1
    p.take(")")


_KEY = re.compile(r"[A-Za-z_\u00c0-\uffef][\w\-.:/\\*?%+]*+")


def hashtable(p: Parser) -> Any:
    from spshell.language.interim.statements import statement

    start = p.pos
    p.pos += 2
    outer, p.no_comma = p.no_comma, 0
    entries: list[Any] = []
    while True:
        _separators(p)
        if p.peek() in ("}", ""):
            break
        before = p.pos
        m = _KEY.match(p.text, p.pos)
        if m:
            p.pos = m.end()
            key: Any = nodes.StringConstantExpression(m.group(), "BareWord", before, p.pos)
        else:
            key = unary(p)
        if key is None:
            p.error("MissingKeyInHashLiteral", start=before)
            break
        p.trivia()
        if not p.take("="):
            p.error("MissingEqualsInHashLiteral", start=p.pos)
            break
        p.trivia()
        value = statement(p)
        if value is None:
            p.error("MissingStatementInHashLiteral", start=p.pos)
            value = nodes.ErrorStatement([], p.pos, p.pos)
        entries.append((key, value))
        if p.pos == before:
            break
        at = p.pos
        p.comment()
        if p.peek() not in (";", "\n", "\r", "}", ""):
            p.pos = at
            p.error("UnexpectedToken", p.peek(), start=p.pos, end=p.pos + 1)
            break
    p.no_comma = outer
    if not p.take("}"):
        p.error("IncompleteHashLiteral", start=start, end=p.pos)
    return nodes.Hashtable(entries, start, p.pos)


def _separators(p: Parser) -> None:
    while True:
        p.trivia()
        if not p.take(";"):
            return


def postfix(p: Parser, node: Any) -> Any:
    text = p.text
    while True:
        pos = p.pos
        c = p.peek()
        if c == "." and not p.starts("..") or p.starts("::") or p.starts("?.") and _nullable(node):
            conditional = c == "?"
            static = c == ":"
            p.pos += 2 if conditional or static else 1
            p.trivia()
            member = _member_name(p)
            if member is None:
                if static or conditional or not _ends_word(p):
                    p.error("MissingPropertyName", start=p.pos)
                    if static:
                        return node
                p.pos = pos
                return node
            generic = None
            if p.peek() == "[" and member.kind == "StringConstantExpression":
                generic = _generic_call(p)
            if p.peek() == "(":
                arguments = call_arguments(p)
                node = nodes.InvokeMemberExpression(node, member, arguments, static, conditional, generic, node.start, p.pos)
            elif p.peek() == "{" and member.kind == "StringConstantExpression" and not static:
                block = primary_start(p)
                node = nodes.InvokeMemberExpression(node, member, [block], static, conditional, None, node.start, p.pos)
            else:
                node = nodes.MemberExpression(node, member, static, conditional, node.start, p.pos)
            continue
        if c == "[" or (p.starts("?[") and _nullable(node)):
            conditional = c == "?"
            p.pos += 2 if conditional else 1
            p.trivia()
            outer, p.no_comma = p.no_comma, 0
            index = expression(p)
            p.no_comma = outer
            p.trivia()
            if index is None:
                p.error("MissingArrayIndexExpression", start=p.pos)
                index = nodes.ErrorExpression([], p.pos, p.pos)
            if not p.take("]"):
                p.error("MissingEndSquareBracket", start=p.pos)
            node = nodes.IndexExpression(node, index, conditional, node.start, p.pos)
            continue
        if c == "+" and p.starts("++") and _assignable(node):
            p.pos += 2
            return nodes.UnaryExpression("PostfixPlusPlus", node, node.start, p.pos)
        if c and c in scan.DASHES and text[pos + 1 : pos + 2] and text[pos + 1] in scan.DASHES and _assignable(node):
            p.pos += 2
            return nodes.UnaryExpression("PostfixMinusMinus", node, node.start, p.pos)
        return node


def _nullable(node: Any) -> bool:
    return not (node.kind == "VariableExpression" and False)


def _assignable(node: Any) -> bool:
    return node.kind in ("VariableExpression", "MemberExpression", "IndexExpression", "ConvertExpression", "ParenExpression")


def _ends_word(p: Parser) -> bool:
    return p.pos >= p.length or p.text[p.pos] in scan.WORD_END


def _member_name(p: Parser) -> Any:
    start = p.pos
    m = _MEMBER.match(p.text, p.pos)
    if m:
        p.pos = m.end()
        return nodes.StringConstantExpression(m.group(), "BareWord", start, p.pos)
    c = p.peek()
    if c and (c in "$(@{" or c in scan.SINGLE_QUOTES or c in scan.DOUBLE_QUOTES):
        return primary_start(p)
    return None


def _generic_call(p: Parser) -> list[Any] | None:
    from spshell.language.interim.types import type_name

    start = p.pos
    errors = len(p.errors)
    p.pos += 1
    names: list[Any] = []
    while True:
        p.trivia()
        found = type_name(p)
        if found is None:
            break
        names.append(found)
        p.trivia()
        if p.take(","):
            continue
        if p.take("]") and p.peek() == "(":
            return names
        break
    p.pos = start
    del p.errors[errors:]
    return None


def call_arguments(p: Parser) -> list[Any]:
    p.pos += 1
    outer, p.no_comma = p.no_comma, 1
    arguments: list[Any] = []
    while True:
        p.trivia()
        if p.peek() in (")", ""):
            break
        before = p.pos
        item = expression(p)
        if item is None:
            p.error("MissingExpressionAfterToken", ",", start=p.pos)
            break
        arguments.append(item)
        p.trivia()
        if not p.take(","):
            break
        if p.pos == before:
            break
    p.no_comma = outer
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisInMethodCall", start=p.pos)
        _recover(p, ")")
    return arguments

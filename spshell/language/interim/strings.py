"""Strings: single- and double-quoted, here-strings, expandable bare words (about_Quoting_Rules)."""

from __future__ import annotations

import re
from typing import Any

from spshell.language import nodes
from spshell.language.interim import scan
from spshell.language.interim.parser import Parser

_S = scan.SINGLE_QUOTES
_D = scan.DOUBLE_QUOTES
_SINGLE = re.compile(rf"[{_S}]((?:[^{_S}]|[{_S}]{{2}})*+)[{_S}]", re.DOTALL)
_HERE = re.compile(rf"@([{_S}{_D}])[ \t]*(\r\n|\n|\r)")
_STOP = re.compile(rf"[`${_D}]")


def here_string(p: Parser) -> Any:
    """``@' ... '@`` or ``@" ... "@``; None when none begins here."""
    match = _HERE.match(p.text, p.pos)
    if match is None:
        if re.compile(rf"@[{_S}{_D}]").match(p.text, p.pos):
            p.error("UnexpectedCharactersAfterHereStringHeader", start=p.pos + 2, end=p.pos + 2, incomplete=False)
        return None
    start = p.pos
    single = match[1] in _S
    quotes = _S if single else _D
    body = match.end()
    end = re.compile(rf"(?:\r\n|\n|\r)[{quotes}]@").search(p.text, body - len(match[2]))
    if end is None:
        p.error("TerminatorExpectedAtEndOfString", f"{match[1]}@", start=start, end=p.length, incomplete=True)
        p.pos = p.length
        return nodes.StringConstantExpression(p.text[body:], "SingleQuotedHereString", start, p.pos)
    stop = max(end.start(), body)
    p.pos = end.end()
    if single:
        return nodes.StringConstantExpression(p.text[body:stop], "SingleQuotedHereString", start, p.pos)
    return _expand(p, body, stop, start, p.pos, "DoubleQuotedHereString", doubled=False)


def single_quoted(p: Parser) -> Any:
    """``'...'``."""
    start = p.pos
    match = _SINGLE.match(p.text, p.pos)
    if match is None:
        p.error("TerminatorExpectedAtEndOfString", "'", start=start, end=p.length, incomplete=True)
        p.pos = p.length
        return nodes.StringConstantExpression(p.text[start + 1 :], "SingleQuoted", start, p.pos)
    p.pos = match.end()
    value = re.sub(rf"([{_S}])[{_S}]", r"\1", match[1])
    return nodes.StringConstantExpression(value, "SingleQuoted", start, p.pos)


def double_quoted(p: Parser) -> Any:
    """``"..."``: finds the end first (sub-expressions by counting parentheses), then expands the parts."""
    start = p.pos
    end = _double_end(p, start + 1)
    if end < 0:
        p.error("TerminatorExpectedAtEndOfString", '"', start=start, end=p.length, incomplete=True)
        p.pos = p.length
        return nodes.StringConstantExpression(p.text[start + 1 :], "DoubleQuoted", start, p.pos)
    p.pos = end + 1
    return _expand(p, start + 1, end, start, end + 1, "DoubleQuoted", doubled=True)


def _double_end(p: Parser, pos: int) -> int:
    text, length = p.text, p.length
    while True:
        match = _STOP.search(text, pos)
        if match is None:
            return -1
        pos = match.start()
        character = text[pos]
        if character == "`":
            pos += 2
        elif character == "$":
            if text.startswith("$(", pos):
                pos = sub_expression_end(text, pos + 2, length)
                if pos < 0:
                    return -1
            else:
                pos += 1
        else:
            if pos + 1 < length and text[pos + 1] in _D:
                pos += 2
                continue
            return pos


def sub_expression_end(text: str, pos: int, length: int) -> int:
    """The index after the ``)`` that closes ``$(``: parentheses are counted whatever they stand in."""
    depth = 1
    while pos < length:
        character = text[pos]
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth == 0:
                return pos + 1
        elif character == "`":
            pos += 1
        pos += 1
    return -1


def _expand(p: Parser, begin: int, end: int, start: int, stop: int, quote: str, *, doubled: bool) -> Any:
    """The parts of expandable text between two indexes."""
    parts, value, expanded = expand_parts(p, begin, end, doubled=doubled, bare=False)
    if not expanded:
        return nodes.StringConstantExpression(value, quote, start, stop)
    return nodes.ExpandableStringExpression(value, quote, parts, start, stop)


def expand_parts(p: Parser, begin: int, end: int, *, doubled: bool, bare: bool) -> tuple[list[Any], str, bool]:
    """(parts, text with escapes undone, whether anything expands) of the text between two indexes."""
    text = p.text
    parts: list[Any] = []
    literal: list[str] = []
    whole: list[str] = []
    expanded = False
    pos = begin

    def add(piece: str) -> None:
        literal.append(piece)
        whole.append(piece)

    while pos < end:
        match = _STOP.search(text, pos, end)
        if match is None:
            add(text[pos:end])
            break
        if match.start() > pos:
            add(text[pos : match.start()])
        pos = match.start()
        character = text[pos]
        if character == "`":
            piece, pos = escape(p, pos, end)
            add(piece)
        elif character == "$":
            node, after = _variable_or_sub(p, pos, end, doubled=doubled)
            if node is None:
                add("$")
                pos += 1
                continue
            expanded = True
            if literal:
                parts.append("".join(literal))
                literal.clear()
            parts.append(node)
            whole.append(text[pos:after])
            pos = after
        else:
            add(character)
            pos += 2 if doubled and pos + 1 < end and text[pos + 1] in _D and not bare else 1
    if literal:
        parts.append("".join(literal))
    return parts, "".join(whole), expanded


def escape(p: Parser, pos: int, end: int) -> tuple[str, int]:
    """(character, index after it) of a backtick escape."""
    text = p.text
    if pos + 1 >= end:
        return ("" if pos + 1 < p.length else "`"), pos + 1
    following = text[pos + 1]
    if following == "u" and text.startswith("{", pos + 2):
        close = text.find("}", pos + 3, end)
        digits = text[pos + 3 : close] if close > 0 else ""
        if digits and len(digits) <= 6 and all(c in "0123456789abcdefABCDEF" for c in digits) and int(digits, 16) <= 0x10FFFF:
            return chr(int(digits, 16)), close + 1
        p.error("InvalidUnicodeEscapeSequence", start=pos, end=pos + 3, incomplete=False)
        return "u", pos + 2
    if following == "\r" and text.startswith("\n", pos + 2):
        return "", pos + 3
    if following in "\r\n":
        return "", pos + 2
    return scan.ESCAPES.get(following, following), pos + 2


def _variable_or_sub(p: Parser, pos: int, end: int, *, doubled: bool) -> tuple[Any, int]:
    """The node of a variable or sub-expression inside text, and the index after it; (None, _) for a lone dollar."""
    text = p.text
    if text.startswith("$(", pos):
        after = sub_expression_end(text, pos + 2, end)
        if after < 0:
            p.error("IncompleteDollarSubexpressionReference", start=pos, end=end)
            return None, pos
        return _sub_expression(p, pos, after, doubled=doubled), after
    braced = scan.BRACED_VARIABLE.match(text, pos, end)
    if braced is not None:
        return nodes.VariableExpression(_unescape_braced(braced[1]), False, pos, braced.end()), braced.end()
    plain = scan.PLAIN_VARIABLE.match(text, pos, end)
    if plain is None:
        if text.startswith("${", pos):
            p.error("IncompleteDollarVariableReference", start=pos, end=end)
        return None, pos
    after = plain.end()
    if text.startswith(":", after) and not text.startswith("::", after) and ":" not in plain[1]:
        p.error("InvalidVariableReferenceWithDrive", start=pos, end=after + 1, incomplete=False)
    return nodes.VariableExpression(plain[1], False, pos, after), after


def _unescape_braced(name: str) -> str:
    return re.sub(r"`(.)", r"\1", name, flags=re.DOTALL)


def _sub_expression(p: Parser, pos: int, after: int, *, doubled: bool) -> Any:
    from spshell.language.interim.statements import statement_block_until

    inner = p.text[pos + 2 : after - 1]
    undone = re.sub(rf"[{_D}]([{_D}])", r"\1", inner) if doubled else inner
    if doubled:
        undone = re.sub(rf"`([{_D}])", r"\1", undone)
    if undone == inner:
        sub = Parser(p.source, pos + 2, after - 1)
        body = statement_block_until(sub, "")
        p.errors.extend(sub.errors)
        body.start, body.end = (body.statements[0].start, body.statements[-1].end) if body.statements else (pos + 2, pos + 2)
        return nodes.SubExpression(body, pos, after)
    from spshell.language.nodes.base import Source

    padded = Source(" " * (pos + 2) + undone, p.source.name)
    sub = Parser(padded, pos + 2)
    body = statement_block_until(sub, "")
    for error in sub.errors:
        error.incomplete = False
    p.errors.extend(sub.errors)
    return nodes.SubExpression(body, pos, after)

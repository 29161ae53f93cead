"""Commands and pipelines (interim)."""

from __future__ import annotations

import re
from typing import Any

from spshell.language import nodes
from spshell.language.interim import scan, strings
from spshell.language.interim.expressions import expression, paren, postfix, primary, primary_start, variable
from spshell.language.interim.parser import Parser

_PARAMETER = re.compile(rf"[{scan.DASHES}]{{1,2}}?([A-Za-z_?][^\s(){{}};,|&<>:.\[\"'=]*+)")
_REDIRECT = re.compile(r"([1-6*])?>(?:&([12])|(>))?|<")
_STREAMS = {"": "Output", "1": "Output", "2": "Error", "3": "Warning", "4": "Verbose", "5": "Debug", "6": "Information", "*": "All"}
_ASSIGN = re.compile(r"(=(?!=)|[+*/%]=|\?\?=|[-\u2013\u2014\u2015]=)")
_ASSIGN_KINDS = {"=": "Equals", "+=": "PlusEquals", "*=": "MultiplyEquals", "/=": "DivideEquals", "%=": "RemainderEquals", "??=": "QuestionQuestionEquals"}
_EXPRESSION_START = re.compile(rf"[$@('\"\[{{!,{scan.SINGLE_QUOTES}{scan.DOUBLE_QUOTES}]|\d|\.\d|\+\+|[{scan.DASHES}]{{2}}(?=\s*[$(])|[+{scan.DASHES}](?=\s*[\d$(.\[@])|[{scan.DASHES}](?:not|bnot|join|split|isplit|csplit)(?!\w)|\+", re.IGNORECASE)


def pipeline_statement(p: Parser) -> Any:
    """An assignment or a pipeline chain; None when no statement begins here."""
    start = p.pos
    first = pipeline(p)
    if first is None:
        return None
    if first.kind == "AssignmentStatement":
        return first
    left = first
    while True:
        before = p.pos
        p.blanks()
        operator = "AndAnd" if p.starts("&&") else "OrOr" if p.starts("||") else ""
        if not operator:
            p.pos = before
            break
        p.pos += 2
        p.trivia()
        right = pipeline(p)
        if right is None:
            p.error("EmptyPipelineChainElement", p.text[p.pos - 2 : p.pos], start=p.pos)
            break
        left = nodes.PipelineChain(left, operator, right, False, start, right.end)
    return left


def pipeline(p: Parser) -> Any:
    start = p.pos
    elements: list[Any] = []
    while True:
        element = _element(p, first=not elements)
        if element is None:
            if not elements:
                return None
            p.error("EmptyPipeElement", start=p.pos)
            break
        if element.kind == "AssignmentStatement":
            return element
        elements.append(element)
        before = p.pos
        p.blanks()
        if p.peek() == "|" and not p.starts("||"):
            p.pos += 1
            p.trivia()
            continue
        if _leading_pipe(p):
            continue
        p.pos = before
        break
    end = elements[-1].end
    background = False
    before = p.pos
    p.blanks()
    if p.peek() == "&" and not p.starts("&&"):
        p.pos += 1
        background = True
        end = p.pos
    else:
        p.pos = before
    return nodes.Pipeline(elements, background, start, end)


_LEADING = re.compile(rf"(?:[{scan.BLANKS}]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))(?:[{scan.BLANKS}]*#[^\r\n]*(?:\r\n|\n|\r))*[{scan.BLANKS}]*\|(?!\|)")


def _leading_pipe(p: Parser) -> bool:
    match = _LEADING.match(p.text, p.pos)
    if match is None:
        return False
    p.pos = match.end()
    p.trivia()
    return True


def _element(p: Parser, *, first: bool) -> Any:
    p.blanks()
    start = p.pos
    c = p.peek()
    if not c or c in ")};|\r\n" or (c == "&" and p.starts("&&")):
        return None
    if c == "&" or (c == "." and (p.text[p.pos + 1 : p.pos + 2] in (" ", "\t", "$", "'", '"', "(", "{", "&"))):
        p.pos += 1
        p.trivia()
        return _command(p, start, "Ampersand" if c == "&" else "Dot")
    if _EXPRESSION_START.match(p.text, p.pos) and not _is_word_number(p):
        errors = len(p.errors)
        node = expression(p)
        if node is not None:
            return _after_expression(p, node, start, first=first)
        if len(p.errors) > errors:
            return nodes.CommandExpression(nodes.ErrorExpression([], start, p.pos), [], start, p.pos) if p.pos > start else None
        p.pos = start
    return _command(p, start, "Unknown")


def _is_word_number(p: Parser) -> bool:
    c = p.peek()
    if not (c.isdigit() or c == "."):
        return False
    m = scan.NUMBER.match(p.text, p.pos)
    if m is None or m.end() == p.pos:
        return True
    following = p.text[m.end() : m.end() + 1]
    return bool(following) and (following.isalnum() or following in "_\\:")


def _after_expression(p: Parser, node: Any, start: int, *, first: bool) -> Any:
    from spshell.language.interim.statements import statement

    before = p.pos
    p.blanks()
    m = _ASSIGN.match(p.text, p.pos)
    if m and first:
        p.pos = m.end()
        p.trivia()
        right = statement(p)
        if right is None:
            p.error("ExpectedValueExpression", m[1], start=p.pos)
            right = nodes.ErrorStatement([], p.pos, p.pos)
        kind = _ASSIGN_KINDS.get(m[1], "MinusEquals")
        return nodes.AssignmentStatement(node, kind, right, m.start(), m.end(), start, right.end)
    p.pos = before
    redirections = _redirections(p)
    end = redirections[-1].end if redirections else node.end
    return nodes.CommandExpression(node, redirections, start, end)


def _redirections(p: Parser) -> list[Any]:
    found: list[Any] = []
    while True:
        before = p.pos
        p.blanks()
        node = _redirection(p)
        if node is None:
            p.pos = before
            return found
        found.append(node)


def _redirection(p: Parser) -> Any:
    start = p.pos
    match = _REDIRECT.match(p.text, p.pos)
    if match is None:
        return None
    if match.group() == "<":
        p.error("RedirectionNotSupported", start=start, end=start + 1, incomplete=False)
        p.pos += 1
        argument(p)
        return None
    p.pos = match.end()
    source = _STREAMS[match[1] or ""]
    if match[2]:
        return nodes.MergingRedirection(source, _STREAMS[match[2]], start, p.pos)
    p.blanks()
    target = argument(p)
    if target is None:
        p.error("MissingFileSpecification", start=p.pos, incomplete=False)
        target = nodes.ErrorExpression([], p.pos, p.pos)
    return nodes.FileRedirection(source, bool(match[3]), target, start, p.pos)


def _command(p: Parser, start: int, invocation: str) -> Any:
    elements: list[Any] = []
    redirections: list[Any] = []
    end = p.pos
    while True:
        p.blanks()
        c = p.peek()
        if not c or c in "\r\n;|)}" or (c == "&"):
            break
        if c == "#":
            break
        redirect = _redirection(p) if c in ">123456*<" else None
        if redirect is not None:
            redirections.append(redirect)
            end = p.pos
            continue
        if not elements:
            head = _head(p, invocation)
            if head is None:
                break
            elements.append(head)
            end = p.pos
            continue
        if c in scan.DASHES:
            parameter = _parameter(p)
            if parameter is not None:
                elements.append(parameter)
                end = p.pos
                continue
        if c == ",":
            p.error("MissingArgument", start=p.pos, end=p.pos + 1, incomplete=False)
            p.pos += 1
            continue
        before = p.pos
        item = argument_list(p)
        if item is None or p.pos == before:
            p.error("UnexpectedToken", c, start=p.pos, end=p.pos + 1, incomplete=False)
            p.pos += 1
            break
        elements.append(item)
        end = p.pos
        if item.kind == "StringConstantExpression" and item.value == "--%" and item.quote == "BareWord":
            _verbatim(p, elements)
            end = p.pos
            break
    p.pos = end if elements else p.pos
    if not elements:
        if invocation != "Unknown":
            p.error("MissingExpression", "&" if invocation == "Ampersand" else ".", start=p.pos, incomplete=False)
            return nodes.Command(invocation, [nodes.ErrorExpression([], p.pos, p.pos)], redirections, start, p.pos)
        return None
    return nodes.Command(invocation, elements, redirections, start, end)


def _verbatim(p: Parser, elements: list[Any]) -> None:
    p.blanks()
    begin = p.pos
    match = re.compile(r"[^\r\n|]*").match(p.text, p.pos)
    assert match is not None
    p.pos = match.end()
    if p.pos > begin:
        elements.append(nodes.StringConstantExpression(p.text[begin : p.pos].rstrip(), "BareWord", begin, p.pos))


def _head(p: Parser, invocation: str) -> Any:
    c = p.peek()
    if invocation != "Unknown":
        if c in "$(@{" or c in scan.SINGLE_QUOTES or c in scan.DOUBLE_QUOTES:
            return primary(p)
    elif c in scan.SINGLE_QUOTES or c in scan.DOUBLE_QUOTES:
        return primary_start(p)
    return word(p)


def _parameter(p: Parser) -> Any:
    match = _PARAMETER.match(p.text, p.pos)
    if match is None:
        return None
    start = p.pos
    name_end = match.end()
    p.pos = name_end
    if p.peek() == ":":
        p.pos += 1
        p.blanks()
        value = argument_list(p)
        return nodes.CommandParameter(match[1], value, p.text[start : match.start(1)], name_end, start, p.pos)
    following = p.peek()
    if following and following not in scan.WORD_END and following not in "[.=\"'":
        p.pos = start
        return None
    if following == "=" or following == ".":
        pass
    return nodes.CommandParameter(match[1], None, p.text[start : match.start(1)], name_end, start, p.pos)


def argument_list(p: Parser) -> Any:
    """An argument, or several joined by commas."""
    first = argument(p)
    if first is None:
        return None
    items = [first]
    while True:
        before = p.pos
        p.blanks()
        if p.peek() != ",":
            p.pos = before
            break
        p.pos += 1
        p.trivia()
        following = argument(p)
        if following is None:
            p.error("MissingExpressionAfterToken", ",", start=p.pos)
            break
        items.append(following)
    return first if len(items) == 1 else nodes.ArrayLiteral(items, first.start, items[-1].end)


def argument(p: Parser) -> Any:
    start = p.pos
    c = p.peek()
    if not c:
        return None
    if c == "$":
        if p.starts("$("):
            node = primary_start(p)
            return postfix(p, node) if p.peek() in ".[:" else node if _delimited(p) else _restart(p, start)
        found = variable(p)
        if found is not None:
            if found.path.lower().startswith("using:"):
                found = nodes.UsingExpression(nodes.VariableExpression(found.path[6:], False, found.start, found.end), found.start, found.end)
            if p.peek() in (".", "[", ":", "?"):
                after = p.pos
                node = postfix(p, found)
                if p.pos > after or p.peek() != "?":
                    if p.pos == after and not _delimited(p):
                        return _restart(p, start)
                    return node
            if _delimited(p) or p.peek() in "\"'=":
                return found
            return _restart(p, start)
        return word(p)
    if c in scan.SINGLE_QUOTES or c in scan.DOUBLE_QUOTES:
        node = primary_start(p)
        return postfix(p, node) if p.peek() in (".", "[") else node
    if c == "(":
        return postfix(p, paren(p))
    if c == "{":
        return primary_start(p)
    if c == "@":
        node = primary_start(p)
        if node is not None:
            return postfix(p, node) if p.peek() in (".", "[") else node
        return word(p)
    if c.isdigit() or (c == "." and p.text[p.pos + 1 : p.pos + 2].isdigit()):
        m = scan.NUMBER.match(p.text, p.pos)
        if m and m.end() > p.pos and (m.end() >= p.length or p.text[m.end()] in scan.WORD_END):
            value = scan.number_value(m)
            if value is not None:
                p.pos = m.end()
                return nodes.ConstantExpression(value[0], value[1], m.group(), start, p.pos)
    if c in scan.WORD_END:
        return None
    return word(p)


def _delimited(p: Parser) -> bool:
    return p.pos >= p.length or p.text[p.pos] in scan.WORD_END


def _restart(p: Parser, start: int) -> Any:
    p.pos = start
    return word(p)


def word(p: Parser) -> Any:
    """A bare word, perhaps with variables and quoted parts in it."""
    text, start = p.text, p.pos
    pos = start
    pieces: list[tuple[int, int, bool]] = []
    plain = pos
    while pos < p.length:
        c = text[pos]
        if c in scan.WORD_END:
            break
        if c == "`":
            if text[pos + 1 : pos + 2] in ("\r", "\n", ""):
                break
            pos += 2
        elif c == "$" and text.startswith("$(", pos):
            end = strings.sub_expression_end(text, pos + 2, p.length)
            if end < 0:
                break
            pos = end
        elif c == "$" and text.startswith("${", pos):
            m = scan.BRACED_VARIABLE.match(text, pos)
            pos = m.end() if m else pos + 1
        elif c in scan.SINGLE_QUOTES and pos > start:
            m2 = strings._SINGLE.match(text, pos)
            if m2 is None:
                pos += 1
                continue
            pieces.append((plain, pos, False))
            pieces.append((pos, m2.end(), True))
            pos = plain = m2.end()
        elif c in scan.DOUBLE_QUOTES and pos > start:
            end = strings._double_end(p, pos + 1)
            if end < 0:
                pos += 1
                continue
            pieces.append((plain, pos, False))
            pieces.append((pos, end + 1, True))
            pos = plain = end + 1
        else:
            pos += 1
    if pos == start:
        return None
    pieces.append((plain, pos, False))
    parts: list[Any] = []
    value = ""
    expanded = False
    for begin, end, quoted in pieces:
        if quoted and text[begin] in scan.SINGLE_QUOTES:
            inner = re.sub(rf"([{scan.SINGLE_QUOTES}])[{scan.SINGLE_QUOTES}]", r"\1", text[begin + 1 : end - 1])
            parts.append(inner)
            value += inner
            continue
        got, piece, any_expanded = strings.expand_parts(p, begin + quoted, end - quoted, doubled=quoted, bare=not quoted)
        parts.extend(got)
        value += piece
        expanded = expanded or any_expanded
    p.pos = pos
    if expanded:
        return nodes.ExpandableStringExpression(value, "BareWord", parts, start, pos)
    return nodes.StringConstantExpression(value, "BareWord", start, pos)

"""Type names, type literals and attributes (about_Type_Accelerators, about_Functions_Advanced_Parameters)."""

from __future__ import annotations

import re
from typing import Any

from spshell.language import nodes
from spshell.language.interim.parser import Parser

_NAME = re.compile(r"[A-Za-z_][\w]*+(?:[.+](?:[A-Za-z_][\w]*+))*+(?:`\d+)?")


def type_name(p: Parser) -> Any:
    """A type name with generic arguments and array ranks; None (nothing consumed) when none stands here."""
    start = p.pos
    match = _NAME.match(p.text, p.pos)
    if match is None:
        return None
    p.pos = match.end()
    found = nodes.TypeName(match.group(), None, None, 0, match.group(), start, p.pos)
    while True:
        before = p.pos
        p.blanks()
        if p.peek() != "[":
            p.pos = before
            return _assembly(p, found, start)
        p.pos += 1
        p.trivia()
        if p.peek() in ",]":
            rank = 1
            while p.take(","):
                rank += 1
                p.trivia()
            if not p.take("]"):
                p.error("EndSquareBracketExpectedAtEndOfAttribute")
                return found
            text = p.text[start : p.pos]
            found = nodes.TypeName(found.name, None, found, rank, text, start, p.pos)
            continue
        arguments = _generic_arguments(p)
        if arguments is None:
            p.pos = before
            return found
        found = nodes.TypeName(found.name, arguments, None, 0, p.text[start : p.pos], start, p.pos)


def _generic_arguments(p: Parser) -> list[Any] | None:
    arguments: list[Any] = []
    while True:
        p.trivia()
        bracketed = p.take("[")
        argument = type_name(p)
        if argument is None:
            return None
        arguments.append(argument)
        p.trivia()
        if bracketed and not p.take("]"):
            return None
        p.trivia()
        if p.take(","):
            continue
        return arguments if p.take("]") else None


def _assembly(p: Parser, found: Any, start: int) -> Any:
    """``, AssemblyName ...`` behind a type name is read over."""
    del start
    match = re.compile(r"\s*,\s*[\w.]+(?:\s*,\s*\w+\s*=\s*[\w.]+)*(?=\s*\])").match(p.text, p.pos)
    if match is not None and p.no_comma == 0:
        p.pos = match.end()
    return found


def bracketed(p: Parser) -> Any:
    """``[type]`` or ``[attribute(...)]``: a TypeConstraint or Attribute node; None when neither stands here."""
    start = p.pos
    p.pos += 1
    p.trivia()
    name = type_name(p)
    if name is None:
        if p.at_end() or p.peek() == "]":
            p.error("MissingTypename", start=start + 1, end=start + 1)
        p.pos = start
        return None
    p.trivia()
    if p.peek() == "(":
        return attribute(p, name, start)
    if not p.take("]"):
        p.error("EndSquareBracketExpectedAtEndOfAttribute", start=p.pos)
        if not p.at_end():
            p.pos = start
            return None
    return nodes.TypeConstraint(name, start, p.pos)


_NAMED = re.compile(r"([A-Za-z_]\w*)\s*(=|(?=[,)]))")


def attribute(p: Parser, name: Any, start: int) -> Any:
    """The arguments of an attribute and its closing bracket."""
    from spshell.language.interim.expressions import expression

    p.pos += 1
    positional: list[Any] = []
    named: list[Any] = []
    outer, p.no_comma = p.no_comma, 1
    while True:
        p.trivia()
        if p.peek() in (")", ""):
            break
        match = _NAMED.match(p.text, p.pos)
        if match is not None:
            begin = p.pos
            p.pos = match.end()
            if match[2]:
                p.trivia()
                argument = expression(p)
                named.append(nodes.NamedAttributeArgument(match[1], argument, False, begin, p.pos))
            else:
                end = begin + len(match[1])
                p.pos = end
                value = nodes.ConstantExpression(True, "System.Boolean", match[1], begin, end)
                named.append(nodes.NamedAttributeArgument(match[1], value, True, begin, end))
        else:
            before = p.pos
            argument = expression(p)
            if argument is None or p.pos == before:
                p.error("MissingExpressionAfterToken", p.peek())
                break
            positional.append(argument)
        p.trivia()
        if not p.take(","):
            break
    p.no_comma = outer
    p.trivia()
    if not p.take(")"):
        p.error("MissingEndParenthesisInExpression")
    p.trivia()
    if not p.take("]"):
        p.error("EndSquareBracketExpectedAtEndOfAttribute")
    return nodes.Attribute(name, positional, named, start, p.pos)

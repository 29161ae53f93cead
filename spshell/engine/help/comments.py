"""Comment-based help: the sections of a help comment and where the comment of a function stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.engine.help.comment_blocks import NEAR, Comments
from spshell.engine.help.topic import DEFAULT_PROMPT, Example, HelpTopic

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECTION = re.compile(r"^\s*\.(\w+)(?:[ \t]+(\S.*?))?\s*$")
_PLAIN = ("synopsis", "description", "notes", "component", "role", "functionality")
_LISTS = {"link": "links", "inputs": "inputs", "outputs": "outputs"}
_KNOWN = frozenset(
    (
        *_PLAIN,
        *_LISTS,
        "parameter",
        "example",
        "forwardhelptargetname",
        "forwardhelpcategory",
        "remotehelprunspace",
        "externalhelp",
    )
)

_WITH_ARGUMENT = frozenset(
    ("parameter", "forwardhelptargetname", "forwardhelpcategory", "remotehelprunspace", "externalhelp")
)
"""Sections with a word behind their name; no other has one."""


def read_comment(lines: list[str]) -> HelpTopic | None:
    """The topic that a comment's lines make; None when it is no help comment (no section, or an unknown
    one).
    """
    topic = HelpTopic()
    found = False
    for name, argument, body in _sections(lines):
        if name not in _KNOWN or bool(argument) != (name in _WITH_ARGUMENT):
            return None
        found = True
        text = "\n".join(body).strip("\n").rstrip()
        if name in _PLAIN:
            setattr(topic, name, text.strip() if name == "synopsis" else text)
        elif name in _LISTS:
            getattr(topic, _LISTS[name]).append(text.strip())
        elif name == "parameter":
            topic.parameters[argument.lower()] = text
        elif name == "example":
            topic.examples.append(_example(text))
        elif name == "forwardhelptargetname":
            topic.forward_target = argument
        elif name == "forwardhelpcategory":
            topic.forward_category = argument
        elif name == "externalhelp":
            topic.external = argument
    topic.written = found
    return topic if found else None


def _example(text: str) -> Example:
    """The prompt, the command up to the first empty line, and what is said about it."""
    prompt = re.match(r"[^\n]*?>", text)
    rest = text[prompt.end() :] if prompt is not None else text
    code, _, remarks = rest.partition("\n\n")
    return Example(code.strip(), remarks.strip("\n"), prompt[0] if prompt is not None else DEFAULT_PROMPT)


def _sections(lines: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    name = ""
    argument = ""
    body: list[str] = []
    for line in lines:
        match = _SECTION.match(line)
        if match is None:
            body.append(line)
            continue
        if name:
            yield name, argument, _undented(body)
        name, argument, body = match[1].lower(), match[2] or "", []
    if name:
        yield name, argument, _undented(body)


def _undented(lines: list[str]) -> list[str]:
    """Lines without the indent that all of them share."""
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    cut = min(indents, default=0)
    return [line[cut:].rstrip() for line in lines]


def topic_of_function(block: Any) -> HelpTopic | None:
    """The help comment of a function or script: just before the function, first in the body, or last in it.

    What stands at a parameter says what it is for, unless a section does.
    """
    from spshell.language import parse

    source = block.node.source
    result = parse(source.text, source.name)
    comments = Comments(source.text, list(result.comments))
    definition = _definition(result.script_block, block.node)
    root = result.script_block if definition is None else None
    for found in _candidates(comments, block.node, definition, root):
        topic = read_comment(comments.lines(found)) if found else None
        if topic is not None:
            _describe_parameters(topic, comments, block)
            return topic
    return None


def _candidates(comments: Comments, body: Any, definition: Any, root: Any) -> Iterator[list[tuple[int, int]]]:
    if definition is not None:
        yield comments.before(definition.start)
    braces = comments.text[body.start : body.start + 1] == "{"
    first, last = (body.start + 1, body.end - 1) if braces else (body.start, body.end)
    for found in comments.blocks_after(first, last):
        if root is None or not _belongs_to_function(comments, found, root):
            yield found
    yield [span for span in comments.before(last, near=None) if span[0] >= first]


def _belongs_to_function(comments: Comments, block: list[tuple[int, int]], root: Any) -> bool:
    """Whether a comment at the head of a script is that of the function which is its first statement."""
    end = root.end_block
    statement = end.statements[0] if end is not None and end.statements else None
    if statement is None or statement.kind != "FunctionDefinition":
        return False
    between = comments.text[block[-1][1] : statement.start]
    near = comments.line_of(statement.start) - comments.line_of(block[-1][1]) <= NEAR
    return near and not between.strip()


def _describe_parameters(topic: HelpTopic, comments: Comments, block: Any) -> None:
    for node in block.parameter_nodes():
        name = str(node.name.path if hasattr(node.name, "path") else node.name).lower()
        if name in topic.parameters:
            continue
        after = comments.blocks_after(node.end, len(comments.text))
        spans = [
            *comments.before(node.start),
            *comments.within(node.start, node.end),
            *(after[0] if after else []),
        ]
        text = "\n".join(_undented(comments.lines(spans))).strip("\n").rstrip()
        if text:
            topic.parameters[name] = text


def _definition(root: Any, body: Any) -> Any:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "FunctionDefinition" and node.body.start == body.start:
            return node
        waiting.extend(node.children())
    return None

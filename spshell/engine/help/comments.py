"""Comment-based help: the sections of a help comment and where the comment of a function stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spshell.engine.help.topic import Example, HelpTopic

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


def read_comment(lines: list[str]) -> HelpTopic | None:
    """The topic that a comment's lines make; None when it is no help comment (no section, or an unknown
    one).
    """
    topic = HelpTopic()
    found = False
    for name, argument, body in _sections(lines):
        if name not in _KNOWN:
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
            code, _, remarks = text.strip("\n").partition(
                "\n\n"
            )  # the command is what stands before an empty line
            topic.examples.append(Example(code.strip(), remarks.strip("\n")))
    topic.written = found
    return topic if found else None


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


def comment_lines(text: str) -> list[str]:
    """The content of a ``<# #>`` comment or of one ``#`` line."""
    if text.startswith("<#"):
        return text[2:].removesuffix("#>").splitlines()
    return [text.lstrip("#").removeprefix(" ")]


def topic_of_function(block: Any) -> HelpTopic | None:
    """The help comment of a function or script, from inside its body or just before it."""
    from spshell.language import parse

    source = block.node.source
    result = parse(source.text, source.name)
    comments = list(result.comments)
    definition = _definition(result.script_block, block.node)
    body = block.node
    inner = [span for span in comments if body.start <= span[0] < body.end]
    for group in (_first_group(source.text, inner, body), _last_group(source.text, inner, body)):
        topic = read_comment(group) if group else None
        if topic is not None:
            return topic
    if definition is None:
        return None
    before = [span for span in comments if span[1] <= definition.start]
    group = _group_before(source.text, before, definition.start)
    return read_comment(group) if group else None


def _definition(root: Any, body: Any) -> Any:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.kind == "FunctionDefinition" and node.body.start == body.start:
            return node
        waiting.extend(node.children())
    return None


def _content_start(text: str, body: Any) -> int:
    return int(body.start) + (1 if text[body.start : body.start + 1] == "{" else 0)


def _first_group(text: str, comments: list[tuple[int, int]], body: Any) -> list[str]:
    """The comments before anything else in the body."""
    position = _content_start(text, body)
    lines: list[str] = []
    for start, end in comments:
        if text[position:start].strip():
            break
        lines.extend(comment_lines(text[start:end]))
        position = end
    return lines


def _last_group(text: str, comments: list[tuple[int, int]], body: Any) -> list[str]:
    """The comments after everything else in the body."""
    end_of_body = body.end - 1 if text[body.end - 1 : body.end] == "}" else body.end
    return _group_before(text, comments, end_of_body, near=False)


def _group_before(
    text: str, comments: list[tuple[int, int]], position: int, *, near: bool = True
) -> list[str]:
    """The comments that end right before a place, with at most one empty line between when `near`."""
    lines: list[str] = []
    for start, end in reversed(comments):
        gap = text[end:position]
        if gap.strip() or (near and gap.count("\n") > 2):
            break
        lines[:0] = comment_lines(text[start:end])
        position = start
        if text[start:end].startswith("<#"):
            break
    return lines

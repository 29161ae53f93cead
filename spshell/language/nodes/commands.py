"""Commands and their parts."""

from __future__ import annotations

from typing import Any

from spshell.language.nodes.base import Node


class Command(Node):
    __slots__ = ("elements", "invocation", "redirections")

    kind = "Command"
    fields = ("invocation", "elements", "redirections")

    def __init__(self, invocation: Any, elements: Any, redirections: Any, start: int, end: int) -> None:
        self.invocation = invocation
        self.elements = elements
        self.redirections = redirections
        self.start = start
        self.end = end


class CommandParameter(Node):
    __slots__ = ("argument", "name", "text")

    kind = "CommandParameter"
    fields = ("name", "argument", "text")

    def __init__(self, name: Any, argument: Any, text: Any, start: int, end: int) -> None:
        self.name = name
        self.argument = argument
        self.text = text
        self.start = start
        self.end = end


class CommandExpression(Node):
    __slots__ = ("expression", "redirections")

    kind = "CommandExpression"
    fields = ("expression", "redirections")

    def __init__(self, expression: Any, redirections: Any, start: int, end: int) -> None:
        self.expression = expression
        self.redirections = redirections
        self.start = start
        self.end = end


class FileRedirection(Node):
    __slots__ = ("append", "stream", "target")

    kind = "FileRedirection"
    fields = ("stream", "append", "target")

    def __init__(self, stream: Any, append: Any, target: Any, start: int, end: int) -> None:
        self.stream = stream
        self.append = append
        self.target = target
        self.start = start
        self.end = end


class MergingRedirection(Node):
    __slots__ = ("source", "target")

    kind = "MergingRedirection"
    fields = ("target",)

    def __init__(self, source: Any, target: Any, start: int, end: int) -> None:
        self.source = source
        self.target = target
        self.start = start
        self.end = end

"""What stands between the `|` of a pipeline."""

from __future__ import annotations

from spshell.language.nodes.base import Node, Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes.base import Expression


class Command(Statement):
    """A command with its elements; the first is the name. `invocation`: 'Unknown', 'Ampersand', 'Dot'."""

    __slots__ = ("invocation", "elements", "redirections")

    def __init__(
        self,
        invocation: str,
        elements: list[Expression | CommandParameter],
        redirections: list[FileRedirection | MergingRedirection],
        start: int,
        end: int,
    ) -> None:
        self.invocation = invocation
        self.elements = elements
        self.redirections = redirections
        self.start = start
        self.end = end


class CommandParameter(Node):
    """`-name` or `-name:argument`; `dash` is the text in front of the name, `name_end` where `-name` ends."""

    __slots__ = ("name", "argument", "dash", "name_end")

    def __init__(
        self, name: str, argument: Expression | None, dash: str, name_end: int, start: int, end: int
    ) -> None:
        self.name = name
        self.argument = argument
        self.dash = dash
        self.name_end = name_end
        self.start = start
        self.end = end


class CommandExpression(Statement):
    """An expression that stands as a pipeline element."""

    __slots__ = ("expression", "redirections")

    def __init__(
        self,
        expression: Expression,
        redirections: list[FileRedirection | MergingRedirection],
        start: int,
        end: int,
    ) -> None:
        self.expression = expression
        self.redirections = redirections
        self.start = start
        self.end = end


class FileRedirection(Node):
    """`2>> target`; stream: 'All', 'Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information'."""

    __slots__ = ("stream", "append", "target")

    def __init__(self, stream: str, append: bool, target: Expression, start: int, end: int) -> None:
        self.stream = stream
        self.append = append
        self.target = target
        self.start = start
        self.end = end


class MergingRedirection(Node):
    """`2>&1`: `source` goes where `target` goes; both are stream names."""

    __slots__ = ("source", "target")

    def __init__(self, source: str, target: str, start: int, end: int) -> None:
        self.source = source
        self.target = target
        self.start = start
        self.end = end

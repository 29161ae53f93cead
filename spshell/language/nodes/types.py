"""Type names, type constraints and attributes."""

from __future__ import annotations

from spshell.language.nodes.base import Expression, Node


class TypeName:
    """A type as written: a plain name, `generic[arguments]`, or an array (`element` and `rank`).

    Not a node of the tree; `text` is the whole as written, without outer brackets.
    """

    __slots__ = ("assembly", "element", "end", "generic_arguments", "name", "rank", "start", "text")

    def __init__(
        self,
        name: str,
        generic_arguments: list[TypeName] | None,
        element: TypeName | None,
        rank: int,
        text: str,
        start: int,
        end: int,
        assembly: str | None = None,
    ) -> None:
        self.name = name
        self.generic_arguments = generic_arguments
        self.element = element
        self.rank = rank
        self.text = text
        self.start = start
        self.end = end
        self.assembly = assembly

    @property
    def full_name(self) -> str:
        """The name as PowerShell writes it: no blanks, the assembly behind a comma."""
        if self.element is not None:
            return f"{self.element.full_name}[{',' * (self.rank - 1)}]"
        name = self.name
        if self.generic_arguments is not None:
            name += f"[{','.join(argument.full_name for argument in self.generic_arguments)}]"
        return name if self.assembly is None else f"{name},{self.assembly}"

    def __repr__(self) -> str:
        return f"TypeName({self.text!r})"


class TypeConstraint(Node):
    """`[type]` in front of a variable or an expression that it converts."""

    __slots__ = ("type_name",)

    def __init__(self, type_name: TypeName, start: int, end: int) -> None:
        self.type_name = type_name
        self.start = start
        self.end = end


class Attribute(Node):
    """`[Name(positional, named=value)]`."""

    __slots__ = ("type_name", "positional", "named")

    def __init__(
        self,
        type_name: TypeName,
        positional: list[Expression],
        named: list[NamedAttributeArgument],
        start: int,
        end: int,
    ) -> None:
        self.type_name = type_name
        self.positional = positional
        self.named = named
        self.start = start
        self.end = end


class NamedAttributeArgument(Node):
    """`Name = argument`; a name alone means true (`expression_omitted`)."""

    __slots__ = ("name", "argument", "expression_omitted")

    def __init__(
        self, name: str, argument: Expression, expression_omitted: bool, start: int, end: int
    ) -> None:
        self.name = name
        self.argument = argument
        self.expression_omitted = expression_omitted
        self.start = start
        self.end = end

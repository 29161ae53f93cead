"""Type names as scripts write them, turned into types: accelerators, ``System.`` left out, arrays, generics.

Source: about_Type_Accelerators; TypeName syntax of the language (``int[]``, ``Dictionary[string,int]``).
"""

from __future__ import annotations

from spshell.values.core_types import ARRAY, OBJECT_ARRAY
from spshell.values.messages import runtime_fault
from spshell.values.nettype import BY_NAME, NetType, find_type, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


def resolve_type_name(name: Any, first: Callable[[str], NetType | None] | None = None) -> NetType:
    """The type that a text or a parsed type name means; raises TypeNotFound.

    ``first`` is asked for each simple name before .NET's types (classes of the script, ``using namespace``).
    """
    found = find_named_type(name, first)
    if found is None:
        raise type_not_found(str(getattr(name, "text", name)))
    return found


def type_not_found(text: str) -> Exception:
    """The error of a type name that nothing answers to."""
    from spshell.values.absent import about_type

    error = runtime_fault("TypeNotFound", text, target=text)
    error.message += about_type(text)
    return error


def find_named_type(name: Any, first: Callable[[str], NetType | None] | None = None) -> NetType | None:
    """As :func:`resolve_type_name`, but None for an unknown name."""
    if type(name) is str:
        if "[" not in name and "," not in name and "+" not in name:
            return _simple(name.strip(), first)
        parsed = _Reader(name).read()
        return None if parsed is None else _resolve(parsed, first)
    return _resolve(_from_node(name), first)


def _simple(name: str, first: Callable[[str], NetType | None] | None) -> NetType | None:
    found = first(name) if first is not None else None
    return found if found is not None else find_type(name)


class _Name:
    """A parsed type name: a simple name, its generic arguments, and the ranks of the arrays around it."""

    __slots__ = ("arguments", "name", "ranks")

    def __init__(self, name: str, arguments: list[_Name], ranks: list[int]) -> None:
        self.name = name
        self.arguments = arguments
        self.ranks = ranks


def _from_node(node: Any) -> _Name:
    """The language's TypeName node in the form of this module."""
    ranks: list[int] = []
    while getattr(node, "element", None) is not None:
        ranks.append(max(1, node.rank or 1))
        node = node.element
    ranks.reverse()
    return _Name(str(node.name), [_from_node(item) for item in node.generic_arguments or ()], ranks)


class _Reader:
    """Reads ``Name[arg,arg][,]`` and .NET's own ``Name`1[[arg],[arg]]``."""

    __slots__ = ("position", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0

    def read(self) -> _Name | None:
        """The whole text as one name; None when it is ill-formed."""
        found = self._name()
        self._blanks()
        if found is not None and self.position < len(self.text) and self.text[self.position] == ",":
            self.position = len(self.text)  # an assembly name follows
        return found if self.position == len(self.text) else None

    def _blanks(self) -> None:
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1

    def _peek(self) -> str:
        self._blanks()
        return self.text[self.position : self.position + 1]

    def _name(self) -> _Name | None:
        self._blanks()
        start = self.position
        while self.position < len(self.text) and self.text[self.position] not in "[],":
            self.position += 1
        name = self.text[start : self.position].strip()
        if not name:
            return None
        result = _Name(name, [], [])
        while self._peek() == "[":
            self.position += 1
            if self._peek() in (",", "]"):
                rank = 1
                while self._peek() == ",":
                    rank += 1
                    self.position += 1
                if self._peek() != "]":
                    return None
                self.position += 1
                result.ranks.append(rank)
                continue
            if result.arguments or result.ranks or not self._arguments(result.arguments):
                return None
        return result

    def _arguments(self, into: list[_Name]) -> bool:
        while True:
            bracketed = self._peek() == "["
            if bracketed:
                self.position += 1
            argument = self._name()
            if argument is None:
                return False
            into.append(argument)
            if bracketed:
                end = self.text.find("]", self.position)  # skips an assembly name
                if end < 0:
                    return False
                self.position = end + 1
            following = self._peek()
            self.position += 1
            if following == "]":
                return True
            if following != ",":
                return False


def _resolve(name: _Name, first: Callable[[str], NetType | None] | None) -> NetType | None:
    if name.arguments:
        arguments = [_resolve(item, first) for item in name.arguments]
        if any(item is None for item in arguments):
            return None
        known = [item for item in arguments if item is not None]
        stem = name.name
        if "`" not in stem:
            stem = f"{stem}`{len(known)}"
        definition = _simple(stem, first)
        found = None if definition is None else make_generic(definition, known)
    else:
        found = _simple(name.name, first)
    for rank in name.ranks:
        if found is None:
            return None
        found = make_array_type(found, rank)
    return found


def make_array_type(element: NetType, rank: int = 1) -> NetType:
    """The array type of an element type."""
    if element.full_name == "System.Object" and rank == 1:
        return OBJECT_ARRAY
    suffix = "[" + "," * (rank - 1) + "]"
    known = BY_NAME.get((element.full_name + suffix).lower())
    if known is not None and known.element is element:
        return known
    interfaces: tuple[str, ...] = ()
    if rank == 1:
        interfaces = tuple(
            f"System.Collections.Generic.{name}`1[{element.full_name}]"
            for name in ("IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection")
        )
    made = NetType(
        element.full_name + suffix,
        ps_name=element.ps_name + suffix,
        name=element.name + suffix,
        base=ARRAY,
        kind="array",
        element=element,
        interfaces=interfaces,
    )
    return register(made)


def rank_of(array_type: NetType) -> int:
    """How many dimensions an array type has."""
    return array_type.full_name.rpartition("[")[2].count(",") + 1


def make_generic(definition: NetType, arguments: Sequence[NetType]) -> NetType:
    """A generic type closed over its arguments; members are declared from the definition."""
    full_name = f"{definition.full_name}[{','.join(item.full_name for item in arguments)}]"
    known = BY_NAME.get(full_name.lower())
    held = known.generic_arguments if known is not None else ()
    if known is not None and (
        len(held) != len(arguments) or all(a is b for a, b in zip(held, arguments, strict=True))
    ):
        return known
    stem = definition.full_name.partition("`")[0]
    made = NetType(
        full_name,
        ps_name=f"{stem}[{','.join(item.ps_name for item in arguments)}]",
        name=definition.name,
        base=definition.base,
        interfaces=_closed(definition.interfaces, arguments),
        kind=definition.kind,
        is_value_type=definition.is_value_type,
        generic_arguments=tuple(arguments),
    )
    made.declare = definition.declare
    closed = getattr(definition.convert, "closed", None)
    made.convert = definition.convert if closed is None else closed(made)
    made.data = definition.data
    return register(made)


def _closed(interfaces: tuple[str, ...], arguments: Sequence[NetType]) -> tuple[str, ...]:
    """A definition's interfaces (``IEnumerable`1[T]``) with the type parameters replaced."""
    from spshell.values.declare import substitute

    parameters = ("T",) if len(arguments) == 1 else ("TKey", "TValue")
    names = dict(zip(parameters, (item.full_name for item in arguments), strict=False))
    return tuple(substitute(name, names) for name in interfaces)

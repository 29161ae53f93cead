"""Reading the C# that only declares data: enums, and classes of fields and automatic properties.

    public enum Colour { Red = 1, Green }
    public class Point { public int X; public string Name { get; set; } = "origin"; }

Methods, constructors with bodies, bases and generic types are code, and no C# is compiled here: they raise `Beyond`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/|\#[^\n]*)
      | (?P<text>@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*")
      | (?P<number>0[xX][0-9a-fA-F_]+|\d[\d_]*(?:\.\d+)?[uUlLfFdDmM]*)
      | (?P<name>[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*)
      | (?P<mark><<|=>|.)""",
    re.VERBOSE | re.DOTALL,
)
_MODIFIERS = frozenset(
    {"public", "private", "protected", "internal", "static", "readonly", "const", "sealed", "abstract"}
    | {"partial", "new", "volatile", "virtual"}
)
_HIDDEN = frozenset({"private", "protected", "internal"})
_OPERATIONS = {
    ast.BitOr: int.__or__,
    ast.BitAnd: int.__and__,
    ast.BitXor: int.__xor__,
    ast.LShift: int.__lshift__,
    ast.Add: int.__add__,
    ast.Sub: int.__sub__,
    ast.Mult: int.__mul__,
}


class Beyond(Exception):
    """A line that more than declares data, or that is not C#."""

    def __init__(self, line: int, found: str) -> None:
        super().__init__(f"line {line}, at '{found}'")
        self.line = line
        self.found = found


@dataclass
class EnumDeclaration:
    """``enum Name : underlying { ... }``."""

    name: str
    underlying: str
    is_flags: bool
    members: dict[str, int]


@dataclass
class MemberDeclaration:
    """A public field or automatic property, with its C# type and the token of its first value."""

    name: str
    type_name: str
    initial: str | None
    is_static: bool


@dataclass
class ClassDeclaration:
    """A class or struct that only holds data."""

    name: str
    members: list[MemberDeclaration] = field(default_factory=list)


Declaration = EnumDeclaration | ClassDeclaration


def read_declarations(text: str) -> tuple[list[Declaration], list[str]]:
    """The types that C# text declares, by their full names, and the namespaces that it uses."""
    reader = _Reader(text)
    reader.read_namespace("", closing="")
    return reader.found, reader.used


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str, int]] = []
        line = 1
        for match in _TOKEN.finditer(text):
            kind, found = match.lastgroup or "", match.group()
            if kind != "space":
                shown = re.sub(r"\s", "", found) if kind == "name" else found
                self.tokens.append((kind, shown, line))
            line += found.count("\n")
        self.tokens.append(("end", "", line))
        self.at = 0
        self.found: list[Declaration] = []
        self.used: list[str] = []

    @property
    def current(self) -> str:
        return self.tokens[self.at][1]

    def beyond(self) -> Beyond:
        return Beyond(self.tokens[self.at][2], self.current or "the end of the text")

    def take(self, wanted: str) -> bool:
        if self.current != wanted or self.tokens[self.at][0] == "text":
            return False
        self.at += 1
        return True

    def expect(self, wanted: str) -> None:
        if not self.take(wanted):
            raise self.beyond()

    def name(self) -> str:
        kind, found, _line = self.tokens[self.at]
        if kind != "name":
            raise self.beyond()
        self.at += 1
        return found

    def read_namespace(self, prefix: str, closing: str) -> None:
        """What stands in a namespace, up to its closing brace or the end of the text."""
        while not self._ends(closing):
            if self.take("using"):
                self.used.append(self.name())
                self.expect(";")
            elif self.take("namespace"):
                inner = f"{prefix}{self.name()}."
                if self.take(";"):  # it is the namespace of the rest of the file
                    prefix = inner
                else:
                    self.expect("{")
                    self.read_namespace(inner, "}")
            else:
                self._read_type(prefix)

    def _ends(self, closing: str) -> bool:
        if self.tokens[self.at][0] == "end":
            if closing:
                raise self.beyond()
            return True
        return bool(closing) and self.take(closing)

    def _read_type(self, prefix: str) -> None:
        attributes = self._attributes()
        self._modifiers()
        if self.take("enum"):
            self._read_enum(prefix, attributes)
        elif self.take("class") or self.take("struct"):
            made = ClassDeclaration(prefix + self.name())
            self.expect("{")
            while not self.take("}"):
                self._read_member(made)
            self.found.append(made)
        else:
            raise self.beyond()

    def _attributes(self) -> set[str]:
        names: set[str] = set()
        while self.take("["):
            names.add(self.name().rpartition(".")[2].removesuffix("Attribute"))
            depth = 1
            while depth:
                if self.tokens[self.at][0] == "end":
                    raise self.beyond()
                depth += (self.current == "[") - (self.current == "]")
                self.at += 1
        return names

    def _modifiers(self) -> set[str]:
        found: set[str] = set()
        while self.current in _MODIFIERS:
            found.add(self.name())
        return found

    def _read_enum(self, prefix: str, attributes: set[str]) -> None:
        name = prefix + self.name()
        underlying = self.name() if self.take(":") else "int"
        members: dict[str, int] = {}
        following = 0
        self.expect("{")
        while not self.take("}"):
            self._attributes()
            member = self.name()
            if self.take("="):
                following = self._constant(members)
            members[member] = following
            following += 1
            if not self.take(","):
                self.expect("}")
                break
        self.found.append(EnumDeclaration(name, underlying, "Flags" in attributes, members))

    def _constant(self, known: dict[str, int]) -> int:
        """The value of an expression of numbers and of constants that stand before it."""
        start = self.at
        while self.current not in (",", "}") and self.tokens[self.at][0] != "end":
            self.at += 1
        text = " ".join(
            found.rstrip("uUlL") if kind == "number" and not found.lower().startswith("0x") else found
            for kind, found, _line in self.tokens[start : self.at]
        )
        try:
            return _evaluate(ast.parse(text, mode="eval").body, known)
        except (SyntaxError, KeyError):
            self.at = start
            raise self.beyond() from None

    def _read_member(self, made: ClassDeclaration) -> None:
        self._attributes()
        modifiers = self._modifiers()
        type_name = self._type_name()
        name = self.name()
        if self.take("{"):
            while not self.take("}"):
                self._modifiers()
                if not (self.take("get") or self.take("set") or self.take("init")):
                    raise self.beyond()
                self.expect(";")
            initial = self._initial()
            if initial is not None:
                self.expect(";")
        else:
            initial = self._initial()
            self.expect(";")
        is_visible = "public" in modifiers and not modifiers & _HIDDEN
        if is_visible:
            is_static = bool(modifiers & {"static", "const"})
            made.members.append(MemberDeclaration(name, type_name, initial, is_static))

    def _type_name(self) -> str:
        found = self.name()
        if self.take("<"):
            arguments = [self._type_name()]
            while self.take(","):
                arguments.append(self._type_name())
            self.expect(">")
            found += f"[{','.join(arguments)}]"
        if self.take("?"):
            found = f"System.Nullable[{found}]"
        while self.take("["):
            self.expect("]")
            found += "[]"
        return found

    def _initial(self) -> str | None:
        """The literal after ``=``, or None when nothing is assigned."""
        if not self.take("="):
            return None
        sign = "-" if self.take("-") else ""
        kind, found, _line = self.tokens[self.at]
        if kind not in ("text", "number") and found not in ("true", "false", "null"):
            raise self.beyond()
        self.at += 1
        return sign + found


def _evaluate(node: ast.expr, known: dict[str, int]) -> int:
    match node:
        case ast.Constant(value=int() as number):
            return number
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return known[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluate(operand, known)
        case ast.UnaryOp(op=ast.Invert(), operand=operand):
            return ~_evaluate(operand, known)
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _OPERATIONS:
            return _OPERATIONS[type(operation)](_evaluate(left, known), _evaluate(right, known))
    raise KeyError(ast.dump(node))

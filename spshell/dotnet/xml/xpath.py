"""XPath 1.0 over our XML nodes: paths, predicates, operators and the core functions.

Source: XML Path Language 1.0. A query becomes nested tuples once and is then evaluated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import NetException, exception_class

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELEMENT, _ATTRIBUTE, _TEXT, _CDATA, _INSTRUCTION, _COMMENT, _DOCUMENT, _WHITESPACE = 1, 2, 3, 4, 7, 8, 9, 13
_AXES = (
    "ancestor", "ancestor-or-self", "attribute", "child", "descendant", "descendant-or-self", "following",
    "following-sibling", "parent", "preceding", "preceding-sibling", "self",
)  # fmt: skip
_NODE_TYPES = ("node", "text", "comment", "processing-instruction")
_PARSED: dict[str, Any] = {}


def select(path: str, node: Any, names: Any = None) -> list[Any]:
    """The nodes that a path finds, in document order; raises XPathException."""
    result = evaluate(path, node, names)
    if not isinstance(result, list):
        raise fault(f"'{path}' does not give nodes")
    return result


def evaluate(path: str, node: Any, names: Any = None) -> Any:
    """The value of an expression: nodes, text, a number or a truth value; raises XPathException."""
    tree = _PARSED.get(path)
    if tree is None:
        tree = _Parser(path).parse()
        if len(_PARSED) > 200:
            _PARSED.clear()
        _PARSED[path] = tree
    prefixes = {} if names is None else names.names
    return _value(tree, _Context(node, 1, 1, prefixes))


def fault(reason: str) -> NetException:
    """XPathException."""
    return exception_class("System.Xml.XPath.XPathException")(
        f"The XPath expression is not valid: {reason}.", error_id="XPathException", arguments=(reason,)
    )


class _Context:
    __slots__ = ("node", "position", "prefixes", "size")

    def __init__(self, node: Any, position: int, size: int, prefixes: dict[str, str]) -> None:
        self.node = node
        self.position = position
        self.size = size
        self.prefixes = prefixes


class _Parser:
    """Recursive descent over the tokens of an expression."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self.place = 0

    def parse(self) -> Any:
        tree = self._or()
        if self.place < len(self.tokens):
            raise fault(f"'{self.text}' has an unexpected '{self._peek()}'")
        return tree

    def _peek(self, offset: int = 0) -> str:
        place = self.place + offset
        return self.tokens[place] if place < len(self.tokens) else ""

    def _take(self, *wanted: str) -> str:
        if self._peek() in wanted:
            self.place += 1
            return self.tokens[self.place - 1]
        return ""

    def _need(self, wanted: str) -> None:
        if not self._take(wanted):
            raise fault(f"'{self.text}' lacks '{wanted}'")

    def _chain(self, next_level: Any, *operators: str) -> Any:
        left = next_level()
        while operator := self._take(*operators):
            left = ("binary", operator, left, next_level())
        return left

    def _or(self) -> Any:
        return self._chain(self._and, "or")

    def _and(self) -> Any:
        return self._chain(self._equality, "and")

    def _equality(self) -> Any:
        return self._chain(self._relation, "=", "!=")

    def _relation(self) -> Any:
        return self._chain(self._sum, "<", "<=", ">", ">=")

    def _sum(self) -> Any:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Any:
        return self._chain(self._negation, "*", "div", "mod")

    def _negation(self) -> Any:
        if self._take("-"):
            return ("negate", self._negation())
        return self._chain(self._path, "|")

    def _path(self) -> Any:
        token = self._peek()
        primary = None
        if self._peek() == "(":
            self.place += 1
            primary = self._or()
            self._need(")")
        elif token[:1] in ("'", '"'):
            self.place += 1
            return ("text", token[1:-1])
        elif token[:1].isdigit() or (token[:1] == "." and token[1:2].isdigit()):
            self.place += 1
            return ("number", float(token))
        elif self._peek(1) == "(" and token not in _NODE_TYPES:
            primary = self._call()
        if primary is None:
            return self._location()
        predicates = self._predicates()
        tree = ("filter", primary, predicates) if predicates else primary
        if self._peek() in ("/", "//"):
            return ("path", tree, self._steps([]))
        return tree

    def _call(self) -> Any:
        name = self._peek()
        self.place += 2
        arguments: list[Any] = []
        if not self._take(")"):
            arguments.append(self._or())
            while self._take(","):
                arguments.append(self._or())
            self._need(")")
        return ("call", name, arguments)

    def _location(self) -> Any:
        if self._peek() in ("/", "//"):
            absolute = self._peek() == "/" and not self._starts_step(1)
            if absolute:
                self.place += 1
                return ("path", ("root",), [])
            return ("path", ("root",), self._steps([]))
        return ("path", ("self",), self._steps([self._step()]))

    def _starts_step(self, offset: int) -> bool:
        token = self._peek(offset)
        return bool(token) and (token in (".", "..", "@", "*") or token[0].isalpha() or token[0] == "_")

    def _steps(self, steps: list[Any]) -> list[Any]:
        while operator := self._take("/", "//"):
            if operator == "//":
                steps.append(("descendant-or-self", ("type", "node"), []))
            steps.append(self._step())
        return steps

    def _step(self) -> Any:
        if self._take("."):
            return ("self", ("type", "node"), [])
        if self._take(".."):
            return ("parent", ("type", "node"), [])
        axis = "child"
        if self._take("@"):
            axis = "attribute"
        elif self._peek() in _AXES and self._peek(1) == "::":
            axis = self._peek()
            self.place += 2
        token = self._peek()
        if not (token[:1].isalpha() or token[:1] in ("*", "_")) or not token:
            raise fault(f"'{self.text}' has an invalid token")
        self.place += 1
        if token in _NODE_TYPES and self._take("("):
            if self._peek()[:1] in ("'", '"'):
                self.place += 1
            self._need(")")
            return (axis, ("type", token), self._predicates())
        return (axis, ("name", token), self._predicates())

    def _predicates(self) -> list[Any]:
        found: list[Any] = []
        while self._take("["):
            found.append(self._or())
            self._need("]")
        return found


def _tokens(text: str) -> Iterator[str]:
    position = 0
    previous = ""
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
            continue
        end = position + 1
        if character in "'\"":
            end = text.find(character, position + 1) + 1
            if not end:
                raise fault(f"'{text}' has an open string")
        elif text[position : position + 2] in ("//", "::", "..", "!=", "<=", ">="):
            end = position + 2
        elif character.isdigit() or (character == "." and text[position + 1 : position + 2].isdigit()):
            while end < len(text) and (text[end].isdigit() or text[end] == "."):
                end += 1
        elif character.isalpha() or character == "_":
            end = _name_end(text, end)
        elif character not in "()[].@,/|+-=<>*$":
            raise fault(f"'{text}' has an invalid token")
        previous = text[position:end]
        position = end
        yield previous


def _name_end(text: str, end: int) -> int:
    """The end of a name: letters, digits, dots, dashes and one colon that is no axis."""
    while end < len(text):
        character = text[end]
        if character == ":" and text[end + 1 : end + 2] != ":" and text[end - 1] != ":":
            end += 1
            if text[end : end + 1] == "*":
                return end + 1
        elif character.isalnum() or character in "_-.":
            end += 1
        else:
            break
    return end


def _value(tree: Any, context: _Context) -> Any:
    kind = tree[0]
    if kind == "path":
        return _walk(_value(tree[1], context), tree[2], context)
    if kind == "self":
        return [context.node]
    if kind == "root":
        node = context.node
        while node.parent is not None or getattr(node, "owner", None) is not None:
            node = node.parent if node.parent is not None else node.owner
        return [node]
    if kind in ("text", "number"):
        return tree[1]
    if kind == "negate":
        return -number(_value(tree[1], context))
    if kind == "filter":
        nodes = _value(tree[1], context)
        for predicate in tree[2]:
            nodes = _filtered(nodes, predicate, context)
        return nodes
    if kind == "call":
        return _call(tree[1], tree[2], context)
    return _binary(tree[1], tree[2], tree[3], context)


def _walk(nodes: Any, steps: list[Any], context: _Context) -> list[Any]:
    if not isinstance(nodes, list):
        raise fault("a path starts at a value that is no node")
    for axis, test, predicates in steps:
        found: list[Any] = []
        for node in nodes:
            matching = [item for item in _axis(axis, node) if _fits(item, axis, test, context)]
            for predicate in predicates:
                matching = _filtered(matching, predicate, context)
            found.extend(matching)
        nodes = _unique(found)
    return _in_order(nodes) if len(steps) > 0 else nodes


def _filtered(nodes: list[Any], predicate: Any, context: _Context) -> list[Any]:
    kept: list[Any] = []
    for place, node in enumerate(nodes, 1):
        result = _value(predicate, _Context(node, place, len(nodes), context.prefixes))
        if result == place if isinstance(result, float) else boolean(result):
            kept.append(node)
    return kept


def _unique(nodes: list[Any]) -> list[Any]:
    seen: set[int] = set()
    return [node for node in nodes if not (id(node) in seen or seen.add(id(node)))]  # type: ignore[func-returns-value]  # add gives None on purpose


def _in_order(nodes: list[Any]) -> list[Any]:
    """Nodes in document order."""
    return sorted(nodes, key=_order) if len(nodes) > 1 else nodes


def _order(node: Any) -> list[tuple[int, int]]:
    path: list[tuple[int, int]] = []
    while True:
        owner = getattr(node, "owner", None)
        if owner is not None:
            path.append((0, next(i for i, item in enumerate(owner.attributes) if item is node)))
            node = owner
        elif node.parent is not None:
            path.append((1, next(i for i, item in enumerate(node.parent.children) if item is node)))
            node = node.parent
        else:
            break
    return path[::-1]


def _above(node: Any) -> Any:
    return getattr(node, "owner", None) or node.parent


def _axis(axis: str, node: Any) -> Iterator[Any]:
    if axis == "child":
        yield from node.children
    elif axis == "attribute":
        yield from (a for a in getattr(node, "attributes", ()) if a.qualified.partition(":")[0] != "xmlns")
    elif axis in ("self", "descendant-or-self", "ancestor-or-self"):
        yield node
        if axis != "self":
            yield from _axis(axis.removesuffix("-or-self"), node)
    elif axis == "parent":
        if _above(node) is not None:
            yield _above(node)
    elif axis == "descendant":
        for child in node.children:
            yield child
            yield from _axis("descendant", child)
    elif axis == "ancestor":
        while (node := _above(node)) is not None:
            yield node
    else:
        yield from _beside(axis, node)


def _beside(axis: str, node: Any) -> Iterator[Any]:
    siblings = node.parent.children if node.parent is not None else []
    place = next((i for i, item in enumerate(siblings) if item is node), 0)
    after = siblings[place + 1 :]
    before = siblings[:place][::-1]
    if axis == "following-sibling":
        yield from after
    elif axis == "preceding-sibling":
        yield from before
    elif axis == "following":
        for item in after:
            yield from _axis("descendant-or-self", item)
        if node.parent is not None:
            yield from _beside(axis, node.parent)
    else:
        for item in before:
            yield from reversed(list(_axis("descendant-or-self", item)))
        if node.parent is not None:
            yield from _beside(axis, node.parent)


def _fits(node: Any, axis: str, test: Any, context: _Context) -> bool:
    kind, name = test
    if kind == "type":
        if name == "node":
            return True
        wanted = {"text": (_TEXT, _CDATA, _WHITESPACE), "comment": (_COMMENT,)}.get(name, (_INSTRUCTION,))
        return node.node_type in wanted
    if node.node_type != (_ATTRIBUTE if axis == "attribute" else _ELEMENT):
        return False
    prefix, colon, local = name.rpartition(":")
    if colon:
        if prefix not in context.prefixes:
            raise fault(f"the prefix '{prefix}' is not known")
        return node.namespace == context.prefixes[prefix] and local in ("*", node.local)
    return name == "*" or (node.local == name and not node.namespace)


def string(value: Any) -> str:
    """A value as XPath text."""
    if isinstance(value, list):
        return str(value[0].inner_text) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        from spshell.values.number_text import special

        named = special(value)
        return named if named is not None else str(int(value)) if value == int(value) else repr(value)
    return str(value)


def number(value: Any) -> float:
    """A value as an XPath number."""
    if isinstance(value, (bool, float)):
        return float(value)
    try:
        return float(string(value).strip())
    except ValueError:
        return float("nan")


def boolean(value: Any) -> bool:
    """A value as an XPath truth value."""
    if isinstance(value, float):
        return value == value and value != 0  # noqa: PLR0124 - NaN is false
    return bool(value)


def _binary(operator: str, left: Any, right: Any, context: _Context) -> Any:
    if operator == "and":
        return boolean(_value(left, context)) and boolean(_value(right, context))
    if operator == "or":
        return boolean(_value(left, context)) or boolean(_value(right, context))
    a, b = _value(left, context), _value(right, context)
    if operator == "|":
        return _in_order(_unique([*a, *b]))
    if operator in ("=", "!=", "<", "<=", ">", ">="):
        return _compare(operator, a, b)
    x, y = number(a), number(b)
    if operator == "+":
        return x + y
    if operator == "-":
        return x - y
    if operator == "*":
        return x * y
    from spshell.values.arithmetic import divide, remainder

    return divide(x, y) if operator == "div" else remainder(x, y)


def _compare(operator: str, a: Any, b: Any) -> bool:
    if isinstance(a, list) and not isinstance(b, bool):
        return any(_compare(operator, string([node]), b) for node in a)
    if isinstance(b, list) and not isinstance(a, bool):
        return any(_compare(operator, a, string([node])) for node in b)
    if operator in ("=", "!="):
        if isinstance(a, bool) or isinstance(b, bool):
            same = boolean(a) == boolean(b)
        elif isinstance(a, float) or isinstance(b, float):
            same = number(a) == number(b)
        else:
            same = string(a) == string(b)
        return same == (operator == "=")
    x, y = number(a), number(b)
    return {"<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y}[operator]


def _call(name: str, arguments: list[Any], context: _Context) -> Any:
    if name == "position":
        return float(context.position)
    if name == "last":
        return float(context.size)
    values = [_value(item, context) for item in arguments]
    own = values[0] if values else [context.node]
    if name in ("name", "local-name", "namespace-uri"):
        if not own:
            return ""
        node = own[0]
        return {"name": node.qualified, "local-name": node.local, "namespace-uri": node.namespace}[name]
    simple: Any = {
        "true": lambda: True,
        "false": lambda: False,
        "not": lambda: not boolean(own),
        "boolean": lambda: boolean(own),
        "count": lambda: float(len(own)),
        "sum": lambda: float(sum(number([node]) for node in own)),
        "string": lambda: string(own),
        "number": lambda: number(own),
        "string-length": lambda: float(len(string(own))),
        "normalize-space": lambda: " ".join(string(own).split()),
        "concat": lambda: "".join(map(string, values)),
        "contains": lambda: string(values[1]) in string(own),
        "starts-with": lambda: string(own).startswith(string(values[1])),
        "substring-before": lambda: _before(string(own), string(values[1])),
        "substring-after": lambda: string(own).partition(string(values[1]))[2],
        "translate": lambda: _translate(string(own), string(values[1]), string(values[2])),
        "substring": lambda: _substring(values),
        "floor": lambda: float(number(own) // 1),
        "ceiling": lambda: float(-(-number(own) // 1)),
        "round": lambda: float((number(own) + 0.5) // 1),
    }.get(name)
    if simple is None:
        raise fault(f"there is no function {name}")
    try:
        return simple()
    except IndexError:
        raise fault(f"{name} has too few arguments") from None


def _before(text: str, part: str) -> str:
    return text.partition(part)[0] if part in text else ""


def _translate(text: str, old: str, new: str) -> str:
    table = {ord(c): new[i : i + 1] for i, c in reversed(list(enumerate(old)))}
    return text.translate(table)


def _substring(values: list[Any]) -> str:
    text = string(values[0])
    start = (number(values[1]) + 0.5) // 1
    end = start + (number(values[2]) + 0.5) // 1 if len(values) > 2 else float("inf")
    return "".join(c for place, c in enumerate(text, 1) if start <= place < end)

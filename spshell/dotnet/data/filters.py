"""Filters and orders of tables: ``Age > 30 AND Name LIKE 'A%'``, ``Name DESC, Age`` (DataColumn.Expression)."""

from __future__ import annotations

import re

from spshell.dotnet.data.messages import data_fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.dotnet.data.rows import DataRow
    from spshell.dotnet.data.tables import DataTable

    Test = Callable[[DataRow], Any]

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<date>#[^#]*#)|(?P<number>\d+(?:\.\d+)?)|\[(?P<quoted>[^\]]*)\]|(?P<word>\w+)|(?P<sign><>|<=|>=|[=<>(),-]))"
)


def chosen(table: DataTable, condition: str, order: str) -> list[DataRow]:
    """The rows that fit a condition, in an order. Raises SyntaxErrorException and EvaluateException."""
    rows = list(table.rows.items)
    if condition.strip():
        test = _Reader(table, condition).whole()
        rows = [row for row in rows if test(row)]
    for part in reversed(order.split(",") if order.strip() else []):
        name, _, way = part.strip().partition(" ")
        index = table.columns.index_of(name.strip("[]"))
        rows.sort(key=lambda row, at=index: _order_key(row.values[at]), reverse=way.strip().lower() == "desc")  # type: ignore[misc]  # bound now
    return rows


def _order_key(value: Any) -> tuple[int, Any]:
    """What is nothing comes first; text in any case."""
    plain = _plain(value)
    if plain is None:
        return 0, 0
    return 1, plain.lower() if isinstance(plain, str) else getattr(plain, "ticks", plain)


def _plain(value: Any) -> Any:
    from spshell.dotnet.data.columns import null

    return None if value is null() else value


class _Reader:
    """A recursive-descent reader of one condition."""

    def __init__(self, table: DataTable, text: str) -> None:
        self.table = table
        self.text = text
        self.tokens = self._scan(text)
        self.at = 0

    def _scan(self, text: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        place = 0
        while text[place:].strip():
            match = _TOKEN.match(text, place)
            if match is None or match.lastgroup is None:
                raise self._wrong()
            found.append((match.lastgroup, match.group(match.lastgroup)))
            place = match.end()
        return found

    def _wrong(self) -> Exception:
        return data_fault("Data.SyntaxError", "BadFilter", self.text)

    def whole(self) -> Test:
        test = self._any()
        if self.at != len(self.tokens):
            raise self._wrong()
        return test

    def _word(self) -> str:
        """The word that comes next, in lower case; empty when it is none."""
        if self.at < len(self.tokens) and self.tokens[self.at][0] in ("word", "sign"):
            return self.tokens[self.at][1].lower()
        return ""

    def _takes(self, *words: str) -> str:
        word = self._word()
        if word and word in words:
            self.at += 1
            return word
        return ""

    def _any(self) -> Test:
        left = self._all()
        while self._takes("or"):
            right = self._all()
            left = _either(left, right)
        return left

    def _all(self) -> Test:
        left = self._one()
        while self._takes("and"):
            right = self._one()
            left = _both(left, right)
        return left

    def _one(self) -> Test:
        if self._takes("not"):
            inner = self._one()
            return lambda row: not inner(row)
        if self._takes("("):
            inner = self._any()
            if not self._takes(")"):
                raise self._wrong()
            return inner
        return self._comparison()

    def _comparison(self) -> Test:
        left = self._operand()
        if self._takes("is"):
            wanted = not self._takes("not")
            if not self._takes("null"):
                raise self._wrong()
            return lambda row: (left(row) is None) is wanted
        negated = bool(self._takes("not"))
        if self._takes("like"):
            pattern = self._operand()
            return lambda row: _like(left(row), pattern(row)) is not negated
        if self._takes("in"):
            items = self._list()
            return lambda row: any(_compare("=", left(row), item(row)) for item in items) is not negated
        sign = self._takes("=", "<>", "<", ">", "<=", ">=")
        if not sign:
            raise self._wrong()
        right = self._operand()
        return lambda row: _compare(sign, left(row), right(row))

    def _list(self) -> list[Test]:
        if not self._takes("("):
            raise self._wrong()
        items = [self._operand()]
        while self._takes(","):
            items.append(self._operand())
        if not self._takes(")"):
            raise self._wrong()
        return items

    def _operand(self) -> Test:
        if self._takes("-"):
            inner = self._operand()
            return lambda row: -inner(row)
        if self.at >= len(self.tokens):
            raise self._wrong()
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind in ("text", "number", "date"):
            value = _literal(kind, text)
            return lambda _row: value
        if kind == "word" and text.lower() in ("true", "false", "null"):
            known = {"true": True, "false": False, "null": None}[text.lower()]
            return lambda _row: known
        if kind not in ("word", "quoted"):
            raise self._wrong()
        column = self.table.columns.find(text)
        if column is None:
            raise data_fault("Data.Evaluate", "NoColumn", text, self.table.name)
        index = column.ordinal
        return lambda row: _plain(row.values[index])


def _either(left: Test, right: Test) -> Test:
    return lambda row: left(row) or right(row)


def _both(left: Test, right: Test) -> Test:
    return lambda row: left(row) and right(row)


def _literal(kind: str, text: str) -> Any:
    if kind == "text":
        return text[1:-1].replace("''", "'")
    if kind == "number":
        return float(text) if "." in text else int(text)
    from spshell.dotnet.time.date_parse import parse_date

    return parse_date(text[1:-1], "", 0)


def _like(value: Any, pattern: Any) -> bool:
    """``*`` and ``%`` stand for any text at the ends."""
    if value is None:
        return False
    from spshell.values.text import to_text

    parts = re.split(r"[%*]", to_text(pattern))
    return (
        re.fullmatch(".*".join(map(re.escape, parts)), to_text(value), re.IGNORECASE | re.DOTALL) is not None
    )


def _compare(sign: str, left: Any, right: Any) -> bool:
    """Nothing compares with nothing."""
    from spshell.values import comparison

    if left is None or right is None:
        return False
    if sign in ("=", "<>"):
        return comparison.equal(left, right) is (sign == "=")
    return bool(
        {"<": comparison.lt, ">": comparison.gt, "<=": comparison.le, ">=": comparison.ge}[sign](left, right)
    )

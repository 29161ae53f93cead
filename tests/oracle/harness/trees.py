"""Parsing: tokens, tree and errors of a text, offsets in UTF-16 units."""

from __future__ import annotations

from typing import Any


def run(record: dict[str, Any]) -> dict[str, Any]:
    """{"errors", "ast", "tokens"} as the recordings write them."""
    from spshell.language.dump import dump_parse

    text = record["text"]
    found = dump_parse(text)
    if not text.isascii() and any(ord(character) > 0xFFFF for character in text):
        return _in_units(found, text)
    return found


def _in_units(found: dict[str, Any], text: str) -> dict[str, Any]:
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))

    def at(offset: int) -> int:
        return units[offset] if offset < len(units) else units[-1] + offset - len(units) + 1

    def node(tree: Any) -> None:
        tree["x"] = [at(tree["x"][0]), at(tree["x"][1])]
        for child in tree.get("c", ()):
            node(child)

    if found.get("ast"):
        node(found["ast"])
    for item in found["errors"]:
        item["x"] = [at(item["x"][0]), at(item["x"][1])]
    for token in found["tokens"]:
        token[3], token[4] = at(token[3]), at(token[4])
    return found


def passes(record: dict[str, Any], got: dict[str, Any]) -> bool:
    """Whether errors (id, extent, incomplete), tree and tokens are the recorded ones."""
    return (
        _errors(record.get("errors", [])) == _errors(got["errors"])
        and record.get("ast") == got["ast"]
        and [list(token) for token in record.get("tokens", [])] == [list(token) for token in got["tokens"]]
    )


def _errors(items: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(item["id"], tuple(item["x"]), bool(item.get("incomplete"))) for item in items]

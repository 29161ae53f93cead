"""Completing behind `$value -eq`: the names of the enumeration that the left side is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.completion.inference import Inference
from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, starts, unquoted
from spshell.language.nodes import AssignmentStatement, BinaryExpression
from spshell.values.enums import EnumType

if TYPE_CHECKING:
    from spshell.engine.session import Session

_COMPARING = frozenset(
    [
        "Ieq",
        "Ine",
        "Ceq",
        "Cne",
        "Ilike",
        "Clike",
        "Inotlike",
        "Cnotlike",
        "Igt",
        "Ige",
        "Ilt",
        "Ile",
        "Cgt",
        "Cge",
        "Clt",
        "Cle",
        "Equals",
    ]
)
_WORDS = frozenset({"StringLiteral", "StringExpandable", "Identifier", "Generic"})


def offer(session: Session, place: Place) -> Completion | None:
    """Names in the order of the enumeration, quoted."""
    if place.before is None or place.before.kind not in _COMPARING:
        return None
    if place.at is not None and place.at.kind not in _WORDS:
        return None
    left = None
    binary = place.innermost(BinaryExpression)
    if binary is not None and binary.left.end <= place.before.start:
        left = binary.left
    assignment = place.innermost(AssignmentStatement)
    if left is None and assignment is not None and place.before.kind == "Equals":
        left = assignment.left
    if left is None:
        return None
    for shape in Inference(session, place).of(left):
        if isinstance(shape.net_type, EnumType):
            quote, word = unquoted(place.word)
            quote = quote or "'"
            test = starts(word)
            found = [name for name in shape.net_type.names if test(name)]
            matches = [match(f"{quote}{name}{quote}", name) for name in found]
            return Completion(place.start, place.length, matches)
    return None

"""The order in which the sources of completion are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, nothing

if TYPE_CHECKING:
    from spshell.engine.session import Session
    from spshell.language import ParseResult


def complete(session: Session, text: str, cursor: int, parsed: ParseResult | None = None) -> Completion:
    """What may stand at a place of a text. Changes nothing: of the text, only variables are read."""
    from spshell.engine.completion import (
        assigned_values,
        attribute_arguments,
        command_arguments,
        command_names,
        comments,
        enum_comparisons,
        hashtable_keys,
        member_names,
        operator_names,
        type_names,
        variable_names,
    )

    place = Place(text, cursor, parsed)
    sources = (
        comments, variable_names, attribute_arguments, type_names, member_names, hashtable_keys, operator_names,
        assigned_values, enum_comparisons, command_arguments, command_names,
    )  # fmt: skip
    for source in sources:
        found = source.offer(session, place)
        if found is not None:
            return found if found.matches or found.start >= 0 else nothing()
    return nothing()

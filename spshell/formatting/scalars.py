"""The text of values that are printed where they come: strings, numbers, records of the other streams."""

from __future__ import annotations

from spshell.values.number_text import double_text15, single_text7
from spshell.values.numbers import Single
from spshell.values.objects import PSObject, unwrap
from spshell.values.text import in_culture, to_string

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.session import Session


def accent(session: Session, name: str) -> str | None:
    """The sequence of a decoration of ``$PSStyle.Formatting``, None when output has no colours."""
    if session.ps_style is None:
        return None
    from spshell.engine.host.escapes import decorations

    found = decorations(session)
    return None if found is None else found[name]


def scalar_text(value: Any, session: Session, *, for_file: bool = False) -> str:
    """The lines of a scalar, with the line end; in files and strings messages are text."""
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.pipelines.records import InformationalRecord, InformationRecord
    from spshell.engine.scriptblock import ScriptBlock

    if type(value) is PSObject and value.text is not None and not value.members:
        return value.text + "\n"  # a number argument as it was typed
    plain = unwrap(value)
    if type(plain) is str:
        return plain + "\n"
    if type(plain) is float:
        return in_culture(double_text15(plain)) + "\n"
    if type(plain) is Single:
        return in_culture(single_text7(plain)) + "\n"
    if isinstance(plain, ErrorRecord):
        from spshell.formatting.errorview import error_text, is_block

        text = error_text(plain, session)
        return text + "\n" if is_block(plain, session) else text
    if isinstance(plain, InformationalRecord):
        return f"{plain.prefix if plain.merged and not for_file else ''}{plain.message}\n"
    if isinstance(plain, InformationRecord):
        return plain.ps_text() + "\n"
    if isinstance(plain, ScriptBlock):
        return plain.text + "\n"
    return to_string(plain) + "\n"

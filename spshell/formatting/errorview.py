"""How errors are shown: ConciseView (default), NormalView, CategoryView, DetailedView ($ErrorView)."""

from __future__ import annotations

from spshell.engine.errors.position_text import marked_line
from spshell.engine.host.escapes import RESET, decorations
from spshell.formatting.named_lines import named_line, names_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.errors.extents import Extent
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.session import Session


def error_text(record: ErrorRecord, session: Session) -> str:
    """The text of an error with its line end, in the view that ``$ErrorView`` names."""
    from spshell.engine.variables.scope import UNSET
    from spshell.engine.variables.variables import lookup
    from spshell.values.text import to_text

    found = lookup(session.current or session.global_scope, "errorview")
    view = "" if found is UNSET else to_text(found).lower()
    if view == "categoryview":
        return _category_text(record) + "\n"
    if view == "normalview":
        return _normal_text(record)
    return _concise_text(record, session)


def is_block(record: ErrorRecord, session: Session) -> bool:
    """Whether ConciseView shows the error with its source line."""
    del session
    if names_line(record.target):
        return True
    extent = _extent(record)
    if extent is None or (extent.file or "").lower().endswith(".psm1"):
        return False  # nothing is shown of the code of modules
    return bool(extent.file) or extent.line > 1 or record.category == "ParserError"


def _extent(record: ErrorRecord) -> Extent | None:
    return record.invocation.extent if record.invocation is not None else None


def error_name(record: ErrorRecord) -> str:
    """The name before the colon."""
    if getattr(record.exception, "thrown_value", False):
        return "Exception"
    invocation = record.invocation
    from spshell.engine.commands.kinds import CommandInfo, ScriptInfo

    command = invocation.command if invocation is not None else None
    if isinstance(command, CommandInfo) and not isinstance(command, ScriptInfo):
        return command.name
    if record.activity:
        return record.activity
    if invocation is not None and command is not None and not getattr(command, "name", ""):
        return ""  # a script block has no name to show
    if invocation is not None and invocation.invocation_name:
        return invocation.invocation_name
    if record.category not in ("NotSpecified", ""):
        return record.category
    return record.reason_name


def concise_message(record: ErrorRecord) -> str:
    """The message; of a syntax error its first sentence, without the position that the message carries."""
    if record.details is not None and record.details.message:
        return record.message
    return getattr(record.exception, "first_sentence", record.message)


def _concise_text(record: ErrorRecord, session: Session) -> str:
    if record.error_id == "NativeCommandError" or (
        record.no_suffix and record.error_id == "NativeCommandErrorMessage"
    ):
        return record.message + "\n"
    name = error_name(record)
    action = record.details.recommended_action if record.details is not None else ""
    recommendation = f"  Recommendation: {action}\n" if action else ""
    sentence = concise_message(record)
    colours = None if session.ps_style is None else decorations(session)
    if not is_block(record, session):
        if colours is not None:
            return f"{colours['Error']}{name}: {colours['Error']}{sentence}{RESET}\n{recommendation}"
        return f"{name}: {sentence}\n{recommendation}"
    place, number, line, marker = _shown_line(record)
    blank = " " * max(len(number), 4)
    message = sentence.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    body = _wrapped(message, session.host.width)
    if colours is not None:
        rows = [f"{number.rjust(4)} | ", f"{blank} | "]
        return _coloured(f"{name}: ", place, [*rows, line, marker, body], colours) + recommendation
    under = f"{blank} | {marker}\n" if marker else ""
    return f"{name}: {place}\nLine |\n{number.rjust(4)} | {line}\n{under}{body}\n{recommendation}"


def _shown_line(record: ErrorRecord) -> tuple[str, str, str, str]:
    """(place, number of the line, the line, marker under it): of the text that the error is about, else of the script."""
    if names_line(record.target):
        return named_line(record.target)
    extent = _extent(record)
    assert extent is not None
    line, marker = marked_line(extent)
    return f"{extent.file}:{extent.line}" if extent.file else "", str(extent.line), f" {line}", f" {marker}"


def _coloured(name: str, place: str, parts: list[str], colours: dict[str, str]) -> str:
    """The same lines in colour: each repeats the sequences of those above, as a line that is split keeps its colour."""
    number, blank, line, marker, body = parts
    red, accent = colours["Error"], colours["ErrorAccent"]
    prefix = "     | "
    lines = [
        ([red, RESET], f"{red}{name}{RESET}{place}"),
        ([accent], f"{accent}Line |"),
        ([accent, RESET, accent, RESET], f"{accent}{number}{RESET}{line[:1]}{accent}{line[1:]}{RESET}"),
    ]
    if marker:
        lines.append(([accent, red], f"{accent}{blank}{red}{marker}"))
    for index, text in enumerate(body.split("\n")):
        before = [red] if index == 0 else []
        lines.append(
            ([*before, accent, red], "".join(before) + f"{accent}{prefix}{red}{text.removeprefix(prefix)}")
        )
    shown: list[str] = []
    seen = ""
    for sequences, text in lines:
        shown.append(seen + text + ("" if text.endswith(RESET) else RESET))
        seen += "".join(sequences)
    return "\n".join(shown) + "\n"


def _wrapped(message: str, width: int) -> str:
    """The message behind its bar, broken at blanks; a word that is too long ends the breaking."""
    prefix = "     | "
    if len(message) + len(prefix) <= width:
        return prefix + message
    text = prefix + message
    first = _truncated(text, width)
    lines = [first]
    rest = text[len(first) :].strip()
    while len(rest) + len(prefix) > width:
        line = prefix + rest
        part = _truncated(line, width)
        if len(part) - len(prefix) <= 0:
            break
        lines.append(part)
        rest = rest[len(part) - len(prefix) :].strip()
    lines.append(prefix + rest)
    return "\n".join(lines)


def _truncated(text: str, length: int) -> str:
    """The beginning up to the last blank within `length` characters."""
    if len(text) <= length:
        return text
    head = text[:length]
    for index in range(len(head) - 1, -1, -1):
        if head[index].isspace():
            return head[:index]
    return head


def _category_text(record: ErrorRecord) -> str:
    from spshell.engine.errors.category_info import CategoryInfo

    return CategoryInfo(record).to_string()


def _normal_text(record: ErrorRecord) -> str:
    """The view of Windows PowerShell."""
    name = _normal_name(record)
    lines = [f"{name} : {record.message}" if name else record.message]
    extent = _extent(record)
    if extent is not None:
        line, marker = marked_line(extent)
        place = f"{extent.file}:{extent.line}" if extent.file else f"line:{extent.line}"
        lines += [f"At {place} char:{extent.column}", f"+ {line}", f"+ {marker}"]
    lines.append(f"+ CategoryInfo          : {_category_text(record)}")
    lines.append(f"+ FullyQualifiedErrorId : {record.fqid}")
    return "\n".join(lines) + "\n"


def _normal_name(record: ErrorRecord) -> str:
    from spshell.engine.commands.kinds import ScriptInfo

    invocation = record.invocation
    if invocation is not None and isinstance(invocation.command, ScriptInfo):
        return invocation.command.path
    if record.activity:
        return record.activity
    return invocation.invocation_name if invocation is not None else ""


def plain_message(record: Any) -> str:
    """The message alone."""
    return str(record.message)

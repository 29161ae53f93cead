"""``switch``: matching clauses, and the signals of loops (about_Switch, about_Break)."""

from __future__ import annotations

from spshell.engine.errors.faults import make_fault
from spshell.engine.errors.signals import FlowSignal
from spshell.engine.variables.variables import MatchResult
from spshell.values import comparison, matching
from spshell.values.exceptions import NetException
from spshell.values.text import to_text
from spshell.values.truth import truth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from spshell.engine.scriptblock import ScriptBlock
    from spshell.engine.variables.scope import Scope


def switch_match(scope: Scope, item: Any, clause: Any, ignore_case: bool) -> bool:
    """A plain clause: the same text as the item; a script block held in a variable is a condition."""
    from spshell.engine.scriptblock import ScriptBlock

    if isinstance(clause, ScriptBlock):
        return switch_block(scope, clause, item)
    if item is None or clause is None:
        return item is clause
    return comparison.equal(to_text(item), to_text(clause), ignore_case)


def switch_wildcard(scope: Scope, item: Any, clause: Any, ignore_case: bool) -> bool:
    """A clause under -Wildcard; only text is matched as a pattern."""
    if type(clause) is not str:
        return switch_match(scope, item, clause, ignore_case)
    return truth(matching.like(to_text(item), clause, ignore_case))


def switch_regex(scope: Scope, item: Any, clause: Any, ignore_case: bool) -> bool:
    """A clause under -Regex; a match fills ``$Matches``."""
    from spshell.engine.scriptblock import ScriptBlock

    if isinstance(clause, ScriptBlock):
        return switch_block(scope, clause, item)
    try:
        result, found = matching.match(to_text(item), clause, ignore_case)
    except NetException as error:
        raise make_fault(
            "InvalidRegularExpression", to_text(clause), error.message, target=clause, inner=error
        ) from None
    if found is not None:
        scope.vars["matches"] = MatchResult(found)
    return truth(result)


def switch_block(scope: Scope, block: ScriptBlock, _item: Any) -> bool:
    """A clause that is a condition: the block runs in the switch's own scope with ``$_`` set; its errors end the switch."""
    from spshell.engine.pipelines.apart import Apart

    output: list[Any] = []
    before, scope.apart = scope.apart, True
    try:
        with Apart(scope.session):
            block.bound_to(scope).run_inline(scope, output.append)
    finally:
        scope.apart = before
    return truth(output if len(output) != 1 else output[0])


def switch_lines(scope: Scope, path: Any) -> Iterator[str]:
    """``switch -File``: the lines of a file. Raises the fault of a file that cannot be read."""
    from spshell.engine.errors.faults import raise_fault
    from spshell.engine.source_files import read_script

    full = _one_file(scope, path)
    try:
        text = read_script(full)
    except OSError as error:
        raise_fault("FileOpenFailure", full, error.strerror or str(error))
    return iter(text.splitlines())


def _one_file(scope: Scope, given: Any) -> str:
    """The file that `switch -File` reads: a file object's own, or the one that a path with wildcards means."""
    from spshell.dotnet.io.file_infos import FileInfo
    from spshell.engine.errors.faults import raise_fault
    from spshell.engine.providers.globbing import Selection, resolve
    from spshell.values.objects import unwrap

    plain = unwrap(given)
    path = str(plain.path) if isinstance(plain, FileInfo) else to_text(plain)
    if not path:
        raise_fault("InvalidFilenameOption", target=path)
    places = resolve(scope.session, path, Selection())
    if any(not place.provider.hierarchical for place in places):
        raise_fault("FileOpenError", places[0].provider.name, target=path)
    if not places:
        raise_fault("FileNotFound", path, target=path)
    if len(places) > 1:
        raise_fault("AmbiguousPath", path, target=[place.path for place in places])
    return str(places[0].path)


def range_source(left: Any, right: Any) -> Iterable[Any]:
    """``a..b`` that is only gone through: not made into a list."""
    from spshell.values.ranges import range_values

    return range_values(left, right)


def range_list(left: Any, right: Any) -> list[Any]:
    """``a..b`` as an array."""
    from spshell.values.ranges import range_values

    return list(range_values(left, right))


def take_signal(signal: FlowSignal, label: str | None) -> None:
    """A loop takes a signal without a label or with its own; others go on up."""
    wanted = getattr(signal, "label", None)
    if wanted is not None and wanted != label:
        raise signal


def label_of(value: Any) -> str:
    """A computed label."""
    return to_text(value).lower()


def succeeded(scope: Scope) -> None:
    """A statement ended well: ``$?`` is true."""
    scope.session.ok = True


def condition_ended(scope: Scope, outcome: bool) -> bool:
    """A condition that ran a command was worked out: ``$?`` is true, whatever it found."""
    scope.session.ok = True
    return outcome


def last_succeeded(scope: Scope) -> bool:
    """``$?`` for ``&&`` and ``||``."""
    return scope.session.ok

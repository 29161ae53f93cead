"""Which processes a cmdlet means: by name, by identifier or as objects."""

from __future__ import annotations

from cmdlets.management.messages import process_fault
from spshell.dotnet.diagnostics import process_facts
from spshell.dotnet.diagnostics.processes import Process
from spshell.values.wildcard import has_wildcards, wildcard_test

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.engine.commands.cmdlet import Cmdlet


def by_name(cmdlet: Cmdlet, names: list[str] | None) -> Iterator[Process]:
    """Processes whose names match; a plain name that nothing has is an error."""
    known = sorted(process_facts.every(), key=lambda entry: (entry[1].lower(), entry[0]))
    for name in names or ["*"]:
        test = wildcard_test(name)
        found = [Process(number, title) for number, title in known if test(title)]
        if not found and not has_wildcards(name):
            cmdlet.write_error(process_fault("NoProcessFoundForGivenName", name, target=name))
        yield from found


def by_id(cmdlet: Cmdlet, numbers: list[int]) -> Iterator[Process]:
    """Processes by identifier; one that does not run is an error."""
    for number in numbers:
        if not process_facts.runs(number):
            cmdlet.write_error(process_fault("NoProcessFoundForGivenId", number, target=number))
        else:
            yield Process(number)


def selected(cmdlet: Any) -> Iterator[Process]:
    """What -Name, -Id or -InputObject of a cmdlet mean."""
    if getattr(cmdlet, "input_object", None) is not None:
        yield from cmdlet.input_object
    elif getattr(cmdlet, "id", None) is not None:
        yield from by_id(cmdlet, cmdlet.id)
    else:
        yield from by_name(cmdlet, cmdlet.name)

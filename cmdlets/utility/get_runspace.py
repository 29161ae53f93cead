"""Get-Runspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spshell.engine.runspaces.runspace import Runspace


class GetRunspace(Cmdlet, verb="Get", noun="Runspace", default_set="NameParameterSet"):
    """The runspaces of this process: that of the prompt or script, and those that scripts opened.

    PS> (Get-Runspace -Id 1).Name
    Runspace1
    """

    name: Any = parameter(
        "string[]",
        sets={"NameParameterSet": SetFlags(position=0)},
        validate=[ValidateNotNullOrEmpty()],
        help="Only these; wildcards are allowed.",
    )
    id: Any = parameter(
        "int[]",
        sets={"IdParameterSet": SetFlags(mandatory=True, position=0)},
        help="Only those of these numbers.",
    )
    instance_id: Any = parameter(
        "guid[]",
        sets={"InstanceIdParameterSet": SetFlags(mandatory=True, position=0)},
        help="Only those of these identifiers.",
    )

    def process(self) -> Iterator[Runspace]:
        from spshell.engine.runspaces.table import runspace_of
        from spshell.values.wildcard import wildcard_test

        known = runspace_of(self.session).table.all()
        if self.parameter_set == "IdParameterSet":
            yield from (item for number in self.id for item in known if item.number == number)
        elif self.parameter_set == "InstanceIdParameterSet":
            yield from (item for wanted in self.instance_id for item in known if item.instance_id == wanted)
        elif self.name is None:
            yield from known
        else:
            tests = [wildcard_test(name) for name in self.name]
            yield from (item for test in tests for item in known if test(item.title))

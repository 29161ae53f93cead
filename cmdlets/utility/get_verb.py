"""Get-Verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.utility.approved_verbs import approved_verbs
from spshell.engine.attributes.validation import ValidateSet
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUPS = ("Common", "Communications", "Data", "Diagnostic", "Lifecycle", "Other", "Security")


class GetVerb(Cmdlet, verb="Get", noun="Verb"):
    """List the verbs that names of commands should begin with.

    PS> Get-Verb -Group Security
    PS> Get-Verb S*
    """

    verb: Any = parameter("string[]", position=0, from_pipeline=True, by_name=True, help="Verbs.")
    group: Any = parameter(
        "string[]",
        position=1,
        by_name=True,
        validate=[ValidateSet(*_GROUPS)],
        help="Groups of verbs.",
    )

    def process(self) -> Iterator[object]:
        tests = [wildcard_test(pattern) for pattern in self.verb or ("*",)]
        groups = None if self.group is None else {name.lower() for name in self.group}
        for info in approved_verbs():
            if (groups is None or info.group_name.lower() in groups) and any(t(info.name) for t in tests):
                yield info

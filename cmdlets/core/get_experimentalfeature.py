"""Get-ExperimentalFeature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cmdlets.core.module_folders import available_modules
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.engine.experimental_features import declared_features
from spshell.values.wildcard import wildcard_test

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetExperimentalFeature(Cmdlet, verb="Get", noun="ExperimentalFeature"):
    """The experimental features that modules offer, and whether they are switched on.

    PS> @(Get-ExperimentalFeature Nothing.*).Count
    0
    """

    name: Any = parameter(
        "string[]",
        position=0,
        from_pipeline=True,
        validate=[ValidateNotNullOrEmpty()],
        help="Only these; wildcards are allowed.",
    )

    def process(self) -> Iterator[object]:
        features = declared_features(available_modules(self.session))
        tests = [wildcard_test(name) for name in self.name or ["*"]]
        yield from (item for item in features if any(test(item.feature) for test in tests))

"""Set-StrictMode."""

from __future__ import annotations

from spshell.engine.attributes.validation import EachElement, refusal
from spshell.engine.commands.cmdlet import Cmdlet, parameter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LATEST = 3


class _Version:
    """``Latest`` means the highest version, a number its major version."""

    def transform(self, value: Any, scope: Any) -> Any:
        del scope
        from spshell.values.text import to_text

        text = to_text(value)
        if text.lower() == "latest":
            return f"{LATEST}.0"
        return text if "." in text else f"{text}.0"


class _Known(EachElement):
    def check(self, value: Any, scope: Any) -> None:
        del scope
        from spshell.values.text import to_text

        text = to_text(value)
        major = text.partition(".")[0]
        if not major.isdigit() or not 1 <= int(major) <= 7:
            raise refusal("ValidateVersionFailure", text)


class SetStrictMode(Cmdlet, verb="Set", noun="StrictMode", default_set="Version"):
    """Make reading what does not exist an error.

    Version 1: variables. Version 2: properties too. Version 3: array elements too.

        PS> Set-StrictMode -Version Latest; Set-StrictMode -Off
    """

    off: Any = parameter("switch", sets=("Off",), mandatory=True, help="Forgive again.")
    version: Any = parameter(
        "version",
        sets=("Version",),
        mandatory=True,
        aliases=("v",),
        transform=[_Version()],
        validate=[_Known()],
        help="1, 2, 3 or Latest.",
    )

    def end(self) -> None:
        if self.parameter_set == "Off":
            self.scope.strict = 0
            return
        from spshell.values.text import to_text

        self.scope.strict = min(int(to_text(self.version).partition(".")[0]), LATEST)

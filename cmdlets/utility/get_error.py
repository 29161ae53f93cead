"""Get-Error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateRange
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator


class GetError(Cmdlet, verb="Get", noun="Error", default_set="Newest"):
    """Show errors of the session with everything they hold, the newest first.

    PS> Get-Item -Path nowhere -ErrorAction SilentlyContinue; (Get-Error).CategoryInfo.Category
    ObjectNotFound
    """

    input_object: Any = parameter(
        "psobject",
        sets={"Error": SetFlags(position=0, by_value=True)},
        validate=[ValidateNotNullOrEmpty()],
        help="An error record or exception to show.",
    )
    newest: Any = parameter(
        "int",
        sets=("Newest",),
        aliases=("Last",),
        default=1,
        validate=[ValidateRange(1, 2147483647)],
        help="How many of the newest errors.",
    )

    def process(self) -> Iterator[object]:
        chosen = self._chosen()
        for index, error in enumerate(chosen):
            yield _extended(error, index if len(chosen) > 1 else None)

    def _chosen(self) -> list[Any]:
        from spshell.engine.errors.records import ErrorRecord
        from spshell.values.exceptions import NetException
        from spshell.values.objects import unwrap

        if self.input_object is None:
            return list(self.session.errors[: self.newest])
        plain = unwrap(self.input_object)
        return [plain] if isinstance(plain, (ErrorRecord, NetException)) else []


def _extended(error: Any, index: int | None) -> Any:
    """The error under the type name of the detailed view; the error itself stays as it is."""
    from spshell.dotnet.reflection.members import type_names
    from spshell.values.exceptions import NetException
    from spshell.values.objects import PSObject

    kind = (
        "System.Exception" if isinstance(error, NetException) else "System.Management.Automation.ErrorRecord"
    )
    names = [f"{kind}#PSExtendedError", *(name for name in type_names(error) if name != kind)]
    return PSObject(error, {} if index is None else {"PSErrorIndex": index}, names)

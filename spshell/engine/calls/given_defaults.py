"""Defaults of parameters that a function without a scope works out by itself: their types, and where their errors point."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.calls.direct_functions import DirectFunction
    from spshell.engine.variables.scope import Scope
    from spshell.values.exceptions import NetException

_AS_THEY_ARE = frozenset({str, int, float, bool})


def default_of(scope: Scope, direct: DirectFunction, number: int, value: Any) -> Any:
    """A default as the type of its parameter."""
    from spshell.engine.binding.arguments import Argument
    from spshell.engine.binding.binder import Binding
    from spshell.engine.binding.values import transform_only

    metadata = direct.info.script_block.metadata()
    spec = metadata.parameters[number]
    if value.__class__ is spec.type.python_type and value.__class__ in _AS_THEY_ARE:
        return value
    binding = Binding(metadata, scope.session, scope, False)
    return transform_only(binding, spec, Argument(spec.name, "", value, -1))


def default_failed(scope: Scope, direct: DirectFunction, site: Any, error: NetException) -> None:
    """An error of a default points at the call, unless it was thrown."""
    from spshell.engine.binding.extents import sign_binding_error
    from spshell.engine.errors.extents import node_extent
    from spshell.engine.errors.flow import record_of
    from spshell.engine.errors.records import ErrorRecord, InvocationInfo

    block = direct.info.script_block
    if getattr(error, "binding", False):
        sign_binding_error(error, block.metadata(), site, direct.command or block)
    if error.thrown:
        return
    record: ErrorRecord | None = error.record
    if record is None:
        record = error.record = ErrorRecord(error)
    if record.invocation is None:
        record.invocation = InvocationInfo(node_extent(site.source, site.start, site.end), "")
    record_of(scope, error)

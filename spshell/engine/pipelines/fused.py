"""What pipelines that were compiled to loops need at run time: see ``spshell.compiler.fusion``."""

from __future__ import annotations

from spshell.engine.pipelines.output import _SCALARS
from spshell.values.arrays import TypedArray
from spshell.values.enumeration import enumerate_value
from spshell.values.exceptions import NetException, fault
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject
from spshell.values.truth import truth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.engine.compiled.sites import StepSite
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.variables.scope import Scope


class BuiltinNames:
    """Command names in a text and the built-in commands that they must mean (empty: any), with the last answer."""

    __slots__ = ("hold", "names", "version")

    def __init__(self, names: tuple[tuple[str, str], ...]) -> None:
        self.names = names
        self.version = -1
        self.hold = False


class Feeder:
    """The input of a pipeline that a loop makes: called with what takes each object."""

    __slots__ = ("run",)

    def __init__(self, run: Callable[[Callable[[Any], None]], None]) -> None:
        self.run = run


def stands(scope: Scope, site: BuiltinNames) -> bool:
    """Whether the names mean the built-in commands here, and nothing changes how these run."""
    commands = scope.session.commands
    if site.version != commands.version:
        site.version = commands.version
        site.hold = all(_is_builtin(scope, name, wanted) for name, wanted in site.names)
    if not site.hold or scope.strict >= 2 or scope.session.taps:
        return False
    defaults = scope.session.global_scope.vars.get("psdefaultparametervalues")
    return not getattr(defaults, "data", None)


def _is_builtin(scope: Scope, name: str, wanted: str) -> bool:
    from spshell.engine.commands.kinds import CmdletInfo

    if name in scope.session.commands.local_names:
        return False
    found = scope.session.commands.find(scope, name)
    return isinstance(found, CmdletInfo) and (found.name == wanted or not wanted)


def leaves_block(scope: Scope, error: NetException, site: StepSite, name: str, typed: str) -> None:
    """An error of script code leaves the block of a command: it is one of the command now, unless it was thrown."""
    if not error.thrown:
        _signed(scope, error, site, name, typed)


def _signed(scope: Scope, error: NetException, site: StepSite, name: str, typed: str) -> ErrorRecord:
    """The record of an error as one of a command at its place, unless it is another command's already."""
    from spshell.engine.errors.extents import SitePosition
    from spshell.engine.errors.flow import record_of
    from spshell.engine.errors.records import InvocationInfo

    record = record_of(scope, error)
    if not record.command:
        info = scope.session.commands.find(scope, name)
        record.command = f"Microsoft.PowerShell.Commands.{name.replace('-', '')}Command"
        record.activity = name
        record.invocation = InvocationInfo(SitePosition(site), typed, info)
    return record


def operator_fault(shown: str, error: NetException, value: Any) -> NetException:
    """What Where-Object writes about an object for which its operator fails; `shown` is the operator's inner name."""
    raised = fault(
        "System.Management.Automation.PSInvalidOperationException",
        f"The operator {shown} failed: {error.message}",
        "OperatorFailed",
        "InvalidOperation",
        target=value,
        arguments=(shown, error.message),
    )
    raised.inner = error
    return raised


def operator_failed(
    scope: Scope, error: NetException, site: StepSite, shown: str, typed: str, value: Any
) -> None:
    """``Where-Object Name -gt 6`` cannot compare an object's property: it says so, and goes on with the next."""
    record = _signed(scope, operator_fault(shown, error, value), site, "Where-Object", typed)
    scope.session.write_error(scope, record)


def emitted(value: Any) -> Iterable[Any]:
    """The objects that writing a value gives."""
    kind = type(value)
    if kind is list or kind is TypedArray:
        return value  # type: ignore[no-any-return]  # a list by the exact test
    if kind in _SCALARS:
        return (value,)
    if value is NOTHING:
        return ()
    items = enumerate_value(value)
    return (value,) if items is None else items


def passes_property(scope: Scope, value: Any, name: str) -> bool:
    """Whether ``Where-Object Name`` lets an object through."""
    if type(value) is PSCustomObject:
        found = value.members.get(name)
        if type(found) is bool:
            return found
    return truth(filter_property(scope, value, name))


def filter_property(scope: Scope, value: Any, name: str) -> Any:
    """The property that ``Where-Object Name`` looks at."""
    if type(value) is PSCustomObject:
        found = value.members.get(name, NOTHING)
        if type(found) in _SCALARS:
            return found
    if value is None:
        return None
    from spshell.dotnet.reflection.members import get_property
    from spshell.engine.members.readers import declared_property

    declared = declared_property(value, name)
    if declared is not None:
        try:
            return declared[1](value)
        except NetException:
            pass  # the long way tells of it
    scope.session.current = scope
    found = get_property(value, name)
    return None if found is NOTHING else found

"""Writing to the warning, verbose, debug and information streams under their preferences
(about_Preference_Variables).
"""

from __future__ import annotations

from spshell.engine.pipelines.records import DebugRecord, InformationRecord, VerboseRecord, WarningRecord
from spshell.values.exceptions import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.commands.runtime import CommandRuntime

_KINDS = {
    "warning": (WarningRecord, "warningpreference", "WarningPreference"),
    "verbose": (VerboseRecord, "verbosepreference", "VerbosePreference"),
    "debug": (DebugRecord, "debugpreference", "DebugPreference"),
}


def write_message(runtime: CommandRuntime, stream: str, text: str) -> None:
    """Write a warning, verbose or debug message. Raises ActionPreferenceStop when the preference is Stop."""
    record_class, variable, spelled = _KINDS[stream]
    action = runtime.action(stream, variable)
    if action == "silentlycontinue" and runtime.tap is None and not runtime.session.taps:
        return  # nobody would see it
    record = record_class(text, runtime.invocation)
    collect(runtime, stream, record)
    if action in ("silentlycontinue", "ignore"):
        return
    getattr(runtime.session.streams, stream)(record)
    if action == "stop":
        raise stop_fault(spelled, text)
    if action == "inquire":
        from spshell.engine.errors.inquiry import inquire_message

        inquire_message(runtime, stream, spelled, text)


def collect(runtime: CommandRuntime, stream: str, record: Any) -> None:
    """Add a record to the variables of this command and of those that called it, shown or not."""
    if runtime.tap is not None:
        runtime.tap.take(stream, record)
    for tap in runtime.session.taps:
        tap.take(stream, record)


def write_information(runtime: CommandRuntime, data: Any, tags: list[str]) -> None:
    """Write an information record; it reaches the host only when the preference says so (host text always
    does).
    """
    from spshell.engine.pipelines.records import HostInformation

    record = data if isinstance(data, InformationRecord) else InformationRecord(data, _source(runtime), tags)
    action = runtime.action("information", "informationpreference")
    from_host = isinstance(record.data, HostInformation)
    collect(runtime, "information", record)
    if action == "ignore" or (
        from_host and action == "silentlycontinue" and "information" in runtime.actions
    ):
        return
    if action == "stop" and not from_host:
        from spshell.values.text import to_text

        raise stop_fault("InformationPreference", to_text(record.data))
    record.visible = action not in ("silentlycontinue", "ignore") or from_host
    runtime.session.streams.information(record)


def _source(runtime: CommandRuntime) -> str:
    """Where a record comes from: the script file, else the command."""
    from spshell.engine.variables.automatic import script_path

    return script_path(runtime.scope) or runtime.metadata.name


def stop_fault(variable: str, text: str) -> Exception:
    """The error of a message whose preference is Stop."""
    from spshell.engine.attributes.validation import message

    error = fault(
        "System.Management.Automation.ActionPreferenceStopException",
        message("ErrorPreferenceStop", variable, text),
        "ActionPreferenceStop",
        "OperationStopped",
        arguments=(variable, text),
    )
    error.thrown = True
    error.settled = True  # type: ignore[attr-defined]  # no preference of the callers is asked any more
    return error

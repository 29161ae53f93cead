"""Members of the records of the streams beside output and error."""

from __future__ import annotations

from typing import Any

from spshell.values.declare import Members

informational_record = Members()
information_record = Members()
host_information = Members()


@informational_record.prop("string Message {get}")
def _message(record: Any) -> str:
    return str(record.message)


@informational_record.prop("System.Management.Automation.InvocationInfo InvocationInfo {get}")
def _record_invocation(record: Any) -> Any:
    return record.invocation


@informational_record.method("string ToString()")
def _message_text(record: Any) -> str:
    return str(record.message)


@information_record.constructor("(System.Object messageData, string source)")
def _new_information(data: Any, source: str) -> Any:
    from spshell.engine.pipelines.records import InformationRecord

    return InformationRecord(data, source)


@information_record.prop("System.Object MessageData {get}")
def _message_data(record: Any) -> Any:
    return record.data


@information_record.prop("string Source {get}")
def _record_source(record: Any) -> str:
    return str(record.source)


@information_record.prop("System.Collections.Generic.List[string] Tags {get}")
def _tags(record: Any) -> Any:
    return list(record.tags)


@information_record.method("string ToString()")
def _information_text(record: Any) -> str:
    return str(record.ps_text())


@host_information.prop("string Message {get}")
def _host_message(record: Any) -> str:
    return str(record.message)


@host_information.prop("System.Nullable[bool] NoNewLine {get}")
def _no_newline(record: Any) -> bool:
    return bool(record.no_newline)


@host_information.method("string ToString()")
def _host_text(record: Any) -> str:
    return str(record.message)

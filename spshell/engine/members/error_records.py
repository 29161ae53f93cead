"""Members of error records and their details."""

from __future__ import annotations

from spshell.values.declare import Members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

error_record = Members()
error_details = Members()


@error_record.prop("System.Exception Exception {get}")
def _exception(record: Any) -> Any:
    return record.exception


@error_record.prop("System.Object TargetObject {get}")
def _target(record: Any) -> Any:
    return record.target


@error_record.prop("System.Management.Automation.ErrorCategoryInfo CategoryInfo {get}")
def _category_info(record: Any) -> Any:
    from spshell.engine.errors.category_info import CategoryInfo

    return CategoryInfo(record)


@error_record.prop("string FullyQualifiedErrorId {get}")
def _fqid(record: Any) -> str:
    return str(record.fqid)


@error_record.prop("System.Management.Automation.ErrorDetails ErrorDetails {get;set}")
def _details(record: Any) -> Any:
    return record.details


@error_record.setter("ErrorDetails")
def _set_details(record: Any, value: Any) -> None:
    record.details = value


@error_record.prop("System.Management.Automation.InvocationInfo InvocationInfo {get}")
def _invocation(record: Any) -> Any:
    return record.invocation


@error_record.prop("string ScriptStackTrace {get}")
def _stack_trace(record: Any) -> str:
    from spshell.engine.errors.stack_text import stack_text

    return stack_text(record)


@error_record.prop("System.Object PipelineIterationInfo {get}")
def _iteration(_record: Any) -> Any:
    return []


@error_record.method("string ToString()")
def _record_text(record: Any) -> str:
    return str(record.message)


@error_record.constructor(
    "(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, "
    "System.Object targetObject)"
)
def _make_record(exception: Any, error_id: str, category: Any, target: Any) -> Any:
    from spshell.engine.errors.records import ErrorRecord

    return ErrorRecord(exception, error_id, category.name, target)


@error_details.prop("string Message {get}")
def _details_message(details: Any) -> str:
    return str(details.message)


@error_details.prop("string RecommendedAction {get;set}")
def _action(details: Any) -> str:
    return str(details.recommended_action)


@error_details.setter("RecommendedAction")
def _set_action(details: Any, value: str) -> None:
    details.recommended_action = value


@error_details.constructor("(string message)")
def _make_details(message: str) -> Any:
    from spshell.engine.errors.records import ErrorDetails

    return ErrorDetails(message)


@error_details.method("string ToString()")
def _details_text(details: Any) -> str:
    return str(details.message)

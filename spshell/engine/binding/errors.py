"""Errors of parameter binding: id, exception type, category and sentence in one table."""

from __future__ import annotations

from spshell.values.exceptions import NetException, exception_class

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec

_SMA = "System.Management.Automation."
_BINDING = _SMA + "ParameterBindingException"
_TRANSFORMATION = _SMA + "ParameterBindingArgumentTransformationException"
_VALIDATION = _SMA + "ParameterBindingValidationException"
_METADATA = _SMA + "MetadataException"

TABLE: dict[str, tuple[str, str, str]] = {
    "AmbiguousParameter": (
        _BINDING,
        "InvalidArgument",
        "The name '{0}' fits several parameters:{1}. Write more of it.",
    ),
    "AmbiguousParameterSet": (
        _BINDING,
        "InvalidArgument",
        "These parameters do not go together, or more are needed to tell which form of the command is meant.",
    ),
    "AmbiguousPositionalParameterNoName": (
        _BINDING,
        "InvalidArgument",
        "Two parameters claim the same position; give the arguments with their parameter names.",
    ),
    "CannotConvertArgument": (
        _BINDING,
        "InvalidArgument",
        "A value of type {0} does not fit type '{1}' of parameter '{2}': {3}",
    ),
    "CannotConvertArgumentNoMessage": (
        _BINDING,
        "InvalidArgument",
        "The value for parameter '{0}' does not fit: {1}",
    ),
    "GetDynamicParametersException": (
        _BINDING,
        "InvalidArgument",
        "The command's dynamic parameters cannot be determined: {0}",
    ),
    "InputObjectMissingMandatory": (
        _BINDING,
        "InvalidArgument",
        "The input object does not give what these mandatory parameters need:{0}",
    ),
    "InputObjectNotBound": (
        _BINDING,
        "InvalidArgument",
        "The command takes no pipeline input, or none of its parameters takes this object.",
    ),
    "MismatchedPSTypeName": (
        _TRANSFORMATION,
        "InvalidArgument",
        "The value for parameter '{0}' is not of the type name '{1}'.",
    ),
    "MissingArgument": (_BINDING, "InvalidArgument", "Parameter '{0}' needs a value of type '{1}'."),
    "MissingMandatoryParameter": (_BINDING, "InvalidArgument", "Mandatory parameters are missing:{0}"),
    "NamedParameterNotFound": (_BINDING, "InvalidArgument", "There is no parameter named '{0}'.{1}"),
    "ParameterAlreadyBound": (_BINDING, "InvalidArgument", "Parameter '{0}' was given more than once."),
    "ParameterArgumentTransformationError": (
        _TRANSFORMATION,
        "InvalidData",
        "The value for parameter '{0}' cannot be used: {1}",
    ),
    "ParameterArgumentValidationError": (
        _VALIDATION,
        "InvalidData",
        "The value for parameter '{0}' is not allowed: {1}",
    ),
    "ParameterArgumentValidationErrorNullNotAllowed": (
        _VALIDATION,
        "InvalidData",
        "Parameter '{0}' must not be null.",
    ),
    "ParameterArgumentValidationErrorEmptyStringNotAllowed": (
        _VALIDATION,
        "InvalidData",
        "Parameter '{0}' must not be an empty string.",
    ),
    "ParameterArgumentValidationErrorEmptyArrayNotAllowed": (
        _VALIDATION,
        "InvalidData",
        "Parameter '{0}' must not be an empty array.",
    ),
    "ParameterArgumentValidationErrorEmptyCollectionNotAllowed": (
        _VALIDATION,
        "InvalidData",
        "Parameter '{0}' must not be an empty collection.",
    ),
    "ParameterBindingFailed": (_BINDING, "WriteError", "Parameter '{0}' could not be set: {1}"),
    "ParameterNotInParameterSet": (
        _BINDING,
        "InvalidArgument",
        "Parameter '{0}' does not belong to parameter set '{1}'.",
    ),
    "PositionalParameterNotFound": (
        _BINDING,
        "InvalidArgument",
        "No positional parameter takes the argument '{0}'.",
    ),
    "ScriptBlockArgumentNoInput": (
        _BINDING,
        "MetadataError",
        "Parameter '{0}' was given a script block, which needs pipeline input.",
    ),
    "ScriptBlockArgumentNoOutput": (
        _BINDING,
        "InvalidArgument",
        "The script block for parameter '{0}' gave no value.",
    ),
    "ScriptBlockArgumentInvocationFailed": (
        _BINDING,
        "InvalidArgument",
        "The script block for parameter '{0}' failed: {1}",
    ),
    "ParameterNameAlreadyExistsForCommand": (
        _METADATA,
        "MetadataError",
        "The command declares the parameter '{0}' more than once.",
    ),
    "AliasParameterNameAlreadyExistsForCommand": (
        _METADATA,
        "MetadataError",
        "The command declares the parameter alias '{0}' more than once.",
    ),
    "AliasDeclaredMultipleTimes": (_METADATA, "MetadataError", "The alias '{0}' is declared more than once."),
    "ParameterNameConflictsWithAlias": (
        _METADATA,
        "MetadataError",
        "The parameter '{0}' has the name of an alias of '{1}'.",
    ),
    "PropertyNotFoundForType": (
        _SMA + "RuntimeException",
        "InvalidOperation",
        "There is no property '{0}' in the attribute {1}.",
    ),
}


class BindingPlace:
    """Which argument of the command line an error is about: its index, and whether its name or its value."""

    __slots__ = ("index", "part")

    def __init__(self, index: int, part: str) -> None:
        self.index = index
        self.part = part


def binding_error(
    error_id: str,
    *arguments: Any,
    parameter: str = "",
    spec: ParameterSpec | None = None,
    place: BindingPlace | None = None,
    inner: NetException | None = None,
    category: str | None = None,
    exception: str | None = None,
) -> NetException:
    """The exception for an id of the table; ``place`` tells the engine which argument to underline."""
    net_name, usual, template = TABLE[error_id]
    message = template.format(*arguments)
    error = exception_class(exception or net_name)(
        message, error_id=error_id, category=category or usual, inner=inner, arguments=arguments
    )
    name = parameter or (spec.name if spec is not None else str(arguments[0]) if arguments else "")
    error.properties = {"ErrorId": error_id, "ParameterName": name}
    if spec is not None:
        error.properties["ParameterType"] = spec.type
    error.place = place  # type: ignore[attr-defined]  # read by the engine when it makes the record's position
    error.binding = net_name.startswith(_SMA + "ParameterBinding")  # type: ignore[attr-defined]  # no -ErrorAction
    return error


def declared_twice(metadata: CommandMetadata, spec: ParameterSpec, name: str, *, alias: bool) -> NetException:
    """The error of a parameter name or alias that a command has already."""
    error_id = (
        "AliasParameterNameAlreadyExistsForCommand" if alias else "ParameterNameAlreadyExistsForCommand"
    )
    folded = name.lower()
    for other in metadata.parameters:
        if other is spec:
            continue
        if not alias and folded in other.lowered_aliases and not spec.common:
            return binding_error("ParameterNameConflictsWithAlias", spec.name, other.name)
        if spec.common and (folded == other.folded or folded in other.lowered_aliases):
            own_alias = folded != other.folded
            error_id = (
                "AliasParameterNameAlreadyExistsForCommand"
                if own_alias
                else "ParameterNameAlreadyExistsForCommand"
            )
            name = other.name if not own_alias else name
    if (
        alias
        and not spec.common
        and any(name.lower() in other.lowered_aliases for other in metadata.parameters if other is not spec)
    ):
        error_id = "AliasDeclaredMultipleTimes"
    return binding_error(error_id, name)

"""Attributes in the text of a script: ``[Parameter(Mandatory)]``, ``[ValidateSet('a')]``,
``[CmdletBinding()]``.
"""

from __future__ import annotations

from spshell.engine.attributes.constant_expressions import evaluate
from spshell.engine.binding.errors import binding_error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope
    from spshell.values.nettype import NetType

_PROPERTIES: dict[str, tuple[str, ...]] = {
    "CmdletBinding": (
        "DefaultParameterSetName",
        "HelpUri",
        "SupportsShouldProcess",
        "SupportsPaging",
        "SupportsTransactions",
        "ConfirmImpact",
        "PositionalBinding",
        "RemotingCapability",
    ),
    "Parameter": (
        "Position",
        "ParameterSetName",
        "Mandatory",
        "ValueFromPipeline",
        "ValueFromPipelineByPropertyName",
        "ValueFromRemainingArguments",
        "HelpMessage",
        "HelpMessageBaseName",
        "HelpMessageResourceId",
        "DontShow",
        "ExperimentName",
        "ExperimentAction",
    ),
    "ValidateSet": ("IgnoreCase", "ErrorMessage"),
    "ValidatePattern": ("Options", "ErrorMessage"),
    "ValidateScript": ("ErrorMessage",),
}
"""The named arguments that each attribute knows."""


class Attributes:
    """What the attributes in front of a parameter, a param block or a variable say."""

    __slots__ = (
        "aliases",
        "allow_empty_collection",
        "allow_empty_string",
        "allow_null",
        "cmdlet_binding",
        "default_help",
        "early_transformers",
        "obsolete",
        "outputs",
        "parameters",
        "ps_type_name",
        "transformers",
        "types",
        "validators",
        "wildcards",
    )

    def __init__(self) -> None:
        self.aliases: list[str] = []
        self.allow_null = False
        self.allow_empty_string = False
        self.allow_empty_collection = False
        self.cmdlet_binding: dict[str, Any] | None = None
        self.default_help: str | None = None
        self.obsolete: str | None = None
        self.outputs: list[Any] = []
        self.parameters: list[dict[str, Any]] = []
        self.ps_type_name: str | None = None
        self.transformers: list[Any] = []
        self.early_transformers: list[Any] = []
        self.types: list[NetType] = []
        self.validators: list[Any] = []
        self.wildcards = False


def read_attributes(nodes: list[Any], source: Any, scope: Scope) -> Attributes:
    """Read attribute and type nodes in the order they are written. Raises when a type or attribute is
    unknown.
    """
    from spshell.engine.classes.names import resolve

    result = Attributes()
    for node in nodes:
        if node.kind == "TypeConstraint":
            net_type = resolve(scope, node.type_name)
            result.types.append(net_type)
            continue
        _read(result, node, source, scope)
    _complete_credentials(result)
    return result


def _complete_credentials(result: Attributes) -> None:
    """A parameter of type PSCredential asks for the password of a user name, with the attribute or without."""
    if any(net_type.full_name == "System.Management.Automation.PSCredential" for net_type in result.types):
        from spshell.engine.binding.credential_argument import CredentialTransformer

        given = (*result.transformers, *result.early_transformers)
        if not any(isinstance(item, CredentialTransformer) for item in given):
            result.early_transformers.append(CredentialTransformer())


def _read(result: Attributes, node: Any, source: Any, scope: Scope) -> None:
    name = _plain_name(node.type_name)
    reader = _READERS.get(name.lower())
    if reader is None:
        if name.lower() not in _IGNORED:
            _read_script_attribute(result, node, source, scope)
        return
    _check_names(name, node)
    _check_count(name, node)
    positional = [evaluate(item, source or _no_source(), scope) for item in node.positional]
    named = {
        item.name.lower(): True
        if item.expression_omitted
        else evaluate(item.argument, source or _no_source(), scope)
        for item in node.named
    }
    reader(result, positional, named)


def is_known(node: Any, scope: Scope) -> bool:
    """Whether there is an attribute of the name."""
    from spshell.engine.attributes.declarations import attribute_type

    name = _plain_name(node.type_name).lower()
    return name in _READERS or name in _IGNORED or attribute_type(node.type_name, scope) is not None


def _no_source() -> Any:
    from spshell.language.nodes import Source

    return Source("", "")


def _plain_name(type_name: Any) -> str:
    text = str(type_name.name)
    for prefix in ("System.Management.Automation.", "System."):
        if text.lower().startswith(prefix.lower()):
            text = text[len(prefix) :]
            break
    return text.removesuffix("Attribute")


def _check_names(name: str, node: Any) -> None:
    spelled = next((key for key in _PROPERTIES if key.lower() == name.lower()), None)
    if spelled is None:
        return
    known = {item.lower() for item in _PROPERTIES[spelled]}
    for item in node.named:
        if item.name.lower() not in known:
            owner = "CmdletBinding" if spelled == "Parameter" else spelled  # PowerShell says so of both
            raise binding_error(
                "PropertyNotFoundForType", item.name, f"System.Management.Automation.{owner}Attribute"
            )


_COUNTS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(
        ("cmdletbinding", "allownull", "allowemptystring", "allowemptycollection", "supportswildcards",
         "validatenotnull", "validatenotnullorempty", "validatenotnullorwhitespace", "validateuserdrive"),
        (0,),
    ),
    **dict.fromkeys(("validatepattern", "validatescript", "pstypename"), (1,)),
    **dict.fromkeys(("validatecount", "validatelength", "experimental"), (2,)),
    "parameter": (0, 2),
}  # fmt: skip
"""How many arguments an attribute's constructors take."""


def _check_count(name: str, node: Any) -> None:
    """Raises MethodException when no constructor takes so many arguments."""
    from spshell.values.exceptions import fault

    counts = _COUNTS.get(name.lower())
    if counts is not None and len(node.positional) not in counts:
        taken = " or ".join(map(str, counts))
        raise fault(
            "System.Management.Automation.MethodException",
            f"The attribute [{name}] takes {taken} argument(s), not {len(node.positional)}.",
            "MethodCountCouldNotFindBest",
            arguments=(name, len(node.positional)),
        )


def _parameter(result: Attributes, _positional: list[Any], named: dict[str, Any]) -> None:
    for word in ("helpmessage", "helpmessagebasename", "helpmessageresourceid"):
        if named.get(word, " ") == "":
            from spshell.values.exceptions import fault

            raise fault(
                "System.Management.Automation.PSArgumentException",
                f"The argument {word} of [Parameter()] needs some text, or is left out.",
                "Argument",
                "InvalidArgument",
                arguments=(word,),
            )
    result.parameters.append(named)


def _cmdlet_binding(result: Attributes, _positional: list[Any], named: dict[str, Any]) -> None:
    result.cmdlet_binding = named


def _alias(result: Attributes, positional: list[Any], _named: dict[str, Any]) -> None:
    for item in positional:
        result.aliases.extend(str(name) for name in (item if isinstance(item, list) else [item]))


def _obsolete(result: Attributes, positional: list[Any], _named: dict[str, Any]) -> None:
    result.obsolete = str(positional[0]) if positional else ""


def _flag(attribute: str) -> Callable[[Attributes, list[Any], dict[str, Any]], None]:
    def read(result: Attributes, _positional: list[Any], _named: dict[str, Any]) -> None:
        setattr(result, attribute, True)

    return read


def _default_value(result: Attributes, _positional: list[Any], named: dict[str, Any]) -> None:
    """[PSDefaultValue()]: what help says of the default, for one that is computed."""
    from spshell.values.text import to_text

    given = named.get("help", named.get("value"))
    result.default_help = None if given is None else to_text(given)


def _type_name(result: Attributes, positional: list[Any], _named: dict[str, Any]) -> None:
    result.ps_type_name = str(positional[0]) if positional else None


def _output_type(result: Attributes, positional: list[Any], _named: dict[str, Any]) -> None:
    result.outputs.extend(positional)


def _checker(kind: str) -> Callable[[Attributes, list[Any], dict[str, Any]], None]:
    def read(result: Attributes, positional: list[Any], named: dict[str, Any]) -> None:
        from spshell.engine.attributes.validators import make_validator

        result.validators.append(make_validator(kind, positional, named))

    return read


def _credential(result: Attributes, _positional: list[Any], _named: dict[str, Any]) -> None:
    from spshell.engine.binding.credential_argument import CredentialTransformer

    _add_transformer(result, CredentialTransformer())


def _add_transformer(result: Attributes, transformer: Any) -> None:
    """What stands nearer to the variable works first: a transformation after the type runs before it."""
    if result.types:
        result.early_transformers.insert(0, transformer)
    else:
        result.transformers.insert(0, transformer)


def _read_script_attribute(result: Attributes, node: Any, source: Any, scope: Scope) -> None:
    """An attribute class of the script: a validator or a transformation."""
    from spshell.dotnet.reflection.members import construct, set_property
    from spshell.engine.attributes.validation import ScriptTransformer, ScriptValidator
    from spshell.engine.classes.names import resolve
    from spshell.values.exceptions import NetException

    try:
        net_type = resolve(scope, node.type_name)
    except NetException:
        raise _unknown(node) from None
    bases = _base_names(net_type)
    origin = source or _no_source()
    instance = construct(net_type, [evaluate(item, origin, scope) for item in node.positional])
    for item in node.named:
        value = True if item.expression_omitted else evaluate(item.argument, origin, scope)
        set_property(instance, item.name, value)
    if "System.Management.Automation.ArgumentTransformationAttribute" in bases:
        _add_transformer(result, ScriptTransformer(instance))
    elif "System.Management.Automation.ValidateEnumeratedArgumentsAttribute" in bases:
        result.validators.append(ScriptValidator(instance, each=True))
    elif "System.Management.Automation.ValidateArgumentsAttribute" in bases:
        result.validators.append(ScriptValidator(instance))


def _base_names(net_type: NetType) -> list[str]:
    names: list[str] = []
    current: NetType | None = net_type
    while current is not None:
        names.append(current.full_name)
        current = current.base
    return names


def _unknown(node: Any) -> Exception:
    from spshell.values.exceptions import fault

    name = node.type_name.text
    return fault(
        "System.Management.Automation.RuntimeException",
        f"The attribute [{name}] cannot be found.",
        "CustomAttributeTypeNotFound",
        "InvalidOperation",
        arguments=(name,),
    )


_CHECKS = (
    "ValidateSet",
    "ValidateRange",
    "ValidatePattern",
    "ValidateScript",
    "ValidateLength",
    "ValidateCount",
    "ValidateNotNull",
    "ValidateNotNullOrEmpty",
    "ValidateNotNullOrWhiteSpace",
    "ValidateDrive",
    "ValidateUserDrive",
    "ValidateTrustedData",
)

_READERS: dict[str, Callable[[Attributes, list[Any], dict[str, Any]], None]] = {
    "parameter": _parameter,
    "cmdletbinding": _cmdlet_binding,
    "alias": _alias,
    "obsolete": _obsolete,
    "allownull": _flag("allow_null"),
    "allowemptystring": _flag("allow_empty_string"),
    "allowemptycollection": _flag("allow_empty_collection"),
    "supportswildcards": _flag("wildcards"),
    "psdefaultvalue": _default_value,
    "pstypename": _type_name,
    "outputtype": _output_type,
    "credential": _credential,
    "experimental": lambda _result, _positional, _named: None,
    **{name.lower(): _checker(name) for name in _CHECKS},
}

_IGNORED = frozenset(
    (
        "argumentcompleter",
        "argumentcompletions",
        "diagnostics.codeanalysis.suppressmessage",
        "suppressmessage",
        "dontshow",
        "dynamickeyword",
        "componentmodel.description",
        "description",
        "hidden",
        "diagnostics.debuggerstepthrough",
        "diagnostics.debuggerhidden",
        "debuggerstepthrough",
        "debuggerhidden",
    )
)
"""Attributes that say nothing to the binder."""

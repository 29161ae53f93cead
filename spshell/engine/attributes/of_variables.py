"""Types and attributes of variables: ``[int]$x``, ``[ValidateRange(1, 5)]$x`` (about_Variables)."""

from __future__ import annotations

from spshell.engine.classes.names import resolve
from spshell.values.exceptions import NetException, fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.compiled.sites import ConstraintSite
    from spshell.engine.variables.scope import Scope

_META = "System.Management.Automation."


def resolve_constraints(
    scope: Scope, site: ConstraintSite, *, local: bool = False
) -> list[Callable[[Any], Any]]:
    """The converters and checks of a constraint site, in the order they apply: innermost type first.

    `local` says that the variable is a function's own, whatever scope is at hand.
    """
    plain = (local or scope.parent is not None) and all(node.kind == "TypeConstraint" for node in site.nodes)
    if site.resolved is None or site.plain is not plain:
        site.resolved = [_constraint(scope, node, plain=plain) for node in reversed(site.nodes)]
        site.plain = plain
    return site.resolved


def _constraint(scope: Scope, node: Any, *, plain: bool) -> Callable[[Any], Any]:
    if node.kind == "TypeConstraint":
        return (cast_constraint if plain else type_constraint)(resolve(scope, node.type_name))
    from spshell.engine.binding.parameters import validator_of

    return _validator(validator_of(node, scope), scope)


def type_constraint(net_type: Any) -> Callable[[Any], Any]:
    """Convert what is assigned to the type. Raises ArgumentTransformationMetadataException."""
    from spshell.values.conversion import convert

    def apply(value: Any) -> Any:
        try:
            return convert(value, net_type)
        except NetException as error:
            raise fault(
                _META + "ArgumentTransformationMetadataException",
                error.message,
                "RuntimeException",
                "MetadataError",
                inner=error,
                arguments=error.arguments,
            ) from None

    apply.net_type = net_type  # type: ignore[attr-defined]  # shown by Get-Variable's Attributes
    return apply


def cast_constraint(net_type: Any) -> Callable[[Any], Any]:
    """As `type_constraint` for a variable that only has a type, outside the global scope: an assignment is a cast."""
    from spshell.values.conversion import convert

    def apply(value: Any) -> Any:
        return convert(value, net_type)

    apply.net_type = net_type  # type: ignore[attr-defined]  # shown by Get-Variable's Attributes
    return apply


def _validator(check: Any, scope: Scope) -> Callable[[Any], Any]:
    def apply(value: Any) -> Any:
        try:
            check.validate(value, scope)
        except NetException as error:
            raise fault(
                _META + "ValidationMetadataException",
                error.message,
                "ValidateSetFailure",
                "MetadataError",
                inner=error,
                arguments=error.arguments,
            ) from None
        return value

    apply.validator = check  # type: ignore[attr-defined]  # shown by Get-Variable's Attributes
    return apply


def attributed(_scope: Scope, _site: ConstraintSite, value: Any) -> Any:
    """``[Attribute()]expression`` outside an assignment: attributes do nothing there."""
    return value

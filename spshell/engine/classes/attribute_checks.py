"""What is wrong with the attributes of a class, an enum or their members: unknown ones, misplaced ones, unknown arguments."""

from __future__ import annotations

from spshell.engine.attributes import declarations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.variables.scope import Scope

    Report = Callable[..., None]


def check_attribute(node: Any, scope: Scope, targets: frozenset[str], report: Report) -> None:
    """Report the faults of one attribute that stands on one of the targets (``Class``, ``Property`` ...)."""
    net_type = declarations.attribute_type(node.type_name, scope)
    if net_type is None:
        return
    allowed = declarations.allowed_targets(net_type)
    if allowed is not None and not allowed & targets:
        report(
            "AttributeNotAllowedOnDeclaration",
            node.start,
            node.end,
            net_type.ps_name,
            ", ".join(sorted(allowed)),
        )
    for item in node.named:
        can_set = declarations.settable(net_type, item.name)
        if can_set is None:
            report("PropertyNotFoundForAttribute", item.start, item.end, item.name, net_type.ps_name)
        elif not can_set:
            report("ReadOnlyProperty", item.start, item.end, item.name)

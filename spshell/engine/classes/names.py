"""Type names in running code: types of the script first, then .NET's by name, ``using namespace`` prefixes included."""

from __future__ import annotations

from spshell.values.core_types import PSOBJECT, TYPE
from spshell.values.nettype import NetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.engine.compiled.sites import TypeSite
    from spshell.engine.variables.scope import Scope


def type_value(scope: Scope, site: TypeSite) -> NetType:
    """The type that a name in the text means; raises TypeNotFound."""
    found = site.type
    if found is None:
        found = resolve(scope, site.type_name)
        if found.kind != "script":
            site.type = found
    return found


def find_script_type(scope: Scope, name: str) -> NetType | None:
    """A class or enum that a script defined and that is visible here."""
    if not scope.session.has_script_types:
        return None
    folded = name.lower()
    current: Scope | None = scope
    while current is not None:
        if current.types is not None and folded in current.types:
            return current.types[folded]  # type: ignore[no-any-return]  # the table holds types only
        current = current.parent
    return None


def resolve(scope: Scope, type_name: Any) -> NetType:
    """Resolve a TypeName node (generic arguments and array ranks included); raises TypeNotFound."""
    from spshell.values import conversion

    def script_type(name: str) -> NetType | None:
        found = find_script_type(scope, name)
        if found is not None:
            return found
        for prefix in scope.session.used_namespaces:
            found = conversion.find_type(f"{prefix}.{name}")
            if found is not None:
                return found
        return None

    return conversion.resolve_type_name(type_name, script_type)


def cast(scope: Scope, site: TypeSite, value: Any) -> Any:
    """``[type]value``."""
    quick = site.casts.get(value.__class__)
    if quick is not None:
        return quick(value)
    from spshell.values import conversion

    net_type = type_value(scope, site)
    if site.type is not None:
        _remember_cast(site, value.__class__)
    if value.__class__ is list:
        scope.session.current = scope  # $OFS of this scope stands between the elements in text
    if net_type is PSOBJECT and site.type_name.name.lower() == "pscustomobject":
        return conversion.to_custom_object(
            value
        )  # the only cast that [psobject] and [pscustomobject] differ in
    return conversion.convert(as_named(scope, value) if net_type is TYPE else value, net_type)


def _remember_cast(site: TypeSite, kind: type) -> None:
    from spshell.values.quick_conversions import quick_conversion

    quick = quick_conversion(kind, site.type)  # type: ignore[arg-type]  # it was resolved
    if quick is not None:
        site.casts[kind] = quick


def as_named(scope: Scope, value: Any) -> Any:
    """A text that is about to become a type: the type itself when a script defined one of that name."""
    if type(value) is not str or not scope.session.has_script_types:
        return value
    from spshell.values.typenames import find_named_type

    found = find_named_type(value, lambda name: find_script_type(scope, name))
    return value if found is None else found

"""What .NET asks of every object, answered by a script class: ToString, Equals, CompareTo, GetEnumerator.

The rest of spshell sees these as Python methods of the class (``ps_text``, ``net_equals``, ``compare_to`` ...).
"""

from __future__ import annotations

from spshell.values.nettype import MethodGroup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from spshell.values.nettype import NetType


def add_hooks(made: NetType) -> None:
    """Give the Python class of a script class what its own methods override."""
    target = made.python_type
    for name, count, hook in _HOOKS:
        method = _method(made, name, count)
        if method is not None:
            hook(target, method)


def _method(made: NetType, name: str, count: int) -> Callable[..., Any] | None:
    for key, group in made.members.items():
        if key.lower() == name and isinstance(group, MethodGroup):
            for overload in group.overloads:
                if len(overload.parameters) == count:
                    return overload.function
    return None


def _text(target: Any, method: Callable[..., Any]) -> None:
    def text(instance: Any) -> str:
        return str(method(instance))

    target.ps_text = target.to_string = text


def _equality(target: Any, method: Callable[..., Any]) -> None:
    def equals(instance: Any, other: Any) -> bool:
        return bool(method(instance, other))

    target.__eq__ = target.net_equals = equals
    if "__hash__" not in target.__dict__ or target.__hash__ is None:
        target.__hash__ = object.__hash__


def _hash(target: Any, method: Callable[..., Any]) -> None:
    def number(instance: Any) -> int:
        return int(method(instance))

    target.__hash__ = target.net_hash = number


def _order(target: Any, method: Callable[..., Any]) -> None:
    def compare(instance: Any, other: Any) -> int:
        return int(method(instance, other))

    target.compare_to = compare


def _enumeration(target: Any, method: Callable[..., Any]) -> None:
    """Only a class that says it is enumerable is unrolled by the pipeline."""
    if not any("IEnumerable" in name for name in target.net_type.interfaces):
        return

    def enumerate_instance(instance: Any) -> Iterator[Any]:
        from spshell.dotnet.reflection.members import get_property, invoke_method
        from spshell.values.enumeration import enumerate_value

        enumerator = method(instance)
        inner = enumerate_value(enumerator)
        if inner is not None:
            yield from inner
            return
        while invoke_method(enumerator, "MoveNext", []):
            yield get_property(enumerator, "Current")

    target.net_enumerate = enumerate_instance


_HOOKS: tuple[tuple[str, int, Callable[[Any, Callable[..., Any]], None]], ...] = (
    ("tostring", 0, _text),
    ("gethashcode", 0, _hash),
    ("equals", 1, _equality),
    ("compareto", 1, _order),
    ("getenumerator", 0, _enumeration),
)

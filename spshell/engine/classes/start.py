"""What a class does once, before its first use: static initial values, then the static constructor (about_Classes_Constructors).

A class is used when an instance is made, or when a static property or method is touched. Where that fails, every use
fails with a TypeInitializationException.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.values.exceptions import NetException
from spshell.values.nettype import MethodGroup, Property

if TYPE_CHECKING:
    from collections.abc import Callable

    from spshell.values.nettype import NetType


class Start:
    """The steps of one class; calling it runs those that have not run."""

    __slots__ = ("failure", "name", "steps")

    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: list[Callable[[], Any]] = []
        self.failure: NetException | None = None

    def __call__(self) -> None:
        if self.failure is not None:
            raise self.failure
        steps, self.steps = self.steps, []
        try:
            for step in steps:
                step()
        except NetException as error:
            self.failure = _failure(self.name, error)
            raise self.failure from error


def _failure(name: str, error: NetException) -> NetException:
    from spshell.dotnet.system.errors import thrown

    failure = thrown("System.TypeInitializationException", "TypeInitialization", name)
    failure.inner = error
    return failure


def guard(made: NetType, start: Start) -> None:
    """Have the static members of a class begin with its start."""
    for member in made.statics.values():
        if isinstance(member, MethodGroup):
            for overload in member.overloads:
                overload.function = _after(start, overload.function)
        elif isinstance(member, Property):
            member.get = None if member.get is None else _after(start, member.get)
            member.set = None if member.set is None else _after(start, member.set)


def _after(start: Start, function: Callable[..., Any]) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        if start.steps or start.failure is not None:
            start()
        return function(*arguments)

    return run

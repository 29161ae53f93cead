"""PSDataCollection[T]: what a pipeline of another session has given so far."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.collections import collections
from spshell.dotnet.collections.collections import GenericList, generic_list
from spshell.dotnet.collections.list_members import COMMON
from spshell.dotnet.reflection.definitions import define
from spshell.values.declare import Members

_NAME = "System.Management.Automation.PSDataCollection`1"
MEMBERS = Members("T")


@MEMBERS.constructor("()", "(System.Collections.Generic.IEnumerable[T] items)")
def new_collection(net_type: Any, items: Any = ()) -> GenericList:
    """An open collection."""
    return GenericList(items, net_type)


@MEMBERS.method("System.Collections.ObjectModel.Collection[T] ReadAll()")
def read_all(target: GenericList) -> GenericList:
    """What has come so far; it leaves this collection."""
    element = target.net_type.generic_arguments[0].full_name
    taken = generic_list(element, list(target), "System.Collections.ObjectModel.Collection`1")
    del target[:]
    return taken


@MEMBERS.method("void Complete()", "void Dispose()")
def complete(_target: GenericList) -> None:
    """Nothing more will come."""


def _register() -> None:
    made = define(_NAME, interfaces=("System.Collections.IList", "System.Collections.ICollection",
                                     "System.Collections.IEnumerable"))  # fmt: skip
    made.declare = collections.filler((MEMBERS, COMMON))


_register()


def data_collection(element: str, items: Any = ()) -> GenericList:
    """An open PSDataCollection of an element type given by its full name."""
    return generic_list(element, items, _NAME)

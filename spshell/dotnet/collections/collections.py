"""ArrayList, List[T], Collection[T], ReadOnlyCollection[T] and StringCollection: lists with .NET members."""

from __future__ import annotations

from functools import cache

from spshell.dotnet.collections.list_members import COMMON, LIST, PREDICATES
from spshell.dotnet.collections.list_members import remove as remove_first
from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import invalid_operation, not_supported, out_of_range, thrown
from spshell.values.arrays import LISTS, Items
from spshell.values.closed_types import closed_class
from spshell.values.declare import Members
from spshell.values.nettype import BY_NAME, NetType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from spshell.values.exceptions import NetException

_GENERIC = "System.Collections.Generic."
_INTERFACES = (
    "System.Collections.IList",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
)
_TYPED = tuple(
    f"{_GENERIC}{name}`1[T]"
    for name in ("IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection")
)


def _walk(target: list[Any]) -> Iterator[Any]:
    """The elements; raises InvalidOperationException once the list has changed its length."""
    size = len(target)
    for position in range(size):
        if len(target) != size:
            break
        yield target[position]
    if len(target) != size:
        raise changed()


def changed() -> NetException:
    """The error of an enumeration that goes on after a change."""
    error = invalid_operation("The collection was changed; the enumeration cannot go on.")
    error.error_id = error.net_name
    error.category = "OperationStopped"
    return error


def put(target: Any, index: Any, value: Any) -> None:
    """`$list[index] = value`, converted; raises ArgumentOutOfRangeException."""
    from spshell.values.conversion import convert, to_int

    position = to_int(index)
    place = position + len(target) if position < 0 else position
    if not 0 <= place < len(target):
        error = out_of_range("index", position)
        error.error_id = error.net_name
        error.category = "OperationStopped"
        raise error
    element = target.net_element_type()
    target[place] = value if element is None else convert(value, element)


class ArrayList(Items):
    """System.Collections.ArrayList."""

    __slots__ = ("capacity",)

    __iter__ = _walk
    ps_set_index = put

    def net_element_type(self) -> NetType | None:
        """ArrayLists hold anything."""
        return None

    def __init__(self, items: Iterable[Any] = ()) -> None:
        super().__init__(items)
        self.capacity = len(self)


class GenericList(Items):
    """List[T], Collection[T] and their kin; ``net_type`` is the closed type."""

    __slots__ = ("capacity", "net_type")

    __iter__ = _walk
    ps_set_index = put

    def __new__(cls, _items: Iterable[Any] = (), net_type: NetType | None = None) -> GenericList:
        """An object of the closed type's own class."""
        return super().__new__(closed_class(cls, net_type))

    def __init__(self, items: Iterable[Any], net_type: NetType) -> None:
        super().__init__(items)
        self.net_type = net_type
        self.capacity = len(self)

    def net_element_type(self) -> NetType:
        """The element type, to which assigned elements are converted."""
        return self.net_type.closed_arguments()[0]


LISTS.update((ArrayList, GenericList))


class ReadOnlyList(GenericList):
    """ReadOnlyCollection[T]: elements cannot be replaced either."""

    __slots__ = ()

    net_read_only = True


def generic_list(element: str, items: Iterable[Any], definition: str = _GENERIC + "List`1") -> GenericList:
    """A List[T] (or another list type) of an element type given by full name; the items are not converted."""
    from spshell.dotnet.reflection.typenames import resolve
    from spshell.values.typenames import make_generic

    return GenericList(items, make_generic(BY_NAME[definition.lower()], [resolve(element)]))


def object_collection(items: Iterable[Any]) -> GenericList:
    """What .Where() and .ForEach() return."""
    return GenericList(items, _object_collection())


@cache
def _object_collection() -> NetType:
    from spshell.dotnet.reflection.typenames import resolve
    from spshell.values.typenames import make_generic

    definition = BY_NAME["system.collections.objectmodel.collection`1"]
    return make_generic(definition, [resolve("System.Management.Automation.PSObject")])


@LIST.constructor("()", "(int capacity)", "(System.Collections.Generic.IEnumerable[T] collection)")
def new_list(net_type: NetType, source: Any = None) -> GenericList:
    """A list of a closed type, empty or from other elements; a number is a capacity."""
    made = GenericList((), net_type)
    if source is None:
        return made
    if isinstance(source, int):
        if source < 0:
            raise out_of_range("capacity", source)
        made.capacity = source
    else:
        made.extend(source)
        made.capacity = len(made)
    return made


ARRAY_LIST = Members()


@ARRAY_LIST.constructor("()", "(int capacity)", "(System.Collections.ICollection c)")
def new_array_list(source: Any = None) -> ArrayList:
    """An ArrayList, empty or from other elements."""
    if source is None:
        return ArrayList()
    if isinstance(source, int):
        if source < 0:
            raise out_of_range("capacity", source)
        made = ArrayList()
        made.capacity = source
        return made
    from spshell.values.enumeration import elements
    from spshell.values.hashtable import Hashtable

    if isinstance(source, Hashtable):
        from spshell.dotnet.collections.tuples import entries

        return ArrayList(entries(source))
    return ArrayList(elements(source))


@ARRAY_LIST.method("int Add(System.Object value)")
def add_counting(target: ArrayList, value: Any) -> int:
    """Append and return the position."""
    target.append(value)
    return len(target) - 1


@ARRAY_LIST.method("void Remove(System.Object obj)")
def remove(target: ArrayList, value: Any) -> None:
    """Remove the first equal element, if there is one."""
    remove_first(target, value)


@ARRAY_LIST.method("array ToArray(type type)")
def to_typed_array(target: ArrayList, wanted: NetType) -> Any:
    """The elements as an array of a type."""
    from spshell.values.arrays import TypedArray
    from spshell.values.nettype import type_of
    from spshell.values.type_relations import assignable
    from spshell.values.typenames import make_array_type

    for item in target:
        if item is not None and not assignable(type_of(item), wanted):
            names = f"'{type_of(item).full_name}' does not suit an array of '{wanted.full_name}'"
            raise thrown("System.InvalidCastException", "Invalid", f"An element of type {names}.")
    return TypedArray(target, make_array_type(wanted))


@ARRAY_LIST.method("System.Object[] ToArray()")
def to_object_array(target: ArrayList) -> list[Any]:
    """The elements as Object[]."""
    return list(target)


@ARRAY_LIST.method("System.Object Clone()")
def clone(target: ArrayList) -> ArrayList:
    """A shallow copy."""
    return ArrayList(target)


@ARRAY_LIST.method("System.Collections.ArrayList GetRange(int index, int count)")
def array_list_range(target: ArrayList, index: int, count: int) -> ArrayList:
    """A part as a list of its own."""
    from spshell.dotnet.collections.list_members import check_range

    check_range(target, index, count)
    return ArrayList(target[index : index + count])


@ARRAY_LIST.method("void SetRange(int index, System.Collections.ICollection c)")
def set_range(target: ArrayList, index: int, source: Any) -> None:
    """Overwrite a part."""
    items = list(source)
    if index < 0 or index + len(items) > len(target):
        raise out_of_range("index", index)
    target[index : index + len(items)] = items


@ARRAY_LIST.method("static System.Collections.ArrayList Adapter(System.Collections.IList list)")
def adapter(source: Any) -> ArrayList:
    """A list over other elements."""
    return ArrayList(source)


@ARRAY_LIST.method("static System.Collections.ArrayList Repeat(System.Object value, int count)")
def repeat(value: Any, count: int) -> ArrayList:
    """The same element several times."""
    return ArrayList([value] * count)


@ARRAY_LIST.method(
    "static System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)",
    "static System.Collections.IList Synchronized(System.Collections.IList list)",
)
def synchronized(source: Any) -> Any:
    """The list itself: one thread runs scripts here."""
    return source


class FixedArrayList(ArrayList):
    """ArrayList.FixedSize and ReadOnly: the number of elements stays."""

    __slots__ = ()

    net_fixed_size = True


@ARRAY_LIST.method(
    "static System.Collections.ArrayList FixedSize(System.Collections.ArrayList list)",
    "static System.Collections.IList FixedSize(System.Collections.IList list)",
    "static System.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)",
    "static System.Collections.IList ReadOnly(System.Collections.IList list)",
)
def fixed_size(source: Any) -> Any:
    """A copy that refuses to grow or shrink."""
    return FixedArrayList(source)


READ_ONLY = Members("T")


@READ_ONLY.constructor("(System.Collections.Generic.IList[T] list)")
def new_read_only(net_type: NetType, source: Any) -> ReadOnlyList:
    """A view that cannot be changed."""
    return ReadOnlyList(source, net_type)


@READ_ONLY.method("void Add(T value)", "void Clear()", "void RemoveAt(int index)", "bool Remove(T value)")
def refuse(_target: Any, *_arguments: Any) -> None:
    """Collections that can only be read refuse every change."""
    raise not_supported("ReadOnly")


STRING_COLLECTION = Members()


@STRING_COLLECTION.constructor("()")
def new_string_collection() -> GenericList:
    """An empty StringCollection."""
    return StringCollection((), BY_NAME["system.collections.specialized.stringcollection"])


class StringCollection(GenericList):
    """System.Collections.Specialized.StringCollection."""

    __slots__ = ()

    def net_element_type(self) -> NetType:
        return BY_NAME["system.string"]


COLLECTION = Members("T")


@COLLECTION.constructor("()", "(System.Collections.Generic.IList[T] list)")
def new_collection(net_type: NetType, source: Any = None) -> GenericList:
    """A Collection[T]."""
    return new_list(net_type, source)


def _register() -> None:
    define(
        "System.Collections.ArrayList", interfaces=(*_INTERFACES, "System.ICloneable"), python_type=ArrayList
    )
    BY_NAME["system.collections.arraylist"].declare = filler((ARRAY_LIST, COMMON))
    for name, members in (
        (_GENERIC + "List`1", (LIST, COMMON, PREDICATES)),
        ("System.Collections.ObjectModel.Collection`1", (COLLECTION, COMMON)),
        ("System.Collections.ObjectModel.ReadOnlyCollection`1", (READ_ONLY, COMMON)),
    ):
        made = define(name, interfaces=(*_INTERFACES, *_TYPED))
        made.declare = filler(members)
    strings = define("System.Collections.Specialized.StringCollection", interfaces=_INTERFACES)
    strings.declare = filler((STRING_COLLECTION, COMMON))


def filler(parts: tuple[Members, ...]) -> Any:
    """What declares a list type's members: those of the parts, earlier ones first."""

    def fill(net_type: NetType) -> None:
        # What a type defines for itself hides what all lists share.
        for part in parts:
            part.fill(net_type, keep=True)

    return fill


_register()

"""What spshell knows of a .NET type, and the registry that finds it by value or by name.

A :class:`NetType` carries its declared members; the modules of ``spshell.dotnet`` declare them.
They are imported at first need through the loader of :mod:`~spshell.values.hooks`.
"""

from __future__ import annotations

from spshell.values import hooks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Parameter:
    """One parameter of a method: ``type_name`` is PowerShell's spelling (``string``, ``char[]``)."""

    __slots__ = ("default", "is_params", "is_ref", "name", "optional", "resolved", "type_name")

    def __init__(
        self,
        name: str,
        type_name: str,
        *,
        optional: bool = False,
        default: Any = None,
        is_params: bool = False,
        is_ref: bool = False,
    ) -> None:
        self.name = name
        self.type_name = type_name
        self.optional = optional
        self.default = default
        self.is_params = is_params
        self.is_ref = is_ref
        self.resolved: NetType | None = None  # set for types that have no name of their own to look up


class Overload:
    """One signature; ``function`` takes (target, *args), or (*args) when static or a constructor.

    ``interface`` is the interface that a type implements under its name only (``IConvertible``), else empty.
    """

    __slots__ = ("function", "interface", "parameters", "return_type")

    def __init__(
        self,
        parameters: tuple[Parameter, ...],
        return_type: str,
        function: Callable[..., Any],
        interface: str = "",
    ) -> None:
        self.parameters = parameters
        self.return_type = return_type
        self.function = function
        self.interface = interface


class MethodGroup:
    """All overloads of one method name."""

    __slots__ = ("hidden", "name", "overloads", "static")

    def __init__(self, name: str, overloads: list[Overload], *, static: bool = False) -> None:
        self.name = name
        self.overloads = overloads
        self.static = static
        self.hidden = False


class Property:
    """A property: ``get(target)`` (``get()`` when static) and ``set(target, value)`` (None when read-only)."""

    __slots__ = ("get", "hidden", "is_field", "name", "resolved", "set", "type_name")

    def __init__(
        self,
        name: str,
        type_name: str,
        get: Callable[..., Any] | None,
        set: Callable[..., None] | None = None,  # noqa: A002 - the .NET accessor's name
        *,
        is_field: bool = False,
    ) -> None:
        self.name = name
        self.type_name = type_name
        self.get = get
        self.set = set
        self.is_field = is_field
        self.hidden = False  # about_Hidden: usable, but not listed
        self.resolved: NetType | None = None  # as Parameter.resolved


class IndexedProperty(Property):
    """A property with parameters (``Chars(int index)``): get(target, *index), set(target, *index, value)."""

    __slots__ = ("parameters",)

    def __init__(
        self,
        name: str,
        type_name: str,
        get: Callable[..., Any] | None,
        set: Callable[..., None] | None = None,  # noqa: A002 - the .NET accessor's name
        *,
        parameters: tuple[Parameter, ...],
    ) -> None:
        super().__init__(name, type_name, get, set)
        self.parameters = parameters


class NetType:
    """A .NET type: identity, place in the hierarchy, members and conversion hooks.

    ``full_name`` is .NET's (``System.Collections.Generic.List`1[System.String]``), ``ps_name`` what
    PowerShell prints (``System.Collections.Generic.List[string]``, ``int``), ``name`` the short one (``List`1``).
    ``convert`` is called as ``convert(value) -> result`` for a cast to this type after the general rules
    failed, returning NotImplemented when it does not apply.
    ``declare`` fills in the members of this type, not of its bases.
    """

    __slots__ = (
        "base",
        "constructors",
        "convert",
        "data",
        "declare",
        "default",
        "element",
        "full_name",
        "generic_arguments",
        "interfaces",
        "is_value_type",
        "kind",
        "loaded",
        "lookup",
        "members",
        "name",
        "namespace",
        "parse",
        "ps_name",
        "python_type",
        "static_lookup",
        "statics",
    )

    def __init__(
        self,
        full_name: str,
        *,
        ps_name: str | None = None,
        name: str | None = None,
        base: NetType | None = None,
        interfaces: tuple[str, ...] = (),
        python_type: type | None = None,
        kind: str = "class",
        is_value_type: bool = False,
        default: Any = None,
        element: NetType | None = None,
        generic_arguments: tuple[NetType, ...] = (),
    ) -> None:
        self.full_name = full_name
        short = full_name.split("[", 1)[0]
        self.namespace = short.rpartition(".")[0]
        self.name = name if name is not None else short.rpartition(".")[2].rpartition("+")[2]
        self.ps_name = ps_name if ps_name is not None else full_name
        self.base = base
        self.interfaces = interfaces
        self.python_type = python_type
        self.kind = kind  # class, struct, enum, interface, static, array
        self.is_value_type = is_value_type
        self.default = default
        self.element = element
        self.generic_arguments = generic_arguments
        self.members: dict[str, Property | MethodGroup] = {}
        self.statics: dict[str, Property | MethodGroup] = {}
        self.constructors: MethodGroup | None = None
        self.convert: Callable[[Any], Any] | None = None
        self.parse: Callable[[str], Any] | None = None
        self.declare: Callable[[NetType], None] | None = None
        self.loaded = False
        self.lookup: dict[str, Any] = {}  # spelling as used -> member of the type or a base, or None
        self.static_lookup: dict[str, Any] = {}
        self.data: Any = None

    def is_subtype_of(self, other: NetType) -> bool:
        """Whether a value of this type is one of `other` (``-is``): bases, then interfaces by full name."""
        if other.full_name == "System.Object":
            return True
        current: NetType | None = self
        while current is not None:
            if (
                current is other
                or current.full_name == other.full_name
                or other.full_name in current.interfaces
            ):
                return True
            current = current.base
        return False

    def closed_arguments(self) -> tuple[NetType, ...]:
        """The arguments of a generic type, or of the generic type that a script's class derives from."""
        current: NetType | None = self
        while current is not None and not current.generic_arguments:
            current = current.base
        return () if current is None else current.generic_arguments

    def __repr__(self) -> str:
        return f"<NetType {self.full_name}>"


def exact_class(net_type: NetType) -> type | None:
    """The Python class whose values are of a type as they are: ``object`` for System.Object, None where a class does not tell."""
    if net_type.full_name == "System.Object":
        return object
    made = net_type.python_type
    if made is None or made is object:
        return None
    own = made.__dict__.get("net_type")
    of_script = own is net_type and "from_script" in made.__dict__
    return made if of_script or BY_CLASS.get(made) is net_type else None


BY_CLASS: dict[type, NetType] = {}
"""Python class -> type; values that carry ``net_type`` themselves are not listed."""

BY_NAME: dict[str, NetType] = {}
"""Folded full name -> type."""

ACCELERATORS: dict[str, str] = {}
"""Folded accelerator -> full name (``int`` -> ``System.Int32``)."""

ADDED: dict[str, NetType] = {}
"""Folded name -> type: what scripts added to the type accelerators; they win over everything else."""

LAZY_CLASSES: dict[tuple[str, str], str] = {}
"""(module, class name) -> folded full name, for Python classes that must not be imported at start (Decimal)."""

_ACCELERATED: dict[str, str] = {}
"""Full name -> accelerator, as PowerShell prints it; built at the first registration after the accelerators."""


def accelerated_name(full_name: str) -> str:
    """What PowerShell prints for a type that nothing else was said about: its accelerator, else its full name."""
    if not _ACCELERATED and ACCELERATORS:
        for short, full in ACCELERATORS.items():
            plain = full.rpartition(".")[2]
            if plain.lower() == short:
                short = plain if short in _CAPITAL else short
            elif plain.lower() == short + "attribute":
                short = plain.removesuffix("Attribute")
            _ACCELERATED.setdefault(full, short)
    return _ACCELERATED.get(full_name, full_name)


_CAPITAL = frozenset(
    {
        "cimsession",
        "experimentalfeature",
        "experimentaction",
        "nullstring",
        "pstypenameattribute",
        "physicaladdress",
        "objectsecurity",
        "x500distinguishedname",
        "x509certificate",
    }
)
"""Accelerators that are printed with the capitals of the type's name."""


def register(net_type: NetType) -> NetType:
    """Make a type known by its full name and by its Python class; the last registration wins."""
    if net_type.ps_name is net_type.full_name:
        net_type.ps_name = accelerated_name(net_type.full_name)
    BY_NAME[net_type.full_name.lower()] = net_type
    if net_type.python_type is not None:
        BY_CLASS[net_type.python_type] = net_type
    return net_type


def type_of(value: Any) -> NetType:
    """The .NET type of a value; ``System.Object`` for None (callers that care test for null first)."""
    found = BY_CLASS.get(value.__class__)
    if found is not None:
        return found
    own = getattr(value, "net_type", None)
    if own is not None:
        return own  # type: ignore[no-any-return]  # values declare it as NetType
    return _type_of_class(value.__class__)


def _type_of_class(cls: type) -> NetType:
    """The type of a Python class seen for the first time: lazily named, an exception, or that of a base class."""
    if hooks.first_types is not None:
        hooks.register_first()
        if cls in BY_CLASS:
            return BY_CLASS[cls]
    lazy = LAZY_CLASSES.get((cls.__module__, cls.__name__))
    if lazy is not None:
        BY_CLASS[cls] = BY_NAME[lazy]
        return BY_NAME[lazy]
    name = getattr(cls, "net_name", None)
    if name is not None:
        found = BY_NAME.get(name.lower()) or (
            hooks.load_type(name.lower()) if hooks.load_type is not None else None
        )
        if found is None:
            base = cls.__mro__[1]
            named = getattr(cls, "net_base", "System.Object").lower()
            parent = _type_of_class(base) if hasattr(base, "net_name") else BY_NAME[named]
            found = register(NetType(name, base=parent, python_type=cls))
        BY_CLASS[cls] = found
        return found
    for ancestor in cls.__mro__:
        known = BY_CLASS.get(ancestor)
        if known is not None:
            return known
    return BY_NAME["system.object"]


def load_members(net_type: NetType) -> None:
    """Declare the members of a type and of its bases, once."""
    hooks.register_first()
    current: NetType | None = net_type
    while current is not None:
        if not current.loaded:
            # a type that nothing declares yet is asked again once the hook is there
            current.loaded = current.declare is not None or hooks.declare_members is not None
            if current.declare is not None:
                current.declare(current)
            if hooks.declare_members is not None:
                hooks.declare_members(current)
        current = current.base


def find_type(name: str) -> NetType | None:
    """A non-generic type by accelerator or full name, with or without ``System.``; None when unknown."""
    folded = name.lower()
    hooks.register_first()
    if folded in ADDED:
        return ADDED[folded]
    full = ACCELERATORS.get(folded, folded).lower()
    found = BY_NAME.get(full) or BY_NAME.get("system." + full)
    if found is None and hooks.load_type is not None:
        found = hooks.load_type(full) or hooks.load_type("system." + full)
    if found is None:
        from spshell.values.exceptions import known_exception

        exception = known_exception(full)
        found = None if exception is None else _type_of_class(exception)
    return found


from spshell.values import core_types  # noqa: E402, F401 - whoever asks for types finds those of the language's own values

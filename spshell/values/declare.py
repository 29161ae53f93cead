"""How a Python class or a family of functions declares .NET members.

A class of its own (farm objects, dates, URIs) is declared with decorators; instances are ordinary objects::

    @net_class("Microsoft.SharePoint.Administration.SPAlert", base="System.Object")
    class SPAlert:
        title = field("string Title {get;set}", default="")          # stored in the instance: alert.title

        @prop("int Rank {get;set}")                                   # computed: alert.rank
        def rank(self) -> int: ...
        @rank.setter
        def set_rank(self, value: int) -> None: ...

        @method("void Update()", "void Update(bool ensure)")          # all overloads of one Python function
        def update(self, ensure: bool = False) -> None: ...
        @method("static SPAlert Find(string title)")
        @staticmethod
        def find(title: str) -> SPAlert: ...
        @constructor("()", "(string title)")
        @staticmethod
        def create(title: str = "") -> SPAlert: ...

A type whose values are Python's own (``str``, ``int``) collects functions in a :class:`Members`.
Signatures are PowerShell's overload definitions; nothing is parsed before a member of the type is first used.
Values arrive converted to the declared parameter types; return values must already be PowerShell values.
"""

from __future__ import annotations

from functools import partial
from types import FunctionType

from spshell.values import core_types  # noqa: F401 - the bases must be registered before what is declared on them
from spshell.values.nettype import (
    BY_NAME,
    IndexedProperty,
    MethodGroup,
    NetType,
    Overload,
    Parameter,
    Property,
    register,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    F = TypeVar("F", bound=Callable[..., Any])


def net_class(
    full_name: str,
    *,
    base: str | None = "System.Object",
    interfaces: tuple[str, ...] = (),
    ps_name: str | None = None,
    kind: str = "class",
    is_value_type: bool = False,
    register_class: bool = True,
) -> Callable[[type], Any]:
    """Class decorator: the decorated class is the .NET type `full_name`; members are collected on first use.

    Without an explicit base, a Python base class that is declared itself becomes the .NET base.
    """

    def decorate(cls: type) -> type:
        parent = next((b.__dict__["net_type"] for b in cls.__mro__[1:] if "net_type" in b.__dict__), None)
        if parent is None and base is not None:
            parent = BY_NAME.get(base.lower())
        net_type = NetType(
            full_name,
            ps_name=ps_name,
            base=parent,
            interfaces=interfaces,
            python_type=cls if register_class else None,
            kind=kind,
            is_value_type=is_value_type,
        )
        net_type.declare = lambda target: collect(cls, target)
        cls.net_type = net_type  # type: ignore[attr-defined]  # what type_of looks for
        register(net_type)
        return cls

    return decorate


def method(*signatures: str) -> Callable[[Any], Any]:
    """Declare overloads: ``"string Substring(int startIndex)"``, ``"static bool Exists(string path)"``."""

    def decorate(function: Any) -> Any:
        getattr(function, "__func__", function).net_signatures = signatures
        return function

    return decorate


def constructor(*signatures: str) -> Callable[[Any], Any]:
    """Declare constructors (``"(string title)"``) that a static function carries out."""
    return method(*signatures)


class NetProperty:
    """A Python descriptor that is also a .NET property; made by :func:`prop` and :func:`field`."""

    __slots__ = ("declaration", "fget", "fset")

    def __init__(self, declaration: str, fget: Callable[..., Any], fset: Callable[..., None] | None) -> None:
        self.declaration = declaration
        self.fget = fget
        self.fset = fset

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else self.fget(instance)

    def __set__(self, instance: Any, value: Any) -> None:
        if self.fset is None:
            raise AttributeError(self.declaration)
        self.fset(instance, value)

    def setter(self, function: Callable[..., None]) -> NetProperty:
        """Decorator: what an assignment does; the value arrives converted."""
        self.fset = function
        return self


class _Field(NetProperty):
    __slots__ = ("default", "key")

    def __init__(self, declaration: str, default: Any) -> None:
        super().__init__(declaration, self.read, self.write)
        self.default = default
        self.key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = name

    def read(self, instance: Any) -> Any:
        return instance.__dict__.get(self.key, self.default)

    def write(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.key] = value


def prop(declaration: str) -> Callable[[Callable[..., Any]], NetProperty]:
    """Declare a computed property: ``"string Url {get}"``; ``{get;set}`` needs a ``.setter`` as well."""
    return lambda function: NetProperty(declaration, function, None)


def field(declaration: str, default: Any = None) -> Any:
    """Declare a stored property. Python code may assign it even when scripts see ``{get}`` only."""
    return _Field(declaration, default)


class Members:
    """The members of a type whose values have no class of their own, as functions of (target, ...)."""

    __slots__ = ("concealed", "constructors", "methods", "properties", "type_parameters")

    def __init__(self, *type_parameters: str) -> None:
        self.type_parameters = type_parameters
        self.concealed: list[str] = []
        self.methods: list[tuple[str, Callable[..., Any]]] = []
        self.constructors: list[tuple[str, Callable[..., Any]]] = []
        self.properties: dict[
            str, tuple[str, Callable[..., Any] | None, Callable[..., None] | None, bool]
        ] = {}

    def method(self, *signatures: str) -> Callable[[F], F]:
        """Decorator for instance and static methods."""

        def decorate(function: F) -> F:
            self.methods.extend((signature, function) for signature in signatures)
            return function

        return decorate

    def constructor(self, *signatures: str) -> Callable[[F], F]:
        """Decorator for constructors: ``"(int capacity)"``."""

        def decorate(function: F) -> F:
            self.constructors.extend((signature, function) for signature in signatures)
            return function

        return decorate

    def prop(self, declaration: str) -> Callable[[F], F]:
        """Decorator for a getter: ``"int Length {get}"``, ``"static datetime Now {get}"``."""

        def decorate(function: F) -> F:
            name = _property_name(declaration)
            self.properties[name] = (declaration, function, None, False)
            return function

        return decorate

    def conceal(self, name: str) -> None:
        """A property declared before is not public: reflection finds it, lists do not."""
        self.concealed.append(name)

    def setter(self, name: str) -> Callable[[F], F]:
        """Decorator for the setter of a property declared before."""

        def decorate(function: F) -> F:
            declaration, getter, _, is_field = self.properties[name]
            self.properties[name] = (declaration, getter, function, is_field)
            return function

        return decorate

    def constant(self, declaration: str, value: Any) -> None:
        """A static read-only field with a value."""
        self.properties[_property_name(declaration)] = (
            declaration if declaration.startswith("static ") else "static " + declaration,
            lambda: value,
            None,
            True,
        )

    def fill(self, net_type: NetType, *, keep: bool = False) -> None:
        """Add everything to a type (the loader calls this at the first use of a member).

        With `keep`, overloads that the type has already stay as they are.
        """
        names = dict.fromkeys(self.type_parameters, "System.Object")
        for parameter, argument in zip(self.type_parameters, net_type.generic_arguments, strict=False):
            names[parameter] = argument.ps_name
        for declaration, getter, setter, is_field in self.properties.values():
            add_property(net_type, declaration, getter, setter, is_field=is_field, names=names)
        for name in self.concealed:
            net_type.members[name].hidden = True
        for signature, function in self.methods:
            add_method(net_type, signature, function, names, keep=keep)
        for signature, function in self.constructors:
            # A generic type's constructor learns which closed type it makes.
            make = _bound(function, net_type) if self.type_parameters else function
            add_constructor(net_type, signature, make, names)


def _bound(function: Callable[..., Any], net_type: NetType) -> Callable[..., Any]:
    return partial(function, net_type)


def collect(cls: type, net_type: NetType) -> None:
    """Add what the decorators of a class declared (its Python bases declare their own)."""
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, NetProperty):
            if value.declaration.partition(" {")[0].endswith(")"):  # its function takes the index too
                add_property(net_type, value.declaration, value.fget, value.fset)
                continue
            if value.declaration.startswith("static "):
                get = getattr(value.fget, "__func__", value.fget)
                add_property(net_type, value.declaration, get, value.fset)
                continue
            getter, setter = (
                _reader(name),
                (
                    _writer(name)
                    if value.fset is not None and "set" in value.declaration.rpartition("{")[2]
                    else None
                ),
            )
            add_property(net_type, value.declaration, getter, setter)
            continue
        function = getattr(value, "__func__", value)
        for signature in getattr(function, "net_signatures", ()):
            if signature.startswith("("):
                add_constructor(net_type, signature, function)
            elif signature.startswith("static "):
                add_method(net_type, signature, function)
            else:
                add_method(net_type, signature, _caller(name))


def _reader(name: str) -> Callable[[Any], Any]:
    return lambda target: getattr(target, name)


def _writer(name: str) -> Callable[[Any, Any], None]:
    return lambda target, value: setattr(target, name, value)


def _caller(name: str) -> Callable[..., Any]:
    # By name, so that a Python subclass may override without declaring again.
    def call(target: Any, *args: Any) -> Any:
        return getattr(target, name)(*args)

    call.method_name = name  # type: ignore[attr-defined]  # for `function_for`
    return call


def function_for(function: Callable[..., Any], kind: type) -> Callable[..., Any]:
    """A declared method's function as the objects of one Python class have it."""
    name = getattr(function, "method_name", None)
    found = None if name is None else _defined(kind, name)
    return found if isinstance(found, FunctionType) else function


def _defined(kind: type, name: str) -> Any:
    """What a class or its bases define under a name, as it stands there."""
    return next((base.__dict__[name] for base in kind.__mro__ if name in base.__dict__), None)


def _property_name(declaration: str) -> str:
    return declaration.partition(" {")[0].partition("(")[0].rpartition(" ")[2]


def add_property(
    net_type: NetType,
    declaration: str,
    getter: Callable[..., Any] | None,
    setter: Callable[..., None] | None = None,
    *,
    is_field: bool = False,
    names: dict[str, str] | None = None,
) -> None:
    """Add one property given as ``"[static ]type Name {get[;set]}"``, or ``"type Name(index) {get}"``."""
    static = declaration.startswith("static ")
    head = declaration.removeprefix("static ").partition(" {")[0]
    target = net_type.statics if static else net_type.members
    if head.endswith(")"):
        head, _, index = head[:-1].partition("(")
        type_name, _, name = head.rpartition(" ")
        parameters = parse_parameters(index, names)
        target[name] = IndexedProperty(
            name, substitute(type_name, names), getter, setter, parameters=parameters
        )
        return
    type_name, _, name = head.rpartition(" ")
    target[name] = Property(name, substitute(type_name, names), getter, setter, is_field=is_field)


def add_method(
    net_type: NetType,
    signature: str,
    function: Callable[..., Any],
    names: dict[str, str] | None = None,
    *,
    keep: bool = False,
) -> None:
    """Add one overload given as ``"[static ]type Name(parameters)"``; an interface may stand in front of the name."""
    static = signature.startswith("static ")
    head, _, tail = signature.removeprefix("static ").partition("(")
    return_type, _, name = head.rpartition(" ")
    interface, _, name = name.rpartition(".") if "." in name.partition("[")[0] else ("", "", name)
    name = name.partition("[")[0]
    target = net_type.statics if static else net_type.members
    group = target.get(name)
    if not isinstance(group, MethodGroup):
        group = target[name] = MethodGroup(name, [], static=static)
    parameters = parse_parameters(tail.rpartition(")")[0], names)
    if keep and any(_types(parameters) == _types(overload.parameters) for overload in group.overloads):
        return
    group.overloads.append(Overload(parameters, substitute(return_type, names), function, interface))


def _types(parameters: tuple[Parameter, ...]) -> list[str]:
    return [parameter.type_name for parameter in parameters]


def add_constructor(
    net_type: NetType, signature: str, function: Callable[..., Any], names: dict[str, str] | None = None
) -> None:
    """Add one constructor given as ``"(parameters)"``."""
    if net_type.constructors is None:
        net_type.constructors = MethodGroup("new", [], static=True)
    parameters = parse_parameters(signature.partition("(")[2].rpartition(")")[0], names)
    net_type.constructors.overloads.append(Overload(parameters, net_type.ps_name, function))


def parse_parameters(text: str, names: dict[str, str] | None = None) -> tuple[Parameter, ...]:
    """``"string a, params char[] b, int c = 5, out int d"`` as parameters."""
    return tuple(_parameter(piece.strip(), names) for piece in _split(text)) if text.strip() else ()


def _split(text: str) -> list[str]:
    pieces: list[str] = []
    depth = start = 0
    for index, character in enumerate(text):
        if character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
        elif character == "," and depth == 0:
            pieces.append(text[start:index])
            start = index + 1
    pieces.append(text[start:])
    return pieces


def _parameter(text: str, names: dict[str, str] | None) -> Parameter:
    text, equals, default_text = text.partition(" = ")
    words = text.split(" ")
    is_params = is_ref = False
    while words[0] in ("params", "ref", "out", "in"):
        is_params = is_params or words[0] == "params"
        is_ref = is_ref or words[0] in ("ref", "out")
        words = words[1:]
    type_name, name = " ".join(words[:-1]), words[-1]
    return Parameter(
        name,
        substitute(type_name, names),
        optional=bool(equals),
        default=_default(default_text) if equals else None,
        is_params=is_params,
        is_ref=is_ref,
    )


def _default(text: str) -> Any:
    folded = text.strip().lower()
    words: dict[str, Any] = {"null": None, "default": None, "true": True, "false": False}
    if folded in words:
        return words[folded]
    try:
        return int(folded)
    except ValueError:
        return text.strip()


def substitute(type_name: str, names: dict[str, str] | None) -> str:
    """Replace type parameters (``T``, ``TKey``) by the names of their arguments."""
    if not names:
        return type_name
    result: list[str] = []
    word: list[str] = []
    for character in type_name + "\0":
        if character.isalnum() or character in "._+`":
            word.append(character)
            continue
        text = "".join(word)
        result.append(names.get(text, text))
        result.append(character)
        word.clear()
    return "".join(result)[:-1]

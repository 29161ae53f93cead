"""Property expressions: a name (wildcards perhaps) or a script block, resolved on each object."""

from __future__ import annotations

from spshell.values.declare import constructor, net_class
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable
from spshell.values.objects import Member, PropertySet, PSCustomObject, unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.engine.variables.scope import Scope
    from spshell.values.nettype import NetType


class Absent:
    """The mark of a property that an object does not have."""

    __slots__ = ()


ABSENT = Absent()


@net_class("Microsoft.PowerShell.Commands.PSPropertyExpression")
class PropertyExpression:
    """Where a value comes from: a property name (wildcards allowed) or a script block.

    ``label`` names the result; ``named`` says whether the caller chose that name.
    """

    same_for_text = True

    __slots__ = ("_reader", "_runner", "_scope", "label", "named", "options", "script", "source", "wildcards")

    def __init__(self, source: str, script: Any, label: str, options: dict[str, Any]) -> None:
        from spshell.values.wildcard import has_wildcards

        self.source = source
        self.script = script
        self.label = label
        self.options = options
        self._scope: Scope | None = None
        self._runner: Callable[[Any], Any] | None = None
        self._reader: tuple[str, Callable[[Any], Any]] | None = None
        self.named = bool(label) and label != source and script is None
        self.wildcards = script is None and has_wildcards(source)

    @constructor("(string s)", "(scriptblock scriptBlock)")
    @staticmethod
    def create(source: Any) -> PropertyExpression:
        if type(source) is not str:
            return PropertyExpression("", source, source.text, {})
        if not source:
            from spshell.dotnet.system.errors import argument_null

            raise argument_null("s")
        return PropertyExpression(source, None, source, {})

    def ps_text(self) -> str:
        return self.source if self.script is None else str(self.script.text)

    to_string = ps_text

    def evaluator(self, cmdlet: Any) -> Callable[[Any], Any]:
        """The value for one object; ABSENT when the property does not exist.

        A script block that fails gives null and an ExpressionEvaluation error.
        """
        if self.script is None:
            return reader(self.source)

        scope = cmdlet.scope
        run = self._function(scope)

        def evaluate(item: Any) -> Any:
            try:
                return run(item)
            except NetException as error:
                cmdlet.write_error(evaluation_error(error, item))
                return None

        return evaluate

    def names(self, item: Any) -> list[str]:
        """The properties of an object that a name means, as the object spells them."""
        if not self.wildcards:
            from spshell.engine.members.readers import declared_property

            declared = declared_property(item, self.source)
            if declared is not None:
                return [declared[0]]
            found = spelled_name(item, self.source)
            return [] if found is None else _members_of_set(item, found)
        return matching_names(item, self.source)

    def values(self, item: Any, scope: Scope) -> list[tuple[str, Any, NetException | None]]:
        """(name, value, error) for everything that the expression means on an object."""
        if self.script is not None:
            value, error = self.run(item, scope)
            return [(self.script.text, value, error)]
        found = [(name, self.read(item, name)) for name in self.names(item)]
        return [(name, None if value is ABSENT else value, None) for name, value in found]

    def read(self, item: Any, name: str) -> Any:
        """`read_property`, with the way of the last object at hand."""
        if self._reader is None or self._reader[0] != name:
            self._reader = name, reader(name)
        return self._reader[1](item)

    def run(self, item: Any, scope: Scope) -> tuple[Any, NetException | None]:
        """The script block's value, or the error that ended it."""
        try:
            return self.function(scope)(item), None
        except NetException as error:
            return None, error

    def function(self, scope: Scope) -> Callable[[Any], Any]:
        """The script block as a function of the object, made once for the scope."""
        if self._runner is None or self._scope is not scope:
            self._scope = scope
            self._runner = self._function(scope)
        return self._runner

    def _function(self, scope: Scope) -> Callable[[Any], Any]:
        """The script block as a function of the object, run by a command in `scope`."""
        from spshell.engine.compiled.item_blocks import in_scope_of_its_own

        script = self.script
        quick = in_scope_of_its_own(script, scope)
        if quick is not None:
            return quick
        return lambda item: script.invoke_value((item,), dollar=item, caller=scope, apart=True)


def evaluation_error(error: NetException, item: Any) -> NetException:
    """A failing script block as an error of the command that ran it."""
    from spshell.engine.errors.records import ErrorRecord

    error.thrown = False
    error.record = ErrorRecord(error, "ExpressionEvaluation", "InvalidResult", item)
    return error


def read_property(item: Any, name: str) -> Any:
    """A property's value; ABSENT when the object has none of that name. Keys of a table are properties."""
    if item.__class__ is PSCustomObject:
        value = item.members.get(name, ABSENT)
        if value is not ABSENT and not isinstance(value, Member):
            return value
    from spshell.dotnet.reflection.reading import MISSING, find_value
    from spshell.values.nothing import NOTHING

    if item is None:
        return ABSENT
    found = find_value(item, name)
    if found is MISSING or type(found).__name__ == "PSMethod":
        return ABSENT
    return None if found is NOTHING else found


def reader(name: str) -> Callable[[Any], Any]:
    """`read_property` for one name, the shortest way for objects that store it or whose class declares it."""
    from spshell.engine.members.readers import property_reader

    return property_reader(name, lambda item: read_property(item, name))


def values_in_columns(
    items: list[Any], expressions: list[PropertyExpression], cmdlet: Any
) -> list[list[Any]]:
    """The values of expressions on objects, a list for each expression. Script blocks run object by object."""
    from spshell.engine.members.readers import property_column

    blocks = [expression for expression in expressions if expression.script is not None]
    found: dict[int, list[Any]] = {}
    for expression in expressions:
        if expression.script is None:
            found[id(expression)] = property_column(items, expression.source, expression.evaluator(cmdlet))
        elif expression is blocks[0]:
            columns = _columns([block.evaluator(cmdlet) for block in blocks], items)
            found.update(zip(map(id, blocks), columns, strict=True))
    return [found[id(expression)] for expression in expressions]


def _columns(readers: list[Callable[[Any], Any]], items: list[Any]) -> list[list[Any]]:
    """What each reader gives for each object; an object is read by all before the next is."""
    if len(readers) == 1:
        return [list(map(readers[0], items))]
    rows: list[Any]
    if len(readers) == 2:
        first, second = readers
        rows = [(first(item), second(item)) for item in items]
    else:
        rows = [[read(item) for read in readers] for item in items]
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in readers]


def spelled_name(item: Any, name: str) -> str | None:
    """How an object spells one of its properties or property sets; None when it has none."""
    if item is None:
        return None
    if type(item) is PSCustomObject and name in item.members:
        return name
    base = unwrap(item)
    if isinstance(base, Hashtable):
        stored = base.stored(name)
        if stored in base.data:
            return str(stored)
    from spshell.dotnet.reflection.members import properties_of
    from spshell.engine.members.readers import declared_property

    declared = declared_property(item, name)
    if declared is not None:
        return declared[0]
    folded = name.lower()

    for found, _ in properties_of(item):
        if found.lower() == folded:
            return found
    if isinstance(_property_set(item, name), PropertySet):
        return name
    return _hidden_name(base, folded)


def _hidden_name(base: Any, folded: str) -> str | None:
    """A hidden property of a class: named in full it is there (about_Hidden)."""
    from spshell.values.nettype import Property, type_of

    kind: NetType | None = type_of(base)
    while kind is not None:
        for name, member in kind.members.items():
            if isinstance(member, Property) and member.hidden and name.lower() == folded:
                return name
        kind = kind.base
    return None


def _property_set(item: Any, name: str) -> Any:
    value = read_property(item, name)
    return value if isinstance(value, PropertySet) else None


def _members_of_set(item: Any, name: str) -> list[str]:
    found = _property_set(item, name)
    if found is None:
        return [name]
    return [inner for each in found.names for inner in matching_names(item, each)]


def matching_names(item: Any, pattern: str) -> list[str]:
    """The properties of an object that match a pattern; a table's keys come before its properties."""
    from spshell.dotnet.reflection.members import properties_of
    from spshell.values.text import to_text
    from spshell.values.wildcard import wildcard_test

    if item is None:
        return []
    test = wildcard_test(pattern)
    base = unwrap(item)
    if isinstance(base, Hashtable):
        keys = [to_text(key) for key in base.data]
        found = [key for key in keys if test(key)]
        if found:
            return found
    return [name for name, _ in properties_of(item) if test(name)]


def default_keys(item: Any) -> list[str] | None:
    """The properties by which objects of this type are grouped and compared unless others are named."""
    from spshell.dotnet.reflection.members import type_names
    from spshell.dotnet.reflection.typedata import find_data

    for name in type_names(item):
        data = find_data(name)
        if data is not None and data.default_key:
            return data.default_key
    return None


def read_expressions(
    arguments: Iterable[Any] | None,
    options: tuple[str, ...] = (),
    *,
    named: bool = True,
    wildcards: bool = True,
) -> list[PropertyExpression]:
    """The expressions of a -Property argument; `options` are further keys that tables may have.

    `named` allows the keys Name and Label, `wildcards` names that match several properties.
    """
    from cmdlets.utility.property_arguments import read_argument

    return [
        read_argument(unwrap(argument), options, named=named, wildcards=wildcards)
        for argument in arguments or ()
    ]

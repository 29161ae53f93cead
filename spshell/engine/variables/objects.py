"""PSVariable objects and the variables behind them: options, removal, -Scope (about_Variables,
about_Scopes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.reflection.typedata import changed
from spshell.engine.calls.sites import forget
from spshell.engine.errors.faults import raise_fault
from spshell.engine.variables.privacy import make_private
from spshell.engine.variables.scope import VariableAttributes
from spshell.engine.variables.spelling import spelling
from spshell.engine.variables.variables import constrained, scope_named
from spshell.values.declare import constructor, method, net_class, prop

if TYPE_CHECKING:
    from spshell.engine.variables.scope import Scope

_HIDDEN = frozenset({"pscmdlet", "<value>"})
OPTIONS = ("None", "ReadOnly", "Constant", "Private", "AllScope")


@net_class("System.Management.Automation.PSVariable")
class VariableObject:
    """System.Management.Automation.PSVariable: a live view of a variable of a scope."""

    def __init__(self, scope: Scope, name: str) -> None:
        self.scope = scope
        self.folded = name.lower()
        attributes = scope.attributes.get(self.folded)
        self.spelled = attributes.name if attributes is not None else spelling(scope.session, name)

    @constructor(
        "(string name)",
        "(string name, System.Object value)",
        "(string name, System.Object value, System.Management.Automation.ScopedItemOptions options)",
    )
    @staticmethod
    def create(name: str, value: Any = None, options: Any = None) -> VariableObject:
        """A variable that stands in no scope of the session yet."""
        from spshell.engine.running import RUNNING
        from spshell.engine.variables.scope import Scope as NewScope

        session = RUNNING.get()
        assert session is not None
        scope = NewScope(session, None)
        scope.vars[name.lower()] = value
        made = VariableObject(scope, name)
        if options is not None:
            attributes_of(scope, name).options = option_names(options)
        return made

    @prop("string Name {get}")
    def name(self) -> str:
        return self.spelled

    @prop("string Description {get;set}")
    def description(self) -> str:
        attributes = self.scope.attributes.get(self.folded)
        return "" if attributes is None else attributes.description

    @description.setter  # type: ignore[no-redef]  # the property above gets its setter
    def description(self, value: str) -> None:
        attributes_of(self.scope, self.spelled).description = value

    @prop("System.Object Value {get;set}")
    def value(self) -> Any:
        return current_value(self.scope, self.folded)

    @value.setter  # type: ignore[no-redef]  # the property above gets its setter
    def value(self, value: Any) -> None:
        assign(self.scope, self.spelled, value)

    @prop("System.Management.Automation.SessionStateEntryVisibility Visibility {get}")
    def visibility(self) -> Any:
        return enum_value("System.Management.Automation.SessionStateEntryVisibility", "Public")

    @prop("psmoduleinfo Module {get}")
    def module(self) -> Any:
        return self.scope.module if self.scope.kind == "module" else None

    @prop("string ModuleName {get}")
    def module_name(self) -> str:
        module = self.module
        return "" if module is None else str(module.name)

    @prop("System.Management.Automation.ScopedItemOptions Options {get;set}")
    def options(self) -> Any:
        return options_value(self.scope, self.folded)

    @options.setter  # type: ignore[no-redef]  # the property above gets its setter
    def options(self, value: Any) -> None:
        change_options(self.scope, self.spelled, option_names(value))

    @prop("System.Object Attributes {get}")
    def attributes(self) -> Any:
        from spshell.dotnet.collections.collections import generic_list

        held = self.scope.attributes.get(self.folded)
        return generic_list("System.Object", list(held.constraints) if held is not None else [])

    @method("bool IsValidValue(System.Object value)")
    def is_valid_value(self, value: Any) -> bool:
        from spshell.values.exceptions import NetException

        held = self.scope.attributes.get(self.folded)
        try:
            for constraint in held.constraints if held is not None else ():
                value = constraint(value)
        except NetException:
            return False
        return True

    def ps_text(self) -> str:
        return "System.Management.Automation.PSVariable"

    to_string = ps_text


def enum_value(type_name: str, name: str) -> Any:
    """A value of an enumeration by its name."""
    from spshell.values.conversion import convert, resolve_type_name

    return convert(name, resolve_type_name(type_name))


def options_value(scope: Scope, folded: str) -> Any:
    """The options of a variable as ScopedItemOptions."""
    attributes = scope.attributes.get(folded)
    names = [] if attributes is None else [name for name in OPTIONS if name in attributes.options]
    if scope.private is not None and folded in scope.private:
        names.append("Private")
    return enum_value(
        "System.Management.Automation.ScopedItemOptions", ", ".join(dict.fromkeys(names)) or "None"
    )


def option_names(value: Any) -> frozenset[str]:
    """The names in a ScopedItemOptions value or a text."""
    text = value if type(value) is str else value.name
    names = {part.strip().lower() for part in text.split(",")}
    return frozenset(name for name in OPTIONS[1:] if name.lower() in names)


def attributes_of(scope: Scope, name: str) -> VariableAttributes:
    """The attributes of a variable, made when it has none."""
    folded = name.lower()
    found = scope.attributes.get(folded)
    if found is None:
        found = scope.attributes[folded] = VariableAttributes(name)
    return found


def change_options(scope: Scope, name: str, names: frozenset[str], *, force: bool = False) -> None:
    """Give a variable that there is other options. Raises the fault of what cannot be changed."""
    held = attributes_of(scope, name).options
    if "Constant" in held or ("ReadOnly" in held and not force):
        raise_fault("VariableNotWritable", name, target=name)
    if "Constant" in names:
        raise_fault("VariableCannotBeMadeConstant", name, target=name)
    if "AllScope" in held and "AllScope" not in names:
        raise_fault("VariableAllScopeOptionCannotBeRemoved", name, target=name)
    set_options(scope, name, names)


def set_options(scope: Scope, name: str, names: frozenset[str]) -> None:
    """Give a variable options; AllScope makes every scope that begins from now on share it."""
    attributes = attributes_of(scope, name)
    attributes.options = names
    if "Private" in names:
        make_private(scope, name.lower())
    elif scope.private is not None:
        scope.private.discard(name.lower())
    if "AllScope" in names:
        attributes.home = scope
        scope.session.all_scope[name.lower()] = attributes
        changed()  # from now on every method needs a scope
        forget(scope.session)  # functions without a scope of their own cannot share it


def current_value(scope: Scope, folded: str) -> Any:
    """The value of a variable of one scope; automatic variables are worked out."""
    if folded in scope.vars:
        return scope.vars[folded]
    from spshell.engine.variables.automatic import AUTOMATIC

    automatic = AUTOMATIC.get(folded)
    return None if automatic is None else automatic(scope)


def exists(scope: Scope, folded: str) -> bool:
    """Whether a scope holds the variable itself."""
    if folded in scope.vars:
        return folded not in _HIDDEN
    if scope.parent is None:
        from spshell.engine.variables.automatic import AUTOMATIC

        return folded in AUTOMATIC
    return False


def find_scope(scope: Scope, folded: str) -> Scope | None:
    """The nearest scope that holds the variable."""
    current: Scope | None = scope
    while current is not None:
        if exists(current, folded):
            return current
        current = current.parent
    return None


def names_in(scope: Scope) -> list[str]:
    """The names of the variables of one scope as they were spelled, as far as that is known."""
    from spshell.engine.variables.automatic import AUTOMATIC

    found: dict[str, str] = {}
    for folded in scope.vars:
        if folded not in _HIDDEN:
            attributes = scope.attributes.get(folded)
            found[folded] = attributes.name if attributes is not None else folded
    if scope.parent is None:
        for folded in AUTOMATIC:
            found.setdefault(folded, folded)
    return list(found.values())


def scope_of(scope: Scope, text: str | None) -> Scope:
    """What -Scope means: global, script, local, private or how many scopes up. Raises ArgumentOutOfRange."""
    if text is None or text == "":
        return scope
    named = scope_named(scope, text.lower())
    if named is not None:
        return named
    if not text.isdigit():
        raise _bad_scope(text)
    found = scope.ancestor(int(text))
    if found is None:
        raise _beyond(text)
    return found


def _beyond(text: str) -> Exception:
    from spshell.values.exceptions import fault

    return fault(
        "System.Management.Automation.PSArgumentOutOfRangeException",
        f"There is no scope {text}: it exceeds the number of scopes. (Parameter 'Scope')\nThe value was {text}.",
        "ArgumentOutOfRange",
        "InvalidArgument",
        arguments=(text,),
    )


def _bad_scope(text: str) -> Exception:
    from spshell.values.exceptions import fault

    return fault(
        "System.Management.Automation.PSArgumentException",
        f"'{text}' is no scope; give Global, Local, Script, Private or a number. (Parameter 'Scope')",
        "Argument",
        "InvalidArgument",
        arguments=(text,),
    )


def assign(scope: Scope, name: str, value: Any, *, force: bool = False) -> None:
    """Set a variable of exactly this scope. Raises VariableNotWritable."""
    folded = name.lower()
    attributes = scope.attributes.get(folded) or scope.session.global_scope.attributes.get(folded)
    if attributes is not None and not attributes.writable:
        everywhere = "AllScope" in attributes.options or folded in scope.attributes
        if everywhere and ("Constant" in attributes.options or not force):
            raise_fault("VariableNotWritable", attributes.name, target=attributes.name)
        if force and folded in scope.attributes:
            options = attributes.options
            attributes.options = options - {"ReadOnly"}
            try:
                scope.vars[folded] = constrained(scope, folded, value)
            finally:
                attributes.options = options
            return
    if folded in scope.attributes:
        value = constrained(scope, folded, value)
    else:
        scope.attributes[folded] = VariableAttributes(name)
    scope.vars[folded] = value

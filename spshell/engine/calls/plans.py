"""Plans for calls of functions: which argument of a call site goes to which parameter, and a Python function that does it.

A plan is made at a site's first call and holds until some command is defined anew. It takes only values that fit their
parameter as they are (or by a conversion that cannot fail); anything else answers ``SLOW``, and the binder decides.
"""

from __future__ import annotations

from spshell.engine.calls.arrangements import GIVEN, arrange
from spshell.engine.commands.switch import ABSENT, PRESENT, SwitchParameter
from spshell.engine.variables.scope import UNSET
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec
    from spshell.engine.calls.arrangements import Arrangement
    from spshell.engine.calls.direct_functions import DirectFunction
    from spshell.engine.variables.scope import Scope


class Slow:
    """The answer of a call that must go the general way."""

    __slots__ = ()


SLOW = Slow()
_PLAIN = frozenset({str, int, float})
_PLAINLY_MADE = frozenset(
    f"System.{name}"
    for name in (
        "Int64",
        "UInt32",
        "UInt64",
        "Byte",
        "Int16",
        "Single",
        "Decimal",
        "DateTime",
        "TimeSpan",
        "Guid",
        "Version",
    )
)
"""Types to which the conversion of a text or number is a matter of its value alone."""


class Guards:
    """The lines of a plan's Python function that test and convert the arguments, and the objects that they name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.lent: list[str] = []  # entries of the dictionary of preference variables
        self.names: dict[str, Any] = {"SLOW": SLOW, "NetException": NetException, "PLAIN": _PLAIN}

    def constant(self, value: Any) -> str:
        """A name for an object."""
        name = f"c{len(self.names)}"
        self.names[name] = value
        return name

    def add(self, spec: ParameterSpec, name: str) -> bool:
        """Test the argument `name` for a parameter. False when no test can tell that it fits."""
        if spec.is_switch:
            self.lines.append(f"if {name} is True: {name} = {self.constant(PRESENT)}")
            self.lines.append(f"elif {name} is False: {name} = {self.constant(ABSENT)}")
            self.lines.append(f"elif type({name}) is not {self.constant(SwitchParameter)}: return SLOW")
        elif spec.typed and not self._typed(spec, name):
            return False
        if spec.mandatory_somewhere:
            self._not_empty(spec, name)
        for validator in spec.validators:
            self._checked(validator, name)
        return True

    def lend(self, spec: ParameterSpec, number: int) -> str:
        """Set the preference variable of a common parameter; what is bound to it."""
        from spshell.engine.calls.lent_preferences import ACTIONS, PREFERENCES, ActionWords, preference_value
        from spshell.values.enums import EnumValue

        name, variable = f"a{number}", repr(PREFERENCES[spec.folded])
        if spec.folded in ACTIONS:
            action = preference_value(spec.folded, "Stop")
            self.lines += [
                f"if type({name}) is str: {name} = {self.constant(ActionWords())}[{name}]",
                f"if type({name}) is not {self.constant(EnumValue)}: return SLOW",
                f"if {name}.net_type is not {self.constant(action.net_type)} or not 0 <= {name}.value <= 4: return SLOW",
            ]
            self.lent.append(f"{variable}: {name}")
            return name
        on = self.constant(preference_value(spec.folded, PRESENT))
        if number == GIVEN:
            self.lent.append(f"{variable}: {on}")
            return self.constant(PRESENT)
        self.add(spec, name)
        off = self.constant(preference_value(spec.folded, ABSENT))
        self.lent.append(f"{variable}: {on} if {name} else {off}")
        return name

    def _checked(self, validator: Any, name: str) -> None:
        from spshell.engine.attributes.quick_checks import quick_check

        check = self.constant(validator.validate)
        call = f"try: {check}({name}, None)"
        refused = "except NetException: return SLOW"
        quick = quick_check(validator, name, self.constant)
        if quick is None:
            self.lines += [call, refused]
        else:
            self.lines += [f"if not ({quick}):", f"    {call}", f"    {refused}"]

    def _typed(self, spec: ParameterSpec, name: str) -> bool:
        full_name = spec.type.full_name
        if full_name == "System.Object":
            return True
        if full_name == "System.Management.Automation.PSObject":
            self.lines.append(f"if type({name}) is not {self.constant(PSCustomObject)}: return SLOW")
            return True
        if full_name == "System.String":
            self._converted(spec, name, "str", [f"if type({name}) is int: {name} = str({name})"])
            return True
        if full_name == "System.Double":
            self._converted(spec, name, "float", [f"if type({name}) is int: {name} = float({name})"])
            return True
        if full_name == "System.Int32":
            whole = (
                f"if type({name}) is float and -2147483648 <= {name} <= 2147483647: {name} = round({name})"
            )
            self._converted(spec, name, "int", [whole])
            return True
        return self._exactly(spec, name)

    def _converted(self, spec: ParameterSpec, name: str, kind: str, quick: list[str]) -> None:
        """Take values of the Python class `kind` as they are, some by a quick way, and plain ones as the binder would."""
        from spshell.values.conversion import convert

        change, net_type = self.constant(convert), self.constant(spec.type)
        general = [
            f"if type({name}) in PLAIN:",
            f"    try: {name} = {change}({name}, {net_type})",
            "    except NetException: return SLOW",
            "else: return SLOW",
        ]
        if quick:
            general = [*quick, *("el" + line if line.startswith("if") else line for line in general)]
        self.lines += [f"if type({name}) is not {kind}:", *("    " + line for line in general)]

    def _exactly(self, spec: ParameterSpec, name: str) -> bool:
        net_type = spec.type
        python_type = net_type.python_type
        if net_type.element is not None:
            from spshell.values.arrays import TypedArray, array_maker
            from spshell.values.conversion import convert
            from spshell.values.nettype import type_of

            array, kind, change = self.constant(TypedArray), self.constant(net_type), self.constant(convert)
            made = f"{change}({name}, {kind})"
            element = net_type.element.python_type
            if element in (int, str, float) and type_of(element()) is net_type.element:
                quick, same = self.constant(array_maker(net_type)), self.constant({element})
                made = f"{quick}({name}) if {{*map(type, {name})}} == {same} else {made}"
            self.lines += [
                f"if not (type({name}) is {array} and {name}.net_type is {kind}):",
                f"    if type({name}) is not list: return SLOW",
                f"    try: {name} = {made}",
                "    except NetException: return SLOW",
            ]
            return True
        if net_type.kind == "enum" or net_type.generic_arguments or not isinstance(python_type, type):
            from spshell.values.nettype import type_of

            kind = f"{self.constant(type_of)}({name})"
            self.lines.append(f"if {kind} is not {self.constant(net_type)}: return SLOW")
            return True
        if python_type in (object, list, tuple) or spec.is_switch:
            return False
        if net_type.full_name in _PLAINLY_MADE:
            made = self.constant(python_type)
            wider = (
                [f"if type({name}) is int: {name} = {made}({name})"]
                if net_type.full_name == "System.Int64"
                else []
            )
            self._converted(spec, name, made, wider)
        else:
            self.lines.append(f"if type({name}) is not {self.constant(python_type)}: return SLOW")
        return True

    def _not_empty(self, spec: ParameterSpec, name: str) -> None:
        """Mandatory parameters take neither null nor empty text and arrays, and null in none."""
        if spec.typed and spec.type.full_name == "System.String":
            self.lines.append(f"if not {name}: return SLOW")
        elif not spec.typed or spec.type.full_name not in ("System.Int32", "System.Double", "System.Boolean"):
            kinds = self.constant((str, int, float, bool))
            self.lines.append(f"if type({name}) not in {kinds} or {name} == '': return SLOW")


def initial(spec: ParameterSpec) -> Any:
    """The value of a parameter that a call leaves out: its constant default, or UNSET for one to be worked out."""
    from spshell.engine.attributes.constant_expressions import Compiled

    if spec.has_default and type(spec.default) is Compiled:
        return UNSET
    value = spec.default
    if not spec.has_default or not spec.typed:
        return None if value is NOTHING else value
    from spshell.values.conversion import convert

    return convert(value, spec.type)


def direct_plan(
    layout: tuple[Any, ...],
    direct: DirectFunction,
    metadata: CommandMetadata,
    scope: Scope,
    values: tuple[Any, ...],
) -> Callable[..., Any] | None:
    """The function behind a site that runs a direct function: ``call(S, K, out, *values)`` gives what it wrote, or SLOW.

    `values` are those of the call at hand.
    """
    found = arrange(layout, metadata, scope, values, rest="args" in direct.asked)
    if found is None:
        return None
    count = sum(1 for item in layout if item is None)
    guards = Guards()
    given: list[str] = []
    for spec in metadata.parameters:
        number = found.bound.get(spec)
        if number is None:
            given.append(guards.constant(initial(spec)))
        elif number == GIVEN:
            given.append(guards.constant(PRESENT))
        else:
            if not guards.add(spec, f"a{number}"):
                return None
            given.append(f"a{number}")
    common = {spec: guards.lend(spec, number) for spec, number in found.bound.items() if spec.common}
    block = direct.info.script_block
    plain = (
        direct.single
        and block.module is None
        and metadata.is_simple
        and not guards.lines
        and not direct.asked
        and direct.builtins is None
    )
    if plain and given == [f"a{number}" for number in range(count)]:
        return direct.function  # exactly what the site calls
    if direct.asked:
        given.append(_told(found, {**dict(zip(metadata.parameters, given, strict=True)), **common}))
    return _make(guards, count, given, direct, metadata)


def _told(found: Arrangement, of: dict[ParameterSpec, str]) -> str:
    """``G`` of a function that asks how it was called (`given_values`), with what was given to each parameter."""
    bound = ", ".join(f"{spec.name!r}: {of[spec]}" for spec in found.bound)
    rest = ", ".join(f"a{number}" for number in found.rest)
    return f"({{{bound}}}, [{rest}], {found.set_name!r})"


def _make(
    guards: Guards, count: int, given: list[str], direct: DirectFunction, metadata: CommandMetadata
) -> Callable[..., Any]:
    names = guards.names
    names["FUNCTION"] = direct.function
    module = direct.info.script_block.module
    lines = list(guards.lines)
    if module is not None:
        names["MODULE"] = module
        lines.append("if S.module is not MODULE: S = MODULE.scope")
    if direct.builtins is not None:
        from spshell.engine.pipelines.fused import stands

        names["stands"], names["BUILTINS"] = stands, direct.builtins
        lines.append("if not stands(S, BUILTINS): return SLOW")
    if not metadata.is_simple:
        from spshell.engine.binding.user_defaults import defaults_table

        names["defaults"] = defaults_table
        lines.append("if defaults(S): return SLOW")
    if guards.lent:
        from spshell.engine.calls.lent_preferences import PreferenceScope

        names["lent"] = PreferenceScope
        lines.append(f"S = lent(S, {{{', '.join(guards.lent)}}})")
    if direct.single:
        lines.append(f"return FUNCTION({', '.join(['S', 'K', 'out', *given])})")
    else:
        names["NOTHING"] = NOTHING
        lines += [
            "if out is not None:",
            f"    FUNCTION({', '.join(['S', 'K', 'out', *given])})",
            "    return NOTHING",
            "items = []",
            f"FUNCTION({', '.join(['S', 'K', 'items.append', *given])})",
            "return items",
        ]
    arguments = "".join(f", a{number}" for number in range(count))
    source = f"def call(S, K, out{arguments}):\n" + "".join(f"    {line}\n" for line in lines)
    exec(compile(source, "<call plan>", "exec"), names)  # noqa: S102 - made of fixed words and numbers
    return names["call"]  # type: ignore[no-any-return]  # the function just defined

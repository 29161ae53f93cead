"""The binder: from the arguments of a command line to parameter values (about_Parameters,
about_Parameter_Sets).

Passes, in this order: pair names with values, bind named arguments, bind positional ones, apply
``$PSDefaultParameterValues``, narrow the parameter sets, ask for dynamic parameters, hand out what remains,
check
mandatory parameters. What the pipeline brings is bound per object by `pipeline_binding`.
"""

from __future__ import annotations

from spshell.engine.binding.arguments import UNSPECIFIED, Argument, read_arguments
from spshell.engine.binding.errors import BindingPlace, binding_error
from spshell.engine.binding.metadata import EVERY_SET
from spshell.values.exceptions import NetException
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from spshell.engine.binding.metadata import CommandMetadata, ParameterSpec
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope


_COLLECTIONS: dict[str, type] = {
    "taken": dict, "unbound": list, "delayed": dict, "from_pipeline": list, "positional": list, "warnings": list,
    "applied_defaults": list, "known_defaults": dict, "default_warnings": set,
}  # fmt: skip


class Binding:
    """The state and the result of binding one command.

    ``bound`` maps parameter names to values in the order they were bound (``$PSBoundParameters``),
    ``unbound`` holds what a simple function gets as ``$args``, ``set_name`` is the chosen parameter set.
    ``mask`` are the parameter sets still possible; ``free`` the parameters not bound yet, in declaration
    order. ``on_value`` and ``on_reset`` are called when a pipeline object changes a parameter or gives it
    back its default.
    """

    taken: dict[str, Argument]
    unbound: list[Any]
    delayed: dict[ParameterSpec, Any]
    from_pipeline: list[ParameterSpec]
    positional: list[str]
    warnings: list[str]
    applied_defaults: list[str]
    known_defaults: dict[str, Any]
    default_warnings: set[str]
    mask = EVERY_SET
    mask_before_input = EVERY_SET
    preferred_mask = 0
    gathered: tuple[str, tuple[int, ...]] | None = None
    """Who took the rest, and where that stands."""
    pending_default_pairs: Any = None
    on_value: Any = None
    on_reset: Any = None
    runtime: Any = None
    dynamic_values: Any = None
    plan: Any = None
    """The plan of the place that bound the arguments, if one did."""

    def __init__(
        self,
        metadata: CommandMetadata,
        session: Session | None,
        scope: Scope | None,
        expects_input: bool,
        *,
        free: list[ParameterSpec] | None = None,
    ) -> None:
        self.metadata = metadata
        self.session = session
        self.scope = scope
        self.expects_input = expects_input
        self.bound: dict[str, Any] = {}
        self.free: list[ParameterSpec] = list(metadata.all_parameters() if free is None else free)
        self.set_name = metadata.default_set or "__AllParameterSets"

    def __getattr__(self, name: str) -> Any:
        """The collections that few commands need are made when somebody asks for them."""
        make = _COLLECTIONS.get(name)
        if make is None:
            raise AttributeError(name)
        made = self.__dict__[name] = make()
        return made

    def is_bound(self, name: str) -> bool:
        """Whether a parameter got a value, by its name in any case."""
        if name in self.bound:
            return True
        folded = name.lower()
        return any(key.lower() == folded for key in self.bound)

    def record(self, spec: ParameterSpec, value: Any, argument: Argument) -> None:
        """A parameter is bound: narrow the parameter sets and take it off the free ones."""
        if spec.mask:
            self.mask &= spec.mask
        if spec in self.free:
            self.free.remove(spec)
        self.taken.setdefault(spec.name, argument)
        self.bound[spec.name] = None if value is NOTHING else value
        if spec.obsolete is not None:
            self._warn_obsolete(spec)

    def _warn_obsolete(self, spec: ParameterSpec) -> None:
        from spshell.engine.attributes.validation import message

        text = message("UseOfDeprecatedParameterWarning", spec.name, spec.obsolete)
        if text not in self.warnings:
            self.warnings.append(text)

    def bind_input(self, value: Any) -> None:
        """Bind one pipeline object. Raises a ParameterBindingException fault when it does not fit."""
        from spshell.engine.binding.pipeline_input import bind_input

        bind_input(self, value)

    def check_mandatory(self) -> None:
        """Raise when mandatory parameters are still missing."""
        from spshell.engine.binding.parameter_sets import missing_after_input

        missing = missing_after_input(self)
        if missing:
            raise binding_error("MissingMandatoryParameter", "".join(f" {spec.name}" for spec in missing))

    def fail(self, error: NetException) -> NetException:
        """The error to raise; it mentions the defaults that $PSDefaultParameterValues contributed."""
        if self.applied_defaults and getattr(error, "binding", False):
            names = "".join(f" -{name}" for name in self.applied_defaults)
            error.message = f"{error.message} (Values from $PSDefaultParameterValues are in use:{names}.)"
        return error


def bind_arguments(
    metadata: CommandMetadata,
    args: Iterable[Any],
    session: Session | None = None,
    scope: Scope | None = None,
    *,
    expects_input: bool = False,
) -> Binding:
    """Bind the arguments of a command line.

    `scope` is where the command runs: preferences and script blocks of attributes are evaluated there. Raises
    faults of the ParameterBindingException family.
    """
    binding = Binding(metadata, session, scope, expects_input)
    arguments = read_arguments(args)
    if metadata.kind == "simple":
        _bind_simple(binding, arguments)
    else:
        _bind_advanced(binding, arguments)
    return binding


def _bind_simple(binding: Binding, arguments: list[Argument]) -> None:
    from spshell.engine.binding.positions import bind_positional

    rest = bind_named(binding, pair_arguments(binding, arguments))
    rest = bind_positional(binding, rest)[0]
    for argument in rest:
        if argument.name:
            binding.unbound.append(argument_name(argument))
        if argument.value is not UNSPECIFIED:
            binding.unbound.append(argument.value)


def argument_name(argument: Argument) -> Any:
    """A parameter name that no parameter took, as an item of ``$args``: splatted again it is a name again."""
    from spshell.values.objects import Member, PSObject

    mark = Member("<CommandParameterName>")
    mark.hidden = True
    return PSObject(argument.text, {"<CommandParameterName>": mark})


def _bind_advanced(binding: Binding, arguments: list[Argument]) -> None:
    from spshell.engine.binding import parameter_sets as sets
    from spshell.engine.binding import user_defaults as defaults
    from spshell.engine.binding.positions import bind_positional, bind_remaining

    defaults.collect(binding, first=True)
    rest = bind_named(binding, pair_arguments(binding, arguments))
    rest, failure = bind_positional(binding, rest)
    defaults.apply(binding)
    sets.narrow(binding, before_input=True, settle=False)
    if binding.metadata.dynamic is not None:
        rest, dynamic_failure = _bind_dynamic(binding, rest)
        failure = failure or dynamic_failure
        defaults.collect(binding, first=False)
        defaults.apply(binding)
    rest = bind_remaining(binding, rest)
    if rest:
        raise binding.fail(_left_over(binding, rest[0], failure))
    sets.settle(binding)


def _bind_dynamic(binding: Binding, rest: list[Argument]) -> tuple[list[Argument], NetException | None]:
    """Add the dynamic parameters that the arguments bound so far call for, then bind what was left."""
    from spshell.engine.binding.dynamic import dynamic_parameters
    from spshell.engine.binding.positions import bind_positional

    specs = dynamic_parameters(binding)
    if not specs:
        return rest, None
    known = set(map(id, binding.metadata.all_parameters()))
    binding.metadata = binding.metadata.with_dynamic(specs)
    binding.free.extend(spec for spec in binding.metadata.all_parameters() if id(spec) not in known)
    if not rest:
        return rest, None
    rest = bind_named(binding, pair_arguments(binding, rest))
    return bind_positional(binding, rest)


def _left_over(binding: Binding, argument: Argument, failure: NetException | None) -> NetException:
    if argument.name:
        from spshell.engine.suggestions import did_you_mean
        from spshell.values.absent import about_parameter

        place = BindingPlace(argument.name_index, "name")
        names = [spec.name for spec in binding.metadata.all_parameters() if not spec.hidden]
        hint = about_parameter(binding.metadata.name, argument.name) or did_you_mean(
            argument.name, names, "-"
        )
        return binding_error("NamedParameterNotFound", argument.name, hint, place=place)
    if failure is not None:
        return failure
    from spshell.values.text import to_string

    text = "$null" if argument.value is None else to_string(argument.value)
    return binding_error("PositionalParameterNotFound", text, place=BindingPlace(argument.index, "command"))


def find_parameter(binding: Binding, argument: Argument) -> ParameterSpec | None:
    """The parameter that a name means: exactly, by alias or by a unique prefix. Raises AmbiguousParameter."""
    metadata = binding.metadata
    folded = argument.name.lower()
    if folded[:1] in ("-", "\u2013", "\u2014", "\u2015"):
        folded = folded[1:]
    specs = metadata.all_parameters()
    assert metadata.lookup is not None
    found = metadata.lookup.get(folded)
    if found is not None:
        return found
    matches = [spec for spec in specs if spec.folded.startswith(folded)]
    for spec in specs:
        if spec not in matches and any(alias.startswith(folded) for alias in spec.lowered_aliases):
            matches.append(spec)
    if len(matches) > 1:
        own = [spec for spec in matches if not spec.common]
        if len(own) == 1:
            return own[0]
        names = "".join(f" -{spec.name}" for spec in matches)
        place = BindingPlace(argument.name_index, "name")
        raise binding_error("AmbiguousParameter", argument.name, names, place=place)
    return matches[0] if matches else None


def pair_arguments(binding: Binding, arguments: list[Argument]) -> list[Argument]:
    """Give each name without a value the argument that follows it; a switch needs none."""
    result: list[Argument] = []
    index = 0
    count = len(arguments)
    while index < count:
        argument = arguments[index]
        index += 1
        result.append(argument)
        if not argument.name or argument.value is not UNSPECIFIED:
            continue
        spec = find_parameter(binding, argument)
        if spec is None:
            continue
        if spec.is_switch:
            from spshell.engine.commands.switch import PRESENT

            argument.value = PRESENT
            continue
        following = arguments[index] if index < count else None
        if following is None or following.splatted or _names_parameter(binding, following):
            place = BindingPlace(argument.name_index, "name")
            raise binding_error("MissingArgument", spec.name, spec.type.full_name, spec=spec, place=place)
        index += 1
        argument.name = spec.name
        argument.index = following.index
        argument.value = following.text if following.name else following.value
    return result


def _names_parameter(binding: Binding, argument: Argument) -> bool:
    if not argument.name:
        return False
    return argument.value is not UNSPECIFIED or find_parameter(binding, argument) is not None


def bind_named(binding: Binding, arguments: list[Argument]) -> list[Argument]:
    """Bind the arguments that have a known name; returns the others."""
    from spshell.engine.binding.values import bind_parameter

    rest: list[Argument] = []
    explicit: set[str] | None = None
    for argument in arguments:
        if not argument.name:
            rest.append(argument)
            continue
        spec = find_parameter(binding, argument)
        if spec is None:
            rest.append(argument)
            continue
        if argument.splatted:
            if explicit is None:
                explicit = set(binding.taken)
            if spec.name in explicit:
                continue
        if spec.name in binding.taken:
            place = BindingPlace(argument.name_index, "name")
            raise binding_error("ParameterAlreadyBound", argument.name, place=place)
        if binding.metadata.kind != "simple" and not spec.belongs_to(EVERY_SET):
            name = binding.metadata.set_name(binding.mask)
            raise binding_error("ParameterNotInParameterSet", argument.name, name)
        bind_parameter(binding, spec, argument, coerce=True, delay=True)
    return rest


def simple_plan(metadata: CommandMetadata) -> tuple[str, ...] | None:
    """Folded parameter names in position order when binding positional values is nothing but assigning."""
    if metadata.kind != "simple":
        return None
    if metadata.plan is None:
        plain = all(
            not spec.typed and not spec.validators and not spec.transformers and not spec.has_default
            for spec in metadata.parameters
        )
        metadata.plan = (tuple(spec.folded for spec in metadata.parameters),) if plain else ()
    return metadata.plan[0] if metadata.plan else None

"""What the binder knows of a command: its parameters, parameter sets and options
(about_Functions_Advanced).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from spshell.values.nettype import NetType

ALL_SETS = "__AllParameterSets"
EVERY_SET = 0xFFFFFFFF
"""The bit mask of all parameter sets."""


class SetFlags:
    """How a parameter takes part in one parameter set; ``bit`` is the set's place in masks (0: every set)."""

    __slots__ = ("bit", "by_name", "by_value", "help", "mandatory", "position", "remaining")

    def __init__(
        self,
        mandatory: bool = False,
        position: int | None = None,
        by_value: bool = False,
        by_name: bool = False,
        remaining: bool = False,
        help: str = "",  # noqa: A002 - the attribute's own word
    ) -> None:
        self.mandatory = mandatory
        self.position = position
        self.by_value = by_value
        self.by_name = by_name
        self.remaining = remaining
        self.help = help
        self.bit = 0

    def copy(self) -> SetFlags:
        """The same flags, for a table that assigns its own bits."""
        return SetFlags(self.mandatory, self.position, self.by_value, self.by_name, self.remaining, self.help)


class ParameterSpec:
    """One parameter.

    ``type`` may be given as text and is resolved at first use. ``default`` is a constant, or a callable of
    the function's scope. ``transformers`` have ``transform(value, scope)``, ``validators``
    ``validate(value, scope)``. ``typed`` says that the script wrote a type (a function's untyped parameter is
    System.Object without conversion).
    ``attribute`` is the Python attribute of a cmdlet that takes the value.
    """

    __slots__ = (
        "_type",
        "aliases",
        "allow_empty_collection",
        "allow_empty_string",
        "allow_null",
        "attribute",
        "attributes",
        "common",
        "constraints",
        "default",
        "default_help",
        "dynamic",
        "early_transformers",
        "folded",
        "has_default",
        "hidden",
        "is_switch",
        "lowered_aliases",
        "mandatory_somewhere",
        "mask",
        "name",
        "obsolete",
        "positional",
        "ps_type_name",
        "resolver",
        "sets",
        "takes_input",
        "transformers",
        "typed",
        "validators",
        "wildcards",
    )

    def __init__(
        self,
        name: str,
        type: NetType | str = "System.Object",  # noqa: A002 - the parameter's own word
        sets: dict[str, SetFlags] | None = None,
        *,
        aliases: Iterable[str] = (),
        validators: Iterable[Any] = (),
        transformers: Iterable[Any] = (),
        default: Any = None,
        has_default: bool = False,
        allow_null: bool = False,
        allow_empty_string: bool = False,
        allow_empty_collection: bool = False,
        typed: bool = True,
        attribute: str = "",
    ) -> None:
        self.name = name
        self.folded = name.lower()
        self._type = type
        self.resolver: Callable[[str], NetType] | None = None
        self.sets = sets or {ALL_SETS: SetFlags()}
        self.aliases = tuple(aliases)
        self.lowered_aliases = tuple(alias.lower() for alias in self.aliases)
        self.validators = list(validators)
        self.transformers = list(transformers)
        self.early_transformers: list[Any] = []
        self.constraints: list[Any] | None = None
        self.default = default
        self.has_default = has_default
        self.allow_null = allow_null
        self.allow_empty_string = allow_empty_string
        self.allow_empty_collection = allow_empty_collection
        self.typed = typed
        self.attribute = attribute
        self.is_switch = _names_switch(type)
        self.dynamic = False
        self.common = False
        self.hidden = False
        self.wildcards = False
        self.default_help: str | None = None
        self.obsolete: str | None = None
        self.ps_type_name: str | None = None
        self.attributes: list[Any] = []
        self.mask = 0
        self.mandatory_somewhere = False
        self.takes_input = False
        self.positional = False

    @property
    def type(self) -> NetType:
        """The declared type; raises TypeNotFound when its name is unknown."""
        found = self._type
        if isinstance(found, str):
            if self.resolver is not None:
                found = self.resolver(found)
            else:
                from spshell.values.conversion import resolve_type_name

                found = resolve_type_name(found)
            self._type = found
        return found

    @property
    def type_text(self) -> str:
        """The type's name as far as it is known without resolving it."""
        return self._type if isinstance(self._type, str) else self._type.ps_name

    @property
    def in_every_set(self) -> bool:
        """Whether the parameter belongs to all sets."""
        return ALL_SETS in self.sets

    def flags(self, mask: int) -> SetFlags | None:
        """The flags that hold in the sets of `mask`: a named set's before those for all sets."""
        general: SetFlags | None = None
        for flags in self.sets.values():
            if flags.bit == 0:
                general = flags
            elif flags.bit & mask:
                return flags
        return general

    def matching(self, mask: int) -> list[SetFlags]:
        """All flags that hold in some set of `mask`."""
        return [flags for flags in self.sets.values() if flags.bit == 0 or flags.bit & mask]

    def belongs_to(self, mask: int) -> bool:
        """Whether the parameter exists in some set of `mask`."""
        return bool(self.mask & mask) or self.in_every_set

    def takes_input_in(self, mask: int) -> bool:
        """Whether the pipeline may fill the parameter in some set of `mask`."""
        return any(flags.by_value or flags.by_name for flags in self.matching(mask))

    def settle(self) -> None:
        """Work out what the sets say together: asked for each call, so kept."""
        flags = self.sets.values()
        self.mandatory_somewhere = any(item.mandatory for item in flags)
        self.takes_input = any(item.by_value or item.by_name for item in flags)
        self.positional = any(item.position is not None and not item.remaining for item in flags)


def _names_switch(given: Any) -> bool:
    text = given if isinstance(given, str) else given.full_name
    return text.lower() in ("switch", "system.management.automation.switchparameter", "switchparameter")


class CommandMetadata:
    """A command as the binder sees it.

    ``kind`` is ``cmdlet`` (compiled-cmdlet rules), ``advanced`` or ``simple`` (a function or script without
    CmdletBinding or Parameter attributes). ``error_class`` stands after the comma of FullyQualifiedErrorId.
    """

    __slots__ = (
        "bits",
        "confirm_impact",
        "default_mask",
        "default_set",
        "dynamic",
        "error_class",
        "has_mandatory",
        "help_uri",
        "input_specs",
        "kind",
        "lookup",
        "merged",
        "name",
        "obsolete",
        "paging",
        "parameters",
        "plain",
        "plan",
        "positional_binding",
        "should_process",
        "transactions",
    )

    def __init__(
        self,
        name: str,
        parameters: Iterable[ParameterSpec] = (),
        *,
        kind: str = "cmdlet",
        default_set: str | None = None,
        should_process: bool = False,
        confirm_impact: str = "Medium",
        paging: bool = False,
        positional_binding: bool = True,
        error_class: str = "",
    ) -> None:
        self.name = name
        self.kind = kind
        self.parameters: list[ParameterSpec] = list(parameters)
        self.default_set = default_set
        self.should_process = should_process
        self.confirm_impact = confirm_impact
        self.paging = paging
        self.positional_binding = positional_binding
        self.error_class = error_class or name
        self.obsolete: str | None = None
        self.help_uri = ""
        self.dynamic: Callable[..., Any] | None = None  # called with the binding, gives ParameterSpecs
        self.bits: dict[str, int] = {}
        self.default_mask = 0
        self.merged: list[ParameterSpec] | None = None
        self.lookup: dict[str, ParameterSpec] | None = None
        self.input_specs: list[ParameterSpec] = []
        self.has_mandatory = False
        self.plan: Any = None
        self.plain: Any = None

    @property
    def is_cmdlet(self) -> bool:
        """Whether the rules of compiled cmdlets apply."""
        return self.kind == "cmdlet"

    @property
    def is_simple(self) -> bool:
        """Whether this is a function or script without advanced binding."""
        return self.kind == "simple"

    def all_parameters(self) -> list[ParameterSpec]:
        """Own parameters, then the common ones; set bits are assigned at the first call.

        Raises a MetadataException fault when a name or alias is declared twice.
        """
        if self.merged is None:
            from spshell.engine.binding.common_parameters import common_parameters

            extra = [] if self.kind == "simple" else common_parameters(self.should_process, self.paging)
            merged = [*self.parameters, *extra]
            self.lookup = _names(self, merged)
            self._assign_bits(merged)
            self.merged = merged
            self.input_specs = [spec for spec in merged if spec.takes_input]
            self.has_mandatory = any(spec.mandatory_somewhere for spec in merged)
        return self.merged

    def with_dynamic(self, specs: list[ParameterSpec]) -> CommandMetadata:
        """The metadata plus the dynamic parameters of one call. Raises as `all_parameters`."""
        result = CommandMetadata(
            self.name,
            [*self.parameters, *specs],
            kind=self.kind,
            default_set=self.default_set,
            should_process=self.should_process,
            confirm_impact=self.confirm_impact,
            paging=self.paging,
            positional_binding=self.positional_binding,
            error_class=self.error_class,
        )
        result.obsolete = self.obsolete
        result.bits = dict(self.bits)  # a mask computed before stays valid
        return result

    def _assign_bits(self, specs: list[ParameterSpec]) -> None:
        if self.default_set:
            self.default_mask = self._bit(self.default_set)
        for spec in specs:
            spec.mask = 0
            spec.settle()
            for set_name, flags in spec.sets.items():
                flags.bit = 0 if set_name == ALL_SETS else self._bit(set_name)
                spec.mask |= flags.bit

    def _bit(self, set_name: str) -> int:
        folded = set_name.lower()
        for known, bit in self.bits.items():
            if known.lower() == folded:
                return bit
        bit = 1 << len(self.bits)
        self.bits[set_name] = bit
        return bit

    @property
    def all_masks(self) -> int:
        """The mask of every named set."""
        return (1 << len(self.bits)) - 1

    def set_name(self, mask: int) -> str:
        """The name of the set that a mask selects: the default one's for none or every, nothing for
        several.
        """
        if mask in (0, EVERY_SET):
            return self.default_set or ALL_SETS
        for name, bit in self.bits.items():
            if bit == mask:
                return name
        return ""


def _names(metadata: CommandMetadata, specs: list[ParameterSpec]) -> dict[str, ParameterSpec]:
    """Folded name or alias -> parameter. Raises when one stands for two parameters."""
    lookup: dict[str, ParameterSpec] = {}
    for spec in specs:
        for position, name in enumerate((spec.folded, *spec.lowered_aliases)):
            if name in lookup:
                from spshell.engine.binding.errors import declared_twice

                raise declared_twice(metadata, spec, (spec.name, *spec.aliases)[position], alias=position > 0)
            lookup[name] = spec
    return lookup

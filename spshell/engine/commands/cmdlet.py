"""How a cmdlet is written: fields are parameters, ``yield`` is output, the docstring is the help.

    class GetSPSite(Cmdlet, verb="Get", noun="SPSite"):
        \"\"\"List site collections.

            PS> Get-SPSite http://portal/sites/hr
        \"\"\"

        identity: Any = parameter("SPSitePipeBind", position=0, from_pipeline=True, help="URL, id or site.")

        def process(self) -> Iterator[object]:
            yield ...

A cmdlet whose class defines ``accept(value)`` is handed raw pipeline objects when binding them would do
nothing
but store the object; one that has ``take_all`` is handed a list of them where nothing else can happen in between.
"""

from __future__ import annotations

from spshell.engine.binding.metadata import ALL_SETS, CommandMetadata, ParameterSpec, SetFlags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any, ClassVar, NoReturn

    from spshell.engine.commands.runtime import CommandRuntime
    from spshell.engine.errors.records import InvocationInfo
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope
    from spshell.values.exceptions import NetException


class Field:
    """A parameter as a class body declares it."""

    __slots__ = ("flags", "name", "options", "type")

    def __init__(
        self, type_name: str, name: str, flags: dict[str, SetFlags], options: dict[str, Any]
    ) -> None:
        self.type = type_name
        self.name = name
        self.flags = flags
        self.options = options

    def spec(self, attribute: str) -> ParameterSpec:
        """The parameter's specification for the binder."""
        options = dict(self.options)
        obsolete = options.pop("obsolete")
        hidden = options.pop("hidden")
        wildcards = options.pop("wildcards")
        name = self.name or "".join(word[:1].upper() + word[1:] for word in attribute.split("_"))
        flags = {set_name: value.copy() for set_name, value in self.flags.items()}
        spec = ParameterSpec(name, self.type, flags, attribute=attribute, **options)
        spec.obsolete = obsolete
        spec.hidden = hidden
        spec.wildcards = wildcards
        return spec


def parameter(
    type_name: str = "System.Object",
    *,
    position: int | None = None,
    mandatory: bool | tuple[str, ...] = False,
    from_pipeline: bool | tuple[str, ...] = False,
    by_name: bool | tuple[str, ...] = False,
    remaining: bool = False,
    sets: tuple[str, ...] | dict[str, SetFlags] | None = None,
    aliases: tuple[str, ...] = (),
    default: Any = None,
    help: str = "",  # noqa: A002 - the attribute's own word
    name: str = "",
    validate: Iterable[Any] = (),
    transform: Iterable[Any] = (),
    allow_null: bool = False,
    allow_empty_string: bool = False,
    allow_empty_collection: bool = False,
    obsolete: str | None = None,
    hidden: bool = False,
    wildcards: bool = False,
) -> Any:
    """Declare a parameter in a cmdlet's class body.

    `mandatory`, `from_pipeline` and `by_name` may name the parameter sets in which they hold. `sets` names
    the sets
    that the parameter belongs to, or maps them to flags of their own. A switch without a default is not set.
    """
    if isinstance(sets, dict):
        flags = sets
    else:
        flags = {
            set_name: SetFlags(
                _holds(mandatory, set_name),
                position,
                _holds(from_pipeline, set_name),
                _holds(by_name, set_name),
                remaining,
                help,
            )
            for set_name in (sets or (ALL_SETS,))
        }
    for value in flags.values():
        value.help = value.help or help
    options = {
        "aliases": aliases,
        "default": default,
        "has_default": default is not None,
        "validators": validate,
        "transformers": transform,
        "allow_null": allow_null,
        "allow_empty_string": allow_empty_string,
        "allow_empty_collection": allow_empty_collection,
        "obsolete": obsolete,
        "hidden": hidden,
        "wildcards": wildcards,
    }
    return Field(type_name, name, flags, options)


def _holds(given: bool | tuple[str, ...], set_name: str) -> bool:
    return set_name in given if isinstance(given, tuple) else given


class Cmdlet:
    """Base of all cmdlets; a class without `verb` and `noun` only shares parameters and code with its
    children.

    ``out`` takes output objects, ``bound`` are the parameters that were given, ``parameter_set`` the chosen
    set.
    """

    command_name = ""
    net_class = ""
    _fields: ClassVar[dict[str, Field]] = {}
    _options: ClassVar[dict[str, Any]] = {}
    _metadata: CommandMetadata | None = None
    out: Callable[[Any], None]
    session: Session
    scope: Scope
    runtime: CommandRuntime
    bound: dict[str, Any]
    parameter_set: str
    expects_input: bool
    take_all: Callable[[list[Any]], None] | None = None
    """What takes many objects at once, of a command that does nothing but look at them until its end."""

    def __init_subclass__(
        cls,
        verb: str = "",
        noun: str = "",
        default_set: str | None = None,
        should_process: bool = False,
        impact: str = "Medium",
        net_class: str = "",
        paging: bool = False,
        function: str = "",
        **more: Any,
    ) -> None:
        super().__init_subclass__(**more)
        own = {name: value for name, value in cls.__dict__.items() if isinstance(value, Field)}
        cls._fields = {**own, **{name: field for name, field in cls._fields.items() if name not in own}}
        for attribute, field in own.items():
            setattr(cls, attribute, _class_default(field))
        cls._metadata = None
        if verb or function:
            cls.command_name = function or f"{verb}-{noun}"
            cls.net_class = net_class or function or f"Microsoft.PowerShell.Commands.{verb}{noun}Command"
            cls._options = {
                "default_set": default_set,
                "should_process": should_process,
                "confirm_impact": impact,
                "paging": paging,
            }

    @classmethod
    def metadata(cls) -> CommandMetadata:
        """What the binder knows of the cmdlet, made at first need."""
        if cls._metadata is None:
            specs = [field.spec(attribute) for attribute, field in cls._fields.items()]
            cls._metadata = CommandMetadata(
                cls.command_name, specs, kind="cmdlet", error_class=cls.net_class, **cls._options
            )
            cls._metadata.dynamic = cls.dynamic_parameters if cls._has_dynamic() else None
        return cls._metadata

    @classmethod
    def _has_dynamic(cls) -> bool:
        return cls.dynamic_parameters.__func__ is not Cmdlet.dynamic_parameters.__func__  # type: ignore[attr-defined]

    @classmethod
    def dynamic_parameters(cls, binding: Any) -> list[ParameterSpec]:
        """Parameters that depend on what was bound so far."""
        del binding
        return []

    @property
    def invocation(self) -> InvocationInfo:
        """How and where the command was called."""
        return self.runtime.invocation

    @staticmethod
    def quick(_scope: Scope, _args: tuple[Any, ...]) -> Sequence[Any] | None:
        """What the command writes when it runs by itself with arguments so plain that nothing else happens; None for others."""
        return None

    def begin(self) -> Iterator[object] | None:
        """Before the first object."""
        return None

    def process(self) -> Iterator[object] | None:
        """For each object, or once without input."""
        return None

    def end(self) -> Iterator[object] | None:
        """After the last object."""
        return None

    def close(self) -> None:
        """Whatever happened."""

    def is_bound(self, name: str) -> bool:
        """Whether the caller gave a parameter."""
        if name in self.bound:
            return True
        folded = name.lower()
        return folded in map(str.lower, self.bound)

    def write(self, value: Any) -> None:
        """Write one object."""
        self.out(value)

    def write_all(self, value: Any) -> None:
        """Write a value, unrolling a collection."""
        from spshell.engine.pipelines.output import emit

        emit(self.out, value)

    def write_error(self, error: NetException, *, target: Any = None, category: str | None = None) -> None:
        """A non-terminating error; a question that nobody answered ends the command all the same."""
        if getattr(error, "unanswered", False):
            raise error
        self.runtime.write_exception(error, target=target, category=category)

    def throw(self, error: NetException) -> NoReturn:
        """A statement-terminating error (ThrowTerminatingError)."""
        raise error

    def write_warning(self, text: str) -> None:
        self.runtime.write_warning(text)

    def write_verbose(self, text: str) -> None:
        self.runtime.write_verbose(text)

    def write_debug(self, text: str) -> None:
        self.runtime.write_debug(text)

    def write_information(self, data: Any, tags: tuple[str, ...] = ()) -> None:
        self.runtime.write_information(data, tags)

    def should_process(self, target: str, action: str | None = None) -> bool:
        """Whether to go on with a change: heeds -WhatIf, -Confirm and the preferences."""
        from spshell.engine.commands.should_process import should_process

        return should_process(self.runtime, target, action)

    def should_continue(self, query: str, caption: str) -> bool:
        """Ask, whatever -Confirm says. Raises when nobody can answer."""
        from spshell.engine.commands.should_process import should_continue

        return should_continue(self.runtime, query, caption)

    def require(self, kind: Any) -> Any:
        """A service of the session."""
        return self.session.require(kind)

    def stop_upstream(self) -> None:
        """No more input is wanted: what is above stops."""
        from spshell.engine.errors.signals import StopUpstream

        raise StopUpstream(self)


def _class_default(field: Field) -> Any:
    default = field.options["default"]
    if default is None and field.type.lower() in ("switch", "switchparameter"):
        from spshell.engine.commands.switch import ABSENT

        return ABSENT
    return default

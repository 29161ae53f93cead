"""The cmdlets of stubs.cs as cmdlets of a session: bound by the rules of compiled cmdlets, running nothing.

    install(session, Path("stubs.cs"))       # instead of  . ./stubs.ps1

Each returns {Cmdlet, ParameterSet, Bound (name -> "type: text"), Proceed (what ShouldProcess said)}.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import ALL_SETS, SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, Field
from spshell.engine.commands.kinds import CmdletInfo
from spshell.values.declare import Members
from spshell.values.enums import EnumType
from spshell.values.hashtable import Hashtable, OrderedDictionary
from spshell.values.nettype import BY_NAME, NetType, register, type_of
from spshell.values.objects import PSCustomObject, PSObject

from .declarations import Class, CmdletClass, Enum, Parameter, options_of, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spshell.engine.session import Session


class StubObject:
    """An object of the model: properties by name."""

    def __init__(self, net_type: NetType) -> None:
        self.net_type = net_type
        self.values: dict[str, Any] = {}

    def ps_text(self) -> str:
        return str(self.values.get("Name") or "")

    to_string = ps_text


class Bound:
    """What a pipe bind was made from."""

    def __init__(self, net_type: NetType, source: Any) -> None:
        self.net_type = net_type
        self.source = source

    def ps_text(self) -> str:
        from spshell.values.text import to_text

        return "" if self.source is None else to_text(self.source)

    to_string = ps_text


def bound_text(value: Any) -> str:
    """A bound value as the recordings write it."""
    from spshell.values.enumeration import enumerate_value
    from spshell.values.text import to_text

    if type(value) is PSObject:
        value = value.base
    if value is None:
        return "$null"
    name = type_of(value).name
    if name == "SwitchParameter":
        return f"switch: {value.is_present}"
    if name == "SecureString":
        return f"securestring: {_secret(value)}"
    if name == "PSCredential":
        from spshell.dotnet.reflection.members import get_property

        return f"pscredential: {to_text(get_property(value, 'UserName'))} / {_secret(get_property(value, 'Password'))}"
    if isinstance(value, Bound):
        return f"{name} from {bound_text(value.source)}"
    if name == "DateTime":
        from spshell.dotnet.reflection.members import invoke_method

        return f"datetime: {invoke_method(value, 'ToString', ['s'])}"
    if isinstance(value, Hashtable):
        rows = sorted((to_text(key), bound_text(item)) for key, item in value.items())
        return f"{name}: " + "; ".join(f"{key}={text}" for key, text in rows)
    items = None if type(value) is str else enumerate_value(value)
    if items is not None:
        return f"{name}: [" + ", ".join(bound_text(item) for item in items) + "]"
    return f"{name}: {to_text(value)}"


def _secret(value: Any) -> str:
    for attribute in ("plain", "text", "value"):
        found = getattr(value, attribute, None)
        if isinstance(found, str):
            return found
    reveal = getattr(value, "reveal", None)
    return str(reveal()) if reveal is not None else ""


class BoundCmdlet(Cmdlet):
    """Returns how it was bound."""

    asks = False

    def process(self) -> Iterator[object]:
        bound = OrderedDictionary()
        for name in sorted(self.bound):
            bound[name] = bound_text(self.bound[name])
        members = {"Cmdlet": self.command_name, "ParameterSet": self.parameter_set, "Bound": bound}
        if self.asks:
            members["Proceed"] = self.should_process("stub")
        yield PSCustomObject(members)


@cache
def _load(path: Path) -> tuple[dict[str, type[Cmdlet]], dict[str, str]]:
    enums, classes, cmdlets = read(path.read_text(encoding="utf-8"))
    for item in enums:
        _enum(item)
    for made in classes:
        _class(made)
    return {f"{c.verb}-{c.noun}": _cmdlet(c) for c in cmdlets}, {c.name.rpartition(".")[2]: c.name for c in classes}


def _enum(item: Enum) -> None:
    base = BY_NAME["system.enum"]
    register(EnumType(item.name, item.values, flags=item.flags, base=base))


def _class(made: Class) -> None:
    net_type = NetType(made.name, base=BY_NAME["system.object"])
    members = Members()
    if made.bound:
        for type_name in made.constructors:
            members.constructor(f"({type_name} v)")(lambda v: Bound(net_type, v))
    else:
        members.constructor("()")(lambda: StubObject(net_type))
        for type_name, name in [("string", "Name"), ("guid", "Id"), *made.properties]:
            members.prop(f"{type_name} {name} {{get;set}}")(lambda target, name=name: target.values.get(name))
            members.setter(name)(lambda target, value, name=name: target.values.__setitem__(name, value))
    net_type.declare = members.fill
    register(net_type)


def _cmdlet(made: CmdletClass) -> type[Cmdlet]:
    # Beside the methods of a cmdlet: SharePoint has a parameter called Process.
    namespace: dict[str, Any] = {f"given_{p.name.lower()}": _field(p) for p in made.parameters}
    options: dict[str, Any] = {
        "verb": made.verb,
        "noun": made.noun,
        "net_class": made.full_name,
        "default_set": made.options.get("DefaultParameterSetName"),
        "should_process": made.options.get("SupportsShouldProcess") == "true",
        "impact": made.options.get("ConfirmImpact", "Medium"),
    }
    namespace["asks"] = made.asks
    return type(made.full_name.rpartition(".")[2], (BoundCmdlet,), namespace, **options)


def _field(made: Parameter) -> Field:
    sets: dict[str, SetFlags] = {}
    options: dict[str, Any] = {
        "aliases": (), "default": None, "has_default": False, "validators": [], "transformers": (), "allow_null": False,
        "allow_empty_string": False, "allow_empty_collection": False, "obsolete": None, "hidden": False, "wildcards": False,
    }  # fmt: skip
    for name, text in made.attributes:
        if name == "Parameter":
            given = options_of(text)
            sets[given.get("ParameterSetName", ALL_SETS)] = SetFlags(
                given.get("Mandatory") == "true",
                int(given["Position"]) if "Position" in given else None,
                given.get("ValueFromPipeline") == "true",
                given.get("ValueFromPipelineByPropertyName") == "true",
                given.get("ValueFromRemainingArguments") == "true",
            )
        else:
            _other_attribute(options, name, text)
    return Field(made.type, made.name, sets, options)


def _other_attribute(options: dict[str, Any], name: str, text: str) -> None:
    from spshell.engine.attributes.validators import make_validator

    arguments = [_constant(item) for item in _split(text)]
    if name == "Alias":
        options["aliases"] = tuple(arguments)
    elif name in ("AllowNull", "AllowEmptyString", "AllowEmptyCollection"):
        options[{"AllowNull": "allow_null", "AllowEmptyString": "allow_empty_string"}.get(name, "allow_empty_collection")] = True
    elif name == "Obsolete":
        options["obsolete"] = str(arguments[0]) if arguments else ""
    elif name.startswith("Validate"):
        options["validators"].append(make_validator(name, arguments, {}))


def _split(text: str) -> list[str]:
    import re

    return [item.strip() for item in re.findall(r'@?"(?:[^"\\]|\\.)*"|[^,]+', text) if item.strip()]


def _constant(text: str) -> Any:
    if text.startswith(('"', '@"')):
        return text.strip('@"').replace("\\\\", "\\")
    from spshell.engine.compiled.literals import literal

    if text.lstrip("-").isdigit():
        number = int(text)
        return number if -(2**31) <= number < 2**31 else literal(number, "System.Int64")
    if text.endswith(("L", "l")) and text[:-1].lstrip("-").isdigit():
        return literal(int(text[:-1]), "System.Int64")
    if text.endswith("MaxValue"):
        return 2**31 - 1 if text.startswith("int") else literal(2**63 - 1, "System.Int64")
    return text


class StubManifests:
    """The session's manifests with the stub cmdlets in front of them."""

    def __init__(self, inner: Any, cmdlets: dict[str, type[Cmdlet]]) -> None:
        self.inner = inner
        self.infos = {
            name.lower(): CmdletInfo(name, lambda made=made: made, "stubs") for name, made in cmdlets.items()
        }

    def find(self, name: str, module: str | None = None) -> Any:
        found = self.infos.get(name.lower()) if module is None else None
        return found or self.inner.find(name, module)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def names(self) -> list[str]:
        """The stubs stand for the farm's own cmdlets, which the recorded session does not have."""
        own = [name for name in self.inner.names() if name.lower() not in self.infos]
        return [*(info.name for info in self.infos.values()), *own]


class NewStub(Cmdlet, verb="New", noun="SPStub"):
    """An object of the model with properties set."""

    def process(self) -> Iterator[object]:
        from spshell.dotnet.reflection.members import construct, set_property

        made = construct(BY_NAME[_MODEL[self.type_name].lower()], [])
        for key, value in (self.given or Hashtable()).items():
            set_property(made, key, value)
        yield made

    type_name: Any = Field("string", "Type", {ALL_SETS: SetFlags(position=0)}, {
        "aliases": (), "default": None, "has_default": False, "validators": [], "transformers": (), "allow_null": False,
        "allow_empty_string": False, "allow_empty_collection": False, "obsolete": None, "hidden": False, "wildcards": False,
    })  # fmt: skip
    given: Any = Field("hashtable", "With", {ALL_SETS: SetFlags(position=1)}, type_name.options)


_MODEL: dict[str, str] = {}


def install(session: Session, path: Path) -> None:
    """Give a session the stub cmdlets of `path` (stubs.cs) and New-SPStub, as ``. ./stubs.ps1`` does."""
    cmdlets, model = _load(path)
    _MODEL.update(model)
    manifests = session.commands.manifests
    session.commands.manifests = StubManifests(manifests, {**cmdlets, "New-SPStub": NewStub})
    session.commands.version += 1

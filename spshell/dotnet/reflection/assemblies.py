"""Assemblies as far as scripts reflect on them, and the type accelerators that they reach through them."""

from __future__ import annotations

from itertools import chain
from typing import Any

from spshell.dotnet.reflection.definitions import define
from spshell.dotnet.system.errors import argument_null, thrown
from spshell.values.declare import Members, method, net_class, prop
from spshell.values.hashtable import Hashtable
from spshell.values.nettype import ACCELERATORS, ADDED, BY_NAME, NetType, find_type
from spshell.values.type_identity import assembly, named_assemblies

_SHELL = "system.management.automation"
_FACADES = {
    name.lower(): name
    for name in (
        "netstandard", "System.ComponentModel.DataAnnotations", "System.Configuration", "System.Data",
        "System.Drawing", "System.IO.Compression.FileSystem", "System.Net", "System.Numerics", "System.Runtime",
        "System.Runtime.Serialization", "System.Security", "System.ServiceModel.Web", "System.ServiceProcess",
        "System.Transactions", "System.Web", "System.Windows", "System.Xml", "System.Xml.Linq",
    )
}  # fmt: skip
"""Assemblies that only point to others; scripts of Windows PowerShell load them by these names."""


@net_class("System.Reflection.AssemblyName")
class AssemblyName:
    """The parts of an assembly's full name."""

    def __init__(self, full_name: str) -> None:
        self.text = full_name

    @prop("string Name {get}")
    def name(self) -> str:
        return self.text.partition(",")[0]

    @prop("string FullName {get}")
    def full_name(self) -> str:
        return self.text

    @prop("version Version {get}")
    def version(self) -> Any:
        from spshell.values.conversion import convert

        found = find_type("version")
        text = self.text.partition("Version=")[2].partition(",")[0]
        return convert(text, found) if text and found is not None else None

    @prop("string CultureName {get}")
    def culture_name(self) -> str:
        return ""

    def ps_text(self) -> str:
        return self.text

    to_string = ps_text


@net_class("System.Management.Automation.DynamicClassImplementationAssemblyAttribute")
class ScriptAssemblyAttribute:
    """Marks the assembly of the classes that a script defines."""

    def __init__(self, path: str | None) -> None:
        self.path = path

    @prop("string ScriptFile {get;set}")
    def script_file(self) -> str | None:
        return self.path


@net_class("System.Reflection.Assembly", kind="abstract")
class AnyAssembly:
    """System.Reflection.Assembly: what a file of code holds."""

    def __init__(self, full_name: str, script: str | None = None) -> None:
        self.name = full_name
        self.script = script

    @prop("string FullName {get}")
    def full_name(self) -> str:
        return self.name

    @method("System.Object[] GetCustomAttributes(bool inherit)")
    def custom_attributes(self, _inherit: bool) -> list[Any]:
        """That of the classes of a script says which script."""
        return [ScriptAssemblyAttribute(self.script)] if self.is_dynamic else []

    @prop("bool IsDynamic {get}")
    def is_dynamic(self) -> bool:
        return self.name.startswith("PowerShell Class Assembly")

    @method("type GetType(string name)", "type GetType(string name, bool throwOnError)")
    def get_type(self, name: str, throw: bool = False) -> NetType | None:
        """A type of this assembly by its full name; null for one that is not in it."""
        found = find_type(name)
        if found is not None and found.full_name == name and assembly(found) == self.name:
            return found
        if throw:
            raise thrown(
                "System.TypeLoadException", "Invalid", f"There is no type '{name}' in '{self.name}'."
            )
        return None

    @prop("string Location {get}")
    def location(self) -> str:
        return ""

    @method(
        "System.Reflection.AssemblyName GetName()",
        "System.Reflection.AssemblyName GetName(bool copiedName)",
    )
    def get_name(self, _copied: bool = False) -> AssemblyName:
        return AssemblyName(self.name)

    @method("type[] GetTypes()", "type[] GetExportedTypes()")
    def get_types(self) -> Any:
        """The types of this assembly that were used so far."""
        from spshell.dotnet.collections.byte_arrays import typed_array

        found = [net_type for net_type in BY_NAME.values() if assembly(net_type) == self.name]
        return typed_array("System.Type", list(dict.fromkeys(found)))

    @method("static System.Reflection.Assembly LoadWithPartialName(string partialName)")
    @staticmethod
    def load_with_partial_name(name: str | None) -> Any:
        if not name:
            raise argument_null("partialName")
        return known(name)

    @method("static System.Reflection.Assembly Load(string assemblyString)")
    @staticmethod
    def load(name: str | None) -> Any:
        if not name:
            raise argument_null("assemblyString")
        found = known(name)
        if found is None:
            raise thrown("System.IO.FileNotFoundException", "FileNotFound", name)
        return found

    @method(
        "static System.Reflection.Assembly LoadFrom(string assemblyFile)",
        "static System.Reflection.Assembly LoadFile(string path)",
    )
    @staticmethod
    def load_from(path: str | None) -> Any:
        """There is nothing that could be loaded: compiled code does not run here."""
        if not path:
            raise argument_null("assemblyFile")
        raise thrown("System.IO.FileNotFoundException", "FileNotFound", path)

    @method(
        "static System.Reflection.Assembly GetExecutingAssembly()",
        "static System.Reflection.Assembly GetCallingAssembly()",
        "static System.Reflection.Assembly GetEntryAssembly()",
    )
    @staticmethod
    def executing() -> Any:
        return known(_SHELL)

    @method("static System.Reflection.Assembly GetAssembly(type type)")
    @staticmethod
    def of(net_type: NetType | None) -> Any:
        if net_type is None:
            raise argument_null("type")
        return Assembly(assembly(net_type))

    @method("bool Equals(System.Object o)")
    def equals(self, other: Any) -> bool:
        return isinstance(other, AnyAssembly) and other.name == self.name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnyAssembly) and other.name == self.name

    def __hash__(self) -> int:
        return hash(self.name)

    def ps_text(self) -> str:
        return self.name

    to_string = ps_text


@net_class("System.Reflection.RuntimeAssembly")
class Assembly(AnyAssembly):
    """The assembly behind a type."""


def known(name: str) -> Assembly | None:
    """The assembly of that name: a facade, or one in which a type of ours lives."""
    wanted = name.partition(",")[0].strip().lower()
    if wanted in ("mscorlib", "system", "system.core"):
        wanted = "system.private.corelib"
    if wanted in _FACADES:
        return Assembly(
            f"{_FACADES[wanted]}, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089"
        )
    homes = chain((assembly(net_type) for net_type in BY_NAME.values()), named_assemblies())
    found = next((home for home in homes if home.partition(",")[0].lower() == wanted), None)
    return None if found is None else Assembly(found)


ACCELERATED = Members()


@ACCELERATED.method("static void Add(string typeName, type type)")
def add_accelerator(name: str, net_type: NetType) -> None:
    """Make a name mean a type from now on, in front of every other meaning it has."""
    ADDED[name.lower()] = net_type


@ACCELERATED.method("static bool Remove(string typeName)")
def remove_accelerator(name: str) -> bool:
    """Take a name away, a built-in one too."""
    removed = ADDED.pop(name.lower(), None) is not None
    return ACCELERATORS.pop(name.lower(), None) is not None or removed


@ACCELERATED.prop("static System.Collections.Generic.Dictionary[string,type] Get {get}")
def accelerators() -> Hashtable:
    """Every name with its type."""
    found = [(name, find_type(full)) for name, full in ACCELERATORS.items()]
    return Hashtable(
        [*((name, net_type) for name, net_type in found if net_type is not None), *ADDED.items()]
    )


define("System.Management.Automation.TypeAccelerators", ACCELERATED, kind="static")

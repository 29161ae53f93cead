"""RuntimeDefinedParameter and its dictionary: what a dynamicparam block builds."""

from __future__ import annotations

from spshell.dotnet.collections.dictionaries import Dictionary, StringComparer
from spshell.engine.binding.metadata import ParameterSpec, SetFlags
from spshell.values.declare import constructor, field, net_class, prop
from spshell.values.nettype import BY_NAME, NetType
from spshell.values.typenames import make_generic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SMA = "System.Management.Automation."


@net_class(_SMA + "RuntimeDefinedParameter")
class RuntimeParameter:
    """A parameter made at run time: name, type and attribute objects."""

    name = field("string Name {get;set}", "")
    parameter_type = field("type ParameterType {get;set}")
    value = field("System.Object Value {get;set}")
    is_set = field("bool IsSet {get;set}", False)

    def __init__(self) -> None:
        self.attribute_list: Any = _collection()

    @prop("System.Object Attributes {get}")
    def attributes(self) -> Any:
        return self.attribute_list

    @constructor("()", "(string name, type parameterType, System.Object attributes)")
    @staticmethod
    def create(
        name: str = "", parameter_type: NetType | None = None, attributes: Any = None
    ) -> RuntimeParameter:
        made = RuntimeParameter()
        made.name = name
        made.parameter_type = parameter_type
        if attributes is not None:
            made.attribute_list = attributes
        return made

    def spec(self) -> ParameterSpec:
        """The parameter for the binder."""
        from spshell.engine.attributes.instances import apply_attributes

        spec = ParameterSpec(
            self.name, self.parameter_type or "System.Object", {}, typed=self.parameter_type is not None
        )
        sets: dict[str, SetFlags] = {}
        apply_attributes(spec, sets, self.attribute_list)
        if sets:
            spec.sets = sets
        return spec


def _collection() -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert([], resolve_type_name("System.Collections.ArrayList"))


def _dictionary_type() -> NetType:
    """What the dictionary of parameters derives from."""
    generic = BY_NAME["system.collections.generic.dictionary`2"]
    return make_generic(
        generic, [BY_NAME["system.string"], BY_NAME[(_SMA + "RuntimeDefinedParameter").lower()]]
    )


@net_class(_SMA + "RuntimeDefinedParameterDictionary")
class RuntimeParameterDictionary(Dictionary):
    """The parameters of a dynamicparam block by name, whatever its case, in the order they were added."""

    net_type: NetType
    help_file = field("string HelpFile {get;set}", "")
    data = field("System.Object Data {get;set}")

    def __init__(self) -> None:
        super().__init__(self.net_type, comparer=StringComparer("OrdinalIgnoreCase"))

    @constructor("()")
    @staticmethod
    def create() -> RuntimeParameterDictionary:
        return RuntimeParameterDictionary()


RuntimeParameterDictionary.net_type.base = _dictionary_type()

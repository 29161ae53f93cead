"""RuntimeDefinedParameter and its dictionary: what a dynamicparam block builds."""

from __future__ import annotations

from typing import Any

from spshell.engine.metadata import ParameterSpec, SetFlags
from spshell.values.declare import constructor, field, method, net_class, prop
from spshell.values.nettype import NetType

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
        from spshell.engine.attribute_instances import apply_attributes

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


@net_class(_SMA + "RuntimeDefinedParameterDictionary")
class RuntimeParameterDictionary:
    """The parameters of a dynamicparam block by name, in the order they were added."""

    help_file = field("string HelpFile {get;set}", "")

    def __init__(self) -> None:
        self.items: dict[str, RuntimeParameter] = {}

    @constructor("()")
    @staticmethod
    def create() -> RuntimeParameterDictionary:
        return RuntimeParameterDictionary()

    @method("void Add(string key, System.Management.Automation.RuntimeDefinedParameter value)")
    def add(self, key: str, value: RuntimeParameter) -> None:
        self.items[key] = value

    @method("bool ContainsKey(string key)")
    def contains_key(self, key: str) -> bool:
        return key in self.items

    @method("bool Remove(string key)")
    def remove(self, key: str) -> bool:
        return self.items.pop(key, None) is not None

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.items)

    @prop("System.Object Keys {get}")
    def keys(self) -> Any:
        return list(self.items)

    @prop("System.Object Values {get}")
    def all_values(self) -> Any:
        return list(self.items.values())

    @method("System.Management.Automation.RuntimeDefinedParameter get_Item(string key)")
    def get_item(self, key: str) -> Any:
        return self.items.get(key)

    @method("void set_Item(string key, System.Management.Automation.RuntimeDefinedParameter value)")
    def set_item(self, key: str, value: RuntimeParameter) -> None:
        self.items[key] = value

    def values(self) -> list[RuntimeParameter]:
        """The parameters."""
        return list(self.items.values())

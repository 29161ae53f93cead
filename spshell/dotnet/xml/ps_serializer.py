"""System.Management.Automation.PSSerializer."""

from __future__ import annotations

from typing import Any

from spshell.dotnet.system.errors import argument_null, out_of_range
from spshell.values.declare import method, net_class


@net_class("System.Management.Automation.PSSerializer", kind="abstract")
class PSSerializer:
    """Objects as CLIXML text and back."""

    @method(
        "static string Serialize(System.Object source)",
        "static string Serialize(System.Object source, int depth)",
        "static string Serialize(System.Collections.Generic.IList[System.Object] source, int depth, bool enumerate)",
    )
    @staticmethod
    def serialize(source: Any, depth: int = 1, enumerate_source: bool = False) -> str:
        from spshell.dotnet.xml.clixml_writing import serialize

        if depth < 1:
            raise out_of_range("depth", depth)
        return serialize(list(source) if enumerate_source else [source], depth)

    @method("static System.Object Deserialize(string source)")
    @staticmethod
    def deserialize(source: str) -> Any:
        found = PSSerializer.deserialize_as_list(source)
        return found[0] if len(found) == 1 else found

    @method("static System.Object[] DeserializeAsList(string source)")
    @staticmethod
    def deserialize_as_list(source: str) -> list[Any]:
        from spshell.dotnet.xml.clixml_reading import deserialize

        if source is None:
            raise argument_null("source")
        return deserialize(source)

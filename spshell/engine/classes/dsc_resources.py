"""What a class under ``[DscResource()]`` must have: a key, and the methods Get, Set and Test (about_Classes_and_DSC)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

_NUMBERS = frozenset(
    [
        "sbyte", "byte", "int16", "short", "uint16", "ushort", "int", "int32", "uint", "uint32", "long", "int64", "ulong",
        "uint64",
    ]
)  # fmt: skip


def resource_attribute(node: Any) -> Any:
    """The attribute that makes a class a resource, None on other classes."""
    return next((item for item in node.attributes if _named(item, "dscresource")), None)


def check_resource(node: Any, own: dict[str, Any], report: Callable[..., None]) -> None:
    """Report what is missing; `own` are the classes of the text by name, as members of base classes count."""
    attribute = resource_attribute(node)
    found: set[str] = set()
    for owner in _lineage(node, own):
        for member in owner.members:
            _look_at(owner, member, found, report, constructors=owner is node)
    missing = [word for word in ("SetMethod", "GetMethod", "TestMethod") if word not in found]
    if "OtherConstructor" in found and "DefaultConstructor" not in found:
        missing.append("DefaultConstructor")
    if "KeyProperty" not in found:
        missing.append("KeyProperty")
    for word in missing:
        report(f"DscResourceMissing{word}", attribute.start, attribute.end, node.name)


def _lineage(node: Any, own: dict[str, Any]) -> Iterator[Any]:
    """A class and its bases in this text."""
    waiting, seen = [node], set()
    while waiting:
        current = waiting.pop(0)
        if current.name in seen or current.type_kind == "enum":
            continue
        seen.add(current.name)
        yield current
        waiting += [own[text] for item in current.bases if (text := item.type_name.text.lower()) in own]


def _look_at(
    owner: Any, member: Any, found: set[str], report: Callable[..., None], *, constructors: bool
) -> None:
    if member.kind == "PropertyMember":
        _key(owner, member, found, report)
        return
    name = member.name.lower()
    if name == owner.name.lower():
        if constructors and "Static" not in member.modifiers:
            found.add("OtherConstructor" if member.definition.parameters else "DefaultConstructor")
        return
    if member.definition.parameters or f"{name.capitalize()}Method" in found:
        return
    returned = member.return_type.type_name if member.return_type is not None else None
    if name == "set" and (returned is None or returned.text.lower() in ("void", "system.void")):
        found.add("SetMethod")
    elif (
        name == "test"
        and returned is not None
        and returned.text.lower() in ("bool", "boolean", "system.boolean")
    ):
        found.add("TestMethod")
    elif name == "get":
        found.add("GetMethod")
        given = returned.element if returned is not None and returned.element is not None else returned
        if given is None or given.text.lower() != owner.name.lower():
            report("DscResourceInvalidGetMethod", member.start, member.end, owner.name)


def _key(owner: Any, member: Any, found: set[str], report: Callable[..., None]) -> None:
    for attribute in member.attributes:
        if not _named(attribute, "dscproperty") or not any(
            item.name.lower() == "key" for item in attribute.named
        ):
            continue
        found.add("KeyProperty")
        text = member.type.type_name.text.lower().removeprefix("system.") if member.type is not None else ""
        if text != "string" and text not in _NUMBERS:
            report("DscResourceInvalidKeyProperty", member.start, member.end, owner.name)


def _named(attribute: Any, name: str) -> bool:
    text = str(attribute.type_name.text).lower().removeprefix("system.management.automation.")
    return text.removesuffix("attribute") == name

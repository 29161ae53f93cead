"""Types files (``*.types.ps1xml``): members and display sets of type names (about_Types.ps1xml)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def _root(path: str) -> Element:
    """The root of a types file; raises ValueError when it is none."""
    from xml.etree.ElementTree import ParseError, parse

    try:
        root = parse(path).getroot()  # noqa: S314 - the reader knows no external entities
    except ParseError as problem:
        raise ValueError(str(problem)) from None
    if root.tag != "Types":
        raise ValueError(f"the root is {root.tag}, not Types")
    return root


def type_names_of(path: str) -> list[str]:
    """The type names that a file speaks of."""
    return [_text(item, "Name") for item in _root(path).findall("Type")]


def read_types(path: str, session: Any) -> None:
    """Add everything that a file says."""
    from spshell.dotnet.reflection.typedata import data_for

    for item in _root(path).findall("Type"):
        data = data_for(_text(item, "Name"))
        for element in item.findall("Members/*"):
            if element.tag == "MemberSet":
                _standard(element, data)
                continue
            made = _MAKERS.get(element.tag)
            if made is not None:
                name = _text(element, "Name")
                data.members[name] = made(name, element, session)


def _text(element: Element, child: str) -> str:
    return (element.findtext(child) or "").strip()


def _standard(element: Element, data: Any) -> None:
    """PSStandardMembers: the display sets and serialization of the type."""
    for part in element.findall("Members/*"):
        name = _text(part, "Name")
        if part.tag == "PropertySet":
            names = [(item.text or "").strip() for item in part.findall("ReferencedProperties/Name")]
            if name == "DefaultDisplayPropertySet":
                data.default_display = names
            elif name == "DefaultKeyPropertySet":
                data.default_key = names
        elif part.tag == "NoteProperty":
            if name == "DefaultDisplayProperty":
                data.default_property = _text(part, "Value")
            else:
                data.serialization[name] = _text(part, "Value")


def _note(_name: str, element: Element, _session: Any) -> Any:
    return _text(element, "Value")


def _alias(name: str, element: Element, _session: Any) -> Any:
    from spshell.values.conversion import find_named_type
    from spshell.values.objects import AliasProperty

    wanted = _text(element, "TypeName")
    return AliasProperty(
        name, _text(element, "ReferencedMemberName"), find_named_type(wanted) if wanted else None
    )


def _block(text: str | None, session: Any) -> Any:
    return None if text is None else session.make_block(text.strip()).bound_to(session.global_scope)


def _script_property(name: str, element: Element, session: Any) -> Any:
    from spshell.values.objects import ScriptProperty

    getter, setter = element.findtext("GetScriptBlock"), element.findtext("SetScriptBlock")
    return ScriptProperty(name, _block(getter, session), _block(setter, session))


def _script_method(name: str, element: Element, session: Any) -> Any:
    from spshell.values.objects import ScriptMethod

    return ScriptMethod(name, _block(element.findtext("Script"), session))


def _property_set(name: str, element: Element, _session: Any) -> Any:
    from spshell.values.objects import PropertySet

    return PropertySet(
        name, [(item.text or "").strip() for item in element.findall("ReferencedProperties/Name")]
    )


_MAKERS = {
    "NoteProperty": _note,
    "AliasProperty": _alias,
    "ScriptProperty": _script_property,
    "ScriptMethod": _script_method,
    "PropertySet": _property_set,
}

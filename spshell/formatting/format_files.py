"""Format files (.format.ps1xml): views of types as XML (about_Format.ps1xml)."""

from __future__ import annotations

from spshell.engine.running import RUNNING
from spshell.formatting.view_objects import Group, View
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from xml.etree.ElementTree import Element

    from spshell.engine.session import Session

    Source = Callable[[Any], Any]


class LoadedViews:
    """The views of a session's format files by folded type name: `before` the built-in ones and `after` them."""

    def __init__(self) -> None:
        self.before: dict[str, list[View]] = {}
        self.after: dict[str, list[View]] = {}

    def add(self, views: list[tuple[str, View]], *, prepend: bool) -> None:
        """Take views in; those of a prepended file come first."""
        target = self.before if prepend else self.after
        for type_name, view in reversed(views) if prepend else views:
            found = target.setdefault(type_name.lower(), [])
            if prepend:
                found.insert(0, view)
            else:
                found.append(view)


def loaded_views() -> LoadedViews | None:
    """The running session's views; None when no format file was loaded."""
    session = RUNNING.get(None)
    return None if session is None else session.services.get(LoadedViews)


def load_file(session: Session, path: str, *, prepend: bool) -> None:
    """Read a format file. Raises OSError, ValueError and xml.etree's ParseError."""
    from xml.etree.ElementTree import parse

    root = parse(path).getroot()  # noqa: S314 - the user names the file, as with a script
    if root.tag != "Configuration":
        raise ValueError(f"{path}: the root element is {root.tag}, not Configuration")
    sets = {
        _text(item, "Name"): [_written(name) for name in item.iterfind("Types/TypeName")]
        for item in root.iterfind("SelectionSets/SelectionSet")
    }
    views = [
        pair for element in root.iterfind("ViewDefinitions/View") for pair in _view(session, element, sets)
    ]
    table = session.services.get(LoadedViews)
    if table is None:
        table = session.services[LoadedViews] = LoadedViews()
    table.add(views, prepend=prepend)


def _written(element: Element) -> str:
    return (element.text or "").strip()


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else _written(found)


def _view(session: Session, element: Element, sets: dict[str, list[str]]) -> list[tuple[str, View]]:
    name = _text(element, "Name")
    makers: dict[str, Callable[[Session, Element], View]] = {
        "TableControl": _table,
        "ListControl": _list,
        "WideControl": _wide,
        "CustomControl": _custom,
    }
    for tag, make in makers.items():
        control = element.find(tag)
        if control is None:
            continue
        view = make(session, control)
        view.name = name
        view.key = f"{name}/{tag}"
        view.group = _group(session, element)
        types = [_written(item) for item in element.iterfind("ViewSelectedBy/TypeName")]
        for selection in element.iterfind("ViewSelectedBy/SelectionSetName"):
            types += sets.get(_written(selection), [])
        return [(type_name, view) for type_name in types]
    raise ValueError(f"the view {name} has no control")


def _group(session: Session, element: Element) -> Group | None:
    found = element.find("GroupBy")
    if found is None:
        return None
    label = _text(found, "Label") or _text(found, "PropertyName")
    return Group(_source(session, found), f"   {label}: ")


def _source(session: Session, element: Element) -> Source:
    """What an item shows: a property or the value of a script block, in its format."""
    name = _text(element, "PropertyName")
    script = _text(element, "ScriptBlock")
    template = _text(element, "FormatString")
    block = session.make_block(script) if script else None
    if template and "{0" not in template and "}" not in template:
        template = "{0:" + template + "}"

    def read(value: Any) -> Any:
        from spshell.dotnet.reflection.members import get_property

        try:
            found = get_property(value, name) if block is None else block.invoke_value((), dollar=value)
        except NetException:
            return None
        if template and found is not None:
            from spshell.values.composite import format_operator

            return format_operator(template, found)
        return found

    return read


def _table(session: Session, control: Element) -> View:
    headers = list(control.iterfind("TableHeaders/TableColumnHeader"))
    row = control.find("TableRowEntries/TableRowEntry")
    items = [] if row is None else list(row.iterfind("TableColumnItems/TableColumnItem"))
    columns: list[Any] = []
    for index, item in enumerate(items):
        header = headers[index] if index < len(headers) else None
        label = "" if header is None else _text(header, "Label")
        width = "" if header is None else _text(header, "Width")
        alignment = _text(item, "Alignment") or ("" if header is None else _text(header, "Alignment"))
        shown = label or _text(item, "PropertyName") or _text(item, "ScriptBlock")
        columns.append((shown, int(width or 0), alignment.lower(), _source(session, item)))
    view = View("table", "", columns=tuple(columns))
    view.auto_size = control.find("AutoSize") is not None
    view.hide_headers = control.find("HideTableHeaders") is not None
    view.wrap = row is not None and row.find("Wrap") is not None
    return view


def _list(session: Session, control: Element) -> View:
    items: list[Any] = []
    for item in control.iterfind("ListEntries/ListEntry[1]/ListItems/ListItem"):
        label = _text(item, "Label") or _text(item, "PropertyName") or _text(item, "ScriptBlock")
        condition = item.find("ItemSelectionCondition")
        test = None if condition is None else _source(session, condition)
        items.append((label, _source(session, item), test))
    return View("list", "", names=tuple(items))


def _wide(session: Session, control: Element) -> View:
    item = control.find("WideEntries/WideEntry/WideItem")
    if item is None:
        raise ValueError("a wide view has no item")
    view = View("wide", "", names=(_source(session, item),))
    view.auto_size = control.find("AutoSize") is not None
    view.count = int(_text(control, "ColumnNumber") or 0)
    return view


def _custom(session: Session, control: Element) -> View:
    entry = control.find("CustomEntries/CustomEntry/CustomItem")
    parts = [] if entry is None else _parts(session, entry)

    def show(value: Any, running: Any) -> str:
        del running
        from spshell.values.text import to_text

        return "".join(part if isinstance(part, str) else to_text(part(value)) for part in parts)

    return View("text", "", columns=(show,))  # type: ignore[arg-type]  # a text view has a function for its column


def _parts(session: Session, item: Element) -> list[Any]:
    """Text and sources in the order they are written; frames only hold parts together."""
    found: list[Any] = []
    for child in item:
        if child.tag == "Text":
            found.append(child.text or "")
        elif child.tag == "NewLine":
            found.append("\n" * int(_text(child, "Count") or 1))
        elif child.tag == "ExpressionBinding":
            found.append(_source(session, child))
        elif child.tag == "Frame":
            for inner in child.iterfind("CustomItem"):
                found.extend(_parts(session, inner))
    return found

"""The sequences of Format-Table, Format-List, Format-Wide and Format-Custom."""

from __future__ import annotations

from spshell.formatting.cells import alignment_of, cell_text, enumeration_limit, is_scalar
from spshell.formatting.elements import shown_elements
from spshell.formatting.listing import list_lines
from spshell.formatting.properties import Failure, PropertyExpression, expand
from spshell.formatting.scalars import accent, scalar_text
from spshell.formatting.table import TableColumn, TableLayout, shares, wrap
from spshell.formatting.text_width import ELLIPSIS
from spshell.formatting.views import all_names, display_names, display_property, find_view, is_bare, read
from spshell.values.exceptions import NetException
from spshell.values.text import to_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session
    from spshell.formatting.views import Group

_MANY = 10
"""Format-Table without -Property shows at most this many properties."""


class Options:
    """What a Format-* cmdlet was asked for."""

    def __init__(self) -> None:
        self.expressions: list[PropertyExpression] = []
        self.auto_size = False
        self.wrap = False
        self.hide_headers = False
        self.repeat_header = False
        self.group_by: PropertyExpression | None = None
        self.view_group: Group | None = None
        self.columns = 0
        self.depth = 5
        self.display_error = False
        self.view = ""

    @property
    def grouped(self) -> bool:
        """Whether changes of a value begin new groups."""
        return self.group_by is not None or self.view_group is not None

    def group_of(self, value: Any) -> tuple[str, str] | None:
        """(heading, value) of the group that an object belongs to; None when it has no such property."""
        if self.group_by is None:
            return None if self.view_group is None else self.view_group.heading(value)
        group = self.group_by
        if group.script is None and not group.exists(value):
            return None
        found = group.value(value)
        if found is None:
            return "   : ", ""
        return f"   {group.title}: ", to_text(found)


class Sequence:
    """Base: groups, text between objects, the end."""

    def __init__(self, options: Options, write: Callable[[str], None], width: int, session: Session) -> None:
        self.options = options
        self.write = write
        self.width = width
        self.list_width = width
        self.session = session
        self.headed = False
        self.shown = False

    def start_group(self, record: Any) -> None:
        """A group begins: its heading stands above it."""
        self.headed = record.label is not None
        if self.headed:
            self.write(f"\n{record.label}{record.key}\n")

    def add(self, entry: Any) -> None:
        """One entry: its object is shown."""
        value = entry.value
        if is_scalar(value) or is_bare(value):
            self.text(value)
        else:
            self.shown = True
            self.show(value)

    def text(self, value: Any) -> None:
        """Text stands where it comes."""
        self.write(scalar_text(value, self.session))

    def show(self, value: Any) -> None:
        """Show one object."""

    def close_group(self) -> None:
        """End the group that is being shown."""

    def finish(self) -> None:
        """End the sequence."""
        if self.shown:
            self.write("\n")

    def lines(self, lines: list[str]) -> None:
        if lines:
            self.write("\n".join(lines) + "\n")

    def formatted(self, expression: PropertyExpression, value: Any, *, rounded: bool = False) -> str:
        """A value in the format that its calculated property asks for; one that does not suit it is shown plain."""
        if isinstance(value, Failure):
            return "#ERR" if self.options.display_error else ""
        if expression.format and value is not None:
            from spshell.values.composite import format_operator

            template = expression.format
            if "{0" not in template and "}" not in template:
                template = "{0:" + template + "}"
            try:
                return str(format_operator(template, value))
            except NetException:
                if self.options.display_error:
                    return "#FMTERR"
        return cell_text(value, self.session, rounded=rounded)


class TableSequence(Sequence):
    """Format-Table."""

    def __init__(self, options: Options, write: Callable[[str], None], width: int, session: Session) -> None:
        super().__init__(options, write, width, session)
        self.columns: list[PropertyExpression] = []
        self.rows: list[Any] = []
        self.viewed = ""  # the key of the view
        self.fixed = False

    def _choose(self, value: Any) -> None:
        options = self.options
        if options.expressions:
            self.columns = expand(options.expressions, value)
            if not self.columns:
                self.columns = list(options.expressions)
            return
        view = find_view(value, "table", options.view)
        if view is not None:
            self.viewed = view.key
            self.fixed = view.fixed and not options.auto_size
            options.wrap = options.wrap or view.wrap
            options.hide_headers = options.hide_headers or view.hide_headers
            self.columns = [_view_column(column) for column in view.columns]
            if not self.fixed:
                for column in self.columns:
                    column.width = 0
            return
        names = display_names(value) or all_names(value)
        self.columns = [PropertyExpression(name) for name in names[:_MANY]]

    def show(self, value: Any) -> None:
        if not self.columns:
            self._choose(value)
        elif self.viewed and not self._fits(value):
            self.rows.append(self._as_list(value))
            return
        self.rows.append([_column_value(column, value) for column in self.columns])

    def _fits(self, value: Any) -> bool:
        """Whether an object has the view that the first one had."""
        view = find_view(value, "table", self.options.view)
        return view is not None and view.key == self.viewed

    def _as_list(self, value: Any) -> str:
        """An object of another kind among those of a view: all its properties."""
        names = display_names(value) or all_names(value)
        entries = [(name, cell_text(read(value, name), self.session)) for name in names]
        lines = list_lines(entries, self.list_width, accent(self.session, "FormatAccent"))
        return "\n" + "\n".join(lines) + "\n\n"

    def text(self, value: Any) -> None:
        if self.rows:
            self.rows.append(scalar_text(value, self.session))
        else:
            super().text(value)

    def close_group(self) -> None:
        held, self.rows = self.rows, []
        rows = [row for row in held if type(row) is list]
        if not rows:
            return
        columns: list[TableColumn] = []
        for index, column in enumerate(self.columns):
            alignment = column.alignment or ("left" if self.viewed else alignment_of(rows[0][index]))
            columns.append(TableColumn(column.title, alignment, column.width))
        layout = TableLayout(columns, self.width, accent(self.session, "TableHeader"))
        texts = [
            [
                self.formatted(column, value, rounded=True)
                for column, value in zip(self.columns, row, strict=True)
            ]
            for row in rows
        ]
        if columns and columns[0].fixed and not self.options.auto_size:
            layout.share()
        else:
            layout.measure(texts)
        self.write("\n")
        self.lines(layout.header(hide=self.options.hide_headers))
        remaining = iter(texts)
        for row in held:
            if type(row) is list:
                cells = next(remaining)
                self.lines(layout.row(cells, wrapped=self.options.wrap))
            else:
                self.write(row)


def _view_column(column: Any) -> PropertyExpression:
    label, width, alignment, source = column
    made = PropertyExpression(source if isinstance(source, str) else label)
    made.label = label
    made.width = width
    made.alignment = alignment or "left"
    if callable(source):
        made.script = _Reader(source)
    return made


class _Reader:
    """A Python function in the place of a script block."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function
        self.text = ""


def _column_value(column: PropertyExpression, value: Any) -> Any:
    if isinstance(column.script, _Reader):
        return column.script.function(value)
    return column.value(value)


class ListSequence(Sequence):
    """Format-List."""

    after_text = False

    def text(self, value: Any) -> None:
        """Text behind an object follows a blank line; the next object does not."""
        if self.shown and not self.after_text:
            self.write("\n")
        self.after_text = self.shown
        super().text(value)

    def finish(self) -> None:
        if not self.after_text:
            super().finish()

    def show(self, value: Any) -> None:
        options = self.options
        if options.expressions:
            columns = [
                column
                for column in expand(options.expressions, value)
                if column.script is not None or column.label or column.exists(value)
            ]
        else:
            view = find_view(value, "list", options.view)
            if view is not None:
                columns = [_view_column((label, 0, "", source)) for label, source in view.entries(value)]
            else:
                columns = [PropertyExpression(name) for name in (display_names(value) or all_names(value))]
        entries = [(column.title, self.formatted(column, _column_value(column, value))) for column in columns]
        if not self.after_text:
            self.write("\n")
        self.after_text = False
        self.lines(list_lines(entries, self.list_width, accent(self.session, "FormatAccent")))


class WideSequence(Sequence):
    """Format-Wide: one property in columns of equal width."""

    def __init__(self, options: Options, write: Callable[[str], None], width: int, session: Session) -> None:
        super().__init__(options, write, width, session)
        self.cells: list[str] = []

    def show(self, value: Any) -> None:
        options = self.options
        if options.expressions:
            columns = expand(options.expressions, value)
            column = columns[0] if columns else options.expressions[0]
        else:
            view = find_view(value, "wide", options.view)
            if view is not None and callable(view.names[0]):
                self.options.columns = self.options.columns or view.count
                self.options.auto_size = self.options.auto_size or view.auto_size
                self.cells.append(cell_text(view.names[0](value), self.session))
                return
            if view is None and not options.columns:
                table = find_view(value, "table", options.view)
                options.auto_size = options.auto_size or (table is not None and not table.fixed)
            column = PropertyExpression(_naming_property(value, options.view))
        self.cells.append(self.formatted(column, column.value(value)))

    def close_group(self) -> None:
        from spshell.formatting.text_width import cut, pad, text_width

        cells, self.cells = self.cells, []
        if not cells:
            return
        count = self.options.columns or 2
        if self.options.auto_size:
            count = max(self.width // (max(text_width(cell) for cell in cells) + 1), 1)
        widths = shares(self.width - (count - 1), count)
        self.write("\n")
        for start in range(0, len(cells), count):
            row = cells[start : start + count]
            row += [""] * (count - len(row))
            shown = [cut(cell, width, "left") for cell, width in zip(row, widths, strict=True)]
            padded = [pad(cell, width, "left") for cell, width in zip(shown[:-1], widths, strict=False)]
            self.lines([" ".join([*padded, shown[-1]])])


def _naming_property(value: Any, view_name: str) -> str:
    """What Format-Wide shows: the view's property, else Name, else one with a name in its name, else the first."""
    view = find_view(value, "wide", view_name)
    if view is not None and isinstance(view.names[0], str):
        return view.names[0]
    chosen = display_property(value)
    if chosen is not None:
        return chosen
    names = all_names(value)
    plain = next((name for name in names if name.lower() == "name"), None)
    return plain or next((name for name in names if "name" in name.lower()), names[0] if names else "")


class CustomSequence(Sequence):
    """Format-Custom: the view of the type, else the structure of objects in braces."""

    headed_text = False

    def show(self, value: Any) -> None:
        view = None if self.options.expressions else find_view(value, "custom", self.options.view)
        if view is not None:
            if not self.headed_text:
                self.write("\n")
            self.headed_text = True
            self.lines([view.columns[0](value, self.session)])  # type: ignore[operator]  # a function of the view
            return
        self.write("\n")
        self.structure(self._object(value, "", 0))

    def structure(self, lines: list[str]) -> None:
        """Write lines, each broken at blanks and its pieces indented as it is."""
        for line in lines:
            bare = line.lstrip(" ")
            indent = line[: len(line) - len(bare)]
            self.lines([indent + piece for piece in wrap(bare, max(self.list_width - len(indent), 1))])

    def _object(self, value: Any, indent: str, level: int, deepest: int = 0) -> list[str]:
        """``class T { ... }``; `level` counts the objects around it, `deepest` is a depth of the property around it."""
        from spshell.values.nettype import type_of

        options = self.options.expressions
        columns = (
            expand(options, value)
            if options and level == 0
            else [PropertyExpression(name) for name in all_names(value)]
        )
        lines = [f"{indent}class {type_of(value).name}", f"{indent}{{"]
        for column in columns:
            depth = column.depth or deepest or self.options.depth
            lines.extend(self._member(column, _column_value(column, value), indent + "  ", level, depth))
        return [*lines, f"{indent}}}"]

    def _member(
        self, column: PropertyExpression, item: Any, indent: str, level: int, depth: int
    ) -> list[str]:
        if self._is_leaf(item, level, depth):
            return [f"{indent}{column.title} = {cell_text(item, self.session)}"]
        elements = shown_elements(item)
        if elements is None:
            return [f"{indent}{column.title} = ", *self._object(item, indent + "  ", level + 1, depth)]
        return [f"{indent}{column.title} = ", *self._elements(elements, indent + "  ", level + 1, depth)]

    def _elements(self, elements: list[Any], indent: str, level: int, depth: int) -> list[str]:
        """A collection in brackets, as far as $FormatEnumerationLimit lets it be shown."""
        limit = enumeration_limit(self.session)
        lines = [f"{indent}["]
        for index, element in enumerate(elements):
            if limit >= 0 and index == limit:
                lines.append(f"{indent}  {ELLIPSIS}")
                break
            inner = None if self._is_leaf(element, level, depth) else shown_elements(element)
            if inner is not None:
                lines.extend(self._elements(inner, indent + "  ", level + 1, depth))
            elif self._is_leaf(element, level, depth):
                lines.append(f"{indent}  {cell_text(element, self.session)}")
            else:
                lines.extend(self._object(element, indent + "  ", level + 1, depth))
        return [*lines, f"{indent}]", indent]

    @staticmethod
    def _is_leaf(item: Any, level: int, depth: int) -> bool:
        return level >= depth or item is None or is_scalar(item)

    def close_group(self) -> None:
        self.write("\n")


__all__ = ["CustomSequence", "ListSequence", "Options", "TableSequence", "WideSequence", "read"]

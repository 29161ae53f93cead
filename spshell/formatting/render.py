"""The default output: a stream of objects becomes tables, lists and text, as the first object decides.

A table whose widths are computed is held back until its sequence ends; strings and other scalars keep their place.
"""

from __future__ import annotations

from spshell.formatting.cells import cell_text, is_scalar
from spshell.formatting.elements import shown_elements
from spshell.formatting.listing import UNLIMITED, list_lines
from spshell.formatting.records import FormatEnd, FormatEntry, FormatStart, GroupEnd, GroupStart
from spshell.formatting.scalars import accent, scalar_text
from spshell.formatting.table import TableColumn, TableLayout, cells_aligned, wrap
from spshell.formatting.views import View, all_names, display_names, find_view, is_bare, read
from spshell.values.nothing import NOTHING
from spshell.values.objects import PSCustomObject, unwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from spshell.engine.session import Session

TABLE_LIMIT = 4
"""How many properties an object without a view may have to be shown as a table."""

_HOLD_SECONDS = 0.3


class Renderer:
    """Turns objects into text.

    `write` takes text; `width` is the console's width. A table may use one column less on the console, all of them
    in files and strings (`for_file`). There a list breaks no line, unless a width was asked for (`breaks_lists`).
    """

    def __init__(
        self,
        write: Callable[[str], None],
        width: int,
        session: Session,
        *,
        for_file: bool = False,
        breaks_lists: bool = True,
    ) -> None:
        self.write = write
        self.session = session
        self.for_file = for_file
        self.total = width
        self.usable = width if for_file else width - 1
        self.list_width = self.usable if breaks_lists else UNLIMITED
        self.shape = ""  # "", table, list, date
        self.view: View | None = None
        self.names: list[str] = []
        self.sources: list[Any] = []
        self.layout: TableLayout | None = None
        self.held: list[tuple[str, Any]] | None = None
        self.began = 0.0
        self.text_in_list = False
        self.explicit: Any = None
        self.wide: Any = None
        self.group: Any = None
        self.rounded = True

    # -- objects -----------------------------------------------------------------------------------------------------

    def add(self, value: Any) -> None:
        """Show one object."""
        if value is None or value is NOTHING:
            return
        kind = type(value)
        if kind in _RECORDS:
            self._format_record(value)
        elif kind is PSCustomObject and "<text>" in value.members:  # help says itself how it is shown
            self.finish()
            self.write(value.members["<text>"].text)
        elif is_scalar(value):
            self._text(value)
        else:
            elements = shown_elements(value)
            if elements is None:
                self._object(value)
            for element in elements or ():
                self.add(element)

    def _text(self, value: Any) -> None:
        from spshell.engine.errors.records import ErrorRecord

        plain = unwrap(value)
        if (
            not self.for_file
            and isinstance(plain, ErrorRecord)
            and plain.merged
            and not plain.is_program_text
        ):
            self.session.show_error(plain)
            return
        text = scalar_text(value, self.session, for_file=self.for_file)
        if self.held is not None:
            self.held.append(("text", text))
            return
        if self.shape == "list" and not self.text_in_list:
            self.write("\n")
            self.text_in_list = True
        self.write(text)

    def _object(self, value: Any) -> None:
        if self.shape == "":
            self._begin(value)
            if self.shape == "":
                return
        if self.shape == "table":
            self._row(value)
        elif self.shape == "date":
            self._date(value)
        elif self.shape == "wide" and self._has_same_view(value):
            self.wide.show(value)
        elif self.shape == "text" and self._has_same_view(value):
            self._paragraph(value)
        else:
            self._list(value)

    def _accent(self, name: str) -> str | None:
        """The sequence of a decoration, None when output has no colours."""
        return accent(self.session, name)

    def _begin(self, value: Any) -> None:
        """The first object decides the shape of the sequence."""
        view = find_view(value)
        if view is None and is_bare(value):
            self._text(value)
            return
        self.view = view
        if view is not None:
            self.shape = view.kind
            if view.kind == "table":
                self._head_group(value, view)
                self._begin_view_table(view)
            elif view.kind == "text":
                self._head_group(value, view)
                self.write("\n")
            elif view.kind == "wide":
                self._begin_wide(view)
            return
        names = display_names(value) or all_names(value)
        if len(names) <= TABLE_LIMIT:
            self.shape = "table"
            self.names = list(names)
            self.sources = list(names)
            self._hold()
            return
        self.shape = "list"

    def _paragraph(self, value: Any) -> None:
        """An object of a text view, its lines broken at blanks."""
        view = self.view
        assert view is not None
        if view.group is not None and view.group.heading(value) != self.group:
            self._head_group(value, view)
            self.write("\n")
        text = view.columns[0](value, self.session)  # type: ignore[operator]  # a function of the class
        self._lines([part for line in text.split("\n") for part in wrap(line, self.total)])

    def _begin_wide(self, view: View) -> None:
        from spshell.formatting.explicit import Options, WideSequence

        options = Options()
        options.auto_size, options.columns = view.auto_size, view.count
        self.wide = WideSequence(options, self.write, self.usable, self.session)

    def _hold(self) -> None:
        """Start holding back a table; its leading blank line is out at once."""
        import time

        self.held = []
        self.began = time.monotonic()
        self.write("\n")

    def _head_group(self, value: Any, view: View) -> None:
        """The heading of the group that an object begins."""
        self.group = None if view.group is None else view.group.heading(value)
        if self.group is not None:
            self.write(f"\n{self.group[0]}{self.group[1]}\n")

    def _begin_view_table(self, view: View) -> None:
        self.names = [column[0] for column in view.columns]
        self.sources = [column[3] for column in view.columns]
        self.rounded = False
        if not view.fixed:
            self._hold()
            return
        columns = [
            TableColumn(label, align or "left", width) for label, width, align, _source in view.columns
        ]
        self.layout = TableLayout(columns, self.usable, self._accent("TableHeader"))
        self.layout.share()
        self.write("\n")
        self._lines(self.layout.header(hide=view.hide_headers))

    def _row(self, value: Any) -> None:
        view = self.view
        if view is not None and not self._has_same_view(value):
            self._fallback(value)
            return
        if view is not None and view.group is not None and view.group.heading(value) != self.group:
            if self.held is not None:
                self._release()
            self._head_group(value, view)
            self._begin_view_table(view)
        values = [read(value, source) for source in self.sources]
        if not any(item is not None for item in values) and is_bare(value):
            self._text(value)
            return
        if self.held is not None:
            self._held_row(values)
            return
        assert self.layout is not None
        cells = [cell_text(item, self.session, rounded=self.rounded) for item in values]
        self._lines(self._cells(self.layout, cells))

    def _cells(self, layout: TableLayout, cells: list[str]) -> list[str]:
        """The lines of a row; a view may want long cells broken into lines."""
        return layout.row(cells, wrapped=self.view is not None and self.view.wrap)

    def _held_row(self, values: list[Any]) -> None:
        import time

        assert self.held is not None
        self.held.append(("row", values))
        if time.monotonic() - self.began > _HOLD_SECONDS and len(self.held) > 1:
            self._release()

    def _has_same_view(self, value: Any) -> bool:
        other = find_view(value)
        return other is not None and self.view is not None and other.key == self.view.key

    def _fallback(self, value: Any) -> None:
        """An object of another type in a viewed table: a list of its properties."""
        if self.held is not None:
            self._release()
        self.write("\n")
        names = display_names(value) or all_names(value)
        self._lines(self._list_of(value, names))
        self.write("\n")

    def _list_of(self, value: Any, names: list[str]) -> list[str]:
        return list_lines(
            [(name, cell_text(read(value, name), self.session)) for name in names],
            self.list_width,
            self._accent("FormatAccent"),
        )

    def _list(self, value: Any) -> None:
        view = find_view(value) if self.view is not None else None
        if view is not None and self.view is not None and view.key == self.view.key:
            self._list_entries([(label, read(value, source)) for label, source in view.entries(value)])
            return
        names = display_names(value) or all_names(value)
        if names:
            self._list_entries([(name, read(value, name)) for name in names])
        else:
            self._text(value)

    def _list_entries(self, entries: list[tuple[str, Any]]) -> None:
        if not self.text_in_list:
            self.write("\n")
        self.text_in_list = False
        shown = [(label, cell_text(value, self.session)) for label, value in entries]
        self._lines(list_lines(shown, self.list_width, self._accent("FormatAccent")))

    def _date(self, value: Any) -> None:
        if self._has_same_view(value):
            if self.names == []:
                self.write("\n")
                self.names = ["DateTime"]
            from spshell.dotnet.reflection.members import get_property

            self._lines([cell_text(get_property(value, "DateTime"), self.session)])
            return
        self._fallback(value)

    # -- letting out -------------------------------------------------------------------------------------------------

    def _release(self) -> None:
        """Work out the widths of a held table and write it."""
        held = self.held
        assert held is not None
        self.held = None
        rows = [values for kind, values in held if kind == "row"]
        if not rows:
            for _kind, text in held:
                self.write(text)
            return
        given = ["" for _ in self.names] if self.view is None else [c[2] or "left" for c in self.view.columns]
        alignments = cells_aligned(rows[0], given)
        layout = TableLayout(
            [TableColumn(n, a) for n, a in zip(self.names, alignments, strict=True)],
            self.usable,
            self._accent("TableHeader"),
        )
        texts = [[cell_text(item, self.session, rounded=self.rounded) for item in values] for values in rows]
        layout.measure(texts)
        self.layout = layout
        self._lines(layout.header(hide=self.view is not None and self.view.hide_headers))
        remaining = iter(texts)
        for kind, content in held:
            if kind == "row":
                self._lines(self._cells(layout, next(remaining)))
            else:
                self.write(content)

    def _lines(self, lines: list[str]) -> None:
        if lines:
            self.write("\n".join(lines) + "\n")

    def finish(self) -> None:
        """End the sequence: let out what is held, write the closing blank line."""
        if self.explicit is not None:
            self.explicit.close_group()
            self.explicit.finish()
            self.explicit = None
        if self.held is not None:
            self._release()
        if self.wide is not None:
            self.wide.close_group()
            self.wide = None
            self.write("\n")
        if self.shape in ("table", "date", "text") or (self.shape == "list" and not self.text_in_list):
            self.write("\n")
        self._reset()

    def abandon(self) -> None:
        """The script was torn down: what is held is lost, and a table has no end."""
        if self.held is not None or self.shape == "table":
            self.held = None
            self._reset()
            return
        self.finish()

    def _reset(self) -> None:
        self.shape = ""
        self.view = None
        self.names = []
        self.layout = None
        self.text_in_list = False
        self.rounded = True

    # -- explicit Format-* -------------------------------------------------------------------------------------------

    def _format_record(self, record: Any) -> None:
        if isinstance(record, FormatStart):
            self.finish()
            self.explicit = record.open(self.write, self.usable, self.session)
            self.explicit.list_width = self.list_width
        elif self.explicit is None:
            from spshell.formatting.records import torn_sequence

            raise torn_sequence()
        elif isinstance(record, FormatEntry):
            self.explicit.add(record)
        elif isinstance(record, GroupStart):
            self.explicit.start_group(record)
        elif isinstance(record, GroupEnd):
            self.explicit.close_group()
        else:
            self.explicit.finish()
            self.explicit = None


_RECORDS = frozenset({FormatStart, GroupStart, FormatEntry, GroupEnd, FormatEnd})

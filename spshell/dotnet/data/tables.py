"""DataTable and DataView (System.Data)."""

from __future__ import annotations

from spshell.dotnet.data.columns import DataColumn, DataColumns
from spshell.dotnet.data.rows import DataRow, DataRows
from spshell.values.declare import constructor, method, net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


@net_class("System.Data.DataTable")
class DataTable:
    """Rows of values under typed columns. The pipeline takes it apart into its rows."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self.columns = DataColumns(self)
        self.rows = DataRows(self)
        self.key: list[DataColumn] = []

    @constructor("()", "(string tableName)")
    @staticmethod
    def create(name: str = "") -> DataTable:
        return DataTable(name or "")

    @prop("string TableName {get;set}")
    def table_name(self) -> str:
        return self.name

    @table_name.setter
    def set_table_name(self, value: str) -> None:
        self.name = value

    @prop("System.Data.DataColumnCollection Columns {get}")
    def column_list(self) -> DataColumns:
        return self.columns

    @prop("System.Data.DataRowCollection Rows {get}")
    def row_list(self) -> DataRows:
        return self.rows

    @prop("System.Data.DataColumn[] PrimaryKey {get;set}")
    def primary_key(self) -> list[DataColumn]:
        return self.key

    @primary_key.setter
    def set_primary_key(self, value: list[DataColumn]) -> None:
        self.key = list(value)

    @prop("System.Data.DataView DefaultView {get}")
    def default_view(self) -> DataView:
        return DataView(self)

    @method("System.Data.DataRow NewRow()")
    def new_row(self) -> DataRow:
        return DataRow(self)

    @method("void Clear()")
    def clear(self) -> None:
        self.rows.clear()

    @method("void AcceptChanges()")
    def accept(self) -> None:
        for row in self.rows.items:
            row.state = "Unchanged"

    @method("void ImportRow(System.Data.DataRow row)")
    def import_row(self, row: DataRow) -> None:
        made = DataRow(self)
        for column in self.columns.items:
            found = row.table.columns.find(column.name)
            if found is not None:
                made.values[column.ordinal] = column.stored(row.values[found.ordinal])
        made.state = "Added"
        self.rows.items.append(made)

    @method("System.Data.DataTable Clone()")
    def clone(self) -> DataTable:
        made = DataTable(self.name)
        for column in self.columns.items:
            copy = DataColumn(column.name, column.type)
            copy.allows_null, copy.default, copy.caption = column.allows_null, column.default, column.caption
            made.columns.take(copy)
        return made

    @method("System.Data.DataTable Copy()")
    def copy(self) -> DataTable:
        made: DataTable = self.clone()
        for row in self.rows.items:
            made.import_row(row)
        return made

    @method(
        "System.Data.DataRow[] Select()",
        "System.Data.DataRow[] Select(string filterExpression)",
        "System.Data.DataRow[] Select(string filterExpression, string sort)",
    )
    def select(self, condition: str = "", order: str = "") -> list[DataRow]:
        from spshell.dotnet.data.filters import chosen

        return chosen(self, condition or "", order or "")

    def net_enumerate(self) -> Iterator[DataRow]:
        return iter(self.rows.items)

    def ps_text(self) -> str:
        return self.name

    to_string = ps_text


@net_class("System.Data.DataView", interfaces=("System.Collections.ICollection",))
class DataView:
    """Rows of a table that fit a filter, in an order."""

    def __init__(self, table: DataTable) -> None:
        self.source = table
        self.condition = ""
        self.order = ""

    @constructor("(System.Data.DataTable table)")
    @staticmethod
    def create(table: DataTable) -> DataView:
        return DataView(table)

    @prop("string RowFilter {get;set}")
    def row_filter(self) -> str:
        return self.condition

    @row_filter.setter
    def set_row_filter(self, value: str) -> None:
        self.condition = value or ""

    @prop("string Sort {get;set}")
    def sort(self) -> str:
        return self.order

    @sort.setter
    def set_sort(self, value: str) -> None:
        self.order = value or ""

    @prop("System.Data.DataTable Table {get}")
    def table(self) -> DataTable:
        return self.source

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self._rows())

    @method("System.Data.DataTable ToTable()")
    def to_table(self) -> DataTable:
        made: DataTable = self.source.clone()
        for row in self._rows():
            made.import_row(row)
        return made

    def ps_get_index(self, index: Any) -> Any:
        return self._rows()[index]

    def net_enumerate(self) -> Iterator[DataRow]:
        return iter(self._rows())

    def _rows(self) -> list[DataRow]:
        from spshell.dotnet.data.filters import chosen

        return chosen(self.source, self.condition, self.order)

"""DataRow and the rows of a table. A script reads and writes a row's columns as its properties."""

from __future__ import annotations

from spshell.dotnet.data.columns import null
from spshell.dotnet.data.messages import data_fault
from spshell.dotnet.system.errors import setter_failed
from spshell.values.declare import method, net_class, prop
from spshell.values.exceptions import NetException

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.dotnet.data.tables import DataTable

_OWN = ("RowError", "RowState", "Table", "ItemArray", "HasErrors")


@net_class("System.Data.DataRow")
class DataRow:
    """The values of one row, by the ordinals of its table's columns."""

    def __init__(self, table: DataTable) -> None:
        self.table = table
        self.values: list[Any] = [column.default_value for column in table.columns.items]
        self.state = "Detached"

    @prop("string RowError {get}")
    def row_error(self) -> str:
        return ""

    @prop("System.Data.DataRowState RowState {get}")
    def row_state(self) -> Any:
        from spshell.dotnet.system.enumerations import enum_value

        return enum_value("System.Data.DataRowState", self.state)

    @prop("System.Data.DataTable Table {get}")
    def owner(self) -> Any:
        return self.table

    @prop("System.Object[] ItemArray {get;set}")
    def item_array(self) -> list[Any]:
        return list(self.values)

    @item_array.setter
    def set_item_array(self, values: list[Any]) -> None:
        self.fill(values)

    @prop("bool HasErrors {get}")
    def has_errors(self) -> bool:
        return False

    @method("bool IsNull(string columnName)", "bool IsNull(int columnIndex)")
    def is_null(self, key: Any) -> bool:
        return self.values[self.table.columns.index_of(key)] is null()

    @method("void Delete()")
    def delete(self) -> None:
        self.table.rows.drop(self)

    @method("System.Object get_Item(int columnIndex)", "System.Object get_Item(string columnName)")
    def item(self, key: Any) -> Any:
        return self.ps_get_index(key)

    @method(
        "void set_Item(int columnIndex, System.Object value)",
        "void set_Item(string columnName, System.Object value)",
    )
    def set_item(self, key: Any, value: Any) -> None:
        self.ps_set_index(key, value)

    def fill(self, values: list[Any]) -> None:
        """Set the values from the left. Raises ArgumentException when there are more than columns."""
        columns = self.table.columns.items
        if len(values) > len(columns):
            raise data_fault("Argument", "TooManyValues", len(values), len(columns))
        for index, value in enumerate(values):
            self._write(index, value)

    def _write(self, index: int, value: Any) -> None:
        self.values[index] = self.table.columns.items[index].stored(value)
        if self.state == "Unchanged":
            self.state = "Modified"

    def ps_get_index(self, key: Any) -> Any:
        return self.values[self.table.columns.index_of(key)]

    def ps_set_index(self, key: Any, value: Any) -> None:
        self._write(self.table.columns.index_of(key), value)

    def ps_get_member(self, name: str) -> tuple[bool, Any]:
        column = self.table.columns.find(name)
        return (False, None) if column is None else (True, self.values[column.ordinal])

    def ps_set_member(self, name: str, value: Any) -> bool:
        column = self.table.columns.find(name)
        if column is None:
            return False
        try:
            self._write(column.ordinal, value)
        except NetException as error:
            raise setter_failed(column.name, error) from error
        return True

    def adapted_names(self) -> list[str]:
        """What a row shows of itself: its columns."""
        return [column.name for column in self.table.columns.items]

    def ps_properties(self) -> list[tuple[str, Any]]:
        """The columns, then what every row has."""
        from spshell.dotnet.reflection.lookup import find_member
        from spshell.values.nettype import type_of

        own: list[tuple[str, Any]] = [
            (column.name, column.as_property()) for column in self.table.columns.items
        ]
        return own + [(name, find_member(type_of(self), name)) for name in _OWN]


@net_class("System.Data.DataRowCollection", interfaces=("System.Collections.ICollection",))
class DataRows:
    """The rows of a table in their order."""

    def __init__(self, table: DataTable) -> None:
        self.table = table
        self.items: list[DataRow] = []

    @method("void Add(System.Data.DataRow row)")
    def add(self, row: DataRow) -> None:
        if row.state != "Detached":
            raise data_fault("Argument", "RowBelongs", self.table.name)
        for column, value in zip(self.table.columns.items, row.values, strict=True):
            if value is null() and not column.allows_null:
                raise data_fault("Data.NoNullAllowed", "NoNull", column.name)
        row.state = "Added"
        self.items.append(row)

    @method("System.Data.DataRow Add(params System.Object[] values)")
    def add_values(self, values: list[Any]) -> DataRow:
        row = DataRow(self.table)
        row.fill(values)
        self.add(row)
        return row

    @method("void Clear()")
    def clear(self) -> None:
        self.items.clear()

    @method("void Remove(System.Data.DataRow row)")
    def drop(self, row: DataRow) -> None:
        if row in self.items:
            self.items.remove(row)
            row.state = "Detached"

    @method("void RemoveAt(int index)")
    def drop_at(self, index: int) -> None:
        self.drop(self.ps_get_index(index))

    @method("int IndexOf(System.Data.DataRow row)")
    def place_of(self, row: DataRow) -> int:
        return self.items.index(row) if row in self.items else -1

    @method("System.Data.DataRow get_Item(int index)")
    def item(self, index: int) -> DataRow:
        return self.ps_get_index(index)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.items)

    def ps_get_index(self, index: Any) -> DataRow:
        if type(index) is not int or not 0 <= index < len(self.items):
            raise data_fault("IndexOutOfRange", "NoRow", index)
        return self.items[index]

    def net_enumerate(self) -> Iterator[DataRow]:
        return iter(self.items)

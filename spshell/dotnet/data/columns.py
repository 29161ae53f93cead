"""DataColumn and the columns of a table: names in any case, each with the type that its values are converted to."""

from __future__ import annotations

from spshell.dotnet.data.messages import data_fault
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.nettype import BY_NAME, NetType, Property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from spshell.dotnet.data.tables import DataTable


@net_class("System.Data.DataColumn")
class DataColumn:
    """A column; `values` of a row stand at its ordinal."""

    def __init__(self, name: str = "", data_type: NetType | None = None) -> None:
        self.name = name
        self.type = data_type or BY_NAME["system.string"]
        self.allows_null = True
        self.default: Any = None
        self.caption = ""
        self.table: DataTable | None = None

    @constructor("()", "(string columnName)", "(string columnName, type dataType)")
    @staticmethod
    def create(name: str = "", data_type: NetType | None = None) -> DataColumn:
        return DataColumn(name or "", data_type)

    @prop("string ColumnName {get;set}")
    def column_name(self) -> str:
        return self.name

    @column_name.setter
    def set_column_name(self, value: str) -> None:
        self.name = value

    @prop("type DataType {get;set}")
    def data_type(self) -> NetType:
        return self.type

    @data_type.setter
    def set_data_type(self, value: NetType) -> None:
        self.type = value

    @prop("bool AllowDBNull {get;set}")
    def allow_null(self) -> bool:
        return self.allows_null

    @allow_null.setter
    def set_allow_null(self, value: bool) -> None:
        self.allows_null = value

    @prop("System.Object DefaultValue {get;set}")
    def default_value(self) -> Any:
        return self.stored(self.default)

    @default_value.setter
    def set_default_value(self, value: Any) -> None:
        self.default = value

    @prop("string Caption {get;set}")
    def shown_caption(self) -> str:
        return self.caption or self.name

    @shown_caption.setter
    def set_caption(self, value: str) -> None:
        self.caption = value

    @prop("int Ordinal {get}")
    def ordinal(self) -> int:
        return -1 if self.table is None else self.table.columns.items.index(self)

    @prop("System.Data.DataTable Table {get}")
    def owner(self) -> Any:
        return self.table

    def stored(self, value: Any) -> Any:
        """A value as the column keeps it: of its type, null as DBNull. Raises ArgumentException."""
        from spshell.dotnet.system.nulls import DBNull
        from spshell.values.conversion import convert
        from spshell.values.exceptions import NetException
        from spshell.values.objects import unwrap

        value = unwrap(value)
        if value is None or isinstance(value, DBNull):
            return null()
        try:
            return convert(value, self.type)
        except NetException as error:
            raise data_fault(
                "Argument", "SetFailed", self.name, self.type.full_name, error.message
            ) from error

    def as_property(self) -> Property:
        """The column as a property of a row."""
        return Property(
            self.name,
            self.type.ps_name,
            lambda row: row.ps_get_index(self),
            lambda row, value: row.ps_set_index(self, value),
        )

    def ps_text(self) -> str:
        return self.name

    to_string = ps_text


def null() -> Any:
    """``[DBNull]::Value``."""
    from spshell.dotnet.system import nulls

    return nulls._DB_NULL


@net_class("System.Data.DataColumnCollection", interfaces=("System.Collections.ICollection",))
class DataColumns:
    """The columns of a table in their order."""

    def __init__(self, table: DataTable) -> None:
        self.table = table
        self.items: list[DataColumn] = []

    def find(self, key: Any) -> DataColumn | None:
        """A column by name (any case), ordinal, or itself; None when there is none."""
        if isinstance(key, DataColumn):
            return key if key in self.items else None
        if type(key) is int:
            return self.items[key] if 0 <= key < len(self.items) else None
        folded = str(key).lower()
        return next((column for column in self.items if column.name.lower() == folded), None)

    def index_of(self, key: Any) -> int:
        """The ordinal of a column. Raises ArgumentException."""
        column = self.find(key)
        if column is None:
            kind = "IndexOutOfRange" if type(key) is int else "Argument"
            raise data_fault(kind, "NoColumn", key, self.table.name)
        return self.items.index(column)

    @method(
        "System.Data.DataColumn Add()",
        "System.Data.DataColumn Add(string columnName)",
        "System.Data.DataColumn Add(string columnName, type type)",
    )
    def add_named(self, name: str = "", data_type: NetType | None = None) -> DataColumn:
        return self.take(DataColumn(name or f"Column{len(self.items) + 1}", data_type))

    @method("void Add(System.Data.DataColumn column)")
    def add_column(self, column: DataColumn) -> None:
        self.take(column)

    def take(self, column: DataColumn) -> DataColumn:
        """Add a column; rows that are there get its default. Raises DuplicateNameException."""
        if self.find(column.name) is not None:
            raise data_fault("Data.DuplicateName", "DuplicateColumn", column.name, self.table.name)
        column.table = self.table
        self.items.append(column)
        for row in self.table.rows.items:
            row.values.append(column.default_value)
        return column

    @method("void Remove(string name)", "void Remove(System.Data.DataColumn column)")
    def remove(self, key: Any) -> None:
        index = self.index_of(key)
        self.items.pop(index).table = None
        for row in self.table.rows.items:
            del row.values[index]

    @method("bool Contains(string name)")
    def contains(self, name: str) -> bool:
        return self.find(name) is not None

    @method("int IndexOf(string columnName)", "int IndexOf(System.Data.DataColumn column)")
    def place_of(self, key: Any) -> int:
        column = self.find(key)
        return -1 if column is None else self.items.index(column)

    @method("System.Data.DataColumn get_Item(int index)", "System.Data.DataColumn get_Item(string name)")
    def item(self, key: Any) -> Any:
        return self.ps_get_index(key)

    @prop("int Count {get}")
    def count(self) -> int:
        return len(self.items)

    def ps_get_index(self, key: Any) -> Any:
        return self.find(key)

    def net_enumerate(self) -> Iterator[DataColumn]:
        return iter(self.items)

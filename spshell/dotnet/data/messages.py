"""What tables refuse, in our words."""

from __future__ import annotations

from spshell.values.exceptions import NetException, fault

MESSAGES = {
    "BadFilter": "'{0}' is no condition that a table can be asked.",
    "DuplicateColumn": "The table '{1}' has a column '{0}' already.",
    "NoColumn": "There is no column '{0}' in the table '{1}'.",
    "NoNull": "The column '{0}' takes no null.",
    "NoRow": "There is no row at position {0}.",
    "RowBelongs": "The row stands in a table already; the table '{0}' takes new rows only.",
    "SetFailed": "The column '{0}' holds values of type {1}: {2}",
    "TooManyValues": "{0} values do not fit into {1} columns.",
}


def data_fault(kind: str, name: str, *arguments: object) -> NetException:
    """The exception ``System.{kind}Exception`` with the sentence of that name."""
    net_name = f"System.{kind}Exception"
    return fault(
        net_name, MESSAGES[name].format(*arguments), net_name.rpartition(".")[2], arguments=arguments
    )

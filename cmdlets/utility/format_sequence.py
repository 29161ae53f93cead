"""What Format-Table, Format-List, Format-Wide and Format-Custom share."""

from __future__ import annotations

from typing import Any

from spshell.engine.cmdlet import Cmdlet, parameter
from spshell.formatting.explicit import Options
from spshell.formatting.properties import parse_properties
from spshell.formatting.records import FormatEnd, FormatEntry, FormatStart
from spshell.values.enumeration import enumerate_value
from spshell.values.hashtable import Hashtable
from spshell.values.nothing import NOTHING


class FormatSequence(Cmdlet):
    """Collects the objects of a formatted sequence; `sequence` is the class that writes it."""

    sequence: Any = None
    keys: tuple[str, ...] = ("name", "label", "expression", "formatstring")

    property: Any = parameter("System.Object[]", position=0, help="Which properties, by name or calculated.")
    group_by: Any = parameter("System.Object", help="A property whose changes start a new group.")
    view: Any = parameter("string", help="The name of a view.")
    show_error: Any = parameter("switch", help="Show errors of calculated properties.")
    display_error: Any = parameter("switch", help="Mark errors of calculated properties.")
    force: Any = parameter("switch", help="Show what would be left out.")
    expand: Any = parameter("string", help="Objects of a collection: CoreOnly, EnumOnly or Both.")
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        self.options_made = self.make_options()
        sequence = self.sequence
        options = self.options_made
        self.write(FormatStart(lambda write, width, session: sequence(options, write, width, session)))

    def make_options(self) -> Options:
        """The options of this call."""
        made = Options()
        made.expressions = parse_properties(self.property, allowed=self.keys, command=self.command_name)
        if self.group_by is not None:
            made.group_by = parse_properties([self.group_by], allowed=self.keys, command=self.command_name)[0]
        made.display_error = bool(self.display_error)
        return made

    def process(self) -> None:
        value = self.input_object
        if value is None or value is NOTHING:
            return
        if isinstance(value, Hashtable) and not self.options_made.expressions:
            from spshell.formatting.dictionary_entries import entries

            for entry in entries(value):
                self.write(FormatEntry(entry))
            return
        items = enumerate_value(value)
        for item in [value] if items is None else items:
            if item is not None:
                self.write(FormatEntry(item))

    def end(self) -> None:
        self.write(FormatEnd())

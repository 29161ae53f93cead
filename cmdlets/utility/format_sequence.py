"""What Format-Table, Format-List, Format-Wide and Format-Custom share."""

from __future__ import annotations

from spshell.engine.attributes.validation import ValidateSet
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.formatting.elements import shown_elements
from spshell.formatting.explicit import Options
from spshell.formatting.properties import parse_properties
from spshell.formatting.records import FormatEnd, FormatEntry, FormatStart, GroupEnd, GroupStart
from spshell.values.nothing import NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class FormatSequence(Cmdlet):
    """Turns objects into a formatted sequence; `sequence` is the class that writes it."""

    sequence: Any = None
    keys: tuple[str, ...] = ("name", "label", "expression", "formatstring")
    view_kind = "table"

    property: Any = parameter("System.Object[]", position=0, help="Which properties, by name or calculated.")
    group_by: Any = parameter("System.Object", help="A property whose changes start a new group.")
    view: Any = parameter("string", help="The name of a view.")
    show_error: Any = parameter("switch", help="Show errors of calculated properties.")
    display_error: Any = parameter("switch", help="Mark errors of calculated properties.")
    force: Any = parameter("switch", help="Show what would be left out.")
    expand: Any = parameter(
        "string",
        validate=[ValidateSet("CoreOnly", "EnumOnly", "Both")],
        help="A collection itself, its elements, or both: CoreOnly, EnumOnly or Both.",
    )
    input_object: Any = parameter("psobject", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        self.options_made = self.make_options()
        self._started = False
        self._group: Any = None
        if self.view and self.options_made.expressions:
            self._refuse("FormatCannotSpecifyViewAndProperty", self.view)

    def make_options(self) -> Options:
        """The options of this call."""
        made = Options()
        made.expressions = parse_properties(
            self.given_properties(), allowed=self.keys, command=self.command_name
        )
        if self.group_by is not None:
            keys = ("name", "label", "expression", "formatstring")
            made.group_by = parse_properties([self.group_by], allowed=keys, command=self.command_name)[0]
        made.display_error = bool(self.display_error)
        made.view = self.view or ""
        return made

    def given_properties(self) -> Any:
        """The argument of -Property, one of its items or a list of them."""
        return self.property

    def _refuse(self, name: str, *arguments: Any) -> None:
        from cmdlets.utility.messages import utility_fault

        self.throw(utility_fault(name, *arguments))

    def process(self) -> None:
        value = self.input_object
        if value is None or value is NOTHING:
            return
        items = None if (self.expand or "").lower() == "coreonly" else shown_elements(value)
        if items is not None and (self.expand or "").lower() == "both":
            self._entry(value)
        for item in [value] if items is None else items:
            if item is not None:
                self._entry(item)

    def _entry(self, item: Any) -> None:
        from spshell.formatting.views import find_view

        if not self._started:
            self._started = True
            view = find_view(item, self.view_kind, self.options_made.view)
            if self.options_made.view and view is None:
                self._refuse("FormatViewNotFound", self.options_made.view)
            options, sequence = self.options_made, self.sequence
            plain = options.group_by is None and not options.expressions
            if plain and view is not None and view.group is not None:
                options.view_group = view.group
            self.write(FormatStart(lambda write, width, session: sequence(options, write, width, session)))
            self._open_group(item)
        elif self.options_made.grouped and self.options_made.group_of(item) != self._group:
            self.write(GroupEnd())
            self._open_group(item)
        self.write(FormatEntry(item))

    def _open_group(self, item: Any) -> None:
        options = self.options_made
        self._group = options.group_of(item) if options.grouped else None
        self.write(GroupStart(*self._group) if self._group is not None else GroupStart())

    def end(self) -> None:
        if self._started:
            self.write(GroupEnd())
            self.write(FormatEnd())

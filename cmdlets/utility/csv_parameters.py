"""The parameters that Export-Csv and ConvertTo-Csv share, and what they mean."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.csv_writing import ALWAYS, CsvWriter
from cmdlets.utility.messages import utility_fault
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class CsvWritingCmdlet(Cmdlet):
    """A cmdlet that writes lines of comma-separated values."""

    delimiter: Any = parameter("char", position=1, sets=("Delimiter",), help="What stands between fields.")
    use_culture: Any = parameter("switch", sets=("UseCulture",), help="The list separator of the culture.")
    include_type_information: Any = parameter(
        "switch", aliases=("ITI",), help="Begin with a line that names the type."
    )
    no_type_information: Any = parameter("switch", aliases=("NTI",), help="No line that names the type.")
    quote_fields: Any = parameter("string[]", aliases=("QF",), help="The columns that are quoted.")
    use_quotes: Any = parameter(
        "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind",
        aliases=("UQ",),
        help="Which fields are quoted: Always, AsNeeded or Never.",
    )
    no_header: Any = parameter("switch", help="No line of column names.")

    def new_writer(self) -> CsvWriter:
        """The writer that the parameters ask for. Raises InvalidOperationException for two that exclude each other."""
        if self.is_bound("QuoteFields") and self.is_bound("UseQuotes"):
            raise utility_fault("CannotSpecifyQuoteFieldsAndUseQuotes")
        if self.is_bound("IncludeTypeInformation") and self.is_bound("NoTypeInformation"):
            raise utility_fault("CannotSpecifyIncludeTypeInformationAndNoTypeInformation")
        kind = ALWAYS if self.use_quotes is None else self.use_quotes.name
        return CsvWriter(delimiter_of(self), kind, self.quote_fields)


def delimiter_of(cmdlet: Any) -> str:
    """The character between fields: as given, the culture's, or a comma."""
    if cmdlet.use_culture:
        return list_separator()
    return "," if cmdlet.delimiter is None else str(cmdlet.delimiter)


def list_separator() -> str:
    """The list separator of the current culture."""
    from spshell.dotnet.reflection.members import get_property, get_static
    from spshell.values.nettype import find_type

    culture_type = find_type("System.Globalization.CultureInfo")
    assert culture_type is not None
    culture = get_static(culture_type, "CurrentCulture")
    return str(get_property(get_property(culture, "TextInfo"), "ListSeparator"))

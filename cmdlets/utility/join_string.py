"""Join-String."""

from __future__ import annotations

from typing import Any

from spshell.engine.commands.cmdlet import Cmdlet, parameter


class JoinString(
    Cmdlet,
    verb="Join",
    noun="String",
    default_set="default",
    net_class="Microsoft.PowerShell.Commands.Utility.JoinStringCommand",
):
    """Join the text of objects.

    PS> 'a', 'b' | Join-String -Separator ', '
    PS> 1..3 | Join-String -SingleQuote -OutputPrefix '(' -OutputSuffix ')'
    """

    property: Any = parameter(
        "Microsoft.PowerShell.Commands.PSPropertyExpression", position=0, help="The property of each object."
    )
    separator: Any = parameter("string", position=1, allow_empty_string=True, help="What stands between.")
    output_prefix: Any = parameter("string", aliases=("op",), help="What stands in front.")
    output_suffix: Any = parameter("string", aliases=("os",), help="What stands behind.")
    single_quote: Any = parameter("switch", sets=("SingleQuote",), help="Put each in single quotes.")
    double_quote: Any = parameter("switch", sets=("DoubleQuote",), help="Put each in double quotes.")
    format_string: Any = parameter("string", sets=("Format",), help="A format for each.")
    use_culture: Any = parameter("switch", help="The list separator of the culture.")
    input_object: Any = parameter("psobject[]", from_pipeline=True, help="The objects.")

    def begin(self) -> None:
        self._parts: list[str] = []

    def process(self) -> None:
        from spshell.values.text import to_text

        for item in self.input_object if isinstance(self.input_object, list) else [self.input_object]:
            if item is None:
                continue
            value = item
            if self.property is not None:
                found = self.property.values(item, self.scope)
                value = found[0][1] if found else None
            text = "" if value is None else to_text(value)
            self._parts.append(self._decorated(text, value))

    def _decorated(self, text: str, value: Any) -> str:
        if self.single_quote:
            return "'" + text.replace("'", "''") + "'"
        if self.double_quote:
            return f'"{text}"'
        if self.format_string:
            from spshell.values.composite import format_composite

            return format_composite(self.format_string, [value])
        return text

    def end(self) -> None:
        separator = self.separator
        if separator is None:
            if self.use_culture:
                from spshell.dotnet.reflection.members import get_property, get_static
                from spshell.values.conversion import resolve_type_name

                culture = get_static(resolve_type_name("cultureinfo"), "CurrentCulture")
                separator = get_property(get_property(culture, "TextInfo"), "ListSeparator")
            else:
                from spshell.engine.variables.variables import lookup
                from spshell.values.text import to_text

                found = lookup(self.scope, "ofs")
                separator = to_text(found) if isinstance(found, str) else ""
        self.write(f"{self.output_prefix or ''}{separator.join(self._parts)}{self.output_suffix or ''}")

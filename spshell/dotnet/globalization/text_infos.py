"""TextInfo: how a culture writes upper case, lower case, titles and lists."""

from __future__ import annotations

from spshell.dotnet.system.errors import thrown
from spshell.values.declare import method, net_class, prop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.dotnet.globalization.cultures import CultureInfo

_G = "System.Globalization."


@net_class(_G + "TextInfo", interfaces=("System.ICloneable",))
class TextInfo:
    """Casing by culture."""

    def __init__(self, owner: CultureInfo) -> None:
        self.owner = owner

    def ps_text(self) -> str:
        return f"TextInfo - {self.owner.name}"

    to_string = ps_text

    @prop("string CultureName {get}")
    def culture_name(self) -> str:
        return str(self.owner.name)

    @prop("string ListSeparator {get;set}")
    def list_separator(self) -> str:
        return self.owner.separator or self.owner.dates.rows.list_separator

    @list_separator.setter
    def set_list_separator(self, value: str) -> None:
        if self.owner.is_read_only:
            raise thrown(
                "System.InvalidOperationException",
                "Invalid",
                f"The culture '{self.owner.name}' can only be read; change a copy of it.",
            )
        self.owner.separator = value

    @method("string ToTitleCase(string str)")
    def to_title_case(self, text: str) -> str:
        from spshell.dotnet.text.title_case import title_case

        return title_case(text)

    @method("string ToUpper(string str)", "char ToUpper(char c)")
    def to_upper(self, text: str) -> str:
        from spshell.dotnet.text.strings import upper

        return type(text)(upper(str(text)))

    @method("string ToLower(string str)", "char ToLower(char c)")
    def to_lower(self, text: str) -> str:
        from spshell.dotnet.text.strings import lower

        return type(text)(lower(str(text)))

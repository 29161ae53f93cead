"""Update-FormatData."""

from __future__ import annotations

from typing import Any

from spshell.engine.attributes.validation import ValidateNotNull
from spshell.engine.commands.cmdlet import Cmdlet, parameter


class UpdateFormatData(
    Cmdlet, verb="Update", noun="FormatData", default_set="FileSet", should_process=True, impact="Low"
):
    """Load format files: how types are shown.

    PS> Update-FormatData
    """

    append_path: Any = parameter(
        "string[]",
        position=0,
        from_pipeline=True,
        by_name=True,
        aliases=("PSPath", "Path"),
        validate=[ValidateNotNull()],
        help="Files whose views come after the built-in ones.",
    )
    prepend_path: Any = parameter(
        "string[]",
        sets=("FileSet",),
        validate=[ValidateNotNull()],
        help="Files whose views come before them.",
    )

    def process(self) -> None:
        for field, prepend in ((self.prepend_path, True), (self.append_path, False)):
            for path in field or ():
                self._load(path, prepend=prepend)

    def _load(self, path: str, *, prepend: bool) -> None:
        from xml.etree.ElementTree import ParseError

        from cmdlets.utility.messages import utility_fault
        from spshell.engine.providers.globbing import Selection, resolve
        from spshell.formatting.format_files import load_file
        from spshell.values.exceptions import NetException

        name = "FormatPrependPathException" if prepend else "FormatAppendPathException"
        try:
            places = resolve(self.session, path, Selection())
        except NetException as error:
            error.error_id, error.category = name, "InvalidOperation"
            self.write_error(error, target=path)
            return
        for place in places:
            if not place.path.lower().endswith(".ps1xml"):
                self.write_error(utility_fault("NotFormatFile", place.path, error_id=name, target=path))
                continue
            if not self.should_process(f"Update FormatData: {place.path}"):
                continue
            try:
                load_file(self.session, place.path, prepend=prepend)
            except (OSError, ValueError, ParseError, NetException) as error:
                self.write_error(
                    utility_fault("FormatXmlUpdateException", place.path, str(error), target=None)
                )

"""ConvertFrom-Json."""

from __future__ import annotations

from typing import Any

from cmdlets.utility.json_dates import date_reader
from cmdlets.utility.json_reading import DEFAULT_DEPTH, JsonReader
from spshell.engine.attributes.validation import ValidateRange
from spshell.engine.commands.cmdlet import Cmdlet, parameter
from spshell.values.exceptions import NetException


class ConvertFromJson(Cmdlet, verb="ConvertFrom", noun="Json"):
    """Make objects of JSON text.

    Lines from the pipeline make one text, unless the first is complete by itself: then each is a text of its own.

        PS> '{ "Name": "web01", "Ports": [80, 443] }' | ConvertFrom-Json
        PS> ('{ "a": 1 }' | ConvertFrom-Json -AsHashtable).Keys
    """

    input_object: Any = parameter(
        "string", position=0, mandatory=True, from_pipeline=True, allow_empty_string=True, help="The text."
    )
    as_hashtable: Any = parameter("switch", help="Hashtables instead of objects.")
    depth: Any = parameter(
        "int",
        default=DEFAULT_DEPTH,
        validate=[ValidateRange(1, 2147483647)],
        help="How deep the text may be nested.",
    )
    no_enumerate: Any = parameter("switch", help="An array is one object of the output.")
    date_kind: Any = parameter(
        "Microsoft.PowerShell.Commands.JsonDateKind", help="What becomes of texts that are dates."
    )

    def begin(self) -> None:
        kind = "Default" if self.date_kind is None else self.date_kind.name
        self.reader = JsonReader(
            as_hashtable=bool(self.as_hashtable), depth=self.depth, date=date_reader(kind)
        )
        self.texts: list[str] = []

    def process(self) -> None:
        self.texts.append(self.input_object)

    def end(self) -> None:
        texts = self.texts
        if not texts:
            return
        if len(texts) == 1:
            self._convert(texts[0])
            return
        try:
            complete = self._convert(texts[0])
        except NetException as error:
            if error.net_name != "System.ArgumentException":
                raise
            complete = False
        if not complete:
            self._convert("\n".join(texts))
            return
        for text in texts[1:]:
            self._convert(text)

    def _convert(self, text: str) -> bool:
        value = self.reader.read(text)
        if self.no_enumerate:
            self.write(value)
        else:
            self.write_all(value)
        return value is not None

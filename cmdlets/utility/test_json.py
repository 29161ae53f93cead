"""Test-Json."""

from __future__ import annotations

import os
from typing import Any, NoReturn

from cmdlets.utility.json_messages import json_fault
from spshell.engine.attributes.validation import ValidateNotNullOrEmpty, ValidateSet
from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

_SOURCES = ("JsonString", "JsonPath", "JsonLiteralPath")
_TEXT = tuple(f"JsonString{end}" for end in ("", "WithSchemaString", "WithSchemaFile"))
_PATH = tuple(name.replace("JsonString", "JsonPath", 1) for name in _TEXT)
_LITERAL = tuple(name.replace("JsonString", "JsonLiteralPath", 1) for name in _TEXT)


def _flags(names: tuple[str, ...], *, by_value: bool) -> dict[str, SetFlags]:
    return {name: SetFlags(mandatory=True, position=0, by_value=by_value, by_name=True) for name in names}


class TestJson(Cmdlet, verb="Test", noun="Json", default_set="JsonString"):
    """Tell whether a text or a file is JSON.

    What is wrong comes as an error. Schemas are not supported.

        PS> Test-Json '{ "Name": "web01" }'
        PS> Test-Json '[1, 2,]' -Options AllowTrailingCommas
    """

    json: Any = parameter("string", sets=_flags(_TEXT, by_value=True), help="The text.")
    path: Any = parameter("string", sets=_flags(_PATH, by_value=False), help="The file.")
    literal_path: Any = parameter(
        "string",
        sets=_flags(_LITERAL, by_value=False),
        aliases=("PSPath", "LP"),
        help="The file, taken as it is.",
    )
    schema: Any = parameter(
        "string",
        sets={f"{name}WithSchemaString": SetFlags(mandatory=True, position=1) for name in _SOURCES},
        validate=[ValidateNotNullOrEmpty()],
        help="The schema.",
    )
    schema_file: Any = parameter(
        "string",
        sets={f"{name}WithSchemaFile": SetFlags(mandatory=True, position=1) for name in _SOURCES},
        validate=[ValidateNotNullOrEmpty()],
        help="The file of the schema.",
    )
    options: Any = parameter(
        "string[]",
        validate=[ValidateNotNullOrEmpty(), ValidateSet("IgnoreComments", "AllowTrailingCommas")],
        help="What may be in the text besides JSON.",
    )

    def begin(self) -> None:
        if self.schema is not None:
            self._refuse_schema(self.schema, self.schema)
        if self.schema_file is not None:
            path = self.session.resolve_path(self.schema_file)
            try:
                with open(path, encoding="utf-8-sig") as file:
                    self._refuse_schema(file.read(), self.schema_file)
            except OSError as error:
                self.throw(json_fault("JsonSchemaFileOpenFailure", path, error.strerror or "", target=path))

    def process(self) -> None:
        from cmdlets.utility.json_strict import problem

        wrong = problem(self._text(), {option.lower() for option in self.options or ()})
        if wrong is not None:
            self.write_error(json_fault("InvalidJson", wrong, target=self.json))
        self.write(wrong is None)

    def _text(self) -> str:
        if self.path is None and self.literal_path is None:
            return str(self.json)
        from cmdlets.utility.data_files import file_path, read_text

        literal = self.path is None
        given = self.literal_path if literal else self.path
        path = file_path(self, given, literal=literal)
        if not os.path.isfile(path):
            self.throw(json_fault("PathNotFound", given, target=given))
        return read_text(path)

    def _refuse_schema(self, text: str, target: str) -> NoReturn:
        from cmdlets.utility.json_strict import problem

        wrong = problem(text, set())
        if wrong is not None:
            self.throw(json_fault("InvalidJsonSchema", wrong, target=target))
        self.throw(json_fault("JsonSchemaNotSupported", target=target))

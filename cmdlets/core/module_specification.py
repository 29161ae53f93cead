"""A module with the version that is wanted: ``@{ModuleName = 'x'; ModuleVersion = '1.0'}``."""

from __future__ import annotations

from typing import Any

from cmdlets.core.messages import core_fault
from spshell.values.declare import constructor, method, net_class, prop
from spshell.values.exceptions import NetException
from spshell.values.hashtable import Hashtable

_VERSIONS = ("RequiredVersion", "ModuleVersion", "MaximumVersion")
_KEYS = {name.lower(): name for name in ("ModuleName", "GUID", *_VERSIONS)}


def _version(text: str) -> str:
    """The text of a version. Raises PSInvalidCastException; a highest version may end in ``.*``."""
    from spshell.values.conversion import convert, resolve_type_name

    if text:
        convert(text.replace("*", "0"), resolve_type_name("version"))
    return text


@net_class("Microsoft.PowerShell.Commands.ModuleSpecification")
class ModuleSpecification:
    """Microsoft.PowerShell.Commands.ModuleSpecification."""

    def __init__(self, module: str, required: str = "", lowest: str = "", highest: str = "") -> None:
        self.module = module
        self.required = required
        self.lowest = lowest
        self.highest = highest
        self.identity: Any = None

    def fits(self, module: Any) -> bool:
        """Whether a module is what is meant: its name, or the path of its file or folder, and its version."""
        name = self.module.replace("\\", "/")
        if "/" in name:
            import os

            path = module.scope.session.resolve_path(name)
            stem = os.path.splitext(module.path)[0]
            folder = os.path.dirname(module.path)
            same = path in (module.path, stem, folder, os.path.dirname(folder))
        else:
            from spshell.values.wildcard import wildcard_test

            same = wildcard_test(self.module)(module.name)
        return same and (self.wanted is None or self.wanted.fits(module.version, module.guid))

    @property
    def wanted(self) -> Any:
        """The bounds of the version, or None."""
        from spshell.engine.modules.modules import Wanted
        from spshell.values.text import to_text

        if not (self.required or self.lowest or self.highest):
            return None
        return Wanted(
            self.lowest, self.highest, self.required, "" if self.identity is None else to_text(self.identity)
        )

    @constructor("(string moduleName)")
    @staticmethod
    def of_name(name: str) -> ModuleSpecification:
        return ModuleSpecification(name)

    @constructor("(hashtable moduleSpecification)")
    @staticmethod
    def of_table(table: Hashtable | None) -> ModuleSpecification:
        from spshell.values.text import to_text

        if table is None:
            raise core_fault("ModuleSpecificationIsNull")
        for key in table:
            if to_text(key).lower() not in _KEYS:
                raise core_fault("ModuleSpecificationHasKey", to_text(key), ", ".join(_KEYS.values()))

        def text(key: str) -> str:
            found: Any = table.get(key)
            return "" if found is None else to_text(found)

        required, lowest, highest = (_version(text(key)) for key in _VERSIONS)
        if not text("ModuleName"):
            raise core_fault("ModuleSpecificationMisses", "ModuleName")
        if not (required or lowest or highest):
            raise core_fault("ModuleSpecificationMisses", "ModuleVersion, MaximumVersion or RequiredVersion")
        if required and (lowest or highest):
            raise core_fault("ModuleSpecificationHasBoth", "ModuleVersion" if lowest else "MaximumVersion")
        made = ModuleSpecification(text("ModuleName"), required, lowest, highest)
        made.identity = table.get("GUID")
        return made

    @prop("string Name {get}")
    def name(self) -> str:
        return self.module

    @prop("string RequiredVersion {get}")
    def required_version(self) -> str:
        return self.required

    @prop("string Version {get}")
    def version(self) -> str:
        return self.lowest

    @prop("string MaximumVersion {get}")
    def maximum_version(self) -> str:
        return self.highest

    @prop("System.Nullable[guid] Guid {get}")
    def guid(self) -> Any:
        from spshell.values.conversion import convert, resolve_type_name

        return None if self.identity is None else convert(self.identity, resolve_type_name("guid"))

    @method(
        "static bool TryParse(string input, out Microsoft.PowerShell.Commands.ModuleSpecification result)"
    )
    @staticmethod
    def try_parse(text: str, result: Any) -> bool:
        """Whether a text is the table of a module specification, as ToString() writes it."""
        table = _constant_table(text)
        try:
            result.value = None if table is None else ModuleSpecification.of_table(table)
        except NetException:
            result.value = None
        return result.value is not None

    def ps_text(self) -> str:
        """The name, or the table that says the versions too."""
        if self.wanted is None and self.identity is None:
            return self.module
        parts = [f"ModuleName = '{self.module}'"]
        if self.identity is not None:
            parts.append(f"Guid = '{{{self.identity}}}' ")
        bounds = (
            [("RequiredVersion", self.required)]
            if self.required
            else [("ModuleVersion", self.lowest), ("MaximumVersion", self.highest)]
        )
        parts += [f"{name} = '{value}'" for name, value in bounds if value]
        return "@{ " + "; ".join(parts) + " }"

    to_string = ps_text


def _constant_table(text: str) -> Hashtable | None:
    """The table that a text consists of when all its keys and values are literals."""
    from spshell.engine.attributes.constant_expressions import literal_value
    from spshell.language import parse

    parsed = parse(text)
    end = parsed.script_block.end_block
    statements: list[Any] = end.statements if end is not None else []
    if parsed.errors or len(statements) != 1 or statements[0].kind != "Pipeline":
        return None
    element = statements[0].elements[0]
    node = element.expression if element.kind == "CommandExpression" else None
    if node is None or node.kind != "Hashtable":
        return None
    table = Hashtable()
    for key, value in node.entries:
        elements: Any = getattr(value, "elements", ())
        if len(elements) != 1 or elements[0].kind != "CommandExpression":
            return None
        found = literal_value(elements[0].expression)
        if found is None:
            return None
        table[literal_value(key)] = found
    return table

"""Reading `#requires` comments (about_Requires)."""

from __future__ import annotations

import re

from spshell.language.checks.constants import REQUIRES, constant_value, is_constant
from spshell.language.nodes import Command, CommandParameter, Node, StringConstantExpression
from spshell.language.requirements import ModuleRequirement, ScriptRequirements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.parser import Parser

_VERSION = re.compile(r"\d+(?:\.\d+){0,3}\Z")
_SNAPIN_NAME = re.compile(r"[\w.]+\Z")
_EDITIONS = frozenset(["core", "desktop"])
_INVALID = "ScriptRequiresInvalidFormat"


def read_requirements(parser: Parser) -> ScriptRequirements:
    """Everything that the comments noted by a parser require; faults are reported to it."""
    reader = _Reader(parser)
    for start, end in parser.requires:
        reader.read(start + 1, end)
    return reader.found


class _Reader:
    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.found = ScriptRequirements()
        self.shift = 0
        self.snapin: str | None = None
        self.snapin_version: str | None = None
        self.for_snapin = False

    def read(self, start: int, end: int) -> None:
        """One comment, without its `#`; it is written like a command."""
        inner = type(self.parser)(self.parser.text[start:end])
        inner.outward = lambda offset: offset + start
        command = inner._command()
        for error in inner.errors:
            error.start += start
            error.end += start
            self.parser._add(error)
        if command is None:
            return
        self.shift = start
        name = command.elements[0]
        if not isinstance(name, StringConstantExpression) or name.value.lower() != "requires":
            self._report(_INVALID, command)
        self.snapin = self.snapin_version = None
        self.for_snapin = any(
            isinstance(element, CommandParameter) and "pssnapin".startswith(element.name.lower())
            for element in command.elements[1:]
        )
        self._parameters(command)
        if self.snapin is not None:
            self.found.snapins.append((self.snapin, self.snapin_version))

    def _parameters(self, command: Command) -> None:
        elements = iter(command.elements[1:])
        for element in elements:
            if not isinstance(element, CommandParameter):
                self._report(_INVALID, element)
                continue
            argument = element.argument if element.argument is not None else next(elements, None)
            self._parameter(element, argument)

    def _report(self, error_id: str, node: Node, *arguments: str) -> None:
        self.parser.report(error_id, node.start + self.shift, node.end + self.shift, *arguments)

    def _parameter(self, parameter: CommandParameter, argument: Node | None) -> None:
        name = parameter.name.lower()
        if "runasadministrator".startswith(name):
            self.found.elevated = True
            if argument is not None:
                self._report("ParameterCannotHaveArgument", parameter, parameter.name)
        elif argument is None:
            self._report("ParameterRequiresArgument", parameter, parameter.name)
        elif not is_constant(argument, REQUIRES):
            self._report("RequiresArgumentMustBeConstant", argument)
        else:
            for word, use in _USES.items():
                if word.startswith(name):
                    use(self, parameter, argument, constant_value(argument))
                    return
            self._report(_INVALID, parameter)

    def _shell(self, parameter: CommandParameter, argument: Node, value: object) -> None:
        if self.found.application_id is not None:
            self._report("ParameterAlreadyBound", parameter, "shellid")
        elif not isinstance(value, str):
            self._report("RequiresInvalidStringArgument", argument, "shellid")
        else:
            self.found.application_id = value

    def _snapin(self, parameter: CommandParameter, argument: Node, value: object) -> None:
        if not isinstance(value, str):
            self._report("RequiresInvalidStringArgument", argument, "pssnapin")
        elif self.snapin is not None:
            self._report("ParameterAlreadyBound", parameter, "pssnapin")
        elif not _SNAPIN_NAME.match(value):
            self._report("InvalidPSSnapInName", argument)
        else:
            self.snapin = value

    def _edition(self, parameter: CommandParameter, argument: Node, value: object) -> None:
        if self.found.editions:
            self._report("ParameterAlreadyBound", parameter, "psedition")
            return
        for edition in value if isinstance(value, list) else [value]:
            if not isinstance(edition, str):
                self._report("RequiresInvalidStringArgument", argument, "psedition")
                continue
            if edition.lower() not in _EDITIONS:
                self._report("RequiresPSEditionInvalid", argument, "psedition")
            if edition.lower() in map(str.lower, self.found.editions):
                self._report("RequiresPSEditionValueIsAlreadySpecified", argument, "psedition")
            else:
                self.found.editions.append(edition)

    def _version(self, parameter: CommandParameter, argument: Node, value: object) -> None:
        start = self.shift
        text = (
            value
            if isinstance(value, str)
            else self.parser.text[argument.start + start : argument.end + start]
        )
        if not _VERSION.match(text):
            self._report("RequiresVersionInvalid", argument)
            return
        version = text if "." in text else text + ".0"
        if self.for_snapin:
            if self.snapin_version is not None:
                self._report("ParameterAlreadyBound", parameter, "version")
            else:
                self.snapin_version = version
        elif self.found.version is not None and self.found.version != version:
            self._report("ParameterAlreadyBound", parameter, "version")
        else:
            self.found.version = version

    def _assembly(self, _: CommandParameter, argument: Node, value: object) -> None:
        for name in value if isinstance(value, list) else [value]:
            if not isinstance(name, str):
                self._report("RequiresInvalidStringArgument", argument, "assembly")
            elif name not in self.found.assemblies:
                self.found.assemblies.append(name)

    def _modules(self, _: CommandParameter, argument: Node, value: object) -> None:
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                name = entry.get("modulename")
                if not isinstance(name, str):
                    self._report("RequiresModuleInvalid", argument, "ModuleName")
                    return
                versions = [
                    None if entry.get(key) is None else str(entry[key])
                    for key in ("moduleversion", "maximumversion", "requiredversion", "guid")
                ]
                self.found.modules.append(ModuleRequirement(name, *versions))
            else:
                self.found.modules.append(ModuleRequirement(str(entry)))


_USES = {
    "shellid": _Reader._shell,
    "pssnapin": _Reader._snapin,
    "psedition": _Reader._edition,
    "version": _Reader._version,
    "assembly": _Reader._assembly,
    "modules": _Reader._modules,
}

"""Reading stubs.cs: the enums, classes and cmdlets that it declares, line by line (the file is generated)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NAMESPACE = re.compile(r"^(?:namespace ([\w.]+) \{ )?(.*)$")
_ENUM = re.compile(r"(\[Flags\] )?public enum (\w+) \{ (.*?) \}")
_CLASS = re.compile(r"public class (\w+) : (SPStubObject|SPBound) \{(.*)\}")
_PROPERTY = re.compile(r"public (\w+) (\w+) \{get;set;\}")
_CONSTRUCTOR = re.compile(r"public \w+\(([\w.:]+) v\)")
_CMDLET = re.compile(r'\[Cmdlet\("(\w+)", "(\w+)"(.*?)\)\] public class (\w+) : BoundCmdlet')
_MEMBER = re.compile(r"^\s+((?:\[.*\])) public ([\w.:\[\]?]+) (\w+) \{ get; set; \}")
_OPTION = re.compile(r'(\w+) = (?:"([^"]*)"|ConfirmImpact\.(\w+)|([\w.-]+))')


@dataclass
class Enum:
    name: str
    values: dict[str, int]
    flags: bool


@dataclass
class Class:
    name: str
    bound: bool
    properties: list[tuple[str, str]] = field(default_factory=list)
    constructors: list[str] = field(default_factory=list)


@dataclass
class Parameter:
    name: str
    type: str
    attributes: list[tuple[str, str]]


@dataclass
class CmdletClass:
    full_name: str
    verb: str
    noun: str
    options: dict[str, str]
    parameters: list[Parameter] = field(default_factory=list)
    asks: bool = False


def options_of(text: str) -> dict[str, str]:
    """``Name = value, ...`` of an attribute."""
    return {name: a or b or c for name, a, b, c in _OPTION.findall(text)}


def _attributes(text: str) -> list[tuple[str, str]]:
    """``[A(x)][B]`` as names and argument texts; quotes protect brackets."""
    found: list[tuple[str, str]] = []
    depth = 0
    quoted = False
    start = 0
    for index, character in enumerate(text):
        if character == '"' and text[index - 1] != "\\":
            quoted = not quoted
        if quoted:
            continue
        if character == "[":
            if depth == 0:
                start = index + 1
            depth += 1
        elif character == "]":
            depth -= 1
            if depth == 0:
                name, _, arguments = text[start:index].partition("(")
                found.append((name, arguments.removesuffix(")")))
    return found


def read(text: str) -> tuple[list[Enum], list[Class], list[CmdletClass]]:
    """Everything that the file declares."""
    enums: list[Enum] = []
    classes: list[Class] = []
    cmdlets: list[CmdletClass] = []
    for line in text.splitlines():
        member = _MEMBER.match(line)
        if member is not None and cmdlets:
            attributes, type_name, name = member.groups()
            cmdlets[-1].parameters.append(Parameter(name, _type_name(type_name), _attributes(attributes)))
            continue
        if "Emit(true)" in line and cmdlets:
            cmdlets[-1].asks = True
        match = _NAMESPACE.match(line)
        namespace, rest = match.groups() if match else (None, line)
        prefix = f"{namespace}." if namespace else ""
        if found := _ENUM.search(rest):
            pairs = (item.split(" = ") for item in found[3].split(", "))
            enums.append(Enum(prefix + found[2], {k: int(v) for k, v in pairs}, bool(found[1])))
        elif found := _CMDLET.search(rest):
            cmdlets.append(CmdletClass(prefix + found[4], found[1], found[2], options_of(found[3])))
        elif found := _CLASS.search(rest):
            made = Class(prefix + found[1], found[2] == "SPBound")
            made.properties = [(t, n) for t, n in _PROPERTY.findall(found[3])]
            made.constructors = [_type_name(item) for item in _CONSTRUCTOR.findall(found[3])]
            classes.append(made)
    return enums, classes, cmdlets


_SHORT = {
    "SwitchParameter": "switch",
    "object": "System.Object",
    "DateTime": "datetime",
    "Guid": "guid",
    "Uri": "uri",
    "PSCredential": "pscredential",
    "PSObject": "psobject",
    "ScriptBlock": "scriptblock",
}


def _type_name(text: str) -> str:
    """C#'s spelling as PowerShell's: ``global::`` off, nullables spelled out."""
    text = text.removeprefix("global::")
    array = text.endswith("[]")
    text = text.removesuffix("[]")
    if text.endswith("?"):
        inner = _SHORT.get(text[:-1], text[:-1])
        return f"System.Nullable[{inner}]"
    return _SHORT.get(text, text) + ("[]" if array else "")

"""Completing names inside `[CmdletBinding(`, `[Parameter(` and the other attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.engine.completion.place import Place
from spshell.engine.completion.results import Completion, match, starts

if TYPE_CHECKING:
    from spshell.engine.session import Session
    from spshell.language.tokens import Token

_PROPERTIES = {
    "cmdletbinding": "PositionalBinding:bool DefaultParameterSetName:string SupportsShouldProcess:bool SupportsPaging:bool "
    "SupportsTransactions:bool ConfirmImpact:System.Management.Automation.ConfirmImpact HelpUri:string "
    "RemotingCapability:System.Management.Automation.RemotingCapability",
    "parameter": "Position:int ParameterSetName:string Mandatory:bool "
    "ValueFromPipeline:bool ValueFromPipelineByPropertyName:bool "
    "ValueFromRemainingArguments:bool HelpMessage:string HelpMessageBaseName:string HelpMessageResourceId:string DontShow:bool",
    "validateset": "ErrorMessage:string IgnoreCase:bool",
    "validatepattern": "Options:System.Text.RegularExpressions.RegexOptions ErrorMessage:string",
    "validatescript": "ErrorMessage:string",
    "outputtype": "ProviderCmdlet:string ParameterSetName:string[]",
    "supportswildcards": "",
}  # fmt: skip
"""Folded attribute -> its named arguments with their types, in .NET's order."""

_ENUMS = {
    "confirmimpact": "System.Management.Automation.ConfirmImpact",
    "remotingcapability": "System.Management.Automation.RemotingCapability",
    "options": "System.Text.RegularExpressions.RegexOptions",
}
_OPENING = frozenset({"LParen", "AtParen", "DollarParen"})


def offer(session: Session, place: Place) -> Completion | None:
    """Names of arguments, or the values of those that are enumerations."""
    del session
    owner = _attribute(place)
    if owner is None:
        return None
    before = place.before
    if before is not None and before.kind == "Equals":
        return _values(place)
    if place.at is not None and place.at.kind not in ("Identifier", "Generic", "LParen", "Comma"):
        return None
    word = place.word if place.at is not None and place.at.kind in ("Identifier", "Generic") else ""
    test = starts(word)
    rows = [row.partition(":") for row in _PROPERTIES[owner].split()]
    matches = [
        match(name, name, "Property", f"{_full_name(type_name)} {name}")
        for name, _, type_name in rows
        if test(name)
    ]
    return Completion(place.cursor - len(word) if word else place.cursor, len(word), matches)


def _full_name(type_name: str) -> str:
    plain = {
        "bool": "System.Boolean",
        "int": "System.Int32",
        "string": "System.String",
        "string[]": "System.String[]",
    }
    return plain.get(type_name, type_name)


def _attribute(place: Place) -> str | None:
    """The folded name of the attribute in whose parentheses the cursor stands."""
    depth = 0
    inside = [token for token in place.tokens if token.end <= place.cursor]
    for index in range(len(inside) - 1, -1, -1):
        token = inside[index]
        if token.kind == "RParen":
            depth += 1
        elif token.kind in _OPENING:
            if depth == 0:
                return _name_before(place, inside, index)
            depth -= 1
        elif token.kind in ("LCurly", "RCurly", "Semi") and depth == 0:
            return None
    return None


def _name_before(place: Place, inside: list[Token], index: int) -> str | None:
    if index < 2 or inside[index - 2].kind != "LBracket":
        return None
    name = place.spelled(inside[index - 1]).lower().rpartition(".")[2].removesuffix("attribute")
    return name if name in _PROPERTIES else None


def _values(place: Place) -> Completion | None:
    from spshell.dotnet.system.enumerations import enum_type
    from spshell.engine.completion.results import values

    assert place.before is not None
    index = place.index(place.before)
    type_name = _ENUMS.get(place.spelled(place.tokens[index - 1]).lower())
    if type_name is None:
        return None
    return Completion(place.start, place.length, values(place.word, enum_type(type_name).names))

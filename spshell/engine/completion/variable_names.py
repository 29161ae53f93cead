"""Completing `$name`, `@name` and `$scope:name`: variables of the text, of the session, of drives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.completion.place import Place, walk
from spshell.engine.completion.results import Completion, match, starts
from spshell.engine.completion.visible import scopes
from spshell.language.nodes import (
    AssignmentStatement,
    AttributedExpression,
    ConvertExpression,
    ForEachStatement,
    Parameter,
    PropertyMember,
    VariableExpression,
)
from spshell.values.nothing import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spshell.dotnet.system.completion_results import CompletionResult
    from spshell.engine.session import Session
    from spshell.engine.variables.scope import Scope

_SCOPES = ("Global:", "Local:", "Script:", "Private:", "Using:")
_SPECIAL = (
    "$ ? ^ _ args ConfirmPreference ConsoleFileName DebugPreference Error ErrorActionPreference ErrorView "
    "Event EventArgs EventSubscriber ExecutionContext false FormatEnumerationLimit HOME Host "
    "InformationPreference input LASTEXITCODE Matches MaximumHistoryCount MyInvocation NestedPromptLevel "
    "null OFS OutputEncoding PID PROFILE ProgressPreference PSBoundParameters PSCmdlet PSCommandPath "
    "PSCulture PSDefaultParameterValues PSEdition PSEmailServer PSHOME PSItem "
    "PSNativeCommandArgumentPassing PSScriptRoot PSSenderInfo PSSessionApplicationName "
    "PSSessionConfigurationName PSSessionOption PSUICulture PSVersionTable PWD Sender ShellId StackTrace "
    "switch this true VerboseHelpErrors VerbosePreference WarningPreference WhatIfPreference"
)
"""Names that mean something even where no variable of that name exists yet."""


def offer(session: Session, place: Place) -> Completion | None:
    """Variables, where the cursor stands behind `$` or `@` and a name."""
    node = place.path[-1]
    start, end, written = place.start, place.start + place.length, place.word
    if place.at is not None and place.at.kind not in ("Variable", "SplattedVariable"):
        lone = place.at.kind in ("Unknown", "Generic") and place.word == "$"
        if isinstance(node, VariableExpression) and place.at.kind in (
            "StringExpandable",
            "HereStringExpandable",
        ):
            start, end = node.start, node.end
            written = place.text[start:end]
        elif not lone:
            return None
    elif place.at is None:
        return None
    if len(place.path) > 1 and _declares(place, node):
        return Completion(start, end - start, [])
    braces = written.startswith("${")
    name = written[1:].strip("{}") if braces else written[1:]
    names = _Names(written[0], braces, name)
    _collect(session, place, names, start)
    return Completion(start, end - start, names.matches)


def _declares(place: Place, node: Any) -> bool:
    parent = place.path[-2]
    return isinstance(node, PropertyMember) or (isinstance(parent, Parameter) and parent.default is not node)


class _Names:
    """The variables found so far, each once."""

    def __init__(self, sigil: str, braces: bool, written: str) -> None:
        self.sigil = sigil
        self.braces = braces
        scope, colon, rest = written.rpartition(":")
        self.scope = scope + colon
        self.word = rest
        self.fits = starts(rest)
        self.matches: list[CompletionResult] = []
        self._seen: set[str] = set()

    def add(self, name: str, hint: str, *, prefix: str = "", shown: str | None = None) -> None:
        """Offer a name, in braces when it needs them."""
        if not self.fits(name):
            return
        text = prefix + name
        needs = self.braces or any(c in "-`&@'\"#{}()$,;|<> .\\/\t^" for c in name)
        text = f"{self.sigil}{{{text}}}" if needs else self.sigil + text
        if text.lower() not in self._seen:
            self._seen.add(text.lower())
            self.matches.append(match(text, shown or name, "Variable", hint))


def _collect(session: Session, place: Place, names: _Names, start: int) -> None:
    folded = names.scope.lower()
    for name, hint in _written_variables(session, place, start):
        if not names.scope or folded.capitalize() in _SCOPES:
            names.add(name, hint, prefix=names.scope)
    if not names.scope or folded in {scope.lower() for scope in _SCOPES} or folded == "variable:":
        for name, hint in _session_variables(session):
            names.add(name, hint, prefix=names.scope)
    if names.scope:
        _of_drive(session, names)
        return
    if names.word and "env".startswith(names.word.lower()):
        _environment(names)
    for special in _SPECIAL.split():
        names.add(special, special)
    from spshell.engine.providers.drives import drives_of

    for drive in sorted(drives_of(session).drives.values(), key=lambda item: item.name.lower()):
        name = str(drive.name)
        if len(name) > 1:
            names.add(name + ":", name, shown=name)
    for scope in _SCOPES:
        names.add(scope, scope)


def _environment(names: _Names) -> None:
    import os

    for key in sorted(os.environ, key=str.lower):
        text = f"{names.sigil}env:{key}"
        names.matches.append(match(text, f"env:{key}", "Variable", f"[string]env:{key}"))


def _of_drive(session: Session, names: _Names) -> None:
    drive = names.scope[:-1].lower()
    if names.scope.capitalize() in _SCOPES or drive == "variable":
        return
    from spshell.engine.providers.drives import drives_of

    found = drives_of(session).drives.get(drive)
    if found is None or not hasattr(found.provider_object, "names"):
        return
    for name in sorted(found.provider_object.names(), key=str.lower):
        names.add(name, name, prefix=names.scope)


def type_hint(value: Any) -> str:
    """`[type]` as hints show it."""
    from spshell.engine.commands.syntax import short_type
    from spshell.values.nettype import type_of
    from spshell.values.objects import PSCustomObject

    return "[psobject]" if type(value) is PSCustomObject else f"[{short_type(type_of(value))}]"


def _session_variables(session: Session) -> Iterator[tuple[str, str]]:
    from spshell.engine.variables.objects import VariableObject, current_value, names_in

    found: dict[str, tuple[str, Scope]] = {}
    for scope in scopes(session):
        for name in names_in(scope):
            found.setdefault(name.lower(), (name, scope))
    for _folded, (name, scope) in sorted(found.items()):
        if name.startswith("<"):
            continue
        value = current_value(scope, name.lower())
        variable: Any = VariableObject(scope, name)
        spelled = variable.spelled
        hint = spelled if value is None or value is NOTHING else f"{type_hint(value)}${spelled}"
        described = variable.description
        yield spelled, f"{hint} - {described}" if described else hint


def _written_variables(session: Session, place: Place, start: int) -> Iterator[tuple[str, str]]:
    """Variables that the text itself gives a value, in front of the place."""
    found: dict[str, tuple[str, str]] = {}

    def note(variable: Any, hint: Callable[[str], str]) -> None:
        if isinstance(variable, VariableExpression) and variable.start != start:
            name = variable.path.rpartition(":")[2]
            found[name.lower()] = (found.get(name.lower(), (name, ""))[0], hint(name))

    for node in walk(place.result.script_block):
        if node.start >= start:
            continue
        if isinstance(node, AssignmentStatement):
            target, hint = node.left, _assigned(session, place, node)
            while isinstance(target, ConvertExpression | AttributedExpression):
                target = target.child
            note(target, hint)
        elif isinstance(node, ForEachStatement):
            note(node.variable, str)
        elif isinstance(node, Parameter):
            note(node.name, _parameter_hint(node))
    yield from found.values()


def _parameter_hint(node: Parameter) -> Callable[[str], str]:
    from spshell.language.nodes import TypeConstraint

    types = [item.type_name for item in node.attributes if isinstance(item, TypeConstraint)]
    shown = _short_name(types[-1].full_name) if types else "Object"
    return lambda name: f"[{shown}]${name}"


def _short_name(written: str) -> str:
    from spshell.engine.commands.syntax import short_type
    from spshell.engine.completion.inference import named_type

    found = named_type(written)
    return written if found is None else short_type(found)


def _assigned(session: Session, place: Place, node: AssignmentStatement) -> Callable[[str], str]:
    from spshell.engine.commands.syntax import short_type
    from spshell.engine.completion.inference import Inference

    left = node.left
    while isinstance(left, AttributedExpression):
        left = left.child
    if isinstance(left, ConvertExpression):
        shown = _short_name(left.type.type_name.full_name)
        return lambda name: f"[{shown}]${name}"
    shapes = Inference(session, place).of_statement(node.right)
    if not shapes or shapes[0].net_type is None:
        return str
    shown = short_type(shapes[0].net_type)
    return lambda name: f"[{shown}]${name}"

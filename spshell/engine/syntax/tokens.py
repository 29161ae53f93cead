"""Token and its kinds; what a token's text means is worked out when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.syntax import LANGUAGE
from spshell.engine.syntax.enumerations import flagged, named
from spshell.engine.syntax.extent_objects import ScriptExtent
from spshell.engine.syntax.lists import read_only
from spshell.engine.syntax.variable_paths import VariablePath
from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from spshell.language.nodes.base import Source
    from spshell.language.tokens import Token as Scanned

_TOKEN = LANGUAGE + "Token"


@net_class(_TOKEN)
class Token:
    """A token: kind, flags, place."""

    __slots__ = ("scanned", "source")

    def __init__(self, scanned: Scanned, source: Source) -> None:
        self.scanned = scanned
        self.source = source

    @prop("System.Management.Automation.Language.IScriptExtent Extent {get}")
    def extent(self) -> ScriptExtent:
        return ScriptExtent(self.source, self.scanned.start, min(self.scanned.end, len(self.source.text)))

    @prop("string Text {get}")
    def token_text(self) -> str:
        return self.source.text[self.scanned.start : self.scanned.end]

    @prop("System.Management.Automation.Language.TokenFlags TokenFlags {get}")
    def token_flags(self) -> Any:
        return flagged("TokenFlags", self.scanned.flags())

    @prop("System.Management.Automation.Language.TokenKind Kind {get}")
    def kind(self) -> Any:
        return named("TokenKind", self.scanned.kind)

    @prop("bool HasError {get}")
    def has_error(self) -> bool:
        return "TokenInError" in self.scanned.flags()

    def ps_text(self) -> str:
        return "<eof>" if self.scanned.kind == "EndOfInput" else self.token_text

    to_string = ps_text

    def read(self) -> Any:
        """The expression that the token's text makes alone, as a node; None when it makes none."""
        from spshell.language import parse

        block = parse(self.token_text).script_block.end_block
        statement = block.statements[0] if block is not None and block.statements else None
        elements = getattr(statement, "elements", [])
        return getattr(elements[0], "expression", None) if elements else None


@net_class(LANGUAGE + "NumberToken")
class NumberToken(Token):
    """A number."""

    __slots__ = ()

    @prop("System.Object Value {get}")
    def number(self) -> Any:
        from spshell.engine.compiled import literals

        node = self.read()
        return None if node is None else literals.literal(node.value, node.type_name)


@net_class(LANGUAGE + "ParameterToken")
class ParameterToken(Token):
    """``-Name`` or ``-Name:``."""

    __slots__ = ()

    @prop("string ParameterName {get}")
    def parameter_name(self) -> str:
        return str(self.token_text[1:]).removesuffix(":")

    @prop("bool UsedColon {get}")
    def used_colon(self) -> bool:
        return str(self.token_text).endswith(":")


@net_class(LANGUAGE + "VariableToken")
class VariableToken(Token):
    """``$name``, ``@name``, ``${name}``."""

    __slots__ = ()

    @prop("string Name {get}")
    def name(self) -> str:
        return str(self.variable_path.name)

    @prop("System.Management.Automation.VariablePath VariablePath {get}")
    def variable_path(self) -> VariablePath:
        text = self.token_text[1:]
        return VariablePath(text[1:-1] if text.startswith("{") else text)


@net_class(LANGUAGE + "StringToken", kind="abstract")
class StringToken(Token):
    """Text in quotes, in a here-string, or a bare word."""

    __slots__ = ()

    @prop("string Value {get}")
    def content(self) -> str:
        if self.scanned.kind in ("Generic", "Identifier"):
            return str(self.token_text)
        node = self.read()
        return str(self.token_text if node is None else node.value)


@net_class(LANGUAGE + "StringLiteralToken")
class StringLiteralToken(StringToken):
    """Text without variables."""

    __slots__ = ()


@net_class(LANGUAGE + "StringExpandableToken")
class StringExpandableToken(StringToken):
    """Text in double quotes."""

    __slots__ = ()

    @prop(f"System.Collections.ObjectModel.ReadOnlyCollection[{_TOKEN}] NestedTokens {{get}}")
    def nested(self) -> Any:
        """The variables in the text, as tokens; null without any."""
        node = self.read()
        found = [
            VariableToken(_variable(part, self.scanned.start), self.source)
            for part in getattr(node, "parts", ())
            if getattr(part, "kind", "") == "VariableExpression"
        ]
        return read_only(_TOKEN, found) if found else None


def _variable(node: Any, offset: int) -> Scanned:
    from spshell.language.tokens import Token as Scanned

    return Scanned("Variable", offset + node.start, offset + node.end)


@net_class(LANGUAGE + "LabelToken")
class LabelToken(Token):
    """``:name`` of a loop."""

    __slots__ = ()

    @prop("string LabelText {get}")
    def label_text(self) -> str:
        return str(self.token_text[1:])


_STREAMS = ("All", "Output", "Error", "Warning", "Verbose", "Debug", "Information")  # ORDER their numbers


@net_class(LANGUAGE + "RedirectionToken", kind="abstract")
class RedirectionToken(Token):
    """A redirection operator."""

    __slots__ = ()

    def _stream(self, character: str) -> Any:
        return named("RedirectionStream", _STREAMS[int(character)] if character.isdigit() else "All")

    @prop("System.Management.Automation.Language.RedirectionStream FromStream {get}")
    def from_stream(self) -> Any:
        first = self.token_text[0]
        return self._stream("1" if first == ">" else first)


@net_class(LANGUAGE + "FileRedirectionToken")
class FileRedirectionToken(RedirectionToken):
    """``2>`` or ``2>>``."""

    __slots__ = ()

    @prop("bool Append {get}")
    def append(self) -> bool:
        return str(self.token_text).endswith(">>")


@net_class(LANGUAGE + "MergingRedirectionToken")
class MergingRedirectionToken(RedirectionToken):
    """``2>&1``."""

    __slots__ = ()

    @prop("System.Management.Automation.Language.RedirectionStream ToStream {get}")
    def to_stream(self) -> Any:
        return self._stream(self.token_text[-1])


_CLASSES: dict[str, type[Token]] = {
    "Number": NumberToken,
    "Parameter": ParameterToken,
    "Variable": VariableToken,
    "SplattedVariable": VariableToken,
    "StringLiteral": StringLiteralToken,
    "HereStringLiteral": StringLiteralToken,
    "StringExpandable": StringExpandableToken,
    "HereStringExpandable": StringExpandableToken,
    "Generic": StringLiteralToken,
    "Label": LabelToken,
}


def token_of(scanned: Scanned, source: Source) -> Token:
    """The face of a token."""
    if scanned.kind == "Redirection":
        merging = "&" in source.text[scanned.start : scanned.end]
        return (MergingRedirectionToken if merging else FileRedirectionToken)(scanned, source)
    return _CLASSES.get(scanned.kind, Token)(scanned, source)

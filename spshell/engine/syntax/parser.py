"""Parser.ParseInput and ParseFile, and PSParser.Tokenize of Windows PowerShell 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.syntax import LANGUAGE
from spshell.engine.syntax.ast import tree_of
from spshell.engine.syntax.enumerations import token_type
from spshell.engine.syntax.extent_objects import ScriptExtent
from spshell.engine.syntax.tokens import token_of
from spshell.values.declare import constructor, method, net_class, prop

if TYPE_CHECKING:
    from spshell.language import ParseResult

_OUT = "out System.Management.Automation.Language.Token[] tokens, out System.Management.Automation.Language.ParseError[] errors"


@net_class(LANGUAGE + "ParseError")
class ParseError:
    """One fault of a text."""

    def __init__(self, extent: Any, error_id: str, text: str, *, incomplete: bool = False) -> None:
        self.where = extent
        self.identifier = error_id
        self.sentence = text
        self.incomplete = incomplete

    @constructor(
        "(System.Management.Automation.Language.IScriptExtent extent, string errorId, string message)"
    )
    @staticmethod
    def make(extent: Any, error_id: str, text: str) -> ParseError:
        return ParseError(extent, error_id, text)

    @prop("string ErrorId {get}")
    def error_id(self) -> str:
        return self.identifier

    @prop("System.Management.Automation.Language.IScriptExtent Extent {get}")
    def extent(self) -> Any:
        return self.where

    @prop("bool IncompleteInput {get}")
    def incomplete_input(self) -> bool:
        return self.incomplete

    @prop("string Message {get}")
    def message(self) -> str:
        return self.sentence

    def ps_text(self) -> str:
        from spshell.engine.errors.extents import node_extent
        from spshell.engine.errors.position_text import position_message

        place = node_extent(self.where.source, self.where.start, self.where.end)
        return f"{position_message(place)}\n{self.sentence}"

    to_string = ps_text


@net_class(LANGUAGE + "Parser", kind="static")
class Parser:
    """The parser as a static class."""

    @method(
        f"static {LANGUAGE}ScriptBlockAst ParseInput(string input, {_OUT})",
        f"static {LANGUAGE}ScriptBlockAst ParseInput(string input, string fileName, {_OUT})",
    )
    @staticmethod
    def parse_input(text: str, *rest: Any) -> Any:
        from spshell.language import parse

        *name, tokens, errors = rest
        return _give(parse(text, name[0] or "" if name else ""), tokens, errors)

    @method(f"static {LANGUAGE}ScriptBlockAst ParseFile(string fileName, {_OUT})")
    @staticmethod
    def parse_file(name: str, tokens: Any, errors: Any) -> Any:
        from spshell.engine.source_files import read_script
        from spshell.language import parse

        return _give(parse(read_script(name), name), tokens, errors)


def _give(result: ParseResult, tokens: Any, errors: Any) -> Any:
    source = result.script_block.source
    if not result.errors:
        result.errors = _class_errors(result.script_block)
    tokens.value = [token_of(token, source) for token in result.tokens]
    errors.value = shown_errors(result.errors, source)
    return tree_of(source).face(result.script_block)


def _class_errors(block: Any) -> list[Any]:
    """What is wrong with the classes of the text where the parser is asked: which types there are belongs to it."""
    from spshell.engine.calls.frames import running_scope
    from spshell.engine.classes.checks import class_errors

    scope = running_scope()
    return [] if scope is None else class_errors(block, scope)


def shown_errors(errors: list[Any], source: Any) -> list[ParseError]:
    """The faults of a text as objects."""
    from spshell.language.messages import message

    return [
        ParseError(
            ScriptExtent(source, error.start, error.end),
            error.error_id,
            message(error),
            incomplete=error.incomplete,
        )
        for error in errors
    ]


_GROUPS = frozenset({"LParen", "LCurly", "AtParen", "AtCurly", "DollarParen"})
_TYPES = {
    "Variable": "Variable", "SplattedVariable": "Variable", "Parameter": "CommandParameter", "Number": "Number",
    "Label": "LoopLabel", "Identifier": "CommandArgument", "Generic": "CommandArgument", "NewLine": "NewLine",
    "LineContinuation": "LineContinuation", "Comment": "Comment", "EndOfInput": "Unknown", "Unknown": "Unknown",
    "StringLiteral": "String", "StringExpandable": "String", "HereStringLiteral": "String",
    "HereStringExpandable": "String", "RParen": "GroupEnd", "RCurly": "GroupEnd", "Semi": "StatementSeparator",
}  # fmt: skip
_ROLES = {"CommandName": "Command", "MemberName": "Member", "AttributeName": "Attribute", "TypeName": "Type"}


@net_class("System.Management.Automation.PSToken")
class PSToken:
    """A token as Windows PowerShell 2 showed it."""

    def __init__(self, token: Any) -> None:
        self.token = token

    @prop("string Content {get}")
    def content(self) -> str:
        for name in ("content", "name", "label_text"):
            found = getattr(self.token, name, None)
            if isinstance(found, str):
                return found
        return str(self.token.token_text)

    @prop("System.Management.Automation.PSTokenType Type {get}")
    def type(self) -> Any:
        return token_type(_role(self.token.scanned))

    @prop("int Start {get}")
    def start(self) -> int:
        return int(self.token.extent.start_offset)

    @prop("int Length {get}")
    def length(self) -> int:
        return int(self.token.extent.end_offset) - int(self.token.extent.start_offset)

    @prop("int StartLine {get}")
    def start_line(self) -> int:
        return int(self.token.extent.start_line)

    @prop("int StartColumn {get}")
    def start_column(self) -> int:
        return int(self.token.extent.start_column)

    @prop("int EndLine {get}")
    def end_line(self) -> int:
        return int(self.token.extent.end_line)

    @prop("int EndColumn {get}")
    def end_column(self) -> int:
        return int(self.token.extent.end_column)


def _role(scanned: Any) -> str:
    for flag, role in _ROLES.items():
        if flag in scanned.added and (flag != "CommandName" or scanned.kind != "Ampersand"):
            return role
    if scanned.kind in _GROUPS:
        return "GroupStart"
    found = _TYPES.get(scanned.kind)
    if found is not None:
        return found
    return "Keyword" if "Keyword" in scanned.flags() else "Operator"


@net_class("System.Management.Automation.PSParseError")
class PSParseError:
    """A fault as Windows PowerShell 2 showed it."""

    def __init__(self, error: Any, source: Any, sentence: str) -> None:
        self.error = error
        self.source = source
        self.sentence = sentence

    @prop("string Message {get}")
    def message(self) -> str:
        return self.sentence

    @prop("System.Management.Automation.PSToken Token {get}")
    def token(self) -> PSToken:
        from spshell.language.tokens import Token

        return PSToken(token_of(Token("Unknown", self.error.start, self.error.end), self.source))


@net_class("System.Management.Automation.PSParser", kind="static")
class PSParser:
    """The tokenizer of Windows PowerShell 2."""

    @method(
        "static System.Collections.ObjectModel.Collection[System.Management.Automation.PSToken] "
        "Tokenize(string script, out System.Collections.ObjectModel.Collection"
        "[System.Management.Automation.PSParseError] errors)",
        "static System.Collections.ObjectModel.Collection[System.Management.Automation.PSToken] "
        "Tokenize(System.Object[] script, out System.Collections.ObjectModel.Collection"
        "[System.Management.Automation.PSParseError] errors)",
    )
    @staticmethod
    def tokenize(script: Any, errors: Any) -> Any:
        """The tokens of a text, or of its lines."""
        from spshell.dotnet.collections.collections import generic_list
        from spshell.language import parse
        from spshell.language.messages import message

        if isinstance(script, list):
            from spshell.values.text import to_text

            script = "\n".join(to_text(line) for line in script)
        result = parse(script)
        source = result.script_block.source
        collection = "System.Collections.ObjectModel.Collection`1"
        faults = [PSParseError(error, source, message(error)) for error in result.errors]
        errors.value = generic_list("System.Management.Automation.PSParseError", faults, collection)
        kept = [token for token in result.tokens if token.kind != "EndOfInput"]
        tokens = [PSToken(token_of(token, source)) for token in kept]
        return generic_list("System.Management.Automation.PSToken", tokens, collection)

"""The whole grammar: script blocks on top of everything else, and the entry points."""

from __future__ import annotations

import gc
import sys

from spshell.language.class_rules import ClassRules
from spshell.language.errors import ParseError
from spshell.language.nodes import (
    Attribute,
    NamedBlock,
    ParamBlock,
    ScriptBlock,
    Source,
    UsingStatement,
)
from spshell.language.tokens import BLOCK_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.language.nodes import Statement, TrapStatement, TypeName
    from spshell.language.tokens import Token

_DEEPEST = 20_000  # frames; a deeper script is refused


class Parser(ClassRules):
    """Reads a text into a ScriptBlock; faults end up in `errors`."""

    def script_block(self, curly: int, in_process: bool = False) -> ScriptBlock:
        """The inside of a script, a function or `{ }` (whose brace at `curly` is consumed, else -1).

        `in_process` makes plain statements a process block, as in a filter.
        """
        self.skip_newlines()
        usings = self._usings() if curly < 0 else []
        back = self.pos
        attributes_kept = len(self.comments)
        param_block = self._param_block()
        if param_block is None:
            del self.comments[attributes_kept:]
            self.resync(back)
        self.skip_separators()
        if self.peek() in BLOCK_NAMES:
            return self._named_blocks(curly, usings, param_block)
        return self._statements(curly, usings, param_block, in_process)

    def _usings(self) -> list[UsingStatement]:
        found: list[UsingStatement] = []
        while self.peek() == "Using":
            self.peeked = False
            using = self.using_statement()
            self.skip_separators()
            if isinstance(using, UsingStatement):
                found.append(using)
        self.resync(self.start)
        return found

    def _param_block(self) -> ParamBlock | None:
        self.skip_newlines()
        candidates = self.attribute_list(in_expression=False)
        self.skip_newlines()
        if self.peek() != "Param":
            return None
        self.peeked = False
        start = self.start
        self.skip_newlines()
        if self.next() != "LParen":
            self.peeked = True
            return None
        end = self.end
        parameters = self.parameter_list()
        self.skip_newlines()
        if self.next() == "RParen":
            end = self.end
        else:
            self.peeked = True
            last = parameters[-1].end if parameters else end
            self.report_incomplete("MissingEndParenthesisInFunctionParameterList", last, last)
            end = max(0, self.start - 1)
        attributes = []
        for attribute in candidates or ():
            if isinstance(attribute, Attribute):
                attributes.append(attribute)
            else:
                self.report(
                    "TypeNotAllowedBeforeParam",
                    attribute.start,
                    attribute.end,
                    attribute.type_name.full_name,
                )
        return ParamBlock([*attributes], parameters, start, end)

    def _statements(
        self, curly: int, usings: list[UsingStatement], param_block: ParamBlock | None, in_process: bool
    ) -> ScriptBlock:
        statements: list[Statement] = []
        traps: list[TrapStatement] = []
        body = (param_block.start, param_block.end) if param_block is not None else None
        while True:
            extent = self.statement_list(statements, traps)
            if extent is not None:
                body = extent if body is None else (body[0], extent[1])
            done, body, whole = self._complete(curly, body)
            if done:
                break
        kind = "Process" if in_process else "End"
        block = NamedBlock(kind, True, statements, traps, *(body or (0, 0)))
        process, end = (block, None) if in_process else (None, block)
        return ScriptBlock(self.source, usings, [], param_block, None, None, process, end, None, None, *whole)

    def _complete(
        self, curly: int, body: tuple[int, int] | None
    ) -> tuple[bool, tuple[int, int] | None, tuple[int, int]]:
        # Expects the end; whether it is here, the extent of the statements and of the whole block.
        if curly < 0:
            if self.next() != "EndOfInput":
                self.report("UnexpectedToken", self.start, self.end, self.token_text())
                return False, body, (0, self.size)
            return True, body, (0, self.size)
        if self.next() == "RCurly":
            if body is None and self._column(curly + 1) != self._column(self.start):
                body = (curly + 1, max(0, self.start - 1))
            return True, body, (curly, self.end)
        self.peeked = True
        end = body[1] if body else curly + 1
        self.report_incomplete("MissingEndCurlyBrace", curly, curly + 1, seen_at=self.end)
        return True, body, (curly, end)

    def _column(self, offset: int) -> int:
        return self.source.position(offset)[1]

    def _named_blocks(
        self, curly: int, usings: list[UsingStatement], param_block: ParamBlock | None
    ) -> ScriptBlock:
        blocks: dict[str, NamedBlock] = {}
        start = curly if curly >= 0 else (param_block.start if param_block is not None else -1)
        last_end = start
        while True:
            kind = self.next()
            if kind not in BLOCK_NAMES:
                break
            name_start, name_end = self.start, self.end
            start = name_start if start < 0 else start
            last_end = name_end
            block = self.statement_block()
            if block is None:
                self.report_incomplete("MissingNamedStatementBlock", name_end, name_end, kind.lower())
                named = NamedBlock(self._block_kind(kind), False, [], [], name_start, name_end)
            else:
                last_end = block.end
                named = NamedBlock(
                    self._block_kind(kind), False, block.statements, block.traps, name_start, last_end
                )
            if kind in blocks:
                self.report("DuplicateScriptCommandClause", name_start, last_end, kind.lower())
            else:
                blocks[kind] = named
            self.skip_separators()
        if kind == "RCurly" or kind == "EndOfInput":
            self.peeked = True
            _, _, whole = self._complete(curly, (start, last_end))
        else:
            whole = (0, self.size)
            if curly >= 0:
                self.peeked = True
                whole = (start, last_end)
            self.report("MissingNamedBlocks", self.start, self.end, self.token_text())
        return ScriptBlock(
            self.source,
            usings,
            [],
            param_block,
            blocks.get("Dynamicparam"),
            blocks.get("Begin"),
            blocks.get("Process"),
            blocks.get("End"),
            blocks.get("Clean"),
            None,
            *whole,
        )

    def module_exists(self, node: UsingStatement) -> bool:
        """Whether the module that a `using` names can be found."""
        from spshell.language.checks.constants import constant_value
        from spshell.language.checks.files import module_exists

        name: object = node.name.value if node.name is not None else ""
        if node.module_specification is not None:
            values = constant_value(node.module_specification)
            name = values.get("modulename", "") if isinstance(values, dict) else ""
        return module_exists(str(name), self.source.name)

    def file_exists(self, name: str) -> bool:
        """Whether the file that a `using assembly` names is there."""
        from spshell.language.checks.files import file_exists

        return file_exists(name, self.source.name)

    @staticmethod
    def _block_kind(kind: str) -> str:
        return "DynamicParam" if kind == "Dynamicparam" else kind


class ParseResult:
    """What came out of a text: the tree, the faults, the comments; tokens when asked for."""

    __slots__ = ("_text", "_tokens", "comments", "errors", "script_block")

    def __init__(
        self,
        script_block: ScriptBlock,
        errors: list[ParseError],
        comments: list[tuple[int, int]],
        text: str,
        tokens: list[Token] | None,
    ) -> None:
        self.script_block = script_block
        self.errors = errors
        self.comments = comments
        self._text = text
        self._tokens = tokens

    @property
    def incomplete(self) -> bool:
        """Whether more text could make it right: a prompt asks for another line."""
        return any(error.incomplete for error in self.errors)

    @property
    def tokens(self) -> list[Token]:
        """The tokens in order, comments and line breaks included; read at the first use."""
        if self._tokens is None:
            self._tokens = _parse(self._text, self.script_block.source.name, collect=True)._tokens or []
        return self._tokens


def parse(text: str, name: str = "") -> ParseResult:
    """Parse a script. Never raises; what is wrong stands in `errors`."""
    return _parse(text, name, collect=False)


def _parse(text: str, name: str, collect: bool) -> ParseResult:
    parser = Parser(text, collect)
    parser.source.name = name
    was_collecting = gc.isenabled()
    gc.disable()  # a tree has no cycles worth looking for while it grows
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _DEEPEST))
    try:
        block = parser.script_block(-1)
        if parser.requires:
            from spshell.language.requires import read_requirements

            block.requirements = read_requirements(parser)
        if parser.needs_checks:
            from spshell.language.checks import check

            check(parser, block)
    except RecursionError:
        parser.report("ScriptTooComplicated", parser.start, parser.end)
        block = ScriptBlock(
            parser.source,
            [],
            [],
            None,
            None,
            None,
            None,
            NamedBlock("End", True, [], [], 0, 0),
            None,
            None,
            0,
            len(text),
        )
    finally:
        sys.setrecursionlimit(limit)
        if was_collecting:
            gc.enable()
    parser.source.root = block
    return ParseResult(block, parser.errors, parser.comments, text, parser.collected)


def parse_type_name(text: str) -> TypeName | None:
    """A type as written without its outer brackets; None when it is none."""
    parser = Parser(text.strip())
    found = parser.type_name(allow_assembly=True)
    if found is None or parser.errors or parser.next() != "EndOfInput":
        return None
    return found


__all__ = ["ParseError", "ParseResult", "Parser", "Source", "parse", "parse_type_name"]

"""System.Management.Automation.CommandCompletion: the answer of TabExpansion2, and completion as a static method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.collections.collections import generic_list
from spshell.dotnet.system.errors import automation_argument
from spshell.values.declare import constructor, field, method, net_class

if TYPE_CHECKING:
    from spshell.engine.completion.results import Completion

_SMA = "System.Management.Automation."
_RESULT = _SMA + "CompletionResult"
_COLLECTION = "System.Collections.ObjectModel.Collection`1"
_TREE = (
    f"{_SMA}Language.Ast ast, {_SMA}Language.Token[] tokens, {_SMA}Language.IScriptPosition cursorPosition, "
    "hashtable options"
)


@net_class(_SMA + "CommandCompletion")
class CommandCompletion:
    """The matches for a place, and the part of the text that they replace."""

    matches = field(f"System.Collections.ObjectModel.Collection[{_RESULT}] CompletionMatches {{get;set}}")
    current = field("int CurrentMatchIndex {get;set}", default=-1)
    replaced_from = field("int ReplacementIndex {get;set}", default=-1)
    replaced_length = field("int ReplacementLength {get;set}", default=-1)
    ps_members: Any = None

    @constructor(
        f"(System.Collections.ObjectModel.Collection[{_RESULT}] matches, int currentMatchIndex, int replacementIndex, "
        "int replacementLength)"
    )
    @staticmethod
    def create(matches: Any, current: int, start: int, length: int) -> CommandCompletion:
        made = CommandCompletion()
        made.matches, made.current, made.replaced_from, made.replaced_length = matches, current, start, length
        return made

    @method(f"static {_SMA}CommandCompletion CompleteInput(string input, int cursorIndex, hashtable options)")
    @staticmethod
    def complete_input(text: str, cursor: int, options: Any = None) -> CommandCompletion:
        """Completion of a text; an index outside of it is refused."""
        from spshell.engine.completion.analysis import complete

        del options
        _check_cursor(text, cursor)
        return _given(complete(_session(), text, cursor))

    @method(f"static {_SMA}CommandCompletion CompleteInput({_TREE})")
    @staticmethod
    def complete_tree(ast: Any, tokens: Any, position: Any, options: Any = None) -> CommandCompletion:
        """Completion in a text that is parsed already."""
        from spshell.engine.completion.analysis import complete

        del options
        for name, value in (("ast", ast), ("tokens", tokens), ("positionOfCursor", position)):
            if value is None:
                raise automation_argument("A value is required.", name, null=True)
        return _given(complete(_session(), ast.tree.source.text, position.index))

    @method(
        f"static System.Tuple[{_SMA}Language.Ast,{_SMA}Language.Token[],{_SMA}Language.IScriptPosition] "
        "MapStringInputToParsedInput(string input, int cursorIndex)"
    )
    @staticmethod
    def map_input(text: str, cursor: int) -> Any:
        """The tree, the tokens and the position that CompleteInput takes."""
        from spshell.dotnet.collections.tuples import make_tuple
        from spshell.engine.syntax.ast import tree_of
        from spshell.engine.syntax.extent_objects import ScriptPosition
        from spshell.engine.syntax.tokens import token_of
        from spshell.language import parse

        _check_cursor(text, cursor)
        result = parse(text)
        source = result.script_block.source
        tokens = [token_of(token, source) for token in result.tokens]
        return make_tuple([tree_of(source).face(result.script_block), tokens, ScriptPosition(source, cursor)])

    @method(f"{_RESULT} GetNextResult(bool forward)")
    def next_result(self, forward: bool) -> Any:
        """The match after or before the current one, round and round."""
        found = list(self.matches)
        if not found:
            return None
        step = 1 if forward else -1
        index = self.current + step
        self.current = len(found) - 1 if index < 0 else index % len(found)
        return found[self.current]


def _check_cursor(text: str, cursor: int) -> None:
    """Raises PSArgumentException for a place outside of the text."""
    if not 0 <= cursor <= len(text):
        raise automation_argument(
            f"The text has no place {cursor}: it has {len(text)} characters.", "cursorIndex"
        )


def _session() -> Any:
    from spshell.engine.running import RUNNING

    session = RUNNING.get()
    assert session is not None
    return session


def _given(found: Completion) -> CommandCompletion:
    matches = generic_list(_RESULT, found.matches, _COLLECTION)
    made: CommandCompletion = CommandCompletion.create(matches, -1, found.start, found.length)
    return made

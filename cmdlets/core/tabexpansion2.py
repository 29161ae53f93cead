"""TabExpansion2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.engine.binding.metadata import SetFlags
from spshell.engine.commands.cmdlet import Cmdlet, parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = "ScriptInputSet"
_TREE = "AstInputSet"


class TabExpansion2(Cmdlet, function="TabExpansion2", default_set=_TEXT):
    """Say what may stand at a place of a text, as Tab does at the prompt.

    PS> (TabExpansion2 'Get-Dat' 7).CompletionMatches | ForEach-Object CompletionText
    """

    input_script: Any = parameter(
        "string",
        name="inputScript",
        sets={_TEXT: SetFlags(mandatory=True, position=0)},
        allow_empty_string=True,
        help="The text.",
    )
    cursor_column: Any = parameter(
        "int",
        name="cursorColumn",
        sets={_TEXT: SetFlags(position=1)},
        help="Where the cursor stands; its end by default.",
    )
    ast: Any = parameter(
        "System.Management.Automation.Language.Ast",
        name="ast",
        sets={_TREE: SetFlags(mandatory=True, position=0)},
        help="The tree of the text.",
    )
    tokens: Any = parameter(
        "System.Management.Automation.Language.Token[]",
        name="tokens",
        sets={_TREE: SetFlags(mandatory=True, position=1)},
        help="Its tokens.",
    )
    position_of_cursor: Any = parameter(
        "System.Management.Automation.Language.IScriptPosition",
        name="positionOfCursor",
        sets={_TREE: SetFlags(mandatory=True, position=2)},
        help="Where the cursor stands.",
    )
    options: Any = parameter(
        "hashtable",
        name="options",
        sets={_TEXT: SetFlags(position=2), _TREE: SetFlags(position=3)},
        help="Options of completion.",
    )

    def end(self) -> Iterator[object]:
        from spshell.engine.completion.command_completion import CommandCompletion

        if self.parameter_set == _TREE:
            yield CommandCompletion.complete_tree(
                self.ast, self.tokens, self.position_of_cursor, self.options
            )
            return
        column = len(self.input_script) if self.cursor_column is None else self.cursor_column
        yield CommandCompletion.complete_input(self.input_script, column, self.options)

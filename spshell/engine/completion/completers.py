"""System.Management.Automation.CompletionCompleters: the single sources as static methods, for completers of scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.dotnet.system.errors import argument_null
from spshell.values.declare import method, net_class

if TYPE_CHECKING:
    from spshell.dotnet.system.completion_results import CompletionResult

_SMA = "System.Management.Automation."
_MANY = f"System.Collections.Generic.IEnumerable[{_SMA}CompletionResult]"


@net_class(_SMA + "CompletionCompleters", kind="static")
class CompletionCompleters:
    """What completes one kind of word."""

    @method(f"static {_MANY} CompleteCommand(string commandName)")
    @staticmethod
    def command(word: str) -> list[CompletionResult]:
        """Commands that begin with the word."""
        from spshell.engine.completion.command_names import command_matches

        return command_matches(_session(), _given(word, "commandName"))

    @method(f"static {_MANY} CompleteFilename(string fileName)")
    @staticmethod
    def filename(word: str) -> list[CompletionResult]:
        """Paths that begin with the word."""
        from spshell.engine.completion.paths import path_matches
        from spshell.engine.completion.results import unquoted

        quote, bare = unquoted(_given(word, "fileName"))
        return path_matches(_session(), bare, quote)

    @method(
        f"static System.Collections.Generic.List[{_SMA}CompletionResult] CompleteOperator(string wordToComplete)"
    )
    @staticmethod
    def operator(word: str) -> list[CompletionResult]:
        """Operators that begin with the word, with or without its dash."""
        from spshell.engine.completion.operator_names import operator_matches

        return operator_matches(_given(word, "wordToComplete").removeprefix("-"))

    @method(f"static {_MANY} CompleteType(string typeName)")
    @staticmethod
    def type(word: str) -> list[CompletionResult]:
        """Types that begin with the word."""
        from spshell.engine.completion.type_names import type_matches

        return type_matches(_session(), _given(word, "typeName"))

    @method(f"static {_MANY} CompleteVariable(string variableName)")
    @staticmethod
    def variable(word: str) -> list[CompletionResult]:
        """Variables that begin with the word, written without its dollar."""
        from spshell.engine.completion.analysis import complete

        text = "$" + _given(word, "variableName")
        return complete(_session(), text, len(text)).matches


def _given(word: str | None, name: str) -> str:
    if word is None:
        raise argument_null(name)
    return word


def _session() -> Any:
    from spshell.engine.running import RUNNING

    return RUNNING.get()

"""Tab at the prompt."""

from __future__ import annotations

from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from spshell.app import make_session
from spshell.repl.completion import SessionCompleter


def test_tab_replaces_the_whole_word_under_the_cursor():
    """
    What the engine of completion finds, as the editor wants it: relative to the cursor.
    """
    completer = SessionCompleter(make_session())
    found = list(completer.get_completions(Document("1; Get-Dat", 9), CompleteEvent()))
    assert [(item.text, item.start_position) for item in found] == [("Get-Date", -6)]

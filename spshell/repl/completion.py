"""Tab at the prompt: prompt_toolkit's view of the one completion engine."""

from __future__ import annotations

from prompt_toolkit.completion import Completer, Completion

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from spshell.engine.session import Session


class SessionCompleter(Completer):
    """Offers what `engine.completion` finds for the place of the cursor."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        from spshell.engine.completion.analysis import complete

        cursor = document.cursor_position
        found = complete(self.session, document.text, cursor)
        for match in found.matches:
            hint = " ".join(match.hint.split())
            yield Completion(
                match.text,
                start_position=found.start - cursor,
                display=match.shown,
                display_meta="" if hint == match.shown else hint,
            )

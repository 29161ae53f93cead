"""Errors in transcripts: each is written there as it comes about, shown later or not."""

from __future__ import annotations

from spshell.engine.pipelines.streams import OwnErrors

TYPE_CHECKING = False
if TYPE_CHECKING:
    from spshell.engine.errors.records import ErrorRecord
    from spshell.engine.session import Session


def transcribe_error(session: Session, record: ErrorRecord) -> None:
    """Write an error to the transcripts, unless it becomes output of the command that wrote it (``2>&1``).

    The host writes it once more when it shows it.
    """
    if type(session.streams.error) is OwnErrors or session.error_text is None:
        return
    session.host.transcribe(session.error_text(record, session).rstrip() + "\n")

"""Messages for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from spshell.mail import Mailbox, MailMessage, SenderSettings, resolve_sender

FARM = Mailbox("farm@contoso.test", "Intranet")
HELP = Mailbox("help@contoso.test", "Help Desk")
ANN = Mailbox("ann@contoso.test", "Ann Lee")
OWNER = Mailbox("owner@contoso.test", "Site Owner")
SETTINGS = SenderSettings(FARM, HELP)
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def message(**changes: Any) -> MailMessage:
    facts: dict[str, Any] = {
        "sender": resolve_sender(SETTINGS),
        "to": (OWNER,),
        "subject": "Report was added",
        "text": "A report was added.\n",
        "id": "7b0c6c0e-0000-4000-8000-000000000001",
        "date": NOW,
    }
    return MailMessage(**facts | changes)

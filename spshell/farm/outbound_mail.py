"""Mail in the outbox as objects of the shell: one message for one recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.farm.persisted import to_guid
from spshell.farm.web_application import all_applications
from spshell.values.declare import net_class, prop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from spshell.farm.farm import SPFarm
    from spshell.mail import Outbox, QueuedMail


@net_class("Spshell.Farm.OutboundMail")
class OutboundMail:
    """One message for one recipient: where it stands and why. Times are local, as everywhere in the shell."""

    ps_view = (
        "table",
        (
            ("State", 11, "", "State"),
            ("Recipient", 26, "", "Recipient"),
            ("Subject", 30, "", "Subject"),
            ("Reason", 0, "", "Reason"),
        ),
    )

    def __init__(self, mail: QueuedMail, application: str) -> None:
        self.mail = mail
        self._application = application

    @prop("guid Id {get}")
    def id(self) -> Any:
        return to_guid(self.mail.id)

    @prop("string State {get}")
    def state(self) -> str:
        return self.mail.state.value.capitalize()

    @prop("string Recipient {get}")
    def recipient(self) -> str:
        return self.mail.recipient

    @prop("string Subject {get}")
    def subject(self) -> str:
        return self.mail.subject

    @prop("string EnvelopeFrom {get}")
    def envelope_from(self) -> str:
        return self.mail.mail_from

    @prop("string WebApplication {get}")
    def web_application(self) -> str:
        return self._application

    @prop("string MessageId {get}")
    def message_id(self) -> str:
        return self.mail.message_id

    @prop("int Attempts {get}")
    def attempts(self) -> int:
        return self.mail.attempts

    @prop("string Reason {get}")
    def reason(self) -> str | None:
        return self.mail.reason

    @prop("datetime Created {get}")
    def created(self) -> Any:
        return _local(self.mail.created)

    @prop("datetime Changed {get}")
    def changed(self) -> Any:
        return _local(self.mail.changed)

    @prop("datetime NextAttempt {get}")
    def next_attempt(self) -> Any:
        return _local(self.mail.next_attempt)

    def ps_text(self) -> str:
        return f"{self.mail.subject} to {self.mail.recipient}"

    to_string = ps_text


def outbound_mail(farm: SPFarm, outbox: Outbox) -> Iterator[OutboundMail]:
    """Every recipient of every message, oldest first."""
    urls = {str(app.record.id): str(app.url) for app in all_applications(farm, administration=True)}
    for mail in outbox.mail():
        yield OutboundMail(mail, urls.get(mail.relay_key, "(gone)"))


def _local(moment: datetime) -> Any:
    from spshell.values.conversion import convert, resolve_type_name

    return convert(moment.isoformat(), resolve_type_name("datetime"))

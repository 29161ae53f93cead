"""Messages of the farm on their way out: composed for a web application and put into the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spshell.farm.mail_settings import effective, sender_for
from spshell.farm.web_application import find_application

if TYPE_CHECKING:
    from uuid import UUID

    from spshell.farm.farm import SPFarm
    from spshell.farm.site import SPUser, SPWeb
    from spshell.farm.web_application import SPWebApplication
    from spshell.mail import DeliveryReport, Outbox, Relay


def open_outbox(farm: SPFarm) -> Outbox:
    """The farm's outbox, beside its state."""
    from spshell.mail import Outbox

    return Outbox(farm.context.companion(".outbox.db"))


def relay_for(farm: SPFarm, key: str) -> Relay:
    """The relay for a message's key, which is its web application's id. Raises RelayUnavailable."""
    from spshell.farm.mail_settings import relay_of
    from spshell.mail import RelayUnavailable

    application = find_application(farm, key)
    if application is None:
        raise RelayUnavailable("the web application that the message belongs to is gone")
    return relay_of(application)


def enqueue(
    application: SPWebApplication,
    to: Any,
    subject: str,
    text: str,
    *,
    impersonated: Any = None,
    outbox: Outbox,
    list_id: str | None = None,
    priority: str = "ALERT",
    key: str | None = None,
) -> UUID:
    """Put one message for one reader (`to`: a Mailbox) into the outbox; it is sent when the outbox is drained.

    `priority` is one of spshell.mail's by name. `key` says what the message is about: the same is not queued twice,
    also when a job dies after it has queued it and starts over.
    """
    from spshell.mail import MailMessage, Priority

    sender = sender_for(application, impersonated)
    message = MailMessage(
        sender=sender,
        to=(to,),
        subject=subject,
        text=text,
        code_page=effective(application).code_page,
        list_id=list_id,
    )
    envelope = sender.envelope(to.address)
    return outbox.enqueue(
        message,
        envelope,
        str(application.record.id),
        application.farm_object.context.clock,
        priority=Priority[priority],
        key=key,
    )


def post(
    application: SPWebApplication,
    to: list[str],
    subject: str,
    body: str,
    *,
    outbox: Outbox,
    cc: list[str] = [],  # noqa: B006 - never changed
    bcc: list[str] = [],  # noqa: B006 - never changed
    html: bool = False,
    user: str | None = None,
) -> UUID:
    """Put a message into the outbox as it was written; HTML gets a plain text beside it. Raises AddressError.

    `user` is impersonated. Recipients of `bcc` are in the envelope only.
    """
    from spshell.farm.html_text import text_of
    from spshell.mail import AddressError, Mailbox, MailMessage

    sender = sender_for(application, Mailbox.parse(user) if user else None)
    receivers, copies, blind = ([Mailbox.parse(text) for text in group] for group in (to, cc, bcc))
    if not receivers:
        raise AddressError("", "a message needs a recipient")
    message = MailMessage(
        sender=sender,
        to=tuple(receivers),
        cc=tuple(copies),
        subject=subject,
        text=text_of(body) if html else body if body.endswith("\n") else body + "\n",
        html=body if html else None,
        code_page=effective(application).code_page,
    )
    envelope = sender.envelope(*(receiver.address for receiver in (*receivers, *copies, *blind)))
    return outbox.enqueue(
        message, envelope, str(application.record.id), application.farm_object.context.clock
    )


def deliver_due(farm: SPFarm, outbox: Outbox, *, limit: int | None = None) -> DeliveryReport:
    """Deliver everything that is due now (or so many messages), each once."""
    import asyncio

    from spshell.mail import drain
    from spshell.mail.smtp import SmtpTransport

    async def run() -> DeliveryReport:
        async with SmtpTransport() as transport:
            return await drain(
                outbox, lambda key: relay_for(farm, key), transport, farm.context.clock, limit=limit
            )

    return asyncio.run(run())


def mailbox(user: SPUser) -> Any:
    """A user's mailbox; None for a user without an address that mail can go to."""
    from spshell.mail import AddressError, Mailbox

    try:
        return Mailbox(str(user.email), str(user.display_name))
    except AddressError:
        return None


def request_access(web: SPWeb, requester: SPUser, reason: str, outbox: Outbox) -> UUID:
    """Tell the owner of a web that somebody asks for access; the message goes out in the requester's name.

    Raises InvalidOperation when access requests are off or nobody receives them.
    """
    from spshell.farm import errors
    from spshell.mail import Mailbox

    receiver = str(web.request_access_email)
    if "@" not in receiver:
        raise errors.invalid(
            f"Access requests are off for {web.url}: RequestAccessEmail is empty.", "AccessRequestsOff"
        )
    application = web.site.web_application
    text = (
        f"{requester.display_name} would like access to {web.title}.\n\n"
        f"{reason}\n\nManage access requests: {web.url}/_layouts/15/user.aspx\n"
    )
    return enqueue(
        application,
        Mailbox.parse(receiver),
        f"{requester.display_name} wants access to '{web.title}'",
        text,
        impersonated=mailbox(requester),
        outbox=outbox,
        priority="REQUEST",
    )

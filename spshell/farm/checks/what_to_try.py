"""What the network part of a test tries for one web application: relay, senders, recipients, messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spshell.farm.mail_settings import effective, relay_of, sender_for
from spshell.mail import Mailbox, MailMessage
from spshell.mail.diagnosis import Target, Trial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spshell.farm.web_application import SPWebApplication

OUTSIDE = "postmaster@example.com"
"""RFC 2606: nobody's mailbox; whether the relay would take mail for the rest of the world."""


def target_of(
    application: SPWebApplication,
    *,
    users: Sequence[str] = (),
    recipients: Sequence[str] = (),
    send: bool = False,
) -> Target:
    """The target. Raises RelayUnavailable without a server, AddressError for what is no address.

    `users` are impersonated; without any, one user of its sites is tried, as an access request would. Without
    `recipients`, mail to the farm's own Reply-To (or From) is tried.
    """
    sender = sender_for(application)
    settings = effective(application)
    speakers = [Mailbox.parse(user) for user in users] or _a_user(application)
    if settings.override_envelope_sender and not users:
        speakers = []
    own = sender.reply_to or sender.from_
    to = [Mailbox.parse(text) for text in recipients] or [own]
    senders = [("From", sender.from_.address), *(("in the name of", speaker.address) for speaker in speakers)]
    return Target(
        relay_of(application),
        senders=tuple(dict.fromkeys(senders)),
        recipients=tuple(mailbox.address for mailbox in to),
        outside=(OUTSIDE,) if not recipients else (),
        trials=_trials(application, to, speakers if users else []) if send else (),
    )


def _a_user(application: SPWebApplication) -> list[Mailbox]:
    from spshell.farm.site import SPUser

    sites = {str(site.record.id) for site in application.sites}
    for user in application.farm_object.all(SPUser):
        if str(user.body.get("site")) in sites and "@" in str(user.email):
            return [Mailbox(str(user.email))]
    return []


def _trials(application: SPWebApplication, to: list[Mailbox], speakers: list[Mailbox]) -> tuple[Trial, ...]:
    """A message From the farm, and one in each user's name: what Exchange refuses only at the end of DATA."""
    made: list[Trial] = []
    for speaker in (None, *speakers):
        sender = sender_for(application, speaker)
        message = MailMessage(
            sender=sender,
            to=tuple(to),
            subject=f"Outgoing mail test of {application.url}",
            text=f"This message shows that outgoing mail of {application.url} leaves the farm.\n",
            code_page=effective(application).code_page,
        )
        label = "a message" if speaker is None else f"a message in the name of {speaker.address}"
        made.append(Trial(label, message.content(), sender.envelope(*(mailbox.address for mailbox in to))))
    return tuple(made)

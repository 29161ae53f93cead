"""Dead Site Delete: asks the owners of unused site collections whether these are still wanted, and may delete them.

Only notices that the relay accepted count towards deletion: a mail outage must not delete sites.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from spshell.farm.creation import delete_site
from spshell.farm.outgoing import enqueue, mailbox
from spshell.mail import MailState

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.farm.job_definition import SPJobDefinition
    from spshell.farm.site import SPSite
    from spshell.mail import Outbox

_DAY = timedelta(hours=23)
"""Between two notices: a day, less what a job may start early."""


def run(definition: SPJobDefinition, outbox: Outbox) -> int:
    """Queue the notices of the job's web application, and delete what nobody wants; how many notices."""
    application = definition.web_application
    if application is None or not application.send_unused_notifications:
        return 0
    sent = {mail.id for mail in outbox.mail(MailState.SENT)}
    return sum(_look(application, site, outbox, sent) for site in application.sites)


def _look(application: Any, site: SPSite, outbox: Outbox, sent: set[UUID]) -> int:
    now = site.farm_object.context.clock.now()
    if "certified" not in site.body:  # seen for the first time: its time begins to run
        site.body["certified"] = now.isoformat()
        site.commit()
        return 0
    certified = datetime.fromisoformat(str(site.body["certified"]))
    if now - certified < timedelta(days=int(application.unused_notice_days)):
        return 0
    notices = [dict(notice) for notice in site.body.get("unused_notices", [])]
    accepted = sum(any(UUID(ident) in sent for ident in notice["mail"]) for notice in notices)
    if application.delete_unused_sites and accepted >= int(application.unused_notices_before_deletion):
        delete_site(site)
        return 0
    if notices and now - datetime.fromisoformat(str(notices[-1]["at"])) < _DAY:
        return 0
    readers = [
        to
        for to in (mailbox(user) for user in (site.owner, site.secondary_contact) if user is not None)
        if to
    ]
    left = (
        int(application.unused_notices_before_deletion) - accepted
        if application.delete_unused_sites
        else None
    )
    mail = [
        enqueue(
            application,
            to,
            f"Is {site.url} still in use?",
            _text(site, left),
            outbox=outbox,
            priority="ADMINISTRATION",
        )
        for to in readers
    ]
    if mail:
        site.body["unused_notices"] = [
            *notices,
            {"at": now.isoformat(), "mail": [str(ident) for ident in mail]},
        ]
        site.commit()
    return len(mail)


def _text(site: SPSite, left: int | None) -> str:
    base = str(site.url).rstrip("/")
    warning = "" if left is None else f"It is deleted after {left} more notices without an answer.\n\n"
    return (
        f"{site.url} has not been confirmed for a while.\n\n{warning}"
        f"It is in use: {base}/_layouts/15/useconfirmation.aspx\nIt can go: {base}/_layouts/15/deleteweb.aspx\n"
    )

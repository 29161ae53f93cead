"""Disk Quota Warning: tells the administrators of a site collection that it nears its quota, or is over it.

Once when the level is crossed, and every week while it stays crossed.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from spshell.farm.outgoing import enqueue, mailbox
from spshell.farm.site import SPSite, SPUser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.farm.job_definition import SPJobDefinition
    from spshell.mail import Outbox

_AGAIN = timedelta(days=7)


def run(definition: SPJobDefinition, outbox: Outbox) -> int:
    """Queue the warnings of the job's web application; how many messages."""
    application = definition.web_application
    return 0 if application is None else sum(_look(application, site, outbox) for site in application.sites)


def administrators(site: SPSite) -> list[Any]:
    """The mailboxes of a site collection's administrators, the owner first."""
    own, owner = str(site.record.id), str(site.body.get("owner", "")).lower()
    users = [
        user for user in site.farm_object.all(SPUser) if user.body.get("site") == own and user.is_site_admin
    ]
    users.sort(key=lambda user: str(user.user_login).lower() != owner)
    return [to for to in map(mailbox, users) if to is not None]


def _look(application: Any, site: SPSite, outbox: Outbox) -> int:
    quota, used = site.body.get("quota", {}), int(site.body.get("storage_used", 0))
    limit, warning = int(quota.get("storage_maximum", 0)), int(quota.get("storage_warning", 0))
    level = "over" if limit and used >= limit else "warning" if warning and used >= warning else ""
    told = str(site.body.get("quota_told", ""))
    now = site.farm_object.context.clock.now()
    since = site.body.get("quota_told_at")
    if not level:
        if told:
            _note(site, "", None)
        return 0
    if level == told and since is not None and now - datetime.fromisoformat(str(since)) < _AGAIN:
        return 0
    readers = administrators(site)
    for to in readers:
        enqueue(
            application,
            to,
            _subject(site, level),
            _text(site, level, used, limit, warning),
            outbox=outbox,
            priority="ADMINISTRATION",
        )
    _note(site, level, now)
    return len(readers)


def _note(site: SPSite, level: str, now: datetime | None) -> None:
    for key, value in (("quota_told", level), ("quota_told_at", None if now is None else now.isoformat())):
        if value:
            site.body[key] = value
        else:
            site.body.pop(key, None)
    site.commit()


def _subject(site: SPSite, level: str) -> str:
    return (
        f"{site.url} is over its storage quota"
        if level == "over"
        else f"{site.url} is near its storage quota"
    )


def _text(site: SPSite, level: str, used: int, limit: int, warning: int) -> str:
    mega = 1024 * 1024
    rule = (
        "Nothing can be added until something is deleted."
        if level == "over"
        else f"You are warned from {warning // mega} MB on."
    )
    most = f" of {limit // mega} MB" if limit else ""
    page = f"{str(site.url).rstrip('/')}/_layouts/15/storman.aspx"
    return f"{site.url} uses {used // mega} MB{most}. {rule}\n\nManage storage: {page}\n"

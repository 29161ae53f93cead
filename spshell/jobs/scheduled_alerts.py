"""Daily and weekly alerts: changes are kept until the alert is due, and then become one message.

The Immediate Alerts job sends them, as SharePoint's does. An alert with AlwaysNotify is sent when nothing happened, too.
"""

from __future__ import annotations

from datetime import datetime
from uuid import uuid5

from spshell.farm.outgoing import enqueue, mailbox
from spshell.farm.site import SPWeb
from spshell.state import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.farm.alert import SPAlert
    from spshell.mail import Outbox

_KIND = "alert_digest"
_WORDS = {"Add": "added", "Modify": "changed", "Delete": "deleted"}


def remember(alert: SPAlert, event: Record) -> None:
    """Keep a change for an alert; the same change once, however often it is looked at."""
    store = alert.farm_object.store
    ident = uuid5(alert.record.id, str(event.id))
    if store.get(_KIND, ident) is None:
        body: dict[str, Any] = {
            key: event.body[key] for key in ("title", "change", "by", "at") if key in event.body
        }
        body["alert"] = str(alert.record.id)
        store.commit(puts=[Record(_KIND, ident, body)])


def send_digests(application: Any, alerts: list[Any], outbox: Outbox) -> int:
    """Queue a message for every scheduled alert of the web application that is due; how many."""
    own = [
        alert
        for alert in alerts
        if alert.body.get("frequency", "Immediate") != "Immediate" and _is_of(alert, application)
    ]
    return sum(_send(application, alert, outbox) for alert in own)


def _is_of(alert: SPAlert, application: Any) -> bool:
    changed = alert.list
    web: SPWeb | None = None if changed is None else changed.parent_web
    return web is not None and web.site.body.get("web_application") == str(application.record.id)


def _send(application: Any, alert: SPAlert, outbox: Outbox) -> int:
    farm = alert.farm_object
    now = farm.context.clock.now()
    if "due" not in alert.body:  # seen for the first time: its schedule begins to count
        alert.body["due"] = alert.due_after(now).isoformat()
        alert.commit()
        return 0
    if datetime.fromisoformat(str(alert.body["due"])) > now:
        return 0
    kept = [record for record in farm.store.scan(_KIND) if record.body.get("alert") == str(alert.record.id)]
    kept.sort(key=lambda record: str(record.body.get("at", "")))
    user = alert.user
    to = (
        None
        if user is None or not user.may_view or alert.body.get("alert_status", "On") != "On"
        else mailbox(user)
    )
    queued = 0
    if to is not None and (kept or alert.always_notify):
        enqueue(
            application,
            to,
            f"Summary of changes: {alert.title}",
            _text(alert, kept),
            outbox=outbox,
            priority="DIGEST",
        )
        queued = 1
    alert.body["due"] = alert.due_after(now).isoformat()
    alert.commit()
    farm.store.commit(deletes=kept)
    return queued


def _text(alert: SPAlert, kept: list[Record]) -> str:
    rows = [
        f"- '{record.body.get('title', '')}' {_WORDS[str(record.body.get('change', 'Add'))]} by {record.body.get('by', '')}"
        for record in kept
    ]
    return (
        "\n".join(
            [f"{alert.list.title}, {alert.list.parent_web.url}", "", *(rows or ["Nothing has changed."])]
        )
        + "\n"
    )

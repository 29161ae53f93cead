"""Immediate Alerts: tells users of changes to the lists they watch, as soon as the job runs.

Each pending change becomes one message a matching alert; for daily and weekly alerts it is kept until they are due,
and then all of them become one. Users who may no longer view the site get nothing
(alerts are security-trimmed when they are sent). The change is forgotten once its messages are in the outbox.
"""

from __future__ import annotations

from spshell.farm.alert import EVENT_TYPE, SPAlert
from spshell.farm.outgoing import enqueue, mailbox
from spshell.farm.site import SPList
from spshell.jobs.scheduled_alerts import remember, send_digests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from spshell.farm.job_definition import SPJobDefinition
    from spshell.mail import Outbox

_WHEN = {"Immediate": "immediately", "Daily": "daily", "Weekly": "weekly"}
_WORDS = {"Add": "added", "Modify": "changed", "Delete": "deleted"}


def run(definition: SPJobDefinition, outbox: Outbox) -> int:
    """Queue messages for the pending changes of the job's web application; returns how many."""
    farm = definition.farm_object
    application = definition.web_application
    if application is None or not application.alerts_enabled:
        return 0
    alerts = list(farm.all(SPAlert))
    queued = _confirm(application, alerts, outbox)
    for event in list(farm.store.scan("change_event")):
        changed = farm.one(SPList, str(event.body.get("list")))
        if changed is None or _application_id(changed) != application.record.id:
            continue
        for alert in alerts:
            if not _matches(alert, event.body):
                continue
            if alert.body.get("frequency", "Immediate") == "Immediate":
                queued += _tell(application, alert, changed, event, outbox)
            else:
                remember(alert, event)
        farm.store.commit(deletes=[event])
    return queued + send_digests(application, alerts, outbox)


def _application_id(changed: Any) -> Any:
    found = changed.parent_web.site.web_application
    return None if found is None else found.record.id


def _matches(alert: SPAlert, event: dict[str, Any]) -> bool:
    if alert.body.get("list") != event.get("list") or alert.body.get("alert_status", "On") != "On":
        return False
    return bool(alert.event_mask & int(EVENT_TYPE.names[str(event.get("change", "Add"))]))


def _tell(application: Any, alert: SPAlert, changed: Any, record: Any, outbox: Outbox) -> int:
    user = alert.user
    to = None if user is None or not user.may_view else mailbox(user)
    if to is None:
        return 0
    event = record.body
    title, word = str(event.get("title", "")), _WORDS[str(event.get("change", "Add"))]
    web = changed.parent_web
    enqueue(
        application,
        to,
        f"{changed.title} - {title}",
        f"'{title}' has been {word} in {changed.title}.\n\n{web.url}\n\n"
        f"Changed by: {event.get('by', '')}\nAlert: {alert.title}\n",
        outbox=outbox,
        key=f"alert {alert.record.id} of event {record.id}",
    )
    return 1


def _confirm(application: Any, alerts: list[Any], outbox: Outbox) -> int:
    """Confirmation mail of new alerts."""
    queued = 0
    for alert in alerts:
        if not alert.body.get("confirm"):
            continue
        user = alert.user
        to = None if user is None else mailbox(user)
        if to is not None:
            when = _WHEN[alert.body.get("frequency", "Immediate")]
            text = f"You have created the alert '{alert.title}'. You will receive it {when}.\n"
            enqueue(
                application,
                to,
                f"You have successfully created an alert for '{alert.title}'",
                text,
                outbox=outbox,
            )
            queued += 1
        alert.body.pop("confirm", None)
        alert.commit()
    return queued

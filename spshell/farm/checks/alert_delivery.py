"""Why an alert would not come although the relay is well: jobs, rights, addresses, links (P10, P12, P13, P14)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from spshell.farm.alert import SPAlert
from spshell.farm.job_definition import SPJobDefinition
from spshell.farm.service_instance import timer_is_online
from spshell.farm.site import SPWeb
from spshell.mail.diagnosis import Step
from spshell.mail.outcome import Phase

if TYPE_CHECKING:
    from spshell.farm.web_application import SPWebApplication

_JOB = "job-immediate-alerts"
_LATE = timedelta(minutes=30)
_SHOWN = 5


def check_alerts(application: SPWebApplication) -> Step:
    """The gates that an alert passes, one step each."""
    family = Step("Alerts", Phase.SETTINGS)
    if application.is_administration:
        family.detail = "not of Central Administration"
        return family
    alerts = _alerts_of(application)
    family.facts = {"alerts": len(alerts)}
    switch = family.add(Step("Switch", Phase.SETTINGS))
    if application.alerts_enabled:
        switch.detail = "alerts are on"
    else:
        switch.warn("alerts are switched off for this web application", "alerts-off")
    _check_job(family.add(Step("Timer job", Phase.SETTINGS)), application, bool(alerts))
    _check_people(family, alerts)
    _check_addresses(family.add(Step("Links", Phase.SETTINGS)), application)
    _roll_up(family)
    return family


def _alerts_of(application: SPWebApplication) -> list[Any]:
    own = str(application.record.id)
    sites = {str(site.record.id) for site in application.sites if site.body.get("web_application") == own}
    return [
        alert
        for alert in application.farm_object.all(SPAlert)
        if alert.user is not None and str(alert.user.body.get("site")) in sites
    ]


def _check_job(step: Step, application: SPWebApplication, has_alerts: bool) -> None:
    farm = application.farm_object
    own = str(application.record.id)
    job = next(
        (j for j in farm.all(SPJobDefinition) if j.name == _JOB and j.body.get("web_application") == own),
        None,
    )
    if job is None:
        step.warn(f"there is no {_JOB} for this web application", "job-missing")
        return
    oldest = _oldest_event(application)
    now = farm.context.clock.now()
    step.facts = {
        "schedule": str(job.schedule),
        "lastRun": str(job.last_run_time) or None,
        "disabled": bool(job.is_disabled),
        "oldestEventMinutes": None if oldest is None else round((now - oldest).total_seconds() / 60),
    }
    last = str(job.last_run_time) or "never"
    if not timer_is_online(farm, farm.context.server):
        step.warn("the timer service of this server is not online", "timer-offline")
    elif job.is_disabled:
        step.warn(f"{_JOB} is disabled", "job-disabled")
    elif has_alerts and oldest is not None and now - oldest > _LATE:
        minutes = round((now - oldest).total_seconds() / 60)
        step.warn(f"a change waits for {minutes} minutes; {_JOB} last ran: {last}", "job-late")
    else:
        step.detail = f"{_JOB} is enabled, last run: {last}"


def _oldest_event(application: SPWebApplication) -> datetime | None:
    """When the oldest change of this web application happened that nobody has been told of."""
    from spshell.farm.site import SPList

    farm = application.farm_object
    own = str(application.record.id)
    found: list[datetime] = []
    for event in farm.store.scan("change_event"):
        changed = farm.one(SPList, str(event.body.get("list")))
        web = None if changed is None else changed.parent_web
        if web is not None and web.site is not None and web.site.body.get("web_application") == own:
            found.append(datetime.fromisoformat(str(event.body["at"])))
    return min(found, default=None)


def _check_people(family: Step, alerts: list[Any]) -> None:
    nowhere = sorted({str(a.user.user_login) for a in alerts if "@" not in str(a.user.email)})
    trimmed = sorted({str(a.user.user_login) for a in alerts if not a.user.may_view})
    for name, users, sign, words in (
        ("Addresses", nowhere, "no-address", "have alerts and no e-mail address"),
        ("Permissions", trimmed, "no-permission", "have alerts and may not view the site"),
    ):
        step = family.add(Step(name, Phase.SETTINGS))
        step.facts = {"users": users}
        if users:
            more = f" and {len(users) - _SHOWN} more" if len(users) > _SHOWN else ""
            step.warn(f"{', '.join(users[:_SHOWN])}{more} {words}", sign)
        else:
            step.detail = "nothing is wrong"


def _check_addresses(step: Step, application: SPWebApplication) -> None:
    """Links in mail begin with the web application's URL, or lead nowhere."""
    base = str(application.url).rstrip("/").lower() + "/"
    sites = {str(site.record.id) for site in application.sites}
    strays = [
        str(web.url)
        for web in application.farm_object.all(SPWeb)
        if str(web.body.get("site")) in sites and not f"{str(web.url).rstrip('/').lower()}/".startswith(base)
    ]
    step.facts = {"outside": strays[:50]}
    if strays:
        step.warn(f"{len(strays)} sites lie outside {application.url}: {', '.join(strays[:3])}", "stale-url")
    else:
        step.detail = f"all sites lie under {application.url}"


def _roll_up(family: Step) -> None:
    bad = [step for step in family.steps if step.remedies]
    family.detail = bad[0].detail if bad else f"{family.facts['alerts']} alerts can be delivered"
